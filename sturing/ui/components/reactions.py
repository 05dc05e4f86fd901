"""What was said about a proposal, and what this person may still say.

Owns the column of objections. Must never judge a right: what a person may not do has no button,
and the service asks again when one is pressed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from sturing.services import notatie, reacties, voorstellen
from sturing.services.besluitbeeld import Bezwaarbeeld, Reactieregel, Voorstelbeeld
from sturing.services.doorrekenen import reken_door
from sturing.ui import navigation, state
from sturing.ui.components.header import section
from sturing.ui.components.outcome import carry_out, done
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import page_context

OBJECTION = {
    "open": ":orange-badge[▲ open]",
    "beantwoord": ":blue-badge[● beantwoord]",
    "ingetrokken": ":gray-badge[ingetrokken]",
}


def said(beeld: Voorstelbeeld) -> None:
    """Objections in their own words, then who agreed and who advised, then what one may say."""
    counts = _counted(beeld.bezwaren)
    with section("Bezwaren"):
        st.markdown(note(counts), width="content")
    for bezwaar in beeld.bezwaren:
        _objection(beeld, bezwaar)
    if beeld.wacht_op:
        names = notatie.opsomming(beeld.wacht_op)
        st.markdown(f"**Nog geen akkoord van:** {plain(names)}")
    _plain_list("Akkoord", beeld.akkoorden)
    _plain_list("Advies", beeld.adviezen)
    _react(beeld)


def _counted(bezwaren: Sequence[Bezwaarbeeld]) -> str:
    if not bezwaren:
        return "geen"
    states = [b.stand for b in bezwaren]
    return ", ".join(f"{states.count(s)} {s}" for s in OBJECTION if s in states)


def _objection(beeld: Voorstelbeeld, bezwaar: Bezwaarbeeld) -> None:
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            st.markdown(f"**{plain(bezwaar.naam)}**", width="content")
            st.markdown(OBJECTION[bezwaar.stand], width="content")
        st.markdown(f"‘{plain(bezwaar.tekst)}’")
        if bezwaar.antwoord:
            st.markdown(f":gray[Antwoord: {plain(bezwaar.antwoord)}]")
            st.markdown(note(bezwaar.antwoord_van))
        else:
            st.markdown(note(bezwaar.wanneer))
        with st.container(horizontal=True):
            if beeld.mag_antwoorden and bezwaar.stand == "open":
                _answer(beeld, bezwaar)
            if beeld.doen.reken_door and bezwaar.stand != "ingetrokken":
                _calculate(beeld, bezwaar)


def _answer(beeld: Voorstelbeeld, bezwaar: Bezwaarbeeld) -> None:
    with st.popover("Antwoord"):
        key = f"antwoord_{beeld.nummer}_{bezwaar.nummer}"
        st.text_area("Uw antwoord", key=key)
        st.button(
            "Verstuur antwoord",
            key=f"{key}_knop",
            on_click=carry_out,
            args=(
                "Het antwoord staat bij het bezwaar.",
                lambda c: reacties.antwoord(
                    c.omgeving,
                    c.wie,
                    beeld.nummer,
                    beeld.versie,
                    bezwaar.nummer,
                    state.typed(key),
                ),
            ),
        )


def _calculate(beeld: Voorstelbeeld, bezwaar: Bezwaarbeeld) -> None:
    """The proposal as an own draft on Prioriteiten, where what is lost can be changed."""
    if not st.button(
        "Reken dit door",
        key=f"doorreken_{beeld.nummer}_{bezwaar.nummer}",
        help="Maakt een eigen concept met de wijzigingen van dit voorstel. Het voorstel zelf "
        "verandert niet.",
    ):
        return
    context = page_context()
    act = partial(reken_door, context.omgeving, context.wie, beeld.nummer, bezwaar.nummer)
    if done(lambda: state.tell(act())):
        navigation.go("prioriteiten")


def _plain_list(head: str, regels: Sequence[Reactieregel]) -> None:
    for regel in regels:
        text = f": ‘{plain(regel.tekst)}’" if regel.tekst else ""
        st.markdown(f"**{head}** {plain(regel.naam)}{text} {note(regel.wanneer)}")


def _react(beeld: Voorstelbeeld) -> None:
    key = f"reactie_{beeld.nummer}"
    number, version = beeld.nummer, beeld.versie
    if beeld.eigen:
        st.markdown(f"Van u {_gives(beeld.eigen)}: {plain(notatie.opsomming(beeld.eigen))}.")
    with st.container(horizontal=True):
        if beeld.eigen:
            st.button(
                "Stem in",
                key=f"{key}_akkoord",
                on_click=carry_out,
                args=(
                    "Uw akkoord staat bij het voorstel.",
                    lambda c: reacties.stem_in(c.omgeving, c.wie, number, version),
                ),
            )
            if not beeld.mag_intrekken:
                _object(beeld)
        if beeld.mag_adviseren:
            with st.popover("Geef advies"):
                st.text_area("Uw advies", key=f"{key}_advies")
                st.button(
                    "Verstuur advies",
                    key=f"{key}_advies_knop",
                    on_click=carry_out,
                    args=(
                        "Uw advies staat bij het voorstel.",
                        lambda c: reacties.adviseer(
                            c.omgeving, c.wie, number, version, state.typed(f"{key}_advies")
                        ),
                    ),
                )
        if beeld.mag_intrekken:
            st.button(
                link("Trek voorstel in"),
                type="tertiary",
                key=f"{key}_intrekken",
                on_click=carry_out,
                args=(
                    "Het voorstel is ingetrokken.",
                    lambda c: voorstellen.trek_in(c.omgeving, c.wie, number, version),
                ),
            )


def _object(beeld: Voorstelbeeld) -> None:
    """An objection, for who loses hours in the proposal of somebody else: one takes back what one
    proposed oneself."""
    key = f"reactie_{beeld.nummer}"
    with st.popover("Maak bezwaar"):
        st.text_area("Waarom maakt u bezwaar?", key=f"{key}_bezwaar")
        st.button(
            "Verstuur bezwaar",
            key=f"{key}_bezwaar_knop",
            on_click=carry_out,
            args=(
                "Uw bezwaar staat bij het voorstel.",
                lambda c: reacties.maak_bezwaar(
                    c.omgeving,
                    c.wie,
                    beeld.nummer,
                    beeld.versie,
                    state.typed(f"{key}_bezwaar"),
                ),
            ),
        )


def _gives(names: Sequence[str]) -> str:
    return "levert in" if len(names) == 1 else "leveren in"
