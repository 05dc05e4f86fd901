"""Drafts: every step is kept, nothing is overwritten unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.errors import ConflictError, InvoerError
from sturing.store import concepten
from sturing.store.concepten import Concept
from sturing.store.opslag import Opslag


def rang(plaats: int) -> w.Rang:
    return w.Rang(opdracht=OpdrachtCode(f"O{plaats}"), oude_plaats=9, plaats=plaats)


@pytest.fixture
def concept(opslag: Opslag) -> Concept:
    return concepten.maak(opslag, naam="Concept", eigenaar="anna", basis_levering=3)


def test_a_new_draft_is_empty_and_of_its_owner(opslag: Opslag, concept: Concept) -> None:
    ander = concepten.maak(opslag, naam="Ander", eigenaar="bram", basis_levering=3)
    assert (concept.naam, concept.eigenaar, concept.basis_levering) == ("Concept", "anna", 3)
    assert (concept.versie, concept.wijzigingen, concept.terug) == (1, (), ())
    assert (concept.kan_ongedaan, concept.kan_opnieuw) == (False, False)
    assert concepten.lijst(opslag, "anna") == (concept,)
    assert concepten.lijst(opslag) == (concept, ander)
    assert concepten.lijst(opslag, "niemand") == ()
    assert ander.id != concept.id


def test_a_draft_survives_a_restart(pad: Path) -> None:
    with Opslag.open(pad) as opslag:
        eerste = concepten.maak(opslag, naam="c", eigenaar="anna", basis_levering=0)
        concepten.voeg_toe(opslag, eerste.id, rang(1), 1)
        concepten.voeg_toe(opslag, eerste.id, rang(2), 2)
        voor = concepten.ongedaan(opslag, eerste.id, 3)
    with Opslag.open(pad) as opslag:
        (gelezen,) = concepten.lijst(opslag, "anna")
    assert gelezen == voor
    assert (gelezen.wijzigingen, gelezen.terug) == ((rang(1),), (rang(2),))


def test_undo_and_redo_walk_along_the_steps(opslag: Opslag, concept: Concept) -> None:
    nummer = concept.id
    concepten.voeg_toe(opslag, nummer, rang(1), 1)
    concepten.voeg_toe(opslag, nummer, rang(2), 2)
    concepten.ongedaan(opslag, nummer, 3)
    leeg = concepten.ongedaan(opslag, nummer, 4)
    assert (leeg.wijzigingen, leeg.terug, leeg.kan_ongedaan) == ((), (rang(1),), False)
    concepten.opnieuw(opslag, nummer, 5)
    vol = concepten.opnieuw(opslag, nummer, 6)
    assert (vol.wijzigingen, vol.terug, vol.kan_opnieuw) == ((rang(1), rang(2)), (), False)


def test_a_new_change_after_undo_drops_what_was_undone(opslag: Opslag, concept: Concept) -> None:
    concepten.voeg_toe(opslag, concept.id, rang(1), 1)
    concepten.ongedaan(opslag, concept.id, 2)
    nu = concepten.voeg_toe(opslag, concept.id, rang(5), 3)
    assert (nu.wijzigingen, nu.kan_opnieuw) == ((rang(5),), False)


def test_back_to_the_plan_can_be_undone(opslag: Opslag, concept: Concept) -> None:
    concepten.voeg_toe(opslag, concept.id, rang(1), 1)
    concepten.vervang(opslag, concept.id, (rang(3), rang(4)), 2)
    leeg = concepten.leeg(opslag, concept.id, 3)
    assert (leeg.wijzigingen, leeg.kan_ongedaan) == ((), True)
    assert concepten.ongedaan(opslag, concept.id, 4).wijzigingen == (rang(3), rang(4))


def test_a_write_on_an_older_version_is_a_conflict_and_stores_nothing(
    opslag: Opslag, concept: Concept
) -> None:
    nu = concepten.voeg_toe(opslag, concept.id, rang(1), 1)
    for schrijf in (
        lambda: concepten.voeg_toe(opslag, concept.id, rang(2), 1),
        lambda: concepten.vervang(opslag, concept.id, (), 1),
        lambda: concepten.leeg(opslag, concept.id, 3),
        lambda: concepten.ongedaan(opslag, concept.id, 1),
        lambda: concepten.opnieuw(opslag, concept.id, 1),
    ):
        with pytest.raises(ConflictError, match="ergens anders gewijzigd"):
            schrijf()
    assert concepten.lees(opslag, concept.id) == nu


def test_nothing_to_undo_or_redo_is_said(opslag: Opslag, concept: Concept) -> None:
    with pytest.raises(ConflictError, match="niets om ongedaan te maken"):
        concepten.ongedaan(opslag, concept.id, 1)
    with pytest.raises(ConflictError, match="niets om opnieuw te doen"):
        concepten.opnieuw(opslag, concept.id, 1)
    with pytest.raises(InvoerError, match="Concept 99"):
        concepten.lees(opslag, 99)


def test_the_oldest_steps_go_first(
    opslag: Opslag, concept: Concept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(concepten, "MAX_STAPPEN", 3)
    for versie in range(1, 8):
        concepten.voeg_toe(opslag, concept.id, rang(versie), versie)
    versie = 8
    while concepten.lees(opslag, concept.id).kan_ongedaan:
        concepten.ongedaan(opslag, concept.id, versie)
        versie += 1
    assert len(concepten.lees(opslag, concept.id).wijzigingen) == 7 - 3 + 1


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["bij", "vervang", "leeg", "ongedaan", "opnieuw"]), max_size=20))
def test_steps_behave_as_a_row_of_states(stappen: list[str]) -> None:
    """Against the plainest model: a list of states and a place in it."""
    standen: list[tuple[w.Wijziging, ...]] = [()]
    plek = 0
    with Opslag.open(None) as opslag:
        concept = concepten.maak(opslag, naam="c", eigenaar="a", basis_levering=0)
        for nummer, stap in enumerate(stappen, start=1):
            versie = concept.versie
            if stap in ("ongedaan", "opnieuw"):
                straks = plek + (1 if stap == "opnieuw" else -1)
                if not 0 <= straks < len(standen):
                    continue
                plek = straks
                loop = concepten.opnieuw if stap == "opnieuw" else concepten.ongedaan
                concept = loop(opslag, concept.id, versie)
            else:
                nu = standen[plek]
                lijst = {"bij": (*nu, rang(nummer)), "vervang": (rang(nummer),), "leeg": ()}[stap]
                standen, plek = [*standen[: plek + 1], lijst], plek + 1
                concept = (
                    concepten.voeg_toe(opslag, concept.id, rang(nummer), versie)
                    if stap == "bij"
                    else concepten.vervang(opslag, concept.id, lijst, versie)
                )
            assert concept.wijzigingen == standen[plek]
            assert concept.kan_ongedaan == (plek > 0)
            assert concept.kan_opnieuw == (plek < len(standen) - 1)
            assert concept == concepten.lees(opslag, concept.id)
