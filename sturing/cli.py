"""The command `sturing`: the entry for people without a browser, schedules and checks.

Owns: arguments, exit codes (0 done, 2 refused by a rule, 3 the system could not) and where text
goes: answers on stdout, refusals on stderr, with --json nothing but JSON on stdout. Calls services
only, and imports them inside each command, so that a command waits for nothing it does not need.
Must never import Streamlit, except in `start` (through ui.server). No units of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sturing import cli_output as out
from sturing.cli_dutch import (
    SYSTEM_FAULT,
    DutchGroup,
    GetalType,
    KeuzeType,
    MaandType,
    PadType,
    argument,
    run_dutch,
)
from sturing.domain.keuzes import Domein, Methode
from sturing.domain.tijd import Horizon, Maand
from sturing.errors import InvoerError

if TYPE_CHECKING:
    from sturing.domain.wie import Wie
    from sturing.services.omgeving import Omgeving


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
def sjabloon(pad: Path, team: str | None, domein: str | None, db: Path | None) -> None:
    """Maak een werkboek om in te vullen."""
    from sturing.services import sjablonen

    if pad.suffix.lower() != ".xlsx":
        raise InvoerError(
            f"'{pad.name}' is geen naam voor een werkboek.", hint="Laat de naam eindigen op .xlsx."
        )
    if (team is not None or domein is not None) and db is None:
        raise InvoerError(
            "Voor een gevuld sjabloon is de database nodig.", hint="Geef ook --db PAD."
        )
    if db is None:
        inhoud = sjablonen.leeg_sjabloon()
    else:
        with _open(db) as (omgeving, wie):
            inhoud = sjablonen.sjabloon(omgeving, wie, team, domein)
    out.write_file(pad, inhoud, overwrite=False)
    click.echo(f"Het sjabloon staat in {pad}.")


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
    from sturing.services.inlezen import lees_in

    # A check makes nothing, so not a database either.
    plaats = None if alleen_controle and not db.exists() else db
    with _open(plaats, nieuw=True) as (omgeving, wie):
        uitkomst = lees_in(
            omgeving,
            wie,
            bestanden,
            alleen_controle=alleen_controle,
            streng=streng,
            bevestig=bevestig,
        )
    if als_json:
        out.print_json(out.inlezen_json(uitkomst))
    else:
        for line in out.inlezen_lines(uitkomst):
            click.echo(line)
    return 2 if uitkomst.status == "geweigerd" else 0


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
) -> None:
    """Wie krijgt welke uren en euro's?"""
    from sturing.services import verdeling_json

    horizon = Horizon(van, tot)
    with _open(db) as (omgeving, wie):
        antwoord = verdeling_json.verdeling(
            omgeving, wie, horizon, Methode(methode) if methode else None, scenario
        )
    if als_json:
        out.print_json(antwoord)
    else:
        for line in out.verdeling_lines(antwoord):
            click.echo(line)


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
) -> None:
    """Eén analyse van het plan van nu."""
    from sturing.services import analyse as analyses

    if sum((als_csv, xlsx is not None, als_json)) > 1:
        raise InvoerError("Kies er één: --json, --csv of --xlsx.")
    if (van is None) != (tot is None):
        raise InvoerError("Geef --van en --tot samen, of geen van beide.")
    horizon = Horizon(van, tot) if van is not None and tot is not None else None
    with _open(db) as (omgeving, wie):
        tabel = analyses.analyse(omgeving, wie, naam, horizon)
    if als_json:
        out.print_json(out.analyse_json(tabel))
    elif als_csv:
        out.print_text(analyses.als_csv(tabel))
    elif xlsx is not None:
        out.write_file(xlsx, analyses.als_xlsx(tabel), overwrite=True)
        click.echo(f"De analyse staat in {xlsx}.")
    else:
        for line in (tabel.titel, "", *out.table(tabel.kolommen, tabel.rijen)):
            click.echo(line)


@sturing.command()
@argument("pad", metavar="PAD")
@DB
def backup(pad: Path, db: Path) -> None:
    """Maak een kopie van de database."""
    from sturing.services import beheer

    with _open(db) as (omgeving, wie):
        beheer.backup(omgeving, wie, pad)
    click.echo(f"De kopie staat in {pad}.")


@sturing.command()
@argument("pad", metavar="PAD")
@DB
def herstel(pad: Path, db: Path) -> None:
    """Zet een kopie terug."""
    from sturing.services import beheer
    from sturing.services.omgeving import systeem

    beheer.herstel(systeem(), pad, db)
    click.echo(f"De kopie {pad} is teruggezet in {db}.")


@sturing.command()
@DB
def controleer(db: Path) -> int:
    """Klopt de database?"""
    from sturing.services import beheer

    with _open(db) as (omgeving, wie):
        problemen = beheer.controleer(omgeving, wie)
    for probleem in problemen:
        click.echo(probleem, err=True)
    if problemen:
        return SYSTEM_FAULT
    click.echo("De database is in orde.")
    return 0


@contextmanager
def _open(db: Path | None, *, nieuw: bool = False) -> Iterator[tuple[Omgeving, Wie]]:
    from sturing.services.omgeving import open_voor_commando, systeem

    omgeving = open_voor_commando(db, nieuw=nieuw)
    try:
        yield omgeving, systeem()
    finally:
        omgeving.sluit()


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; refusals are printed on stderr."""
    return run_dutch(sturing, arguments)


def main() -> None:
    """Entry point of the console script."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
