"""The gate before any parser: what an uploaded file may weigh and hold (vertrouwen.md, Uploads).

Owns: the limits of a file as a package of parts. Must never parse a sheet. Units: bytes.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
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
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD_PAKKET = "EncryptedPackage".encode("utf-16-le")
_HAP = 1024 * 1024
_UITWEG = "Open het in Excel, kies Opslaan als, kies Excel-werkmap (.xlsx) en kies dat bestand."
_VERBODEN = tuple(
    woord.encode(codering)
    for woord in ("<!DOCTYPE", "<!ENTITY")
    for codering in ("utf-8", "utf-16-le", "utf-16-be")
)
_ZONDER_XML = ("xl/media/", "docProps/thumbnail")


def keur(inhoud: bytes, bestand: str) -> Bevinding | None:
    """The first reason to refuse this file as a package, or None when it may be parsed."""
    te_groot = keur_grootte(inhoud, bestand)
    if te_groot is not None:
        return te_groot
    gebrek = _keur_omslag(inhoud)
    if gebrek is None:
        try:
            with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
                gebrek = _keur_delen(pakket.infolist()) or _keur_inhoud(pakket)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            KeyError,
            NotImplementedError,  # raised by zipfile for a compression it does not know
            OSError,
            OverflowError,
            RuntimeError,
            UnicodeDecodeError,
            ValueError,
        ):
            gebrek = (Code.BESTAND_ONLEESBAAR, "het bestand is beschadigd.", _UITWEG)
    if gebrek is None:
        return None
    code, wat, mag = gebrek
    return meld(code, wat, mag, bestand=bestand)


def keur_grootte(inhoud: bytes, bestand: str) -> Bevinding | None:
    """The check that needs no look inside: before the file goes to the guarded process."""
    if not inhoud:
        return meld(Code.BESTAND_LEEG, "het bestand is leeg.", _UITWEG, bestand=bestand)
    if len(inhoud) > MAX_BESTAND:
        return meld(
            Code.BESTAND_TE_GROOT,
            f"het bestand is {len(inhoud) / 1024 / 1024:.1f} MB.".replace(".", ",", 1),
            "Toegestaan: ten hoogste 10 MB. Verdeel de bladen over meer bestanden.",
            bestand=bestand,
        )
    return None


_Gebrek = tuple[Code, str, str]


def _keur_omslag(inhoud: bytes) -> _Gebrek | None:
    if inhoud.startswith(_OLE):
        if _VERSLEUTELD_PAKKET in inhoud:
            return (
                Code.BESTAND_VERSLEUTELD,
                "het bestand is beveiligd met een wachtwoord.",
                "Haal het wachtwoord eraf in Excel en sla het bestand opnieuw op.",
            )
        return (Code.BESTAND_GEEN_XLSX, "dit is een oud soort Excel-bestand.", _UITWEG)
    if not inhoud.startswith(_ZIP):
        return (Code.BESTAND_GEEN_XLSX, "dit is geen Excel-werkmap (.xlsx).", _UITWEG)
    # Counted before the list of parts is read: ten megabytes of nothing but entries is possible.
    return _keur_aantal(inhoud.count(_DEELMERK))


def _keur_aantal(delen: int) -> _Gebrek | None:
    if delen <= MAX_DELEN:
        return None
    return (
        Code.BESTAND_TE_VEEL_DELEN,
        f"het bestand bestaat uit {delen} delen.",
        f"Toegestaan: ten hoogste {MAX_DELEN}. Haal plaatjes en losse objecten weg.",
    )


def _keur_delen(delen: list[zipfile.ZipInfo]) -> _Gebrek | None:
    te_veel = _keur_aantal(len(delen))
    if te_veel is not None:
        return te_veel
    if any(deel.flag_bits & 0x1 for deel in delen):
        return (
            Code.BESTAND_VERSLEUTELD,
            "het bestand is beveiligd met een wachtwoord.",
            "Haal het wachtwoord eraf en sla het bestand opnieuw op.",
        )
    namen = [deel.orig_filename.replace("\\", "/") for deel in delen]
    if any(_klimt(naam) for naam in namen):
        return (Code.BESTAND_PAD, "een deel van het bestand heeft een onveilige naam.", _UITWEG)
    klein = [naam.lower() for naam in namen]
    if len(set(klein)) < len(klein):
        return (Code.BESTAND_NAAM_DUBBEL, "een deel staat twee keer in het bestand.", _UITWEG)
    if any("vbaproject" in naam or naam.startswith("xl/macrosheets/") for naam in klein):
        return _MACRO
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
                _UITWEG,
            )
    if "[content_types].xml" not in klein or "xl/workbook.bin" in klein:
        return (Code.BESTAND_GEEN_XLSX, "dit is geen Excel-werkmap (.xlsx).", _UITWEG)
    return None


_MACRO: _Gebrek = (
    Code.BESTAND_MACRO,
    "het bestand bevat macro's.",
    "Toegestaan: een Excel-werkmap zonder macro's. " + _UITWEG,
)


def _klimt(naam: str) -> bool:
    return (
        naam.startswith("/")
        or "\0" in naam
        or ".." in naam.split("/")
        or (len(naam) > 1 and naam[1] == ":")
    )


def _keur_inhoud(pakket: zipfile.ZipFile) -> _Gebrek | None:
    soorten = b""
    for deel in pakket.infolist():
        if deel.filename.lower() == "[content_types].xml":
            soorten = pakket.read(deel)
    if b"macroEnabled" in soorten:
        return _MACRO
    if b"spreadsheetml.sheet.main" not in soorten and b"spreadsheetml.template" not in soorten:
        return (Code.BESTAND_GEEN_XLSX, "dit is geen Excel-werkmap (.xlsx).", _UITWEG)
    for deel in pakket.infolist():
        if not deel.filename.startswith(_ZONDER_XML) and _bevat_verboden(_happen(pakket, deel)):
            return (Code.BESTAND_DOCTYPE, "het bestand bevat een DOCTYPE of ENTITY.", _UITWEG)
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
