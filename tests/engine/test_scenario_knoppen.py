"""Scenarios: hours, supply, norms, money and names, and why a change no longer fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import PersoonCode, ProgrammaCode, TeamCode
from sturing.domain.organisatie import Begrotingsregel, Norm
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.scenario import Stand, pas_toe
from sturing.engine.uitkomst import reken
from tests.engine.plannen import (
    FEB_2027,
    in_feb,
    inzet,
    kale_norm,
)
from tests.engine.scenarioplan import (
    FEB,
    JAAR,
    O1,
    O2,
    O3,
    P1,
    T1,
    T2,
    basisplan,
    een,
    reden,
    rijen,
    van,
)

# Hours ------------------------------------------------------------------------------------------


def test_ambitie_rondt_elke_rij_naar_beneden_af_en_laat_de_euros_staan() -> None:
    half = w.Ambitie(opdracht=O3, factor=Decimal("0.5"), oude_uren_honderdste=5_001)
    stand = een(half)
    assert [rij[3] for rij in rijen(stand, O3)] == [2_000, 500]
    assert van(stand, O3).budget_cent == 1_001
    assert van(een(replace(half, ook_euro=True)), O3).budget_cent == 500
    assert "vraagt nu 50,01 uur en niet meer 50,00 uur" in reden(
        replace(half, oude_uren_honderdste=5_000)
    )
    assert "niet onder 0" in reden(replace(half, factor=Decimal("-1")))


def test_meer_inzet_is_een_rij_over_de_periode_binnen_de_horizon() -> None:
    plus = w.InzetWijziging(opdracht=O1, team=T2, uren_honderdste=700, oude_uren_honderdste=0)
    assert rijen(een(plus), O1)[-1] == ("T2", date(2027, 2, 1), date(2027, 2, 28), 700)
    open_venster = replace(plus, opdracht=O2)
    assert rijen(een(open_venster), O2)[-1] == ("T2", date(2027, 1, 1), date(2027, 12, 31), 700)
    maart = Horizon(Maand(2027, 3), Maand(2027, 4))
    assert "loopt niet in de planperiode" in reden(plus, horizon=maart)


def test_minder_inzet_gaat_naar_verhouding_en_niet_onder_nul() -> None:
    maart = inzet("O1", "T1", date(2027, 3, 1), date(2027, 3, 31), 100)
    plan = basisplan(inzet=(in_feb("O1", "T1", 200), maart))
    min_tien = w.InzetWijziging(opdracht=O1, team=T1, uren_honderdste=-10)
    assert [rij[3] for rij in rijen(een(min_tien, plan), O1)] == [193, 97]
    alles = replace(min_tien, uren_honderdste=-999)
    assert [rij[3] for rij in rijen(een(alles, plan), O1)] == [0, 0]
    assert "vraagt geen uren van team T2" in reden(replace(min_tien, team=T2), plan)
    assert "Team X bestaat niet meer" in reden(replace(min_tien, team=TeamCode("X")), plan)


# Supply -----------------------------------------------------------------------------------------


def aanbod(stand: Stand, nummer: int, horizon: Horizon = FEB_2027) -> int:
    return int(reken(stand.plan, horizon).model.aanbod.netto[nummer].sum())


def test_inhuur_voegt_uren_toe_en_toont_de_kosten() -> None:
    inhuur = w.Inhuur(team=T1, fte=Decimal("0.5"), van=FEB, tot=Maand(2027, 3), tarief_cent=8_000)
    stand = een(inhuur)
    assert aanbod(stand, 0) == 15_000
    (kosten,) = stand.kosten
    # 20 working days in February and 22 in March 2027 (Tweede Paasdag): 42 x 5 x 0.5 hours.
    assert (kosten.jaar, kosten.netto_honderdste, kosten.euro_cent) == (2027, 10_500, 840_000)
    assert kosten.programma is None
    assert stand.plan.begroting == basisplan().begroting


def test_inhuur_gaat_van_het_programma_af_dat_is_genoemd() -> None:
    inhuur = w.Inhuur(
        team=T1, fte=Decimal("0.25"), van=FEB, tot=FEB, tarief_cent=10_000, programma=P1
    )
    stand = een(inhuur)
    model = reken(stand.plan, FEB_2027).model
    assert model.vraag.budget.tolist() == [300_000 - 25 * 10_000]
    te_duur = replace(inhuur, tarief_cent=13_000)
    assert "kost in 2027 3250,00 euro; programma P1 heeft dan 3000,00 euro" in reden(te_duur)
    assert "Programma X bestaat niet meer" in reden(replace(inhuur, programma=ProgrammaCode("X")))


def test_inhuur_volgt_de_normen_van_het_scenario() -> None:
    lijst: list[w.Wijziging] = [
        w.Inhuur(team=T1, fte=Decimal(1), van=FEB, tot=FEB, tarief_cent=100),
        w.NormWijziging(jaar=2027, veld="ruimte_pct", nieuw=Decimal(10), oud=None, team=T1),
    ]
    stand = pas_toe(basisplan(), lijst, JAAR)
    assert stand.conflicten == ()
    assert [(k.netto_honderdste, k.euro_cent) for k in stand.kosten] == [(9_000, 9_000)]
    assert aanbod(stand, 0) == 18_000


def test_inhuur_zonder_grens_of_tarief_raakt_geen_budget() -> None:
    onbegrensd = basisplan(begroting=(Begrotingsregel(programma=P1, jaar=2027, lasten_cent=0),))
    inhuur = w.Inhuur(team=T1, fte=Decimal(1), van=FEB, tot=FEB, tarief_cent=900, programma=P1)
    assert een(inhuur, onbegrensd).plan.begroting == onbegrensd.begroting
    gratis = replace(inhuur, tarief_cent=None)
    assert een(gratis).kosten[0].euro_cent is None


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({"fte": Decimal(0)}, "meer dan 0"),
        ({"van": Maand(2027, 3)}, "eindigt (2027-02) voor zij begint (2027-03)"),
        ({"tarief_cent": -1}, "tarief"),
        ({"team": TeamCode("X")}, "Team X"),
    ],
)
def test_onmogelijke_inhuur_is_een_conflict(velden: dict[str, Any], tekst: str) -> None:
    inhuur = w.Inhuur(team=T1, fte=Decimal(1), van=FEB, tot=FEB)
    assert tekst in reden(replace(inhuur, **velden))


def test_een_vacature_vullen_kan_tot_wat_er_openstaat() -> None:
    vul = w.VulVacature(team=T1, fte=Decimal("0.3"), van=FEB, tot=FEB)
    assert aanbod(een(vul), 0) == 13_000
    assert "heeft in 2027-02 0,4 fte aan open vacatures, minder dan 0,5" in reden(
        replace(vul, fte=Decimal("0.5"))
    )
    assert "2027-07 0 fte" in reden(replace(vul, tot=Maand(2027, 7)))
    twee = pas_toe(basisplan(), [vul, vul], JAAR)
    assert [conflict.index for conflict in twee.conflicten] == [1]
    assert "0,1 fte" in twee.conflicten[0].reden


def test_uitlenen_gaat_met_de_normen_van_elk_team() -> None:
    plan = basisplan(normen=(kale_norm(), kale_norm(teamcode="T2", voltijd="50")))
    leen = w.Uitlenen(team=T1, naar_team=T2, fte=Decimal("0.4"), van=FEB, tot=FEB)
    stand = een(leen, plan)
    assert (aanbod(stand, 0), aanbod(stand, 1)) == (6_000, 10_000 + 8_000)
    assert "heeft in 2027-02 1 fte, minder dan 1,1" in reden(
        replace(leen, fte=Decimal("1.1")), plan
    )
    assert "aan zichzelf" in reden(replace(leen, naar_team=T1), plan)
    twee = pas_toe(plan, [leen, replace(leen, fte=Decimal("0.7"))], JAAR)
    assert "0,6 fte" in twee.conflicten[0].reden


# Norms, money, opdrachtgever --------------------------------------------------------------------


def test_een_norm_wijzigt_een_veld_en_leegmaken_valt_terug() -> None:
    norm = w.NormWijziging(jaar=2027, veld="indirect_pct", nieuw=Decimal(50), oud=Decimal(0))
    assert aanbod(een(norm), 0) == 5_000
    leeg = replace(norm, nieuw=None)
    assert aanbod(een(leeg), 0) == 9_400
    nieuw_jaar = w.NormWijziging(jaar=2028, veld="verlofuren", nieuw=Decimal(10))
    assert Norm(jaar=2028, verlofuren=Decimal(10)) in een(nieuw_jaar).plan.normen


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({"oud": Decimal("6.5")}, "is 0 en niet meer 6,5"),
        ({"veld": "koffie"}, "'koffie' bestaat niet"),
        ({"nieuw": Decimal(101)}, "tussen 0 en 100"),
        ({"team": TeamCode("X")}, "Team X"),
        ({"veld": "voltijd_uren_per_week", "oud": Decimal(25), "nieuw": Decimal(0)}, "meer dan 0"),
    ],
)
def test_een_norm_die_niet_past_is_een_conflict(velden: dict[str, Any], tekst: str) -> None:
    norm = w.NormWijziging(jaar=2027, veld="verzuim_pct", nieuw=Decimal(5), oud=Decimal(0))
    assert tekst in reden(replace(norm, **velden))


def test_een_budget_geldt_voor_alle_rijen_van_het_programma_samen() -> None:
    budget = w.BudgetWijziging(programma=P1, jaar=2027, nieuw_cent=50, oud_cent=300_000)
    stand = een(budget)
    assert sum(r.beschikbaar_cent or 0 for r in stand.plan.begroting) == 50
    assert [r.lasten_cent for r in stand.plan.begroting] == [9, 8]
    vrij = een(replace(budget, nieuw_cent=None))
    assert all(r.beschikbaar_cent is None for r in vrij.plan.begroting)
    nieuw = w.BudgetWijziging(programma=P1, jaar=2028, nieuw_cent=7, oud_cent=None)
    assert een(nieuw).plan.begroting[-1].beschikbaar_cent == 7
    assert "3000,00 euro beschikbaar en niet meer 1,00 euro" in reden(replace(budget, oud_cent=100))
    assert "geen grens" in reden(replace(nieuw, oud_cent=100))
    assert "niet onder 0" in reden(replace(budget, nieuw_cent=-1))


def test_opdrachtgever_en_delegatie_zijn_twee_namen() -> None:
    a1 = PersoonCode("A1")
    naam = w.Opdrachtgeverschap(
        opdracht=O1, delegatie=False, nieuw=a1, van=date(2027, 3, 1), reden="nieuw team"
    )
    assert van(een(naam), O1).opdrachtgever == a1
    delegatie = van(een(replace(naam, delegatie=True)), O1)
    assert (delegatie.opdrachtgever, delegatie.gedelegeerd_aan) == (None, a1)
    assert "niemand en niet meer A1 als opdrachtgever" in reden(replace(naam, oud=a1))
    assert "Persoon A2 bestaat niet meer" in reden(replace(naam, nieuw=PersoonCode("A2")))
