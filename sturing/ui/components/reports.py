"""What Rapportage offers: the contents of a report, and the buttons that make and give a file.

Owns that a file is made when its button is pressed, and only then. Must never judge a right: the
services do, once more at that moment.
"""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from sturing.domain.wie import Wie
from sturing.services.blik import Kijk
from sturing.services.omgeving import Omgeving
from sturing.services.rapportage import Rapportagebeeld
from sturing.services.rapporten import BRIEF
from sturing.services.rapportverzoek import BUNDEL, maak_gevraagd
from sturing.ui.components.tables import show_table
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext

_FORMS = (("xlsx", "Excel"), ("docx", "Word"), ("pdf", "PDF"))
_MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
}


def contents(beeld: Rapportagebeeld) -> None:
    """What stands in the report, part by part."""
    st.header(plain(beeld.titel), anchor=False)
    frame = pd.DataFrame(
        [{"Onderdeel": plain(r.kop), "Hoeveel": plain(r.hoeveel)} for r in beeld.inhoud]
    )
    show_table(frame, "Wat er in de rapportage staat")
    for deel in beeld.teksten:
        st.subheader(plain(deel.kop), anchor=False)
        for zin in deel.zinnen:
            st.markdown(plain(zin))


def files(context: PageContext, beeld: Rapportagebeeld) -> None:
    """The report as Excel, Word and PDF."""
    st.header("Maak het bestand", anchor=False)
    st.markdown(
        note("Hoogstens twee bladzijden. Wie wat meeneemt, staat met het kenmerk in het log.")
    )
    with st.container(horizontal=True):
        for ending, name in _FORMS:
            _button(context, f"Maak {name}", beeld.soort, beeld.sleutel, beeld.bestand, ending)


def bundle(context: PageContext, beeld: Rapportagebeeld) -> None:
    """All reports at once, for the weekly meeting; nothing when there is one."""
    if not beeld.bundel:
        return
    st.header("Alles voor het weekoverleg", anchor=False)
    st.markdown(note(beeld.bundel))
    _button(context, "Maak de bundel", BUNDEL, "", "rapportages", "zip")


def letter(context: PageContext, beeld: Rapportagebeeld) -> None:
    """The letter that says why an opdracht waits, for every one that falls short."""
    if not beeld.brieven:
        return
    st.header("Brief: hier is geen plaats voor", anchor=False)
    st.markdown(
        note("Legt in gewone woorden uit waarom een opdracht wacht, en wat dat zou veranderen.")
    )
    names = {keuze.sleutel: keuze.naam for keuze in beeld.brieven}
    code = st.selectbox(
        "Over welke opdracht", list(names), format_func=lambda c: names[c], key="brief_opdracht"
    )
    with st.container(horizontal=True):
        for ending, name in _FORMS[1:]:
            _button(context, f"Maak brief in {name}", BRIEF, code, f"brief-{code}", ending)


def _button(context: PageContext, name: str, kind: str, code: str, file: str, ending: str) -> None:
    # It runs outside the session, so what is looked at is read here.
    made = partial(_content, context.omgeving, context.wie, context.kijk, (kind, code, ending))
    st.download_button(
        name,
        made,
        file_name=f"{file}.{ending}",
        mime=_MIME[ending],
        on_click="ignore",
        key=f"maak_{'rapport' if kind not in (BRIEF, BUNDEL) else kind}_{ending}",
    )


def _content(omgeving: Omgeving, wie: Wie, kijk: Kijk, what: tuple[str, str, str]) -> bytes:
    kind, code, ending = what
    return maak_gevraagd(omgeving, wie, kind, code, f".{ending}", kijk).inhoud
