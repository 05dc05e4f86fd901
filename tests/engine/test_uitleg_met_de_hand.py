""" "Waarom?" on plans small enough to work out by hand: T1 has 100 hours in February 2027."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.domain.organisatie import Begrotingsregel
from sturing.domain.plan import Instellingen, Plan
from sturing.engine.uitkomst import reken
from sturing.engine.uitleg import leg_uit
from sturing.engine.uitleg_vormen import (
    GeenPlaats,
    GeenRuil,
    Ruil,
    Uitleg,
    Venster,
    Voorganger,
)
from tests.engine.plannen import in_feb, opdracht
from tests.engine.scenarioplan import FEB, JAAR, O1, O2, O3, P1, T1, T2, basisplan


def uitleg(methode: Methode = Methode.STRIKT, code: str = "O3", **velden: Any) -> Uitleg:
    plan = basisplan(instellingen=Instellingen(methode=methode), **velden)
    return leg_uit(reken(plan, JAAR), OpdrachtCode(code))


def vooraan(*codes: str, **velden: Any) -> tuple[Any, ...]:
    """Opdrachten in this order; `velden` maps a code to fields of its own."""
    return tuple(opdracht(c, rang=n, **velden.get(c, {})) for n, c in enumerate(codes, start=1))


@pytest.mark.parametrize("methode", list(Methode))
def test_o3_mist_dertig_uur_en_o1_gaat_daar_voor_twee_derde_voor(methode: Methode) -> None:
    (binding,) = uitleg(methode).uren
    assert (binding.team, binding.maand) == (T1, FEB)
    assert (binding.gevraagd, binding.over, binding.tekort) == (4_000, 1_000, 3_000)
    assert binding.voorgangers == (
        Voorganger(opdracht=O1, plaats=1, toegekend=6_000, aandeel=2_000),
        Voorganger(opdracht=O2, plaats=2, toegekend=3_000, aandeel=1_000),
    )


@pytest.mark.parametrize("methode", list(Methode))
def test_o3_past_vanaf_plaats_twee_door_een_maand_te_schuiven_of_door_o2_te_parkeren(
    methode: Methode,
) -> None:
    antwoord = uitleg(methode)
    assert antwoord.laagste_plaats is not None
    assert antwoord.laagste_plaats.plaats == 2
    assert antwoord.venster is not None
    jan, mrt = FEB.plus(-1), FEB.plus(1)
    assert antwoord.venster.eerste == Venster(maanden=-1, van=jan, tot=jan)
    assert antwoord.venster.later == Venster(maanden=1, van=mrt, tot=mrt)
    assert antwoord.ruil == Ruil(opdrachten=(O2,), toegekend_honderdste=3_000)


def test_na_de_peildatum_ligt_het_eerste_venster_later() -> None:
    antwoord = uitleg(peildatum=date(2027, 2, 28))
    assert antwoord.venster is not None
    assert antwoord.venster.eerste == antwoord.venster.later
    assert antwoord.venster.later is not None
    assert antwoord.venster.later.maanden == 1


def test_wie_alleen_al_te_veel_vraagt_hoort_waar_en_hoeveel() -> None:
    plan = basisplan()
    antwoord = uitleg(inzet=(*plan.inzet, in_feb("O3", "T1", 8_500), in_feb("O3", "T2", 9_000)))
    advies = antwoord.laagste_plaats
    assert advies is not None
    assert (advies.plaats, advies.reden) == (None, GeenPlaats.VRAAGT_MEER)
    assert [(o.team, o.maand, o.gevraagd, o.aanbod) for o in advies.overvraag] == [
        (T2, FEB, 10_001, 5_000),
        (T1, FEB, 12_500, 10_000),
    ]
    assert antwoord.ruil is GeenRuil.BESTAAT_NIET


def test_wettelijk_werk_staat_ervoor_en_wordt_nooit_geruild() -> None:
    antwoord = uitleg(
        opdrachten=vooraan("O1", "O2", "O3", "O4", O1={"wettelijk": True}),
        inzet=(in_feb("O1", "T1", 9_000), in_feb("O2", "T1", 500), in_feb("O3", "T1", 4_000)),
    )
    assert antwoord.laagste_plaats is not None
    assert antwoord.laagste_plaats.reden is GeenPlaats.WETTELIJK
    assert antwoord.ruil is GeenRuil.BESTAAT_NIET


def test_zonder_wettelijk_eerst_is_de_hoogste_plaats_ook_te_nemen() -> None:
    plan = basisplan(
        opdrachten=vooraan("O1", "O2", "O3", "O4", O1={"wettelijk": True}),
        inzet=(in_feb("O1", "T1", 9_000), in_feb("O3", "T1", 4_000)),
        instellingen=Instellingen(wettelijk_eerst=False),
    )
    antwoord = leg_uit(reken(plan, JAAR), O3)
    assert antwoord.laagste_plaats is not None
    assert antwoord.laagste_plaats.plaats == 1
    assert antwoord.ruil is GeenRuil.BESTAAT_NIET


@pytest.mark.parametrize("methode", list(Methode))
def test_bij_gelijke_ruil_gaat_wie_het_laagst_staat(methode: Methode) -> None:
    antwoord = uitleg(
        methode,
        "O4",
        opdrachten=vooraan("O1", "O2", "O3", "O4"),
        inzet=tuple(in_feb(code, "T1", 3_000) for code in ("O1", "O2", "O3", "O4")),
    )
    assert antwoord.ruil == Ruil(opdrachten=(O3,), toegekend_honderdste=3_000)


def test_geparkeerde_uren_gaan_eerst_naar_wie_daar_zelf_tekortkomt() -> None:
    antwoord = uitleg(
        Methode.STRIKT,
        "O4",
        opdrachten=vooraan("O1", "O2", "O3", "O4"),
        inzet=(
            in_feb("O1", "T1", 6_000),
            in_feb("O2", "T1", 3_000),
            in_feb("O3", "T1", 4_000),
            in_feb("O4", "T1", 3_000),
        ),
    )
    # 16,000 is asked of 10,000: 6,000 must come free. O1 alone does it, no smaller one does.
    assert antwoord.ruil == Ruil(opdrachten=(O1,), toegekend_honderdste=6_000)


def test_samenhangend_noemt_alleen_de_kleinste_verhouding_en_alle_bij_gelijk() -> None:
    plan = basisplan()
    ongelijk = uitleg(Methode.SAMENHANGEND, inzet=(*plan.inzet, in_feb("O2", "T2", 4_500)))
    # T1 has 10 of 40 left (a quarter), T2 5 of 10.01 (about half).
    assert [b.team for b in ongelijk.uren] == [T1]
    gelijk = uitleg(
        Methode.SAMENHANGEND,
        inzet=(
            in_feb("O1", "T1", 9_000),
            in_feb("O1", "T2", 4_500),
            in_feb("O3", "T1", 4_000),
            in_feb("O3", "T2", 2_000),
        ),
    )
    assert [(b.team, b.tekort) for b in gelijk.uren] == [(T1, 3_000), (T2, 1_500)]


def _met_geld(methode: Methode, beschikbaar: int) -> Uitleg:
    """O1 and O3 ask 10 euros each of P1 for the year; O3 asks 40 hours and gets them all."""
    plan: Plan = basisplan(
        opdrachten=vooraan(
            "O1",
            "O3",
            "O4",
            O1={"programma": P1, "budget_cent": 1_000},
            O3={"programma": P1, "budget_cent": 1_000},
        ),
        inzet=(in_feb("O1", "T1", 6_000), in_feb("O3", "T1", 4_000)),
        begroting=(
            Begrotingsregel(programma=P1, jaar=2027, lasten_cent=0, beschikbaar_cent=beschikbaar),
        ),
    )
    plan = replace(plan, instellingen=Instellingen(methode=methode))
    return leg_uit(reken(plan, JAAR), O3)


def test_strikt_met_alleen_geld_tekort_past_en_noemt_het_programma() -> None:
    antwoord = _met_geld(Methode.STRIKT, 1_400)
    assert antwoord.past
    assert antwoord.uren == ()
    (geld,) = antwoord.euros
    assert (geld.programma, geld.jaar, geld.tekort, geld.maanden) == (P1, 2027, 600, ())
    assert [(v.opdracht, v.aandeel) for v in geld.voorgangers] == [(O1, 600)]
    assert (antwoord.laagste_plaats, antwoord.venster, antwoord.ruil) == (None, None, None)


@pytest.mark.parametrize("methode", [Methode.SAMENHANGEND, Methode.ALLES_OF_NIETS])
def test_geld_houdt_in_de_andere_methoden_ook_de_uren_tegen(methode: Methode) -> None:
    antwoord = _met_geld(methode, 1_400)
    assert not antwoord.past
    (geld,) = antwoord.euros
    assert geld.maanden == ((FEB,) if methode is Methode.SAMENHANGEND else ())
    assert antwoord.laagste_plaats is not None
    assert antwoord.laagste_plaats.plaats == 1
    assert antwoord.ruil == Ruil(opdrachten=(O1,), toegekend_honderdste=6_000)


def test_geld_dat_er_niet_is_heet_ook_meer_vragen_dan_er_is() -> None:
    advies = _met_geld(Methode.ALLES_OF_NIETS, 900).laagste_plaats
    assert advies is not None
    assert advies.reden is GeenPlaats.VRAAGT_MEER
    assert [(o.programma, o.jaar, o.gevraagd, o.aanbod) for o in advies.overvraag] == [
        (P1, 2027, 1_000, 900)
    ]
