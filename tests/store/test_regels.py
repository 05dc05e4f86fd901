"""Lines of a draft keep their number, their author and whether they are on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.errors import InvoerError, OpslagError
from sturing.store import concepten
from sturing.store.opslag import Opslag
from sturing.store.regel_json import regels_naar_json, regels_van_json
from sturing.store.wijziging_json import lijst_to_json


def rang(plaats: int) -> w.Rang:
    return w.Rang(opdracht=OpdrachtCode(f"O{plaats}"), oude_plaats=9, plaats=plaats)


def test_a_line_that_is_off_stays_in_the_list_and_does_not_count(opslag: Opslag) -> None:
    nummer = concepten.maak(opslag, naam="c", eigenaar="anna", basis_levering=0).id
    nu = concepten.vervang(opslag, nummer, (rang(1), rang(2)), 1)
    uit = replace(nu.regels[0], aan=False)
    nu = concepten.vervang(opslag, nummer, (uit, nu.regels[1]), 2, door="bram")
    assert nu.wijzigingen == (rang(2),)
    assert [(r.aan, r.door) for r in nu.regels] == [(False, "bram"), (True, "anna")]
    assert concepten.lees(opslag, nummer) == nu
    assert concepten.ongedaan(opslag, nummer, 3).wijzigingen == (rang(1), rang(2))


def test_a_number_of_a_line_is_never_used_again(opslag: Opslag) -> None:
    nummer = concepten.maak(opslag, naam="c", eigenaar="anna", basis_levering=0).id
    eerste = concepten.voeg_toe(opslag, nummer, rang(1), 1).regels[0].nr
    concepten.ongedaan(opslag, nummer, 2)
    tweede = concepten.voeg_toe(opslag, nummer, rang(2), 3).regels[0].nr
    concepten.leeg(opslag, nummer, 4)
    derde = concepten.voeg_toe(opslag, nummer, rang(1), 5).regels[0].nr
    assert len({eerste, tweede, derde}) == 3


def test_an_edited_line_keeps_its_number_and_names_who_edited_it(opslag: Opslag) -> None:
    nummer = concepten.maak(opslag, naam="c", eigenaar="anna", basis_levering=0).id
    (regel,) = concepten.voeg_toe(opslag, nummer, rang(1), 1).regels
    anders = replace(regel, wijziging=rang(7))
    (na,) = concepten.vervang(opslag, nummer, (anders,), 2, door="bram").regels
    assert (na.nr, na.wijziging, na.door, na.versie) == (regel.nr, rang(7), "bram", 3)


def test_a_draft_written_before_lines_had_a_number_is_read() -> None:
    regels = regels_van_json(lijst_to_json((rang(3), rang(4))), "anna")
    assert [(r.nr, r.wijziging, r.aan, r.door) for r in regels] == [
        (1, rang(3), True, "anna"),
        (2, rang(4), True, "anna"),
    ]
    assert regels_van_json(regels_naar_json(regels), "bram") == regels


def test_a_damaged_line_is_told_in_words() -> None:
    tekst = regels_naar_json(regels_van_json(lijst_to_json((rang(3),)), "anna"))
    with pytest.raises(OpslagError):
        regels_van_json(tekst.replace('"nr":1', '"nr":"1"'), "anna")


def test_a_draft_holds_a_bounded_number_of_lines(opslag: Opslag) -> None:
    nummer = concepten.maak(opslag, naam="c", eigenaar="anna", basis_levering=0).id
    with pytest.raises(InvoerError):
        concepten.vervang(opslag, nummer, [rang(1)] * concepten.MAX_REGELS, 1)
    assert concepten.lees(opslag, nummer).versie == 1
