"""Nearness of codes and names: which known one may be meant. Pure.

Owns: the three nearest codes of a finding and which names nearly equal each other. Must never make
the judging of a large file slow: work per unknown code and per new name is bounded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import islice

from sturing.intake.schema import normaal

AANTAL = 3
"""An unknown code is shown with the three nearest known ones."""

_VOLUIT = 200
"""Unknown codes of one sheet that get an exact comparison; later ones get their neighbours."""
_GELIJKENIS = 0.9
_MAX_VERSCHRIJVINGEN = 2
_NAAM_GELIJKENIS = 0.75
_NAAM_VANAF = 4
"""Letters that a text must have to be taken for a name."""
_PER_WOORD = 40
_KORT = 2


class Codezoeker:
    """Finds the nearest of a fixed set of codes; `namen` maps a code to the name of its row."""

    def __init__(self, codes: Iterable[str], namen: Mapping[str, str]) -> None:
        self._codes = sorted(codes)
        self._op_naam = {normaal(naam): code for code, naam in sorted(namen.items(), reverse=True)}
        self._drieletters: dict[str, list[str]] = defaultdict(list)
        for naam in self._op_naam:
            for drie in _drieletters(naam):
                self._drieletters[drie].append(naam)
        self._bekend: dict[str, tuple[str, ...]] = {}

    def nabij(self, code: str) -> tuple[str, ...]:
        """Three known codes (all when there are fewer), nearest first; codes whose name was typed,
        or nearly, come first. A code that resembles none gets its neighbours in the alphabet."""
        if code not in self._bekend:
            gevonden = dict.fromkeys((*self.op_naam(code), *self._zoek(code)))
            self._bekend[code] = tuple(gevonden)[:AANTAL]
        return self._bekend[code]

    def gelijkend(self, code: str) -> tuple[str, ...]:
        """Those of `nabij` that may really be meant: by their name, or a slip or two away."""
        op_naam = self.op_naam(code)
        grens = min(2 * _MAX_VERSCHRIJVINGEN, len(code))
        return tuple(
            ander
            for ander in self.nabij(code)
            if ander in op_naam or _afstand(code.casefold(), ander.casefold()) <= grens
        )

    def op_naam(self, tekst: str) -> tuple[str, ...]:
        """At most three codes whose name was typed instead: whole, nearly, or only its beginning.

        The name must have most of the letters, in order; a text of a few letters names nothing.
        """
        gezocht = normaal(tekst)
        genoemd = self._op_naam.get(gezocht)
        if genoemd is not None:
            return (genoemd,)
        if len(gezocht) < _NAAM_VANAF or len(self._bekend) >= _VOLUIT:
            return ()
        tellingen = Counter(
            naam for drie in _drieletters(gezocht) for naam in self._drieletters.get(drie, ())
        )
        op_maat = sorted(
            (-max(_gelijkenis(gezocht, naam), _gelijkenis(gezocht, naam[: len(gezocht)])), naam)
            for naam, _ in tellingen.most_common(_PER_WOORD)
        )
        return tuple(self._op_naam[n] for maat, n in op_maat[:AANTAL] if -maat >= _NAAM_GELIJKENIS)

    def _zoek(self, code: str) -> list[str]:
        plek = bisect_left(self._codes, code)
        begin = max(0, min(plek - 1, len(self._codes) - AANTAL))
        buren = self._codes[begin : begin + AANTAL]
        if len(self._bekend) >= _VOLUIT:
            return buren
        afstanden = sorted(
            (_afstand(code.casefold(), bekend.casefold()), abs(nummer - plek), nummer)
            for nummer, bekend in enumerate(self._codes)
            if abs(len(bekend) - len(code)) <= max(3, len(code) // 2)
        )
        gevonden = [self._codes[nummer] for _, _, nummer in afstanden[:AANTAL]]
        return list(dict.fromkeys((*gevonden, *buren)))


def _drieletters(naam: str) -> set[str]:
    return {naam[plek : plek + 3] for plek in range(len(naam) - 2)}


def _gelijkenis(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _afstand(a: str, b: str) -> int:
    """Twice the edits between two codes; a swap of neighbours, the likeliest slip, costs half."""
    vorige: list[int] = []
    rij = list(range(0, 2 * len(b) + 1, 2))
    for i, teken in enumerate(a, start=1):
        nieuw = [2 * i]
        for j, ander in enumerate(b, start=1):
            kosten = min(rij[j] + 2, nieuw[j - 1] + 2, rij[j - 1] + 2 * (teken != ander))
            if i > 1 and j > 1 and teken == b[j - 2] and a[i - 2] == ander:
                kosten = min(kosten, vorige[j - 2] + 1)
            nieuw.append(kosten)
        vorige, rij = rij, nieuw
    return rij[-1]


class Namenzoeker:
    """Finds a stored name that equals or nearly equals a new one."""

    def __init__(self, namen: Mapping[str, str]) -> None:
        """`namen` maps a stored code to its name."""
        self._namen = dict(namen)
        self._gelijk: dict[str, str] = {}
        self._zonder_letter: dict[str, list[str]] = defaultdict(list)
        self._per_woord: dict[str, list[str]] = defaultdict(list)
        for code, naam in sorted(namen.items()):
            genormaliseerd = normaal(naam)
            self._gelijk.setdefault(genormaliseerd, code)
            for vorm in _vormen(genormaliseerd):
                self._zonder_letter[vorm].append(code)
            for woord in set(_woorden(naam)):
                self._per_woord[woord].append(code)

    def lijkt_op(self, naam: str) -> str | None:
        """The code of a stored name that equals or nearly equals `naam`, or None.

        Nearly: one letter added, left out, changed or swapped, or nine tenths of the letters the
        same; numbers and very short words must be equal, because `Wijkplan 1` is not `Wijkplan 2`.
        """
        genormaliseerd = normaal(naam)
        if not genormaliseerd:
            return None
        if genormaliseerd in self._gelijk:
            return self._gelijk[genormaliseerd]
        kort = _korte_woorden(naam)
        for vorm in _vormen(genormaliseerd):
            for code in islice(self._zonder_letter.get(vorm, ()), _PER_WOORD):
                if _korte_woorden(self._namen[code]) == kort:
                    return code
        for code in self._met_zelfde_woord(naam):
            ander = normaal(self._namen[code])
            maat = SequenceMatcher(None, genormaliseerd, ander, autojunk=False)
            if (
                maat.real_quick_ratio() >= _GELIJKENIS
                and maat.quick_ratio() >= _GELIJKENIS
                and maat.ratio() >= _GELIJKENIS
                and _korte_woorden(self._namen[code]) == kort
            ):
                return code
        return None

    def _met_zelfde_woord(self, naam: str) -> list[str]:
        lijsten = [self._per_woord[woord] for woord in set(_woorden(naam)) & set(self._per_woord)]
        lijsten.sort(key=len)
        codes = (code for lijst in lijsten[:3] for code in lijst[:_PER_WOORD])
        return list(dict.fromkeys(codes))


def _woorden(naam: str) -> list[str]:
    return [woord for deel in naam.split() if len(woord := normaal(deel)) > _KORT]


def _korte_woorden(naam: str) -> list[str]:
    """Words of one letter and words with a digit: they tell names apart that look alike."""
    return [
        woord
        for deel in naam.split()
        if (woord := normaal(deel)) and (len(woord) == 1 or any(t.isdigit() for t in woord))
    ]


def _vormen(genormaliseerd: str) -> set[str]:
    """The name, and it with each letter left out; names that share a form are one edit apart."""
    return {genormaliseerd} | {
        genormaliseerd[:plek] + genormaliseerd[plek + 1 :] for plek in range(len(genormaliseerd))
    }
