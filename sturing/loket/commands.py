"""The commands themselves: a request carried out on an open database, and the answer to it.

Owns: which service each command calls and what it answers with; the one place for it, so that a
command gives the same bytes beside a running application as without one. Must never read or write
a file of the person who asks, except the copy that `backup` makes. Imports services inside each
command, so that none waits for what it does not need. No units of its own.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Horizon, Maand
from sturing.errors import LoketError, SturingError
from sturing.loket import lines
from sturing.loket.request import Answer, Form, Request

if TYPE_CHECKING:
    from sturing.domain.wie import Wie
    from sturing.services.inlezen import Inleesuitkomst
    from sturing.services.omgeving import Omgeving

REFUSED: Final = 2
SYSTEM_FAULT: Final = 3
TRACE_VARIABLE: Final = "STURING_SPOOR"
"""Set to 1: an unexpected fault is printed with the lines of the program that led to it."""


def carry_out(request: Request, omgeving: Omgeving, wie: Wie) -> Answer:
    """The answer to `request`; a refusal or a fault is an answer too, so nothing is raised."""
    try:
        command = _COMMANDS.get(request.command)
        if command is None:
            raise LoketError(f"Het commando '{request.command}' bestaat niet.")
        return command(omgeving, wie, request)
    except SturingError as fault:
        return Answer(code=fault.exit_code, err=f"{fault}\n")
    except Exception as fault:
        trace = traceback.format_exc() if request.trace else ""
        return Answer(code=SYSTEM_FAULT, err=f"{trace}{unexpected(fault)}\n")


def unexpected(fault: Exception) -> str:
    """The sentence for a fault that nobody foresaw; names its kind and none of its contents."""
    return (
        f"Er ging iets mis in Sturing zelf ({type(fault).__name__}). Zet {TRACE_VARIABLE}=1 "
        "en herhaal het commando voor de bijzonderheden."
    )


def read_in_answer(uitkomst: Inleesuitkomst, form: Form) -> Answer:
    """What `inlezen` prints of what came of it."""
    if form is Form.JSON:
        out = lines.json_text(lines.inlezen_json(uitkomst))
    else:
        out = lines.text(lines.inlezen_lines(uitkomst))
    return Answer(code=REFUSED if uitkomst.status == "geweigerd" else 0, out=out)


def _sjabloon(omgeving: Omgeving, wie: Wie, request: Request) -> Answer:
    from sturing.services.sjablonen import sjabloon

    team, domein = request.optional_text("team"), request.optional_text("domein")
    return Answer(content=sjabloon(omgeving, wie, team, domein))


def _inlezen(omgeving: Omgeving, wie: Wie, request: Request) -> Answer:
    from sturing.services.bewaking import zonder_backup
    from sturing.services.inlezen import lees_in

    uitkomst = lees_in(
        omgeving,
        wie,
        [(file.name, file.content) for file in request.files],
        alleen_controle=request.flag("alleen_controle"),
        streng=request.flag("streng"),
        bevestig=request.flag("bevestig"),
        toelichten=request.form is not Form.JSON,
    )
    answer = read_in_answer(uitkomst, request.form)
    notice = zonder_backup(omgeving, uitkomst.levering) if uitkomst.levering else ""
    return replace(answer, err=f"{notice}\n") if notice else answer


def _verdeling(omgeving: Omgeving, wie: Wie, request: Request) -> Answer:
    from sturing.services import verdeling_json

    methode = request.optional_text("methode")
    antwoord = verdeling_json.verdeling(
        omgeving,
        wie,
        Horizon(Maand.van_tekst(request.text("van")), Maand.van_tekst(request.text("tot"))),
        Methode(methode) if methode else None,
        request.optional_number("scenario"),
    )
    if request.form is Form.JSON:
        return Answer(out=lines.json_text(antwoord))
    return Answer(out=lines.text(lines.verdeling_lines(antwoord)))


def _analyse(omgeving: Omgeving, wie: Wie, request: Request) -> Answer:
    from sturing.services import analyse as analyses

    tabel = analyses.analyse(omgeving, wie, request.text("naam"), _horizon(request))
    if request.form is Form.JSON:
        return Answer(out=lines.json_text(lines.analyse_json(tabel)))
    if request.form is Form.CSV:
        return Answer(out=analyses.als_csv(tabel))
    if request.form is Form.XLSX:
        return Answer(content=analyses.als_xlsx(tabel))
    table = lines.table(tabel.kolommen, tabel.rijen)
    return Answer(out=lines.text((tabel.titel, "", *table)))


def _rapport(omgeving: Omgeving, wie: Wie, request: Request) -> Answer:
    from sturing.services.blik import Kijk
    from sturing.services.rapportverzoek import maak_gevraagd

    bestand = maak_gevraagd(
        omgeving,
        wie,
        request.text("soort"),
        request.optional_text("sleutel") or "",
        request.text("uitgang"),
        Kijk(horizon=_horizon(request)),
    )
    return Answer(content=bestand.inhoud)


def _horizon(request: Request) -> Horizon | None:
    """The period that was asked for; None is the plan year."""
    van, tot = request.optional_text("van"), request.optional_text("tot")
    return Horizon(Maand.van_tekst(van), Maand.van_tekst(tot)) if van and tot else None


def _backup(omgeving: Omgeving, wie: Wie, request: Request) -> Answer:
    from sturing.services import beheer

    beheer.backup(omgeving, wie, Path(request.text("pad")))
    return Answer()


def _controleer(omgeving: Omgeving, wie: Wie, request: Request) -> Answer:
    from sturing.services import beheer, bewaking

    notices = bewaking.meldingen(omgeving, wie)
    problemen = beheer.controleer(omgeving, wie)
    if request.flag("gezien"):
        bewaking.gezien(omgeving, wie)
    told = lines.text((*notices, *problemen))
    if problemen:
        return Answer(code=SYSTEM_FAULT, err=told)
    return Answer(out="De database is in orde.\n", err=told)


_COMMANDS: Final[dict[str, Callable[[Omgeving, Wie, Request], Answer]]] = {
    "sjabloon": _sjabloon,
    "inlezen": _inlezen,
    "verdeling": _verdeling,
    "analyse": _analyse,
    "rapport": _rapport,
    "backup": _backup,
    "controleer": _controleer,
}
