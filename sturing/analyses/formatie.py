"""Formatie and bezetting per 1,000 inhabitants, and the share of inhuur in fte.

The BBV asks of every municipality "fte per 1.000 inwoners" for both, and "externe inhuur als
percentage van de totale loonsom": that last one is in euros and needs the loonsom, which is not in
the data. What stands here is inhuur as a share of all fte, and is named so. Fte are averaged over
the months; the steps are those of urenketen.py. None where formatie or inhabitants are unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.analyses.urenketen import Ketenregel, compute_urenketen
from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import Domein, GebiedSoort
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatieregel:
    """One domain; `domein` None is the organisation. `formatie_fte` adds the teams of which it is
    known; `zonder_formatie` counts the others."""

    domein: Domein | None
    teams: int
    zonder_formatie: int
    aantal_inwoners: int | None
    formatie_fte: Fraction | None
    bezetting_fte: Fraction
    inhuur_fte: Fraction
    vacature_fte: Fraction

    @property
    def inhuur_ratio(self) -> Fraction | None:
        """Inhuur as a share of bezetting and inhuur together; None without either."""
        samen = self.bezetting_fte + self.inhuur_fte
        return self.inhuur_fte / samen if samen else None

    @property
    def formatie_per_1000_fte(self) -> Fraction | None:
        return self._per_1000(self.formatie_fte)

    @property
    def bezetting_per_1000_fte(self) -> Fraction | None:
        return self._per_1000(self.bezetting_fte)

    def _per_1000(self, fte: Fraction | None) -> Fraction | None:
        if fte is None or not self.aantal_inwoners:
            return None
        return fte * 1000 / self.aantal_inwoners


KOLOMMEN = kolommen(
    domein="domein",
    teams="teams",
    zonder_formatie="teams zonder formatie",
    aantal_inwoners="inwoners van de gemeente",
    formatie_fte="formatie (fte)",
    bezetting_fte="bezetting (fte)",
    inhuur_fte="inhuur (fte)",
    vacature_fte="open vacatures (fte)",
    formatie_per_1000_fte="formatie per 1.000 inwoners (fte)",
    bezetting_per_1000_fte="bezetting per 1.000 inwoners (fte)",
    inhuur_ratio="inhuur van alle fte (deel van 1)",
)


@onthoud
def compute_formatie(uitkomst: Uitkomst) -> tuple[Formatieregel, ...]:
    """Every domain that has teams, in the order of the contract, then the organisation."""
    plan = uitkomst.stand.plan
    if not plan.teams:
        return ()
    per_team: dict[TeamCode, list[Ketenregel]] = {}
    for regel in compute_urenketen(uitkomst):
        per_team.setdefault(regel.team, []).append(regel)
    domeinen = {team.team: team.domein for team in plan.teams}
    inwoners = next(
        (g.inwoners for g in plan.gebieden if g.soort is GebiedSoort.GEMEENTEBREED), None
    )
    rijen = [
        _regel(domein, [r for t, r in per_team.items() if domeinen.get(t) is domein], inwoners)
        for domein in Domein
        if domein in domeinen.values()
    ]
    return (*rijen, _regel(None, list(per_team.values()), inwoners))


def _regel(
    domein: Domein | None, teams: Sequence[Sequence[Ketenregel]], inwoners: int | None
) -> Formatieregel:
    bekend = [maanden for maanden in teams if maanden[0].formatie_fte is not None]
    return Formatieregel(
        domein=domein,
        teams=len(teams),
        zonder_formatie=len(teams) - len(bekend),
        aantal_inwoners=inwoners,
        formatie_fte=sum((m[0].formatie_fte or Fraction(0) for m in bekend), Fraction(0))
        if bekend
        else None,
        bezetting_fte=sum((_gemiddeld(r.bezetting_fte for r in m) for m in teams), Fraction(0)),
        inhuur_fte=sum((_gemiddeld(r.inhuur_fte for r in m) for m in teams), Fraction(0)),
        vacature_fte=sum((_gemiddeld(r.vacature_fte for r in m) for m in teams), Fraction(0)),
    )


def _gemiddeld(waarden: Iterable[Fraction]) -> Fraction:
    lijst = list(waarden)
    return sum(lijst, Fraction(0)) / len(lijst)
