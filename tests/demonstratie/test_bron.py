"""The source tables hold what the facts say, and hang together as tables."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from sturing.demonstratie.identiteiten import PLANJAAR
from sturing.domain.keuzes import CapaciteitSoort, GebiedSoort, Rol, SoortWerk, Status, TeamSoort
from sturing.domain.organisatie import Capaciteitsregel
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand

LASTEN_MILJOEN = {
    "P0": "25.3",
    "P1": "5.2",
    "P2": "4.9",
    "P3": "0.4",
    "P4": "5.3",
    "P5": "11.0",
    "P6": "56.1",
    "P7": "14.7",
    "P8": "7.3",
}
"""Begroting 2024 of gemeente De Bilt, rounded (CBS Iv3)."""
VOLTIJD_UREN_PER_WEEK = 36
LANGSTE_KORTE_NAAM = 28
"""Characters of a short name that fit in a table (the mock screens)."""


def _fte(plan: Plan, soort: CapaciteitSoort, jaar: int) -> Decimal:
    """Average fte of a soort over the year; every row lies wholly in one year."""
    return (
        sum(
            (_fte_maanden(regel, jaar) for regel in plan.capaciteit if regel.soort is soort),
            Decimal(0),
        )
        / 12
    )


def _fte_van_personen(plan: Plan) -> Decimal:
    """Fte of the teams of which 2027 is counted by persons: contract hours by their share."""
    uren = {m.medewerker: m.uren_per_week for m in plan.medewerkers}
    return sum(
        (
            uren[rol.medewerker] * rol.aandeel_pct / 100 / VOLTIJD_UREN_PER_WEEK
            for rol in plan.teamrollen
        ),
        Decimal(0),
    )


def test_the_shares_of_a_person_add_up_to_the_whole_of_the_contract(plan: Plan) -> None:
    delen: Counter[str] = Counter()
    for rol in plan.teamrollen:
        delen[rol.medewerker] += int(rol.aandeel_pct)
    assert delen == dict.fromkeys((m.medewerker for m in plan.medewerkers), 100)
    in_meer = [
        m for m, aantal in Counter(r.medewerker for r in plan.teamrollen).items() if aantal > 1
    ]
    assert len(in_meer) == 12  # data/LEESMIJ.md


def _fte_maanden(regel: Capaciteitsregel, jaar: int) -> Decimal:
    maanden = [m for m in Maand.tot_en_met(regel.van, regel.tot) if m.jaar == jaar]
    return regel.fte * len(maanden)


def test_there_are_32_teams_with_245_fte_formatie_and_about_221_bezetting(plan: Plan) -> None:
    assert len(plan.teams) == 32
    assert sum(team.formatie_fte or 0 for team in plan.teams) == 245
    bezetting = _fte(plan, CapaciteitSoort.BEZETTING, 2027) + _fte_van_personen(plan)
    assert 220 <= bezetting <= 222
    assert bezetting + _fte(plan, CapaciteitSoort.VACATURE, 2027) == 245
    assert 1 <= _fte(plan, CapaciteitSoort.INHUUR, 2027) <= 3


def test_four_teams_take_the_plan_year_from_persons_of_whom_twelve_work_in_two(plan: Plan) -> None:
    per_persoon: dict[str, set[str]] = {}
    for rol in plan.teamrollen:
        per_persoon.setdefault(rol.medewerker, set()).add(rol.team)
    assert {t for teams in per_persoon.values() for t in teams} == {"T21", "T22", "T23", "T26"}
    assert sum(len(teams) == 2 for teams in per_persoon.values()) == 12
    for team in ("T21", "T22", "T23", "T26"):  # no group too small for the bestuur to see
        assert sum(team in teams for teams in per_persoon.values()) >= 10


def test_lasten_per_programme_are_the_rounded_budget(plan: Plan) -> None:
    for jaar in (2026, 2027):
        som: Counter[str] = Counter()
        for regel in plan.begroting:
            if regel.jaar == jaar:
                som[regel.programma] += regel.lasten_cent
        assert {p: Decimal(cent) / 100_000_000 for p, cent in som.items()} == {
            p: Decimal(miljoen) for p, miljoen in LASTEN_MILJOEN.items()
        }


def test_a_taakveld_is_text_so_that_0_10_is_not_0_1(plan: Plan) -> None:
    taakvelden = {regel.taakveld for regel in plan.begroting if regel.programma == "P0"}
    assert {"0.1", "0.10"} <= taakvelden


def test_there_are_about_150_opdrachten_and_the_proposed_codes_are_kept(plan: Plan) -> None:
    codes = [opdracht.opdracht for opdracht in plan.opdrachten]
    assert codes == [f"O{nummer:03d}" for nummer in range(1, len(codes) + 1)]
    assert 145 <= len(codes) <= 165
    namen = {opdracht.opdracht: opdracht.kort for opdracht in plan.opdrachten}
    assert namen["O001"] == "Spoorzone Bilthoven"
    assert namen["O012"] == "Regioplan sociale basis"
    assert namen["O052"] == "Bestuurssecretariaat"


def test_every_status_and_every_kind_of_work_occurs(plan: Plan) -> None:
    assert {opdracht.status for opdracht in plan.opdrachten} == set(Status)
    assert {opdracht.soort_werk for opdracht in plan.opdrachten} == set(SoortWerk)
    assert {team.soort for team in plan.teams} == set(TeamSoort) - {TeamSoort.REGIONAAL}


def test_short_names_fit_in_a_table_and_are_used_once(plan: Plan) -> None:
    for korte_namen in (
        [team.kort for team in plan.teams],
        [opdracht.kort for opdracht in plan.opdrachten],
    ):
        assert max(map(len, korte_namen)) <= LANGSTE_KORTE_NAAM
        assert len(set(korte_namen)) == len(korte_namen)


def test_strategic_and_programme_work_carries_a_rang_of_its_own(plan: Plan) -> None:
    hoort_rang = {
        o.opdracht
        for o in plan.opdrachten
        if o.soort_werk in (SoortWerk.STRATEGISCHE_AGENDA, SoortWerk.PROGRAMMABEGROTING)
        and o.status.vraagt
        and not o.wettelijk
    }
    rangen = [o.rang for o in plan.opdrachten if o.rang is not None]
    assert hoort_rang <= {o.opdracht for o in plan.opdrachten if o.rang is not None}
    assert sorted(rangen) == list(range(1, len(rangen) + 1))


def test_the_areas_are_one_tree_with_six_kernen(plan: Plan) -> None:
    ouder = {gebied.gebied: gebied.valt_onder for gebied in plan.gebieden}
    assert [g for g, boven in ouder.items() if boven is None] == ["GEM"]
    assert sum(g.soort is GebiedSoort.KERN for g in plan.gebieden) == 6
    assert {g.soort for g in plan.gebieden} == set(GebiedSoort)


def test_eight_kinds_of_opdrachtgever_give_the_opdrachten(plan: Plan) -> None:
    rollen = {regel.persoon: regel.rol for regel in plan.personen}
    aantal = Counter(rollen[o.opdrachtgever] for o in plan.opdrachten if o.opdrachtgever)
    assert set(aantal) >= {
        Rol.DIRECTIE,
        Rol.STRATEGISCH_MANAGER,
        Rol.PROCESVERANTWOORDELIJKE,
        Rol.GEBIEDSMAKELAAR,
        Rol.TEAMONDERSTEUNER,
        Rol.PROJECTLEIDER,
        Rol.COORDINEREND_MEDEWERKER,
    }
    assert sum(rol is Rol.STRATEGISCH_MANAGER for rol in rollen.values()) == 3
    assert sum(rol is Rol.PORTEFEUILLEHOUDER for rol in rollen.values()) == 5


def test_inzet_is_planned_in_tens_and_whole_months(plan: Plan) -> None:
    planjaar = [rij for rij in plan.inzet if rij.tot.year >= PLANJAAR]
    assert 700 <= len(planjaar) <= 900
    assert 500 <= len(plan.inzet) - len(planjaar) <= 700
    heel = [r for r in plan.inzet if r.van.year == r.tot.year == 2027]
    assert all(regel.van.day == 1 for regel in plan.inzet)
    assert all(regel.tot == Maand.van_dag(regel.tot).laatste_dag for regel in plan.inzet)
    rond = sum(regel.uren_honderdste % 10_00 == 0 for regel in heel)
    assert rond > len(heel) * 0.8


def test_hours_spent_fit_in_what_a_team_has(plan: Plan) -> None:
    assert 4_000 <= len(plan.uren) <= 6_000
    assert {regel.maand for regel in plan.uren} == set(Maand(2026, 1).tot_en_met(Maand(2026, 10)))
    per_team: Counter[str] = Counter()
    for regel in plan.uren:
        per_team[regel.team] += regel.uren_honderdste
    fte = {
        team.team: sum(
            (
                _fte_maanden(regel, 2026)
                for regel in plan.capaciteit
                if regel.team == team.team and regel.soort is not CapaciteitSoort.VACATURE
            ),
            Decimal(0),
        )
        / 12
        for team in plan.teams
    }
    for team, honderdste in per_team.items():
        uren_per_fte = Decimal(honderdste) / 100 / fte[team]
        assert 950 < uren_per_fte < 1_150, team  # ten months of a net year of 1,369 hours
