"""The fingerprint: equal for equal content in any order of rows, other for anything else."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from sturing.domain import wijziging as w
from sturing.domain.keuzes import Methode, Status
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.engine import vingerafdruk as module
from sturing.engine.vingerafdruk import vingerafdruk
from tests.engine.plannen import FEB_2027, in_feb, opdracht
from tests.engine.scenarioplan import JAAR, O1, O2, basisplan

PARK = w.Parkeer(opdracht=O1, oude_status=Status.LOPEND)
RANG = w.Rang(opdracht=O2, oude_plaats=2, plaats=1)


def test_de_vingerafdruk_is_een_sha256() -> None:
    afdruk = vingerafdruk(basisplan(), (), JAAR)
    assert re.fullmatch("[0-9a-f]{64}", afdruk)
    assert afdruk != vingerafdruk(basisplan(), (), FEB_2027)


def test_anders_geschreven_getallen_en_omgekeerde_rijen_zijn_hetzelfde_plan() -> None:
    plan = basisplan()
    anders = replace(
        plan,
        opdrachten=tuple(reversed(plan.opdrachten)),
        inzet=tuple(reversed(plan.inzet)),
        capaciteit=tuple(replace(r, fte=r.fte + Decimal("0.000")) for r in plan.capaciteit),
        besloten_rang=dict(plan.besloten_rang),
    )
    assert vingerafdruk(anders, (), JAAR) == vingerafdruk(plan, (), JAAR)


@pytest.mark.parametrize(
    ("plan", "wijzigingen", "horizon"),
    [
        (replace(basisplan(), inzet=()), (), JAAR),
        (replace(basisplan(), inzet=(*basisplan().inzet, in_feb("O1", "T1", 0))), (), JAAR),
        (replace(basisplan(), besloten_rang={O1: 1}), (), JAAR),
        (replace(basisplan(), peildatum=None), (), JAAR),
        (
            replace(
                basisplan(),
                instellingen=replace(basisplan().instellingen, methode=Methode.SAMENHANGEND),
            ),
            (),
            JAAR,
        ),
        (basisplan(), (), FEB_2027),
        (basisplan(), (PARK,), JAAR),
        (basisplan(), (PARK, RANG), JAAR),
        (basisplan(), (RANG, PARK), JAAR),
        (basisplan(), (replace(RANG, onder=O1),), JAAR),
    ],
)
def test_elk_verschil_geeft_een_andere_vingerafdruk(
    plan: Plan, wijzigingen: tuple[w.Wijziging, ...], horizon: Horizon
) -> None:
    assert vingerafdruk(plan, wijzigingen, horizon) != vingerafdruk(basisplan(), (), JAAR)


def test_de_volgorde_van_wijzigingen_telt() -> None:
    plan = basisplan()
    assert vingerafdruk(plan, (PARK, RANG), JAAR) != vingerafdruk(plan, (RANG, PARK), JAAR)


def test_tekst_met_scheidingstekens_wordt_niet_verward() -> None:
    een = Plan(opdrachten=(opdracht("A", toelichting='x",naam="y'),))
    ander = Plan(opdrachten=(opdracht("A", toelichting="x", korte_naam="y"),))
    assert vingerafdruk(een, (), JAAR) != vingerafdruk(ander, (), JAAR)


def test_een_nieuwe_versie_van_de_rekenkern_geeft_een_andere_vingerafdruk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    oud = vingerafdruk(basisplan(), (), JAAR)
    monkeypatch.setattr(module, "ENGINE_VERSIE", "volgende")
    assert vingerafdruk(basisplan(), (), JAAR) != oud
