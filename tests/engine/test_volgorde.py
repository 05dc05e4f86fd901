"""The order: the four rules, closed groups, moving one opdracht."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Status
from sturing.domain.plan import Gewichten, Instellingen, Plan
from sturing.engine.volgorde import basisvolgorde, plaatsen, score, verplaats, vragers
from sturing.errors import InvoerError
from tests.engine.plannen import opdracht, plannen


def codes(*namen: str) -> tuple[OpdrachtCode, ...]:
    return tuple(OpdrachtCode(naam) for naam in namen)


def test_score_is_gewicht_maal_waarde_en_leeg_telt_nul() -> None:
    werk = opdracht("O1", maatschappelijke_waarde=Decimal("3.5"), financiele_waarde=Decimal(2))
    assert score(werk, Gewichten()) == Fraction("5.5")
    zwaar = Gewichten(maatschappelijke_waarde=Decimal("0.1"), financiele_waarde=Decimal(3))
    assert score(werk, zwaar) == Fraction("6.35")
    assert score(opdracht("O2"), Gewichten()) == 0


def test_een_gegeven_waarde_vervangt_de_score() -> None:
    werk = opdracht("O1", maatschappelijke_waarde=Decimal(5), waarde=Decimal(0))
    assert score(werk, Gewichten()) == 0


def test_de_regels_van_de_volgorde_gelden_een_voor_een() -> None:
    plan = Plan(
        opdrachten=(
            opdracht("b-score2", maatschappelijke_waarde=Decimal(2)),
            opdracht("a-score2", maatschappelijke_waarde=Decimal(2)),
            opdracht("c-score5", maatschappelijke_waarde=Decimal(5)),
            opdracht("rang2", rang=2),
            opdracht("rang1-score0", rang=1),
            opdracht("rang1-score1", rang=1, maatschappelijke_waarde=Decimal(1)),
            opdracht("besloten", rang=9),
            opdracht("wet", wettelijk=True, rang=99),
            opdracht("wet-besloten", wettelijk=True),
        ),
        besloten_rang={OpdrachtCode("wet-besloten"): 8, OpdrachtCode("besloten"): 7},
    )
    vrij = (
        "rang1-score1",
        "rang1-score0",
        "rang2",
    )
    rest = ("c-score5", "a-score2", "b-score2")
    assert basisvolgorde(plan) == codes("wet-besloten", "wet", "besloten", *vrij, *rest)
    uit = Plan(
        opdrachten=plan.opdrachten,
        besloten_rang=plan.besloten_rang,
        instellingen=Instellingen(wettelijk_eerst=False),
    )
    assert basisvolgorde(uit) == codes("besloten", "wet-besloten", *vrij, "wet", *rest)


def _vier() -> Plan:
    return Plan(
        opdrachten=(
            opdracht("W1", wettelijk=True, rang=1),
            opdracht("W2", wettelijk=True, rang=2),
            opdracht("A", rang=1),
            opdracht("stil", rang=2, status=Status.PARKEERPLAATS),
            opdracht("B", rang=3),
            opdracht("C", rang=4),
        )
    )


def test_alleen_wat_vraagt_heeft_een_plaats() -> None:
    plan = _vier()
    volgorde = basisvolgorde(plan)
    assert volgorde == codes("W1", "W2", "A", "stil", "B", "C")
    assert vragers(plan, volgorde) == codes("W1", "W2", "A", "B", "C")
    assert plaatsen(plan, volgorde) == {"W1": 1, "W2": 2, "A": 3, "B": 4, "C": 5}


@pytest.mark.parametrize(
    ("wie", "plaats", "verwacht", "bereikt", "onder"),
    [
        ("C", 4, ("W1", "W2", "A", "C", "stil", "B"), 4, "A"),
        ("C", 3, ("W1", "W2", "C", "A", "stil", "B"), 3, None),
        ("C", 1, ("W1", "W2", "C", "A", "stil", "B"), 3, None),
        ("A", 5, ("W1", "W2", "stil", "B", "C", "A"), 5, "C"),
        ("A", 99, ("W1", "W2", "stil", "B", "C", "A"), 5, "C"),
        ("W1", 5, ("W2", "W1", "A", "stil", "B", "C"), 2, "W2"),
        ("W2", 1, ("W2", "W1", "A", "stil", "B", "C"), 1, None),
        ("B", 4, ("W1", "W2", "A", "B", "stil", "C"), 4, "A"),
    ],
)
def test_een_verplaatsing_eindigt_aan_de_grens_van_haar_groep(
    wie: str, plaats: int, verwacht: tuple[str, ...], bereikt: int, onder: str | None
) -> None:
    plan = _vier()
    uit = verplaats(plan, basisvolgorde(plan), OpdrachtCode(wie), plaats)
    assert uit == (codes(*verwacht), bereikt, onder)


def test_zonder_wettelijk_eerst_is_er_geen_grens() -> None:
    plan = Plan(opdrachten=_vier().opdrachten, instellingen=Instellingen(wettelijk_eerst=False))
    volgorde, bereikt, onder = verplaats(plan, basisvolgorde(plan), OpdrachtCode("C"), 1)
    assert volgorde[0] == "C"
    assert (bereikt, onder) == (1, None)


def test_een_onbekende_opdracht_verplaatsen_kan_niet() -> None:
    plan = _vier()
    with pytest.raises(InvoerError, match="'X' bestaat niet"):
        verplaats(plan, basisvolgorde(plan), OpdrachtCode("X"), 1)


@settings(max_examples=100, deadline=None)
@given(plannen(), st.integers(-2, 9), st.data())
def test_een_verplaatsing_laat_de_anderen_in_hun_volgorde(
    plan: Plan, plaats: int, data: st.DataObject
) -> None:
    volgorde = basisvolgorde(plan)
    wie = data.draw(st.sampled_from(volgorde))
    nieuw, bereikt, onder = verplaats(plan, volgorde, wie, plaats)
    assert sorted(nieuw) == sorted(volgorde)
    assert [c for c in nieuw if c != wie] == [c for c in volgorde if c != wie]
    plaats_nu = plaatsen(plan, nieuw)
    if wie in plaats_nu:
        assert plaats_nu[wie] == bereikt
    if onder is not None:
        assert nieuw.index(onder) + 1 == nieuw.index(wie)
    if plan.instellingen.wettelijk_eerst:
        wettelijk = {o.opdracht: o.wettelijk for o in plan.opdrachten}
        groepen = [wettelijk[code] for code in nieuw]
        assert groepen == sorted(groepen, reverse=True)
