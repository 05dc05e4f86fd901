"""An Excel workbook (.xlsx) -> cells: openpyxl is the reference, what repeats is read once.

Owns: which sheets a workbook has, the limits of sheets, and the value of a cell as openpyxl gives
it. A sheet of plain cells goes the fast way of repetition (xlsx_herhaling.py); any other sheet is
read by the reference from its first cell to its last. Both give the same cells.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from io import BytesIO
from typing import IO, Any, cast
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import errors
from zipfile import ZipFile

import openpyxl
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.reader.excel import ExcelReader
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS

from sturing.domain.bevinding import Bevinding
from sturing.errors import StartError
from sturing.intake.cellen import Bladvoortgang, Cel, Celsoort, Werkblad, Werkboek
from sturing.intake.celscan import Bladscan, scan_blad
from sturing.intake.codes import Code
from sturing.intake.leesfouten import MAX_BLADEN, afgekeurd_blad, geen_getal, weiger_bestand
from sturing.intake.xlsx_getuige import Getuige
from sturing.intake.xlsx_herhaling import Rijen, lees_herhaling
from sturing.intake.xlsx_teksten import lees_teksten

_WERKBOEKDEEL = "xl/workbook.xml"


class _OnleesbaarError(Exception):
    """The library gives fewer values than the sheet holds."""


def lees_xlsx(inhoud: bytes, bestand: str, voortgang: Bladvoortgang) -> Werkboek:
    """Read a workbook that passed the gate; refused with a finding when it cannot be read.

    Raises StartError without the protection against XML bombs, MemoryError without the memory.
    """
    if not openpyxl.DEFUSEDXML:
        raise StartError(
            "Bestanden lezen is nu niet veilig.",
            "Het pakket defusedxml ontbreekt of staat uit.",
            "Installeer Sturing opnieuw.",
        )
    try:
        return _lees(inhoud, bestand, voortgang)
    except MemoryError:
        raise
    except DefusedXmlException:
        return weiger_bestand(bestand, Code.BESTAND_DOCTYPE)
    except Exception as fout:
        if isinstance(fout, ParseError) and fout.code == errors.codes[errors.XML_ERROR_NO_MEMORY]:
            raise MemoryError from fout
        # A damaged file makes the library fail in any way it can (KeyError, TypeError, ...). Here,
        # at the seam, each of them means one thing to the reader: this file cannot be read.
        return weiger_bestand(bestand, Code.BESTAND_ONLEESBAAR)


class _Boeklezer(ExcelReader):
    """openpyxl's reader of workbooks, with a quicker way to the shared texts."""

    def read_strings(self) -> None:
        deel = cast(Any, self.package).find(SHARED_STRINGS)
        teksten = None
        if deel is not None:
            with self.archive.open(deel.PartName[1:]) as stroom:
                teksten = lees_teksten(stroom)
        if teksten is None:
            super().read_strings()
        else:
            self.shared_strings = teksten


def _lees(inhoud: bytes, bestand: str, voortgang: Bladvoortgang) -> Werkboek:
    lezer = _Boeklezer(BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
    lezer.read()
    boek = lezer.wb
    try:
        if len(boek.sheetnames) > MAX_BLADEN:
            wat = f"het bestand heeft {len(boek.sheetnames)} bladen."
            return weiger_bestand(bestand, Code.BESTAND_TE_VEEL_BLADEN, wat)
        if len(boek.sheetnames) < max(1, _genoemde_bladen(inhoud)):
            return weiger_bestand(bestand, Code.BESTAND_ONLEESBAAR)
        return _lees_bladen(boek, Getuige(inhoud), bestand, voortgang)
    finally:
        boek.close()


def _genoemde_bladen(inhoud: bytes) -> int:
    """How many sheets the workbook names; the library passes over one whose part is missing."""
    with ZipFile(BytesIO(inhoud)) as pakket:
        if _WERKBOEKDEEL not in pakket.namelist():
            return 0
        wortel = fromstring(pakket.read(_WERKBOEKDEEL))
    return sum(1 for element in wortel.iter() if element.tag.rpartition("}")[2] == "sheet")


def _lees_bladen(
    boek: Workbook, getuige: Getuige, bestand: str, voortgang: Bladvoortgang
) -> Werkboek:
    """All sheets: first the fast way and the limits of each, then the reference for the rest."""
    vellen = cast(list[ReadOnlyWorksheet], boek.worksheets)
    snel: dict[int, Rijen] = {}
    scans: dict[int, Bladscan] = {}
    bevindingen: list[Bevinding] = []
    for nummer, vel in enumerate(vellen):
        voortgang(vel.title, nummer / len(vellen))
        rijen = lees_herhaling(
            _bron(vel).read(),
            cast(Any, vel)._shared_strings,
            partial(_lees_klein, vel),
            partial(_meld_deel, voortgang, vel.title, nummer, len(vellen)),
        )
        if isinstance(rijen, Code):
            return weiger_bestand(bestand, rijen, afgekeurd_blad(rijen, vel.title))
        if rijen is not None and getuige.bevestigt(vel.title, rijen):
            snel[nummer] = rijen
            continue
        with _bron(vel) as stroom:
            scan = scans[nummer] = scan_blad(stroom)
        if scan.afgekeurd is not None:
            return weiger_bestand(
                bestand, scan.afgekeurd, afgekeurd_blad(scan.afgekeurd, vel.title)
            )
        bevindingen += (geen_getal(bestand, vel.title, *g) for g in scan.geen_getal.items())
    if bevindingen:
        return Werkboek(bestand=bestand, bevindingen=tuple(bevindingen))
    bladen: list[Werkblad] = []
    for nummer, vel in enumerate(vellen):
        if nummer not in snel:
            with _bron(vel) as stroom:
                snel[nummer] = tuple(_rijen(vel, stroom, scans[nummer]))
        bladen.append(Werkblad(naam=vel.title, rijen=snel[nummer]))
    return Werkboek(bestand=bestand, bladen=tuple(bladen))


def _meld_deel(voortgang: Bladvoortgang, blad: str, nummer: int, bladen: int, deel: float) -> None:
    voortgang(blad, (nummer + deel) / bladen)


def _bron(vel: ReadOnlyWorksheet) -> IO[bytes]:
    """The XML of a sheet: the library knows which part of the file belongs to which name."""
    return cast(IO[bytes], cast(Any, vel)._get_source())


def _lees_klein(vel: ReadOnlyWorksheet, bron: bytes) -> Rijen | None:
    """The reference on a small sheet; None when there is anything to be said about it."""
    scan = scan_blad(BytesIO(bron))
    if scan.afgekeurd is not None or scan.geen_getal:
        return None
    return tuple(_rijen(vel, BytesIO(bron), scan))


def _rijen(
    vel: ReadOnlyWorksheet, stroom: IO[bytes], scan: Bladscan
) -> Iterator[tuple[int, tuple[Cel, ...]]]:
    """The filled rows of the XML of a sheet, as openpyxl reads it in this workbook."""
    boek = cast(Any, vel).parent
    lezer = WorkSheetParser(
        stroom,
        cast(Any, vel)._shared_strings,
        data_only=True,
        epoch=boek.epoch,
        date_formats=boek._date_formats,
        timedelta_formats=boek._timedelta_formats,
    )
    formules_per_rij: dict[int, list[int]] = {}
    for rij, kolom in scan.formules:
        formules_per_rij.setdefault(rij, []).append(kolom)
    gevuld = 0
    for nummer, rauw in lezer.parse():
        cellen = [_cel(ReadOnlyCell(vel, **cel)) for cel in rauw if cel["value"] is not None]
        zonder_uitkomst = formules_per_rij.get(nummer)
        if zonder_uitkomst:
            cellen += [Cel(kolom, Celsoort.FORMULE, "") for kolom in zonder_uitkomst]
            cellen.sort()
        if cellen:
            gevuld += len(cellen)
            yield nummer, tuple(cellen)
    if gevuld < scan.gevuld:
        raise _OnleesbaarError


def _cel(cel: Any) -> Cel:
    """One filled cell of the library as a plain value."""
    waarde = cel.value
    match cel.data_type:
        case "e":
            return Cel(cel.column, Celsoort.FOUT, str(waarde))
        case "b":
            return Cel(cel.column, Celsoort.JANEE, bool(waarde))
        case "d":
            return _datumcel(cel.column, waarde, cel.number_format)
        case "n":
            _, procent = _opmaak(cel.number_format)
            if isinstance(waarde, int) and _NULLEN.fullmatch(cel.number_format):
                return Cel(cel.column, Celsoort.TEKST, str(waarde).zfill(len(cel.number_format)))
            return Cel(cel.column, Celsoort.PROCENT if procent else Celsoort.GETAL, waarde)
        case _:
            return Cel(cel.column, Celsoort.TEKST, str(waarde))


def _datumcel(kolom: int, waarde: object, opmaak: str) -> Cel:
    if isinstance(waarde, dt.datetime):
        met_dag = opmaak == "General" or _opmaak(opmaak)[0]
        return Cel(kolom, Celsoort.DAG if met_dag else Celsoort.MAAND, waarde.date())
    if isinstance(waarde, dt.date):
        return Cel(kolom, Celsoort.DAG, waarde)
    if isinstance(waarde, dt.timedelta):
        return Cel(kolom, Celsoort.DUUR, waarde)
    if isinstance(waarde, dt.time):
        duur = dt.timedelta(hours=waarde.hour, minutes=waarde.minute, seconds=waarde.second)
        return Cel(kolom, Celsoort.DUUR, duur)
    return Cel(kolom, Celsoort.TEKST, str(waarde))


_NULLEN = re.compile("0{2,}")
"""A format that shows leading zeros: the reader of the sheet sees the code 007, not 7."""

_BIJWERK = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


@lru_cache(maxsize=1024)
def _opmaak(opmaak: str) -> tuple[bool, bool]:
    """Does a number format show a day, and a percentage? Quoted text and colours do not count."""
    kaal = _BIJWERK.sub("", opmaak).lower()
    return "d" in kaal, "%" in kaal
