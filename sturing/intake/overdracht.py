"""What the guarded process hands back, as bytes: a workbook, how far it is, or why it stopped.

Owns: the way of cells from the process that parses hostile files to the one that owns the database.
So nothing here can run code or trust a length: texts and values are JSON, which only gives plain
values, and each of them is checked; rows are whole numbers that point into the list of distinct
cells. A cell that comes back a thousand times crosses once. Must never read a file.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import fields
from enum import Enum
from typing import Any, BinaryIO, TypeVar, cast

from sturing.domain.bevinding import Bevinding
from sturing.intake.cellen import Bladvoortgang, Cel, Werkblad, Werkboek
from sturing.intake.celscan import EXCEL_RIJEN, MAX_KOLOMMEN, MAX_RIJEN
from sturing.intake.celvorm import OverdrachtError, pak_in, pak_uit, tekst_van
from sturing.intake.codes import REGISTER, Code
from sturing.intake.leesfouten import MAX_BLADEN

MAX_BERICHT = 64 * 1024 * 1024
MAX_TOTAAL = 512 * 1024 * 1024
MAX_CELLEN = 5_000_000
"""Distinct cells of one file: more do not fit in what a file may be unpacked."""

_PER_BERICHT = 10_000
"""Cells in one message: small enough to let other threads through between two of them."""
_GETALLEN_PER_BERICHT = 250_000
T = TypeVar("T")
_KOP = struct.Struct(">cI")
_VELDEN = tuple(v.name for v in fields(Bevinding) if v.name not in ("ernst", "bestand"))
"""What of a finding crosses; its severity follows from its code."""


class Soort(Enum):
    """The kinds of message, in the order in which they come."""

    KLAAR = b"K"
    """The process has its limits and waits for the file."""
    VOORTGANG = b"V"
    BLAD = b"B"
    CELLEN = b"C"
    RIJEN = b"R"
    LEEG_OF_FOUT = b"O"
    """Of the last sheet: an error cannot be told from an empty cell."""
    BEVINDINGEN = b"F"
    LET_OP = b"L"
    """Notices about how the file was read; they refuse nothing."""
    GEHEUGEN = b"G"
    """The file needs more memory than it may have."""
    STORING = b"S"
    """The process itself is not safe or not whole; says so as title, message, hint."""
    EINDE = b"E"


class Zender:
    """Writes messages; used in the guarded process."""

    def __init__(self, uit: BinaryIO) -> None:
        self._uit = uit
        self._gemeld = -1.0

    def meld(self, soort: Soort, inhoud: object = None) -> None:
        """One message with a plain value, at once."""
        self._stuur(soort, json.dumps(inhoud).encode("ascii"))
        self._uit.flush()

    def voortgang(self, blad: str, deel: float) -> None:
        """How far reading is; not oftener than once per hundredth."""
        if deel - self._gemeld >= 0.01:
            self._gemeld = deel
            self.meld(Soort.VOORTGANG, [blad, deel])

    def werkboek(self, werkboek: Werkboek) -> None:
        """A workbook as read, to its end."""
        for blad in werkboek.bladen:
            self.meld(Soort.BLAD, blad.naam)
            if blad.fout_lijkt_leeg:
                self.meld(Soort.LEEG_OF_FOUT)
            self._blad(blad)
        for soort, lijst in (
            (Soort.BEVINDINGEN, werkboek.bevindingen),
            (Soort.LET_OP, werkboek.let_op),
        ):
            for bevindingen in _groepen(lijst):
                rijen = [[getattr(b, veld) for veld in _VELDEN] for b in bevindingen]
                self.meld(soort, rijen)
        self.meld(Soort.EINDE)

    def _blad(self, blad: Werkblad) -> None:
        plekken: dict[int, int] = {}
        """Identity of a cell (readers share equal ones) -> its place among the distinct cells."""
        nieuw: list[Cel] = []
        rijen = array("I")
        for nummer, cellen in blad.rijen:
            rijen.append(nummer)
            rijen.append(len(cellen))
            for cel in cellen:
                plek = plekken.get(id(cel))
                if plek is None:
                    plek = plekken[id(cel)] = len(plekken)
                    nieuw.append(cel)
                rijen.append(plek)
            if len(rijen) > _GETALLEN_PER_BERICHT:
                self._stuur_rijen(nieuw, rijen)
                nieuw, rijen = [], array("I")
        self._stuur_rijen(nieuw, rijen)

    def _stuur_rijen(self, nieuw: list[Cel], rijen: array[int]) -> None:
        for cellen in _groepen(nieuw):
            self.meld(Soort.CELLEN, [pak_in(cel) for cel in cellen])
        self._stuur(Soort.RIJEN, rijen.tobytes())

    def _stuur(self, soort: Soort, inhoud: bytes) -> None:
        self._uit.write(_KOP.pack(soort.value, len(inhoud)))
        self._uit.write(inhoud)


def ontvang(stroom: BinaryIO) -> Iterator[tuple[Soort, bytes]]:
    """The messages of a guarded process until the last one.

    Raises OverdrachtError when the stream ends before that, or is no stream of messages.
    """
    totaal = 0
    while True:
        kop = stroom.read(_KOP.size)
        if len(kop) < _KOP.size:
            raise OverdrachtError("afgebroken")
        teken, lengte = _KOP.unpack(kop)
        totaal += lengte
        if lengte > MAX_BERICHT or totaal > MAX_TOTAAL:
            raise OverdrachtError("te groot")
        inhoud = stroom.read(lengte)
        if len(inhoud) < lengte:
            raise OverdrachtError("afgebroken")
        try:
            soort = Soort(teken)
        except ValueError as fout:
            raise OverdrachtError("onbekend bericht") from fout
        yield soort, inhoud
        if soort is Soort.EINDE:
            return


class Ontvanger:
    """Builds the workbook from messages; used in the process that judges."""

    def __init__(self, bestand: str, voortgang: Bladvoortgang) -> None:
        self._bestand = bestand
        self._voortgang = voortgang
        self._bladen: list[tuple[str, list[Cel], list[tuple[int, tuple[Cel, ...]]]]] = []
        self._fout_lijkt_leeg: set[int] = set()
        """Places of sheets in which an error looks like an empty cell."""
        self._cellen = 0
        self._bevindingen: list[Bevinding] = []
        self._let_op: list[Bevinding] = []

    def neem(self, soort: Soort, inhoud: bytes) -> None:
        """Take one message. Raises OverdrachtError when it does not say what it should."""
        stap: tuple[str, float] | None = None
        try:
            if soort is Soort.RIJEN:
                self._neem_rijen(inhoud)
                return
            waarde = json.loads(inhoud)
            match soort:
                case Soort.VOORTGANG:
                    blad, deel = waarde
                    if not 0 <= deel <= 1:
                        raise OverdrachtError("geen deel van het geheel")
                    stap = tekst_van(blad), float(deel)
                case Soort.BLAD:
                    if len(self._bladen) >= MAX_BLADEN:
                        raise OverdrachtError("te veel bladen")
                    self._bladen.append((tekst_van(waarde), [], []))
                case Soort.LEEG_OF_FOUT:
                    self._fout_lijkt_leeg.add(len(self._bladen) - 1)
                case Soort.CELLEN:
                    self._cellen += len(waarde)
                    if self._cellen > MAX_CELLEN:
                        raise OverdrachtError("te veel cellen")
                    self._bladen[-1][1].extend(map(pak_uit, waarde))
                case Soort.BEVINDINGEN:
                    self._bevindingen += map(self._bevinding, waarde)
                case Soort.LET_OP:
                    self._let_op += map(self._bevinding, waarde)
                case _:
                    raise OverdrachtError(f"onverwacht bericht {soort.name}")
        except (IndexError, KeyError, OverflowError, RecursionError, TypeError, ValueError) as fout:
            raise OverdrachtError("onjuist bericht") from fout
        if stap is not None:
            # Outside of the block: a fault of who is told is no fault of the message.
            self._voortgang(*stap)

    def werkboek(self) -> Werkboek:
        """The workbook, when the last message was taken."""
        bladen = () if self._bevindingen else self._bladen
        return Werkboek(
            bestand=self._bestand,
            bladen=tuple(
                Werkblad(
                    naam=naam, rijen=tuple(rijen), fout_lijkt_leeg=plek in self._fout_lijkt_leeg
                )
                for plek, (naam, _, rijen) in enumerate(bladen)
            ),
            bevindingen=tuple(self._bevindingen),
            let_op=tuple(self._let_op),
        )

    def _neem_rijen(self, inhoud: bytes) -> None:
        _, cellen, rijen = self._bladen[-1]
        getallen = array("I")
        getallen.frombytes(inhoud)
        haal = cellen.__getitem__
        plek, einde = 0, len(getallen)
        while plek < einde:
            eerste = plek + 2
            plek = eerste + getallen[plek + 1]
            if plek > einde or plek - eerste > MAX_KOLOMMEN:
                raise OverdrachtError("een halve of te brede rij")
            if not 1 <= getallen[eerste - 2] <= EXCEL_RIJEN or len(rijen) >= MAX_RIJEN:
                raise OverdrachtError("een rij die niet kan bestaan")
            rijen.append((getallen[eerste - 2], tuple(map(haal, getallen[eerste:plek]))))

    def _bevinding(self, rij: list[Any]) -> Bevinding:
        velden = {
            veld: None if deel is None else tekst_van(deel)
            for veld, deel in zip(_VELDEN, rij, strict=True)
        }
        ernst = REGISTER[Code(tekst_van(rij[0]))].ernst
        return Bevinding(ernst=ernst, bestand=self._bestand, **cast(Any, velden))


def lees_storing(inhoud: bytes) -> tuple[str, str, str]:
    """Title, message and hint of a process that is not safe or not whole. Raises OverdrachtError
    when it does not say that."""
    try:
        titel, uitleg, raad = json.loads(inhoud)
    except (RecursionError, TypeError, ValueError) as fout:
        raise OverdrachtError("onjuiste storing") from fout
    return tekst_van(titel), tekst_van(uitleg), tekst_van(raad)


def _groepen(reeks: Sequence[T]) -> Iterator[Sequence[T]]:
    for begin in range(0, len(reeks), _PER_BERICHT):
        yield reeks[begin : begin + _PER_BERICHT]
