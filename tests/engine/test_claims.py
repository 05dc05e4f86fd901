"""Claims and proposals: cases to check by hand, and what always holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.domain.plan import Instellingen, Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.claims import (
    Claims,
    Partij,
    bepaal_claims,
    leg_over_elkaar,
)
from sturing.engine.claimvoorstel import (
    Voorstelsoort,
    naar_verhouding,
    om_de_beurt,
    verdeel_ruimte,
    voorstellen,
)
from sturing.engine.strijd import meeste_strijd, strijd_met
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.volgorde import groep, vragers
from sturing.errors import InvoerError
from tests.engine.plannen import (
    FEB_2027,
    horizonnen,
    in_feb,
    inzet,
    jaar_capaciteit,
    kale_norm,
    opdracht,
    plannen,
    team,
)

FEB = Maand(2027, 2)


def code(tekst: str) -> OpdrachtCode:
    return OpdrachtCode(tekst)


def partij(sleutel: str, *codes: str) -> Partij:
    return Partij(sleutel=sleutel, opdrachten=frozenset(map(OpdrachtCode, codes)))


def strijdplan(**velden: Any) -> Plan:
    """T1 has 100 hours in February, T2 50. In order A1 60, X1 10, B1 30, B2 40, A2 20 of T1; A1
    and B1 ask 20 and 15 of T2."""
    standaard: dict[str, Any] = {
        "teams": (team("T1"), team("T2")),
        "normen": (kale_norm(),),
        "capaciteit": (jaar_capaciteit("T1", "1"), jaar_capaciteit("T2", "0.5")),
        "opdrachten": (
            opdracht("A1", rang=1, financiele_waarde=Decimal(1)),
            opdracht("X1", rang=2),
            opdracht("B1", rang=3, financiele_waarde=Decimal(2)),
            opdracht("B2", rang=4, financiele_waarde=Decimal(4)),
            opdracht("A2", rang=5, financiele_waarde=Decimal(1)),
        ),
        "inzet": (
            in_feb("A1", "T1", 6_000),
            in_feb("X1", "T1", 1_000),
            in_feb("B1", "T1", 3_000),
            in_feb("B2", "T1", 4_000),
            in_feb("A2", "T1", 2_000),
            in_feb("A1", "T2", 2_000),
            in_feb("B1", "T2", 1_500),
        ),
    }
    return Plan(**(standaard | velden))


A, B = partij("A", "A1", "A2"), partij("B", "B1", "B2")


def claims_van(plan: Plan, *partijen: Partij, horizon: Horizon = FEB_2027) -> Claims:
    return bepaal_claims(reken(plan, horizon), partijen)


def minder(wijzigingen: tuple[w.Wijziging, ...]) -> dict[tuple[str, str], int]:
    assert all(isinstance(x, w.InzetWijziging) for x in wijzigingen)
    return {(x.team, x.opdracht): -x.uren_honderdste for x in wijzigingen}  # type: ignore[union-attr]


# What is contested ------------------------------------------------------------------------------


def test_een_teammaand_is_betwist_als_zij_samen_meer_vragen_dan_er_voor_hen_over_is() -> None:
    (betwist,) = claims_van(strijdplan(), B, A).betwist
    assert (betwist.team, betwist.maand) == ("T1", FEB)
    assert (betwist.aanbod_honderdste, betwist.ruimte_honderdste) == (10_000, 9_000)
    assert (betwist.gevraagd_honderdste, betwist.tekort_honderdste) == (15_000, 6_000)
    vraagt = {a.partij: (a.gevraagd_honderdste, a.toegekend_honderdste) for a in betwist.aandelen}
    assert vraagt == {"A": (8_000, 6_000), "B": (7_000, 3_000)}
    assert [(v.opdracht, v.gevraagd_honderdste) for v in betwist.aandelen[0].vragers] == [
        ("A1", 6_000),
        ("A2", 2_000),
    ]
    assert [(v.opdracht, v.toegekend_honderdste) for v in betwist.anderen] == [("X1", 1_000)]


def test_wie_alleen_te_veel_vraagt_betwist_niets_met_een_ander() -> None:
    alleen = partij("A", "A1", "A2", "B1", "B2")
    assert claims_van(strijdplan(), alleen, partij("X", "X1")).betwist != ()
    assert claims_van(strijdplan(), alleen, partij("leeg")).betwist == ()
    ruim = strijdplan(capaciteit=(jaar_capaciteit("T1", "2"), jaar_capaciteit("T2", "0.5")))
    assert claims_van(ruim, A, B).betwist == ()


def test_een_verkeerde_keuze_van_partijen_is_een_fout() -> None:
    for fout in ((A,), (A, partij("A", "B1")), (A, partij("B", "A1"))):
        with pytest.raises(InvoerError):
            claims_van(strijdplan(), *fout)


def test_met_wie_een_partij_het_meest_strijdt() -> None:
    uitkomst = reken(strijdplan(), FEB_2027)
    x, los = partij("X", "X1"), partij("0", "A2")
    assert meeste_strijd(uitkomst, partij("A", "A1"), [x, B, los]) == B
    assert meeste_strijd(uitkomst, x, [x, partij("Z")]) is None


@given(plan=plannen(), horizon=horizonnen, aantal=st.integers(2, 4))
@settings(max_examples=60, deadline=None)
def test_de_strijd_met_velen_is_die_van_elk_paar(plan: Plan, horizon: Horizon, aantal: int) -> None:
    uitkomst = reken(plan, horizon)
    codes = sorted(o.opdracht for o in plan.opdrachten)
    een, *anderen = (partij(f"P{i}", *codes[i::aantal]) for i in range(aantal))
    verwacht: dict[str, dict[str, int]] = {}
    for ander in anderen:
        per: dict[str, int] = defaultdict(int)
        for betwist in bepaal_claims(uitkomst, (een, ander)).betwist:
            per[betwist.team] += betwist.tekort_honderdste
        if per:
            verwacht[ander.sleutel] = dict(per)
    assert strijd_met(uitkomst, een, anderen) == verwacht


# Proposals by hand ------------------------------------------------------------------------------


def test_om_de_beurt_zet_ieder_zijn_volgende_opdracht_op_de_hoogste_vrije_plaats() -> None:
    plan = strijdplan()
    stappen = om_de_beurt(claims_van(plan, B, A))
    na = reken(plan, FEB_2027, stappen)
    assert na.stand.conflicten == ()
    assert na.verdeling.volgorde == ("A1", "X1", "B1", "A2", "B2")
    assert stappen == (w.Rang(opdracht=code("A2"), oude_plaats=5, plaats=4, onder=code("B1")),)


def test_gelijke_delen_geven_wat_de_een_niet_nodig_heeft_aan_de_ander() -> None:
    assert verdeel_ruimte(90, {"A": 80, "B": 70}, dict.fromkeys("AB", Fraction(1))) == {
        "A": 45,
        "B": 45,
    }
    drie = dict.fromkeys("ABC", Fraction(1))
    assert verdeel_ruimte(100, {"C": 90, "A": 10, "B": 80}, drie) == {"A": 10, "B": 45, "C": 45}
    assert verdeel_ruimte(10, {"C": 9, "A": 9, "B": 9}, drie) == {"A": 4, "B": 3, "C": 3}
    gewogen = {"A": Fraction(1, 2), "B": Fraction(3, 2), "C": Fraction(0)}
    assert verdeel_ruimte(40, {"A": 30, "B": 90, "C": 5}, gewogen) == {"A": 10, "B": 30, "C": 0}
    assert verdeel_ruimte(140, {"A": 30, "B": 90, "C": 50}, gewogen) == {"A": 30, "B": 90, "C": 20}


def test_gelijk_en_naar_score_worden_minder_uren_per_opdracht_en_team() -> None:
    plan = strijdplan()
    claims = claims_van(plan, A, B)
    # 9,000 left: 4,500 each. A gives up 3,500 in proportion 3 to 1, B 2,500 in proportion 3 to 4.
    assert minder(naar_verhouding(claims, op_score=False)) == {
        ("T1", "A1"): 2_625,
        ("T1", "A2"): 875,
        ("T1", "B1"): 1_071,
        ("T1", "B2"): 1_429,
    }
    # Scores 2 and 6: A may have 2,250 of the 8,000 that it asks, B 6,750 of its 7,000.
    assert minder(naar_verhouding(claims, op_score=True)) == {
        ("T1", "A1"): 4_313,
        ("T1", "A2"): 1_437,
        ("T1", "B1"): 107,
        ("T1", "B2"): 143,
    }
    na = reken(plan, FEB_2027, naar_verhouding(claims, op_score=False))
    assert na.stand.conflicten == ()
    krijgt = {r.opdracht: r.toegekend_honderdste for r in na.effecten.opdrachten}
    assert krijgt["A2"] == 1_125
    assert krijgt["B1"] - 1_500 + krijgt["B2"] == 4_500


def test_wettelijk_werk_levert_niets_in_en_gaat_voor() -> None:
    plan = strijdplan()
    wettelijk = tuple(replace(o, wettelijk=o.opdracht == "B2") for o in plan.opdrachten)
    plan = replace(plan, opdrachten=wettelijk)
    claims = claims_van(plan, A, B)
    (betwist,) = claims.betwist
    beschermd = {v.opdracht for a in betwist.aandelen for v in a.vragers if v.beschermd}
    assert beschermd == {"B2"}
    # B2 goes first and X1 gets nothing: after the 4,000 of B2, 6,000 are left for A (8,000) and
    # B1 (3,000). Half each: B1 gives up nothing, A 5,000 in proportion 3 to 1.
    assert minder(naar_verhouding(claims, op_score=False)) == {
        ("T1", "A1"): 3_750,
        ("T1", "A2"): 1_250,
    }
    zonder = replace(plan, instellingen=Instellingen(wettelijk_eerst=False))
    assert ("T1", "B2") in minder(naar_verhouding(claims_van(zonder, A, B), op_score=False))
    na = reken(plan, FEB_2027, om_de_beurt(claims))
    assert na.verdeling.volgorde[0] == "B2"


def test_een_rij_die_ook_buiten_de_planperiode_ligt_levert_genoeg_in() -> None:
    lang = inzet("A1", "T1", date(2027, 2, 1), date(2028, 6, 30), 60_000)
    plan = strijdplan()
    plan = replace(plan, inzet=(lang, *plan.inzet[1:]))
    claims = claims_van(plan, A, B)
    (betwist,) = claims.betwist
    na = reken(plan, FEB_2027, naar_verhouding(claims, op_score=False))
    assert na.stand.conflicten == ()
    over = claims_van_uitkomst_gevraagd(na, [A, B])["T1"]
    assert betwist.ruimte_honderdste - 5 <= over <= betwist.ruimte_honderdste


# What always holds ------------------------------------------------------------------------------


def claims_van_uitkomst_gevraagd(uitkomst: Uitkomst, partijen: list[Partij]) -> dict[str, int]:
    """Asked of every team in the horizon by the parties together."""
    eigen = frozenset().union(*(p.opdrachten for p in partijen))
    som: dict[str, int] = defaultdict(int)
    for nummer, uren in enumerate(uitkomst.model.vraag.cel_gevraagd.tolist()):
        wie, teamcode, _ = uitkomst.model.cel(nummer)
        if wie in eigen:
            som[teamcode] += uren
    return som


def partijen_van(plan: Plan, kans: Random) -> list[Partij]:
    sleutels = ["A", "B", "C", ""]
    van = {o.opdracht: kans.choice(sleutels) for o in plan.opdrachten}
    return [
        Partij(sleutel=s, opdrachten=frozenset(o for o, p in van.items() if p == s))
        for s in kans.sample(sleutels[:3], 3)
    ]


@settings(max_examples=40, deadline=None)
@given(plannen(), horizonnen, st.randoms(use_true_random=False))
def test_elk_voorstel_past_en_de_volgorde_van_de_partijen_maakt_niets_uit(
    plan: Plan, horizon: Horizon, kans: Random
) -> None:
    partijen = partijen_van(plan, kans)
    uitkomst = reken(plan, horizon)
    claims = bepaal_claims(uitkomst, partijen)
    voorstel = voorstellen(claims)
    assert [v.soort for v in voorstel] == list(Voorstelsoort)
    ander = bepaal_claims(uitkomst, partijen[::-1])
    assert (ander.betwist, voorstellen(ander)) == (claims.betwist, voorstel)
    for een in voorstel:
        na = reken(plan, horizon, een.wijzigingen, basis=uitkomst)
        assert na.stand.conflicten == ()
        assert na.stand.volgorde != () or not plan.opdrachten
    for betwist in claims.betwist:
        assert len(betwist.aandelen) > 1
        assert betwist.tekort_honderdste > 0
        krijgen = sum(a.toegekend_honderdste for a in betwist.aandelen)
        anderen = sum(v.toegekend_honderdste for v in betwist.anderen)
        assert krijgen <= betwist.ruimte_honderdste == betwist.aanbod_honderdste - anderen


@settings(max_examples=40, deadline=None)
@given(plannen(), horizonnen, st.randoms(use_true_random=False))
def test_om_de_beurt_laat_ieder_ander_staan_en_ieders_eigen_volgorde_heel(
    plan: Plan, horizon: Horizon, kans: Random
) -> None:
    partijen = partijen_van(plan, kans)
    voor = reken(plan, horizon)
    na = reken(plan, horizon, om_de_beurt(bepaal_claims(voor, partijen)), basis=voor)
    oud, nieuw = voor.verdeling.volgorde, na.verdeling.volgorde
    eigen = frozenset().union(*(p.opdrachten for p in partijen))
    assert [c if c not in eigen else None for c in oud] == [
        c if c not in eigen else None for c in nieuw
    ]
    groepen = {o.opdracht: groep(plan, o) for o in plan.opdrachten}
    assert [groepen[c] for c in oud] == [groepen[c] for c in nieuw]
    for g in (0, 1):
        beurten = []
        for p in sorted(partijen, key=lambda p: p.sleutel):
            rij = [c for c in oud if c in p.opdrachten and groepen[c] == g]
            assert [c for c in nieuw if c in p.opdrachten and groepen[c] == g] == rij
            beurten += [(nummer, p.sleutel, c) for nummer, c in enumerate(rij)]
        assert [c for c in nieuw if c in eigen and groepen[c] == g] == [
            c for *_, c in sorted(beurten)
        ]


@settings(max_examples=40, deadline=None)
@given(plannen(), horizonnen, st.randoms(use_true_random=False), st.booleans())
def test_na_een_verdeling_vragen_zij_per_team_niet_meer_dan_er_voor_hen_is(
    plan: Plan, horizon: Horizon, kans: Random, op_score: bool
) -> None:
    plan = replace(
        plan,
        instellingen=Instellingen(methode=kans.choice(list(Methode)), wettelijk_eerst=False),
    )
    partijen = partijen_van(plan, kans)
    voor = reken(plan, horizon)
    claims = bepaal_claims(voor, partijen)
    wijzigingen = naar_verhouding(claims, op_score=op_score)
    assume(wijzigingen)
    nu = claims_van_uitkomst_gevraagd(voor, partijen)
    straks = claims_van_uitkomst_gevraagd(reken(plan, horizon, wijzigingen), partijen)
    tekort: dict[str, int] = defaultdict(int)
    for betwist in claims.betwist:
        tekort[betwist.team] += betwist.tekort_honderdste
    for teamcode, uren in nu.items():
        assert straks[teamcode] <= uren - tekort[teamcode]
    binnen = {
        (rij.opdracht, rij.team): rij.van >= horizon.van.eerste_dag
        and rij.tot <= horizon.tot.laatste_dag
        for rij in plan.inzet
    }
    if all(binnen.values()):
        assert -sum(x.uren_honderdste for x in wijzigingen) == sum(tekort.values())  # type: ignore[union-attr]


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, 200),
    st.dictionaries(st.sampled_from("ABCDE"), st.tuples(st.integers(1, 90), st.fractions(0, 9))),
)
def test_geen_uur_gaat_verloren_en_niemand_krijgt_meer_dan_hij_vraagt(
    ruimte: int, partijen: dict[str, tuple[int, Fraction]]
) -> None:
    gevraagd = {s: uren for s, (uren, _) in partijen.items()}
    gewichten = {s: gewicht for s, (_, gewicht) in partijen.items()}
    krijgt = verdeel_ruimte(ruimte, gevraagd, gewichten)
    assert sum(krijgt.values()) == min(ruimte, sum(gevraagd.values()))
    assert all(0 <= krijgt[s] <= gevraagd[s] for s in gevraagd)
    omgekeerd = dict(reversed(gevraagd.items()))
    assert verdeel_ruimte(ruimte, omgekeerd, gewichten) == krijgt
    for een in gevraagd:
        for ander in gevraagd:
            if krijgt[een] < gevraagd[een] and gewichten[een] > 0:
                # By weight nobody has more than who is short, a remainder of 1 on each side apart.
                assert (krijgt[ander] - 1) * gewichten[een] <= (krijgt[een] + 1) * gewichten[ander]
                assert krijgt[ander] == 0 or gewichten[ander] > 0


# Scenarios over each other ----------------------------------------------------------------------


def test_scenarios_claimen_voor_de_opdrachten_die_zij_ieder_alleen_meer_gunnen() -> None:
    plan = strijdplan()
    geldend = reken(plan, FEB_2027)
    omhoog = w.Rang(opdracht=code("B2"), oude_plaats=4, plaats=1)
    ander = w.Rang(opdracht=code("A2"), oude_plaats=5, plaats=1)
    uitkomst, partijen = leg_over_elkaar(geldend, {"2": [ander], "1": [omhoog]})
    assert uitkomst.wijzigingen == (omhoog, ander)
    assert {p.sleutel: set(p.opdrachten) for p in partijen} == {"1": {"B2"}, "2": {"A2"}}
    # Together 6,000 of the 10,000; A1 and the others have 4,000 now: nothing to divide.
    assert bepaal_claims(uitkomst, partijen).betwist == ()
    meer = [ander, w.InzetWijziging(opdracht=code("A2"), team=team("T1").team, uren_honderdste=0)]
    beide, samen = leg_over_elkaar(geldend, {"1": [omhoog], "2": [omhoog], "3": meer})
    assert {p.sleutel: set(p.opdrachten) for p in samen} == {"1": set(), "2": set(), "3": {"A2"}}
    assert beide.stand.conflicten == ()


def test_dezelfde_wijziging_van_feiten_in_twee_scenarios_telt_een_keer() -> None:
    geldend = reken(strijdplan(), FEB_2027)
    meer = w.InzetWijziging(
        opdracht=code("A2"), team=team("T1").team, uren_honderdste=500, oude_uren_honderdste=None
    )
    omhoog = w.Rang(opdracht=code("B2"), oude_plaats=4, plaats=1)
    uitkomst, _ = leg_over_elkaar(geldend, {"1": [meer, omhoog], "2": [meer], "3": [meer, omhoog]})
    assert uitkomst.wijzigingen == (meer, omhoog, omhoog)
    assert uitkomst.stand.conflicten == ()


def test_een_scenario_dat_een_feit_twee_keer_wijzigt_houdt_beide_over_een_ander_heen() -> None:
    geldend = reken(strijdplan(), FEB_2027)
    meer = w.InzetWijziging(
        opdracht=code("A2"), team=team("T1").team, uren_honderdste=500, oude_uren_honderdste=None
    )
    los = reken(geldend.plan, FEB_2027, [meer, meer])
    for lijsten in ({"1": [meer], "2": [meer, meer]}, {"1": [meer, meer], "2": [meer]}):
        uitkomst, _ = leg_over_elkaar(geldend, lijsten)
        assert uitkomst.wijzigingen == (meer, meer)
        assert uitkomst.stand.plan.inzet == los.stand.plan.inzet


def test_twee_scenarios_die_samen_meer_vragen_dan_er_is_zijn_betwist() -> None:
    plan = strijdplan()
    plan = replace(
        plan,
        inzet=(*plan.inzet[:3], in_feb("B2", "T1", 7_000), in_feb("A2", "T1", 6_000)),
    )
    geldend = reken(plan, FEB_2027)
    lijsten = {
        "1": [w.Rang(opdracht=code("B2"), oude_plaats=4, plaats=1)],
        "2": [w.Rang(opdracht=code("A2"), oude_plaats=5, plaats=1)],
    }
    uitkomst, partijen = leg_over_elkaar(geldend, lijsten)
    claims = bepaal_claims(uitkomst, partijen)
    (betwist,) = claims.betwist
    assert (betwist.gevraagd_honderdste, betwist.tekort_honderdste) == (13_000, 3_000)
    na = reken(plan, FEB_2027, (*uitkomst.wijzigingen, *naar_verhouding(claims, op_score=False)))
    krijgt = {r.opdracht: r.toegekend_honderdste for r in na.effecten.opdrachten}
    assert (krijgt["A2"], krijgt["B2"]) == (5_000, 5_000)
    assert vragers(plan, na.stand.volgorde)[:2] == ("A2", "B2")
