"""The dialog of a knob: choose one, fill its fields, see what it would do, add it.

Owns how a field is drawn and when a fault is shown. Every number is a text field, because a number
field of the browser reads a comma as it likes; the services read it and tell it back.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sturing.errors import SturingError
from sturing.services import knoppen
from sturing.services.knopinvoer import Invoer
from sturing.services.knopregister import keuzelijst
from sturing.services.knopvelden import JA, Formulier, Knop, Plaatswissel, Proef, Veld, Veldsoort
from sturing.ui import state
from sturing.ui.components import tables
from sturing.ui.components.outcome import refused
from sturing.ui.components.states import unforeseen
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext, page_context
from sturing.ui.state import KnobAsk

SHOWN = 8
"""So many opdrachten that rise, and as many that fall, stand in the dialog."""


def open_asked(context: PageContext) -> None:
    """Open the dialog that was asked for, once."""
    ask = state.knob_ask()
    if not ask.asked:
        return
    ask.asked = False
    if ask.regel:
        try:
            ask.knop = knoppen.knop_van_regel(context.omgeving, context.wie, ask.regel).value
        except SturingError as fault:
            state.board_talk().say(fault.title, refused="-")
            return
    title = "Wijziging aanpassen" if ask.regel else "Wijziging toevoegen"
    st.dialog(title, width="medium")(_dialog)(ask)


def _dialog(ask: KnobAsk) -> None:
    try:
        _fill(page_context(), ask)
    except SturingError as fault:
        refused(fault)
    except Exception:  # the last net of a dialog: logged, and told in Dutch with its kenmerk
        st.error(unforeseen())


def _fill(context: PageContext, ask: KnobAsk) -> None:
    knob = _choose(ask)
    if knob is None:
        return
    base = f"knop_{ask.number}_{knob.value}"
    regel = ask.regel or None
    form = knoppen.formulier(
        context.omgeving, context.wie, knob, _preset(ask), horizon=context.horizon, regel=regel
    )
    st.markdown(note(form.uitleg))
    if form.waarom_niet:
        st.info(plain(form.waarom_niet))
        return
    invoer = {veld.sleutel: _field(veld, f"{base}_{veld.sleutel}") for veld in form.velden}
    _search(context, form, invoer, base, regel)
    trial = knoppen.bekijk(
        context.omgeving, context.wie, knob, invoer, horizon=context.horizon, regel=regel
    )
    _show_trial(trial, form, invoer)
    with st.container(horizontal=True, horizontal_alignment="right"):
        words = "Bewaar" if regel else "Voeg toe"
        if st.button(words, type="primary", key=f"{base}_klaar"):
            _add(context, knob, invoer, ask, trial)


def _choose(ask: KnobAsk) -> Knop | None:
    """The knob of the dialog: as asked, or chosen in it."""
    if ask.knop:
        knob = Knop(ask.knop)
        name = next(k.naam for k in keuzelijst() if k.sleutel == knob.value)
        st.markdown(f"**{plain(name)}**")
        return knob
    names = {keuze.sleutel: keuze.naam for keuze in keuzelijst()}
    chosen = st.selectbox(
        "Wat wilt u wijzigen?",
        list(names),
        index=None,
        format_func=lambda key: names[key],
        placeholder="Kies een knop",
        key=f"knop_{ask.number}",
    )
    return None if chosen is None else Knop(chosen)


def _preset(ask: KnobAsk) -> Invoer:
    """What the board already knows: which opdracht, or which rows were chosen."""
    if not ask.opdrachten:
        return {}
    return {"opdracht": ask.opdrachten[0], "opdrachten": ask.opdrachten}


def _field(veld: Veld, key: str) -> str | tuple[str, ...]:
    """Draw one field and its explanation; what stands in it.

    The explanation stands under it: Streamlit's own sign for help is called "Help for ..." to who
    listens to the page, in English only.
    """
    value = _widget(veld, key)
    if veld.hulp:
        st.markdown(note(veld.hulp))
    return value


def _widget(veld: Veld, key: str) -> str | tuple[str, ...]:
    names = {keuze.sleutel: keuze.naam for keuze in veld.keuzes}
    if veld.soort is Veldsoort.KEUZE:
        state.begin_widget(key, veld.waarde if veld.waarde in names else None)
        chosen = st.selectbox(
            veld.naam,
            list(names),
            index=None,
            format_func=lambda code: names[code],
            placeholder=veld.vraag,
            key=key,
        )
        return chosen or ""
    if veld.soort is Veldsoort.MEERKEUZE:
        state.begin_widget(key, [code for code in veld.waarde if code in names])
        several = st.multiselect(
            veld.naam,
            list(names),
            format_func=lambda code: names[code],
            placeholder="Kies opdrachten",
            key=key,
        )
        return tuple(several)
    if veld.soort is Veldsoort.JA_NEE:
        state.begin_widget(key, veld.waarde == JA)
        return JA if st.checkbox(veld.naam, key=key) else ""
    state.begin_widget(key, str(veld.waarde))
    return st.text_input(veld.naam, key=key, autocomplete="off")


def _search(
    context: PageContext, form: Formulier, invoer: Invoer, base: str, regel: int | None
) -> None:
    """The button that looks for a value, and what it found, with a button to take it."""
    if not form.zoek or not st.button(form.zoek, key=f"{base}_zoek"):
        return
    with st.spinner("Bezig met rekenen"):
        found = knoppen.zoek(
            context.omgeving,
            context.wie,
            form.knop,
            invoer,
            horizon=context.horizon,
            regel=regel,
        )
    st.markdown(plain(found.tekst))
    if found.veld:
        st.button(
            f"Neem {found.waarde} over",
            key=f"{base}_neem",
            on_click=state.put_widget,
            args=(f"{base}_{found.veld}", found.waarde),
        )


def _show_trial(trial: Proef, form: Formulier, invoer: Invoer) -> None:
    """What was understood and what it would do. A field that is still empty is no fault yet."""
    if trial.begrepen:
        st.markdown(note("Begrepen: " + "; ".join(trial.begrepen)))
    if trial.fout:
        if not trial.veld or invoer.get(trial.veld):
            st.warning(plain(trial.fout))
        return
    with st.container(border=True, gap="small"):
        st.markdown(plain(trial.zin or "Dit heft uw vorige wijziging op."))
        for cost in trial.kosten:
            st.markdown(f"Kosten {plain(cost)}")
        st.markdown(f"{note(f'{trial.tegen}:')}  \n{plain(trial.gevolg)}")
        _shifts("Stijgt", trial.stijgt)
        _shifts("Daalt", trial.daalt)
        if form.knop in (Knop.GEWICHTEN, Knop.SCORE) and not (trial.stijgt or trial.daalt):
            st.markdown(note("De volgorde blijft gelijk: alles heeft een rang of staat al zo."))


def _shifts(title: str, shifts: Sequence[Plaatswissel]) -> None:
    if not shifts:
        return
    frame = pd.DataFrame(
        {
            title: [plain(x.naam) for x in shifts[:SHOWN]],
            "Was": [str(x.van) for x in shifts[:SHOWN]],
            "Wordt": [str(x.naar) for x in shifts[:SHOWN]],
        }
    )
    tables.show_table(tables.styled(frame, right=["Was", "Wordt"]), title)
    if len(shifts) > SHOWN:
        st.markdown(note(f"En nog {len(shifts) - SHOWN}."))


def _add(context: PageContext, knob: Knop, invoer: Invoer, ask: KnobAsk, trial: Proef) -> None:
    if trial.fout:
        st.error(plain(trial.fout))
        return
    answer = knoppen.voeg_toe(
        context.omgeving,
        context.wie,
        ask.versie,
        knob,
        invoer,
        context.horizon,
        regel=ask.regel or None,
    )
    if answer.geweigerd:
        st.error(plain(answer.geweigerd))
        return
    state.board_talk().say(answer.aankondiging)
    st.rerun()
