"""Does an upload remove much? Then a person has to confirm it, with the exact numbers.

Owns: the threshold per sheet and per team and year (werkboek.md, "Confirmation with counts"), and
the sentence. The counts of a sheet are those of its difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import BladVerschil, Rij
from sturing.domain.normen import GROTE_VERWIJDERING_PCT
from sturing.intake.aaneen import ketens
from sturing.intake.codes import Code
from sturing.intake.melding import meld
from sturing.intake.samenvoegen import Bladstand, Sleutel, Wissel, bereik_van
from sturing.intake.schema import Vervanging

_GENOEMD = 10
"""Teams and years that the message names; more are counted."""


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
    delen: list[str] = []
    bladen: list[str] = []
    for stand, verschil in zip(standen, verschillen, strict=True):
        if stand.blad.vervanging is Vervanging.BIJWERKEN:
            continue
        naam = stand.blad.naam
        totaal = _Verlies(
            wat=f"blad {naam}",
            vervallen=verschil.vervallen,
            van=max(verschil.vervallen, _gelezen_rijen(stand)),
        )
        per_team = [verlies for verlies in _per_team_en_jaar(stand) if verlies.groot]
        if not totaal.groot and not per_team:
            continue
        bladen.append(naam)
        zin = str(totaal)
        if per_team:
            zin += f" ({'; '.join(str(verlies) for verlies in per_team[:_GENOEMD])}"
            if len(per_team) > _GENOEMD:
                zin += f"; en nog {len(per_team) - _GENOEMD} keer"
            zin += ")"
        delen.append(zin)
    if not delen:
        return None
    return meld(
        Code.GROTE_VERWIJDERING,
        f"door deze levering vervalt meer dan {GROTE_VERWIJDERING_PCT}% van de rijen: "
        f"{'; '.join(delen)}.",
        "Bevestig dat dit de bedoeling is.",
        blad=bladen[0] if len(bladen) == 1 else None,
    )


def _gelezen_rijen(stand: Bladstand) -> int:
    return len(ketens(stand.blad.naam, stand.in_bereik))


def _per_team_en_jaar(stand: Bladstand) -> list[_Verlies]:
    if stand.blad.bereik != ("team", "jaar"):
        return []
    van = Counter(bereik_van(stand.blad, rij) for rij in stand.in_bereik)
    return [
        _Verlies(wat=f"team {bereik[0]} in {bereik[1]}", vervallen=aantal, van=van[bereik])
        for bereik, aantal in sorted(_vervallen(stand).items(), key=lambda paar: str(paar[0]))
    ]


def _vervallen(stand: Bladstand) -> Counter[Sleutel]:
    """Vanished parts per (team, year), less those that an Inzet row of the opdracht follows up."""
    per_opdracht = stand.blad.naam == "Inzet"

    def groep(rij: Rij) -> Sleutel:
        return (*bereik_van(stand.blad, rij), rij["opdracht"] if per_opdracht else None)

    weg = Counter(groep(w.oud) for w in stand.wissels if w.oud is not None and _alleen_oud(w))
    if per_opdracht:
        weg -= Counter(groep(w.nieuw) for w in stand.wissels if w.nieuw and w.oud is None)
    per_bereik: Counter[Sleutel] = Counter()
    for sleutel, aantal in weg.items():
        per_bereik[sleutel[:-1]] += aantal
    return per_bereik


def _alleen_oud(wissel: Wissel) -> bool:
    return wissel.nieuw is None
