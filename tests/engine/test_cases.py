"""Runs every hand-calculated case of tests/cases; the files are readable by a controller."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst, reken
from tests.engine.geval import honderdste, lees

DIMENSIES = {dimensie.value: dimensie for dimensie in Dimensie}
GEVALLEN = sorted((Path(__file__).parents[1] / "cases").glob("*.toml"))


def test_er_zijn_gevallen() -> None:
    assert len(GEVALLEN) >= 15


@pytest.mark.parametrize("pad", GEVALLEN, ids=lambda pad: pad.stem)
def test_het_geval_komt_uit_zoals_het_met_de_hand_is_berekend(pad: Path) -> None:
    geval = lees(pad)
    assert geval.titel
    assert geval.verwacht, "een geval zonder verwachting controleert niets"
    uitkomst = reken(geval.plan, geval.horizon, geval.wijzigingen)
    gezien = _gezien(uitkomst)
    for naam, verwacht in geval.verwacht.items():
        if naam == "conflicten":
            redenen = [conflict.reden for conflict in uitkomst.stand.conflicten]
            assert len(redenen) == len(verwacht), redenen
            assert all(deel in reden for deel, reden in zip(verwacht, redenen, strict=True)), (
                redenen
            )
        elif naam in DIMENSIES:
            _controleer_dimensie(uitkomst, DIMENSIES[naam], verwacht)
        elif naam in ("aanbod", "past", "status", "keten", "bindend_team", "lijn_per_team"):
            assert {sleutel: gezien[naam][sleutel] for sleutel in verwacht} == _cijfers(verwacht)
        else:
            assert gezien[naam] == _cijfers(verwacht)
    if "conflicten" not in geval.verwacht:
        assert uitkomst.stand.conflicten == ()


def _cijfers(verwacht: Any) -> Any:
    if isinstance(verwacht, dict):
        return {
            sleutel: waarde if isinstance(waarde, bool | str | list) else honderdste(waarde)
            for sleutel, waarde in verwacht.items()
        }
    return verwacht


def _gezien(uitkomst: Uitkomst) -> dict[str, Any]:
    model, verdeling, effecten = uitkomst.model, uitkomst.verdeling, uitkomst.effecten
    cellen = [model.cel(nummer) for nummer in range(len(verdeling.toegekend))]
    namen = [f"{opdracht} {team} {maand}" for opdracht, team, maand in cellen]
    lijnen = [f"{lijn.opdracht} {lijn.programma} {lijn.jaar}" for lijn in model.budgetlijnen]
    ketens = [stap for team in model.teams for stap in model.aanbod.keten(team)]
    return {
        "aanbod": {f"{s.team} {s.maand}": s.netto_honderdste for s in ketens},
        "keten": {
            f"{s.team} {s.maand} {stap}": int(getattr(s, stap) * 100 // 1)
            for s in ketens
            for stap in ("bruto", "verlof", "verzuim", "indirect", "ruimte", "netto")
        },
        "gevraagd": dict(zip(namen, model.vraag.cel_gevraagd.tolist(), strict=True)),
        "toegekend": dict(zip(namen, verdeling.toegekend.tolist(), strict=True)),
        "euro_gevraagd": dict(zip(lijnen, model.vraag.lijn_gevraagd.tolist(), strict=True)),
        "euro_toegekend": dict(zip(lijnen, verdeling.budget_toegekend.tolist(), strict=True)),
        "volgorde": list(verdeling.volgorde),
        "status": {r.opdracht: r.status or "geen" for r in effecten.opdrachten},
        "past": {r.opdracht: r.past for r in effecten.opdrachten},
        "bindend_team": {r.opdracht: r.bindend_team or "geen" for r in effecten.opdrachten},
        "lijn": effecten.lijn,
        "lijn_per_team": {team: 100 * lijn for team, lijn in effecten.lijn_per_team.items()},
        "kosten": [[k.jaar, k.netto_honderdste, k.euro_cent] for k in uitkomst.stand.kosten],
    }


def _controleer_dimensie(uitkomst: Uitkomst, dimensie: Dimensie, verwacht: Any) -> None:
    """`sleutel = [gevraagd, toegekend]`; the key "niets" is what has no key. All rows are named."""
    gezien = {
        regel.sleutel or "niets": [regel.gevraagd_honderdste, regel.toegekend_honderdste]
        for regel in uitkomst.effecten.per[dimensie]
    }
    assert gezien == {
        sleutel: [honderdste(getal) for getal in paar] for sleutel, paar in verwacht.items()
    }
