"""What an upload asks before it can be read: how an export is read, and what an unknown code means.

Owns the two forms; every answer goes to a service, which records it. Nothing of the file itself is
kept here. Draws nothing for an upload without questions.
"""

from __future__ import annotations

import streamlit as st

from sturing.errors import SturingError
from sturing.services import bedoeld, koppeling
from sturing.services.bedoeld import Vraag
from sturing.services.beelden import Keuze
from sturing.services.koppeling import Koppelbeeld, Koppelkeuze, Koppelkolom
from sturing.services.leveringen import Voorstel
from sturing.ui import state
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import PageContext

NOT_THERE = ""
SHOWN = 5
"""So many unknown codes are asked at once; the rest comes after them."""


def show(context: PageContext, voorstel: Voorstel) -> None:
    """The exports that wait for a koppeling, then the unknown codes."""
    for sleutel, doel in koppeling.openstaand(voorstel.beoordeling):
        _export(context, voorstel, sleutel, doel)
    for sleutel, doel, bron in koppeling.gelezen(voorstel.beoordeling):
        with st.expander(plain(f"Pas aan hoe wij de export van {bron} lezen")):
            _export(context, voorstel, sleutel, doel)
    vragen = bedoeld.vragen(context.omgeving, voorstel.beoordeling)
    if not vragen:
        return
    st.header("Bedoelt u misschien", anchor=False)
    for vraag in vragen[:SHOWN]:
        _question(context, voorstel, vraag)
    if len(vragen) > SHOWN:
        st.markdown(note(f"Hierna komen er nog {len(vragen) - SHOWN}."))


def _export(context: PageContext, voorstel: Voorstel, sleutel: str, doel: str) -> None:
    with st.container(border=True):
        head = st.container(gap=None)
        target = st.selectbox(
            "Welk blad van Sturing is dit?",
            koppeling.doelen(),
            index=koppeling.doelen().index(doel),
            key=f"koppel_doel_{sleutel}",
            width=280,
        )
        beeld = koppeling.koppelbeeld(
            context.omgeving, context.wie, voorstel.beoordeling, sleutel, target or doel
        )
        with head:
            st.header(plain(beeld.titel), anchor=False)
            for text in (beeld.uitleg, beeld.niet_gelezen):
                if text:
                    st.markdown(plain(text))
        keuze = _form(beeld)
        pressed = st.button(
            "Leg vast en lees het bestand", type="primary", key=f"koppel_vast_{sleutel}"
        )
        st.markdown(
            note("Dit hoeft u één keer te doen. De volgende export met deze kolommen lezen wij zo.")
        )
    if pressed:
        _record(context, voorstel, sleutel, keuze)


def _form(beeld: Koppelbeeld) -> Koppelkeuze:
    kolommen: dict[str, str] = {}
    vast: dict[str, str] = {}
    shown = [k for k in beeld.kolommen if k.verplicht or k.kop or k.vast]
    rest = [k for k in beeld.kolommen if k not in shown]
    for kolom in shown:
        _column(beeld, kolom, kolommen, vast)
    if rest:
        with st.expander("Kolommen die mogen, maar niet hoeven"):
            for kolom in rest:
                _column(beeld, kolom, kolommen, vast)
    pseudo = _pseudo(beeld)
    decimaalpunt = st.checkbox(
        "In dit bestand is een punt het teken voor decimalen (88.58)",
        value=beeld.decimaalpunt,
        key=f"koppel_punt_{beeld.sleutel}_{beeld.doel}",
    )
    return Koppelkeuze(
        doel=beeld.doel, kolommen=kolommen, vast=vast, pseudo=pseudo, decimaalpunt=decimaalpunt
    )


def _column(
    beeld: Koppelbeeld, kolom: Koppelkolom, kolommen: dict[str, str], vast: dict[str, str]
) -> None:
    key = f"{beeld.sleutel}_{beeld.doel}_{kolom.veld}"
    left, right = st.columns(2)
    koppen = [NOT_THERE, *(k.sleutel for k in beeld.koppen)]
    with left:
        kolommen[kolom.veld] = st.selectbox(
            plain(f"{kolom.naam}{' *' if kolom.verplicht else ''}"),
            koppen,
            index=koppen.index(kolom.kop) if kolom.kop in koppen else 0,
            format_func=lambda kop: f"kolom {kop}" if kop else "staat niet in dit bestand",
            key=f"koppel_kop_{key}",
        )
    if not kolommen[kolom.veld]:
        with right:
            vast[kolom.veld] = _fixed(kolom, key)


def _fixed(kolom: Koppelkolom, key: str) -> str:
    label = plain(f"Lees overal deze waarde als {kolom.naam}")
    if not kolom.keuzes:
        return st.text_input(label, value=kolom.vast, key=f"koppel_vast_{key}")
    return _choose(label, kolom.keuzes, f"koppel_vast_{key}", kolom.vast)


def _choose(label: str, keuzes: tuple[Keuze, ...], key: str, chosen: str) -> str:
    """One of the choices; the empty text when none is chosen."""
    names = {k.sleutel: k.naam for k in keuzes}
    options = list(names)
    answer = st.selectbox(
        label,
        options,
        index=options.index(chosen) if chosen in names else None,
        format_func=lambda code: names[code],
        placeholder="Kies",
        key=key,
    )
    return answer or ""


def _pseudo(beeld: Koppelbeeld) -> dict[str, str]:
    if not beeld.pseudo:
        return {}
    st.markdown("**Dit lijken geen opdrachten.** Kies wat ermee moet gebeuren.")
    return {
        waarde.sleutel: _choose(
            plain(waarde.naam),
            beeld.pseudo_keuzes[waarde.sleutel],
            f"koppel_pseudo_{beeld.sleutel}_{beeld.doel}_{waarde.sleutel}",
            "",
        )
        for waarde in beeld.pseudo
    }


def _record(context: PageContext, voorstel: Voorstel, sleutel: str, keuze: Koppelkeuze) -> None:
    try:
        koppeling.bevestig(context.omgeving, context.wie, voorstel.beoordeling, sleutel, keuze)
    except SturingError as fault:
        st.error(plain(" ".join(part for part in (fault.title, fault.message) if part)))
        return
    state.upload().recorded += 1
    st.rerun()


def _question(context: PageContext, voorstel: Voorstel, vraag: Vraag) -> None:
    with st.container(border=True):
        st.markdown(f"{plain(vraag.zin)} {note(vraag.waar)}")
        with st.container(horizontal=True):
            for place, keuze in enumerate(vraag.nabij):
                if st.button(
                    plain(f"Ja, {keuze.naam}" if keuze.sleutel and not place else keuze.naam),
                    key=f"bedoeld_{vraag.nummer}_{place}",
                    type="primary" if place == 0 else "secondary",
                ):
                    _answer(context, voorstel, vraag, keuze.sleutel)
            with st.popover(link("Iets anders"), type="tertiary"):
                names = {k.sleutel: k.naam for k in vraag.alle}
                other = st.selectbox(
                    "Wat bedoelt u?",
                    list(names),
                    index=None,
                    format_func=lambda code: names[code],
                    placeholder="Kies",
                    key=f"bedoeld_anders_{vraag.nummer}",
                )
                if st.button(
                    "Lees het zo", key=f"bedoeld_zo_{vraag.nummer}", disabled=other is None
                ):
                    _answer(context, voorstel, vraag, other or "")
        if vraag.onthouden:
            st.markdown(note(vraag.onthouden))


def _answer(context: PageContext, voorstel: Voorstel, vraag: Vraag, code: str) -> None:
    upload = state.upload()
    try:
        here = bedoeld.antwoord(
            context.omgeving, context.wie, voorstel.beoordeling, vraag.nummer, code
        )
    except SturingError as fault:
        st.error(plain(" ".join(part for part in (fault.title, fault.message) if part)))
        return
    if here is None:
        upload.recorded += 1
    else:
        upload.choices[here] = code
    st.rerun()
