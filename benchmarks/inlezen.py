"""From a dropped file with Inzet to the difference ready to be looked at, step by step.

Makes a workbook of so many rows, and reads and judges it as a person's upload does, the guarded
process included: over an empty database, over the same rows, and over the same rows with other
hours. Prints per step the median of the runs and rows per second, and the ratio to a bare
openpyxl loop over the same file in the same run. Times are seconds on the clock; work is processor
time of both processes together.

    python -m benchmarks.inlezen [--rijen 20000] [--keer 5]
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import xlsxwriter

from sturing.intake.bewaking import lees_bewaakt
from sturing.intake.keuring import keur
from sturing.services.leveringen import controleer_bestanden, neem_over
from sturing.services.omgeving import LOKAAL, Omgeving, open_voor_commando

DOEL_S = {20_000: 3.0, 100_000: 10.0}
TEAMS = 30
RIJEN_PER_OPDRACHT = 50
VAN, TOT = date(2027, 1, 1), date(2027, 12, 31)
VERSCHIL = "Verschil en gevolg"

Stappen = dict[str, float]


def main() -> None:
    """Print the table of each of the three databases; ends with 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rijen", type=int, default=20_000)
    parser.add_argument("--keer", type=int, default=5)
    keuze = parser.parse_args()
    rijen, keer = keuze.rijen, keuze.keer
    oud, nieuw = maak_werkboek(rijen, zaad=0), maak_werkboek(rijen, zaad=1)
    los = statistics.median(_duur(lambda: _kale_lus(nieuw)) for _ in range(keer))
    print(f"{rijen} rows of Inzet, {len(nieuw) / 1e6:.1f} MB, median of {keer}")
    _regel("bare openpyxl loop", los, rijen)
    _regel("gate, by itself", _mediaan(keer, lambda: keur(nieuw, "nieuw.xlsx")), rijen)
    klein = maak_werkboek(1, zaad=0)
    _regel("guarded process, of one row", _mediaan(keer, lambda: lees_bewaakt(klein, "k.xlsx")), 1)
    _regel("guarded process, of all rows", _mediaan(keer, lambda: lees_bewaakt(nieuw, "n")), rijen)
    totalen = []
    for naam, opgeslagen, gebracht in (
        ("an empty database", None, nieuw),
        ("the same rows stored", nieuw, nieuw),
        ("other hours stored", oud, nieuw),
    ):
        print(f"\n{naam}")
        totalen.append(_meet(opgeslagen, gebracht, rijen, keer, los))
    doel = DOEL_S.get(rijen)
    if doel is not None:
        print(f"\nslowest {max(totalen):.2f} s; target: at most {doel:.0f} s")
        sys.exit(0 if max(totalen) <= doel else 1)


def maak_werkboek(rijen: int, zaad: int) -> bytes:
    """Teams, Personen, Opdrachten and `rijen` rows of Inzet; another `zaad` gives other hours."""
    uit = BytesIO()
    werkboek = xlsxwriter.Workbook(uit, {"in_memory": True})
    dag = werkboek.add_format({"num_format": "dd-mm-yyyy"})
    opdrachten = -(-rijen // RIJEN_PER_OPDRACHT)
    bladen: dict[str, list[list[str]]] = {
        "Teams": [["team", "naam", "soort", "domein"]]
        + [[f"T{t:02d}", f"Team {t}", "opgave", "sociaal"] for t in range(TEAMS)],
        "Personen": [["persoon", "naam", "rol"], ["P1", "Manager", "strategisch manager"]],
        "Opdrachten": [["opdracht", "naam", "soort werk", "status", "opdrachtgever"]]
        + [[f"O{o:05d}", f"Opdracht {o}", "regulier", "lopend", "P1"] for o in range(opdrachten)],
        "Inzet": [["opdracht", "team", "van", "tot", "uren"]],
    }
    for naam, inhoud in bladen.items():
        vel = werkboek.add_worksheet(naam)
        for nummer, rij in enumerate(inhoud):
            vel.write_row(nummer, 0, rij)
    for nummer in range(rijen):
        opdracht, keer = divmod(nummer, RIJEN_PER_OPDRACHT)
        maand = 1 + keer // TEAMS * 6 + nummer % 5
        vel.write_row(nummer + 1, 0, [f"O{opdracht:05d}", f"T{keer % TEAMS:02d}"])
        vel.write_datetime(nummer + 1, 2, date(2027, maand, 1), dag)
        vel.write_datetime(nummer + 1, 3, date(2027, maand + 1, 28), dag)
        vel.write_number(nummer + 1, 4, (nummer * 7919 % 40_000 + zaad) / 4)
    werkboek.close()
    return uit.getvalue()


def _meet(opgeslagen: bytes | None, gebracht: bytes, rijen: int, keer: int, los: float) -> float:
    """Print the steps over a database that holds `opgeslagen`; the median of the whole."""
    with tempfile.TemporaryDirectory() as map_:
        omgeving = open_voor_commando(Path(map_) / "meting.duckdb", nieuw=True)
        if opgeslagen is not None:
            voorstel = controleer_bestanden(omgeving, LOKAAL, [("oud.xlsx", opgeslagen)])
            neem_over(omgeving, LOKAAL, voorstel, let_op_gezien=True, verwijdering_bevestigd=True)
        omgeving.basis()  # the application has its plan calculated before anyone drops a file
        metingen = [_lees_in(omgeving, gebracht) for _ in range(keer)]
        omgeving.sluit()
    for stap in metingen[0][0]:
        _regel(stap, statistics.median(stappen[stap] for stappen, _ in metingen), rijen)
    totaal = statistics.median(sum(stappen.values()) for stappen, _ in metingen)
    werk = statistics.median(werk for _, werk in metingen)
    _regel("in all", totaal, rijen)
    print(f"  {'work of the processor':30} {werk:7.2f} s")
    print(f"  {'ratio to the bare loop':30} {totaal / los:7.2f}")
    return totaal


def _lees_in(omgeving: Omgeving, inhoud: bytes) -> tuple[Stappen, float]:
    """Seconds per step of one upload, and the work of both processes."""
    begin_werk = _werk()
    vorige, sinds = "", time.perf_counter()
    stappen: Stappen = {}

    def voortgang(tekst: str, _deel: float) -> None:
        nonlocal vorige, sinds
        stap = "Lezen" if " lezen" in tekst else tekst
        if stap != vorige:
            nu = time.perf_counter()
            if vorige:
                stappen[vorige] = stappen.get(vorige, 0.0) + nu - sinds
            vorige, sinds = stap, nu

    voorstel = controleer_bestanden(omgeving, LOKAAL, [("nieuw.xlsx", inhoud)], voortgang)
    voortgang(VERSCHIL, 1.0)
    if voorstel.beeld.geweigerd:
        raise SystemExit(f"the workbook is refused: {voorstel.beeld.bevindingen[:3]}")
    voortgang("", 1.0)
    return stappen, _werk() - begin_werk


def _werk() -> float:
    tijden = os.times()
    return tijden.user + tijden.system + tijden.children_user + tijden.children_system


def _kale_lus(inhoud: bytes) -> int:
    """What reading costs at least with the reference library: every value seen once."""
    boek = openpyxl.load_workbook(BytesIO(inhoud), read_only=True, data_only=True)
    gezien = sum(len(rij) for vel in boek.worksheets for rij in vel.iter_rows(values_only=True))
    boek.close()
    return gezien


def _duur(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def _mediaan(keer: int, doe: Callable[[], object]) -> float:
    return statistics.median(_duur(doe) for _ in range(keer))


def _regel(stap: str, seconden: float, rijen: int) -> None:
    print(f"  {stap:30} {seconden:7.2f} s {rijen / max(seconden, 1e-9):12,.0f} rows/s")


if __name__ == "__main__":
    main()
