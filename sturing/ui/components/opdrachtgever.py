"""The parts of the screen Opdrachtgever: the own opdrachten, what was laid before, delegated.

Owns the table. Voortgang and kwaliteit are words of people and have no colour; the status has a
sign and a word.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.services import notatie, voorleggen
from sturing.services.berichten import MAX_TEKENS
from sturing.services.opdrachtgeverbeeld import Delegatie, Opdrachtgeverbeeld, Opdrachtrij
from sturing.ui import address, navigation, state
from sturing.ui.charts.planbalken import planbalken
from sturing.ui.components import tables
from sturing.ui.components.badges import STATUS
from sturing.ui.components.conversation import AREA_PX, conversations
from sturing.ui.components.header import section
from sturing.ui.components.outcome import finish
from sturing.ui.components.pictures import picture_or_table
from sturing.ui.components.texts import note, plain, unbroken
from sturing.ui.context import PageContext, current_theme

ALT = "De opdrachten van deze opdrachtgever"
ASKED_MONEY = "Geld gevraagd (× € 1.000)"
GRANTED_MONEY = "Geld toegekend (× € 1.000)"
MONEY = "Geld"
"""On the screen these two are one column: what is granted, and of how much when that is less."""
NUMBERS = ("Plaats", "Gevraagd", "Toegekend", "Dekking", MONEY)
WIDTHS = {
    "Plaats": 46,
    "Opdracht": 172,
    "Status": 92,
    "Gevraagd": 70,
    "Toegekend": 74,
    "Dekking": 62,
    MONEY: 64,
    "Knelpunt": 112,
    "Voortgang": 72,
}
"""Pixels. Kwaliteit is a sentence: it gets what its words need, and what is left of the page."""
HOURS = "Uren; dekking is toegekend gedeeld door gevraagd."
MONEY_TOLD = "Geld: toegekend in duizenden euro's, met ‘van’ als dat minder is dan gevraagd."
DELEGATED = "Gedelegeerd aan"
MOST_BARS = 15
"""So many opdrachten in the picture, those that fall short first; all are in its table."""
IN_SIGHT = 12
"""Rows before the table scrolls, so that what waits for an answer stands on the first screen."""


def own_work(beeld: Opdrachtgeverbeeld) -> None:
    """The table with its download and its sums in words."""
    with section("Mijn opdrachten" if beeld.van_mij else "Opdrachten"):
        if beeld.rijen and beeld.mag_exporteren:
            tables.download(work_frame(beeld.rijen), "opdrachtgever")
    if not beeld.rijen:
        st.markdown(note("Er is geen opdracht met deze opdrachtgever die u mag zien."))
        return
    tables.show_long_table(
        work_styler(beeld.rijen),
        ALT,
        key=f"opdrachten_{beeld.persoon}",
        numbers=NUMBERS,
        widths=WIDTHS,
        in_sight=IN_SIGHT,
    )
    if beeld.samen:
        money = f" {MONEY_TOLD}" if _asks_money(beeld.rijen) else ""
        st.markdown(note(f"{beeld.samen} {HOURS}{money}"))


def planning(beeld: Opdrachtgeverbeeld) -> None:
    """When what is done, and where it falls short; a bar leads to Waarom on the board."""
    balken = beeld.planning
    if not balken:
        return
    chosen = picture_or_table(
        "Wanneer, en met welke dekking, in %",
        "planning",
        lambda: planbalken(balken[:MOST_BARS], beeld.maanden, current_theme()),
        planning_frame(beeld),
        beeld.planzin,
        meaning="Een balk staat in de maanden waarin de opdracht uren vraagt. Zonder getal krijgt "
        "zij daar genoeg (95% of meer). ▲ is onder druk, ✕ is niet haalbaar; het getal is het "
        "percentage van de gevraagde uren dat zij in die maand krijgt.",
        choose=True,
        picked=True,
        export=beeld.mag_exporteren,
    )
    if len(balken) > MOST_BARS and not state.shown_as_table("planning"):
        rest = notatie.aantal(len(balken) - MOST_BARS, "andere opdracht", "andere opdrachten")
        st.markdown(note(f"En {rest}. Kies Tabel voor alle opdrachten."))
    if chosen is not None:
        navigation.go("prioriteiten", parameters={address.OPENED: balken[chosen].opdracht})


def planning_frame(beeld: Opdrachtgeverbeeld) -> pd.DataFrame:
    """One row per opdracht; coverage in percent per month, empty where nothing is asked."""
    columns: dict[str, object] = {"Opdracht": [b.naam for b in beeld.planning]}
    for i, label in enumerate(beeld.maanden):
        columns[f"{label} (%)"] = pd.array(
            [b.maanden[i].dekking_pct for b in beeld.planning], dtype="Int64"
        )
    columns["Gevraagd (uur)"] = [b.gevraagd_uren for b in beeld.planning]
    return pd.DataFrame(columns)


def work_frame(rijen: Sequence[Opdrachtrij]) -> pd.DataFrame:
    """One row per opdracht in order of place; unknown is empty."""
    return pd.DataFrame(
        {
            "Plaats": pd.array([r.plaats for r in rijen], dtype="Int64"),
            "Opdracht": [r.naam for r in rijen],
            "Status": [status(r) for r in rijen],
            "Gevraagd": pd.array([r.gevraagd_uren for r in rijen], dtype="Int64"),
            "Toegekend": pd.array([r.toegekend_uren for r in rijen], dtype="Int64"),
            "Dekking": pd.array([r.dekking_pct for r in rijen], dtype="Int64"),
            ASKED_MONEY: pd.array([r.gevraagd_dzd for r in rijen], dtype="Int64"),
            GRANTED_MONEY: pd.array([r.toegekend_dzd for r in rijen], dtype="Int64"),
            "Knelpunt": [r.knelpunt for r in rijen],
            "Voortgang": [r.voortgang for r in rijen],
            "Kwaliteit": [r.kwaliteit for r in rijen],
            DELEGATED: [r.gedelegeerd for r in rijen],
        }
    )


def status(rij: Opdrachtrij) -> str:
    """`▲ onder druk`, or the word of the plan for what asks nothing now."""
    if rij.status is None:
        return f"– {rij.stand or 'vraagt geen uren'}"
    return f"{STATUS[rij.status][1]} {rij.status.value}"


def work_styler(rijen: Sequence[Opdrachtrij]) -> Styler:
    """Dutch numbers. What is delegated has a table of its own under it, so that no column is cut
    off; without money there is no column for it."""
    frame = work_frame(rijen).drop(columns=[DELEGATED, ASKED_MONEY, GRANTED_MONEY])
    right = [MONEY] if _asks_money(rijen) else []
    if right:
        frame.insert(list(frame.columns).index("Knelpunt"), MONEY, [_money(r) for r in rijen])
    formats = dict.fromkeys(("Plaats", "Gevraagd", "Toegekend"), tables.dutch)
    return tables.styled(frame, formats | {"Dekking": tables.percent}, right=right)


def _asks_money(rijen: Sequence[Opdrachtrij]) -> bool:
    return any(r.gevraagd_dzd for r in rijen)


def _money(rij: Opdrachtrij) -> str:
    """`519`, or `7 van 80`."""
    asked, granted = rij.gevraagd_dzd, rij.toegekend_dzd
    if asked is None or granted is None:
        return tables.UNKNOWN
    if granted == asked:
        return notatie.getal(granted)
    return unbroken(f"{notatie.getal(granted)} van {notatie.getal(asked)}")


def laid_before(context: PageContext, beeld: Opdrachtgeverbeeld) -> None:
    """What was laid before this person, and by this person; with a small form to do so."""
    who = "u" if beeld.van_mij else "deze opdrachtgever"
    with section(f"Aan {who} voorgelegd"):
        pass
    conversations(context, beeld.aan_voorgelegd, "Er is geen vraag voorgelegd.")
    if not (beeld.door_voorgelegd or beeld.voorleggen):
        return
    with section(f"Door {who} voorgelegd"):
        if beeld.voorleggen:
            _lay_before(context, beeld)
    conversations(context, beeld.door_voorgelegd, "Er is nog niets voorgelegd.")


def _lay_before(context: PageContext, beeld: Opdrachtgeverbeeld) -> None:
    names = {keuze.sleutel: keuze.naam for keuze in beeld.voorleggen}
    made = len(beeld.door_voorgelegd)
    with st.popover("Leg een opdracht voor", key=f"voorleggen_{made}"):
        code = st.selectbox(
            "Opdracht",
            list(names),
            format_func=lambda key: names[key],
            key=f"voorleg_opdracht_{made}",
        )
        question = st.text_area(
            "Uw vraag aan de strategisch manager",
            key=f"voorleg_vraag_{made}",
            max_chars=MAX_TEKENS,
            height=AREA_PX,
        )
        if st.button("Leg voor", key=f"voorleg_{made}", type="primary"):
            finish(voorleggen.leg_voor(context.omgeving, context.wie, code or "", question))


def delegated(gedelegeerd: Sequence[Delegatie]) -> None:
    """What this person delegated or steers for another: from when, until when and why."""
    st.header("Gedelegeerd", anchor=False)
    if not gedelegeerd:
        st.markdown(note("Er is niets gedelegeerd in dit planjaar."))
        return
    columns = {
        "Opdracht": [plain(d.naam) for d in gedelegeerd],
        "Aan of namens": [plain(d.wie) for d in gedelegeerd],
    }
    if any(d.besloten for d in gedelegeerd):
        columns |= {
            "Vanaf": [d.van for d in gedelegeerd],
            "Tot en met": [d.tot for d in gedelegeerd],
            "Reden": [plain(d.reden) for d in gedelegeerd],
        }
        text = (
            "Vanaf, tot en met en reden staan er als een besluit ze vastlegde. Buiten die dagen "
            "heeft wie gedelegeerd is geen rechten meer door de delegatie."
        )
    else:
        text = (
            "Van geen van deze opdrachten legde een besluit vast vanaf wanneer, tot wanneer en "
            "waarom. Dat kan bij Prioriteiten, met Wijziging toevoegen."
        )
    tables.show_table(
        pd.DataFrame(columns),
        "Gedelegeerde opdrachten: aan wie, vanaf wanneer, tot wanneer, waarom",
    )
    st.markdown(note(text))
