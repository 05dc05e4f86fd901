"""A draft walked back to its start by `ongedaan` is the plan in force, to the fingerprint."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sturing.engine.uitkomst import reken
from sturing.store import concepten
from sturing.store.opslag import Opslag
from tests.engine import trekking
from tests.engine.scenarioplan import JAAR, basisplan

PLAN = basisplan()
GELDEND = reken(PLAN, JAAR)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 2**32), st.integers(1, 7))
def test_a_draft_undone_to_its_start_is_the_plan_in_force_again(
    opslag: Opslag, zaad: int, keer: int
) -> None:
    kans = Random(zaad)
    nu = concepten.maak(opslag, naam="c", eigenaar="anna", basis_levering=1)
    afdrukken, basis = [GELDEND.vingerafdruk], GELDEND
    for _ in range(keer):
        if nu.wijzigingen and kans.random() < 0.3:
            rest = kans.sample(nu.regels, len(nu.regels))[1:]
            nu = concepten.vervang(opslag, nu.id, rest, nu.versie)
        else:
            nu = concepten.voeg_toe(opslag, nu.id, trekking.wijziging(kans), nu.versie)
        basis = reken(PLAN, JAAR, nu.wijzigingen, basis=basis)
        afdrukken.append(basis.vingerafdruk)
    assert afdrukken.pop() == basis.vingerafdruk
    while nu.kan_ongedaan:
        nu = concepten.ongedaan(opslag, nu.id, nu.versie)
        basis = reken(PLAN, JAAR, nu.wijzigingen, basis=basis)
        assert basis.vingerafdruk == afdrukken.pop()
    assert (nu.wijzigingen, afdrukken) == ((), [])
    assert basis.effecten == GELDEND.effecten
    assert basis.stand == GELDEND.stand
