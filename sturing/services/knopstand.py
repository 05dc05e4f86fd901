"""From what a knob starts: the result under the line that is written, and what the person may see.

Owns the choices of every list in a form (opdrachten, teams, programmes, persons): only what the
person may see can be tried, all of it may (ADR 6). Must never change anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode, TeamCode
from sturing.domain.keuzes import Rol
from sturing.domain.plan import Plan
from sturing.domain.werk import Opdracht
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Wijziging
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.volgorde import plaatsen
from sturing.rights.mag import (
    Actie,
    mag,
    object_organisatie,
    zichtbare_opdrachten,
    zichtbare_teams,
)
from sturing.services.beelden import Keuze
from sturing.services.knopinvoer import Invoer, keuze
from sturing.services.namen import Namen, namen_van
from sturing.services.omgeving import Basis


@dataclass(frozen=True, kw_only=True)
class Knopstand:
    """`na` is the result of the lines before the one that is written. No slots: worked out once."""

    basis: Basis
    wie: Wie
    na: Uitkomst

    @property
    def plan(self) -> Plan:
        """The plan after the lines before this one."""
        return self.na.stand.plan

    @cached_property
    def namen(self) -> Namen:
        return self.basis.namen if self.na is self.basis.uitkomst else namen_van(self.plan)

    @cached_property
    def totalen(self) -> bool:
        """May the person see the figures of the whole organisation?"""
        return bool(mag(self.wie, Actie.TOTALEN_LEZEN, object_organisatie()))

    @cached_property
    def opdrachten(self) -> dict[str, Opdracht]:
        """The opdrachten that the person may see, those with a place first and in order."""
        index = self.basis.index
        zichtbaar = zichtbare_opdrachten(self.wie, index, index.opdrachten)
        alle = {o.opdracht: o for o in self.plan.opdrachten}
        volgorde = [*self.plaatsen, *sorted(alle.keys() - self.plaatsen.keys())]
        return {code: alle[code] for code in volgorde if code in zichtbaar and code in alle}

    @cached_property
    def plaatsen(self) -> dict[OpdrachtCode, int]:
        return plaatsen(self.plan, self.na.stand.volgorde)

    @cached_property
    def teams(self) -> dict[str, str]:
        """Code and short name of the teams that the person may see, by name."""
        index = self.basis.index
        zichtbaar = zichtbare_teams(self.wie, index, index.domeinen_team)
        namen = ((t.team, t.kort) for t in self.plan.teams if t.team in zichtbaar)
        return dict(sorted(namen, key=lambda paar: paar[1].casefold()))

    @cached_property
    def programmas(self) -> dict[str, str]:
        """Code and name of the programmes; none for who may not see the totals."""
        if not self.totalen:
            return {}
        return {p.programma: p.naam for p in sorted(self.plan.programmas, key=lambda p: p.naam)}

    @cached_property
    def personen(self) -> dict[str, str]:
        """Who can be opdrachtgever or delegate: everyone of Personen but portefeuillehouders."""
        kan = {p.persoon for p in self.plan.personen if p.rol is not Rol.PORTEFEUILLEHOUDER}
        namen = ((code, self.namen.persoon(code)) for code in kan)
        return dict(sorted(namen, key=lambda paar: paar[1].casefold()))

    def opdracht_keuzes(
        self, past: Callable[[Opdracht], bool] = lambda _: True
    ) -> tuple[Keuze, ...]:
        """The opdrachten to choose from, with their place."""
        return tuple(
            Keuze(sleutel=code, naam=self.opdracht_naam(code))
            for code, opdracht in self.opdrachten.items()
            if past(opdracht)
        )

    def opdracht_naam(self, code: str) -> str:
        """`22. Schapenweide`, or the name with the status of what has no place."""
        opdracht = self.opdrachten[code]
        plaats = self.plaatsen.get(OpdrachtCode(code))
        return (
            f"{opdracht.kort} ({opdracht.status})"
            if plaats is None
            else (f"{plaats}. {opdracht.kort}")
        )

    def kies_opdracht(self, invoer: Invoer) -> Opdracht:
        """The opdracht of the form; what may not be seen is answered as what does not exist."""
        code = keuze(invoer, "opdracht", tuple(self.opdrachten), "Kies een opdracht.")
        return self.opdrachten[code]

    def kies_team(
        self, invoer: Invoer, veld: str = "team", vraag: str = "Kies een team."
    ) -> TeamCode:
        return TeamCode(keuze(invoer, veld, tuple(self.teams), vraag))

    def kies_programma(self, invoer: Invoer) -> ProgrammaCode:
        codes = tuple(self.programmas)
        return ProgrammaCode(keuze(invoer, "programma", codes, "Kies een programma."))

    def kies_persoon(self, invoer: Invoer) -> PersoonCode:
        vraag = "Kies wie het wordt."
        return PersoonCode(keuze(invoer, "persoon", tuple(self.personen), vraag))

    def met(self, wijzigingen: Iterable[Wijziging]) -> Uitkomst:
        """The result of this one with `wijzigingen` after it; nothing is stored."""
        alle = (*self.na.wijzigingen, *wijzigingen)
        return reken(self.basis.plan, self.na.horizon, alle, basis=self.na)


def als_keuzes(namen: dict[str, str]) -> tuple[Keuze, ...]:
    """A list to choose from of codes with their names."""
    return tuple(Keuze(sleutel=code, naam=naam) for code, naam in namen.items())
