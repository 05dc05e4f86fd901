"""Supply beside demand: hours no team could deliver, supply given twice, supply that vanishes.

Owns: the checks that look at Capaciteit, Medewerkers and Teamrollen together. They compare with
gross hours only; what a team really has is the engine's answer. Fte and hours are decimals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import cast

from sturing.domain import normen
from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import Rij, Waarde
from sturing.engine.kalender import werkdagen
from sturing.intake.codes import Code
from sturing.intake.melding import waarde_tekst
from sturing.intake.ontleden import Regel
from sturing.intake.stand import Geheel

_BRONNEN = ("Capaciteit", "Medewerkers", "Teamrollen", "Normen", "Teams")
_LEVERT = ("bezetting", "inhuur")
_EERSTE, _LAATSTE = date(1900, 1, 1), date(2200, 12, 31)


class _Bruto:
    """Gross hours of a team in a window, remembered because windows come back."""

    def __init__(self, geheel: Geheel) -> None:
        self._voltijd = {
            (rij["jaar"], rij["team"]): rij["voltijd_uren_per_week"] for rij in geheel.na("Normen")
        }
        self._fte: dict[Waarde, list[tuple[date, date, Decimal]]] = defaultdict(list)
        self._uren: dict[Waarde, list[tuple[date, date, Decimal]]] = defaultdict(list)
        self._jaren: set[tuple[Waarde, int]] = set()
        for rij in geheel.na("Capaciteit"):
            if rij["soort"] in _LEVERT:
                van, tot = cast(date, rij["van"]), cast(date, rij["tot"])
                self._fte[rij["team"]].append((van, tot, cast(Decimal, rij["fte"])))
                self._jaren.add((rij["team"], van.year))
        contract = {rij["medewerker"]: rij for rij in geheel.na("Medewerkers")}
        for rol in geheel.na("Teamrollen"):
            persoon = contract.get(rol["medewerker"])
            if persoon is None:
                continue
            van, tot = _doorsnede(rol, persoon)
            per_week = cast(Decimal, persoon["uren_per_week"]) * cast(Decimal, rol["aandeel_pct"])
            self._uren[rol["team"]].append((van, tot, per_week / 100))
        self._teamvenster = {rij["team"]: rij for rij in geheel.na("Teams")}
        self._bekend: dict[tuple[Waarde, date, date], Decimal] = {}

    def uren(self, team: Waarde, van: date, tot: date) -> Decimal:
        """Gross hours from `van` up to and including `tot`: fte x voltijd / 5 x working days."""
        sleutel = (team, van, tot)
        if sleutel not in self._bekend:
            begin, einde = _binnen(self._teamvenster.get(team, {}), van, tot)
            self._bekend[sleutel] = sum(
                (
                    self._per_jaar(
                        team, max(begin, date(jaar, 1, 1)), min(einde, date(jaar, 12, 31))
                    )
                    for jaar in range(begin.year, einde.year + 1)
                ),
                Decimal(0),
            )
        return self._bekend[sleutel]

    def _per_jaar(self, team: Waarde, van: date, tot: date) -> Decimal:
        uit_capaciteit = (team, van.year) in self._jaren
        voltijd = self._voltijd.get((van.year, team)) or self._voltijd.get((van.year, None))
        per_fte = cast(Decimal, voltijd or normen.VOLTIJD_UREN_PER_WEEK)
        totaal = Decimal(0)
        for begin, einde, maat in (self._fte if uit_capaciteit else self._uren).get(team, ()):
            if begin <= tot and van <= einde:
                per_week = maat * per_fte if uit_capaciteit else maat
                totaal += per_week / 5 * werkdagen(max(begin, van), min(einde, tot))
        return totaal


def _binnen(rij: Rij, van: date, tot: date) -> tuple[date, date]:
    begin, einde = rij.get("van"), rij.get("tot")
    return (
        max(van, begin) if isinstance(begin, date) else van,
        min(tot, einde) if isinstance(einde, date) else tot,
    )


def _doorsnede(rol: Rij, persoon: Rij) -> tuple[date, date]:
    van, tot = _binnen(rol, _EERSTE, _LAATSTE)
    return _binnen(persoon, van, tot)


def controleer_uren_boven_team(geheel: Geheel) -> Iterator[Bevinding]:
    """An Inzet row that asks more than the gross hours of its team in its window.

    Only where the team has supply: no supply at all is a question for the plan, not for the file.
    """
    if not geheel.onvolledig.isdisjoint(_BRONNEN):
        return
    bruto: _Bruto | None = None
    for regel, rij in geheel.nieuw("Inzet"):
        bruto = bruto or _Bruto(geheel)
        mogelijk = bruto.uren(rij["team"], cast(date, rij["van"]), cast(date, rij["tot"]))
        if mogelijk <= 0:
            continue
        gevraagd = Decimal(cast(int, rij["uren_honderdste"])) / 100
        if mogelijk < gevraagd:
            yield regel.meld(
                Code.UREN_BOVEN_TEAM,
                f"{waarde_tekst(gevraagd)} uur is meer dan team '{rij['team']}' in deze periode "
                f"kan leveren ({waarde_tekst(round(mogelijk, 1))} uur, zonder verlof en verzuim).",
                "Controleer de uren en de periode.",
                "uren_honderdste",
            )


def controleer_dubbel_aanbod(geheel: Geheel) -> Iterator[Bevinding]:
    """A team that has a year from Capaciteit and from Teamrollen: only Capaciteit counts."""
    regels: dict[tuple[Waarde, int], Regel] = {}
    teams: set[Waarde] = set()
    for naam in ("Capaciteit", "Teamrollen"):
        for regel, rij in geheel.nieuw(naam):
            teams.add(rij["team"])
            if naam == "Capaciteit":
                for jaar in range(cast(date, rij["van"]).year, cast(date, rij["tot"]).year + 1):
                    regels.setdefault((rij["team"], jaar), regel)
    if not teams:
        return
    rolregels: dict[Waarde, Regel] = {}
    for regel, rij in geheel.nieuw("Teamrollen"):
        rolregels.setdefault(rij["team"], regel)
    jaren = {
        (rij["team"], cast(date, rij["van"]).year)
        for rij in geheel.na("Capaciteit")
        if rij["soort"] in _LEVERT and rij["team"] in teams
    }
    rollen: dict[Waarde, list[tuple[date, date]]] = defaultdict(list)
    for rol in geheel.na("Teamrollen"):
        rollen[rol["team"]].append(_binnen(rol, _EERSTE, _LAATSTE))
    for team, jaar in sorted(jaren, key=str):
        if any(van.year <= jaar <= tot.year for van, tot in rollen.get(team, ())):
            gevonden = regels.get((team, jaar)) or rolregels.get(team)
            if gevonden is not None:
                yield gevonden.meld(
                    Code.AANBOD_DUBBEL,
                    f"team '{team}' heeft in {jaar} rijen in Capaciteit en in Teamrollen. Alleen "
                    "Capaciteit telt dan.",
                    "Klopt dit? Dan hoeft u niets te doen.",
                    "team",
                )


def controleer_vervallen_soort(geheel: Geheel) -> Iterator[Bevinding]:
    """A soort of Capaciteit that a team had in a year and that is gone altogether."""
    eerste: dict[tuple[Waarde, int], Regel] = {}
    for regel, rij in geheel.nieuw("Capaciteit"):
        for jaar in range(cast(date, rij["van"]).year, cast(date, rij["tot"]).year + 1):
            eerste.setdefault((rij["team"], jaar), regel)
    if not eerste or "Capaciteit" in geheel.onvolledig:
        return
    na = _soorten(geheel.na("Capaciteit"))
    for team, jaar, soort in sorted(_soorten(geheel.voor.get("Capaciteit", ())) - na, key=str):
        regel_van_team = eerste.get((team, jaar))
        if regel_van_team is not None:
            yield regel_van_team.meld(
                Code.CAPACITEIT_SOORT_VERVALT,
                f"team '{team}' had in {jaar} {soort}; in dit bestand staat die niet meer.",
                "Klopt dit? Dan hoeft u niets te doen.",
                "soort",
            )


def _soorten(rijen: Iterable[Rij]) -> set[tuple[Waarde, int, Waarde]]:
    return {(rij["team"], cast(date, rij["van"]).year, rij["soort"]) for rij in rijen}
