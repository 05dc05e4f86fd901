"""The template: an empty or filled workbook that reads back to exactly the rows it was made of.

Owns: writing workbooks. Text stays text (no live formulas, no links), and the same rows give the
same bytes. Must never leave a column out or give it another name than the contract. Units as in
levering.Rij; hours and euros are written as numbers with two decimals.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sturing.domain.levering import Rij, Waarde
from sturing.intake.aaneen import voeg_aaneen
from sturing.intake.melding import opsomming
from sturing.intake.schema import BLADEN, Blad, Kolom, Soort

UITLEG = "Uitleg"
"""The first sheet; reading passes over it without a word."""

_GEMAAKT = datetime(2026, 1, 1)
_LAATSTE_KEUZERIJ = 5000
_MAAND = "mmm yyyy"
_DAG = "dd-mm-yyyy"

_UITLEGREGELS = (
    "Sturing: werkboek voor teams, opdrachten en uren",
    "Elk blad heeft één soort gegevens. Vul alleen de bladen die u nodig hebt.",
    "De eerste rij van een blad bevat de kolommen. Donkere kolommen zijn verplicht.",
    "Codes zijn tekst: T01 blijft T01. Gebruik overal precies dezelfde code.",
    "Schrijf getallen met een komma: 1234,5. Uren mogen ook als 58:30.",
    "Een periode schrijft u als maand (mrt 2027) of als dag (31-12-2027). Een maand telt helemaal.",
    "Capaciteit, Inzet en Teamplannen: uw bestand is volledig voor elk team en jaar erin.",
    "Wat daar niet meer in staat, vervalt. Over andere teams en jaren zegt uw bestand niets.",
    "Op andere bladen blijft een rij die u weglaat meestal staan. U ziet het verschil vooraf.",
    "Zet geen namen van medewerkers, geen bsn en geen reden van afwezigheid in dit bestand.",
)

_BREEDTE = {
    Soort.CODE: 14,
    Soort.CODES: 20,
    Soort.TAAKVELD: 11,
    Soort.VORIGE_CODE: 14,
    Soort.KEUZE: 24,
    Soort.JANEE: 11,
    Soort.TEKST: 36,
}
_BREEDTE_OVERIG = 14


def maak_sjabloon(
    rijen: Mapping[str, Sequence[Rij]] | None = None, bladen: Iterable[str] | None = None
) -> bytes:
    """A workbook with the sheets of the contract, filled with `rijen` (sheet name -> rows).

    `bladen` limits the sheets, in the order of the contract whatever its own order; None is all.
    Stored parts (with volgnr) are joined to the rows a person gave. Byte-identical when made twice.
    """
    gekozen = None if bladen is None else set(bladen)
    uit = BytesIO()
    with xlsxwriter.Workbook(
        uit, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as boek:
        boek.set_properties({"title": "Sturing", "created": _GEMAAKT})
        stijl = _Stijl(boek)
        _schrijf_uitleg(boek.add_worksheet(UITLEG), stijl)
        for blad in BLADEN:
            if gekozen is None or blad.naam in gekozen:
                vel = boek.add_worksheet(blad.naam)
                _schrijf_kop(vel, blad, stijl)
                inhoud = voeg_aaneen(blad.naam, (rijen or {}).get(blad.naam, ()))
                for nummer, rij in enumerate(inhoud, start=1):
                    _schrijf_rij(vel, nummer, blad, rij, stijl)
    return uit.getvalue()


class _Stijl:
    """The formats of one workbook."""

    def __init__(self, boek: Workbook) -> None:
        kop = {"bold": True, "border": 1, "border_color": "#C9CED6", "valign": "top"}
        self.verplicht = boek.add_format({**kop, "bg_color": "#1F4E79", "font_color": "#FFFFFF"})
        self.optie = boek.add_format({**kop, "bg_color": "#E4ECF4"})
        self.titel = boek.add_format({"bold": True, "font_size": 14})
        self.tekst = boek.add_format({"num_format": "@"})
        self.maand = boek.add_format({"num_format": _MAAND})
        self.dag = boek.add_format({"num_format": _DAG})
        self.bedrag = boek.add_format({"num_format": "#,##0.00"})

    def kolom(self, kolom: Kolom) -> Format | None:
        match kolom.soort:
            case Soort.CODE | Soort.CODES | Soort.TAAKVELD | Soort.VORIGE_CODE | Soort.TEKST:
                return self.tekst
            case Soort.MAAND | Soort.MAAND_TOT:
                return self.maand
            case Soort.UREN | Soort.EURO:
                return self.bedrag
            case _:
                return None


def _schrijf_uitleg(vel: Worksheet, stijl: _Stijl) -> None:
    vel.set_column(0, 0, 100)
    for nummer, regel in enumerate(_UITLEGREGELS):
        vel.write_string(nummer, 0, regel, stijl.titel if nummer == 0 else None)


def _schrijf_kop(vel: Worksheet, blad: Blad, stijl: _Stijl) -> None:
    vel.freeze_panes(1, 0)
    for plek, kolom in enumerate(blad.kolommen):
        breedte = max(_BREEDTE.get(kolom.soort, _BREEDTE_OVERIG), len(kolom.kolom) + 3)
        vel.set_column(plek, plek, breedte, stijl.kolom(kolom))
        vel.write_string(0, plek, kolom.kolom, stijl.verplicht if kolom.verplicht else stijl.optie)
        vel.data_validation(
            0,
            plek,
            0,
            plek,
            {
                "validate": "any",
                "input_title": kolom.kolom[:32],
                "input_message": uitleg_kolom(kolom)[:255],
            },
        )
        if kolom.toegestaan:
            vel.data_validation(
                1,
                plek,
                _LAATSTE_KEUZERIJ,
                plek,
                {
                    "validate": "list",
                    "source": list(kolom.toegestaan),
                    "error_title": "Niet in de lijst",
                    "error_message": f"Kies {opsomming(list(kolom.toegestaan))}."[:255],
                },
            )


def uitleg_kolom(kolom: Kolom) -> str:
    """What a column holds, whether it is required and an example, in Dutch."""
    delen = [kolom.beschrijving, "Verplicht." if kolom.verplicht else "Niet verplicht."]
    if kolom.voorbeeld:
        delen.append(f"Voorbeeld: {kolom.voorbeeld}")
    return " ".join(delen)


def _schrijf_rij(vel: Worksheet, nummer: int, blad: Blad, rij: Rij, stijl: _Stijl) -> None:
    for plek, kolom in enumerate(blad.kolommen):
        waarde = rij.get(kolom.veld)
        if waarde is not None:
            _schrijf_cel(vel, nummer, plek, kolom, waarde, stijl)


def _schrijf_cel(
    vel: Worksheet, rij: int, plek: int, kolom: Kolom, waarde: Waarde, stijl: _Stijl
) -> None:
    match waarde:
        case bool():
            vel.write_string(rij, plek, "ja" if waarde else "nee")
        case date():
            als_maand = is_hele_maand(kolom.soort, waarde)
            dag = waarde.replace(day=1) if als_maand else waarde
            vel.write_datetime(rij, plek, dag, stijl.maand if als_maand else stijl.dag)
        case int() if kolom.soort in (Soort.UREN, Soort.EURO):
            vel.write_number(rij, plek, float(Decimal(waarde) / 100), stijl.bedrag)
        case int() | Decimal():
            vel.write_number(rij, plek, float(waarde))
        case str():
            vel.write_string(rij, plek, waarde, stijl.tekst)


def is_hele_maand(soort: Soort, dag: date) -> bool:
    """Is this bound of a window written as a month: `van` on its first, `tot` on its last day?"""
    match soort:
        case Soort.MAAND | Soort.MAAND_TOT:
            return True
        case Soort.VAN:
            return dag.day == 1
        case Soort.TOT:
            return dag.day == calendar.monthrange(dag.year, dag.month)[1]
        case _:
            return False
