"""Programma's en doelen: verdicts, money, the flow, kernwaarden, and what each reader may see.

The figures are those of tests/services/gebiedenwereld.py, worked out by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sturing.domain.codes import MedewerkerCode, TeamCode
from sturing.domain.keuzes import Domein, SoortWerk
from sturing.domain.organisatie import Medewerker, Teamrol
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.wie import RechtRol, Wie
from sturing.services import prioriteiten, scenarios
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.blik import Kijk
from sturing.services.groepen import kleine_teams
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.programmas import programmas
from sturing.services.programmasbeeld import Programmasbeeld, Waardeopen
from sturing.services.stroombeeld import ANDERE_TEAMS
from tests.demonstratie.schermbeelden import demonstratie

from .gebiedenwereld import BEHEERDER, BESTUUR, DIRECTIE, MEDEWERKER, plan, wereld, wie_met


@pytest.fixture(scope="module")
def buurt() -> Iterator[Omgeving]:
    with wereld() as omgeving:
        yield omgeving


def beeld(omgeving: Omgeving, wie: Wie = DIRECTIE, *keuze: str | None) -> Programmasbeeld:
    gemaakt = programmas(omgeving, wie, None, *keuze)
    assert isinstance(gemaakt, Programmasbeeld)
    return gemaakt


def test_the_answer_counts_the_doelen_that_get_enough_and_names_what_has_no_work(
    buurt: Omgeving,
) -> None:
    assert beeld(buurt).kop.titel == (
        "0 van de 3 doelen krijgen genoeg uren en geld. 1 doel heeft nog geen werk: Doel D3."
    )


def test_doelen_stand_with_what_is_missing_first_and_add_up(buurt: Omgeving) -> None:
    rijen = beeld(buurt).doelen
    assert [(r.naam, r.oordeel, r.mis) for r in rijen] == [
        ("Doel D3", "nog geen opdracht", True),
        ("Doel D1", "te weinig uren", True),
        ("Doel D2", "te weinig geld", True),
        ("Zonder doel", "genoeg", False),
        ("Alle opdrachten", "", False),
    ]
    assert [(r.gevraagd_uren, r.toegekend_uren) for r in rijen] == [
        (0, 0),
        (140, 120),
        (0, 0),
        (5, 5),
        (145, 125),
    ]
    assert [r.opdrachten for r in rijen] == [0, 2, 1, 1, 4]
    assert [r.dekking_pct for r in rijen] == [None, 86, None, 100, 86]


def test_a_doel_is_opened_with_the_opdrachten_that_serve_it(buurt: Omgeving) -> None:
    geopend = beeld(buurt, DIRECTIE, "D2").open
    assert geopend is not None
    assert geopend.bijschrift == "Bron: raadskader"
    assert [(o.opdracht, o.plaats, o.stand) for o in geopend.opdrachten] == [
        ("O4", 4, "onder druk"),
        ("O5", None, "parkeerplaats"),
    ]
    assert geopend.verborgen == 0
    assert beeld(buurt, DIRECTIE, "bestaat niet").open is None


def test_money_goes_from_lasten_to_forecast_in_thousands_that_add_up(buurt: Omgeving) -> None:
    """1.5 thousand available, 2 asked, 1.5 granted; 0.3 spent in March: 1.2 in twelve months."""
    p1, samen = beeld(buurt).programmas
    assert (p1.naam, samen.naam) == ("Wonen", "Alle programma's")
    assert (p1.beschikbaar_dzd, p1.gevraagd_dzd, p1.toegekend_dzd) == (2, 2, 2)
    assert (p1.over_dzd, p1.besteed_dzd, p1.prognose_dzd) == (0, 0, 1)
    assert samen.gevraagd_dzd == 2
    assert "Besteed tot en met maart 2027" in beeld(buurt).geldzin
    assert "gedeeld door 3, keer 12" in beeld(buurt).geldzin


def test_without_a_booking_in_the_year_there_is_no_forecast_and_a_year_that_has_one(
    buurt: Omgeving,
) -> None:
    gemaakt = programmas(buurt, DIRECTIE, Kijk(horizon=Horizon.planjaar(2028)))
    assert isinstance(gemaakt, Programmasbeeld)
    assert all(r.prognose_dzd is None and r.besteed_dzd is None for r in gemaakt.programmas)
    assert gemaakt.geldzin.startswith("In 2028 is nog niets besteed, dus er is geen prognose.")
    assert "planjaar 2027" in gemaakt.geldzin
    with wereld(replace(plan(), besteding=())) as zonder:
        assert "Lever het blad Besteding" in beeld(zonder).geldzin


def test_the_flow_holds_every_granted_hour_and_says_the_largest(buurt: Omgeving) -> None:
    stroom = beeld(buurt).stroom
    per_kolom = [sum(k.uren for k in stroom.knopen if k.kolom == kolom) for kolom in range(3)]
    assert per_kolom == [125, 125, 125]
    assert sum(t.uren_honderdste for t in stroom.takken) == 2 * 125_00
    assert sum(r.toegekend_uren for r in stroom.rijen) == 125
    assert stroom.zin == (
        "Van de 125\u00a0uur die zijn toegekend, komen uit Zonder programma (52%), lopen via SM "
        "(96%) en gaan naar Team een (80%) de meeste."
    )


def test_the_flow_of_one_programme_holds_that_programme_only(buurt: Omgeving) -> None:
    stroom = beeld(buurt, DIRECTIE, None, "P1").stroom
    assert (stroom.gekozen, [k.naam for k in stroom.knopen]) == ("P1", ["Wonen", "SM", "Team een"])
    assert beeld(buurt, DIRECTIE, None, "P9").stroom.gekozen == "*alle"


def _met_personen() -> Plan:
    """T2 takes 2027 from four persons instead of from Capaciteit."""
    codes = [MedewerkerCode(f"M{n}") for n in range(4)]
    return replace(
        plan(),
        capaciteit=plan().capaciteit[:1],
        medewerkers=tuple(Medewerker(medewerker=code, uren_per_week=Decimal(25)) for code in codes),
        teamrollen=tuple(
            Teamrol(
                medewerker=code,
                team=TeamCode("T2"),
                aandeel_pct=Decimal(25),
                van=date(2027, 2, 1),
                tot=date(2027, 2, 28),
            )
            for code in codes
        ),
    )


def test_a_team_of_few_persons_never_stands_alone_for_a_reader_of_groups() -> None:
    met = _met_personen()
    assert kleine_teams(met, Horizon.planjaar(2027), 5) == {"T2"}
    assert kleine_teams(met, Horizon.planjaar(2027), 4) == frozenset()
    assert kleine_teams(met, Horizon.planjaar(2028), 5) == frozenset()
    assert kleine_teams(plan(), Horizon.planjaar(2027), 5) == frozenset()
    with wereld(met) as omgeving:
        directie = beeld(omgeving).stroom
        bestuur = beeld(omgeving, BESTUUR).stroom
    assert {k.naam for k in directie.knopen if k.kolom == 2} == {"Team een", "Team twee"}
    assert {k.naam for k in bestuur.knopen if k.kolom == 2} == {ANDERE_TEAMS}
    assert {r.team for r in bestuur.rijen} == {ANDERE_TEAMS}
    assert bestuur.opmerking == "Andere teams: 2 teams samen."


def test_the_kernwaarden_are_shown_with_parts_of_a_hundred() -> None:
    """O1 (60 granted hours) is high, the others are not filled in."""
    opdrachten = tuple(
        replace(o, maatschappelijke_waarde=Decimal(5)) if o.opdracht == "O1" else o
        for o in plan().opdrachten
    )
    with wereld(replace(plan(), opdrachten=opdrachten)) as omgeving:
        gemaakt = beeld(omgeving)
    assert [k.naam for k in gemaakt.kernwaarden] == [
        "Maatschappelijke waarde",
        "Medewerkerswaarde",
        "Financiële waarde",
    ]
    assert [(d.hoogte, d.pct, d.uren) for d in gemaakt.kernwaarden[0].delen] == [
        ("hoog", 48, 60),
        ("niet ingevuld", 52, 65),
    ]
    assert gemaakt.kernwaardenzin.startswith(
        "Van de toegekende uren gaat 48% naar werk met een hoge maatschappelijke waarde"
    )


def test_a_part_of_a_kernwaarde_is_opened_with_its_opdrachten_and_hides_none_of_its_hours(
    buurt: Omgeving,
) -> None:
    """Nothing was filled in: O1 and O2 get 60 hours each, O3 5 and O4 asks none. Bestuur may see
    O1 only."""

    def geopend(wie: Wie, sleutel: str = "financieel-leeg") -> Waardeopen | None:
        return beeld(buurt, wie, None, None, sleutel).waarde_open

    alles, deel = geopend(DIRECTIE), geopend(BESTUUR)
    assert alles is not None
    assert deel is not None
    assert alles.naam == "Financiële waarde: niet ingevuld"
    assert [(o.plaats, o.opdracht, o.uren, o.dekking) for o in alles.opdrachten] == [
        (1, "O1", 60, "100%"),
        (2, "O2", 60, "75%"),
        (3, "O3", 5, "100%"),
        (4, "O4", 0, "–"),
    ]
    assert {o.opdrachtgever for o in alles.opdrachten if o.opdracht == "O1"} != {""}
    assert (alles.verborgen, alles.verborgen_uren) == (0, 0)
    assert [o.opdracht for o in deel.opdrachten] == ["O1"]
    assert (deel.verborgen, deel.verborgen_uren) == (3, 65)
    van_team = geopend(MEDEWERKER)
    assert van_team is not None
    assert [o.opdracht for o in van_team.opdrachten] == ["O2", "O3"]
    assert van_team.verborgen == 0
    assert geopend(DIRECTIE, "financieel-hoog") is None
    assert geopend(DIRECTIE, "niets") is None


def test_every_part_of_the_demonstration_adds_up_to_what_the_picture_says() -> None:
    with demonstratie() as (omgeving, wie):
        for kernwaarde in beeld(omgeving, wie).kernwaarden:
            for deel in kernwaarde.delen:
                geopend = beeld(omgeving, wie, None, None, deel.sleutel).waarde_open
                assert geopend is not None
                assert len(geopend.opdrachten) == deel.opdrachten
                assert sum(o.uren for o in geopend.opdrachten) == deel.uren


def test_strategic_work_without_a_doel_is_named() -> None:
    opdrachten = tuple(
        replace(o, soort_werk=SoortWerk.PROGRAMMABEGROTING) if o.opdracht == "O3" else o
        for o in plan().opdrachten
    )
    with wereld(replace(plan(), opdrachten=opdrachten)) as omgeving:
        (los,) = beeld(omgeving).zonder_doel
        assert (los.naam, los.soort_werk, los.stand, los.gevraagd) == (
            "Opdracht O3",
            "begroting",
            "plaats 3",
            "5",
        )
        assert beeld(omgeving, BESTUUR).zonder_doel == ()


def test_bestuur_reads_all_sums_and_only_opdrachten_of_the_own_portfolio(buurt: Omgeving) -> None:
    van_bestuur, alle = beeld(buurt, BESTUUR, "D1"), beeld(buurt, DIRECTIE, "D1")
    assert van_bestuur.doelen == alle.doelen
    assert van_bestuur.programmas == alle.programmas
    assert van_bestuur.open is not None
    assert [o.opdracht for o in van_bestuur.open.opdrachten] == ["O1"]
    assert van_bestuur.open.verborgen == 1


def test_who_sees_some_opdrachten_gets_sums_of_those_and_no_money_of_a_whole_programme(
    buurt: Omgeving,
) -> None:
    """Team twee is asked by O2 (80 hours, 60 granted) and O3 (5); both and O5 are visible. That
    nothing asks for D2 cannot be told from those."""
    gemaakt = beeld(buurt, MEDEWERKER)
    assert not gemaakt.alles
    assert gemaakt.bereik.startswith("U ziet 2 opdrachten: die waar uw rol bij hoort.")
    assert [(r.naam, r.gevraagd_uren) for r in gemaakt.doelen] == [
        ("Doel D1", 80),
        ("Zonder doel", 5),
        ("Alle opdrachten", 85),
    ]
    assert gemaakt.doelen_zonder_werk == ()
    assert gemaakt.taakvelden == ()
    assert all(r.lasten_dzd is None and r.beschikbaar_dzd is None for r in gemaakt.programmas)
    assert sum(r.toegekend_uren for r in gemaakt.stroom.rijen) == 65
    assert gemaakt.kop.titel.startswith("0 van 1 doel krijgt genoeg uren en geld.")
    assert "nog geen werk" not in gemaakt.kop.titel
    assert not gemaakt.mag_exporteren


def test_one_domain_counts_the_opdrachten_of_that_domain(buurt: Omgeving) -> None:
    gemaakt = programmas(buurt, DIRECTIE, Kijk(domein=Domein.RUIMTELIJK))
    assert isinstance(gemaakt, Programmasbeeld)
    assert "domein ruimtelijk" in gemaakt.bereik
    assert gemaakt.doelen == ()


def test_who_has_no_role_is_refused_and_who_sees_no_opdracht_is_told(buurt: Omgeving) -> None:
    assert isinstance(programmas(buurt, BEHEERDER), Geweigerd)
    niets = wie_met(RechtRol.MEDEWERKER, teams=frozenset({TeamCode("T9")}))
    leeg = programmas(buurt, niets)
    assert isinstance(leeg, Leeg)
    assert leeg.titel == "Er is nog geen opdracht die u mag zien."


def test_without_opdrachten_or_doelen_the_screen_says_what_to_do(lege_omgeving: Omgeving) -> None:
    leeg = programmas(lege_omgeving, LOKAAL)
    assert isinstance(leeg, Leeg)
    assert leeg.naar == "gegevens"
    zonder = replace(
        plan(), doelen=(), opdrachten=tuple(replace(o, doel=None) for o in plan().opdrachten)
    )
    with wereld(zonder) as omgeving:
        assert beeld(omgeving).kop.titel.endswith("Vul het blad Doelen in.")


def test_a_scenario_shows_the_difference_and_an_empty_one_none() -> None:
    with wereld() as omgeving:
        nummer = scenarios.maak(omgeving, LOKAAL, "Leeg")
        leeg = programmas(omgeving, LOKAAL, Kijk(scenario=nummer))
        assert isinstance(leeg, Programmasbeeld)
        assert {r.verschil_uren for r in leeg.doelen} == {0}
        assert {r.verschil_dzd for r in leeg.programmas} == {0}
        assert {k.verschil for k in leeg.kerncijfers} <= {"", "gelijk aan het plan van nu"}
        bord = prioriteiten.bord(omgeving, LOKAAL)
        prioriteiten.verplaats(omgeving, LOKAAL, bord.versie, "O4", 1)  # type: ignore[union-attr]
        anders = programmas(omgeving, LOKAAL, Kijk(scenario=nummer))
    assert isinstance(anders, Programmasbeeld)
    # O4 first gets its 1,000 euros and O1 500: D2 has enough, D1 has not.
    oordelen = {r.doel: r.oordeel for r in anders.doelen if r.doel}
    assert oordelen == {
        "D1": "te weinig uren en geld",
        "D2": "genoeg",
        "D3": "nog geen opdracht",
    }
    assert anders.kerncijfers[0].verschil == "+1 tegenover het plan van nu"
