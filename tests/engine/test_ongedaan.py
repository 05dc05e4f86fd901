"""Any row of changes, calculated on from each other and undone: the plan in force again."""

from __future__ import annotations

from random import Random
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sturing.domain import wijziging as w
from sturing.engine.scenario import pas_toe
from sturing.engine.uitkomst import Uitkomst, reken
from tests.engine import trekking
from tests.engine.scenarioplan import JAAR, basisplan

PLAN = basisplan()
GELDEND = reken(PLAN, JAAR)


def eis_gelijk(een: Uitkomst, ander: Uitkomst) -> None:
    assert een.vingerafdruk == ander.vingerafdruk
    assert een.stand == ander.stand
    assert een.effecten == ander.effecten
    for veld in ("plaats", "toegekend", "budget_toegekend", "over", "budget_over"):
        assert np.array_equal(getattr(een.verdeling, veld), getattr(ander.verdeling, veld)), veld


def test_er_wordt_uit_alle_soorten_getrokken_en_van_elke_soort_past_er_een() -> None:
    assert set(trekking.SOORTEN) == set(get_args(w.Wijziging))
    for soort, trek in trekking.SOORTEN.items():
        kans = Random(4)
        pogingen = [trek(kans) for _ in range(30)]
        assert any(not pas_toe(PLAN, [p], JAAR).conflicten for p in pogingen), soort


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 7))
def test_stap_voor_stap_erbij_en_weer_ongedaan_geeft_telkens_wat_van_voren_af_aan_geeft(
    zaad: int, keer: int
) -> None:
    kans = Random(zaad)
    lijst = [trekking.wijziging(kans) for _ in range(keer)]
    basis, onderweg = GELDEND, []
    for aantal in range(1, keer + 1):
        basis = reken(PLAN, JAAR, lijst[:aantal], basis=basis)
        onderweg.append(basis)
    eis_gelijk(basis, reken(PLAN, JAAR, lijst))
    for aantal in range(keer - 1, -1, -1):
        basis = reken(PLAN, JAAR, lijst[:aantal], basis=basis)
        eis_gelijk(basis, onderweg[aantal - 1] if aantal else GELDEND)


@pytest.mark.parametrize("zaad", range(6))
def test_veel_verplaatsingen_op_elkaar_en_terug(zaad: int) -> None:
    kans = Random(zaad)
    lijst: list[w.Wijziging] = []
    basis = GELDEND
    for _ in range(25):
        if lijst and kans.random() < 0.4:
            lijst.pop(kans.randrange(len(lijst)))
        else:
            lijst.append(trekking.SOORTEN[w.Rang](kans))
        basis = reken(PLAN, JAAR, lijst, basis=basis)
        eis_gelijk(basis, reken(PLAN, JAAR, lijst))
    eis_gelijk(reken(PLAN, JAAR, (), basis=basis), GELDEND)
