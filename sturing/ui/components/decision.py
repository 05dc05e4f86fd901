"""An open proposal on the screen: what changes, who notices, and the decision.

Owns two of the three columns and the bar under them; what was said is in reactions.py. Must never
judge a right: what a person may not do has no button, and the service asks again when one is
pressed.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.domain.keuzes import Haalbaarheid
from sturing.services import besluit, notatie, reacties
from sturing.services.besluitbeeld import (
    Aantalrij,
    Geverrij,
    Gevolgdeel,
    Merkrij,
    Voorstelbeeld,
)
from sturing.services.besluitgevolg import kenmerk
from sturing.ui import state
from sturing.ui.components import tables
from sturing.ui.components.badges import STATUS
from sturing.ui.components.header import section
from sturing.ui.components.outcome import carry_out
from sturing.ui.components.reactions import said
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext

SIGN = {
    "haalbaar": STATUS[Haalbaarheid.HAALBAAR],
    "onder druk": STATUS[Haalbaarheid.ONDER_DRUK],
    "niet haalbaar": STATUS[Haalbaarheid.NIET_HAALBAAR],
    "geparkeerd": ("gray", "‖"),
    "niets": ("gray", "–"),
}
SHOWN = 8
"""So many opdrachten of each list stand there at once; the others are one click away."""
REASON = "Waarom besluit u dit? Een reden hoort erbij."


def proposal(beeld: Voorstelbeeld) -> None:
    """The whole proposal."""
    for text in beeld.conflicten:
        st.error(plain(text))
    if beeld.toelichting:
        st.markdown(plain(beeld.toelichting))
    left, middle, right = st.columns([1.15, 1.05, 1], gap="medium")
    with left:
        changes(beeld.gevolg)
    with middle:
        who_notices(beeld.gevolg)
    with right:
        said(beeld)
    if beeld.verschoven:
        st.info(plain(beeld.verschoven))
    _bar(beeld)


def changes(gevolg: Gevolgdeel) -> None:
    """What changes: counts of opdrachten, hours, and the list of changes."""
    texts = [*gevolg.wijzigingen]
    if gevolg.verborgen:
        texts.append(
            f"en nog {notatie.aantal(gevolg.verborgen, 'wijziging', 'wijzigingen')} buiten uw zicht"
        )
    count = notatie.aantal(len(texts), "wijziging", "wijzigingen")
    with section("Wat verandert er?"):
        st.markdown(note(count), width="content")
    if gevolg.opdrachten:
        tables.show_table(counts_styler(gevolg.opdrachten, "Opdrachten"), "Opdrachten voor en na")
        head = f"Uren in {gevolg.jaar}"
        tables.show_table(counts_styler(gevolg.uren, head), "Uren voor en na")
    with st.expander(count, expanded=True):
        st.markdown("\n".join(f"{nr}. {plain(text)}" for nr, text in enumerate(texts, start=1)))


def counts_styler(rijen: Sequence[Aantalrij], head: str) -> Styler:
    """Before, after and the difference; more of what is good is blue, more of what is bad red."""
    frame = pd.DataFrame(
        {
            head: [_named(r) for r in rijen],
            "Voor": [f":gray[{notatie.getal(r.voor)}]" for r in rijen],
            "Na": [notatie.getal(r.na) for r in rijen],
            "Verschil": [_difference(r) for r in rijen],
        }
    )
    total = bool(rijen) and rijen[-1].totaal
    return tables.styled(frame, right=["Voor", "Na", "Verschil"], total=total)


def _named(rij: Aantalrij) -> str:
    if rij.soort not in SIGN:
        return plain(rij.naam)
    colour, sign = SIGN[rij.soort]
    return f":{colour}[{sign}]\u00a0{plain(rij.naam)}"


def _difference(rij: Aantalrij) -> str:
    text = notatie.getal(rij.verschil, teken=True)
    if not rij.verschil or rij.goed is None:
        return text
    return f":blue[{text}]" if (rij.verschil > 0) is rij.goed else f":red[{text}]"


def who_notices(gevolg: Gevolgdeel) -> None:
    """Who gains and who gives, alike, with the hours; those per opdrachtgever; and the cost."""
    with section("Wie merkt het?"):
        st.markdown(note(f"plan {gevolg.jaar}"), width="content")
    marks(gevolg.komt_erbij, "Komt erbij", "Geen opdracht krijgt meer uren of geld.")
    marks(gevolg.levert_in, "Levert in", "Geen opdracht levert uren of geld in.")
    if gevolg.gevers:
        tables.show_table(givers_styler(gevolg.gevers), "Uren per opdrachtgever")
    for text in gevolg.kosten:
        st.markdown(f"> {plain(text)}")


def marks(rijen: Sequence[Merkrij], head: str, none: str) -> None:
    """A list of opdrachten with their opdrachtgever, and coverage before and after."""
    if not rijen:
        st.markdown(note(none))
        return
    tables.show_table(marks_styler(rijen[:SHOWN], head), head)
    if len(rijen) > SHOWN:
        with st.expander(f"En nog {notatie.getal(len(rijen) - SHOWN)}"):
            tables.show_table(marks_styler(rijen[SHOWN:], head), f"{head}, de overige")


def marks_styler(rijen: Sequence[Merkrij], head: str) -> Styler:
    """The status after, the name with its opdrachtgever, the coverage before and after, and the
    hours more or fewer. A coverage that stays the same says nothing beside those."""
    frame = pd.DataFrame(
        {
            head: [
                f"{_sign(r)}\u00a0{plain(r.naam)} :gray[{plain(r.opdrachtgever)}]" for r in rijen
            ],
            "Dekking": [_coverage(r) for r in rijen],
            "Uren": [r.uren for r in rijen],
        }
    )
    return tables.styled(frame, right=["Dekking", "Uren"])


def _coverage(rij: Merkrij) -> str:
    if rij.voor:
        return f":gray[{rij.voor}\u00a0→]\u00a0{rij.na}"
    return "" if rij.uren else rij.na


def givers_styler(rijen: Sequence[Geverrij]) -> Styler:
    """The hours per opdrachtgever: what comes, what goes, and the two together."""
    frame = pd.DataFrame(
        {
            "Uren per opdrachtgever": [plain(r.naam) for r in rijen],
            "Erbij": [notatie.getal(r.erbij) for r in rijen],
            "Levert in": [notatie.getal(r.inlevert) for r in rijen],
            "Verschil": [notatie.getal(r.verschil, teken=True) for r in rijen],
        }
    )
    return tables.styled(frame, right=["Erbij", "Levert in", "Verschil"], total=rijen[-1].totaal)


def _sign(rij: Merkrij) -> str:
    if rij.geparkeerd or rij.status is None:
        colour, sign = SIGN["geparkeerd" if rij.geparkeerd else "niets"]
    else:
        colour, sign = STATUS[rij.status]
    return f":{colour}[{sign}]"


def _bar(beeld: Voorstelbeeld) -> None:
    """The reason and the three outcomes; without the right the words why."""
    if not beeld.mag_besluiten:
        st.markdown(note(beeld.waarom_niet))
        return
    key = f"reden_{beeld.nummer}"
    with st.container(border=True), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(plain(beeld.besluit_van), key=key, placeholder=REASON, width="stretch")
        st.button("Wijs af", key=f"{key}_af", on_click=_decide, args=(beeld, key, "wijs_af"))
        st.button(
            "Terug met vraag", key=f"{key}_terug", on_click=_decide, args=(beeld, key, "terug")
        )
        if not beeld.conflicten:
            st.button(
                "Neem aan",
                type="primary",
                key=f"{key}_aan",
                on_click=_decide,
                args=(beeld, key, "neem_aan"),
            )


def _decide(beeld: Voorstelbeeld, key: str, outcome: str) -> None:
    seen = (beeld.nummer, beeld.versie)
    if outcome == "terug":
        carry_out(
            "Het voorstel is teruggestuurd met uw vraag.",
            lambda c: reacties.stuur_terug(c.omgeving, c.wie, *seen, state.typed(key)),
        )
        return
    take = besluit.neem_aan if outcome == "neem_aan" else besluit.wijs_af

    def do(context: PageContext) -> str:
        genomen = take(
            context.omgeving, context.wie, *seen, beeld.op_levering, state.typed(key)
        ).besluit
        return f"Besluit vastgelegd met kenmerk {kenmerk(genomen.vingerafdruk)}."

    carry_out("", do)
