"""What travels to the board: short rows, ready words, nothing calculated."""

from __future__ import annotations

import json
from dataclasses import replace

import voorbeelden as v

from sturing.services.beelden import Telling
from sturing.services.bordblik import Nietgepland, Nietgeplandrij
from sturing.ui.bord.payload import board_payload, effect_payload
from sturing.ui.state import BoardTalk

ROW_FIELDS = 20
"""As many as js/order.js names in readRow."""


def payload(beeld=None, **changes):  # type: ignore[no-untyped-def]
    return board_payload(beeld or replace(v.bordbeeld(), **changes), BoardTalk(session="s"))


def test_a_row_travels_as_the_values_that_the_board_names() -> None:
    eerste = payload()["rijen"][0]
    assert len(eerste) == ROW_FIELDS
    assert eerste[:6] == ["O001", 1, 0, 1, 1, "Wettelijke taak 1"]


def test_a_shortage_is_written_with_a_real_minus_and_none_is_empty() -> None:
    rijen = payload()["rijen"]
    assert rijen[26][15] == "−1.620"  # place 27: 40% of 2.700
    assert rijen[0][15] == ""


def test_a_longer_name_travels_only_when_it_differs() -> None:
    beeld = v.bordbeeld(2, wettelijk=0, vast=1)
    zelfde = replace(beeld.rijen[0], volledige_naam=beeld.rijen[0].naam)
    rijen = payload(replace(beeld, rijen=(zelfde, beeld.rijen[1])))["rijen"]
    assert rijen[0][6] == ""
    assert rijen[1][6] == beeld.rijen[1].volledige_naam


def test_teams_travel_as_numbers_in_the_list_of_teams() -> None:
    data = payload()
    assert data["rijen"][0][17] == [1, 2]
    assert data["teams"][1]["naam"] == "Mobiliteit"
    assert data["teams"][1]["lijn"]["plaats"] == 24


def test_a_team_that_is_short_at_once_says_so_on_its_line() -> None:
    lijn = payload(lijn_per_team={})["teams"][0]["lijn"]
    assert lijn == {
        "plaats": 0,
        "tekst": "Al bij de eerste opdracht heeft dit team te weinig uren",
        "bijschrift": "",
    }


def test_a_link_with_a_team_opens_on_that_team_and_an_unknown_one_on_all() -> None:
    assert board_payload(v.bordbeeld(), BoardTalk(team="T02"))["team"] == 2
    assert board_payload(v.bordbeeld(), BoardTalk(team="T99"))["team"] is None


def test_beside_the_table_only_the_panel_travels() -> None:
    data = board_payload(v.bordbeeld(), BoardTalk(list_too=False))
    assert data["rijen"] == []
    assert data["effect"]["titel"] == "Het plan van nu"


def test_an_empty_draft_says_what_to_do_and_a_reader_why_not() -> None:
    assert "Versleep" in effect_payload(v.bordbeeld())["leeg"]
    lezer = replace(v.bordbeeld(), mag_wijzigen=False, waarom_niet="Vraag een manager.")
    assert effect_payload(lezer)["leeg"] == "Vraag een manager."


def test_gain_and_loss_have_the_same_form_and_loss_is_red() -> None:
    effect = effect_payload(v.verplaatst(v.bordbeeld(), "O030", 22))
    assert effect["titel"] == "Effect van 1 wijziging"
    assert effect["erbij"] == [[3, "Fundament op Orde", "37%", "100%", "SM ruimtelijk"]]
    assert effect["levert"] == [[1, "Vastgoedbeheer", "100%", "93%", "SM sociaal"]]
    rijen = effect["tabel"]["rijen"]
    assert rijen[0] == ["SM ruimtelijk", "45.719", "49.972", "+4.253", "beter", 0, ""]
    assert rijen[2] == ["Teams", "191.368", "187.115", "−4.253", "slechter", 0, ""]
    assert rijen[3][4:] == ["", 1, ""]


def test_the_tally_has_before_and_after_of_each_status() -> None:
    beeld = replace(
        v.bordbeeld(),
        telling_voor=Telling(haalbaar=37, onder_druk=10, niet_haalbaar=5),
        telling_na=Telling(haalbaar=36, onder_druk=13, niet_haalbaar=2, geparkeerd=1),
    )
    assert effect_payload(beeld)["telling"] == [
        [1, "haalbaar", "37", "36"],
        [2, "onder druk", "10", "13"],
        [3, "niet haalbaar", "5", "2"],
        [4, "geparkeerd", "0", "1"],
    ]


def test_a_board_of_four_thousand_stays_under_a_megabyte() -> None:
    text = json.dumps(payload(v.bordbeeld(4000)))
    assert len(text) < 1_000_000


def test_only_the_chosen_table_travels_with_the_names_of_the_others() -> None:
    effect = effect_payload(v.bordbeeld())
    assert effect["tabel"]["tab"] == "opdrachtgever"
    assert [key for key, _ in effect["tabs"]][:4] == [
        "opdrachtgever",
        "gebied",
        "team",
        "programma",
    ]
    assert [key for key, _ in effect["eenheden"]] == ["uren", "euro", "aantal"]
    zonder = effect_payload(replace(v.bordbeeld(), effect=None))
    assert zonder["tabel"] is None


def test_a_line_travels_with_its_own_number_its_switch_and_what_to_do() -> None:
    beeld = v.verplaatst(v.bordbeeld(), "O030", 22)
    regel = replace(
        beeld.wijzigingen[0],
        aan=False,
        conflict="Past niet.",
        advies="Doe dit.",
        kan_verversen=True,
    )
    lijn = effect_payload(replace(beeld, wijzigingen=(regel,)))["wijzigingen"][0]
    assert lijn == [1, regel.tekst, "Past niet.", regel.regel, 0, "Doe dit.", 1]


def test_what_is_not_planned_travels_as_a_number_until_it_is_open() -> None:
    assert payload()["nietGepland"] == {"aantal": 3, "open": False, "rijen": []}
    rij = Nietgeplandrij(
        opdracht="O9", naam="Idee", opdrachtgever="Directie", status="idee", uren="40 uur"
    )
    rest = payload(niet_gepland=Nietgepland(aantal=1, open=True, rijen=(rij,)))["nietGepland"]
    assert rest["rijen"] == [["O9", "Idee", "Directie", "idee", "40 uur"]]
