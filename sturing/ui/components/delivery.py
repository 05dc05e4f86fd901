"""Bringing data in: the template, the choice of files, and taking them over as a levering.

Owns the upload as a person goes through it. Nothing is stored before the last button; what was
judged is kept in the session, not in the database.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from sturing.errors import ConflictError, SturingError
from sturing.services.beelden import Gegevensbeeld
from sturing.services.bestandskeuze import laatste_keuze
from sturing.services.bewaking import zonder_backup
from sturing.services.leveringen import (
    Voorstel,
    controleer_bestanden,
    maak_leeg,
    neem_over,
)
from sturing.services.rangkeuze import neem_rangen_in_concept
from sturing.services.sjablonen import sjabloon
from sturing.services.tussentijds import tussentijds
from sturing.ui import address, state
from sturing.ui.components.parts import choose_part
from sturing.ui.components.states import show_error
from sturing.ui.components.texts import link, note, plain
from sturing.ui.components.upload import steps
from sturing.ui.context import PageContext

MAX_MB = 10
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EMPTY = "leeg"
DOMAIN = "domein"
TEAM = "team"
DELIVER = "inleveren"
HISTORY = "historie"
COMPLETENESS = "volledigheid"
UNDO = "ongedaan"
"""The name in the address of looking at what undoing does (components/history.py)."""
VIEWS = {DELIVER: "Inleveren", HISTORY: "Historie", COMPLETENESS: "Volledigheid"}


def choose_view() -> str:
    """Which of the three parts of the page; kept in the address, so that a link carries it."""
    return choose_part("Onderdeel", VIEWS, address.VIEW)


def template_button(context: PageContext, beeld: Gegevensbeeld) -> None:
    """The template: empty, or filled with the rows of one domain or one team."""
    names = {
        (EMPTY, ""): "Leeg sjabloon",
        **{(DOMAIN, k.sleutel): f"Domein {k.naam}" for k in beeld.domeinen},
        **{(TEAM, k.sleutel): f"Team {k.naam.removeprefix('Team ')}" for k in beeld.teams},
    }
    with st.popover("Haal sjabloon op"):
        choice = st.selectbox(
            "Welk sjabloon", list(names), format_func=lambda key: names[key], key="sjabloon_keuze"
        )
        kind, code = choice
        st.markdown(
            note(
                "Een leeg werkboek, of een werkboek met wat er nu van een team of domein in staat."
            )
        )
        st.download_button(
            "Download het werkboek",
            lambda: sjabloon(
                context.omgeving,
                context.wie,
                team=code if kind == TEAM else None,
                domein=code if kind == DOMAIN else None,
            ),
            file_name=f"sjabloon-{code.replace(' ', '-')}.xlsx" if code else "sjabloon.xlsx",
            mime=WORKBOOK,
            on_click="ignore",
            type="primary",
        )


def choose_files(context: PageContext) -> Voorstel | None:
    """The steps, the field for the files, and what came of judging them; None before a choice."""
    upload = state.upload()
    place = st.container()
    files = st.file_uploader(
        "Kies een of meer bestanden (.xlsx, .ods of .csv)",
        accept_multiple_files=True,
        key=f"bestanden_{upload.round}",
        max_upload_size=MAX_MB,
    )
    counting, told = laatste_keuze([file.name for file in files])
    files = [files[place] for place in counting]
    if not files:
        upload.key, upload.voorstel, upload.since, upload.choices = (), None, None, {}
        with place:
            steps(1)
        return None
    upload.stored, upload.told = None, ""
    # Judged for these files, this person and the plan of now: another identity has other rights,
    # and after another levering the difference is another one.
    number = context.omgeving.nummer()
    period = str(context.horizon.van)
    answers = (str(upload.recorded), *(f"{place}={code}" for place, code in upload.choices.items()))
    chosen = (context.wie.account, *(file.file_id for file in files))
    key = (str(number), period, *answers, *chosen)
    if upload.key != key:
        if upload.chosen != chosen:
            upload.since, upload.chosen = number, chosen
        upload.voorstel = _judge(context, files)
        upload.key = key
    voorstel = upload.voorstel
    with place:
        refused = voorstel is None or voorstel.beeld.geweigerd
        asked = voorstel is not None and voorstel.beeld.wacht_op_keuze
        steps(2 if refused else 3, refused=refused and not asked)
        if told:
            st.info(plain(told))
        _told_what_came_between(context, voorstel, number if upload.since is None else upload.since)
    return voorstel


def _told_what_came_between(context: PageContext, voorstel: Voorstel | None, since: int) -> None:
    """Who delivered while these files were looked at, and that the difference is a new one."""
    bereiken = () if voorstel is None else voorstel.beoordeling.bereiken
    between = tussentijds(context.omgeving, context.wie, since, bereiken)
    if between is not None:
        st.warning("  \n".join(plain(text) for text in (*between.zinnen, between.gevolg)))


def _judge(context: PageContext, files: Sequence[UploadedFile]) -> Voorstel | None:
    try:
        with _progress("Lezen") as progress:
            voorstel = controleer_bestanden(
                context.omgeving,
                context.wie,
                [(f.name, f.getvalue()) for f in files],
                progress,
                context.horizon,
                dict(state.upload().choices),
            )
            progress("Gevolg uitrekenen", 0.95)
            _ = voorstel.beeld
    except SturingError as fault:
        show_error(fault)
        return None
    return voorstel


@contextmanager
def _progress(text: str) -> Iterator[Callable[[str, float], None]]:
    """A bar that tells what is being done and how far it is; gone when the work is done."""
    bar = st.progress(0.0, text)

    def show(text: str, part: float) -> None:
        bar.progress(min(max(part, 0.0), 1.0), plain(text))

    try:
        yield show
    finally:
        bar.empty()


def just_stored(context: PageContext, number: int | None) -> None:
    """What was just taken over with the way back beside it, what came into the draft with it, and
    that it has no backup when that failed."""
    if number is not None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.success(f"Overgenomen als levering {number}. Dit is nu het plan.", width="stretch")
            st.button(
                "Maak ongedaan",
                on_click=address.look_at,
                args=(HISTORY, UNDO, number),
                width="content",
            )
        if notice := zonder_backup(context.omgeving, number):
            st.warning(plain(notice))
    if state.upload().told:
        st.info(plain(state.upload().told))


def accept(context: PageContext, voorstel: Voorstel, ranks: Collection[str] = ()) -> None:
    """The confirmations, and the one button that stores; `ranks` are the opdrachten whose uploaded
    rang was chosen for the draft."""
    beeld = voorstel.beeld
    with st.container(border=True):
        # Asked again when the files were judged again: it is another difference.
        judged = voorstel.op_levering
        seen = _confirmed(beeld.bevestig_let_op, f"let_op_gezien_{judged}")
        removal = _confirmed(beeld.bevestig_verwijdering, f"verwijdering_bevestigd_{judged}")
        with st.container(horizontal=True, horizontal_alignment="right"):
            st.button("Stop, bewaar niets", on_click=state.upload().clear)
            pressed = st.button(
                f"Neem over als levering {beeld.volgend_nummer}",
                type="primary",
                disabled=not (seen and removal),
            )
    st.markdown(
        note(
            "Er is nog niets opgeslagen. "
            f"U kunt levering {beeld.volgend_nummer} daarna nog ongedaan maken."
        )
    )
    if pressed:
        _store(context, voorstel, ranks, seen=seen, removal=removal)


def _confirmed(text: str, key: str) -> bool:
    """A checkbox when something must be confirmed; otherwise it is."""
    return bool(st.checkbox(plain(text), key=key)) if text else True


def _store(
    context: PageContext,
    voorstel: Voorstel,
    ranks: Collection[str],
    *,
    seen: bool,
    removal: bool,
) -> None:
    try:
        with _progress("Opslaan") as progress:
            levering = neem_over(
                context.omgeving,
                context.wie,
                voorstel,
                let_op_gezien=seen,
                verwijdering_bevestigd=removal,
                voortgang=progress,
            )
    except SturingError as fault:
        if isinstance(fault, ConflictError) and context.omgeving.nummer() != voorstel.op_levering:
            # Somebody was first: the next run judges anew and says who.
            st.rerun()
        show_error(fault)
        return
    state.upload().clear(levering.nummer, _into_draft(context, voorstel, ranks))
    st.rerun()


def _into_draft(context: PageContext, voorstel: Voorstel, ranks: Collection[str]) -> str:
    """The chosen ranks into the draft; a fault there leaves the levering as it was stored."""
    shown = voorstel.vooruitblik.rangen
    if not ranks or shown is None:
        return ""
    try:
        answer = neem_rangen_in_concept(
            context.omgeving, context.wie, shown.versie, voorstel.beoordeling.rangen, ranks
        )
    except SturingError as fault:
        return f"De gekozen rangen staan niet in uw concept. {fault.title} {fault.hint}".strip()
    if answer.geweigerd:
        return f"De gekozen rangen staan niet in uw concept. {answer.geweigerd}"
    return answer.aankondiging


def empty_organisation(context: PageContext, beeld: Gegevensbeeld) -> None:
    """Only in the demonstration: begin with an empty organisation, after a second look."""
    if not beeld.kan_leegmaken:
        return
    with st.popover(link("Begin met een lege organisatie"), type="tertiary"):
        st.markdown(
            "Alle teams en opdrachten van de demonstratie vervallen, met alle scenario's, open "
            "voorstellen, signalen, vragen en gespreksnotities van iedereen. Die komen niet terug "
            "als u het leegmaken ongedaan maakt. Daarna kunt u een eigen werkboek inlezen."
        )
        if st.button("Maak de demonstratie leeg", type="primary"):
            levering = maak_leeg(context.omgeving, context.wie)
            state.upload().clear(levering.nummer)
            st.rerun()
