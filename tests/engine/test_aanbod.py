"""Supply: the hour chain of one fte, the source of a year, windows and norms."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from sturing.domain.codes import MedewerkerCode, TeamCode
from sturing.domain.keuzes import CapaciteitSoort, Dienstverband
from sturing.domain.organisatie import Afwezigheid, Medewerker, Norm, Teamrol
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.aanbod import Aanbod, compute_aanbod
from tests.engine.plannen import FEB_2027, capaciteit, jaar_capaciteit, kale_norm, team

FEITEN = Path(__file__).parent / "beschikbare_uren_per_jaar.csv"
T1 = TeamCode("T1")


def _feiten() -> list[dict[str, str]]:
    with FEITEN.open(encoding="utf-8") as bestand:
        return list(csv.DictReader(bestand))


def _op_een_tiende(uren: Fraction) -> Decimal:
    return Decimal(int(uren * 10 + Fraction(1, 2))) / 10


@pytest.mark.parametrize("feit", _feiten(), ids=lambda feit: feit["jaar"])
def test_de_urenketen_van_een_fte_klopt_op_een_tiende_uur(feit: dict[str, str]) -> None:
    jaar = int(feit["jaar"])
    plan = Plan(teams=(team("T1"),), capaciteit=(jaar_capaciteit("T1", "1", jaar),))
    aanbod = compute_aanbod(plan, Horizon.planjaar(jaar))
    keten = aanbod.keten(T1)
    bruto = sum((stap.bruto for stap in keten), Fraction(0))
    na_verlof = bruto - sum((stap.verlof for stap in keten), Fraction(0))
    na_verzuim = na_verlof - sum((stap.verzuim for stap in keten), Fraction(0))
    netto = sum((stap.netto for stap in keten), Fraction(0))
    assert _op_een_tiende(bruto) == Decimal(feit["werkbare_uren_na_feestdagen"])
    assert _op_een_tiende(na_verlof) == Decimal(feit["uren_na_verlof"])
    assert _op_een_tiende(na_verzuim) == Decimal(feit["netto_beschikbare_uren"])
    assert _op_een_tiende(netto) == Decimal(feit["netto_na_10pct_indirect"])
    minder = netto - Fraction(int(aanbod.netto.sum()), 100)
    assert 0 <= minder <= Fraction(12, 100)


def test_elke_stap_van_de_keten_is_zichtbaar_en_telt_op() -> None:
    plan = Plan(teams=(team("T1"),), capaciteit=(jaar_capaciteit("T1", "3.7"),))
    for stap in compute_aanbod(plan, Horizon.planjaar(2027)).keten(T1):
        af = stap.verlof + stap.verzuim + stap.indirect + stap.ruimte
        assert stap.bruto - af == stap.netto
        assert stap.indirect * 4 == stap.ruimte * 6
        assert stap.fte == Fraction("3.7")


def test_afronden_gebeurt_een_keer_per_team_en_maand() -> None:
    derde = tuple(jaar_capaciteit("T1", "0.333333") for _ in range(3))
    los = Plan(teams=(team("T1"),), capaciteit=derde[:1])
    samen = Plan(teams=(team("T1"),), capaciteit=derde)
    een = compute_aanbod(los, FEB_2027).netto[0, 0]
    drie = compute_aanbod(samen, FEB_2027).netto[0, 0]
    # 1 fte in February 2027: (144 - 201.6 x 20 / 255) x 0.935 x 0.9 = 107.8703... hours.
    assert (een, drie) == (3595, 10787)
    assert drie == 3 * een + 2


def _persoon(**velden: date) -> Plan:
    return Plan(
        teams=(team("T1"), team("T2")),
        normen=(kale_norm(),),
        medewerkers=(
            Medewerker(
                medewerker=MedewerkerCode("M1"),
                uren_per_week=Decimal("20"),
                dienstverband=Dienstverband.VAST,
                **velden,
            ),
        ),
        teamrollen=(Teamrol(medewerker=MedewerkerCode("M1"), team=T1, aandeel_pct=Decimal(50)),),
    )


def _feb(plan: Plan) -> int:
    return int(compute_aanbod(plan, FEB_2027).netto[0, 0])


def test_een_persoon_telt_naar_uren_en_aandeel() -> None:
    # 20 of 25 hours a week is 0.8 fte, half of it here: 0.4 x 100 hours.
    assert _feb(_persoon()) == 4_000


def test_een_contract_telt_de_werkdagen_binnen_zijn_periode() -> None:
    # From Monday 15 February 2027: ten of the twenty working days.
    assert _feb(_persoon(van=date(2027, 2, 15))) == 2_000


def _afwezig(van: date, tot: date, pct: str) -> Afwezigheid:
    return Afwezigheid(medewerker=MedewerkerCode("M1"), van=van, tot=tot, afwezig_pct=Decimal(pct))


def test_afwezigheid_telt_op_tot_ten_hoogste_honderd_procent() -> None:
    van, midden, tot = date(2027, 2, 1), date(2027, 2, 12), date(2027, 2, 28)
    plan = _persoon()

    def met(*afwezig: Afwezigheid) -> int:
        return _feb(
            Plan(
                teams=plan.teams,
                normen=plan.normen,
                medewerkers=plan.medewerkers,
                teamrollen=plan.teamrollen,
                afwezigheid=afwezig,
            )
        )

    assert met(_afwezig(van, tot, "25")) == 3_000
    assert met(_afwezig(van, midden, "60"), _afwezig(van, tot, "60")) == 800
    assert met(_afwezig(van, tot, "60"), _afwezig(van, tot, "60")) == 0


@pytest.mark.parametrize(
    ("soort", "fte", "uren"),
    [
        (CapaciteitSoort.BEZETTING, "0", 0),
        (CapaciteitSoort.INHUUR, "0.1", 1_000),
        (CapaciteitSoort.VACATURE, "5", 4_000),
    ],
)
def test_een_rij_bezetting_of_inhuur_in_het_jaar_sluit_de_personen_uit(
    soort: CapaciteitSoort, fte: str, uren: int
) -> None:
    plan = _persoon()
    met_rij = Plan(
        teams=plan.teams,
        normen=plan.normen,
        medewerkers=plan.medewerkers,
        teamrollen=plan.teamrollen,
        capaciteit=(capaciteit("T1", fte, Maand(2026, 12), Maand(2027, 12), soort),),
    )
    assert _feb(met_rij) == uren


def test_een_rij_elders_in_het_jaar_sluit_de_personen_ook_uit() -> None:
    plan = _persoon()
    met_rij = Plan(
        teams=plan.teams,
        normen=plan.normen,
        medewerkers=plan.medewerkers,
        teamrollen=plan.teamrollen,
        capaciteit=(capaciteit("T1", "1", Maand(2027, 11), Maand(2027, 12)),),
    )
    assert _feb(met_rij) == 0


def test_aanbod_van_een_scenario_verandert_de_bron_van_een_team_niet() -> None:
    plan = _persoon()
    extra = Plan(
        teams=plan.teams,
        normen=plan.normen,
        medewerkers=plan.medewerkers,
        teamrollen=plan.teamrollen,
        scenario_aanbod=(
            capaciteit("T1", "0.5", Maand(2027, 2), Maand(2027, 2), CapaciteitSoort.INHUUR),
        ),
    )
    assert _feb(extra) == 9_000


def test_van_en_tot_van_een_team_begrenzen_zijn_aanbod_op_de_dag() -> None:
    plan = Plan(
        teams=(team("T1", van=date(2027, 2, 3), tot=date(2027, 2, 4)),),
        normen=(kale_norm(),),
        capaciteit=(jaar_capaciteit("T1", "1"),),
    )
    aanbod: Aanbod = compute_aanbod(plan, Horizon.planjaar(2027))
    assert aanbod.netto[0].tolist() == [0, 1_000, *[0] * 10]


def test_elke_norm_valt_voor_zich_terug_van_team_op_jaar_op_standaard() -> None:
    def uren(*normen: Norm) -> list[Fraction]:
        plan = Plan(teams=(team("T1"),), normen=normen, capaciteit=(jaar_capaciteit("T1", "1"),))
        stap = compute_aanbod(plan, FEB_2027).keten(T1)[0]
        return [stap.bruto, stap.verlof, stap.verzuim / (stap.bruto - stap.verlof)]

    verlof = Fraction("201.6") * 20 / 255
    assert uren() == [144, verlof, Fraction("0.065")]
    jaar = Norm(jaar=2027, voltijd_uren_per_week=Decimal(40), verzuim_pct=Decimal(5))
    assert uren(jaar) == [160, verlof, Fraction("0.05")]
    eigen = Norm(jaar=2027, team=T1, verzuim_pct=Decimal(8))
    assert uren(eigen, jaar) == [160, verlof, Fraction("0.08")]
    ander_jaar = Norm(jaar=2026, team=T1, verzuim_pct=Decimal(50))
    assert uren(eigen, jaar, ander_jaar) == [160, verlof, Fraction("0.08")]


def test_meer_verlof_dan_uren_geeft_nul_en_geen_negatief_aanbod() -> None:
    plan = Plan(
        teams=(team("T1"),),
        normen=(Norm(jaar=2027, verlofuren=Decimal(5000), ruimte_pct=Decimal(100)),),
        capaciteit=(jaar_capaciteit("T1", "1"),),
    )
    stap = compute_aanbod(plan, FEB_2027).keten(T1)[0]
    assert stap.netto == 0
    assert stap.bruto - stap.verlof - stap.verzuim - stap.indirect - stap.ruimte == 0


def test_een_team_zonder_aanbod_heeft_nul() -> None:
    plan = Plan(teams=(team("T2"), team("T1")))
    aanbod = compute_aanbod(plan, Horizon.planjaar(2027))
    assert aanbod.teams == ("T1", "T2")
    assert not aanbod.netto.any()
