"""With whom an opdrachtgever has to talk: two small tables, each with a way to the screen for it.

Must never calculate or decide what may be seen: the service cut the rows already.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.services.opdrachtgeverbeeld import Claimregel, Opdrachtgeverbeeld, Overlegregel
from sturing.ui import address, navigation, state
from sturing.ui.components import tables
from sturing.ui.components.header import section
from sturing.ui.components.texts import link, note, plain


def claims(beeld: Opdrachtgeverbeeld) -> None:
    """Who asks the same hours; the button lays the first of them beside this person."""
    with section("Met wie vraagt u dezelfde uren?" if beeld.van_mij else "Open claims"):
        if beeld.claims and st.button(link("Naar Claims"), type="tertiary", key="naar_claims"):
            both = sorted((beeld.persoon, beeld.claims[0].persoon))
            state.put_widget(state.CLAIM_PARTIES, both)
            state.put_widget(address.CLAIMS_BETWEEN, "opdrachtgevers")
            navigation.go("claims", parameters={address.CLAIMS_BETWEEN: "opdrachtgevers"})
    if not beeld.claims:
        st.markdown(note("Met niemand samen wordt er te veel van een team gevraagd."))
        return
    tables.show_table(claims_styler(beeld.claims), "Opdrachtgevers die dezelfde uren vragen")


def claims_styler(regels: Sequence[Claimregel]) -> Styler:
    """A row per other opdrachtgever, most hours first."""
    frame = pd.DataFrame(
        {
            "Met": [plain(r.naam) for r in regels],
            "Samen te veel": [r.tekort_uren for r in regels],
            "Teams": [r.teams for r in regels],
            "Het meest van": [plain(r.team) for r in regels],
        }
    )
    return tables.styled(frame, {"Samen te veel": tables.dutch})


def nothing_here(beeld: Opdrachtgeverbeeld) -> None:
    """One sentence in place of every empty part; a portefeuillehouder gets the way to his own."""
    who = "u" if beeld.van_mij else "deze persoon"
    st.markdown(f"Er wacht hier niets op {who}: geen opdrachten, geen signalen en geen vragen.")
    if not beeld.portefeuille:
        return
    st.markdown(plain(beeld.portefeuille))
    if st.button("Naar Gesprek", key="naar_gesprek"):
        _to_talk(beeld.persoon)


def _to_talk(person: str) -> None:
    state.put_widget(address.DECISION_PART, "gesprek")
    navigation.go(
        "besluiten", parameters={address.DECISION_PART: "gesprek", address.PERSON: person}
    )


def talks(beeld: Opdrachtgeverbeeld) -> None:
    """The portefeuillehouders; the button opens the talk with the first of them."""
    with section("Gesprekken"):
        if beeld.gesprekken and st.button(
            link("Naar Gesprek"), type="tertiary", key="naar_gesprek"
        ):
            _to_talk(beeld.gesprekken[0].persoon)
    if not beeld.gesprekken:
        st.markdown(note("Bij deze opdrachten is geen portefeuillehouder bekend."))
        return
    tables.show_table(talks_frame(beeld.gesprekken), "Portefeuillehouders van deze opdrachten")


def talks_frame(regels: Sequence[Overlegregel]) -> pd.DataFrame:
    """A row per portefeuillehouder, those with most that falls short first."""
    return pd.DataFrame(
        {
            "Portefeuillehouder": [plain(r.naam) for r in regels],
            "Opdrachten": [r.opdrachten for r in regels],
            "Niet of deels haalbaar": [r.knelt for r in regels],
            "Laatste afspraak": [r.laatste for r in regels],
        }
    )
