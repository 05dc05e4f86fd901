"""The gate before any parser: what an uploaded file may weigh and hold (vertrouwen.md, Uploads).

Owns: the limits of a file as a package of parts. Must never parse a sheet. Units: bytes.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterable
from io import BytesIO

from sturing.domain.bevinding import Bevinding
from sturing.intake.codes import Code
from sturing.intake.melding import meld

MAX_BESTAND = 10 * 1024 * 1024
MAX_DELEN = 500
MAX_UITGEPAKT = 100 * 1024 * 1024
MAX_VERHOUDING = 100
VERHOUDING_VANAF = 100 * 1024
"""Parts smaller than this may be packed as tightly as they like."""

_DEELMERK = b"PK\x01\x02"
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
VERSLEUTELD_PAKKET = "EncryptedPackage".encode("utf-16-le")
_HAP = 1024 * 1024
UITWEG = "Open het in Excel, kies Opslaan als, kies Excel-werkmap (.xlsx) en kies dat bestand."
_VERBODEN = tuple(
    woord.encode(codering)
    for woord in ("<!DOCTYPE", "<!ENTITY")
    for codering in ("utf-8", "utf-16-le", "utf-16-be")
)
_ZONDER_XML = ("xl/media/", "docProps/thumbnail")
_INPAKKEN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""All that Excel and LibreOffice write; no other unpacker is started on a file of a stranger."""


Afkeuring = tuple[Code, str, str]
"""A reason to refuse a whole file: its code, what is wrong and the way out."""


def keur(inhoud: bytes, bestand: str) -> Bevinding | None:
    """The first reason to refuse this file as an Excel package, or None when it may be parsed."""
    te_groot = keur_grootte(inhoud, bestand)
    if te_groot is not None:
        return te_groot
    gebrek = _keur_omslag(inhoud) or keur_pakket(inhoud, _keur_inhoud)
    return None if gebrek is None else meld_afkeuring(gebrek, bestand)


def meld_afkeuring(gebrek: Afkeuring, bestand: str) -> Bevinding:
    """The finding of a refused file."""
    code, wat, mag = gebrek
    return meld(code, wat, mag, bestand=bestand)


def keur_pakket(
    inhoud: bytes, eigen: Callable[[zipfile.ZipFile], Afkeuring | None]
) -> Afkeuring | None:
    """What is wrong with a package of parts, whatever its kind; `eigen` judges its own kind."""
    # Counted before the list of parts is read: ten megabytes of nothing but entries is possible.
    te_veel = _keur_aantal(inhoud.count(_DEELMERK))
    if te_veel is not None:
        return te_veel
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
            return _keur_delen(pakket.infolist()) or eigen(pakket)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        OSError,
        OverflowError,
        RuntimeError,  # also a package that says that it needs a newer unpacker than zipfile is
        UnicodeDecodeError,
        ValueError,
    ):
        return (Code.BESTAND_ONLEESBAAR, "het bestand is beschadigd.", UITWEG)


def keur_grootte(inhoud: bytes, bestand: str) -> Bevinding | None:
    """The check that needs no look inside: before the file goes to the guarded process."""
    if not inhoud:
        return meld(Code.BESTAND_LEEG, "het bestand is leeg.", UITWEG, bestand=bestand)
    if len(inhoud) > MAX_BESTAND:
        return meld(
            Code.BESTAND_TE_GROOT,
            f"het bestand is {len(inhoud) / 1024 / 1024:.1f} MB.".replace(".", ",", 1),
            "Toegestaan: ten hoogste 10 MB. Verdeel de bladen over meer bestanden.",
            bestand=bestand,
        )
    return None


def _keur_omslag(inhoud: bytes) -> Afkeuring | None:
    if inhoud.startswith(OLE):
        if VERSLEUTELD_PAKKET in inhoud:
            return (
                Code.BESTAND_VERSLEUTELD,
                "het bestand is beveiligd met een wachtwoord.",
                "Haal het wachtwoord eraf in Excel en sla het bestand opnieuw op.",
            )
        return (Code.BESTAND_GEEN_XLSX, "dit is een oud soort Excel-bestand.", UITWEG)
    if not inhoud.startswith(ZIP):
        return (Code.BESTAND_GEEN_XLSX, "dit is geen Excel-werkmap (.xlsx).", UITWEG)
    return None


def _keur_aantal(delen: int) -> Afkeuring | None:
    if delen <= MAX_DELEN:
        return None
    return (
        Code.BESTAND_TE_VEEL_DELEN,
        f"het bestand bestaat uit {delen} delen.",
        f"Toegestaan: ten hoogste {MAX_DELEN}. Haal plaatjes en losse objecten weg.",
    )


def _keur_delen(delen: list[zipfile.ZipInfo]) -> Afkeuring | None:
    te_veel = _keur_aantal(len(delen))
    if te_veel is not None:
        return te_veel
    if any(deel.flag_bits & 0x1 for deel in delen):
        return (
            Code.BESTAND_VERSLEUTELD,
            "het bestand is beveiligd met een wachtwoord.",
            "Haal het wachtwoord eraf en sla het bestand opnieuw op.",
        )
    if any(deel.compress_type not in _INPAKKEN for deel in delen):
        return (
            Code.BESTAND_ONLEESBAAR,
            "een deel is ingepakt op een manier die Sturing niet leest.",
            UITWEG,
        )
    namen = [deel.orig_filename.replace("\\", "/") for deel in delen]
    if any(_klimt(naam) for naam in namen):
        return (Code.BESTAND_PAD, "een deel van het bestand heeft een onveilige naam.", UITWEG)
    klein = [naam.lower() for naam in namen]
    if len(set(klein)) < len(klein):
        return (Code.BESTAND_NAAM_DUBBEL, "een deel staat twee keer in het bestand.", UITWEG)
    if sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
        return (
            Code.BESTAND_UITGEPAKT_TE_GROOT,
            "uitgepakt is het bestand groter dan 100 MB.",
            "Verdeel de bladen over meer bestanden.",
        )
    for deel in delen:
        if deel.file_size > VERHOUDING_VANAF and (
            deel.file_size > MAX_VERHOUDING * deel.compress_size
        ):
            return (
                Code.BESTAND_VERHOUDING,
                "een deel van het bestand is ongewoon sterk ingepakt.",
                UITWEG,
            )
    return None


_MACRO: Afkeuring = (
    Code.BESTAND_MACRO,
    "het bestand bevat macro's.",
    "Toegestaan: een Excel-werkmap zonder macro's. " + UITWEG,
)


def _klimt(naam: str) -> bool:
    return (
        naam.startswith("/")
        or "\0" in naam
        or ".." in naam.split("/")
        or (len(naam) > 1 and naam[1] == ":")
    )


def _keur_inhoud(pakket: zipfile.ZipFile) -> Afkeuring | None:
    klein = [deel.orig_filename.replace("\\", "/").lower() for deel in pakket.infolist()]
    if any("vbaproject" in naam or naam.startswith("xl/macrosheets/") for naam in klein):
        return _MACRO
    if "[content_types].xml" not in klein or "xl/workbook.bin" in klein:
        return (Code.BESTAND_GEEN_XLSX, "dit is geen Excel-werkmap (.xlsx).", UITWEG)
    soorten = b""
    for deel in pakket.infolist():
        if deel.filename.lower() == "[content_types].xml":
            soorten = pakket.read(deel)
    if b"macroEnabled" in soorten:
        return _MACRO
    if b"spreadsheetml.sheet.main" not in soorten and b"spreadsheetml.template" not in soorten:
        return (Code.BESTAND_GEEN_XLSX, "dit is geen Excel-werkmap (.xlsx).", UITWEG)
    return keur_xml(pakket, _ZONDER_XML)


def keur_xml(pakket: zipfile.ZipFile, zonder_xml: tuple[str, ...]) -> Afkeuring | None:
    """A DOCTYPE or ENTITY in any part, but for parts whose name begins with one of `zonder_xml`."""
    for deel in pakket.infolist():
        if not deel.filename.startswith(zonder_xml) and _bevat_verboden(_happen(pakket, deel)):
            return (Code.BESTAND_DOCTYPE, "het bestand bevat een DOCTYPE of ENTITY.", UITWEG)
    return None


def _happen(pakket: zipfile.ZipFile, deel: zipfile.ZipInfo) -> Iterable[bytes]:
    with pakket.open(deel) as stroom:
        while hap := stroom.read(_HAP):
            yield hap


def _bevat_verboden(happen: Iterable[bytes]) -> bool:
    staart = b""
    for hap in happen:
        stuk = staart + hap
        if any(woord in stuk for woord in _VERBODEN):
            return True
        staart = stuk[-32:]
    return False
