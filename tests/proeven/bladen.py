"""A drawn upload as files: its sheets, as real Excel bytes and as the cells of those bytes.

The cells are for the trial that plays thousands of histories: they pass by the reading of a
workbook, nothing else. That they are the same cells is compared wherever the bytes are read.
"""

from __future__ import annotations

import json
from io import BytesIO

import xlsxwriter

from sturing.intake.cellen import Bladvoortgang, Cel, Celsoort, Werkblad, Werkboek
from tests.proeven.trekking import GEBIEDEN, TEAMS
from tests.proeven.vervangmodel import Maand, Upload

Bladen = dict[str, list[list[object]]]


def vast() -> Bladen:
    """The teams and areas, which stay as they are."""
    return {
        "Teams": [
            ["team", "naam", "soort", "domein"],
            *([team, f"Ploeg {team[1:]}", "opgave", "ruimtelijk"] for team in TEAMS),
        ],
        "Gebieden": [
            ["gebied", "naam", "soort"],
            ["GEM", "Hele gemeente", "gemeentebreed"],
            *([gebied, f"Kern {gebied}", "kern"] for gebied in GEBIEDEN),
        ],
    }


def als_bestanden(upload: Upload) -> dict[str, Bladen]:
    """The rows of a levering as sheets; hours and capacity in files of their own."""
    opdrachtkop: list[object] = ["opdracht", "naam", "soort werk", "status", "vorige code"]
    if upload.met_korte_naam:
        opdrachtkop.append("korte naam")
    een: Bladen = {
        "Opdrachten": [
            opdrachtkop,
            *(
                [r.opdracht, r.naam, "regulier", "lopend", r.vorige, r.korte_naam][
                    : len(opdrachtkop)
                ]
                for r in upload.opdrachten
            ),
        ],
        "Inzet": [
            ["opdracht", "team", "van", "tot", "uren"],
            *(
                [r.opdracht, r.team, _maand(r.van), _maand(r.tot), r.uren / 100]
                for r in upload.inzet
            ),
        ],
        "Teamplannen": [
            ["team", "jaar", "regel", "resultaat", "opdracht"],
            *([r.team, r.jaar, r.regel, r.resultaat, r.opdracht] for r in upload.teamplannen),
        ],
        "Gebiedsagenda": [
            ["gebied", "opdracht", "vraagstuk", "aandeel %"],
            *([r.gebied, r.opdracht, r.vraagstuk, r.aandeel] for r in upload.gebiedsagenda),
        ],
    }
    twee: Bladen = {
        "Capaciteit": [
            ["team", "van", "tot", "soort", "fte"],
            *(
                [r.team, _maand(r.van), _maand(r.tot), r.soort, float(r.fte)]
                for r in upload.capaciteit
            ),
        ],
        "Uren": [
            ["maand", "team", "opdracht", "uren"],
            *([_maand(r.maand), r.team, r.opdracht, r.uren / 100] for r in upload.uren),
        ],
        "Besteding": [
            ["opdracht", "maand", "euro"],
            *([r.opdracht, _maand(r.maand), r.euro / 100] for r in upload.besteding),
        ],
    }
    bestanden = {"een.xlsx": een, "twee.xlsx": twee}
    gevuld = {
        naam: {blad: rijen for blad, rijen in bladen.items() if len(rijen) > 1}
        for naam, bladen in bestanden.items()
    }
    return {naam: bladen for naam, bladen in gevuld.items() if bladen}


def _maand(maand: Maand) -> str:
    return f"{maand[0]}-{maand[1]:02d}"


def excel(bladen: Bladen) -> bytes:
    """A workbook with these sheets."""
    uit = BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        for naam, rijen in bladen.items():
            vel = boek.add_worksheet(naam)
            for nummer, rij in enumerate(rijen):
                vel.write_row(nummer, 0, rij)
    return uit.getvalue()


def cellen(bladen: Bladen) -> bytes:
    """The same sheets as plain text, for `lees_cellen`."""
    return json.dumps(bladen).encode()


def lees_cellen(inhoud: bytes, bestand: str, _voortgang: Bladvoortgang) -> Werkboek:
    """What reading the workbook of these sheets gives: every filled cell, in its place."""
    return Werkboek(
        bestand=bestand,
        bladen=tuple(
            Werkblad(
                naam=naam,
                rijen=tuple(
                    (nummer, tuple(_cel(k, w) for k, w in enumerate(rij, 1) if w is not None))
                    for nummer, rij in enumerate(rijen, 1)
                ),
            )
            for naam, rijen in json.loads(inhoud).items()
        ),
    )


def _cel(kolom: int, waarde: str | int | float) -> Cel:
    if isinstance(waarde, str):
        return Cel(kolom, Celsoort.TEKST, waarde)
    heel = int(waarde)
    return Cel(kolom, Celsoort.GETAL, heel if heel == waarde else waarde)
