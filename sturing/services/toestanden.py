"""The rows as they stood after any levering, kept while somebody looks at them.

Owns a small memory of earlier states: a levering never changes, so neither does the state after it.
Everything in it is shared and read only. Must never judge a right.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

from sturing.domain.levering import Bereik, Mutatie, Rij
from sturing.errors import InvoerError
from sturing.intake.bereiken import bereiken_van_mutaties
from sturing.intake.standverschil import Standverschil, keten_van_codes, verschil_tussen
from sturing.services.omgeving import Omgeving
from sturing.store.geschiedenis import (
    bereiken_van,
    mutaties_van,
    mutaties_van_blad,
    toestand_na,
)
from sturing.store.opslag import Opslag

BEWAARD = 4
"""States kept per database: of two that are compared, and of two that were looked at before."""

Toestand = Mapping[str, tuple[Rij, ...]]

_TOESTANDEN: WeakKeyDictionary[Opslag, dict[int, Toestand]] = WeakKeyDictionary()
_VERSCHILLEN: WeakKeyDictionary[Opslag, dict[tuple[int, int], tuple[Standverschil, ...]]] = (
    WeakKeyDictionary()
)
_SLOT = threading.Lock()


def toestand(omgeving: Omgeving, nummer: int) -> Toestand:
    """All rows of every sheet after levering `nummer` (0: before the first). InvoerError for a
    number that was never given out."""
    opslag = omgeving.opslag
    with _SLOT:
        bekend = _TOESTANDEN.setdefault(opslag, {}).get(nummer)
    if bekend is not None:
        return bekend
    gelezen = toestand_na(opslag, nummer)
    with _SLOT:
        bewaard = _TOESTANDEN.setdefault(opslag, {})
        while len(bewaard) >= BEWAARD:
            bewaard.pop(next(iter(bewaard)))
        bewaard[nummer] = gelezen
    return gelezen


def verschil(omgeving: Omgeving, van: int, tot: int) -> tuple[Standverschil, ...]:
    """The rows that differ between the states after `van` and `tot`, per sheet that differs."""
    opslag = omgeving.opslag
    with _SLOT:
        bekend = _VERSCHILLEN.setdefault(opslag, {}).get((van, tot))
    if bekend is not None:
        return bekend
    gevonden = verschil_tussen(
        toestand(omgeving, van), toestand(omgeving, tot), codes_tussen(omgeving, van, tot)
    )
    with _SLOT:
        bewaard = _VERSCHILLEN.setdefault(opslag, {})
        while len(bewaard) >= BEWAARD:
            bewaard.pop(next(iter(bewaard)))
        bewaard[van, tot] = gevonden
    return gevonden


def mutaties(omgeving: Omgeving, nummer: int) -> Sequence[Mutatie]:
    """The stored rows that a levering changed."""
    return mutaties_van(omgeving.opslag, nummer)


def codes_tussen(omgeving: Omgeving, van: int, tot: int) -> dict[tuple[str, str], str]:
    """What a code of after levering `van` is called after levering `tot`."""
    per_levering: dict[int, list[Mutatie]] = {}
    for blad in ("Teams", "Opdrachten"):
        for nummer, mutatie in mutaties_van_blad(omgeving.opslag, blad, van + 1):
            if nummer <= tot:
                per_levering.setdefault(nummer, []).append(mutatie)
    return keten_van_codes(per_levering[nummer] for nummer in sorted(per_levering))


def bereiken(omgeving: Omgeving, van: int, tot: int) -> dict[int, tuple[Bereik, ...]]:
    """The scopes of leveringen `van` to `tot`. Of one without recorded scopes (of before they were
    recorded, or that held no rows) they follow from its mutations."""
    if van > tot:
        return {}
    gevonden = bereiken_van(omgeving.opslag, van, tot)
    return {
        nummer: gevonden[nummer]
        if nummer in gevonden
        else bereiken_van_mutaties(mutaties_van(omgeving.opslag, nummer))
        for nummer in range(van, tot + 1)
    }


def eis_nummer(omgeving: Omgeving, nummer: int) -> None:
    """InvoerError for a levering that does not exist."""
    if not 1 <= nummer <= omgeving.nummer():
        raise InvoerError(
            f"Levering {nummer} bestaat niet.", hint="Kies een levering uit de lijst."
        )
