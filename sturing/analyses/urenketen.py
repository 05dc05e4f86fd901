"""How do the people of a team become net hours, step by step, per month?

Fte are averaged over the working days of the month; hours are exact. The steps are the engine's
(rekenmodel section 1); here they only stand beside the formatie and the rows of Capaciteit.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import kolommen
from sturing.analyses.onthouden import onthoud
from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import CapaciteitSoort
from sturing.domain.tijd import Maand
from sturing.engine.bezetting import FteDagen, regels_fte_dagen
from sturing.engine.kalender import werkdagen_per_maand
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketenregel:
    """One team in one month.

    `fte` is all that counts: bezetting, inhuur and what a scenario adds or takes. Persons counted
    from Medewerkers stand under bezetting. `vacature_fte` are open vacancies; `vacatureruimte_fte`
    is formatie less bezetting, below 0 when more people work than the formatie has, None without
    a formatie.
    """

    team: TeamCode
    naam: str | None
    maand: Maand
    formatie_fte: Fraction | None
    bezetting_fte: Fraction
    inhuur_fte: Fraction
    scenario_fte: Fraction
    vacature_fte: Fraction
    fte: Fraction
    bruto_uren: Fraction
    verlof_uren: Fraction
    verzuim_uren: Fraction
    indirect_uren: Fraction
    ruimte_uren: Fraction
    netto_uren: Fraction
    netto_honderdste: int

    @property
    def vacatureruimte_fte(self) -> Fraction | None:
        return None if self.formatie_fte is None else self.formatie_fte - self.bezetting_fte


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    maand="maand",
    formatie_fte="formatie (fte)",
    bezetting_fte="bezetting (fte)",
    inhuur_fte="inhuur (fte)",
    scenario_fte="erbij of eraf in het scenario (fte)",
    vacatureruimte_fte="vacatureruimte (fte)",
    vacature_fte="open vacatures (fte)",
    fte="telt mee (fte)",
    bruto_uren="bruto (uur)",
    verlof_uren="verlof (uur)",
    verzuim_uren="verzuim (uur)",
    indirect_uren="indirect (uur)",
    ruimte_uren="ruimte (uur)",
    netto_honderdste="netto (uur)",
)


@onthoud
def compute_urenketen(uitkomst: Uitkomst) -> tuple[Ketenregel, ...]:
    """Every team and month of the horizon, by team, then month."""
    plan, aanbod = uitkomst.stand.plan, uitkomst.model.aanbod
    teams = {team.team: team for team in plan.teams}
    inhuur = _dagen(uitkomst, CapaciteitSoort.INHUUR)
    vacature = _dagen(uitkomst, CapaciteitSoort.VACATURE)
    scenario = regels_fte_dagen(plan.scenario_aanbod, teams, aanbod.maanden)
    rijen = []
    for code in aanbod.teams:
        team = teams.get(code)
        formatie = team.formatie_fte if team else None
        for stap in aanbod.keten(code):
            inhuur_fte, vacature_fte, scenario_fte = (
                dagen.get((code, stap.maand), Fraction(0)) / werkdagen_per_maand(stap.maand)
                for dagen in (inhuur, vacature, scenario)
            )
            rijen.append(
                Ketenregel(
                    team=code,
                    naam=team.naam if team else None,
                    maand=stap.maand,
                    formatie_fte=None if formatie is None else Fraction(formatie),
                    bezetting_fte=stap.fte - inhuur_fte - scenario_fte,
                    inhuur_fte=inhuur_fte,
                    scenario_fte=scenario_fte,
                    vacature_fte=vacature_fte,
                    fte=stap.fte,
                    bruto_uren=stap.bruto,
                    verlof_uren=stap.verlof,
                    verzuim_uren=stap.verzuim,
                    indirect_uren=stap.indirect,
                    ruimte_uren=stap.ruimte,
                    netto_uren=stap.netto,
                    netto_honderdste=stap.netto_honderdste,
                )
            )
    return tuple(rijen)


def _dagen(uitkomst: Uitkomst, soort: CapaciteitSoort) -> FteDagen:
    """Fte-days of the rows of Capaciteit of one kind, inside the windows of the teams."""
    plan = uitkomst.stand.plan
    return regels_fte_dagen(
        (regel for regel in plan.capaciteit if regel.soort is soort),
        {team.team: team for team in plan.teams},
        uitkomst.model.maanden,
    )
