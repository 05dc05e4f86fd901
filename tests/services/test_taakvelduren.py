"""Hours per taakveld on the screen: they add up, say how sure they are, and follow rights.

The figures are those of tests/services/gebiedenwereld.py: of P1 O1 asks 60 hours and gets them, O2
(80 asked, 60 granted) and O3 (5) hang on no programme.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sturing.domain.codes import ProgrammaCode
from sturing.domain.keuzes import Domein
from sturing.domain.organisatie import Begrotingsregel
from sturing.domain.plan import Plan
from sturing.domain.wie import Wie
from sturing.services import knoppen, prioriteiten, scenarios
from sturing.services.blik import Kijk
from sturing.services.knopvelden import Knop
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.programmas import programmas
from sturing.services.programmasbeeld import Programmasbeeld, Taakveldurenbeeld, Taakveldurenrij

from .gebiedenwereld import BESTUUR, DIRECTIE, MEDEWERKER, plan, wereld


def met_taakvelden(**lasten: int) -> Plan:
    """P1 with these lasten (euro) per taakveld: `t8_1=300`."""
    begroting = tuple(
        Begrotingsregel(
            programma=ProgrammaCode("P1"),
            jaar=2027,
            taakveld=naam[1:].replace("_", "."),
            lasten_cent=euro * 100,
        )
        for naam, euro in lasten.items()
    )
    return replace(plan(), begroting=begroting)


@pytest.fixture(scope="module")
def buurt() -> Iterator[Omgeving]:
    with wereld(met_taakvelden(t8_1=300, t8_2=200, t8_3=100)) as omgeving:
        yield omgeving


def scherm(omgeving: Omgeving, wie: Wie = DIRECTIE, kijk: Kijk | None = None) -> Programmasbeeld:
    gemaakt = programmas(omgeving, wie, kijk)
    assert isinstance(gemaakt, Programmasbeeld)
    return gemaakt


def uren(omgeving: Omgeving, wie: Wie = DIRECTIE, kijk: Kijk | None = None) -> Taakveldurenbeeld:
    gemaakt = scherm(omgeving, wie, kijk).taakvelduren
    assert gemaakt is not None
    return gemaakt


def kort(rijen: tuple[Taakveldurenrij, ...]) -> list[tuple[str, str, int | None, int, int]]:
    return [(r.programma, r.taakveld, r.deel_pct, r.gevraagd_uren, r.toegekend_uren) for r in rijen]


def test_hours_per_taakveld_add_up_to_all_opdrachten_of_the_screen(buurt: Omgeving) -> None:
    beeld = uren(buurt)
    assert beeld.titel == "Uren per taakveld in 2027"
    assert kort(beeld.rijen) == [
        ("Wonen", "8.1", 50, 30, 30),
        ("Wonen", "8.2", 33, 20, 20),
        ("Wonen", "8.3", 17, 10, 10),
        ("Zonder programma", "–", None, 85, 65),
        ("Alle opdrachten", "", None, 145, 125),
    ]
    assert [(r.tekort_uren, r.dekking_pct, r.verschil_uren) for r in beeld.rijen[2:]] == [
        (0, 100, 0),
        (20, 76, 0),
        (20, 86, 0),
    ]
    alle = scherm(buurt).doelen[-1]
    assert (alle.gevraagd_uren, alle.toegekend_uren, alle.dekking_pct) == (145, 125, 86)


def test_every_row_says_how_sure_it_is_and_one_sentence_what_was_not_measured(
    buurt: Omgeving,
) -> None:
    beeld = uren(buurt)
    assert [r.toerekening for r in beeld.rijen] == [
        *["toegerekend naar lasten"] * 3,
        "zonder programma",
        "",
    ]
    assert beeld.zin == (
        "Niet gemeten: een opdracht heeft een programma en geen taakveld, dus zijn de uren van een "
        "programma verdeeld naar de lasten van zijn taakvelden. 85\u00a0uur heeft geen taakveld en "
        "staat apart."
    )


def test_one_taakveld_is_certain_and_a_begroting_without_taakvelden_says_what_to_do() -> None:
    with wereld(met_taakvelden(t8_1=300)) as omgeving:
        een = uren(omgeving)
    assert (een.rijen[0].toerekening, een.rijen[0].deel_pct) == ("zeker", 100)
    assert een.zin.startswith("Geen programma heeft meer dan één taakveld")
    with wereld() as omgeving:
        geen = uren(omgeving)
    assert kort(geen.rijen)[0] == ("Wonen", "–", None, 60, 60)
    assert geen.rijen[0].toerekening == "zonder taakveld"
    assert geen.zin.endswith("Lever het blad Begroting met een rij per taakveld.")


def test_who_may_read_totals_sees_them_and_who_sees_some_opdrachten_does_not(
    buurt: Omgeving,
) -> None:
    assert uren(buurt, BESTUUR) == uren(buurt)
    assert scherm(buurt, MEDEWERKER).taakvelduren is None


def test_one_domain_divides_the_hours_of_its_opdrachten() -> None:
    """Nobody leads them and no team carries them out: no opdracht belongs to a domain. With T1 as
    opdrachtnemer O1 is of the domain ruimtelijk."""
    eigen = met_taakvelden(t8_1=300, t8_2=200, t8_3=100)
    opdrachten = tuple(
        replace(o, opdrachtnemer=eigen.teams[0].team, opdrachtgever=None)
        if o.opdracht == "O1"
        else o
        for o in eigen.opdrachten
    )
    kijk = Kijk(domein=Domein.RUIMTELIJK)
    with wereld(replace(eigen, opdrachten=opdrachten)) as omgeving:
        beeld = uren(omgeving, kijk=kijk)
        assert scherm(omgeving, kijk=kijk).taakvelden == ()
    assert [r.gevraagd_uren for r in beeld.rijen] == [30, 20, 10, 60]
    with wereld(eigen) as omgeving:
        assert scherm(omgeving, kijk=kijk).taakvelduren is None


def test_a_scenario_shows_what_each_taakveld_gains_or_loses_also_where_nothing_is_left() -> None:
    """O2 before O1 gets 80 hours and leaves O1 40 of 60: 20, 13 and 7 of 30, 20 and 10. Parking O2
    and O3 leaves nothing without programme."""
    with wereld(met_taakvelden(t8_1=300, t8_2=200, t8_3=100)) as omgeving:
        nummer = scenarios.maak(omgeving, LOKAAL, "Leeg")
        kijk = Kijk(scenario=nummer)
        assert {r.verschil_uren for r in uren(omgeving, LOKAAL, kijk).rijen} == {0}
        bord = prioriteiten.bord(omgeving, LOKAAL)
        prioriteiten.verplaats(omgeving, LOKAAL, bord.versie, "O2", 1)  # type: ignore[union-attr]
        anders = uren(omgeving, LOKAAL, kijk)
        knoppen.zet_status(omgeving, LOKAAL, None, Knop.PARKEER, ("O2", "O3"))
        weg = uren(omgeving, LOKAAL, kijk)
    assert [(r.toegekend_uren, r.verschil_uren) for r in anders.rijen] == [
        (20, -10),
        (13, -7),
        (7, -3),
        (85, 20),
        (125, 0),
    ]
    assert kort(weg.rijen)[3] == ("Zonder programma", "–", None, 0, 0)
    assert [r.verschil_uren for r in weg.rijen] == [0, 0, 0, -65, -65]
    assert weg.rijen[3].dekking_pct is None
