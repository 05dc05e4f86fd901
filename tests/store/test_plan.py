"""The plan in force: rows become the frozen types of the domain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sturing.domain import keuzes as k
from sturing.domain.codes import OpdrachtCode
from sturing.domain.organisatie import Capaciteitsregel
from sturing.domain.plan import Gewichten, Instellingen, Plan
from sturing.domain.tijd import Maand
from sturing.domain.werk import Agendapunt
from sturing.store.geschiedenis import toestand_na
from sturing.store.opslag import Opslag
from sturing.store.plan import lees_besloten_rang, lees_instellingen, lees_plan, plan_van
from tests.store.voorbeeld import VELDEN, lever, nieuw, organisatie


def test_an_empty_database_is_an_empty_plan(opslag: Opslag) -> None:
    assert lees_plan(opslag) == Plan()


def test_every_sheet_comes_into_the_plan(gevuld: Opslag) -> None:
    plan = lees_plan(gevuld)
    assert all(len(getattr(plan, blad.lower())) == 1 for blad in VELDEN)
    assert plan.capaciteit == (
        Capaciteitsregel(
            team=plan.teams[0].team,
            van=Maand(2027, 1),
            tot=Maand(2027, 12),
            soort=k.CapaciteitSoort.BEZETTING,
            fte=Decimal("2.5"),
        ),
    )
    assert plan.gebiedsagenda[0] == Agendapunt(
        gebied=plan.gebieden[0].gebied, opdracht=OpdrachtCode("O1")
    )
    assert plan.inzet[0].uren_honderdste == 12_000
    assert plan.teams[0].soort is k.TeamSoort.OPGAVE


def test_what_is_empty_has_the_meaning_of_the_contract(gevuld: Opslag) -> None:
    plan = lees_plan(gevuld)
    assert plan.afwezigheid[0].afwezig_pct == 100
    assert plan.opdrachten[0].wettelijk is False
    assert plan.opdrachten[0].portefeuillehouders == ()
    assert plan.medewerkers[0].dienstverband is None
    assert plan.teamrollen[0].van is None
    assert plan.personen[0].team is None
    assert plan.begroting[0].taakveld is None
    assert plan.normen[0].team is None


def test_portefeuillehouders_are_codes_in_the_order_of_the_file(opslag: Opslag) -> None:
    lever(opslag, nieuw("Opdrachten", portefeuillehouders="P3; P1;P2", wettelijk=True))
    (opdracht,) = lees_plan(opslag).opdrachten
    assert opdracht.portefeuillehouders == ("P3", "P1", "P2")
    assert opdracht.wettelijk is True


def test_the_data_date_is_the_last_day_of_the_last_month_with_hours(opslag: Opslag) -> None:
    assert lees_plan(opslag).peildatum is None
    for maand, dag in ((2, 28), (10, 31), (9, 31)):
        lever(opslag, nieuw("Uren", maand=date(2026, maand, 1), opdracht=f"O{maand}"))
        assert lees_plan(opslag).peildatum == date(2026, max(maand, 2 if dag == 28 else 10), dag)


def test_settings_and_decided_order_are_read_when_a_decision_stored_them(opslag: Opslag) -> None:
    assert lees_instellingen(opslag) == Instellingen()
    assert lees_besloten_rang(opslag) == {}
    with opslag.schrijven() as cursor:
        cursor.execute("insert into instelling values (1, 'samenhangend', false, 1, 0.5, 2)")
        cursor.execute("insert into besloten_rang values ('O2', 2), ('O1', 1)")
    plan = lees_plan(opslag)
    assert plan.besloten_rang == lees_besloten_rang(opslag) == {"O1": 1, "O2": 2}
    assert plan.instellingen == Instellingen(
        methode=k.Methode.SAMENHANGEND,
        wettelijk_eerst=False,
        gewichten=Gewichten(medewerkerswaarde=Decimal("0.5"), financiele_waarde=Decimal(2)),
    )


def test_the_plan_of_an_earlier_levering_can_be_built(opslag: Opslag) -> None:
    lever(opslag, *organisatie())
    toen = lees_plan(opslag)
    lever(opslag, nieuw("Opdrachten", opdracht="O2"))
    assert lees_plan(opslag) != toen
    assert plan_van(toestand_na(opslag, 1), {}, Instellingen()) == toen


def test_a_plan_of_the_size_of_de_bilt_is_read_whole(opslag: Opslag) -> None:
    opdrachten = [f"O{n:03d}" for n in range(150)]
    lever(
        opslag,
        *(nieuw("Opdrachten", opdracht=o, waarde=Decimal("2.5")) for o in opdrachten),
        *(nieuw("Teams", team=f"T{n:02d}") for n in range(32)),
        *(
            nieuw("Inzet", opdracht=opdrachten[n % 150], team=f"T{n % 32:02d}", volgnr=n)
            for n in range(800)
        ),
        *(
            nieuw(
                "Uren",
                maand=date(2026, n % 10 + 1, 1),
                team=f"T{n // 10 % 32:02d}",
                opdracht=opdrachten[n // 320],
            )
            for n in range(6000)
        ),
    )
    plan = lees_plan(opslag)
    assert (len(plan.opdrachten), len(plan.inzet), len(plan.uren)) == (150, 800, 6000)
