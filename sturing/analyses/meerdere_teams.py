"""How many people of a team work in other teams as well? Only as figures of groups.

"Veel medewerkers leveren in meerdere teams hun bijdrage" (sturingskader, Meerdere teamrollen). It
rests on the sheets Medewerkers and Teamrollen, which are optional. Groups of fewer persons than
`minimum` are never in a row, and neither are the figures from which they could be worked out
(onderdrukking.py): a hidden figure is None and `verborgen` is True. Never a person by itself.
Fte are full-time equivalents by share of contract hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.kolom import kolommen
from sturing.analyses.onderdrukking import te_klein, verborgen
from sturing.domain.codes import MedewerkerCode, TeamCode
from sturing.domain.normen import GROEP_MINIMUM
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Meerregel:
    """One team; `team` None is the organisation, in which everybody counts once."""

    team: TeamCode | None
    naam: str | None
    personen: int | None
    in_meer_teams: int | None
    verborgen: bool

    @property
    def deel_ratio(self) -> Fraction | None:
        if self.personen is None or self.in_meer_teams is None or not self.personen:
            return None
        return Fraction(self.in_meer_teams, self.personen)


KOLOMMEN = kolommen(
    team="team",
    naam="naam",
    personen="personen",
    in_meer_teams="ook in een ander team (personen)",
    deel_ratio="ook in een ander team (deel van 1)",
    verborgen="te klein om te tonen",
)


def compute_meerdere_teams(
    uitkomst: Uitkomst, minimum: int = GROEP_MINIMUM
) -> tuple[Meerregel, ...]:
    """Teams with persons by code, then the organisation; empty without Teamrollen in the horizon.

    `minimum` is the smallest group that may be shown to who asks (10 for bestuur).
    """
    plan, horizon = uitkomst.stand.plan, uitkomst.horizon
    per_persoon: dict[MedewerkerCode, set[TeamCode]] = {}
    for rol in plan.teamrollen:
        if rol.aandeel_pct and horizon.raakt(rol.van, rol.tot):
            per_persoon.setdefault(rol.medewerker, set()).add(rol.team)
    if not per_persoon:
        return ()
    personen: dict[TeamCode, int] = {}
    meer: dict[TeamCode, int] = {}
    for teams in per_persoon.values():
        for team in teams:
            personen[team] = personen.get(team, 0) + 1
            meer[team] = meer.get(team, 0) + (len(teams) > 1)
    weg = verborgen(personen, _te_kleine(personen, meer, minimum), minimum)
    namen = {team.team: team.naam for team in plan.teams}
    alle, gedeeld = len(per_persoon), sum(len(teams) > 1 for teams in per_persoon.values())
    som_weg = bool(_te_kleine({TeamCode(""): alle}, {TeamCode(""): gedeeld}, minimum))
    return (
        *(
            Meerregel(
                team=team,
                naam=namen.get(team),
                personen=None if team in weg else personen[team],
                in_meer_teams=None if team in weg else meer[team],
                verborgen=team in weg,
            )
            for team in sorted(personen)
        ),
        Meerregel(
            team=None,
            naam=None,
            personen=None if som_weg else alle,
            in_meer_teams=None if som_weg else gedeeld,
            verborgen=som_weg,
        ),
    )


def _te_kleine(
    personen: Mapping[TeamCode, int], meer: Mapping[TeamCode, int], minimum: int
) -> list[TeamCode]:
    """Too few persons, too few of them in several teams, or too few who are not."""
    return [
        team
        for team, aantal in personen.items()
        if te_klein(aantal, minimum)
        or te_klein(meer[team], minimum)
        or te_klein(aantal - meer[team], minimum)
    ]
