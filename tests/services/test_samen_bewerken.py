"""Two people in one scenario: what does not touch is merged, what does is shown and refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sturing.demonstratie.identiteiten import IDENTITEITEN
from sturing.domain.scenario import Deelrecht
from sturing.errors import ConflictError, RechtError
from sturing.services import prioriteiten as p
from sturing.services import scenarios as scenariodienst
from sturing.services.beelden import Bordbeeld
from sturing.services.concept import Verplaatsing, bewerk, eigen_concept
from sturing.services.omgeving import Omgeving
from sturing.services.regelbewerking import verwijder_regel
from sturing.store import concepten, conceptversies, deling, scenarios

from .conftest import omgeving_met, rijen

PER_ACCOUNT = {w.account: w for w in IDENTITEITEN}
ANNA = PER_ACCOUNT["demo-sm-ruimtelijk"]
BRAM = PER_ACCOUNT["demo-sm-sociaal"]


@pytest.fixture
def samen():
    """One scenario of ANNA in which BRAM works as well; S3 stands on place 2 in it."""
    omgeving = omgeving_met(rijen(), demo=True)
    p.verplaats(omgeving, ANNA, 0, "S3", 2)
    concept = eigen_concept(omgeving, ANNA)
    assert concept is not None
    deling.zet_deelnemer(omgeving.opslag, concept.id, BRAM.account, Deelrecht.MEEWERKEN)
    scenarios.kies(omgeving.opslag, BRAM.account, concept.id)
    yield omgeving
    omgeving.sluit()


def bord(omgeving: Omgeving, wie) -> Bordbeeld:
    beeld = p.bord(omgeving, wie)
    assert isinstance(beeld, Bordbeeld)
    return beeld


def lijst(omgeving: Omgeving) -> list[str]:
    return [x.tekst for x in bord(omgeving, ANNA).wijzigingen]


def test_both_see_the_same_scenario(samen):
    assert bord(samen, BRAM).rijen[1].opdracht == "S3"
    assert bord(samen, BRAM).versie == bord(samen, ANNA).versie


def test_an_edit_of_another_opdracht_is_laid_on_top_and_told(samen):
    gezien = bord(samen, ANNA).versie
    p.verplaats(samen, BRAM, gezien, "R1", 3)
    antwoord = p.verplaats(samen, ANNA, gezien, "R2", 4)
    assert not antwoord.geweigerd
    assert antwoord.aankondiging.endswith(
        "Intussen wijzigde Strategisch manager sociaal iets anders; dat staat er ook in."
    )
    assert len(lijst(samen)) == 3


def test_an_edit_of_the_same_field_is_refused_with_both_values_and_who_was_first(samen):
    gezien = bord(samen, ANNA).versie
    p.verplaats(samen, BRAM, gezien, "R1", 3)
    voor = lijst(samen)
    antwoord = p.verplaats(samen, ANNA, gezien, "R1", 2)
    assert antwoord.geweigerd == (
        "Strategisch manager sociaal was eerst: Groenonderhoud: plaats 5 → 3. "
        "Uw wijziging was: Groenonderhoud: plaats 5 → 2. "
        "Er is niets van u opgeslagen. U ziet nu de nieuwste stand."
    )
    assert lijst(samen) == voor
    assert bord(samen, ANNA).rijen == bord(samen, BRAM).rijen


def test_what_was_taken_back_since_is_told_as_taken_out(samen):
    gezien = bord(samen, ANNA).versie
    verwijder_regel(samen, BRAM, gezien, bord(samen, BRAM).wijzigingen[0].regel)
    antwoord = p.verplaats(samen, ANNA, gezien, "S3", 3)
    assert "sociaal was eerst: weghalen: Nobelkwartier: plaats 4 → 2." in antwoord.geweigerd


def test_undo_of_a_step_that_was_not_seen_is_refused(samen):
    gezien = bord(samen, ANNA).versie
    p.verplaats(samen, BRAM, gezien, "R1", 3)
    antwoord = p.ongedaan(samen, ANNA, gezien)
    assert antwoord.geweigerd.startswith("Strategisch manager sociaal was eerst")
    assert not p.ongedaan(samen, ANNA, bord(samen, ANNA).versie).geweigerd
    assert lijst(samen) == ["Nobelkwartier: plaats 4 → 2"]


def test_back_to_the_plan_does_not_take_away_what_was_not_seen(samen):
    gezien = bord(samen, ANNA).versie
    p.verplaats(samen, BRAM, gezien, "R1", 3)
    assert p.terug_naar_plan(samen, ANNA, gezien).geweigerd
    assert len(lijst(samen)) == 2


def test_a_method_that_was_chosen_since_is_not_overwritten(samen):
    gezien = bord(samen, ANNA).versie
    p.zet_methode(samen, BRAM, gezien, p.Methode.SAMENHANGEND)
    antwoord = p.zet_methode(samen, ANNA, gezien, p.Methode.ALLES_OF_NIETS)
    assert "Methode: strikt → samenhangend" in antwoord.geweigerd
    assert not p.zet_wettelijk_eerst(samen, ANNA, gezien, False).geweigerd


def test_a_refused_edit_leaves_no_result_behind(samen):
    """The numbers of a refused edit were calculated; the next version must not show them."""
    gezien = bord(samen, ANNA).versie
    p.verplaats(samen, BRAM, gezien, "R1", 3)
    p.verplaats(samen, ANNA, gezien, "R1", 2)
    p.verplaats(samen, BRAM, bord(samen, BRAM).versie, "R2", 2)
    volgorde = [r.opdracht for r in bord(samen, ANNA).rijen]
    assert volgorde == ["W1", "R2", "S3", "R1", "S1", "S2", "N1"]


def test_the_version_of_another_scenario_changes_nothing(samen):
    gezien = bord(samen, ANNA).versie
    ander = concepten.maak(samen.opslag, naam="Ander", eigenaar=ANNA.account, basis_levering=1)
    scenarios.kies(samen.opslag, ANNA.account, ander.id)
    antwoord = p.verplaats(samen, ANNA, gezien, "R1", 2)
    assert antwoord.geweigerd.startswith("U werkt inmiddels in een ander concept.")
    assert concepten.lees(samen.opslag, ander.id).regels == ()


def test_who_only_looks_sees_the_scenario_and_changes_nothing(samen):
    concept = eigen_concept(samen, ANNA)
    deling.zet_deelnemer(samen.opslag, concept.id, BRAM.account, Deelrecht.KIJKEN)
    beeld = bord(samen, BRAM)
    assert beeld.rijen[1].opdracht == "S3"
    assert not beeld.mag_wijzigen
    assert "Maak een kopie" in beeld.waarom_niet
    assert eigen_concept(samen, BRAM) is None
    with pytest.raises(RechtError):
        p.verplaats(samen, BRAM, beeld.versie, "R1", 2)
    assert len(lijst(samen)) == 1


def test_a_right_that_was_taken_away_is_gone_at_the_next_write(samen):
    gezien = bord(samen, BRAM).versie
    concept = eigen_concept(samen, ANNA)
    deling.zet_deelnemer(samen.opslag, concept.id, BRAM.account, None)
    antwoord = p.verplaats(samen, BRAM, gezien, "R1", 2)
    assert antwoord.geweigerd.startswith("U werkt inmiddels in een ander concept.")
    zonder_rol = replace(ANNA, toekenningen=())
    with pytest.raises(RechtError):
        p.verplaats(samen, zonder_rol, gezien, "R1", 2)
    assert len(lijst(samen)) == 1


def test_an_act_that_ends_in_words_begins_no_draft_and_writes_no_version(samen):
    derde = PER_ACCOUNT["demo-sm-bestuur"]
    assert p.verplaats(samen, derde, 0, "S1", 2).aankondiging.endswith("staat al op plaats 2.")
    assert eigen_concept(samen, derde) is None
    versie = bord(samen, ANNA).versie
    p.verplaats(samen, ANNA, versie, "S3", 2)
    assert bord(samen, ANNA).versie == versie


def test_every_version_keeps_what_it_changed_also_undo(samen):
    p.ongedaan(samen, BRAM, bord(samen, BRAM).versie)
    concept = eigen_concept(samen, ANNA)
    historie = conceptversies.geschiedenis(samen.opslag, concept.id)
    assert [(v.door, len(v.weg), len(v.erbij)) for v in historie] == [
        (ANNA.account, 0, 0),
        (ANNA.account, 0, 1),
        (BRAM.account, 1, 0),
    ]


def test_the_refusal_is_an_error_with_title_values_and_advice(samen):
    gezien = bord(samen, ANNA).versie
    p.verplaats(samen, BRAM, gezien, "R1", 3)

    def doe(concept):
        wijziging = p.w.Rang(opdracht="R1", oude_plaats=5, plaats=6)
        concepten.voeg_toe(samen.opslag, concept.id, wijziging, concept.versie, ANNA.account)
        return Verplaatsing()

    with pytest.raises(ConflictError) as fout:
        bewerk(samen, ANNA, gezien, doe)
    assert fout.value.exit_code == 2
    assert fout.value.hint.startswith("Er is niets van u opgeslagen.")


def test_who_saw_no_draft_does_not_write_in_one_of_a_colleague_that_was_opened_since():
    omgeving = omgeving_met(rijen(), demo=True)
    nummer = scenariodienst.maak(omgeving, ANNA, "Nog leeg")
    deling.zet_deelnemer(omgeving.opslag, nummer, BRAM.account, Deelrecht.MEEWERKEN)
    assert bord(omgeving, BRAM).versie == 0
    scenarios.kies(omgeving.opslag, BRAM.account, nummer)  # in another window
    antwoord = p.verplaats(omgeving, BRAM, 0, "S3", 2)
    assert antwoord.geweigerd
    assert antwoord.anderen
    assert concepten.lees(omgeving.opslag, nummer).regels == ()
    gezien = bord(omgeving, BRAM).versie
    assert not p.verplaats(omgeving, BRAM, gezien, "S3", 2).geweigerd
    omgeving.sluit()
