"""Laying an opdracht before the strategisch manager: who may, who answers, what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from sturing.domain.samenspel import Stand
from sturing.domain.wie import RechtRol
from sturing.errors import InvoerError, RechtError
from sturing.services import berichten, voorleggen
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store import logboek

from .conftest import LEEG, omgeving_met, rijen
from .gesprekproef import (
    ALLEN,
    CONTROLLER,
    DELEGATE,
    DIRECTIE,
    ONDERSTEUNER,
    PV,
    SM,
    SM_SOCIAAL,
    organisatie,
    wie,
)


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = organisatie()
    yield omgeving
    omgeving.sluit()


def leggen_voor(omgeving: Omgeving, opdracht: str) -> set[str]:
    uit = set()
    for x in ALLEN:
        try:
            voorleggen.leg_voor(omgeving, x, opdracht, "Mag dit?")
        except RechtError:
            continue
        uit.add(x.account)
    return uit


def test_opdrachtgever_delegate_and_procesverantwoordelijke_lay_an_opdracht_before(
    omgeving: Omgeving,
) -> None:
    """Not the strategisch manager of the domain (the one asked), not the directie, not a team."""
    assert leggen_voor(omgeving, "S3") == {"projectleider"}
    assert leggen_voor(omgeving, "W1") == {"proces"}
    assert leggen_voor(omgeving, "S1") == set()
    with pytest.raises(RechtError):
        voorleggen.leg_voor(omgeving, LOKAAL, "Q9", "Mag dit?")


def test_it_is_asked_of_the_manager_of_the_domain_of_the_opdrachtgever(omgeving: Omgeving) -> None:
    uitslag = voorleggen.leg_voor(omgeving, PV, "W1", "  Mag de balie een dag dicht?  ")
    assert uitslag.aankondiging == (
        "Reisdocumenten is voorgelegd aan Strategisch manager ruimtelijk domein."
    )
    [escalatie] = berichten.alle_escalaties(omgeving)
    assert escalatie.aan == "Strategisch manager ruimtelijk domein"
    assert escalatie.berichten[0].tekst == "Mag de balie een dag dicht?"
    assert [r.object for r in logboek.lees(omgeving.opslag)][-1] == "escalatie 1: W1"
    for ander in (SM_SOCIAAL, DIRECTIE, CONTROLLER, PV):
        with pytest.raises(RechtError):
            voorleggen.antwoord(omgeving, ander, 1, "Ja", 1)
    assert voorleggen.antwoord(omgeving, SM, 1, "Ja, op vrijdag.", 1).aankondiging
    assert berichten.alle_escalaties(omgeving)[0].stand is Stand.BEANTWOORD


def test_without_a_manager_of_the_domain_the_directie_answers() -> None:
    gegeven = rijen()  # PV has no domein, so W1 has none
    omgeving = omgeving_met(gegeven)
    assert voorleggen.leg_voor(omgeving, PV, "W1", "Mag dit?").aankondiging.endswith("de directie.")
    with pytest.raises(RechtError):
        voorleggen.antwoord(omgeving, SM, 1, "Ja", 1)
    assert voorleggen.antwoord(omgeving, DIRECTIE, 1, "Ja", 1).aankondiging
    omgeving.sluit()


def test_a_manager_whose_role_ended_is_not_asked() -> None:
    gegeven = rijen()
    gegeven["Personen"] = [
        r | {"domein": "ruimtelijk", "tot": date(2026, 6, 30) if r["persoon"] == "SM" else None}
        for r in gegeven["Personen"]
    ]
    gegeven["Personen"].append(
        LEEG["Personen"]
        | {
            "persoon": "SM-2",
            "naam": "Opvolger",
            "rol": "strategisch manager",
            "domein": "ruimtelijk",
        }
    )
    omgeving = omgeving_met(gegeven)
    voorleggen.leg_voor(omgeving, PV, "W1", "Mag dit?")
    assert omgeving.basis().plan.peildatum is not None
    assert berichten.alle_escalaties(omgeving)[0].aan == "Opvolger"
    opvolger = wie("opvolger", RechtRol.STRATEGISCH_MANAGER, persoon="SM-2")
    with pytest.raises(RechtError):
        voorleggen.antwoord(omgeving, SM, 1, "Ja", 1)
    assert voorleggen.antwoord(omgeving, opvolger, 1, "Ja", 1).aankondiging
    omgeving.sluit()


def test_an_answer_can_be_followed_and_the_question_taken_back(omgeving: Omgeving) -> None:
    voorleggen.leg_voor(omgeving, DELEGATE, "S3", "Mag ik dit toezeggen?")
    voorleggen.antwoord(omgeving, SM, 1, "Nog niet.", 1)
    voorleggen.vervolg(omgeving, DELEGATE, 1, "Wanneer wel?", 2)
    assert berichten.alle_escalaties(omgeving)[0].stand is Stand.OPEN
    with pytest.raises(RechtError):
        voorleggen.trek_in(omgeving, SM, 1, "Niet nodig", 3)
    with pytest.raises(RechtError):
        voorleggen.vervolg(omgeving, SM, 1, "Ik ook", 3)
    assert voorleggen.trek_in(omgeving, DELEGATE, 1, "", 3).geweigerd
    voorleggen.trek_in(omgeving, DELEGATE, 1, "Het is opgelost.", 3)
    [escalatie] = berichten.alle_escalaties(omgeving)
    assert escalatie.stand is Stand.INGETROKKEN
    assert [b.tekst for b in escalatie.berichten][-1] == "Het is opgelost."
    assert "al ingetrokken" in voorleggen.antwoord(omgeving, SM, 1, "Toch ja", 4).geweigerd


def test_who_takes_no_part_does_not_see_it(omgeving: Omgeving) -> None:
    voorleggen.leg_voor(omgeving, PV, "W1", "Mag dit?")
    basis = omgeving.basis()
    zien = {x.account for x in ALLEN if voorleggen.zichtbare_escalaties(omgeving, basis, x)}
    assert zien == {"manager", "sociaal", "directeur", "controller", "proces", "ander"}
    with pytest.raises(InvoerError, match="bestaat niet"):
        voorleggen.antwoord(omgeving, ONDERSTEUNER, 1, "Ja", 1)


def test_an_empty_question_is_refused_in_words(omgeving: Omgeving) -> None:
    assert voorleggen.leg_voor(omgeving, DELEGATE, "S3", "\n").geweigerd
    assert berichten.alle_escalaties(omgeving) == ()
