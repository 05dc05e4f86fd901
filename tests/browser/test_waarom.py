"""Waarom on the board: opened below its row, read, tried and closed, with keys and with a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from voorbeelden import bordbeeld, waarombeeld

from .bordpagina import draw, focused, payload, row, sent, show_board
from .conftest import Open, empty_draft

SHORT = 56
"""A place of the demonstration that falls short and has a place and a swap that help."""


def open_why(page: Page, code: str = "O030") -> Locator:
    """Enter on the row, and the answer of the server."""
    show_board(page, payload(bordbeeld()))
    row(page, code).click()
    page.keyboard.press("Enter")
    draw(page, payload(bordbeeld(), nr=1, why=waarombeeld(code)))
    return page.locator(".waarom")


def box(node: Locator) -> dict[str, float]:
    found = node.bounding_box()
    assert found is not None
    return dict(found)


def test_enter_asks_for_waarom_and_shows_that_it_is_being_worked_out(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").click()
    assert sent(bare) == []
    bare.keyboard.press("Enter")
    assert [(a["soort"], a["opdracht"]) for a in sent(bare)] == [("waarom", "O030")]
    expect(bare.locator(".waarom")).to_have_text("Even uitzoeken…")
    assert focused(bare) == "O030"


def test_the_answer_stands_below_its_row_in_words_months_and_shares(bare: Page) -> None:
    why = open_why(bare)
    expect(why).to_contain_text("Fundament op Orde krijgt 1.200 van de 3.000 uur (40%).")
    expect(why.locator(".maandbalken li")).to_have_count(12)
    expect(why.locator(".maandbalken .sr").last).to_have_text("maand 12: 20 van 100 uur")
    assert why.locator(".voordeel li").all_inner_texts()[1].split("\n") == [
        "een andere opdracht",
        "38%",
    ]
    expect(why.locator(".let-op")).to_contain_text("kreeg er door uw concept juist uren bij")
    expect(bare.locator(".omroep")).to_contain_text("Wat helpt: Zet op plaats 22, Ruil: parkeer")
    above, panel, below = box(row(bare, "O030")), box(why), box(row(bare, "O031"))
    assert panel["y"] == pytest.approx(above["y"] + above["height"], abs=1)
    assert below["y"] == pytest.approx(panel["y"] + panel["height"], abs=1)
    assert focused(bare) == "O030"


def test_arrows_pass_over_it_and_another_row_takes_its_place(bare: Page) -> None:
    open_why(bare)
    bare.keyboard.press("ArrowDown")
    assert focused(bare) == "O031"
    bare.keyboard.press("ArrowUp")
    assert focused(bare) == "O030"
    bare.keyboard.press("ArrowDown")
    bare.keyboard.press("Enter")
    draw(bare, payload(bordbeeld(), nr=2, why=waarombeeld("O031", "Aanpak energiearmoede")))
    expect(bare.locator(".waarom")).to_have_count(1)
    expect(bare.locator(".waarom")).to_contain_text("Aanpak energiearmoede krijgt")
    assert [a["opdracht"] for a in sent(bare)] == ["O030", "O031"]


@pytest.mark.parametrize("key", ["Escape", "Enter"])
def test_escape_or_enter_again_closes_and_the_focus_stays(bare: Page, key: str) -> None:
    open_why(bare)
    bare.keyboard.press(key)
    expect(bare.locator(".waarom")).to_have_count(0)
    assert sent(bare)[-1]["opdracht"] == ""
    assert focused(bare) == "O030"


def test_tab_reaches_what_helps_and_escape_there_goes_back_to_the_row(bare: Page) -> None:
    why = open_why(bare)
    for name in ("Sluit Waarom", "Zet op plaats 22", "Ruil: parkeer Warmtetransitie"):
        bare.keyboard.press("Tab")
        expect(why.get_by_role("button", name=name)).to_be_focused()
    bare.keyboard.press("ArrowDown")
    expect(why.get_by_role("button", name="Ruil: parkeer Warmtetransitie")).to_be_focused()
    bare.keyboard.press("Escape")
    expect(bare.locator(".waarom")).to_have_count(0)
    assert focused(bare) == "O030"


def test_a_button_sends_one_try_and_gives_focus_to_the_row(bare: Page) -> None:
    why = open_why(bare)
    button = why.get_by_role("button", name="Ruil: parkeer Warmtetransitie")
    button.click()
    expect(button).to_be_disabled()
    assert [(a["soort"], a.get("welke")) for a in sent(bare)][1:] == [("probeer", "ruil")]
    assert sent(bare)[1]["opdracht"] == "O030"
    assert focused(bare) == "O030"
    helped = replace(waarombeeld(), zin="", maanden=(), voor=(), proeven=(), niet=())
    draw(bare, payload(bordbeeld(), nr=2, said=1, text="Past nu helemaal.", why=helped))
    expect(bare.locator(".omroep")).to_have_text("Past nu helemaal.")
    expect(bare.locator(".waaromdelen")).to_have_count(0)


def test_a_reader_sees_what_helps_and_no_button(bare: Page) -> None:
    beeld = replace(bordbeeld(), mag_wijzigen=False, waarom_niet="Vraag een manager.")
    show_board(bare, payload(beeld, why=waarombeeld()))
    why = bare.locator(".waarom")
    expect(why.locator(".helpt")).to_contain_text("Zet op plaats 22")
    expect(why.locator(".helpt button")).to_have_count(0)


def test_the_bar_and_the_menu_open_it_and_the_name_only_chooses_the_row(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").locator(".naam").click()
    assert sent(bare) == []
    row(bare, "O030").locator(".dekking").click()
    assert sent(bare)[-1]["opdracht"] == "O030"
    draw(bare, payload(bordbeeld(), nr=1, why=waarombeeld()))
    row(bare, "O033").hover()
    row(bare, "O033").get_by_role("button", name="Meer voor").click()
    bare.get_by_role("menuitem", name="Waarom?").click()
    assert sent(bare)[-1]["opdracht"] == "O033"


def test_a_drag_from_the_bar_moves_and_opens_nothing_also_past_an_open_waarom(bare: Page) -> None:
    open_why(bare, "O016")
    start, goal = box(row(bare, "O019").locator(".dekking")), box(row(bare, "O017"))
    bare.mouse.move(start["x"] + 20, start["y"] + 10)
    bare.mouse.down()
    bare.mouse.move(start["x"] + 20, start["y"] - 20, steps=3)
    bare.mouse.move(start["x"] + 20, goal["y"] + 4, steps=5)
    expect(bare.locator(".landing")).to_have_text("plaats 17")
    assert box(bare.locator(".landing"))["y"] == pytest.approx(goal["y"], abs=2)
    bare.mouse.up()
    last = sent(bare)[-1]
    assert (last["soort"], last["opdracht"], last["plaats"]) == ("verplaats", "O019", 17)


@pytest.fixture
def board(visit: Open) -> Iterator[Page]:
    """Prioriteiten with Waarom of a row that falls short; afterwards the draft is empty again."""
    page = visit("/prioriteiten")
    empty_draft(page)
    page.locator(".vak").evaluate("(vak, top) => { vak.scrollTop = top; }", (SHORT - 45) * 28)
    line = page.locator(f'.rij.opdracht:has(.plaats:text-is("{SHORT}"))')
    line.locator(".naam").click()
    page.keyboard.press("Enter")
    page.locator(".waaromdelen").wait_for()
    yield page
    empty_draft(page)


def test_what_helps_is_tried_with_one_click_and_undone_with_one_key(board: Page) -> None:
    button = board.locator(".helpt button").first
    place = button.inner_text().removeprefix("Zet op plaats ")
    name = board.locator(".rij.geopend .naam .tekst").inner_text()
    button.click()
    expect(board.locator(".wijzigingen")).to_contain_text(f"{name}: plaats {SHORT} → {place}")
    expect(board.locator(".waarom")).to_contain_text(f"{name} krijgt alle")
    expect(board.locator(".omroep")).to_contain_text("Past nu helemaal.")
    expect(board.locator(".rij.geopend")).to_be_focused()
    board.keyboard.press("Control+z")
    expect(board.get_by_role("heading", name="Het plan van nu")).to_be_visible()
    expect(board.locator(".waaromdelen")).to_be_visible()


def test_an_open_waarom_is_accessible(board: Page) -> None:
    results = Axe().run(board)
    serious = [
        v["id"] for v in results.response["violations"] if v["impact"] in ("serious", "critical")
    ]
    assert serious == []
