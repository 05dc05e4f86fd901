"""Which scopes a levering touched: what decides whether an earlier one can still be undone.

Owns the scopes of an upload (werkboek.md, "What an upload replaces") as values of levering.Bereik:

- a sheet that is updated by key: the key of every row of the file, also of one that stayed equal;
- a sheet that is replaced by scope: every scope that the file spoke about;
- Inzet and Capaciteit: (team, jaar) that the file made complete; for the part of a row over a year
  end in another year (team, jaar, opdracht), of Capaciteit (team, jaar, soort);
- `vorige code`: everything that moved, under the old code and under the new one.

Two scopes share rows when they are equal or one holds the other; the windows inside one opdracht,
team and year are not told apart. Must never judge whether undoing is allowed (services do).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sturing.domain.levering import Bereik, Mutatie, Rij
from sturing.intake.hernoemen import Verhuizing
from sturing.intake.samenvoegen import TEGENPARTIJ, Bladstand, bereik_van, sleutel_van
from sturing.intake.schema import BLADEN, PER_BLAD, Blad, Vervanging


def bereiken_van_upload(
    standen: Mapping[str, Bladstand], verhuizing: Verhuizing
) -> tuple[Bereik, ...]:
    """Every scope of an upload, each once."""
    gevonden: dict[Bereik, None] = {}
    for naam, stand in standen.items():
        gevonden.update((Bereik(blad=naam, sleutel=s), None) for s in stand.bereiken)
    for naam, rijen in verhuizing.rijen.items() if verhuizing.origineel else ():
        for rij in rijen:
            oud = verhuizing.opgeslagen(rij)
            if oud is not rij:
                gevonden.update((_van_rij(PER_BLAD[naam], r), None) for r in (oud, rij))
    return tuple(gevonden)


def bereiken_van_mutaties(mutaties: Iterable[Mutatie]) -> tuple[Bereik, ...]:
    """The scopes of a levering of which only the mutations are known, rather too wide than too
    narrow: of Inzet and Capaciteit the whole (team, jaar)."""
    gevonden: dict[Bereik, None] = {}
    for mutatie in mutaties:
        blad = PER_BLAD[mutatie.blad]
        for rij in (mutatie.oud, mutatie.nieuw):
            if rij is not None:
                gevonden[_heel(blad, rij)] = None
    return tuple(gevonden)


def alle_bereiken() -> Iterator[Bereik]:
    """Everything: what emptying the demonstration touches."""
    return (Bereik(blad=blad.naam, sleutel=()) for blad in BLADEN)


def _heel(blad: Blad, rij: Rij) -> Bereik:
    per_sleutel = blad.vervanging is Vervanging.BIJWERKEN
    return Bereik(
        blad=blad.naam, sleutel=sleutel_van(blad, rij) if per_sleutel else bereik_van(blad, rij)
    )


def _van_rij(blad: Blad, rij: Rij) -> Bereik:
    heel = _heel(blad, rij)
    if blad.vervanging is not Vervanging.VENSTER:
        return heel
    return Bereik(blad=blad.naam, sleutel=(*heel.sleutel, rij[TEGENPARTIJ[blad.naam]]))
