"""Moves of a block, and as high as needed: checked against trying every place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.errors import InvoerError
from sturing.services import knoppen
from sturing.services import prioriteiten as p
from sturing.services.bordzinnen import WETTELIJK_GRENS
from sturing.services.concept import eigen_concept, uitkomst_van
from sturing.services.knopvelden import Knop
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.passend import laagste_passende_plaats
from sturing.services.verplaatsen import verplaats_blok, zo_hoog_als_nodig

from .conftest import omgeving_met, rijen
from .knopproef import bord, leeg_concept, zinnen


@pytest.fixture(scope="module")
def _organisatie() -> Iterator[Omgeving]:
    gemaakt = omgeving_met(rijen())
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def omgeving(_organisatie: Omgeving) -> Omgeving:
    leeg_concept(_organisatie)
    return _organisatie


def volgorde(omgeving: Omgeving) -> list[str]:
    return [r.opdracht for r in bord(omgeving).rijen]


@pytest.mark.parametrize("plaats", range(1, 9))
@pytest.mark.parametrize("blok", [("S1", "R1"), ("R2", "S3"), ("S2", "S3", "N1")])
def test_a_block_comes_together_in_its_own_order_at_the_place(omgeving, blok, plaats):
    anderen = [o for o in volgorde(omgeving) if o not in blok]
    verplaats_blok(omgeving, LOKAAL, None, blok, plaats)
    eigen = sorted(blok, key=["S1", "S2", "S3", "R1", "R2", "N1"].index)
    eerste = max(2, min(plaats, len(anderen) + 1))
    verwacht = anderen[: eerste - 1] + eigen + anderen[eerste - 1 :]
    assert volgorde(omgeving) == verwacht
    # The same lines replayed from nothing give the same order.
    omgeving._uitkomsten.clear()
    assert volgorde(omgeving) == verwacht


def test_a_block_is_one_step_and_the_next_move_of_it_takes_its_place(omgeving):
    verplaats_blok(omgeving, LOKAAL, None, ("R1", "R2"), 4)
    assert zinnen(omgeving) == ["Groenonderhoud: plaats 5 → 4", "Dorpsplein: plaats 6 → 5"]
    verplaats_blok(omgeving, LOKAAL, None, ("R1", "R2"), 2)
    assert zinnen(omgeving) == ["Groenonderhoud: plaats 5 → 2", "Dorpsplein: plaats 6 → 3"]
    p.ongedaan(omgeving, LOKAAL, bord(omgeving).versie)
    p.ongedaan(omgeving, LOKAAL, bord(omgeving).versie)
    assert not bord(omgeving).wijzigingen


def test_a_block_across_the_border_of_wettelijk_is_refused(omgeving):
    with pytest.raises(InvoerError, match=WETTELIJK_GRENS):
        verplaats_blok(omgeving, LOKAAL, None, ("W1", "S1"), 3)
    with pytest.raises(InvoerError):
        verplaats_blok(omgeving, LOKAAL, None, ("S1", "P1"), 3)
    with pytest.raises(InvoerError):
        verplaats_blok(omgeving, LOKAAL, None, ("S1", "S2"), 0)
    assert not bord(omgeving).wijzigingen


@pytest.mark.parametrize("methode", list(Methode))
@pytest.mark.parametrize("opdracht", ["S1", "S2", "S3", "R1", "R2"])
def test_the_lowest_place_that_fits_is_the_one_that_trying_them_all_gives(
    omgeving, methode, opdracht
):
    p.zet_methode(omgeving, LOKAAL, None, methode)
    basis = omgeving.basis()
    uitkomst = uitkomst_van(omgeving, basis, eigen_concept(omgeving, LOKAAL))
    gevonden = laagste_passende_plaats(uitkomst, OpdrachtCode(opdracht), basis.namen)
    passend = []
    for plaats in range(2, 8):
        p.verplaats(omgeving, LOKAAL, bord(omgeving).versie, opdracht, plaats)
        nu = uitkomst_van(omgeving, basis, eigen_concept(omgeving, LOKAAL))
        regel = next(r for r in nu.effecten.opdrachten if r.opdracht == opdracht)
        if regel.past:
            passend.append(regel.plaats)
    assert gevonden.waarde == max(passend, default=None)
    assert bool(gevonden.waarom_niet) is (not passend)


def test_as_high_as_needed_moves_there_and_says_when_it_need_not(omgeving):
    # T2 has 1.375 hours: S3 (600) fits under S1 (900) no more, above it it does.
    antwoord = zo_hoog_als_nodig(omgeving, LOKAAL, None, "S3")
    assert "Nobelkwartier: plaats 4 → " in antwoord.aankondiging
    s3 = next(r for r in bord(omgeving).rijen if r.opdracht == "S3")
    assert s3.dekking_pct == 100
    assert "past al op plaats" in zo_hoog_als_nodig(omgeving, LOKAAL, None, "S3").geweigerd
    assert len(bord(omgeving).wijzigingen) == 1


def test_what_fits_nowhere_says_why_and_moves_nothing(omgeving):
    knoppen.voeg_toe(
        omgeving, LOKAAL, None, Knop.UREN, {"opdracht": "R2", "team": "T4", "uren": "900"}
    )
    # T4 has 684 hours in the year: 1.000 is too much, also without anyone before it.
    reden = zo_hoog_als_nodig(omgeving, LOKAAL, None, "R2").geweigerd.replace("\u00a0", " ")
    assert reden.startswith("Dorpsplein vraagt meer dan er is: ")
    assert " uur van Team T4 in " in reden
    assert len(bord(omgeving).wijzigingen) == 1


def test_legal_work_in_the_way_is_named(omgeving):
    knoppen.voeg_toe(
        omgeving, LOKAAL, None, Knop.UREN, {"opdracht": "R2", "team": "T1", "uren": "600"}
    )
    # T1 has 2.738 hours, of which legal work takes 2.500.
    reden = zo_hoog_als_nodig(omgeving, LOKAAL, None, "R2").geweigerd
    assert reden == "Dorpsplein past op geen plaats: wettelijk werk staat ervoor."


def test_what_has_no_place_is_not_moved(omgeving):
    with pytest.raises(InvoerError):
        zo_hoog_als_nodig(omgeving, LOKAAL, None, "P1")
    assert not bord(omgeving).wijzigingen
