"""Does an upload, or undoing one, remove much? Then a person confirms it, with the exact numbers.

Owns: the threshold per sheet and per team and year (werkboek.md, "Confirmation with counts"), and
the sentence. The counts of a sheet are those of its difference.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import BladVerschil, Mutatie, Rij
from sturing.domain.normen import GROTE_VERWIJDERING_PCT
from sturing.intake.aaneen import ketens
from sturing.intake.codes import Code
from sturing.intake.melding import meld
from sturing.intake.samenvoegen import Bladstand, Sleutel, bereik_van
from sturing.intake.schema import PER_BLAD, Blad, Vervanging

_GENOEMD = 10
"""Teams and years that the message names; more are counted."""

Paar = tuple[Rij | None, Rij | None]
"""A stored row before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verlies:
    """Rows of one sheet, or of one team and year of it, that vanish, of all in that scope."""

    wat: str
    vervallen: int
    van: int

    @property
    def groot(self) -> bool:
        return self.vervallen * 100 > self.van * GROTE_VERWIJDERING_PCT

    def __str__(self) -> str:
        return f"{self.wat} {self.vervallen} van {self.van}"


def grote_verwijdering(
    standen: Iterable[Bladstand], verschillen: Iterable[BladVerschil]
) -> Bevinding | None:
    """The finding that over 10% of the rows in scope vanish, per sheet or per team and year."""
    per_blad = {
        stand.blad.naam: verlies_van_blad(
            stand.blad,
            verschil.vervallen,
            stand.in_bereik,
            [(wissel.oud, wissel.nieuw) for wissel in stand.wissels],
        )
        for stand, verschil in zip(standen, verschillen, strict=True)
        if stand.blad.vervanging is not Vervanging.BIJWERKEN
    }
    zinnen = {naam: zin for naam, zin in per_blad.items() if zin}
    if not zinnen:
        return None
    return meld(
        Code.GROTE_VERWIJDERING,
        f"door deze levering vervalt meer dan {GROTE_VERWIJDERING_PCT}% van de rijen: "
        f"{'; '.join(zinnen.values())}.",
        "Bevestig dat dit de bedoeling is.",
        blad=next(iter(zinnen)) if len(zinnen) == 1 else None,
    )


def verlies_door_mutaties(
    voor: Mapping[str, Sequence[Rij]],
    mutaties: Iterable[Mutatie],
    verschillen: Iterable[BladVerschil],
) -> tuple[str, ...]:
    """The same of mutations without a file, one part of a sentence per sheet that loses much.

    Of a sheet that is updated by key all rows are in scope: an upload takes none of them away.
    """
    per_blad: dict[str, list[Mutatie]] = defaultdict(list)
    for mutatie in mutaties:
        per_blad[mutatie.blad].append(mutatie)
    zinnen = []
    for verschil in verschillen:
        blad = PER_BLAD[verschil.blad]
        paren = [(m.oud, m.nieuw) for m in per_blad[blad.naam]]
        in_bereik = voor.get(blad.naam, ())
        if blad.vervanging is not Vervanging.BIJWERKEN:
            geraakt = {bereik_van(blad, rij) for paar in paren for rij in paar if rij is not None}
            in_bereik = [rij for rij in in_bereik if bereik_van(blad, rij) in geraakt]
        zinnen.append(verlies_van_blad(blad, verschil.vervallen, in_bereik, paren))
    return tuple(filter(None, zinnen))


def verlies_van_blad(
    blad: Blad, vervallen: int, in_bereik: Sequence[Rij], paren: Sequence[Paar]
) -> str:
    """`blad Inzet 3 van 9 (team T1 in 2027 3 van 4)`; empty when not much of it vanishes.

    `vervallen` counts rows as a person reads them, `paren` are the stored rows before and after.
    """
    per_team = [v for v in _per_team_en_jaar(blad, in_bereik, paren) if v.groot]
    if not per_team and not vervallen:
        return ""
    van = max(vervallen, len(ketens(blad.naam, in_bereik)))
    totaal = _Verlies(wat=f"blad {blad.naam}", vervallen=vervallen, van=van)
    if not totaal.groot and not per_team:
        return ""
    if not per_team:
        return str(totaal)
    genoemd = "; ".join(str(verlies) for verlies in per_team[:_GENOEMD])
    rest = len(per_team) - _GENOEMD
    return f"{totaal} ({genoemd}{f'; en nog {rest} keer' if rest > 0 else ''})"


def _per_team_en_jaar(
    blad: Blad, in_bereik: Sequence[Rij], paren: Sequence[Paar]
) -> list[_Verlies]:
    weg = _vervallen(blad, paren) if blad.bereik == ("team", "jaar") else None
    if not weg:
        return []
    van = Counter(bereik_van(blad, rij) for rij in in_bereik)
    return [
        _Verlies(wat=f"team {bereik[0]} in {bereik[1]}", vervallen=aantal, van=van[bereik])
        for bereik, aantal in sorted(weg.items(), key=lambda paar: str(paar[0]))
    ]


def _vervallen(blad: Blad, paren: Sequence[Paar]) -> Counter[Sleutel]:
    """Vanished parts per (team, year), less those that an Inzet row of the opdracht follows up."""
    per_opdracht = blad.naam == "Inzet"

    def groep(rij: Rij) -> Sleutel:
        return (*bereik_van(blad, rij), rij["opdracht"] if per_opdracht else None)

    weg = Counter(groep(oud) for oud, nieuw in paren if oud is not None and nieuw is None)
    if per_opdracht and weg:
        weg -= Counter(groep(nieuw) for oud, nieuw in paren if nieuw and oud is None)
    per_bereik: Counter[Sleutel] = Counter()
    for sleutel, aantal in weg.items():
        per_bereik[sleutel[:-1]] += aantal
    return per_bereik
