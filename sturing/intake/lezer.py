"""Bytes of an uploaded file -> cells with their addresses: the reader of Excel workbooks.

Owns: what a cell, a sheet and a file are to every reader; `lees_werkboek` takes bytes and gives
plain values that pickle, so that a guarded process can stand in front of it. Must never judge what
a cell means. Rows and columns count from 1; numbers are as Excel stored them.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from io import BytesIO
from typing import IO, Any, NamedTuple, cast
from zipfile import ZipFile

import openpyxl
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from sturing.domain.bevinding import Bevinding
from sturing.errors import StartError
from sturing.intake.celscan import MAX_KOLOMMEN, MAX_RIJEN, Bladscan, scan_blad
from sturing.intake.codes import REGISTER, Code
from sturing.intake.keuring import keur
from sturing.intake.melding import meld

MAX_BLADEN = 50

_WERKBOEKDEEL = "xl/workbook.xml"

Celwaarde = str | int | float | bool | dt.date | dt.timedelta


class Celsoort(StrEnum):
    """What kind of value a cell holds, with what its number format adds."""

    GETAL = "getal"
    PROCENT = "procent"
    """A number whose format shows a percentage; the value is still the fraction."""
    TEKST = "tekst"
    JANEE = "janee"
    DAG = "dag"
    """A date whose format shows a day."""
    MAAND = "maand"
    """A date whose format shows no day."""
    DUUR = "duur"
    FOUT = "fout"
    FORMULE = "formule"
    """A formula without a stored result; the value is empty text."""


class Cel(NamedTuple):
    """One filled cell. A tuple, because a sheet may have millions of them."""

    kolom: int
    soort: Celsoort
    waarde: Celwaarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkblad:
    """The filled rows of one sheet: row number and its filled cells in order of column."""

    naam: str
    rijen: tuple[tuple[int, tuple[Cel, ...]], ...]
    fout_lijkt_leeg: bool = False
    """The file does not tell a cell with an error from an empty one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkboek:
    """One file as read. With `bevindingen` the whole file is refused and has no sheets.

    `let_op` are notices about how the file was read; they refuse nothing.
    """

    bestand: str
    bladen: tuple[Werkblad, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    let_op: tuple[Bevinding, ...] = ()


def adres(rij: int, kolom: int) -> str:
    """`E17` of row 17 and column 5."""
    return f"{get_column_letter(kolom)}{rij}"


def lees_werkboek(inhoud: bytes, bestand: str) -> Werkboek:
    """Read one file. A file that cannot be read is refused with a finding, never an exception.

    Raises StartError when the parser would run without its protection against XML bombs.
    """
    if not openpyxl.DEFUSEDXML:
        raise StartError(
            "Bestanden lezen is nu niet veilig.",
            "Het pakket defusedxml ontbreekt of staat uit.",
            "Installeer Sturing opnieuw.",
        )
    afgekeurd = keur(inhoud, bestand)
    if afgekeurd is not None:
        return Werkboek(bestand=bestand, bevindingen=(afgekeurd,))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about looks; nothing is read from them
            return _lees(inhoud, bestand)
    except DefusedXmlException:
        return weiger_bestand(bestand, Code.BESTAND_DOCTYPE)
    except Exception:
        # A damaged file makes the library fail in any way it can (KeyError, TypeError, ...). Here,
        # at the seam, each of them means one thing to the reader: this file cannot be read.
        return weiger_bestand(bestand, Code.BESTAND_ONLEESBAAR)


def weiger_bestand(bestand: str, code: Code, wat: str = "") -> Werkboek:
    """The whole file refused for one reason, in the words of its code unless `wat` is given."""
    uitleg = REGISTER[code]
    bevinding = meld(code, wat or uitleg.wat, uitleg.doen, bestand=bestand)
    return Werkboek(bestand=bestand, bevindingen=(bevinding,))


def _lees(inhoud: bytes, bestand: str) -> Werkboek:
    boek = openpyxl.load_workbook(BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
    try:
        if len(boek.sheetnames) > MAX_BLADEN:
            wat = f"het bestand heeft {len(boek.sheetnames)} bladen."
            return weiger_bestand(bestand, Code.BESTAND_TE_VEEL_BLADEN, wat)
        if len(boek.sheetnames) < max(1, _genoemde_bladen(inhoud)):
            return weiger_bestand(bestand, Code.BESTAND_ONLEESBAAR)
        return _lees_bladen(boek, bestand)
    finally:
        boek.close()


def _genoemde_bladen(inhoud: bytes) -> int:
    """How many sheets the workbook names; the library passes over one whose part is missing."""
    with ZipFile(BytesIO(inhoud)) as pakket:
        if _WERKBOEKDEEL not in pakket.namelist():
            return 0
        wortel = fromstring(pakket.read(_WERKBOEKDEEL))
    return sum(1 for element in wortel.iter() if element.tag.rpartition("}")[2] == "sheet")


def _lees_bladen(boek: Workbook, bestand: str) -> Werkboek:
    vellen = cast(list[ReadOnlyWorksheet], boek.worksheets)
    scans: list[Bladscan] = []
    for vel in vellen:
        with _bron(vel) as stroom:
            scan = scan_blad(stroom)
        if scan.afgekeurd is not None:
            return weiger_bestand(
                bestand, scan.afgekeurd, afgekeurd_blad(scan.afgekeurd, vel.title)
            )
        scans.append(scan)
    bevindingen = tuple(
        geen_getal(bestand, vel.title, plek, tekst)
        for vel, scan in zip(vellen, scans, strict=True)
        for plek, tekst in scan.geen_getal.items()
    )
    if bevindingen:
        return Werkboek(bestand=bestand, bevindingen=bevindingen)
    bladen: list[Werkblad] = []
    for vel, scan in zip(vellen, scans, strict=True):
        rijen = tuple(_rijen(vel, scan))
        if sum(len(cellen) for _, cellen in rijen) < scan.gevuld:  # values the library passed over
            return weiger_bestand(bestand, Code.BESTAND_ONLEESBAAR)
        bladen.append(Werkblad(naam=vel.title, rijen=rijen))
    return Werkboek(bestand=bestand, bladen=tuple(bladen))


def _bron(vel: ReadOnlyWorksheet) -> IO[bytes]:
    """The XML of a sheet: the library knows which part of the file belongs to which name."""
    return cast(IO[bytes], cast(Any, vel)._get_source())


def afgekeurd_blad(code: Code, naam: str) -> str:
    """What is wrong with the sheet that made the file be refused; empty: as the code says."""
    match code:
        case Code.BESTAND_TE_VEEL_RIJEN:
            return f"blad '{naam}' heeft meer dan {MAX_RIJEN // 1000}.000 rijen."
        case Code.BESTAND_TE_VEEL_KOLOMMEN:
            return f"blad '{naam}' heeft meer dan {MAX_KOLOMMEN} kolommen."
        case Code.BESTAND_VERWIJZING:
            return f"blad '{naam}' bevat een cel die niet kan bestaan."
        case _:
            return ""


def geen_getal(bestand: str, blad: str, plek: tuple[int, int], tekst: str) -> Bevinding:
    """The finding at a cell that the file calls a number while its text is none."""
    oneindig = tekst.lower().lstrip("+-") in ("nan", "inf", "infinity")
    return meld(
        Code.GETAL_NIET_EINDIG if oneindig else Code.GETAL_ONGELDIG,
        f"'{tekst}' is geen gewoon getal.",
        "Typ het getal opnieuw in de cel.",
        bestand=bestand,
        blad=blad,
        cel=adres(*plek),
        waarde=tekst,
    )


def _rijen(vel: ReadOnlyWorksheet, scan: Bladscan) -> Iterator[tuple[int, tuple[Cel, ...]]]:
    vel.reset_dimensions()
    formules_per_rij: dict[int, list[int]] = {}
    for rij, kolom in scan.formules:
        formules_per_rij.setdefault(rij, []).append(kolom)
    for nummer, rauw in enumerate(cast(Any, vel).iter_rows(), start=1):
        cellen = [_cel(cel) for cel in rauw if cel.value is not None]
        zonder_uitkomst = formules_per_rij.get(nummer)
        if zonder_uitkomst:
            cellen += [Cel(kolom, Celsoort.FORMULE, "") for kolom in zonder_uitkomst]
            cellen.sort()
        if cellen:
            yield nummer, tuple(cellen)


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
