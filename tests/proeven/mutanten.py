"""Workbooks with something changed at random: bytes, parts, XML, values or structure.

Excel workbooks most of all, and the .ods and .csv that are read as well. A mutant is wholly given
by its number, so that `mutant(17)` makes the one again that failed as number 17.
"""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

from sturing.intake.schema import BLADEN, PER_BLAD
from sturing.intake.sjabloon import maak_sjabloon
from tests.intake.bouwer import Bladen, Opmaak, boek, goed
from tests.intake.ods import ods

ZAAD = 20261126
LIBREOFFICE = Path(__file__).parents[1] / "intake" / "libreoffice.ods"
KLEIN = ("Programmas", "Doelen", "Capaciteit", "Inzet")
"""Most mutants are of few sheets, so that each is judged in a hundredth of a second."""

RARE_WAARDEN: tuple[object, ...] = (
    *("", " ", "=1+1", "#N/A", "#REF!", "-", "∞", "NaN", "1e308", "1.234", "1,2,3", "58:30", "0"),
    *("T01", "t01", "O1 ", "O1\u200b", "\u202eO1", "12345678901234567890", "0.10", "ja", "totaal"),
    *("31-02-2027", "2027-13", "mrt 2027", "31-12-9999", "00-00-0000", "x" * 3000, "€ 1,-", "20%"),
    *("'", '"', "<a>&amp;</a>", "Spoorzone\nBilthoven", "\ufeff", "é", "🙂", "111222333"),
    *(0, 1, -1, 0.1, 1.005, 1e15, -1e15, 1e-9, 10**15, 2027, 46023, True, False),
    *(date(1900, 1, 1), date(2100, 12, 31), datetime(2027, 3, 1, 13, 30), timedelta(hours=-1)),
    *(timedelta(hours=58, minutes=30), Opmaak(0.2, "0%"), Opmaak(7, "000"), Opmaak(60, "yyyy")),
)
RARE_TEKSTEN = (
    *("", "NaN", "1e999", "-1", "99999999999999999999", "A", "&#0;", "&x;", "<", "]]>", "0x10"),
    *("true", " 1 ", "1,5", "\u202e", "A" * 5000, "xl/worksheets/sheet1.xml", "../../etc", "\x00"),
)
RARE_CELLEN = (
    "A0",
    "A1",
    "XFD1048576",
    "XFE1",
    "ZZZ999",
    "B2",
    "a1",
    "1A",
    "A-1",
    "GS2",
    "A200001",
)

Verandering = Callable[[random.Random], bytes]


def mutant(nummer: int) -> tuple[str, str, bytes]:
    """How mutant `nummer` was made, the name of its file, and its bytes."""
    kans = random.Random(f"{ZAAD}-{nummer}")
    soort, naam, maak = kans.choice(SOORTEN)
    return soort, naam, maak(kans)


@cache
def _bronnen() -> tuple[bytes, ...]:
    """Sound workbooks to change: small ones often, one with every sheet now and then. Those of the
    template keep their texts in a part of their own, the other ones in the cells."""
    bladen = goed()
    klein = boek({blad: bladen[blad] for blad in KLEIN})
    een = boek({"Inzet": bladen["Inzet"]})
    sjabloon = maak_sjabloon({"Programmas": [{"programma": "8", "naam": "Wonen"}]}, ["Programmas"])
    return (klein, klein, klein, een, sjabloon, sjabloon, boek(bladen))


@cache
def _ods_bronnen() -> tuple[bytes, ...]:
    bladen = goed()
    return (ods({blad: bladen[blad] for blad in KLEIN}), LIBREOFFICE.read_bytes())


def _tekstbestand(kans: random.Random) -> bytes:
    """Rows of Inzet with semicolons, in one of the two letters of such files."""
    rijen = [list(rij) for rij in goed()["Inzet"]]
    for _ in range(kans.randint(0, 3)):
        rij = kans.choice(rijen)
        rij[kans.randrange(len(rij))] = kans.choice(RARE_WAARDEN)
    scheiding = kans.choice((";", ";", ";", ",", "\t"))
    tekst = "\n".join(scheiding.join(str(w or "") for w in rij) for rij in rijen)
    inhoud = tekst.encode(kans.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16")), "replace")
    return _verander_bytes(kans, inhoud) if kans.random() < 0.5 else inhoud


def _bytes(kans: random.Random) -> bytes:
    """Some bytes of the package flipped, cut out, repeated or put in."""
    return _verander_bytes(kans, kans.choice(_bronnen()))


def _ods(kans: random.Random) -> bytes:
    """An OpenDocument workbook, changed in one of the ways of a package."""
    bron = kans.choice(_ods_bronnen())
    verander = kans.choice((_verander_bytes, _verander_pakket, _verander_delen, _verander_delen))
    return verander(kans, bron)


def _verander_bytes(kans: random.Random, bron: bytes) -> bytes:
    inhoud = bytearray(bron)
    for _ in range(kans.randint(1, 4)):
        plek = kans.randrange(len(inhoud))
        stuk = kans.randint(1, 200)
        match kans.randrange(5):
            case 0:
                inhoud[plek] ^= 1 << kans.randrange(8)
            case 1:
                del inhoud[plek : plek + stuk]
            case 2:
                inhoud[plek:plek] = inhoud[plek : plek + stuk]
            case 3:
                inhoud[plek:plek] = kans.randbytes(stuk)
            case _:
                del inhoud[plek:]
        if not inhoud:
            break
    return bytes(inhoud)


def _delen(inhoud: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
        return [(naam, pakket.read(naam)) for naam in pakket.namelist()]


def _pak(delen: list[tuple[str, bytes]]) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        gezien: set[str] = set()
        for naam, deel in delen:
            if naam not in gezien:
                pakket.writestr(naam, deel)
            gezien.add(naam)
    return uit.getvalue()


def _pakket(kans: random.Random) -> bytes:
    """A part left out, emptied, renamed, exchanged with another one or replaced by noise."""
    return _verander_pakket(kans, kans.choice(_bronnen()))


def _verander_pakket(kans: random.Random, bron: bytes) -> bytes:
    delen = _delen(bron)
    for _ in range(kans.randint(1, 2)):
        plek = kans.randrange(len(delen))
        naam, deel = delen[plek]
        match kans.randrange(6):
            case 0 if len(delen) > 1:
                del delen[plek]
            case 1:
                delen[plek] = (naam, b"")
            case 2:
                nieuw = kans.choice((naam.upper(), f"x/{naam}", naam.replace("1", "9"), "a\\b.xml"))
                delen[plek] = (nieuw, deel)
            case 3:
                ander = kans.randrange(len(delen))
                delen[plek], delen[ander] = (naam, delen[ander][1]), (delen[ander][0], deel)
            case 4:
                delen[plek] = (naam, kans.randbytes(kans.randint(1, 500)))
            case _:
                delen[plek] = (naam, deel[: kans.randrange(len(deel) + 1)])
    return _pak(delen)


_KENMERK = re.compile(rb'([\w:]+)="([^"]*)"')
_TAG = re.compile(rb"<[^>]+>")
_WAARDE = re.compile(rb">([^<]+)<")


def _xml(kans: random.Random) -> bytes:
    """Attributes, tags and texts inside one or two parts replaced, removed or repeated."""
    return _verander_delen(kans, kans.choice(_bronnen()))


def _verander_delen(kans: random.Random, bron: bytes) -> bytes:
    delen = _delen(bron)
    for _ in range(kans.randint(1, 2)):
        plek = kans.randrange(len(delen))
        if kans.random() < 0.6:
            plek = max(i for i, (n, _) in enumerate(delen) if "sheet" in n or n == "content.xml")
        naam, deel = delen[plek]
        for _ in range(kans.randint(1, 3)):
            deel = _verander_xml(kans, deel)
        delen[plek] = (naam, deel)
    return _pak(delen)


def _verander_xml(kans: random.Random, deel: bytes) -> bytes:
    patroon = kans.choice((_KENMERK, _KENMERK, _TAG, _WAARDE, _WAARDE))
    vondsten = list(patroon.finditer(deel))
    if not vondsten:
        return deel
    vondst = kans.choice(vondsten)
    groep = 0 if patroon is _TAG else vondst.re.groups
    begin, einde = vondst.span(groep)
    if patroon is _TAG:
        nieuw = kans.choice(
            (b"", vondst.group() * 2, b"<c/>", b"<row/>", b"</x>", b"<!--", b"<?x?>")
        )
    elif patroon is _KENMERK and kans.random() < 0.4:
        nieuw = kans.choice(RARE_CELLEN).encode()
    else:
        nieuw = kans.choice(RARE_TEKSTEN).encode("utf-8")
    return deel[:begin] + nieuw + deel[einde:]


def _bladen(kans: random.Random) -> Bladen:
    """Rows of a few sheets, each a list of its own that may be changed."""
    bron = goed()
    namen = KLEIN if kans.random() < 0.9 else tuple(blad.naam for blad in BLADEN)
    gekozen = kans.sample(namen, kans.randint(1, len(namen)))
    return {naam: [list(rij) for rij in bron[naam]] for naam in gekozen}


def _waarden(kans: random.Random) -> bytes:
    """Some cells under the headings replaced by values that people or programs leave there."""
    bladen = _bladen(kans)
    for _ in range(kans.randint(1, 3)):
        rijen = bladen[kans.choice(list(bladen))]
        rij = kans.choice(rijen[1:])
        rij[kans.randrange(len(rij))] = kans.choice(RARE_WAARDEN)
    return _schrijf(bladen)


def _bouw(kans: random.Random) -> bytes:
    """Headings, columns, rows and sheets moved, removed, doubled or renamed."""
    bladen = _bladen(kans)
    for _ in range(kans.randint(1, 3)):
        naam = kans.choice(list(bladen))
        bladen = _verbouw(kans, bladen, naam)
        if not bladen:
            return boek({"Leeg": [[None]]})
    return _schrijf(bladen)


def _verbouw(kans: random.Random, bladen: Bladen, naam: str) -> Bladen:
    rijen = bladen[naam]
    breed = max((len(rij) for rij in rijen), default=0)
    match kans.randrange(9):
        case 0 if breed:
            plek = kans.randrange(breed)
            rijen = [rij[:plek] + rij[plek + 1 :] for rij in rijen]
        case 1 if breed:
            volgorde = kans.sample(range(breed), breed)
            rijen = [[rij[p] if p < len(rij) else None for p in volgorde] for rij in rijen]
        case 2:
            boven: list[list[object]] = [[kans.choice(RARE_WAARDEN)]] * kans.randint(1, 11)
            rijen = boven + rijen
        case 3 if rijen:
            rijen = rijen + [list(kans.choice(rijen)) for _ in range(kans.randint(1, 3))]
        case 4 if rijen and rijen[0]:
            kop = list(rijen[0])
            kop[kans.randrange(len(kop))] = kans.choice((*RARE_WAARDEN, "uren", "fte bezetting"))
            rijen = [kop, *rijen[1:]]
        case 5:
            over = {k: v for k, v in bladen.items() if k != naam}
            nieuw = kans.choice(
                ("Uitleg", "Urenplanning", "Kladblok", naam.upper(), f"{naam} ", "x")
            )
            return {**over, nieuw: rijen}
        case 6:
            return {k: v for k, v in bladen.items() if k != naam}
        case 7:
            rijen = [["totaal", *rij[1:]] if kans.random() < 0.3 else rij for rij in rijen]
        case _:
            anders = kans.choice(list(PER_BLAD))
            return {**bladen, anders: rijen}
    return {**bladen, naam: rijen}


def _schrijf(bladen: Bladen) -> bytes:
    """The workbook; a value that no workbook can hold is written as text."""
    try:
        return boek(bladen)
    except (ValueError, TypeError):
        return boek(
            {
                naam: [[re.sub(r"[\x00-\x1f]", "?", str(w or "")) for w in rij] for rij in rijen]
                for naam, rijen in bladen.items()
            }
        )


SOORTEN: tuple[tuple[str, str, Verandering], ...] = (
    ("bytes", "mutant.xlsx", _bytes),
    ("pakket", "mutant.xlsx", _pakket),
    ("xml", "mutant.xlsx", _xml),
    ("xml", "mutant.xlsx", _xml),
    ("waarden", "mutant.xlsx", _waarden),
    ("waarden", "mutant.xlsx", _waarden),
    ("bouw", "mutant.xlsx", _bouw),
    ("ods", "mutant.ods", _ods),
    ("csv", "inzet.csv", _tekstbestand),
)
"""The ways in which a mutant is made; a way that finds most stands twice."""
