"""Who is let into a scenario sees no more of the plan than the own right gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import Status
from sturing.domain.levering import Mutatie
from sturing.domain.scenario import Deelrecht
from sturing.domain.wie import Herkomst, RechtRol, Wie
from sturing.errors import RechtError
from sturing.services import (
    besluitscherm,
    overnemen,
    planbeweging,
    reacties,
    scenarios,
)
from sturing.services.beelden import Bordbeeld, Geweigerd
from sturing.services.namen import ONZICHTBAAR
from sturing.services.omgeving import Omgeving
from sturing.services.prioriteiten import bord
from sturing.services.scenariolijst import scenariolijst
from sturing.store import concepten, deling
from tests.services.besluitproef import JAAR, leg_voor, lever, omgeving_van, persoon
from tests.services.besluitwereld import DIR, S1, S3, SS, VOORAAN, wereld

# S3 (Nobelkwartier) is of the strategisch manager sociaal, S2 (Schapenweide) of the ruimtelijk one.
PL = persoon("pl", RechtRol.PROJECTLEIDER, "ruimtelijk", persoon=PersoonCode("PL"))
PARKEER = w.Parkeer(opdracht=S3, oude_status=Status.GEPLAND)
ACHTERAAN = w.Rang(opdracht=S3, oude_plaats=2, plaats=5, onder=None)


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = omgeving_van(wereld())
    yield omgeving
    omgeving.sluit()


def gedeeld(omgeving: Omgeving, *wijzigingen: w.Wijziging) -> int:
    """A scenario of the directie, shared with the projectleider, who looks at it now."""
    nummer = scenarios.maak(omgeving, DIR, "Van de directie")
    concept = concepten.lees(omgeving.opslag, nummer)
    concepten.vervang(omgeving.opslag, nummer, wijzigingen, concept.versie)
    with omgeving.opslag.schrijven():
        deling.zet_deelnemer(omgeving.opslag, nummer, PL.account, Deelrecht.KIJKEN)
    scenarios.kies(omgeving, PL, nummer)
    return nummer


def test_a_line_about_an_opdracht_out_of_sight_has_no_name_and_no_value(omgeving: Omgeving) -> None:
    gedeeld(omgeving, VOORAAN, ACHTERAAN)
    beeld = bord(omgeving, PL, JAAR)
    assert isinstance(beeld, Bordbeeld)
    assert [r.tekst for r in beeld.wijzigingen] == [
        "Schapenweide: plaats 4 → 2",
        f"{ONZICHTBAAR}: gewijzigd",
    ]
    assert "Nobelkwartier" not in repr(beeld)
    van_directie = bord(omgeving, DIR, JAAR)
    assert isinstance(van_directie, Bordbeeld)
    assert "Nobelkwartier" in van_directie.wijzigingen[1].tekst


def test_a_conflict_about_an_opdracht_out_of_sight_does_not_tell_its_status(
    omgeving: Omgeving,
) -> None:
    gedeeld(omgeving, replace(PARKEER, oude_status=Status.LOPEND))
    beeld = bord(omgeving, PL, JAAR)
    assert isinstance(beeld, Bordbeeld)
    assert [r.conflict for r in beeld.wijzigingen] == ["Deze wijziging past niet meer."]


def test_merging_names_only_what_the_reader_may_see(omgeving: Omgeving) -> None:
    bron = gedeeld(omgeving, PARKEER)
    eigen = scenarios.maak(omgeving, PL, "Van de projectleider")
    gezien = overnemen.overname(omgeving, PL, eigen, bron)
    assert gezien.zonder_vraag == (f"{ONZICHTBAAR}: gewijzigd",)
    rij = next(m.nieuw for m in wereld() if m.nieuw and m.nieuw.get("naam") == "Nobelkwartier")
    lever(omgeving, [Mutatie(blad="Opdrachten", oud=rij, nieuw={**rij, "status": "lopend"})])
    (botsing,) = planbeweging.planbeweging(omgeving, PL, bron, JAAR).botsingen
    assert (botsing.onderwerp, botsing.basis, botsing.ander) == (ONZICHTBAAR, "–", "–")
    (open_,) = planbeweging.planbeweging(omgeving, DIR, bron, JAAR).botsingen
    assert (open_.onderwerp, open_.ander) == ("Nobelkwartier", "lopend")


def test_a_proposal_names_no_opdracht_out_of_sight(omgeving: Omgeving) -> None:
    score = w.ScoreVolgorde(opdrachten=(S3, S1))
    leg_voor(omgeving, DIR, score, PARKEER)
    beeld = besluitscherm.besluiten(omgeving, PL)
    assert not isinstance(beeld, Geweigerd)
    assert "Nobelkwartier" not in repr(beeld)


def test_the_source_of_a_copy_has_a_name_only_for_who_may_see_it(omgeving: Omgeving) -> None:
    bron = scenarios.maak(omgeving, DIR, "Geheime naam")
    kopie = scenarios.kopieer(omgeving, DIR, bron, "Kopie")
    with omgeving.opslag.schrijven():
        deling.zet_deelnemer(omgeving.opslag, kopie, PL.account, Deelrecht.KIJKEN)
    assert "Geheime naam" not in repr(scenariolijst(omgeving, PL))
    assert "Geheime naam" in repr(scenariolijst(omgeving, DIR))


def test_being_opdrachtgever_in_the_plan_is_no_right_to_agree_or_object(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, DIR, VOORAAN)
    zonder_rol = Wie(
        account="nieuw", naam="Zonder rol", herkomst=Herkomst.DEMONSTRATIE, persoon=SS.persoon
    )
    beheerder = persoon("bh", RechtRol.BEHEERDER, persoon=SS.persoon)
    for wie in (zonder_rol, beheerder):
        with pytest.raises(RechtError):
            reacties.stem_in(omgeving, wie, voorstel.nummer, voorstel.versie)
        with pytest.raises(RechtError):
            reacties.maak_bezwaar(omgeving, wie, voorstel.nummer, voorstel.versie, "Nee")
    assert reacties.stem_in(omgeving, SS, voorstel.nummer, voorstel.versie).reacties
