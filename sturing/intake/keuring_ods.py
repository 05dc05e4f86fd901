"""The gate before the reader of OpenDocument workbooks: the same limits, and its own dangers.

Owns: what makes a package a workbook of LibreOffice or another office program that may be read: its
mimetype part, no encryption in its manifest, no macros. Must never parse a sheet. Units: bytes.
"""

from __future__ import annotations

import zipfile

from sturing.domain.bevinding import Bevinding
from sturing.intake.codes import Code
from sturing.intake.keuring import (
    Afkeuring,
    keur_grootte,
    keur_pakket,
    keur_xml,
    meld_afkeuring,
)

MIMETYPES = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.spreadsheet-template",
)
"""What the part `mimetype` says of a workbook, and of a template of one."""

UITWEG_ODS = (
    "Open het in LibreOffice, kies Opslaan als, kies ODF-werkblad (.ods) en kies dat bestand."
)
_MIMETYPE = "mimetype"
_INHOUD = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_VERSLEUTELD = b"encryption-data"
_VERSLEUTELD_DEEL = "encrypted-package"
_ZONDER_CODE = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")
"""Lists of macros, which LibreOffice also writes when there is none."""
_ZONDER_XML = ("Pictures/", "Thumbnails/", "ObjectReplacements/", "media/")


def keur_ods(inhoud: bytes, bestand: str) -> Bevinding | None:
    """The first reason to refuse this file as an .ods package, or None when it may be parsed."""
    te_groot = keur_grootte(inhoud, bestand)
    if te_groot is not None:
        return te_groot
    gebrek = keur_pakket(inhoud, _keur_inhoud)
    return None if gebrek is None else meld_afkeuring(gebrek, bestand)


def _keur_inhoud(pakket: zipfile.ZipFile) -> Afkeuring | None:
    namen = set(pakket.namelist())
    if _MIMETYPE not in namen or lees_begin(pakket, _MIMETYPE).strip() not in MIMETYPES:
        return (Code.BESTAND_GEEN_ODS, "dit is geen OpenDocument-werkmap (.ods).", UITWEG_ODS)
    manifest = pakket.read(_MANIFEST) if _MANIFEST in namen else b""
    if _VERSLEUTELD in manifest or _VERSLEUTELD_DEEL in namen:
        return (
            Code.BESTAND_VERSLEUTELD,
            "het bestand is beveiligd met een wachtwoord.",
            "Haal het wachtwoord eraf en sla het bestand opnieuw op.",
        )
    if any(_is_macro(naam) for naam in namen):
        return (
            Code.BESTAND_MACRO,
            "het bestand bevat macro's.",
            "Toegestaan: een werkmap zonder macro's. Haal ze weg en sla het bestand opnieuw op.",
        )
    if _INHOUD not in namen:
        return (Code.BESTAND_ONLEESBAAR, "het bestand is beschadigd.", UITWEG_ODS)
    return keur_xml(pakket, _ZONDER_XML)


def _is_macro(naam: str) -> bool:
    map_, _, rest = naam.partition("/")
    if not rest or naam.endswith("/"):
        return False
    if map_.lower() == "scripts":
        return True
    return map_.lower() == "basic" and rest.rpartition("/")[2] not in _ZONDER_CODE


def lees_begin(pakket: zipfile.ZipFile, naam: str, aantal: int = 200) -> bytes:
    """The first bytes of a part, however large it is."""
    with pakket.open(naam) as stroom:
        return stroom.read(aantal)
