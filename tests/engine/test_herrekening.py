"""One move after the other, calculated on from the last result: equal to a full pass, always."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.engine import herrekening as module
from sturing.engine.herrekening import Herrekening, herverdeel
from sturing.engine.model import build_model
from sturing.engine.rangorde import Rangorde
from sturing.engine.verdeling import (
    Geraakt,
    Uitgifte,
    controleer_deel,
    geef_uit,
    verdeel,
)
from sturing.engine.volgorde import basisvolgorde, verplaats
from sturing.engine.vraag import Int, Vraagstructuur, int_rij
from sturing.errors import InvariantError
from tests.engine.plannen import (
    FEB_2027,
    horizonnen,
    in_feb,
    jaar_capaciteit,
    kale_norm,
    opdracht,
    plannen,
    team,
)

METHODEN = list(Methode)
rustig = settings(max_examples=100, deadline=None)


def maak_vraag(kans: Random) -> Vraagstructuur:
    """Up to 14 opdrachten over 3 teams, 3 periods and 2 years of euros, tight everywhere."""
    n, teams, periodes = kans.randint(1, 14), 3, 3
    cellen, lijnen = [], []
    for rij in range(n):
        bronnen = kans.sample(range(teams * periodes), kans.randint(0, 5))
        cellen += [(rij, bron, kans.randint(1, 40)) for bron in sorted(bronnen)]
        lijnen += [
            (rij, kans.choice([-1, jaar]), kans.randint(1, 40), (range(2), range(2, 3))[jaar])
            for jaar in sorted(kans.sample(range(2), kans.randint(0, 2)))
        ]
    grens = np.arange(n + 1)
    return Vraagstructuur(
        n=n,
        periodes=periodes,
        aanbod=int_rij(kans.randint(0, 90) for _ in range(teams * periodes)),
        start=np.searchsorted(int_rij(rij for rij, *_ in cellen), grens).astype(np.int64),
        cel_bron=int_rij(bron for _, bron, _ in cellen),
        cel_gevraagd=int_rij(uren for *_, uren in cellen),
        budget=int_rij(kans.randint(0, 90) for _ in range(2)),
        lijn_start=np.searchsorted(int_rij(rij for rij, *_ in lijnen), grens).astype(np.int64),
        lijn_bron=int_rij(pot for _, pot, *_ in lijnen),
        lijn_gevraagd=int_rij(cent for _, _, cent, _ in lijnen),
        lijn_periodes=tuple(periode for *_, periode in lijnen),
    )


def gelijk(een: Uitgifte, ander: Uitgifte) -> bool:
    return all(
        np.array_equal(getattr(een, veld), getattr(ander, veld))
        for veld in ("toegekend", "budget_toegekend", "over", "budget_over")
    )


def zet_onder(rijen: list[int], rij: int, onder: int | None) -> list[int]:
    rest = [r for r in rijen if r != rij]
    plek = 0 if onder is None else rest.index(onder) + 1
    return [*rest[:plek], rij, *rest[plek:]]


@pytest.mark.parametrize("methode", METHODEN)
@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 8))
def test_na_elke_verplaatsing_is_herrekenen_gelijk_aan_een_volle_berekening(
    methode: Methode, zaad: int, keer: int
) -> None:
    kans = Random(zaad)
    vraag = maak_vraag(kans)
    rijen = kans.sample(range(vraag.n), vraag.n)
    lopend = Herrekening(vraag, np.array(rijen, dtype=np.int64), methode)
    for _ in range(keer):
        rij = kans.choice(rijen)
        onder = kans.choice([None, *(r for r in rijen if r != rij)])
        rijen = zet_onder(rijen, rij, onder)
        lopend.verplaats(rij, onder)
        assert lopend.rijen().tolist() == rijen
        vol = geef_uit(vraag, np.array(rijen, dtype=np.int64), methode)
        assert gelijk(lopend.uitgifte(), vol)
    assert lopend.vol_herrekend == 0


@pytest.mark.parametrize("methode", [Methode.SAMENHANGEND, Methode.ALLES_OF_NIETS])
def test_een_verplaatsing_die_te_ver_reikt_wordt_vol_herrekend_en_is_gelijk(
    methode: Methode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MINSTENS", 1)
    monkeypatch.setattr(module, "RUIMTE", dict.fromkeys(Methode, 1_000_000))
    kans = Random(7)
    terugvallen = 0
    for _ in range(20):
        vraag = maak_vraag(kans)
        rijen = list(range(vraag.n))
        lopend = Herrekening(vraag, np.array(rijen, dtype=np.int64), methode)
        for _ in range(4):
            rij = kans.choice(rijen)
            rijen = zet_onder(rijen, rij, None)
            lopend.verplaats(rij, None)
            assert gelijk(
                lopend.uitgifte(), geef_uit(vraag, np.array(rijen, dtype=np.int64), methode)
            )
        terugvallen += lopend.vol_herrekend
    assert terugvallen > 10


@pytest.mark.parametrize("methode", METHODEN)
def test_heen_en_terug_geeft_de_uitgifte_van_het_begin_en_laat_die_met_rust(
    methode: Methode,
) -> None:
    vraag = maak_vraag(Random(26))
    rijen: Int = np.arange(vraag.n, dtype=np.int64)
    begin = geef_uit(vraag, rijen, methode)
    for waarden in (begin.toegekend, begin.budget_toegekend, begin.over, begin.budget_over):
        waarden.setflags(write=False)
    lopend = Herrekening(vraag, rijen, methode, begin)
    anders = 0
    for rij in range(1, vraag.n):
        lopend.verplaats(rij, None)
        anders += not gelijk(lopend.uitgifte(), begin)
        lopend.verplaats(rij, rij - 1)
        assert gelijk(lopend.uitgifte(), begin)
    assert anders


@rustig
@given(plannen(), horizonnen, st.sampled_from(METHODEN), st.data())
def test_een_andere_volgorde_van_een_plan_wordt_verdeeld_als_van_voren_af_aan(
    plan: Plan, horizon: Horizon, methode: Methode, data: st.DataObject
) -> None:
    model = build_model(plan, horizon)
    begin = basisvolgorde(plan)
    vorige = verdeel(model, begin, methode)
    volgorde = begin
    for _ in range(data.draw(st.integers(0, 3))):
        wie = data.draw(st.sampled_from(plan.opdrachten)).opdracht
        volgorde, _, _ = verplaats(plan, volgorde, wie, data.draw(st.integers(1, 7)))
    vol, snel = verdeel(model, volgorde, methode), herverdeel(vorige, volgorde)
    assert snel.volgorde == vol.volgorde
    assert snel.methode is methode
    for veld in ("plaats", "toegekend", "budget_toegekend", "over", "budget_over"):
        assert np.array_equal(getattr(snel, veld), getattr(vol, veld)), veld
    terug = herverdeel(snel, begin)
    assert np.array_equal(terug.toegekend, vorige.toegekend)
    assert np.array_equal(terug.over, vorige.over)


@pytest.mark.parametrize("methode", METHODEN)
@settings(max_examples=30, deadline=None)
@given(st.permutations([f"O{nummer:02d}" for nummer in range(20)]))
def test_een_heel_andere_volgorde_wordt_ook_verdeeld_als_van_voren_af_aan(
    methode: Methode, codes: list[str]
) -> None:
    plan = Plan(
        teams=(team("T1"), team("T2")),
        normen=(kale_norm(),),
        capaciteit=(jaar_capaciteit("T1", "1"), jaar_capaciteit("T2", "0.5")),
        opdrachten=tuple(opdracht(code) for code in sorted(codes)),
        inzet=tuple(
            in_feb(code, teamcode, 900 + 7 * nummer)
            for nummer, code in enumerate(sorted(codes))
            for teamcode in ("T1", "T2")[: 1 + nummer % 2]
        ),
    )
    vorige = verdeel(build_model(plan, FEB_2027), basisvolgorde(plan), methode)
    volgorde = [OpdrachtCode(code) for code in codes]
    vol, snel = verdeel(vorige.model, volgorde, methode), herverdeel(vorige, volgorde)
    assert np.array_equal(snel.toegekend, vol.toegekend)
    assert np.array_equal(snel.over, vol.over)
    assert np.array_equal(snel.plaats, vol.plaats)


def test_een_onvolledige_volgorde_is_een_fout_ook_bij_herrekenen() -> None:
    plan = Plan(teams=(team("T1"),), opdrachten=(opdracht("O1"), opdracht("O2")))
    vorige = verdeel(build_model(plan, FEB_2027), basisvolgorde(plan), Methode.STRIKT)
    een, twee = (o.opdracht for o in plan.opdrachten)
    assert herverdeel(vorige, (een, twee)) is vorige
    for fout in ((een,), (een, een)):
        with pytest.raises(InvariantError):
            herverdeel(vorige, fout)


def test_een_kapot_deel_wordt_niet_getoond() -> None:
    """One resource of 100 hours; O0 asks 80 of it, O1 60 and 10 of another with 50."""
    vraag = Vraagstructuur(
        n=2,
        periodes=1,
        aanbod=int_rij([100, 50]),
        start=int_rij([0, 1, 3]),
        cel_bron=int_rij([0, 0, 1]),
        cel_gevraagd=int_rij([80, 60, 10]),
        budget=int_rij([]),
        lijn_start=int_rij([0, 0, 0]),
        lijn_bron=int_rij([]),
        lijn_gevraagd=int_rij([]),
        lijn_periodes=(),
    )
    geraakt = Geraakt(bronnen=int_rij([0]), potten=int_rij([]), rijen=int_rij([1]))

    def keur(methode: Methode, uren: list[int], over: list[int]) -> None:
        leeg = int_rij([])
        uit = Uitgifte(
            toegekend=int_rij(uren), budget_toegekend=leeg, over=int_rij(over), budget_over=leeg
        )
        controleer_deel(vraag, uit, methode, geraakt)

    keur(Methode.STRIKT, [80, 20, 10], [0, 40])
    keur(Methode.ALLES_OF_NIETS, [80, 0, 0], [20, 50])
    for uren, over in (
        ([-1, 60, 10], [41, 40]),
        ([90, 10, 10], [0, 40]),
        ([80, 60, 10], [-40, 40]),
        ([80, 20, 10], [1, 40]),
    ):
        with pytest.raises(InvariantError):
            keur(Methode.SAMENHANGEND, uren, over)
    with pytest.raises(InvariantError, match="blijft niets over"):
        keur(Methode.STRIKT, [80, 10, 10], [10, 40])
    with pytest.raises(InvariantError, match="alles of niets"):
        keur(Methode.ALLES_OF_NIETS, [80, 0, 10], [20, 40])


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_de_minste_verplaatsingen_die_een_volgorde_verklaren_worden_gevonden(zaad: int) -> None:
    kans = Random(zaad)
    oud = [str(nummer) for nummer in range(12)]
    nieuw = list(oud)
    verzet = kans.sample(oud, kans.randint(0, 3))
    for code in verzet:
        nieuw.remove(code)
        nieuw.insert(kans.randint(0, len(nieuw)), code)
    gevonden = module._verplaatst(oud, nieuw)  # type: ignore[arg-type]
    assert len(gevonden) <= len(verzet)
    weg = {nieuw[plek] for plek in gevonden}
    assert [c for c in nieuw if c not in weg] == [c for c in oud if c not in weg]


@pytest.mark.parametrize("stap", [2, 4])
def test_rangen_worden_opnieuw_uitgedeeld_als_er_geen_ruimte_meer_is(
    stap: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sturing.engine.rangorde.STAP", stap)
    kans = Random(stap)
    orde, rijen = Rangorde(np.arange(6)), list(range(6))
    for _ in range(200):
        rij = kans.choice(rijen)
        onder = kans.choice([None, *(r for r in rijen if r != rij)])
        if orde.staat_onder(rij) != onder:
            orde.zet(rij, onder, orde.nieuwe_rang(rij, onder))
        rijen = zet_onder(rijen, rij, onder)
        assert orde.rijen().tolist() == rijen
        assert len(set(orde.rang.tolist())) == 6
    with pytest.raises(InvariantError, match="onder zichzelf"):
        orde.nieuwe_rang(1, 1)
