"""How much has each team, what is asked of it, granted, short and free?

The supply is shown with its steps from gross to net, summed over the months of the horizon as
exact hours; the net hours rounded down per month are `aanbod_honderdste`, with which the plan
counts. Fte are averaged over the months, other hours are hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.effectcijfers import Effectcijfers
from sturing.analyses.kolom import AANBOD, AANTALLEN, UREN, kolommen
from sturing.analyses.onthouden import onthoud
from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import Domein, TeamSoort
from sturing.domain.organisatie import Team
from sturing.engine.aanbod import Keten
from sturing.engine.effecten import Dimensie, Effectregel
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamregel(Effectcijfers):
    """`team` None holds the opdrachten that ask no hours. `lijn` is the place of the last opdracht
    above the line of this team, 0 when there is none."""

    team: TeamCode | None
    naam: str | None
    soort: TeamSoort | None
    domein: Domein | None
    fte_gemiddeld: Fraction
    bruto_uren: Fraction
    verlof_uren: Fraction
    verzuim_uren: Fraction
    indirect_uren: Fraction
    ruimte_uren: Fraction
    netto_uren: Fraction
    lijn: int


KOLOMMEN = (
    *kolommen(
        team="team",
        naam="naam",
        soort="soort",
        domein="domein",
        fte_gemiddeld="fte (gemiddeld)",
        bruto_uren="bruto (uur)",
        verlof_uren="verlof (uur)",
        verzuim_uren="verzuim (uur)",
        indirect_uren="indirect (uur)",
        ruimte_uren="ruimte (uur)",
    ),
    *AANBOD,
    *UREN,
    *AANTALLEN,
    *kolommen(lijn="lijn van het team (plaats)"),
)


@onthoud
def compute_team(uitkomst: Uitkomst) -> tuple[Teamregel, ...]:
    """Every team of the plan, by code, None last."""
    teams = {team.team: team for team in uitkomst.stand.plan.teams}
    rijen = []
    for effect in uitkomst.effecten.per[Dimensie.TEAM]:
        code = TeamCode(effect.sleutel) if effect.sleutel else None
        keten = uitkomst.model.aanbod.keten(code) if code else ()
        lijn = uitkomst.effecten.lijn_per_team.get(code, 0) if code else 0
        rijen.append(_regel(effect, code, teams.get(code) if code else None, keten, lijn))
    return tuple(rijen)


def _regel(
    effect: Effectregel,
    code: TeamCode | None,
    team: Team | None,
    keten: tuple[Keten, ...],
    lijn: int,
) -> Teamregel:
    nul = Fraction(0)
    return Teamregel(
        effect=effect,
        team=code,
        naam=team.naam if team else None,
        soort=team.soort if team else None,
        domein=team.domein if team else None,
        fte_gemiddeld=sum((stap.fte for stap in keten), nul) / max(len(keten), 1),
        bruto_uren=sum((stap.bruto for stap in keten), nul),
        verlof_uren=sum((stap.verlof for stap in keten), nul),
        verzuim_uren=sum((stap.verzuim for stap in keten), nul),
        indirect_uren=sum((stap.indirect for stap in keten), nul),
        ruimte_uren=sum((stap.ruimte for stap in keten), nul),
        netto_uren=sum((stap.netto for stap in keten), nul),
        lijn=lijn,
    )
