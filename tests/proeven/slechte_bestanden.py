"""Bad workbooks with the findings that each must give: every refusal of the tables in tests/intake,
and files that are too heavy or too strange to stand there.

A place is `Inzet!E17`, a sheet, or empty for a file that is refused as a whole.
"""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from sturing.domain.bevinding import Ernst
from sturing.intake.codes import REGISTER, Code
from sturing.intake.sjabloon import maak_sjabloon
from tests.intake.bouwer import boek, goed, goed_met, herpak, koppen, met_deel
from tests.intake.test_bestanden import BLAD, HEEL_BESTAND, KOPPEN, klein, met_blad
from tests.intake.test_foute_werkboeken import CEL, RIJ

MB = 1024 * 1024

Bestanden = Sequence[tuple[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """Files of one upload, made when they are needed, and every fout they must give."""

    naam: str
    maak: Callable[[], Bestanden]
    fouten: frozenset[str]


def gevallen() -> list[Geval]:
    """All of them, each with at least one fout."""
    alle = [
        *(
            _een(f"{plek} {waarde!r:.30}", _cel(plek, waarde), {f"{code} {_adres(plek)}"})
            for plek, waarde, code in CEL
            if code and code != "GEBIED_KRING"
        ),
        *(_een(naam, _cellen(cellen), verwacht) for naam, cellen, verwacht in RIJ),
        *(_een(naam, _bytes(inhoud), {code}) for naam, (inhoud, code) in HEEL_BESTAND.items()),
        *(_een(naam, _boek(bladen), verwacht) for naam, (bladen, verwacht) in KOPPEN.items()),
        *(_een(naam, maak, {code}) for naam, (maak, code) in ZWAAR.items()),
        *(Geval(naam=n, maak=m, fouten=frozenset(f)) for n, (m, f) in SAMEN.items()),
    ]
    return [geval for geval in alle if geval.fouten]


def _een(naam: str, maak: Callable[[], bytes], verwacht: set[str]) -> Geval:
    fouten = {fout for fout in verwacht if REGISTER[Code(fout.split()[0])].ernst is Ernst.FOUT}
    return Geval(naam=naam, maak=lambda: [("werkboek.xlsx", maak())], fouten=frozenset(fouten))


def _adres(plek: str) -> str:
    return plek.replace("_", "!")


def _cel(plek: str, waarde: object) -> Callable[[], bytes]:
    return lambda: goed_met(**{plek: waarde})


def _cellen(cellen: Mapping[str, object]) -> Callable[[], bytes]:
    return lambda: goed_met(**cellen)


def _bytes(inhoud: bytes) -> Callable[[], bytes]:
    return lambda: inhoud


def _boek(bladen: Mapping[str, Sequence[Sequence[object]]]) -> Callable[[], bytes]:
    return lambda: boek(bladen)


def _te_groot() -> bytes:
    return klein() + bytes(10 * MB)


def _veel_delen() -> bytes:
    uit = BytesIO(klein())
    with zipfile.ZipFile(uit, "a") as pakket:
        for nummer in range(501):
            pakket.writestr(f"xl/media/{nummer}.png", b"x")
    return uit.getvalue()


def _uitgepakt() -> bytes:
    """102 parts of 1 MB, each packed fifty times smaller: below the ratio, above the sum."""
    kans = random.Random(1)
    uit = BytesIO(klein())
    with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as pakket:
        for nummer in range(102):
            deel = kans.randbytes(20_000) + bytes(MB - 20_000)
            pakket.writestr(f"xl/media/{nummer}.png", deel)
    return uit.getvalue()


def _rijen(aantal: int) -> bytes:
    """Rows with a number each, so that the sheet does not pack too tightly."""
    kans = random.Random(2)
    rijen = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{kans.randrange(10**9)}</v></c></row>'
        for n in range(3, aantal + 3)
    )
    return met_blad("</sheetData>", f"{rijen}</sheetData>")


def _kolommen() -> bytes:
    return boek({"Programmas": [["programma", "naam", *(f"k{n}" for n in range(199))]]})


def _diep() -> bytes:
    """Elements fifty thousand deep, of changing names so that they do not pack too tightly."""
    kans = random.Random(3)
    namen = [f"e{kans.randrange(10**9)}" for _ in range(50_000)]
    begin = "".join(f"<{naam}>" for naam in namen)
    einde = "".join(f"</{naam}>" for naam in reversed(namen))
    return met_blad("</worksheet>", f"{begin}{einde}</worksheet>")


def _deel_met(naam: str, inhoud: bytes) -> Callable[[], bytes]:
    return lambda: herpak(klein(), lambda n, deel: inhoud if n == naam else deel)


def _gedeeld() -> bytes:
    """A workbook whose texts stand in a part of their own, as Excel writes them."""
    return maak_sjabloon({"Programmas": [{"programma": "8", "naam": "Wonen"}]}, ["Programmas"])


def _pakket(**delen: bytes) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, deel in delen.items():
            pakket.writestr(naam.replace("__", "/"), deel)
    return uit.getvalue()


def _getal(waarde: str) -> Callable[[], bytes]:
    def maak() -> bytes:
        inhoud = boek({"Inzet": [koppen("Inzet"), ["O1", "T1", "2027-01", "2027-02", 77]]})
        oud, nieuw = b"<v>77</v>", f"<v>{waarde}</v>".encode()
        return herpak(inhoud, lambda n, deel: deel.replace(oud, nieuw) if n == BLAD else deel)

    return maak


ZWAAR: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "more than ten megabytes": (_te_groot, "BESTAND_TE_GROOT"),
    "more than 500 parts": (_veel_delen, "BESTAND_TE_VEEL_DELEN"),
    "more than 100 MB unpacked": (_uitgepakt, "BESTAND_UITGEPAKT_TE_GROOT"),
    "more than 200,000 rows": (lambda: _rijen(200_001), "BESTAND_TE_VEEL_RIJEN"),
    "more than 200 columns": (_kolommen, "BESTAND_TE_VEEL_KOLOMMEN"),
    "a string that is not there": (
        lambda: herpak(_gedeeld(), lambda _, deel: deel.replace(b"<v>0</v>", b"<v>99999</v>")),
        "BESTAND_ONLEESBAAR",
    ),
    "styles that are no XML": (_deel_met("xl/styles.xml", b"<a"), "BESTAND_ONLEESBAAR"),
    "strings that are no XML": (
        lambda: herpak(_gedeeld(), lambda n, deel: b"<a" if "sharedStrings" in n else deel),
        "BESTAND_ONLEESBAAR",
    ),
    "noise in the place of a sheet": (_deel_met(BLAD, bytes(range(256))), "BESTAND_ONLEESBAAR"),
    "a sheet that is empty": (_deel_met(BLAD, b""), "BESTAND_ONLEESBAAR"),
    "a package without types": (lambda: _pakket(xl__workbook=b"<a/>"), "BESTAND_GEEN_XLSX"),
    "a package with nothing in it": (lambda: b"PK\x05\x06" + bytes(18), "BESTAND_GEEN_XLSX"),
    "a package that ends after its first name": (lambda: klein()[:40], "BESTAND_ONLEESBAAR"),
    "a PDF": (lambda: b"%PDF-1.7\n" + bytes(2000), "BESTAND_GEEN_XLSX"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(2000), "BESTAND_GEEN_XLSX"),
    "a page of the web": (lambda: b"<!DOCTYPE html><table></table>", "BESTAND_GEEN_XLSX"),
    "a reference in small letters": (
        lambda: met_blad('r="B2"', 'r="b2"'),
        "BESTAND_VERWIJZING",
    ),
    "entities that grow": (
        lambda: met_deel(
            klein(), "xl/lol.xml", b'<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><l>&b;</l>'
        ),
        "BESTAND_DOCTYPE",
    ),
    "elements fifty thousand deep in a package without an end": (
        lambda: _diep().replace(b"PK\x05\x06", b"PK\x05\x07"),
        "BESTAND_ONLEESBAAR",
    ),
    "NaN as a number": (_getal("NaN"), "GETAL_NIET_EINDIG Inzet!E2"),
    "words as a number": (_getal("twaalf"), "GETAL_ONGELDIG Inzet!E2"),
}
"""Name -> how it is made, and its only fout."""


def _dubbele_sleutel() -> Bestanden:
    een = boek({"Programmas": [["programma", "naam"], ["8", "Wonen"]]})
    twee = boek({"Programmas": [["naam", "programma"], ["Zorg", "7"], ["Bouwen", "8"]]})
    return [("a.xlsx", een), ("b.xlsx", twee)]


SAMEN: Mapping[str, tuple[Callable[[], Bestanden], set[str]]] = {
    "the same key in two files": (_dubbele_sleutel, {"SLEUTEL_DUBBEL Programmas!B3"}),
    "the same file twice": (
        lambda: [("a.xlsx", klein()), ("b.xlsx", klein())],
        {"BESTAND_DUBBEL"},
    ),
    "one sound file and one that is none": (
        lambda: [("a.xlsx", boek(goed())), ("b.xlsx", b"niets")],
        {"BESTAND_GEEN_XLSX"},
    ),
}
"""Several files at once: one that is refused refuses all."""
