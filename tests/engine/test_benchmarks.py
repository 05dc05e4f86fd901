"""The benchmarks measure the same thing three times: their results are equal. Never timed here."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from benchmarks.de_bilt import JAAR, OPDRACHTEN, RIJEN, TEAMS, maak_plan
from benchmarks.maten import Maat, maak_volgorde, maak_vraag
from benchmarks.verdeling import maak_duckdb, maak_pandas, met_engine
from benchmarks.verplaatsing import eis_gelijk, verplaats
from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Horizon
from sturing.engine.herrekening import Herrekening
from sturing.engine.model import build_model


@pytest.mark.parametrize("zaad", [1, 2, 3])
def test_rekenkern_pandas_en_duckdb_verdelen_gelijk(zaad: int) -> None:
    maat = Maat(teams=5, opdrachten=60, periodes=7, herhalingen=1)
    vraag, rijen = maak_vraag(maat, zaad), maak_volgorde(maat, zaad)
    verwacht = met_engine(vraag, rijen)
    assert 0 < verwacht.sum() < vraag.cel_gevraagd.sum()
    assert np.array_equal(maak_pandas(vraag)(rijen), verwacht)
    assert np.array_equal(maak_duckdb(vraag)(rijen), verwacht)


@pytest.mark.parametrize("methode", list(Methode))
def test_verplaatsen_wordt_gemeten_op_een_uitkomst_die_gelijk_is_aan_een_volle(
    methode: Methode,
) -> None:
    maat = Maat(teams=5, opdrachten=60, periodes=7, herhalingen=1)
    vraag, kans = maak_vraag(maat), Random(3)
    lopend = Herrekening(vraag, maak_volgorde(maat), methode)
    voor = lopend.uitgifte()
    for _ in range(20):
        verplaats(lopend, vraag.n, kans)
        eis_gelijk(vraag, lopend, methode)
    assert not np.array_equal(voor.toegekend, lopend.uitgifte().toegekend)
    ander = Herrekening(vraag, lopend.rijen()[::-1], methode, lopend.uitgifte())
    with pytest.raises(SystemExit, match="niet gelijk"):
        eis_gelijk(vraag, ander, methode)


def test_het_plan_om_te_meten_is_zo_groot_als_de_bilt() -> None:
    plan = maak_plan()
    model = build_model(plan, Horizon.planjaar(JAAR))
    assert (len(model.teams), len(model.opdrachten), len(plan.inzet)) == (TEAMS, OPDRACHTEN, RIJEN)
    assert int(model.vraag.cel_gevraagd.sum()) > int(model.aanbod.netto.sum())
