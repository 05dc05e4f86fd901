"""The draft of one person in two windows: nobody changes what he has not seen."""

from __future__ import annotations

from sturing.services import prioriteiten as p
from sturing.services.beelden import Bordbeeld
from sturing.services.omgeving import LOKAAL, Omgeving

ERGENS_ANDERS = "Dit concept is net ergens anders gewijzigd. U ziet nu de nieuwste stand."


def bord(omgeving: Omgeving) -> Bordbeeld:
    beeld = p.bord(omgeving, LOKAAL)
    assert isinstance(beeld, Bordbeeld)
    return beeld


def test_a_window_that_saw_no_draft_does_not_change_one_that_was_begun_elsewhere(omgeving):
    gezien = bord(omgeving).versie
    assert not p.verplaats(omgeving, LOKAAL, gezien, "S3", 2).geweigerd
    antwoord = p.verplaats(omgeving, LOKAAL, gezien, "R2", 2)
    assert antwoord.geweigerd == ERGENS_ANDERS
    assert [w.nummer for w in bord(omgeving).wijzigingen] == [1]


def test_undo_on_an_empty_draft_leaves_the_first_move_possible(omgeving):
    gezien = bord(omgeving).versie
    assert p.ongedaan(omgeving, LOKAAL, gezien).geweigerd
    assert not p.verplaats(omgeving, LOKAAL, gezien, "S3", 2).geweigerd
