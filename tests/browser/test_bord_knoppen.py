"""The knobs on the board by itself: menu, several rows at once, lines, what is not planned."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Page, expect
from voorbeelden import bordbeeld, verplaatst

from sturing.services.bordblik import Knelmaand, Nietgepland, Nietgeplandrij

from .bordpagina import draw, focused, payload, place, row, sent, show_board

LEGAL_FIRST = "Wettelijk werk gaat voor; zet die instelling uit om dit te veranderen."


def test_delete_parks_the_row_and_the_next_one_has_the_focus(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").click()
    bare.keyboard.press("Delete")
    assert sent(bare) == [{"soort": "parkeer", "opdrachten": ["O030"], "nr": 1, "versie": 0}]
    assert focused(bare) == "O031"


def test_legal_work_does_not_move_and_can_be_parked(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    bare.get_by_role("button", name="Toon").click()
    row(bare, "O003").click()
    bare.keyboard.press("Shift+F10")
    expect(bare.get_by_role("menuitem", name="Parkeer")).to_be_visible()
    expect(bare.get_by_role("menuitem", name="Zet op plaats")).to_be_hidden()
    bare.keyboard.press("Escape")
    expect(row(bare, "O003")).to_be_focused()
    bare.keyboard.press("Alt+ArrowDown")
    expect(row(bare, "O003").locator(".geweigerd")).to_contain_text(LEGAL_FIRST)
    assert sent(bare) == []


def test_the_menu_asks_for_the_form_of_a_knob(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").hover()
    row(bare, "O030").locator(".meer").click()
    bare.get_by_role("menuitem", name="Ambitie…").click()
    action = sent(bare)[0]
    assert (action["soort"], action["knop"], action["opdrachten"]) == ("knop", "ambitie", ["O030"])
    draw(bare, payload(bordbeeld(), nr=1))
    row(bare, "O030").locator(".meer").click()
    bare.get_by_role("menuitem", name="Zo hoog als nodig").click()
    assert (sent(bare)[1]["soort"], sent(bare)[1]["opdracht"]) == ("zo_hoog", "O030")


def test_rows_chosen_with_ctrl_and_shift_move_as_one_block(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").click()
    row(bare, "O030").click(modifiers=["Control"])
    row(bare, "O033").click(modifiers=["Control"])
    expect(bare.locator(".telregel")).to_contain_text("2 opdrachten gekozen")
    expect(row(bare, "O033")).to_have_attribute("aria-selected", "true")
    bare.keyboard.press("Alt+ArrowUp")
    assert sent(bare)[0]["opdrachten"] == ["O030", "O033"]
    assert sent(bare)[0]["plaats"] == 29
    assert [place(bare, code) for code in ("O030", "O033", "O029")] == [29, 30, 31]
    # The next press waits behind it and travels as the final place only.
    bare.keyboard.press("Alt+ArrowUp")
    bare.keyboard.press("Alt+ArrowUp")
    draw(bare, payload(bordbeeld(), nr=1))
    assert [(a["soort"], a["plaats"]) for a in sent(bare)] == [("blok", 29), ("blok", 27)]


def test_rows_are_chosen_by_keyboard_and_let_go_with_escape(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").click()
    bare.keyboard.press("Shift+ArrowDown")
    bare.keyboard.press("Shift+ArrowDown")
    assert bare.locator('.rij[aria-selected="true"]').count() == 3
    assert focused(bare) == "O032"
    bare.keyboard.press("Delete")
    assert sent(bare)[0]["opdrachten"] == ["O030", "O031", "O032"]
    row(bare, "O035").click()
    bare.keyboard.press("Space")
    bare.keyboard.press("ArrowDown")
    bare.keyboard.press("Space")
    expect(bare.locator(".telregel")).to_contain_text("2 opdrachten gekozen")
    bare.keyboard.press("Escape")
    assert bare.locator('.rij[aria-selected="true"]').count() == 0


def test_a_range_reaches_from_the_last_chosen_row(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O020").click(modifiers=["Control"])
    row(bare, "O024").click(modifiers=["Shift"])
    assert bare.locator('.rij[aria-selected="true"]').count() == 5
    bare.get_by_role("button", name="Kies wat u ermee doet").click()
    expect(bare.get_by_role("menuitem", name="Op volgorde van score…")).to_be_visible()
    expect(bare.get_by_role("menuitem", name="Ambitie…")).to_be_hidden()
    bare.get_by_role("menuitem", name="Op volgorde van score…").click()
    assert sent(bare)[0]["knop"] == "score"
    assert len(sent(bare)[0]["opdrachten"]) == 5


def test_a_line_is_switched_edited_and_brought_to_now(bare: Page) -> None:
    beeld = verplaatst(bordbeeld(), "O030", 22)
    regel = replace(
        beeld.wijzigingen[0],
        regel=4007,
        conflict="De periode is nu een andere.",
        advies="Kies 'Neem de waarde van nu', of haal de regel weg.",
        kan_verversen=True,
    )
    show_board(bare, payload(replace(beeld, wijzigingen=(regel,))))
    switch = bare.get_by_role("switch")
    expect(switch).to_have_attribute("aria-checked", "true")
    expect(bare.locator(".conflict")).to_contain_text("De periode is nu een andere. Kies")
    switch.click()
    for nr, name in ((1, "Pas wijziging 1 aan"), (2, "Neem voor wijziging 1 de waarde van nu")):
        draw(bare, payload(replace(beeld, wijzigingen=(regel,)), nr=nr))
        bare.get_by_role("button", name=name).click()
    gezien = [(a["soort"], a["nummer"]) for a in sent(bare)]
    assert gezien == [("zet_uit", 4007), ("pas_aan", 4007), ("ververs", 4007)]


def test_a_line_that_is_off_says_so(bare: Page) -> None:
    beeld = verplaatst(bordbeeld(), "O030", 22)
    uit = replace(beeld.wijzigingen[0], aan=False)
    show_board(bare, payload(replace(beeld, wijzigingen=(uit,))))
    expect(bare.locator(".wijzigingen .uit")).to_contain_text("staat uit")
    bare.get_by_role("switch").click()
    assert sent(bare)[0]["soort"] == "zet_aan"


def test_what_is_not_planned_opens_and_starts(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    bare.get_by_role("button", name="Niet gepland: 3").click()
    assert sent(bare)[0]["soort"] == "niet_gepland"
    rij = Nietgeplandrij(
        opdracht="O900", naam="Buurtbus", opdrachtgever="Directie", status="idee", uren="40 uur"
    )
    rest = Nietgepland(aantal=3, open=True, rijen=(rij,))
    draw(bare, payload(replace(bordbeeld(), niet_gepland=rest), nr=1))
    bare.get_by_role("button", name="Start Buurtbus", exact=True).click()
    assert (sent(bare)[1]["soort"], sent(bare)[1]["opdracht"]) == ("start", "O900")


def test_who_gives_stands_under_the_opdrachtgever_and_pinching_is_told(bare: Page) -> None:
    beeld = verplaatst(bordbeeld(), "O030", 22)
    knelt = (Knelmaand(naam="Mobiliteit, apr", voor="40", na="120", beter=False),)
    show_board(bare, payload(replace(beeld, knelt=knelt)))
    gever = beeld.levert_in[0].opdrachtgever
    expect(bare.get_by_role("list", name=gever)).to_contain_text(beeld.levert_in[0].naam)
    expect(bare.locator(".effect")).to_contain_text("Waar het knelt")
    expect(bare.locator(".effect")).to_contain_text("uur tekort, slechter")


def test_another_unit_and_dimension_are_asked_of_the_server(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    bare.get_by_role("radio", name="Euro's").click()
    assert sent(bare)[0]["eenheid"] == "euro"
    draw(bare, payload(bordbeeld(), nr=1))
    bare.get_by_label("Effect per iets anders").select_option("maand")
    assert sent(bare)[1]["tab"] == "maand"
