"""Names that time registration calls a project and that are no opdracht: verlof, ziekte, overleg.

Owns: recognising them by name or code (schema/pseudoprojecten.csv). Must never decide what happens
with their hours: the person chooses, once per source.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from sturing.intake.schema import lees_csv

_WOORDEN = re.compile(r"[a-z]+")


class _Kenmerk(NamedTuple):
    woord: str
    soort: str
    hoe: str
    """`heel`: all words; `woord`: the first or last word; `begin` or `eind`: of such a word."""


def _lees() -> tuple[_Kenmerk, ...]:
    rijen = lees_csv("pseudoprojecten.csv")
    return tuple(_Kenmerk(**{veld: rij[veld] for veld in _Kenmerk._fields}) for rij in rijen)


_LIJST = _lees()


@lru_cache(maxsize=8192)
def pseudo_soort(tekst: str) -> str | None:
    """`verlof`, `ziekte`, `overleg`, ... when a name or code seems to be no opdracht, else None."""
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    woorden = _WOORDEN.findall(kaal)
    if not woorden:
        return None
    uiteinden = {woorden[0], woorden[-1]}
    for kenmerk in _LIJST:
        if kenmerk.hoe == "heel":
            past = " ".join(woorden) == kenmerk.woord
        elif kenmerk.hoe == "woord":
            past = kenmerk.woord in uiteinden
        elif kenmerk.hoe == "begin":
            past = any(woord.startswith(kenmerk.woord) for woord in uiteinden)
        else:
            past = any(woord.endswith(kenmerk.woord) for woord in uiteinden)
        if past:
            return kenmerk.soort
    return None
