"""The command `sturing`: the entry for people without a browser, schedules and checks.

Owns: arguments, exit codes (0 done, 2 refused by a rule, 3 the system could not) and where text
goes: answers on stdout, refusals on stderr, with --json nothing but JSON on stdout. What a command
does stands in loket.commands: it is carried out by the running application, or here. Must never
import Streamlit, except in `start` (through ui.server). No units of its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from sturing.cli_dutch import (
    DutchGroup,
    GetalType,
    KeuzeType,
    MaandType,
    PadType,
    argument,
    run_dutch,
)
from sturing.cli_io import period, read_files, show, sizes, write_file
from sturing.domain.keuzes import Domein, Methode
from sturing.domain.tijd import Horizon, Maand
from sturing.errors import BestandError, InvoerError
from sturing.loket.commands import TRACE_VARIABLE, read_in_answer
from sturing.loket.request import (
    MOST_FILE_BYTES,
    MOST_FILES,
    Answer,
    Form,
    InputFile,
    Request,
    Value,
)

DB = click.option("--db", type=PadType(), required=True, help="De database van Sturing.")
JSON = click.option("--json", "als_json", is_flag=True, help="Het antwoord als JSON.")


@click.group(cls=DutchGroup, no_args_is_help=True)
def sturing() -> None:
    """Sturing: wat kan de organisatie aan, en wat gebeurt er als iets anders voorgaat?"""


@sturing.command()
@click.option("--demo", is_flag=True, help="Met de verzonnen organisatie van de demonstratie.")
@click.option("--db", type=PadType(), help="De database; zonder --demo is deze nodig.")
@click.option(
    "--poort", type=GetalType(0, 65535), help="De poort (0: een vrije); anders vanaf 8501."
)
@click.option("--geen-browser", is_flag=True, help="Open geen browser.")
@click.option(
    "--adres", metavar="ADRES", default="127.0.0.1", help="Alleen een adres van deze computer zelf."
)
def start(demo: bool, db: Path | None, poort: int | None, geen_browser: bool, adres: str) -> None:
    """Start de toepassing in de browser."""
    from sturing.ui import server

    server.start(
        db=db,
        demo=demo,
        address=adres,
        port=poort,
        browser=not geen_browser,
        say=lambda text: click.echo(text),
        progress=lambda text: click.echo(text, err=True),
    )


@sturing.command()
@DB
@click.option("--werkboek", type=PadType(), help="Schrijf ook de werkboeken, in deze map.")
def demo(db: Path, werkboek: Path | None) -> None:
    """Maak de database van de demonstratie."""
    from sturing.services.demonstratie import maak_demonstratie

    nummer = maak_demonstratie(db, werkboek)
    click.echo(f"De demonstratie staat in {db} (levering {nummer}).")


@sturing.command()
@argument("pad", metavar="PAD.xlsx")
@click.option("--team", metavar="CODE", help="Een team: het sjabloon bevat dan wat er al staat.")
@click.option("--domein", type=KeuzeType(tuple(Domein)), help="Of een domein, ook gevuld.")
@click.option("--db", type=PadType(), help="De database waarin het team of domein staat.")
def sjabloon(pad: Path, team: str | None, domein: str | None, db: Path | None) -> int:
    """Maak een werkboek om in te vullen."""
    if pad.suffix.lower() != ".xlsx":
        raise InvoerError(
            f"'{pad.name}' is geen naam voor een werkboek.", hint="Laat de naam eindigen op .xlsx."
        )
    if (team is not None or domein is not None) and db is None:
        raise InvoerError(
            "Voor een gevuld sjabloon is de database nodig.", hint="Geef ook --db PAD."
        )
    if db is None:
        from sturing.services.sjablonen import leeg_sjabloon

        answer = Answer(content=leeg_sjabloon())
    else:
        answer = _ask("sjabloon", db, {"team": team, "domein": domein})
    return _written(answer, pad, f"Het sjabloon staat in {pad}.", overwrite=False)


@sturing.command()
@argument("bestanden", metavar="BESTAND...", many=True)
@DB
@click.option("--alleen-controle", is_flag=True, help="Controleer alleen; bewaar niets.")
@click.option("--streng", is_flag=True, help="Weiger ook bij punten die opvallen (let op).")
@click.option("--bevestig", is_flag=True, help="Laat ook een groot deel van de rijen vervallen.")
@JSON
def inlezen(
    bestanden: tuple[Path, ...],
    db: Path,
    alleen_controle: bool,
    streng: bool,
    bevestig: bool,
    als_json: bool,
) -> int:
    """Lees werkboeken in als één levering."""
    form = Form.JSON if als_json else Form.TEXT
    if len(bestanden) > MOST_FILES:
        raise InvoerError(f"Kies ten hoogste {MOST_FILES} bestanden.")
    files = read_files(bestanden, MOST_FILE_BYTES)
    if files is None:
        from sturing.services.inlezen import weiger_te_groot

        return show(read_in_answer(weiger_te_groot(sizes(bestanden)), form), exact=als_json)
    switches = {"alleen_controle": alleen_controle, "streng": streng, "bevestig": bevestig}
    # A check makes nothing, so not a database either.
    plaats = None if alleen_controle and not db.exists() else db
    answer = _ask("inlezen", plaats, switches, form=form, files=files, make=True)
    return show(answer, exact=als_json)


@sturing.command()
@DB
@click.option("--van", type=MaandType(), required=True, help="De eerste maand.")
@click.option("--tot", type=MaandType(), required=True, help="De laatste maand.")
@click.option(
    "--methode", type=KeuzeType(tuple(Methode)), help="De manier van verdelen; anders die nu geldt."
)
@click.option("--scenario", type=GetalType(1, 2**31 - 1), help="Het nummer van een concept.")
@JSON
def verdeling(
    db: Path, van: Maand, tot: Maand, methode: str | None, scenario: int | None, als_json: bool
) -> int:
    """Wie krijgt welke uren en euro's?"""
    Horizon(van, tot)  # refuses what is no period before anything is opened
    arguments = {"van": str(van), "tot": str(tot), "methode": methode, "scenario": scenario}
    form = Form.JSON if als_json else Form.TEXT
    return show(_ask("verdeling", db, arguments, form=form), exact=als_json)


@sturing.command()
@click.argument("naam")
@DB
@click.option("--van", type=MaandType(), help="De eerste maand; anders het planjaar.")
@click.option("--tot", type=MaandType(), help="De laatste maand.")
@click.option("--csv", "als_csv", is_flag=True, help="Het antwoord als CSV, met puntkomma's.")
@click.option("--xlsx", type=PadType(), help="Schrijf het antwoord in dit werkboek.")
@JSON
def analyse(
    naam: str,
    db: Path,
    van: Maand | None,
    tot: Maand | None,
    als_csv: bool,
    xlsx: Path | None,
    als_json: bool,
) -> int:
    """Eén analyse van het plan van nu."""
    if sum((als_csv, xlsx is not None, als_json)) > 1:
        raise InvoerError("Kies er één: --json, --csv of --xlsx.")
    arguments: dict[str, Value] = {"naam": naam, **period(van, tot)}
    form = Form.CSV if als_csv else Form.JSON if als_json else Form.XLSX if xlsx else Form.TEXT
    answer = _ask("analyse", db, arguments, form=form)
    if xlsx is not None:
        return _written(answer, xlsx, f"De analyse staat in {xlsx}.", overwrite=True)
    return show(answer, exact=als_csv or als_json)


@sturing.command()
@click.argument("soort")
@click.argument("sleutel", required=False)
@DB
@click.option("--uit", type=PadType(), required=True, help="Schrijf de rapportage in dit bestand.")
@click.option("--van", type=MaandType(), help="De eerste maand; anders het planjaar.")
@click.option("--tot", type=MaandType(), help="De laatste maand.")
def rapport(
    soort: str, sleutel: str | None, db: Path, uit: Path, van: Maand | None, tot: Maand | None
) -> int:
    """Eén rapportage, een brief, of alles in één bundel."""
    arguments: dict[str, Value] = {
        "soort": soort,
        "sleutel": sleutel,
        "uitgang": uit.suffix.lower(),
        **period(van, tot),
    }
    answer = _ask("rapport", db, arguments)
    return _written(answer, uit, f"De rapportage staat in {uit}.", overwrite=True)


@sturing.command()
@argument("pad", metavar="PAD")
@DB
def backup(pad: Path, db: Path) -> int:
    """Maak een kopie van de database."""
    answer = _ask("backup", db, {"pad": str(pad.absolute())})
    if answer.code == 0 and not pad.exists():
        raise BestandError(
            f"De toepassing heeft '{pad.name}' gemaakt, maar hier is het niet te zien.",
            hint="Zij ziet andere mappen dan u. Kies een plaats naast de database.",
        )
    return _finished(answer, f"De kopie staat in {pad}.")


@sturing.command()
@argument("pad", metavar="PAD")
@DB
def herstel(pad: Path, db: Path) -> None:
    """Zet een kopie terug."""
    from sturing.loket.client import require_stopped
    from sturing.loket.place import own_account
    from sturing.services import beheer
    from sturing.services.omgeving import systeem

    require_stopped(db)
    beheer.herstel(systeem(own_account()), pad, db)
    click.echo(f"De kopie {pad} is teruggezet in {db}.")


@sturing.command()
@DB
@click.option("--gezien", is_flag=True, help="De meldingen aan de beheerder zijn gelezen.")
def controleer(db: Path, gezien: bool) -> int:
    """Klopt de database?"""
    return show(_ask("controleer", db, {"gezien": gezien}))


def _ask(
    command: str,
    db: Path | None,
    arguments: Mapping[str, Value] | None = None,
    *,
    form: Form = Form.TEXT,
    files: tuple[InputFile, ...] = (),
    make: bool = False,
) -> Answer:
    """Have a command carried out by the running application, or here when there is none."""
    from sturing.loket.client import ask

    request = Request(
        command=command,
        form=form,
        arguments=arguments or {},
        files=files,
        trace=os.environ.get(TRACE_VARIABLE) == "1",
    )
    return ask(request, db, make=make)


def _written(answer: Answer, path: Path, done: str, *, overwrite: bool) -> int:
    """Write the file of an answer, and only then say that it is there."""
    if answer.content is not None:
        write_file(path, answer.content, overwrite=overwrite)
    return _finished(answer, done)


def _finished(answer: Answer, done: str) -> int:
    code = show(answer)
    if code == 0:
        click.echo(done)
    return code


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; refusals are printed on stderr."""
    return run_dutch(sturing, arguments)


def main() -> None:
    """Entry point of the console script."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
