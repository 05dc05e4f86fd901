""" "Waarom?" against brute force under each method, and what its figures promise (section 7)."""

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
from sturing.engine import uitleg_dekking, uitleg_proef
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.uitleg import komt_tekort, leg_uit
from sturing.engine.uitleg_dekking import DekkingTeGrootError, kleinste_dekking
from sturing.engine.uitleg_vormen import GeenPlaats, GeenRuil, Ruil, Uitleg
from sturing.errors import InvoerError
from tests.engine import uitlegproef as brute
from tests.engine.plannen import horizonnen, plannen
from tests.engine.uitlegproef import PROEFJAAR, krap_plan, krappe_uitkomsten

METHODEN = list(Methode)


def tekorten(uitkomst: Uitkomst) -> list[Uitleg]:
    return [
        leg_uit(uitkomst, regel.opdracht)
        for regel in uitkomst.effecten.opdrachten
        if komt_tekort(regel)
    ]


def klopt_met_alles_proberen(uitkomst: Uitkomst, uitleg: Uitleg) -> None:
    code = uitleg.opdracht
    if uitleg.past:
        assert uitleg.methode is Methode.STRIKT
        assert (uitleg.laagste_plaats, uitleg.venster, uitleg.ruil) == (None, None, None)
        assert uitleg.euros
        return
    assert uitleg.laagste_plaats is not None
    assert uitleg.venster is not None
    assert uitleg.laagste_plaats.plaats == brute.laagste_plaats(uitkomst, code)
    alleen = brute.past_alleen(uitkomst, code)
    if uitleg.laagste_plaats.plaats is None:
        reden = GeenPlaats.WETTELIJK if alleen else GeenPlaats.VRAAGT_MEER
        assert uitleg.laagste_plaats.reden is reden
        assert bool(uitleg.laagste_plaats.overvraag) is not alleen
    schuiven = brute.passende_schuiven(uitkomst, code)
    eerste, later = uitleg.venster.eerste, uitleg.venster.later
    assert (eerste.maanden if eerste else None) == min(schuiven, default=None)
    assert (later.maanden if later else None) == min((s for s in schuiven if s > 0), default=None)
    grens = None if uitleg.methode is Methode.STRIKT else 3
    verwacht = brute.kleinste_ruil(uitkomst, code, grens)
    if verwacht is None:
        assert uitleg.ruil is (
            GeenRuil.BESTAAT_NIET if grens is None else GeenRuil.TEN_HOOGSTE_DRIE
        )
    else:
        assert isinstance(uitleg.ruil, Ruil)
        assert uitleg.ruil.opdrachten == verwacht
        assert uitleg.ruil.toegekend_honderdste == sum(
            brute.regel(uitkomst, wie).toegekend_honderdste for wie in verwacht
        )


@pytest.mark.parametrize("methode", METHODEN)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_plaats_venster_en_ruil_zijn_die_van_alles_proberen(
    methode: Methode, data: st.DataObject
) -> None:
    uitkomst = data.draw(krappe_uitkomsten(methode))
    for uitleg in tekorten(uitkomst):
        klopt_met_alles_proberen(uitkomst, uitleg)


@settings(max_examples=8, deadline=None)
@given(plannen(), horizonnen)
def test_ook_een_plan_van_allerlei_geeft_wat_alles_proberen_geeft(
    plan: Plan, horizon: Horizon
) -> None:
    uitkomst = reken(plan, horizon)
    for uitleg in tekorten(uitkomst):
        klopt_met_alles_proberen(uitkomst, uitleg)


def test_de_getrokken_plannen_kennen_elk_antwoord_onder_elke_methode() -> None:
    for methode in METHODEN:
        gezien: set[object] = set()
        for zaad in range(60):
            for uitleg in tekorten(reken(krap_plan(Random(zaad), methode), PROEFJAAR)):
                if uitleg.past:
                    gezien.add("alleen euro's")
                    continue
                assert uitleg.laagste_plaats is not None
                assert uitleg.venster is not None
                gezien |= {
                    uitleg.laagste_plaats.reden or "plaats",
                    "eerder"
                    if uitleg.venster.eerste and uitleg.venster.eerste.maanden < 0
                    else "niet eerder",
                    "later" if uitleg.venster.later else "niet later",
                    len(uitleg.ruil.opdrachten) if isinstance(uitleg.ruil, Ruil) else uitleg.ruil,
                }
        verwacht = {*GeenPlaats, "plaats", "eerder", "niet eerder", "later", "niet later", 1, 2}
        if methode is Methode.STRIKT:
            verwacht |= {GeenRuil.BESTAAT_NIET, "alleen euro's", 3}
        else:
            verwacht |= {GeenRuil.TEN_HOOGSTE_DRIE}
        assert verwacht <= gezien, (methode, verwacht - gezien)


@pytest.mark.parametrize("methode", METHODEN)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_de_aandelen_van_wie_ervoor_gaan_zijn_samen_precies_het_tekort(
    methode: Methode, data: st.DataObject
) -> None:
    uitkomst = data.draw(krappe_uitkomsten(methode))
    for uitleg in tekorten(uitkomst):
        assert uitleg.uren or uitleg.euros
        for binding in (*uitleg.uren, *uitleg.euros):
            assert binding.tekort > 0
            wie = binding.voorgangers
            assert [v.plaats for v in wie] == sorted({v.plaats for v in wie})
            assert all(v.plaats < uitleg.plaats and v.toegekend > 0 for v in wie)
            if wie:
                assert sum(v.aandeel for v in wie) == binding.tekort
                som = sum(v.toegekend for v in wie)
                for v in wie:  # largest remainder: less than one unit from the exact part
                    assert abs(v.aandeel * som - binding.tekort * v.toegekend) < som


@pytest.mark.parametrize("methode", METHODEN)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_wat_knelt_is_wat_de_methode_zegt(methode: Methode, data: st.DataObject) -> None:
    uitkomst = data.draw(krappe_uitkomsten(methode))
    for uitleg in tekorten(uitkomst):
        gevraagd, over = brute.over_bij_beurt(uitkomst, uitleg.opdracht)
        genoemd = {(str(b.team), b.maand): (b.gevraagd, b.over) for b in uitleg.uren}
        assert all(genoemd[plek] == (gevraagd[plek], over[plek]) for plek in genoemd)
        krap = {plek for plek, deel in gevraagd.items() if over[plek] < deel}
        if methode is not Methode.SAMENHANGEND:
            assert set(genoemd) == krap
            continue
        geld = [(b.over, b.gevraagd) for b in uitleg.euros]  # one year, so one limit at most
        for maand in {m for _, m in gevraagd}:
            paren = {p: (over[p], gevraagd[p]) for p in gevraagd if p[1] == maand}
            kleinste = brute.krapste([*paren.values(), *geld])
            verwacht = {
                plek for plek in paren if plek in krap and brute.krapste([paren[plek]]) == kleinste
            }
            assert {plek for plek in genoemd if plek[1] == maand} == verwacht
            for b in uitleg.euros:
                assert (maand in b.maanden) == (brute.krapste([(b.over, b.gevraagd)]) == kleinste)


def test_wie_alles_krijgt_of_niet_meedoet_heeft_geen_uitleg() -> None:
    uitkomst = reken(krap_plan(Random(1), Methode.STRIKT), PROEFJAAR)
    vol = next(r for r in uitkomst.effecten.opdrachten if not komt_tekort(r))
    with pytest.raises(InvoerError, match="krijgt alles"):
        leg_uit(uitkomst, vol.opdracht)
    with pytest.raises(InvoerError, match="geen plaats"):
        leg_uit(uitkomst, OpdrachtCode("bestaat niet"))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_de_kleinste_dekking_is_die_van_alle_verzamelingen(zaad: int) -> None:
    kans = Random(zaad)
    n, m = kans.randint(1, 8), kans.randint(1, 4)
    nodig = np.array([kans.randint(-2, 12) for _ in range(m)], dtype=np.int64)
    levert = np.array([[kans.randint(0, 7) for _ in range(m)] for _ in range(n)], dtype=np.int64)
    kosten = np.array([kans.choice([0, 0, 1, 2, 9]) for _ in range(n)], dtype=np.int64)
    voorkeur = np.array(kans.sample(range(50), n), dtype=np.int64)
    werkt = [
        keuze
        for bits in range(1 << n)
        if (levert[keuze := [i for i in range(n) if bits >> i & 1]].sum(axis=0) >= nodig).all()
    ]
    gevonden = kleinste_dekking(nodig, levert, kosten, voorkeur)
    if not werkt:
        assert gevonden is None
        return
    assert gevonden == tuple(
        min(
            werkt,
            key=lambda keuze: (
                len(keuze),
                int(kosten[keuze].sum()),
                sorted(-int(voorkeur[i]) for i in keuze),
            ),
        )
    )


def test_een_te_lange_zoektocht_stopt_en_zegt_dat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uitleg_dekking, "MAX_STAPPEN", 2)
    levert = np.array([[3, 1], [1, 3], [2, 2], [2, 1], [1, 2]], dtype=np.int64)
    gelijk = np.arange(5, dtype=np.int64)
    with pytest.raises(DekkingTeGrootError):
        kleinste_dekking(np.array([5, 5]), levert, gelijk, gelijk)


def test_boven_de_grens_van_te_proberen_paren_blijven_wie_op_het_knelpunt_werken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uitleg_proef, "MAX_SETS", 0)
    gevonden = 0
    for zaad in range(20):
        uitkomst = reken(krap_plan(Random(zaad), Methode.ALLES_OF_NIETS), PROEFJAAR)
        for uitleg in tekorten(uitkomst):
            if isinstance(uitleg.ruil, Ruil):
                gevonden += 1
                volgorde = uitkomst.stand.volgorde
                na = brute.in_volgorde(uitkomst, volgorde, set(uitleg.ruil.opdrachten))
                assert brute.regel(na, uitleg.opdracht).past
    assert gevonden
