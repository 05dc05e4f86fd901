"""Which sheets are in for a plan year, how old, for which months, and what is missing?

"Elk team heeft een plan!" (sturingskader, Teamplannen). One row per team and sheet, per area with
its gebiedsagenda, and per sheet that the organisation has once. A team whose window does not touch
the year needs nothing and has no rows. `peildag` is the day from which is looked: an argument,
never the clock. Unit: rows, calendar months and whole days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sturing.analyses.bladinhoud import LEEG, Inhoud, Plek, compute_bladinhoud, maanden_in_jaar
from sturing.analyses.kolom import kolommen
from sturing.analyses.leverplicht import Leverplicht, Namenlijst, Stuk, leverplichten
from sturing.analyses.pc_kalender import Maandeis, regels_van
from sturing.domain.keuzes import Domein, GebiedSoort, Rol
from sturing.domain.organisatie import Team
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand

ORGANISATIEBLADEN = (
    "Opdrachten",
    "Programmas",
    "Begroting",
    "Doelen",
    "Gebieden",
    "Personen",
    "Normen",
    "Besteding",
)
PER_JAAR = frozenset(
    {"Capaciteit", "Inzet", "Uren", "Teamplannen", "Begroting", "Besteding", "Normen"}
)
"""Sheets of which a levering brings one year (or months of it) and says nothing of another."""
_GEBIED_MET_AGENDA = (GebiedSoort.KERN,)
"""The gebiedsagenda "bevat per kern de vraagstukken en kansen" (sturingskader): others may."""

Bladplek = tuple[str, str | None, int | None]
"""Sheet; the team or gebied, None for all together; the year, None when the sheet has none."""


class Voor(StrEnum):
    """For what a sheet is in: a team, an area, or the organisation as a whole."""

    TEAM = "team"
    GEBIED = "gebied"
    ORGANISATIE = "organisatie"


class Leverstand(StrEnum):
    """`later`: nothing is asked yet; `niet nodig`: nothing will be asked."""

    COMPLEET = "compleet"
    DEELS = "deels"
    ONTBREEKT = "ontbreekt"
    VEROUDERD = "verouderd"
    LATER = "later"
    NIET_NODIG = "niet nodig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inlevering:
    """The levering that last touched something: its number, its day, and who brought it."""

    nummer: int
    dag: date
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladregel:
    """One sheet of one team, of one area, or of the organisation, in one plan year.

    `ontbreekt` holds the months that must be there on the day of looking and are not; empty too
    when the whole sheet is missing. `inlevering` is None when nothing is there. `plichten` is what
    the calendar still asks: late first, then by date.
    """

    jaar: int
    voor: Voor
    sleutel: str | None
    naam: str
    domein: Domein | None
    blad: str
    stand: Leverstand
    rijen: int
    maanden: tuple[Maand, ...]
    ontbreekt: tuple[Maand, ...]
    inlevering: Inlevering | None
    leeftijd_dagen: int | None
    plichten: tuple[Leverplicht, ...]

    @property
    def planjaar(self) -> str:
        """The year as a text: a year has no point for thousands."""
        return str(self.jaar)

    @property
    def levering(self) -> int | None:
        return self.inlevering.nummer if self.inlevering else None

    @property
    def ingeleverd(self) -> date | None:
        return self.inlevering.dag if self.inlevering else None

    @property
    def door(self) -> str | None:
        return self.inlevering.naam if self.inlevering else None

    @property
    def te_laat(self) -> bool:
        return any(plicht.te_laat for plicht in self.plichten)

    @property
    def eerste(self) -> Leverplicht | None:
        """The first thing that is still asked."""
        return self.plichten[0] if self.plichten else None

    @property
    def uiterlijk(self) -> date | None:
        return self.eerste.laatste_dag if self.eerste else None

    @property
    def product(self) -> str | None:
        return self.eerste.product if self.eerste else None

    @property
    def rol(self) -> Rol | None:
        return self.eerste.rol if self.eerste else None

    @property
    def wie(self) -> str | None:
        return ", ".join(self.eerste.namen) or None if self.eerste else None


KOLOMMEN = kolommen(
    planjaar="planjaar",
    voor="voor",
    sleutel="code",
    naam="naam",
    blad="blad",
    stand="stand",
    rijen="rijen",
    maanden="maanden",
    ontbreekt="ontbrekende maanden",
    levering="levering",
    ingeleverd="ingeleverd op",
    leeftijd_dagen="leeftijd (dagen)",
    door="door",
    te_laat="te laat",
    uiterlijk="uiterlijk",
    product="product van de p&c-cyclus",
    rol="rol",
    wie="wie",
)


def compute_volledigheid(
    plan: Plan, jaar: int, inleveringen: Mapping[Bladplek, Inlevering], peildag: date
) -> tuple[Bladregel, ...]:
    """Teams by code, then areas by code, then the organisation; of each its sheets in order."""
    maker = _Maker(
        plan=plan,
        jaar=jaar,
        inhoud=compute_bladinhoud(plan, jaar),
        inleveringen=inleveringen,
        peildag=peildag,
        namen=Namenlijst(plan, peildag),
    )
    return (*maker.teams(), *maker.gebieden(), *maker.organisatie())


def is_compleet(regels: Iterable[Bladregel]) -> bool:
    """Is everything there that must be? A stale sheet is there."""
    return not any(regel.stand in (Leverstand.DEELS, Leverstand.ONTBREEKT) for regel in regels)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    plan: Plan
    jaar: int
    inhoud: Mapping[Plek, Inhoud]
    inleveringen: Mapping[Bladplek, Inlevering]
    peildag: date
    namen: Namenlijst

    def teams(self) -> Iterator[Bladregel]:
        for team in sorted(self.plan.teams, key=lambda t: t.team):
            if maanden := maanden_in_jaar(self.jaar, team.van, team.tot):
                yield from self._team(team, maanden)

    def _team(self, team: Team, maanden: tuple[Maand, ...]) -> Iterator[Bladregel]:
        """A team takes a year from Capaciteit, or else from Teamrollen (werkboek.md)."""
        met_rollen = not self._er_is("Capaciteit", team.team) and self._er_is(
            "Teamrollen", team.team
        )
        bladen = {
            "Capaciteit": not met_rollen,
            "Inzet": True,
            "Teamplannen": True,
            "Uren": True,
        }
        if self.plan.teamrollen:
            bladen["Teamrollen"] = met_rollen
        for blad, nodig in bladen.items():
            yield self._regel(Voor.TEAM, team.team, team.kort, blad, maanden, nodig, team)

    def gebieden(self) -> Iterator[Bladregel]:
        for gebied in sorted(self.plan.gebieden, key=lambda g: g.gebied):
            nodig = gebied.soort in _GEBIED_MET_AGENDA
            if nodig or self._er_is("Gebiedsagenda", gebied.gebied):
                yield self._regel(
                    Voor.GEBIED, gebied.gebied, gebied.naam, "Gebiedsagenda", (), nodig
                )

    def organisatie(self) -> Iterator[Bladregel]:
        maanden = maanden_in_jaar(self.jaar, None, None)
        for blad in ORGANISATIEBLADEN:
            nodig = bool(regels_van(blad))
            yield self._regel(Voor.ORGANISATIE, None, "hele organisatie", blad, maanden, nodig)

    def _er_is(self, blad: str, sleutel: str | None) -> bool:
        return (blad, sleutel) in self.inhoud

    def _regel(
        self,
        voor: Voor,
        sleutel: str | None,
        naam: str,
        blad: str,
        gevraagd: tuple[Maand, ...],
        nodig: bool,
        team: Team | None = None,
    ) -> Bladregel:
        inhoud = self.inhoud.get((blad, sleutel), LEEG)
        jaar = self.jaar if blad in PER_JAAR else None
        inlevering = self.inleveringen.get((blad, sleutel, jaar)) if inhoud.rijen else None
        stuk = Stuk(
            jaar=self.jaar,
            rijen=inhoud.rijen,
            maanden=inhoud.maanden,
            gevraagd=gevraagd,
            ingeleverd=inlevering.dag if inlevering else None,
            nodig=nodig,
            van=team.van if team else None,
            tot=team.tot if team else None,
        )
        plichten = leverplichten(stuk, regels_van(blad), self.peildag, self.namen, sleutel)
        stand, ontbreekt = _oordeel(stuk, blad, plichten, self.peildag)
        return Bladregel(
            jaar=self.jaar,
            voor=voor,
            sleutel=sleutel,
            naam=naam,
            domein=team.domein if team else None,
            blad=blad,
            stand=stand,
            rijen=inhoud.rijen,
            maanden=tuple(sorted(inhoud.maanden)),
            ontbreekt=ontbreekt,
            inlevering=inlevering,
            leeftijd_dagen=(self.peildag - inlevering.dag).days if inlevering else None,
            plichten=plichten,
        )


def _oordeel(
    stuk: Stuk, blad: str, plichten: tuple[Leverplicht, ...], peildag: date
) -> tuple[Leverstand, tuple[Maand, ...]]:
    """How it stands, and which months must be there and are not."""
    eisen = {regel.maanden: regel for regel in regels_van(blad)}
    if per_maand := eisen.get(Maandeis.PER_MAAND):
        nu = [m for m in stuk.gevraagd if per_maand.dag_na_maand(m) < peildag]
        mist = tuple(m for m in nu if m not in stuk.maanden)
        if not nu and not stuk.rijen:
            return Leverstand.LATER, ()
        if mist:
            return (Leverstand.DEELS, mist) if stuk.rijen else (Leverstand.ONTBREEKT, ())
        return Leverstand.COMPLEET, ()
    if not stuk.rijen:
        return (Leverstand.ONTBREEKT if stuk.nodig else Leverstand.NIET_NODIG), ()
    if stuk.nodig and Maandeis.ALLE in eisen:
        mist = tuple(m for m in stuk.gevraagd if m not in stuk.maanden)
        if mist:
            return Leverstand.DEELS, mist
    if any(plicht.ververs and plicht.te_laat for plicht in plichten):
        return Leverstand.VEROUDERD, ()
    return Leverstand.COMPLEET, ()
