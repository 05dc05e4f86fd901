"""Bytes of an uploaded file -> cells with their addresses: the one door to every reader.

Owns: the gate before any parser, the choice of the reader by content and name, and the refusal of a
file whose contents are not what its name promises, with what it is and the way out. Runs inside the
guarded process (bewaking.py); everything that a reader needs is imported at the top, because that
process cannot open a file any more once it reads. Must never judge what a cell means.
"""

from __future__ import annotations

import warnings
import zipfile
from enum import StrEnum
from io import BytesIO

from sturing.intake.cellen import Bladvoortgang, Celsoort, Werkboek, adres
from sturing.intake.codes import Code
from sturing.intake.keuring import (
    MAX_UITGEPAKT,
    OLE,
    UITWEG,
    VERSLEUTELD_PAKKET,
    ZIP,
    keur,
    keur_grootte,
)
from sturing.intake.keuring_ods import MIMETYPES, UITWEG_ODS, lees_begin
from sturing.intake.leesfouten import MAX_CEL, cel_te_lang, weiger_bestand
from sturing.intake.lezer_csv import UITWEG_CSV, lees_csv
from sturing.intake.lezer_ods import lees_ods
from sturing.intake.melding import meld, waarde_tekst
from sturing.intake.xlsx import lees_xlsx

_BEGIN = 4096
"""Bytes of a file that are looked at to see what kind it is."""


class Inhoud(StrEnum):
    """What a file is by its contents, in the words of the refusal."""

    XLSX = "een Excel-werkmap (.xlsx)"
    ODS = "een OpenDocument-werkmap (.ods)"
    TEKST = "een tekstbestand"
    XLS = "een oud soort Excel-bestand (.xls)"
    SLOT = "een bestand met een wachtwoord"
    HTML = "een webpagina (html)"
    XML = "een xml-bestand"
    PDF = "een pdf"
    RTF = "een tekstdocument (rtf)"
    ODT = "een OpenDocument-bestand dat geen werkmap is"
    ZIP = "een zip-bestand"
    ANDERS = "een ander soort bestand"


_NAMEN = {
    "": Inhoud.XLSX,
    ".xlsx": Inhoud.XLSX,
    ".xltx": Inhoud.XLSX,
    ".ods": Inhoud.ODS,
    ".csv": Inhoud.TEKST,
}
"""Ending of a name -> what must be in the file; a name without one promises nothing else."""
_HTML = (b"<html", b"<!doctype html", b"<table", b"<head", b"<meta", b"mime-version")
_CODES = {
    Inhoud.XLSX: Code.BESTAND_GEEN_XLSX,
    Inhoud.ODS: Code.BESTAND_GEEN_ODS,
    Inhoud.TEKST: Code.BESTAND_GEEN_CSV,
}
_KORT = {
    Inhoud.XLSX: "Excel-werkmap (.xlsx)",
    Inhoud.ODS: "OpenDocument-werkmap (.ods)",
    Inhoud.TEKST: "tekstbestand (.csv)",
}
_UITWEGEN = {Inhoud.XLSX: UITWEG, Inhoud.ODS: UITWEG_ODS, Inhoud.TEKST: UITWEG_CSV}
_NAAR_NAAM = {Inhoud.XLSX: ".xlsx", Inhoud.ODS: ".ods", Inhoud.TEKST: ".csv"}


def lees_bestand(inhoud: bytes, bestand: str, voortgang: Bladvoortgang | None = None) -> Werkboek:
    """Read one file. A file that cannot be read is refused with a finding, never an exception.

    Raises StartError when the parser would run without its protection against XML bombs, and
    MemoryError when the file needs more memory than this process may have.
    """
    te_groot = keur_grootte(inhoud, bestand)
    if te_groot is not None:
        return Werkboek(bestand=bestand, bevindingen=(te_groot,))
    ending = _ending(bestand)
    verwacht = _NAMEN.get(ending)
    meld_voortgang = voortgang or _stil
    soort = herken_inhoud(inhoud)
    if verwacht is None:
        return _weiger_naam(bestand, ending, soort, inhoud)
    if soort is Inhoud.ZIP and verwacht is not Inhoud.TEKST:
        soort = verwacht  # a damaged or incomplete package: its own gate says what is wrong
    if soort is Inhoud.XLS and verwacht is Inhoud.XLSX:
        soort = Inhoud.XLSX
    if soort is Inhoud.SLOT:
        return _lees_xlsx(inhoud, bestand, meld_voortgang)
    if soort is not verwacht:
        return _weiger(bestand, verwacht, soort)
    match verwacht:
        case Inhoud.ODS:
            return _met_maat(lees_ods(inhoud, bestand, meld_voortgang))
        case Inhoud.TEKST:
            return lees_csv(inhoud, bestand)
        case _:
            return _lees_xlsx(inhoud, bestand, meld_voortgang)


def _lees_xlsx(inhoud: bytes, bestand: str, voortgang: Bladvoortgang) -> Werkboek:
    afgekeurd = keur(inhoud, bestand)
    if afgekeurd is not None:
        return Werkboek(bestand=bestand, bevindingen=(afgekeurd,))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns about looks; nothing is read from them
        return _met_maat(lees_xlsx(inhoud, bestand, voortgang))


def _met_maat(werkboek: Werkboek) -> Werkboek:
    """The workbook, unless a text is longer than a cell can hold or all texts are too much.

    A file names a text once and uses it in as many cells as it likes: what was small in the file is
    then large in the database.
    """
    bestand, samen, tekst = werkboek.bestand, 0, Celsoort.TEKST
    for blad in werkboek.bladen:
        for rij, cellen in blad.rijen:
            for kolom, soort, waarde in cellen:
                if soort is tekst:
                    lengte = len(str(waarde))
                    samen += lengte
                    if lengte > MAX_CEL:
                        wat = f"blad '{blad.naam}', {cel_te_lang(adres(rij, kolom))}"
                        return weiger_bestand(bestand, Code.BESTAND_CEL_TE_LANG, wat)
    if samen > MAX_UITGEPAKT:
        return weiger_bestand(bestand, Code.BESTAND_UITGEPAKT_TE_GROOT)
    return werkboek


def _stil(_blad: str, _deel: float) -> None:
    return None


def _ending(bestand: str) -> str:
    stam, punt, einde = bestand.rpartition(".")
    return f".{einde.lower()}" if punt and stam else ""


def _weiger(bestand: str, verwacht: Inhoud, soort: Inhoud) -> Werkboek:
    naam = _NAAR_NAAM.get(soort)
    mag = (
        f"Geef het bestand een naam die eindigt op {naam} en kies het opnieuw."
        if naam and soort is not Inhoud.TEKST
        else _UITWEGEN[verwacht]
    )
    wat = f"dit is geen {_KORT[verwacht]}, maar {soort.value}."
    bevinding = meld(_CODES[verwacht], wat, mag, bestand=bestand)
    return Werkboek(bestand=bestand, bevindingen=(bevinding,))


def _weiger_naam(bestand: str, ending: str, soort: Inhoud, inhoud: bytes) -> Werkboek:
    """A name that promises nothing we read."""
    if soort in (Inhoud.XLS, Inhoud.SLOT) or (ending == ".xlsm" and soort is Inhoud.XLSX):
        afgekeurd = keur(inhoud, bestand)
        if afgekeurd is not None:
            return Werkboek(bestand=bestand, bevindingen=(afgekeurd,))
    wat = f"de naam eindigt op {waarde_tekst(ending)}. Wij lezen .xlsx, .ods en .csv."
    mag = UITWEG
    if soort in (Inhoud.XLSX, Inhoud.ODS):
        mag = f"Geef het bestand een naam die eindigt op {_NAAR_NAAM[soort]} en kies het opnieuw."
    bevinding = meld(Code.BESTAND_GEEN_XLSX, wat, mag, bestand=bestand)
    return Werkboek(bestand=bestand, bevindingen=(bevinding,))


def herken_inhoud(inhoud: bytes) -> Inhoud:
    """What kind of file this is, by its first bytes and by the parts of a package."""
    if inhoud.startswith(OLE):
        return Inhoud.SLOT if VERSLEUTELD_PAKKET in inhoud else Inhoud.XLS
    if inhoud.startswith(ZIP):
        return _pakket(inhoud)
    for merk, soort in ((b"%PDF", Inhoud.PDF), (b"{\\rtf", Inhoud.RTF)):
        if inhoud.startswith(merk):
            return soort
    begin = inhoud[:_BEGIN]
    kop = begin.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if kop.startswith(_HTML):
        return Inhoud.HTML
    if kop.startswith((b"<?xml", b"<workbook", b"<ss:workbook")):
        return Inhoud.HTML if b"<html" in kop else Inhoud.XML
    if b"\0" in begin and not begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Inhoud.ANDERS
    return Inhoud.TEKST


def _pakket(inhoud: bytes) -> Inhoud:
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
            namen = set(pakket.namelist())
            if "mimetype" in namen:
                mimetype = lees_begin(pakket, "mimetype").strip()
                if mimetype in MIMETYPES:
                    return Inhoud.ODS
                if mimetype.startswith(b"application/vnd.oasis"):
                    return Inhoud.ODT
            klein = {naam.lower() for naam in namen}
    except Exception:
        # A damaged package fails in any way it can; the gate of its own kind says so in Dutch.
        return Inhoud.ZIP
    return Inhoud.XLSX if "[content_types].xml" in klein else Inhoud.ZIP
