"""The first tour: each role its own screens, all of which exist."""

from __future__ import annotations

import pytest

from sturing.demonstratie.identiteiten import IDENTITEITEN
from sturing.domain.wie import RechtRol
from sturing.rights.matrix import LEVERACTIES, MATRIX, Actie
from sturing.services.omgeving import LOKAAL
from sturing.services.rondleiding import STAPPEN, eerste_schermen, rondleiding
from sturing.ui.navigation import SECTIONS, ordered, title_of

SCHERMEN = {name for items in SECTIONS.values() for name, _title in items}


def test_every_role_of_the_rights_has_a_tour_of_screens_that_exist() -> None:
    assert set(STAPPEN) == set(RechtRol)
    for stappen in STAPPEN.values():
        assert {stap.scherm for stap in stappen} <= SCHERMEN
        assert len({stap.vraag for stap in stappen}) == len(stappen)


@pytest.mark.parametrize("wie", [*IDENTITEITEN, LOKAAL], ids=lambda wie: wie.account)
def test_the_sections_of_the_navigation_follow_the_tour_and_none_is_lost(wie: object) -> None:
    first = eerste_schermen(wie)  # type: ignore[arg-type]
    names = ordered(first)
    assert sorted(names) == sorted(SECTIONS)
    assert (names[0], names[-1]) == (next(iter(SECTIONS)), list(SECTIONS)[-1])
    own = [
        section
        for name in first
        for section, items in SECTIONS.items()
        if section in names[1:-1] and name in {key for key, _title in items}
    ]
    assert names[1 : 1 + len(set(own))] == list(dict.fromkeys(own))


def test_without_a_role_the_tour_is_what_is_open_to_all() -> None:
    zonder = next(wie for wie in IDENTITEITEN if not wie.toekenningen)
    assert [stap.scherm for stap in rondleiding(zonder).stappen] == ["uitleg"]
    assert title_of("uitleg") == "Uitleg"


@pytest.mark.parametrize("rol", list(RechtRol))
def test_no_step_promises_what_the_rights_do_not_give_that_role(rol: RechtRol) -> None:
    def heeft(actie: Actie) -> bool:
        return bool(MATRIX[actie, rol])

    nodig = {
        "Sleep een opdracht": Actie.EIGEN_SCENARIO,
        "in uw concept": Actie.EIGEN_SCENARIO,
        "Geef uw concept een naam": Actie.EIGEN_SCENARIO,
        "stel een andere plaats voor": Actie.PRIORITEIT_WIJZIGEN,
        "Meld een knelpunt": Actie.SIGNALEREN,
        "als Excel, Word": Actie.TOTALEN_EXPORTEREN,
        "formatie naar netto uren": Actie.TOTALEN_LEZEN,
        "waar het knelt": Actie.TOTALEN_LEZEN,
    }
    assert all(
        heeft(actie)
        for stap in STAPPEN[rol]
        for woorden, actie in nodig.items()
        if woorden in stap.tekst
    )
    levert = any(heeft(actie) for actie in LEVERACTIES)
    assert levert or not any(stap.scherm == "gegevens" for stap in STAPPEN[rol])
