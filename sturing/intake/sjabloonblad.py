"""One sheet of the template: headings that cannot be lost, drop-downs, explanation and rows.

Owns: how a sheet of the contract looks in a workbook. The headings are locked without a password;
everything else can be edited, sorted and filtered, and rows can be added. Must never write a
formula or a link in a cell. Hours and euros are written as numbers with two decimals.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sturing.domain.levering import Rij, Waarde
from sturing.intake.celuitkomst import toegestaan
from sturing.intake.melding import opsomming
from sturing.intake.schema import Blad, Kolom, Soort

_VRIJE_RIJEN = 5000
"""Drop-downs reach at least this far, and this far below the last row that is filled."""
_LAATSTE_KOLOM = 16_383
_PAST_OP_PAPIER = 14
"""More columns would be too small to read on one page."""
_MAAND = "mmm yyyy"
_DAG = "dd-mm-yyyy"
BEHALVE_DE_KOPPEN = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_columns": True,
    "insert_rows": True,
    "insert_hyperlinks": True,
    "delete_columns": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
    "pivot_tables": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
"""What stays possible on a sheet of which some cells are locked."""

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
_TEKENS_PER_REGEL = 36
_PIXELS_PER_REGEL = 16


class Stijl:
    """The formats of one workbook. Only headings are locked."""

    def __init__(self, boek: Workbook) -> None:
        kop = {"bold": True, "border": 1, "border_color": "#C9CED6", "valign": "top"}
        vrij = {"locked": False}
        self.verplicht = boek.add_format({**kop, "bg_color": "#1F4E79", "font_color": "#FFFFFF"})
        self.optie = boek.add_format({**kop, "bg_color": "#E4ECF4"})
        self.titel = boek.add_format({"bold": True, "font_size": 14})
        self.vrij = boek.add_format(vrij)
        self.tekst = boek.add_format({**vrij, "num_format": "@"})
        self.vast = boek.add_format({"num_format": "@"})
        self.maand = boek.add_format({**vrij, "num_format": _MAAND})
        self.dag = boek.add_format({**vrij, "num_format": _DAG})
        self.bedrag = boek.add_format({**vrij, "num_format": "#,##0.00"})

    def kolom(self, kolom: Kolom) -> Format:
        """The format of the empty cells of a column."""
        match kolom.soort:
            case Soort.CODE | Soort.CODES | Soort.TAAKVELD | Soort.VORIGE_CODE | Soort.TEKST:
                return self.tekst
            case Soort.MAAND | Soort.MAAND_TOT:
                return self.maand
            case Soort.UREN | Soort.EURO:
                return self.bedrag
            case _:
                return self.vrij


def schrijf_blad(
    vel: Worksheet, blad: Blad, rijen: Sequence[Rij], stijl: Stijl, lijsten: Mapping[str, str]
) -> None:
    """Write the headings and rows of one sheet.

    `lijsten` maps a sheet that defines codes to the range from which its codes can be chosen.
    """
    laatste_rij = max(_VRIJE_RIJEN, len(rijen) + _VRIJE_RIJEN)
    vel.freeze_panes(1, 0)
    for plek, kolom in enumerate(blad.kolommen):
        _schrijf_kop(vel, plek, kolom, stijl)
        _keuzelijst(vel, plek, kolom, laatste_rij, lijsten)
    breed = len(blad.kolommen)
    _ontgrendel_de_rest(vel, breed, stijl)
    vel.autofilter(0, 0, laatste_rij, breed - 1)
    vel.protect("", BEHALVE_DE_KOPPEN)
    vel.set_landscape()
    vel.set_paper(9)
    if breed <= _PAST_OP_PAPIER:
        vel.fit_to_pages(1, 0)
    vel.repeat_rows(0)
    for nummer, rij in enumerate(rijen, start=1):
        for plek, kolom in enumerate(blad.kolommen):
            waarde = rij.get(kolom.veld)
            if waarde is not None:
                _schrijf_cel(vel, nummer, plek, kolom, waarde, stijl)


def _ontgrendel_de_rest(vel: Worksheet, breed: int, stijl: Stijl) -> None:
    """Everything to the right of the columns can be filled in, and is no part of the used range.

    As one range, set_column would make 16,384 formats and count them all as used: a reader is then
    told of as many columns, and the writer walks past them in every row (measured: the workbooks
    of the demonstration took 21 s instead of 2). So one format is set, and stands in all places.
    """
    gebruikt = vel.dim_colmax
    vel.set_column(breed, breed, None, stijl.vrij)
    rest = range(breed + 1, _LAATSTE_KOLOM + 1)
    vel.col_info.update(dict.fromkeys(rest, vel.col_info[breed]))
    vel.dim_colmax = gebruikt


def _schrijf_kop(vel: Worksheet, plek: int, kolom: Kolom, stijl: Stijl) -> None:
    breedte = max(_BREEDTE.get(kolom.soort, _BREEDTE_OVERIG), len(kolom.kolom) + 5)
    vel.set_column(plek, plek, breedte, stijl.kolom(kolom))
    vel.write_string(0, plek, kolom.kolom, stijl.verplicht if kolom.verplicht else stijl.optie)
    uitleg = uitleg_kolom(kolom)
    vel.data_validation(
        0,
        plek,
        0,
        plek,
        {"validate": "any", "input_title": kolom.kolom[:32], "input_message": uitleg[:255]},
    )
    regels = 1 + sum(-(-len(deel) // _TEKENS_PER_REGEL) for deel in uitleg.split("\n"))
    vel.write_comment(
        0,
        plek,
        uitleg,
        {"author": "Sturing", "font_size": 9, "width": 240, "height": regels * _PIXELS_PER_REGEL},
    )


def uitleg_kolom(kolom: Kolom) -> str:
    """What a column holds, whether it is required, what is allowed and an example, in Dutch."""
    delen = [kolom.beschrijving, "Verplicht." if kolom.verplicht else "Niet verplicht."]
    if kolom.toegestaan:
        delen.append(toegestaan(kolom))
    elif kolom.verwijst_naar:
        delen.append(f"Codes staan op blad {kolom.verwijst_naar}.")
    if kolom.voorbeeld:
        delen.append(f"Voorbeeld: {kolom.voorbeeld}")
    return "\n".join(delen)


def _keuzelijst(
    vel: Worksheet, plek: int, kolom: Kolom, laatste_rij: int, lijsten: Mapping[str, str]
) -> None:
    """A fixed list stops another value; a list of codes leaves room for a code that is new."""
    if kolom.toegestaan:
        keuze: dict[str, object] = {
            "source": list(kolom.toegestaan),
            "error_title": "Niet in de lijst",
            "error_message": f"Kies {opsomming(list(kolom.toegestaan))}."[:255],
        }
    elif kolom.verwijst_naar is not None and kolom.verwijst_naar in lijsten:
        keuze = {"source": lijsten[kolom.verwijst_naar], "show_error": False}
    else:
        return
    vel.data_validation(1, plek, laatste_rij, plek, {"validate": "list", **keuze})


def bereik_van_codes(blad: str) -> str:
    """The codes that stand on the sheet `blad` of the same workbook, as far as it is filled."""
    return f"=OFFSET('{blad}'!$A$2,0,0,MAX(1,COUNTA('{blad}'!$A$2:$A${_VRIJE_RIJEN})),1)"


def bereik_van_lijst(blad: str, kolom: int, aantal: int) -> str:
    """The rows 2 to `aantal` + 1 of a column of the sheet `blad`; columns count from 0."""
    letter = xl_col_to_name(kolom)
    return f"='{blad}'!${letter}$2:${letter}${aantal + 1}"


def _schrijf_cel(
    vel: Worksheet, rij: int, plek: int, kolom: Kolom, waarde: Waarde, stijl: Stijl
) -> None:
    match waarde:
        case bool():
            vel.write_string(rij, plek, "ja" if waarde else "nee", stijl.vrij)
        case date():
            als_maand = is_hele_maand(kolom.soort, waarde)
            dag = waarde.replace(day=1) if als_maand else waarde
            vel.write_datetime(rij, plek, dag, stijl.maand if als_maand else stijl.dag)
        case int() if kolom.soort in (Soort.UREN, Soort.EURO):
            vel.write_number(rij, plek, float(Decimal(waarde) / 100), stijl.bedrag)
        case int() | Decimal():
            vel.write_number(rij, plek, float(waarde), stijl.vrij)
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
