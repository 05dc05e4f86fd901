"""The plan while changes of facts are applied to it: the one mutable thing of the engine.

Opened from a frozen Plan, changed by engine/feiten.py and engine/aanbodfeiten.py, and closed into
a new Plan. A tuple of the plan that no change touched comes back as the same object, so that
arrays made of it can be used again. Units as in the domain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sturing.domain.codes import OpdrachtCode, ProgrammaCode, TeamCode
from sturing.domain.organisatie import Begrotingsregel, Capaciteitsregel, Norm, Team
from sturing.domain.plan import Instellingen, Plan
from sturing.domain.tijd import Horizon
from sturing.domain.werk import Inzetregel, Opdracht


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenregel:
    """What one Inhuur costs in one year: net hours (hundredths) x rate, in cents.

    `index` is the position of the change in its list. `euro_cent` is None without a rate;
    `programma` None means that no programme pays it.
    """

    index: int
    team: TeamCode
    programma: ProgrammaCode | None
    jaar: int
    netto_honderdste: int
    euro_cent: int | None


class Geweigerd(Exception):  # noqa: N818 - a Dutch word for what a person reads as a refusal
    """A change that no longer fits; `reden` is Dutch. Caught by engine/scenario.py only."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


class _Inzet:
    """The rows of Inzet in their order, found by opdracht: a list of thousands of changes must not
    read all rows for each of them."""

    def __init__(self, rijen: tuple[Inzetregel, ...]) -> None:
        self._begin = rijen
        self._gewijzigd = False
        self._rijen = dict(enumerate(rijen))
        self._nummers: dict[OpdrachtCode, list[int]] = {}
        for nummer, rij in self._rijen.items():
            self._nummers.setdefault(rij.opdracht, []).append(nummer)
        self._volgende = len(rijen)

    def van(self, opdracht: OpdrachtCode) -> list[Inzetregel]:
        return [self._rijen[nummer] for nummer in self._nummers.get(opdracht, ())]

    def voeg_toe(self, rij: Inzetregel) -> None:
        self._gewijzigd = True
        self._rijen[self._volgende] = rij
        self._nummers.setdefault(rij.opdracht, []).append(self._volgende)
        self._volgende += 1

    def haal_weg(self, opdracht: OpdrachtCode, team: TeamCode | None) -> None:
        self._gewijzigd = True
        blijft = []
        for nummer in self._nummers.get(opdracht, ()):
            if team is None or self._rijen[nummer].team == team:
                del self._rijen[nummer]
            else:
                blijft.append(nummer)
        self._nummers[opdracht] = blijft

    def alle(self) -> tuple[Inzetregel, ...]:
        """Every row; the tuple it began with when nothing was changed."""
        return tuple(self._rijen.values()) if self._gewijzigd else self._begin


class Werkstand:
    """Mutable copy of what a scenario can change; everything else stays in `plan`."""

    def __init__(self, plan: Plan, horizon: Horizon, normen: tuple[Norm, ...]) -> None:
        self.plan = plan
        self.horizon = horizon
        self.index = 0
        self.opdrachten: dict[OpdrachtCode, Opdracht] = {
            opdracht.opdracht: opdracht for opdracht in plan.opdrachten
        }
        self.teams: dict[TeamCode, Team] = {team.team: team for team in plan.teams}
        self._inzet = _Inzet(plan.inzet)
        self.begroting: tuple[Begrotingsregel, ...] = plan.begroting
        self.scenario_aanbod: tuple[Capaciteitsregel, ...] = plan.scenario_aanbod
        self.normen = normen
        self.instellingen: Instellingen = plan.instellingen
        self.kosten: list[Kostenregel] = []

    def opdracht(self, code: OpdrachtCode) -> Opdracht:
        """The opdracht as it stands now; refuses when it is gone."""
        opdracht = self.opdrachten.get(code)
        if opdracht is None:
            raise Geweigerd(f"Opdracht {code} bestaat niet meer.")
        return opdracht

    def team(self, code: TeamCode) -> Team:
        """The team; refuses when it is gone."""
        team = self.teams.get(code)
        if team is None:
            raise Geweigerd(f"Team {code} bestaat niet meer.")
        return team

    def inzet_van(self, opdracht: OpdrachtCode, team: TeamCode | None = None) -> list[Inzetregel]:
        """The Inzet rows of an opdracht (and team), sorted, so that row order never matters."""
        return sorted(
            (rij for rij in self._inzet.van(opdracht) if team is None or rij.team == team),
            key=lambda rij: (rij.team, rij.van, rij.tot, rij.uren_honderdste),
        )

    def voeg_inzet_toe(self, rij: Inzetregel) -> None:
        """Put a row after all others."""
        self._inzet.voeg_toe(rij)

    def vervang_inzet(
        self,
        opdracht: OpdrachtCode,
        nieuw: list[Inzetregel],
        team: TeamCode | None = None,
    ) -> None:
        """Put `nieuw` in place of all rows of the opdracht (and team), after all others."""
        self._inzet.haal_weg(opdracht, team)
        for rij in nieuw:
            self._inzet.voeg_toe(rij)

    def sluit(self) -> Plan:
        """The plan with every applied change of facts; the plan itself when nothing changed."""
        plan = self.plan
        opdrachten = tuple(self.opdrachten.values())
        if all(oud is nieuw for oud, nieuw in zip(plan.opdrachten, opdrachten, strict=True)):
            opdrachten = plan.opdrachten
        inzet = self._inzet.alle()
        nieuw = {
            "opdrachten": opdrachten,
            "inzet": inzet,
            "begroting": self.begroting,
            "scenario_aanbod": self.scenario_aanbod,
            "normen": self.normen,
            "instellingen": self.instellingen,
        }
        gewijzigd = {veld: w for veld, w in nieuw.items() if w is not getattr(plan, veld)}
        if not gewijzigd:
            return plan
        return replace(
            plan,
            opdrachten=opdrachten,
            inzet=inzet,
            begroting=self.begroting,
            scenario_aanbod=self.scenario_aanbod,
            normen=self.normen,
            instellingen=self.instellingen,
        )
