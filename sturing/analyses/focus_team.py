"""Is there focus and ruimte in each team over the whole period? The months of focus.py together.

`onderhanden` is the average per month of opdrachten with granted hours, `versnippering` the average
of the months with fte, `kruimels` all crumbs of all months. Hours are hundredths, fte averages.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.focus import Focusregel, compute_focus
from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.domain.codes import TeamCode
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamfocusregel:
    """One team over all months; `versnippering` None when it has no fte in any month."""

    team: TeamCode
    naam: str | None
    gemiddeld_fte: Fraction
    onderhanden: Fraction
    versnippering: Fraction | None
    kruimels: int
    ruimte_norm_honderdste: int
    niet_toegekend_honderdste: int


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    gemiddeld_fte="fte (gemiddeld)",
    onderhanden="onderhanden (opdrachten, gemiddeld per maand)",
    versnippering="versnippering (opdrachten per fte, gemiddeld per maand)",
    kruimels="kruimels (opdracht-maanden onder 8 uur)",
    ruimte_norm_honderdste="ruimte volgens de norm (uur)",
    niet_toegekend_honderdste="niet toegekend (uur)",
)


@onthoud
def compute_focus_team(uitkomst: Uitkomst) -> tuple[Teamfocusregel, ...]:
    """Every team, by code."""
    per_team: dict[TeamCode, list[Focusregel]] = {}
    for regel in compute_focus(uitkomst):
        per_team.setdefault(regel.team, []).append(regel)
    return tuple(_regel(team, maanden) for team, maanden in sorted(per_team.items()))


def _regel(team: TeamCode, maanden: list[Focusregel]) -> Teamfocusregel:
    versnipperd = [m.versnippering for m in maanden if m.versnippering is not None]
    return Teamfocusregel(
        team=team,
        naam=maanden[0].naam,
        gemiddeld_fte=sum((m.fte for m in maanden), Fraction(0)) / len(maanden),
        onderhanden=Fraction(sum(m.onderhanden for m in maanden), len(maanden)),
        versnippering=sum(versnipperd, Fraction(0)) / len(versnipperd) if versnipperd else None,
        kruimels=sum(m.kruimels for m in maanden),
        ruimte_norm_honderdste=sum(m.ruimte_norm_honderdste for m in maanden),
        niet_toegekend_honderdste=sum(m.niet_toegekend_honderdste for m in maanden),
    )
