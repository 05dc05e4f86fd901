"""An open proposal on the screen: what changes, who notices, what was said, and the decision.

Owns the three columns and the bar under them. Must never judge a right: what a person may not do
has no button, and the service asks again when one is pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sturing.domain.keuzes import Haalbaarheid
from sturing.errors import SturingError
from sturing.services import besluit, notatie, voorstellen
from sturing.services.besluitbeeld import (
    Aantalrij,
    Bezwaarbeeld,
    Gevolgdeel,
    Merkrij,
    Reactieregel,
    Voorstelbeeld,
)
from sturing.services.besluitgevolg import kenmerk
from sturing.ui import state
from sturing.ui.components import tables
from sturing.ui.components.badges import STATUS
from sturing.ui.components.header import section
from sturing.ui.components.states import log_fault
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import PageContext, page_context

SIGN = {
    "haalbaar": STATUS[Haalbaarheid.HAALBAAR],
    "onder druk": STATUS[Haalbaarheid.ONDER_DRUK],
    "niet haalbaar": STATUS[Haalbaarheid.NIET_HAALBAAR],
    "geparkeerd": ("gray", "‖"),
    "niets": ("gray", "–"),
}
OBJECTION = {
    "open": ":orange-badge[▲ open]",
    "beantwoord": ":blue-badge[● beantwoord]",
    "ingetrokken": ":gray-badge[ingetrokken]",
}
SHOWN = 8
"""So many opdrachten of each list stand there at once; the others are one click away."""


def proposal(beeld: Voorstelbeeld) -> None:
    """The whole proposal."""
    for text in beeld.conflicten:
        st.error(plain(text))
    if beeld.toelichting:
        st.markdown(plain(beeld.toelichting))
    left, middle, right = st.columns([1, 1, 1.15], gap="large")
    with left:
        changes(beeld.gevolg)
    with middle:
        who_notices(beeld.gevolg)
    with right:
        _said(beeld)
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
    """Who gains and who gives, alike, with the opdrachtgever; and what it costs."""
    with section("Wie merkt het?"):
        st.markdown(note(f"plan {gevolg.jaar}"), width="content")
    marks(gevolg.komt_erbij, "Komt erbij", "Geen opdracht krijgt meer uren.")
    marks(gevolg.levert_in, "Levert in", "Geen opdracht levert uren of geld in.")
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
    """The status after, the name with its opdrachtgever, and the coverage before and after."""
    frame = pd.DataFrame(
        {
            head: [
                f"{_sign(r)}\u00a0{plain(r.naam)} :gray[{plain(r.opdrachtgever)}]" for r in rijen
            ],
            "Dekking": [f":gray[{r.voor} →] {r.na}" if r.voor else r.na for r in rijen],
        }
    )
    return tables.styled(frame, right=["Dekking"])


def _sign(rij: Merkrij) -> str:
    if rij.geparkeerd or rij.status is None:
        colour, sign = SIGN["geparkeerd" if rij.geparkeerd else "niets"]
    else:
        colour, sign = STATUS[rij.status]
    return f":{colour}[{sign}]"


def _said(beeld: Voorstelbeeld) -> None:
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
        if beeld.mag_antwoorden and bezwaar.stand == "open":
            with st.popover("Antwoord"):
                key = f"antwoord_{beeld.nummer}_{bezwaar.nummer}"
                st.text_area("Uw antwoord", key=key)
                st.button(
                    "Verstuur antwoord",
                    key=f"{key}_knop",
                    on_click=_do,
                    args=(
                        "Het antwoord staat bij het bezwaar.",
                        lambda c: voorstellen.antwoord(
                            c.omgeving,
                            c.wie,
                            beeld.nummer,
                            beeld.versie,
                            bezwaar.nummer,
                            state.typed(key),
                        ),
                    ),
                )


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
                on_click=_do,
                args=(
                    "Uw akkoord staat bij het voorstel.",
                    lambda c: voorstellen.stem_in(c.omgeving, c.wie, number, version),
                ),
            )
            with st.popover("Maak bezwaar"):
                st.text_area("Waarom maakt u bezwaar?", key=f"{key}_bezwaar")
                st.button(
                    "Verstuur bezwaar",
                    key=f"{key}_bezwaar_knop",
                    on_click=_do,
                    args=(
                        "Uw bezwaar staat bij het voorstel.",
                        lambda c: voorstellen.maak_bezwaar(
                            c.omgeving, c.wie, number, version, state.typed(f"{key}_bezwaar")
                        ),
                    ),
                )
        if beeld.mag_adviseren:
            with st.popover("Geef advies"):
                st.text_area("Uw advies", key=f"{key}_advies")
                st.button(
                    "Verstuur advies",
                    key=f"{key}_advies_knop",
                    on_click=_do,
                    args=(
                        "Uw advies staat bij het voorstel.",
                        lambda c: voorstellen.adviseer(
                            c.omgeving, c.wie, number, version, state.typed(f"{key}_advies")
                        ),
                    ),
                )
        if beeld.mag_intrekken:
            st.button(
                link("Trek voorstel in"),
                type="tertiary",
                key=f"{key}_intrekken",
                on_click=_do,
                args=(
                    "Het voorstel is ingetrokken.",
                    lambda c: voorstellen.trek_in(c.omgeving, c.wie, number, version),
                ),
            )


def _gives(names: Sequence[str]) -> str:
    return "levert in" if len(names) == 1 else "leveren in"


def _bar(beeld: Voorstelbeeld) -> None:
    """The reason and the three outcomes; without the right the words why."""
    if not beeld.mag_besluiten:
        st.markdown(note(beeld.waarom_niet))
        return
    key = f"reden_{beeld.nummer}"
    wanted = "Reden (verplicht bij een open bezwaar)" if beeld.reden_verplicht else "Reden"
    with st.container(border=True), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(plain(beeld.besluit_van), key=key, placeholder=wanted, width="stretch")
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
        _do(
            "Het voorstel is teruggestuurd met uw vraag.",
            lambda c: voorstellen.stuur_terug(c.omgeving, c.wie, *seen, state.typed(key)),
        )
        return
    take = besluit.neem_aan if outcome == "neem_aan" else besluit.wijs_af

    def do(context: PageContext) -> str:
        genomen = take(
            context.omgeving, context.wie, *seen, beeld.op_levering, state.typed(key)
        ).besluit
        return f"Besluit vastgelegd met kenmerk {kenmerk(genomen.vingerafdruk)}."

    _do("", do)


def _do(said: str, act: Callable[[PageContext], object]) -> None:
    """Run an act before the page is drawn, and tell at the top what came of it."""
    try:
        answer = act(page_context())
    except SturingError as fault:
        state.tell(" ".join(filter(None, (fault.title, fault.message, fault.hint))), good=False)
    except Exception:  # the last net of an act: logged, and told in Dutch with its kenmerk
        state.tell(
            f"Dit lukte niet. Probeer het opnieuw, of geef kenmerk {log_fault()} door.", good=False
        )
    else:
        state.tell(said or str(answer), good=True)


def told() -> None:
    """What came of the last act, once."""
    text, good = state.take_told()
    if text:
        (st.success if good else st.warning)(plain(text))
