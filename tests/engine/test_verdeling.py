"""The allocation against a second, plain implementation, and every invariant of section 4."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import Methode, Status
from sturing.domain.plan import Instellingen, Plan
from sturing.domain.tijd import Horizon
from sturing.engine.model import build_model
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.verdeling import Uitgifte, controleer, verdeel
from sturing.engine.volgorde import verplaats
from sturing.errors import InvariantError
from tests.engine import orakel
from tests.engine.plannen import (
    FEB_2027,
    capaciteit,
    horizonnen,
    in_feb,
    jaar_capaciteit,
    kale_norm,
    opdracht,
    plannen,
    team,
)

rustig = settings(max_examples=100, deadline=None)
METHODEN = list(Methode)


def uren(uitkomst: Uitkomst) -> dict[tuple[str, str, tuple[int, int]], int]:
    model = uitkomst.model
    uit = {}
    for nummer, deel in enumerate(uitkomst.verdeling.toegekend.tolist()):
        code, teamcode, maand = model.cel(nummer)
        uit[str(code), str(teamcode), (maand.jaar, maand.maand)] = deel
    return uit


def euros(uitkomst: Uitkomst) -> dict[tuple[str, str, int], int]:
    return {
        (lijn.opdracht, lijn.programma, lijn.jaar): deel
        for lijn, deel in zip(
            uitkomst.model.budgetlijnen,
            uitkomst.verdeling.budget_toegekend.tolist(),
            strict=True,
        )
    }


def met_methode(plan: Plan, methode: Methode) -> Plan:
    return replace(plan, instellingen=replace(plan.instellingen, methode=methode))


@rustig
@given(plannen(), horizonnen)
def test_elk_uur_en_elke_euro_is_die_van_het_rekenmodel(plan: Plan, horizon: Horizon) -> None:
    uitkomst = reken(plan, horizon)
    verwacht_uren, verwacht_euros = orakel.verdeel(plan, horizon)
    aanbod = orakel.aanbod(plan, horizon)
    model = uitkomst.model
    for t, code in enumerate(model.teams):
        for m, maand in enumerate(model.maanden):
            assert model.aanbod.netto[t, m] == aanbod[code, (maand.jaar, maand.maand)]
    assert uitkomst.verdeling.volgorde == tuple(o.opdracht for o in orakel.volgorde(plan))
    assert uren(uitkomst) == verwacht_uren
    assert euros(uitkomst) == verwacht_euros


@rustig
@given(plannen(), horizonnen, st.randoms(use_true_random=False))
def test_de_volgorde_van_de_rijen_maakt_niets_uit(
    plan: Plan, horizon: Horizon, kans: random.Random
) -> None:
    geschud: dict[str, Any] = {
        veld: tuple(kans.sample(waarde, len(waarde)))
        for veld in plan.__dataclass_fields__
        if isinstance(waarde := getattr(plan, veld), tuple)
    }
    een, ander = reken(plan, horizon), reken(replace(plan, **geschud), horizon)
    assert uren(een) == uren(ander)
    assert euros(een) == euros(ander)
    assert een.effecten == ander.effecten
    assert een.effecten.focus == ander.effecten.focus
    assert een.vingerafdruk == ander.vingerafdruk


@rustig
@given(plannen(), horizonnen, st.sampled_from(METHODEN))
def test_toegekend_blijft_tussen_nul_en_gevraagd_en_binnen_het_aanbod(
    plan: Plan, horizon: Horizon, methode: Methode
) -> None:
    uitkomst = reken(met_methode(plan, methode), horizon)
    vraag, verdeling = uitkomst.model.vraag, uitkomst.verdeling
    assert (verdeling.toegekend >= 0).all()
    assert (verdeling.toegekend <= vraag.cel_gevraagd).all()
    som = np.bincount(vraag.cel_bron, verdeling.toegekend, minlength=len(vraag.aanbod))
    assert (som <= vraag.aanbod).all()
    assert (som + verdeling.over == vraag.aanbod).all()


@rustig
@given(plannen(), horizonnen, st.sampled_from(METHODEN), st.data())
def test_hoger_zetten_verlaagt_de_eigen_uren_en_euros_nooit(
    plan: Plan, horizon: Horizon, methode: Methode, data: st.DataObject
) -> None:
    plan = replace(plan, instellingen=Instellingen(methode=methode, wettelijk_eerst=False))
    voor = reken(plan, horizon)
    assume(voor.verdeling.volgorde)
    regel = data.draw(st.sampled_from(voor.effecten.opdrachten))
    past = regel.past
    for plaats in range(regel.plaats - 1, 0, -1):
        volgorde, bereikt, _ = verplaats(plan, voor.stand.volgorde, regel.opdracht, plaats)
        assert bereikt == plaats
        na = verdeel(voor.model, volgorde, methode)
        eigen = voor.model.vraag.cel_opdracht == voor.model.index[regel.opdracht]
        euro = voor.model.vraag.lijn_opdracht == voor.model.index[regel.opdracht]
        hoger = int(na.toegekend[eigen].sum())
        hoger_euro = int(na.budget_toegekend[euro].sum())
        assert hoger >= regel.toegekend_honderdste
        assert hoger_euro >= regel.toegekend_cent
        past_nu = hoger == regel.gevraagd_honderdste and (
            methode is Methode.STRIKT or hoger_euro == regel.gevraagd_cent
        )
        assert past_nu or not past
        past = past_nu


@rustig
@given(plannen(), horizonnen)
def test_strikt_laat_niets_liggen_waar_nog_vraag_is(plan: Plan, horizon: Horizon) -> None:
    uitkomst = reken(met_methode(plan, Methode.STRIKT), horizon)
    vraag, verdeling = uitkomst.model.vraag, uitkomst.verdeling
    tekort = vraag.cel_gevraagd > verdeling.toegekend
    assert not verdeling.over[vraag.cel_bron[tekort]].any()


@rustig
@given(plannen(), horizonnen, st.data())
def test_strikt_parkeren_schaadt_geen_ander(
    plan: Plan, horizon: Horizon, data: st.DataObject
) -> None:
    plan = met_methode(plan, Methode.STRIKT)
    weg = data.draw(st.sampled_from(plan.opdrachten)).opdracht
    zonder = replace(
        plan,
        opdrachten=tuple(
            replace(o, status=Status.PARKEERPLAATS) if o.opdracht == weg else o
            for o in plan.opdrachten
        ),
    )
    voor, na = reken(plan, horizon), reken(zonder, horizon)
    uren_na, euros_na = uren(na), euros(na)
    assert all(uren_na[s] >= deel for s, deel in uren(voor).items() if s[0] != weg)
    assert all(euros_na[e] >= deel for e, deel in euros(voor).items() if e[0] != weg)


@rustig
@given(plannen(), horizonnen)
def test_strikt_meer_aanbod_verlaagt_het_totaal_nooit(plan: Plan, horizon: Horizon) -> None:
    plan = met_methode(plan, Methode.STRIKT)
    extra = tuple(capaciteit(t.team, "0.3", horizon.van, horizon.tot) for t in plan.teams)
    meer = replace(plan, scenario_aanbod=extra)
    voor, na = reken(plan, horizon), reken(meer, horizon)
    assert (
        na.effecten.organisatie.toegekend_honderdste
        >= voor.effecten.organisatie.toegekend_honderdste
    )


@rustig
@given(plannen(), horizonnen, st.integers(1, 5_000), st.data())
def test_strikt_meer_vragen_geeft_nooit_minder(
    plan: Plan, horizon: Horizon, extra: int, data: st.DataObject
) -> None:
    plan = met_methode(plan, Methode.STRIKT)
    assume(plan.inzet)
    rij = data.draw(st.sampled_from(plan.inzet))
    meer = replace(
        plan,
        inzet=(*plan.inzet, replace(rij, uren_honderdste=extra)),
    )
    voor = {r.opdracht: r for r in reken(plan, horizon).effecten.opdrachten}
    na = {r.opdracht: r for r in reken(meer, horizon).effecten.opdrachten}
    if rij.opdracht in voor:
        assert na[rij.opdracht].toegekend_honderdste >= voor[rij.opdracht].toegekend_honderdste


def test_samenhangend_vergelijkt_verhoudingen_exact_ook_boven_64_bits() -> None:
    miljard_euro = 1_000_000_000_00
    groot = opdracht("O1", programma="P1", budget_cent=9 * miljard_euro)
    plan = Plan(
        teams=(team("T1"), team("T2")),
        normen=(kale_norm(),),
        capaciteit=(jaar_capaciteit("T1", "1000"), jaar_capaciteit("T2", "1000")),
        opdrachten=(groot,),
        inzet=(in_feb("O1", "T1", 100_000_000), in_feb("O1", "T2", 99_999_999)),
        instellingen=Instellingen(methode=Methode.SAMENHANGEND),
    )
    # T1 has 1000 x 100 hours and is asked for 1,000,000: one tenth. T2 gives the same tenth.
    assert list(uren(reken(plan, FEB_2027)).values()) == [10_000_000, 9_999_999]


def test_een_kapotte_uitgifte_wordt_niet_getoond() -> None:
    plan = Plan(
        teams=(team("T1"),),
        normen=(kale_norm(),),
        capaciteit=(jaar_capaciteit("T1", "1"),),
        opdrachten=(opdracht("O1"),),
        inzet=(in_feb("O1", "T1", 20_000),),
    )
    vraag = build_model(plan, FEB_2027).vraag
    goed = reken(plan, FEB_2027).verdeling
    assert goed.toegekend.tolist() == [10_000]

    def uitgifte(toegekend: int, over: int) -> Uitgifte:
        return Uitgifte(
            toegekend=np.array([toegekend]),
            budget_toegekend=np.array([], dtype=np.int64),
            over=np.array([over]),
            budget_over=np.array([], dtype=np.int64),
        )

    for fout in (uitgifte(-1, 10_001), uitgifte(20_001, 0), uitgifte(15_000, -5_000)):
        with pytest.raises(InvariantError):
            controleer(vraag, fout, Methode.SAMENHANGEND)
    with pytest.raises(InvariantError, match="blijft niets over"):
        controleer(vraag, uitgifte(9_000, 1_000), Methode.STRIKT)
    with pytest.raises(InvariantError, match="alles of niets"):
        controleer(vraag, uitgifte(9_000, 1_000), Methode.ALLES_OF_NIETS)


def test_een_volgorde_zonder_een_vragende_opdracht_is_een_fout() -> None:
    plan = Plan(teams=(team("T1"),), opdrachten=(opdracht("O1"), opdracht("O2")))
    model = build_model(plan, FEB_2027)
    with pytest.raises(InvariantError):
        verdeel(model, [plan.opdrachten[0].opdracht], Methode.STRIKT)
    assert model.teams == (TeamCode("T1"),)
