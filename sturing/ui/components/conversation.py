"""A signal or an escalation on a page: the sentence, what was said, and what one may do about it.

Owns the small forms (answer, say more, close, take up). Every act goes to a service, which asks the
right again; what it says back is told once, above the page. Must never decide who may do what.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from sturing.domain.samenspel import Stand
from sturing.services import opnemen, teamsignalen, voorleggen
from sturing.services.berichten import MAX_TEKENS, Uitslag
from sturing.services.gespreksbeeld import Berichtbeeld, Gespreksbeeld
from sturing.ui.components.outcome import finish
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import PageContext

SIGN = {
    Stand.OPEN: ("orange", "▲"),
    Stand.BEANTWOORD: ("blue", "●"),
    Stand.IN_SCENARIO: ("blue", "◆"),
    Stand.GESLOTEN: ("gray", "–"),
    Stand.INGETROKKEN: ("gray", "–"),
}
AREA_PX = 100


def conversations(context: PageContext, gesprekken: Sequence[Gespreksbeeld], empty: str) -> None:
    """Each talk under the other; `empty` says that there are none."""
    if not gesprekken:
        st.markdown(note(empty))
    for gesprek in gesprekken:
        conversation(context, gesprek)


def conversation(context: PageContext, gesprek: Gespreksbeeld) -> None:
    """One talk with the acts that are allowed."""
    colour, sign = SIGN[gesprek.stand]
    with st.container(border=True, gap="xsmall"):
        st.markdown(
            f":{colour}[{sign}] **{plain(gesprek.titel)}** :gray[{plain(gesprek.stand_zin)}]"
        )
        for bericht in gesprek.berichten:
            _message(bericht)
        _acts(context, gesprek)


def _message(bericht: Berichtbeeld) -> None:
    """The words first, then who and when, in quiet text."""
    who = f"{bericht.wie} {bericht.wat}".strip()
    st.markdown(f"{plain(bericht.tekst)} :small[:gray[{plain(f'{who}, {bericht.wanneer}')}]]")


def _acts(context: PageContext, gesprek: Gespreksbeeld) -> None:
    omgeving, wie, nummer = context.omgeving, context.wie, gesprek.nummer
    service = teamsignalen if gesprek.is_signaal else voorleggen
    key = f"{'signaal' if gesprek.is_signaal else 'vraag'}_{nummer}_{gesprek.gezien}"
    if not (gesprek.mag_antwoorden or gesprek.mag_vervolgen or gesprek.mag_sluiten):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if gesprek.opneem_knop and st.button(plain(gesprek.opneem_knop), key=f"opneem_{key}"):
            finish(opnemen.neem_op(omgeving, wie, nummer, gesprek.gezien, context.horizon))
        if gesprek.mag_antwoorden:
            _say(
                "Antwoord",
                "Uw antwoord",
                f"antwoord_{key}",
                lambda text: service.antwoord(omgeving, wie, nummer, text, gesprek.gezien),
            )
        if gesprek.mag_vervolgen:
            _say(
                "Reageer",
                "Uw bericht",
                f"vervolg_{key}",
                lambda text: service.vervolg(omgeving, wie, nummer, text, gesprek.gezien),
            )
        if gesprek.mag_sluiten:
            label = "Sluit" if gesprek.is_signaal else "Trek in"
            end = teamsignalen.sluit if gesprek.is_signaal else voorleggen.trek_in
            _say(
                label,
                "De reden",
                f"sluit_{key}",
                lambda text: end(omgeving, wie, nummer, text, gesprek.gezien),
            )


def _say(label: str, field: str, key: str, act: Callable[[str], Uitslag]) -> None:
    """A small form behind a button: one text and one press."""
    with st.popover(link(label), type="tertiary", key=f"open_{key}"):
        text = st.text_area(field, key=f"tekst_{key}", max_chars=MAX_TEKENS, height=AREA_PX)
        if st.button(label, key=f"doe_{key}", type="primary"):
            finish(act(text))
