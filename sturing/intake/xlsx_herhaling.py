"""The fast way through a sheet: every distinct cell is read once, by the reference reader itself.

A sheet of 100,000 rows holds few distinct cells: codes, months and hours come back. This module
cuts the XML of a sheet into rows and cells without looking at a value, collects the distinct ones
and has the reference read them as one small sheet; so a value, a kind, a date or an entity is never
explained twice. Plain numbers and shared texts of a form the reference read before are made here.

Owns: the borders of rows and cells, and their references. A sheet with anything that is not a plain
row of plain cells with references is not for this module (None). Rows and columns count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import compress
from operator import lt

from sturing.intake.cellen import Cel, Celsoort, kolomnummer
from sturing.intake.celscan import EXCEL_KOLOMMEN, EXCEL_RIJEN, MAX_KOLOMMEN, MAX_RIJEN
from sturing.intake.codes import Code

Rijen = tuple[tuple[int, tuple[Cel, ...]], ...]
Kleinlezer = Callable[[bytes], Rijen | None]
"""The reference reader on the XML of a small sheet; None when it would refuse or warn."""

_HAP = 1024 * 1024
_OPEN = b"<sheetData>"
_DICHT = b"</sheetData>"
_RIJ_DICHT = b"</row>"
_FORMULE = rb"<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)"
_WAARDE = rb"<v(?:\s[^<>]*)?>[^<]*</v>|<v\s*/>|<is><t(?:\s[^<>]*)?(?:/>|>[^<]*</t>)</is>"
_REST = rb"((?:\s[^<>]*)?(?:/>|>(?:" + _FORMULE + rb")?(?:" + _WAARDE + rb")?</c>))"
_RIJ = rb'<row r="([1-9][0-9]{0,6})"((?:\s[^<>]*)?)>'
_DEEL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"'  # column and row of a cell
    + _REST  # what follows in that cell
    + rb"|"
    + _RIJ  # begin of a row
    + rb"|(</row>)"
    rb"|\s+"
    rb"|(.)",  # anything else: not for us
    re.DOTALL,
)
"""No attribute or text can hold a `<`, so these parts cover the whole or do not fit at all."""

_LOSSE_FORMULE = re.compile(
    rb"<f(?:\s+[a-z0-9]+=\"[ !#-%'-;=?-~]*\")*\s*(?:/>|>[\t\n -%'-;=?-~]*</f>)"
)
"""A formula in plain signs, of which the parser would have nothing to say either."""
_GETAL = re.compile(
    rb'((?: s="[0-9]{1,5}")?(?: t="n")?>(?:<f/>)?<v>)(-?[0-9]{1,20}(\.[0-9]+)?)</v></c>'
)
_GEDEELDE_TEKST = re.compile(rb'((?: s="[0-9]{1,5}")? t="s">(?:<f/>)?<v>)([0-9]{1,7})</v></c>')
_MEESTE_KOLOMMEN = 64  # making the form of a wider row takes longer than it saves
_GEEN = -1  # instead of the place of a cell that is not there
_GETALSOORTEN = (Celsoort.GETAL, Celsoort.PROCENT)


def lees_herhaling(
    bron: bytes,
    teksten: Sequence[str],
    lees_klein: Kleinlezer,
    voortgang: Callable[[float], None],
) -> Rijen | Code | None:
    """The filled rows of a sheet from its XML; a code when it is too large or has an impossible
    reference; None when the reference reader has to read it whole.

    `teksten` are the shared texts of the workbook, to which cells refer by number.
    """
    begin, einde = bron.find(_OPEN), bron.rfind(_DICHT)
    if begin < 0 or einde < begin or b"<!" in bron:
        return None
    begin += len(_OPEN)
    if bron.count(b"<row", begin, einde) > MAX_RIJEN:
        return Code.BESTAND_TE_VEEL_RIJEN
    lezing = _Lezing(bron[:begin], bron[einde:], teksten, lees_klein)
    plek = begin
    try:
        while plek < einde:
            grens = einde
            if einde - plek > _HAP:
                grens = bron.rfind(_RIJ_DICHT, plek, plek + _HAP) + len(_RIJ_DICHT)
                if grens <= plek:  # one row of a megabyte
                    return None
            lezing.lees(bron[plek:grens])
            plek = grens
            voortgang((plek - begin) / (einde - begin))
    except _AndersError:
        return None
    except _AfgekeurdError as fout:
        return fout.code
    return lezing.rijen()


class _AndersError(Exception):
    """The sheet is not made of plain rows of plain cells."""


class _AfgekeurdError(Exception):
    """The sheet is too large or holds an impossible reference."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


class _Lezing:
    """What was seen of one sheet so far."""

    def __init__(
        self, kop: bytes, staart: bytes, teksten: Sequence[str], lees_klein: Kleinlezer
    ) -> None:
        self._teksten = teksten
        self._kop = kop
        self._staart = staart
        self._lees_klein = lees_klein
        self._rij = b"0"
        self._in_rij = False
        self._rijen: list[tuple[int, Sequence[int]]] = []
        """Row numbers, with the places of their cells in `_cellen`."""
        self._cellen: list[Cel | None] = []
        """Every distinct cell; None for one without a value."""
        self._kolommen: dict[bytes, tuple[int, dict[bytes, int]]] = {}
        """Column letters -> number, and the rest of a cell -> its place in `_cellen`."""
        self._hele_rij: tuple[tuple[bytes, ...], re.Pattern[bytes]] = ((), re.compile(b""))
        """Column letters in order, and the form of a whole row with cells in these columns."""
        self._rijvormen: set[bytes] = set()
        self._nieuwe_vormen: list[bytes] = []
        self._nieuw: list[tuple[int, bytes, bytes]] = []
        """Place in `_cellen`, column letters and rest of cells that are still to be read."""
        self._soorten: dict[tuple[bytes, bool], Celsoort] = {}
        """What the reference made of a number or shared text of this form: the kind of its cell.
        Whole numbers and others apart."""

    def rijen(self) -> Rijen:
        """The rows with at least one filled cell."""
        cellen = self._cellen
        gevuld = (
            (nummer, tuple([cel for plek in plekken if (cel := cellen[plek]) is not None]))
            for nummer, plekken in self._rijen
        )
        return tuple(paar for paar in gevuld if paar[1])

    def lees(self, hap: bytes) -> None:
        """Read whole rows."""
        if not self._lees_per_kolom(hap):
            self._lees_per_deel(hap)
        if self._nieuw or self._nieuwe_vormen:
            self._lees_nieuwe()

    def _lees_per_kolom(self, hap: bytes) -> bool:
        """Read rows of the columns that were seen before, a column at a time; False, and nothing
        is done, when these rows do not cover the whole or their numbers do not rise."""
        if self._in_rij or not 0 < len(self._kolommen) <= _MEESTE_KOLOMMEN:
            return False
        letters, vorm = self._vorm_van_rij()
        rijen = vorm.findall(hap)
        if not rijen:
            return False
        rauw, rijresten, *kolommen = zip(*rijen, strict=True)
        cijfers = list(map(len, rauw))
        lengte = sum(cijfers) + sum(map(len, rijresten)) + len(rijen) * len(b'<row r=""></row>')
        for naam, resten in zip(letters, kolommen, strict=True):
            cellen = len(resten) - resten.count(b"")
            lengte += cellen * len(b'<c r=""' + naam) + sum(map(len, resten))
            lengte += sum(compress(cijfers, resten))
        nummers = list(map(int, rauw))
        if (
            lengte != len(hap)
            or any(rest.endswith(b"/") for rest in set(rijresten))
            or not int(self._rij) < nummers[0]
            or not all(map(lt, nummers, nummers[1:]))
            or nummers[-1] > MAX_RIJEN
        ):
            return False
        for rest in dict.fromkeys(rijresten):
            self._ken_rijvorm(rest)
        plekken = [self._plekken(*paar) for paar in zip(letters, kolommen, strict=True)]
        per_rij: Sequence[Sequence[int]] = list(zip(*plekken, strict=True))
        if any(_GEEN in kolom for kolom in plekken):
            per_rij = [[plek for plek in rij if plek != _GEEN] for rij in per_rij]
        self._rijen += zip(nummers, per_rij, strict=True)
        self._rij = rauw[-1]
        return True

    def _vorm_van_rij(self) -> tuple[tuple[bytes, ...], re.Pattern[bytes]]:
        """The form of a row with a cell, or none, in each column that was seen."""
        if len(self._hele_rij[0]) != len(self._kolommen):
            letters = tuple(sorted(self._kolommen, key=lambda naam: self._kolommen[naam][0]))
            # A cell that is there is never given back (?+): the time stays one pass over the rows.
            cellen = b"".join(b'(?:<c r="' + naam + rb'\1"' + _REST + b")?+" for naam in letters)
            self._hele_rij = (letters, re.compile(_RIJ + cellen + b"</row>", re.DOTALL))
        return self._hele_rij

    def _plekken(self, letters: bytes, resten: Sequence[bytes]) -> list[int]:
        """The places of the cells of one column."""
        kolom, bekend = self._kolommen[letters]
        plek = {b"": _GEEN}
        for rest in dict.fromkeys(resten):
            if rest:
                eerder = bekend.get(rest)
                plek[rest] = self._nieuwe_cel(kolom, letters, rest) if eerder is None else eerder
        return list(map(plek.__getitem__, resten))

    def _lees_per_deel(self, hap: bytes) -> None:
        """Read whole rows of any columns, part by part."""
        nummer, open_, vorige = self._rij, self._in_rij, 0
        kolommen = self._kolommen
        voeg_toe: Callable[[int], None] | None = None
        for letters, rij, rest, rijnummer, rijrest, rij_dicht, vreemd in _DEEL.findall(hap):
            if letters:
                kolom, bekend = kolommen.get(letters) or self._nieuwe_kolom(letters)
                if voeg_toe is None or not open_:
                    raise _AndersError
                if rij != nummer or kolom <= vorige:
                    raise _AfgekeurdError(Code.BESTAND_VERWIJZING)
                vorige = kolom
                plek = bekend.get(rest)
                voeg_toe(self._nieuwe_cel(kolom, letters, rest) if plek is None else plek)
            elif rijnummer:
                if open_:
                    raise _AndersError
                voeg_toe = self._nieuwe_rij(int(nummer), int(rijnummer), rijrest).append
                nummer, open_, vorige = rijnummer, not rijrest.endswith(b"/"), 0
            elif rij_dicht:
                open_ = False
            elif vreemd:
                raise _AndersError
        self._rij, self._in_rij = nummer, open_

    def _nieuwe_kolom(self, letters: bytes) -> tuple[int, dict[bytes, int]]:
        kolom = kolomnummer(letters.decode("ascii"))
        if kolom > EXCEL_KOLOMMEN:
            raise _AfgekeurdError(Code.BESTAND_VERWIJZING)
        if kolom > MAX_KOLOMMEN:
            raise _AfgekeurdError(Code.BESTAND_TE_VEEL_KOLOMMEN)
        self._kolommen[letters] = (kolom, {})
        return self._kolommen[letters]

    def _nieuwe_rij(self, vorige: int, nummer: int, rest: bytes) -> list[int]:
        if nummer <= vorige or nummer > EXCEL_RIJEN:
            raise _AfgekeurdError(Code.BESTAND_VERWIJZING)
        if nummer > MAX_RIJEN:
            raise _AfgekeurdError(Code.BESTAND_TE_VEEL_RIJEN)
        self._ken_rijvorm(rest)
        plekken: list[int] = []
        self._rijen.append((nummer, plekken))
        return plekken

    def _ken_rijvorm(self, rest: bytes) -> None:
        if rest not in self._rijvormen:
            self._rijvormen.add(rest)
            self._nieuwe_vormen.append(rest.removesuffix(b"/"))

    def _nieuwe_cel(self, kolom: int, letters: bytes, rest: bytes) -> int:
        """The place of a cell that was not seen before in this column."""
        bekend = self._kolommen[letters][1]
        vorm = _LOSSE_FORMULE.sub(b"<f/>", rest)  # its text says nothing of its result
        plek = bekend.get(vorm)
        if plek is None:
            plek = bekend[vorm] = len(self._cellen)
            self._cellen.append(cel := self._gewone_cel(kolom, vorm))
            if cel is None:
                self._nieuw.append((plek, letters, vorm))
        return plek

    def _gewone_cel(self, kolom: int, vorm: bytes) -> Cel | None:
        """A number or shared text of a form that the reference read before."""
        if getal := _GETAL.fullmatch(vorm):
            soort = self._soorten.get((getal[1], getal[3] is None))
            if soort in _GETALSOORTEN:
                return Cel(kolom, soort, int(getal[2]) if getal[3] is None else float(getal[2]))
        elif (tekst := _GEDEELDE_TEKST.fullmatch(vorm)) and int(tekst[2]) < len(self._teksten):
            soort = self._soorten.get((tekst[1], True))
            if soort is Celsoort.TEKST:
                return Cel(kolom, soort, self._teksten[int(tekst[2])])
        return None

    def _lees_nieuwe(self) -> None:
        """Have the reference read the new cells, each in a row of its own, in a sheet like this."""
        delen = [self._kop]
        for rij, (_, letters, rest) in enumerate(self._nieuw, start=1):
            delen.append(b'<row r="%d"><c r="%b%d"%b</row>' % (rij, letters, rij, rest))
        for rij, vorm in enumerate(self._nieuwe_vormen, start=len(self._nieuw) + 1):
            delen.append(b'<row r="%d"%b/>' % (rij, vorm))
        delen.append(self._staart)
        gelezen = self._lees_klein(b"".join(delen))
        if gelezen is None:
            raise _AndersError
        for rij, (cel,) in gelezen:
            plek, _, rest = self._nieuw[rij - 1]
            self._cellen[plek] = cel
            gewoon = _GETAL.fullmatch(rest) or _GEDEELDE_TEKST.fullmatch(rest)
            if gewoon:
                self._soorten[gewoon[1], gewoon.re is _GEDEELDE_TEKST or gewoon[3] is None] = (
                    cel.soort
                )
        self._nieuw.clear()
        self._nieuwe_vormen.clear()
