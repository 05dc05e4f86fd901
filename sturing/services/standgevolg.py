"""Hours and fte per team of an earlier state, and of two states side by side.

Owns calculating the rows of an earlier levering; the decided order and the settings are those of
now and change neither asked hours nor fte. What a change does to the plan in force says gevolg.py.
Units: hours whole as shown, fte averaged over the months of the horizon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.team import Teamregel, compute_team
from sturing.domain.codes import TeamCode
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.rights.mag import zichtbare_teams
from sturing.services import notatie
from sturing.services.omgeving import Omgeving
from sturing.services.toestanden import Toestand
from sturing.store.plan import plan_van


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamgevolg:
    """One team before and after, ready to show; hours are asked hours of the period."""

    naam: str
    uren_voor: int
    uren_na: int
    fte_voor: str
    fte_na: str

    @property
    def uren_verschil(self) -> int:
        return self.uren_na - self.uren_voor


def uitkomst_van_stand(omgeving: Omgeving, stand: Toestand, horizon: Horizon) -> Uitkomst:
    """The plan that these rows make, with the order and settings of now."""
    plan = omgeving.basis(horizon).plan
    return reken(plan_van(stand, plan.besloten_rang, plan.instellingen), horizon)


def teams_naast(
    omgeving: Omgeving, wie: Wie, voor: Uitkomst, na: Uitkomst, *, alle: bool = False
) -> tuple[Teamgevolg, ...]:
    """Teams that `wie` may read the totals of, those that differ (or all), by name."""
    oud, nieuw = _per_team(voor), _per_team(na)
    codes = dict.fromkeys((*oud, *nieuw))
    zichtbaar = zichtbare_teams(wie, omgeving.basis().index, codes)
    rijen = [
        _teamgevolg(oud.get(code), nieuw.get(code), code) for code in codes if code in zichtbaar
    ]
    anders = [r for r in rijen if alle or (r.uren_voor, r.fte_voor) != (r.uren_na, r.fte_na)]
    return tuple(sorted(anders, key=lambda r: r.naam.casefold()))


def _per_team(uitkomst: Uitkomst) -> Mapping[TeamCode, Teamregel]:
    return {r.team: r for r in compute_team(uitkomst) if r.team is not None}


def _teamgevolg(oud: Teamregel | None, nieuw: Teamregel | None, code: TeamCode) -> Teamgevolg:
    naam = next((r.naam for r in (nieuw, oud) if r is not None and r.naam), code)
    return Teamgevolg(
        naam=naam,
        uren_voor=notatie.uren_heel(oud.gevraagd_honderdste) if oud else 0,
        uren_na=notatie.uren_heel(nieuw.gevraagd_honderdste) if nieuw else 0,
        fte_voor=notatie.fte(oud.fte_gemiddeld if oud else Fraction(0)),
        fte_na=notatie.fte(nieuw.fte_gemiddeld if nieuw else Fraction(0)),
    )
