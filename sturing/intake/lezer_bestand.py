"""One door for every kind of file: .xlsx, .ods and .csv, judged by their contents as well as name.

Owns: which reader a file goes to, and the refusal of a file whose contents are not what its name
promises, with what it is and the way out. `lees_bestand` takes bytes and gives plain values that
pickle, so that a guarded process can stand in front of it. Must never judge what a cell means.
"""

from __future__ import annotations

import zipfile
from enum import StrEnum
from io import BytesIO

from sturing.intake.codes import Code
from sturing.intake.csvblad import benoem
from sturing.intake.keuring import OLE, UITWEG, VERSLEUTELD_PAKKET, ZIP, keur_gewicht
from sturing.intake.keuring_ods import MIMETYPES, UITWEG_ODS, lees_begin
from sturing.intake.lezer import Werkboek, lees_werkboek
from sturing.intake.lezer_csv import UITWEG_CSV, lees_csv
from sturing.intake.lezer_ods import lees_ods
from sturing.intake.melding import meld, waarde_tekst

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


_NAMEN = {".xlsx": Inhoud.XLSX, ".xltx": Inhoud.XLSX, ".ods": Inhoud.ODS, ".csv": Inhoud.TEKST}
"""Ending of a name -> what must be in the file."""
_HTML = (b"<html", b"<!doctype html", b"<table", b"<head", b"<meta", b"mime-version")
_CODES = {
    Inhoud.XLSX: Code.BESTAND_GEEN_XLSX,
    Inhoud.ODS: Code.BESTAND_GEEN_ODS,
    Inhoud.TEKST: Code.BESTAND_GEEN_CSV,
}
_UITWEGEN = {Inhoud.XLSX: UITWEG, Inhoud.ODS: UITWEG_ODS, Inhoud.TEKST: UITWEG_CSV}
_NAAR_NAAM = {Inhoud.XLSX: ".xlsx", Inhoud.ODS: ".ods", Inhoud.TEKST: ".csv"}


def lees_bestand(inhoud: bytes, bestand: str) -> Werkboek:
    """Read one file by its name and contents. A file that cannot be read gives a finding.

    Raises StartError when the parser of .xlsx would run without its protection against XML bombs.
    """
    ending = _ending(bestand)
    verwacht = _NAMEN.get(ending)
    if keur_gewicht(inhoud) is not None:
        return lees_werkboek(inhoud, bestand)
    soort = herken_inhoud(inhoud)
    if verwacht is None:
        return _weiger_naam(bestand, ending, soort, inhoud)
    if soort is Inhoud.ZIP and verwacht is not Inhoud.TEKST:
        soort = verwacht  # a damaged or incomplete package: its own gate says what is wrong
    if soort is Inhoud.XLS and verwacht is Inhoud.XLSX:
        soort = Inhoud.XLSX
    if soort is Inhoud.SLOT:
        return lees_werkboek(inhoud, bestand)
    if soort is not verwacht:
        return _weiger(bestand, verwacht, soort, f"terwijl de naam eindigt op {ending}.")
    match verwacht:
        case Inhoud.ODS:
            return lees_ods(inhoud, bestand)
        case Inhoud.TEKST:
            return benoem(lees_csv(inhoud, bestand))
        case _:
            return lees_werkboek(inhoud, bestand)


def _ending(bestand: str) -> str:
    stam, punt, einde = bestand.rpartition(".")
    return f".{einde.lower()}" if punt and stam else ""


def _weiger(bestand: str, verwacht: Inhoud, soort: Inhoud, waarom: str) -> Werkboek:
    naam = _NAAR_NAAM.get(soort)
    mag = (
        f"Geef het bestand een naam die eindigt op {naam} en kies het opnieuw."
        if naam and soort is not Inhoud.TEKST
        else _UITWEGEN[verwacht]
    )
    bevinding = meld(_CODES[verwacht], f"dit is {soort.value}, {waarom}", mag, bestand=bestand)
    return Werkboek(bestand=bestand, bevindingen=(bevinding,))


def _weiger_naam(bestand: str, ending: str, soort: Inhoud, inhoud: bytes) -> Werkboek:
    """A name that promises nothing we read."""
    if soort in (Inhoud.XLS, Inhoud.SLOT) or (ending == ".xlsm" and soort is Inhoud.XLSX):
        werkboek = lees_werkboek(inhoud, bestand)
        if werkboek.bevindingen:
            return werkboek
    naam = f"een naam die eindigt op {waarde_tekst(ending)}" if ending else "een naam zonder einde"
    wat = f"dit bestand heeft {naam}. Wij lezen .xlsx, .ods en .csv."
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
