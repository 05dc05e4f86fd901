"""The board by itself: drawing, keyboard, pointer, and the queue of what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from bordpagina import draw, focused, place, row, sent, show_board
from playwright.sync_api import Browser, Page, expect
from voorbeelden import bordbeeld, verplaatst

from sturing.services.beelden import Bordbeeld
from sturing.ui.bord.payload import board_payload
from sturing.ui.state import BoardTalk

LEGAL_FIRST = "Wettelijk werk gaat voor; zet die instelling uit om dit te veranderen."


def payload(beeld: Bordbeeld, nr: int = 0, said: int = 0, text: str = "", refused: str = "") -> Any:
    talk = BoardTalk(session="sessie", heard=nr, said=said, text=text, refused=refused)
    return board_payload(beeld, talk)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1240, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    yield page
    context.close()
    assert not faults


def test_of_four_thousand_only_what_is_in_sight_is_drawn(page: Page) -> None:
    show_board(page, payload(bordbeeld(4000, vast=2000)))
    assert page.locator(".lijf > .rij").count() < 60
    assert page.locator(".rooster").get_attribute("aria-rowcount") == str(4000 - 14 + 3)
    page.locator(".vak").evaluate("(vak) => { vak.scrollTop = 2000 * 28; }")
    expect(page.locator('.lijf > .rij[aria-rowindex="2004"]')).to_be_visible()
    assert page.locator(".lijf > .rij").count() < 70


def test_four_thousand_rows_follow_a_key_within_a_blink(page: Page) -> None:
    show_board(page, payload(bordbeeld(4000, vast=2000)))
    row(page, "O020").click()
    took = page.evaluate(
        """() => {
          const root = document.querySelector('#bord').shadowRoot;
          const begin = performance.now();
          root.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', {key: 'ArrowDown', altKey: true, bubbles: true}));
          root.querySelector('.lijf').getBoundingClientRect();
          return performance.now() - begin;
        }"""
    )
    assert place(page, "O020") == 21
    assert took < 100


def test_the_wettelijke_rows_are_one_line_until_they_are_shown(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    expect(row(page, "O001")).to_have_count(0)
    page.get_by_role("button", name="Toon").click()
    assert place(page, "O001") == 1
    expect(row(page, "O001").locator(".greep")).to_be_hidden()
    page.get_by_role("button", name="Vouw op").click()
    expect(row(page, "O001")).to_have_count(0)


def test_alt_arrow_moves_at_once_and_the_focus_stays_on_the_row(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    row(page, "O030").click()
    page.keyboard.press("Alt+ArrowUp")
    assert place(page, "O030") == 29
    assert place(page, "O029") == 30
    assert focused(page) == "O030"
    assert sent(page) == [
        {"soort": "verplaats", "opdracht": "O030", "plaats": 29, "nr": 1, "versie": 0}
    ]


def test_quick_presses_are_never_lost_and_travel_as_one_final_place(page: Page) -> None:
    beeld = bordbeeld()
    show_board(page, payload(beeld))
    row(page, "O030").click()
    for _ in range(8):
        page.keyboard.press("Alt+ArrowUp")
    assert place(page, "O030") == 22
    assert [action["plaats"] for action in sent(page)] == [29]
    # The answer to the first press is older than what is on the screen: it changes nothing there.
    na = verplaatst(beeld, "O030", 29)
    draw(page, payload(na, nr=1, said=1, text="op 29"))
    assert place(page, "O030") == 22
    assert [(a["nr"], a["plaats"], a["versie"]) for a in sent(page)] == [(1, 29, 0), (2, 22, 1)]
    draw(page, payload(verplaatst(na, "O030", 22), nr=2, said=2, text="op 22"))
    assert place(page, "O030") == 22
    assert len(sent(page)) == 2
    assert focused(page) == "O030"


def test_moves_of_two_rows_wait_for_each_other_in_order(page: Page) -> None:
    beeld = bordbeeld()
    show_board(page, payload(beeld))
    row(page, "O030").click()
    page.keyboard.press("Alt+ArrowUp")
    row(page, "O040").click()
    page.keyboard.press("Alt+ArrowDown")
    assert len(sent(page)) == 1
    draw(page, payload(verplaatst(beeld, "O030", 29), nr=1))
    assert [(a["opdracht"], a["plaats"]) for a in sent(page)] == [("O030", 29), ("O040", 41)]
    assert place(page, "O040") == 41


def test_a_new_session_gets_what_still_waited(page: Page) -> None:
    beeld = bordbeeld()
    show_board(page, payload(beeld))
    row(page, "O030").click()
    page.keyboard.press("Alt+ArrowUp")
    draw(page, {**payload(beeld), "sessie": "nieuw"})
    assert [a["plaats"] for a in sent(page)] == [29, 29]
    assert place(page, "O030") == 29


def test_first_last_and_the_line_have_a_key(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    row(page, "O030").click()
    for key, expected in (("Alt+l", 25), ("Alt+Home", 15), ("Alt+End", 52)):
        page.keyboard.press(key)
        assert place(page, "O030") == expected


def test_the_border_of_wettelijk_is_said_and_nothing_is_sent(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    row(page, "O015").click()
    page.keyboard.press("Alt+ArrowUp")
    expect(row(page, "O015").locator(".geweigerd")).to_contain_text(LEGAL_FIRST)
    expect(page.locator(".omroep")).to_have_text(LEGAL_FIRST)
    assert sent(page) == []
    page.keyboard.press("Escape")
    expect(row(page, "O015").locator(".geweigerd")).to_have_count(0)
    page.get_by_role("button", name="Toon").click()
    row(page, "O003").click()
    page.keyboard.press("Alt+ArrowDown")
    expect(row(page, "O003").locator(".geweigerd")).to_contain_text(LEGAL_FIRST)


def test_a_place_is_typed_as_a_whole_number_and_echoed(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    row(page, "O030").click()
    page.keyboard.press("F2")
    echo = page.locator("#plaats-echo")
    for typed in ("2,5", "0", "14", "53", "2e1", ""):
        page.locator(".plaatsvak input").fill(typed)
        expect(echo).to_have_text("Typ een heel getal van 15 t/m 52")
        page.keyboard.press("Enter")
    assert sent(page) == []
    page.locator(".plaatsvak input").fill("22")
    expect(echo).to_have_text("plaats 22")
    page.keyboard.press("Enter")
    assert place(page, "O030") == 22
    assert focused(page) == "O030"


def test_the_menu_does_what_dragging_does(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    row(page, "O030").hover()
    row(page, "O030").get_by_role("button", name="Meer voor").click()
    names = page.get_by_role("menuitem").all_inner_texts()
    assert [name.split("\n")[0] for name in names] == [
        "Zet op plaats…",
        "Een plaats omhoog",
        "Een plaats omlaag",
        "Naar boven",
        "Net boven de lijn",
        "Naar onder",
    ]
    page.get_by_role("menuitem", name="Net boven de lijn").click()
    assert place(page, "O030") == 25
    assert focused(page) == "O030"


def drag(page: Page, opdracht: str, onto: str, *, drop: bool = True) -> None:
    """Drag `opdracht` to just above `onto`."""
    begin = row(page, opdracht).locator(".greep").bounding_box()
    end = row(page, onto).bounding_box()
    assert begin is not None
    assert end is not None
    page.mouse.move(begin["x"] + 4, begin["y"] + 10)
    page.mouse.down()
    page.mouse.move(begin["x"] + 20, begin["y"] - 20, steps=3)
    page.mouse.move(end["x"] + 40, end["y"] + 3, steps=4)
    if drop:
        page.mouse.up()


def test_a_row_is_dragged_to_where_the_mark_is(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    drag(page, "O028", "O020", drop=False)
    expect(page.locator(".landing")).to_have_text("plaats 20")
    page.mouse.up()
    assert place(page, "O028") == 20
    assert sent(page)[0]["plaats"] == 20


def test_escape_while_dragging_leaves_everything_as_it_was(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    drag(page, "O028", "O020", drop=False)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator(".zwevend")).to_have_count(0)
    assert place(page, "O028") == 28
    assert sent(page) == []


def test_a_refused_move_goes_back_and_says_why_until_it_is_closed(page: Page) -> None:
    beeld = bordbeeld()
    show_board(page, payload(beeld))
    row(page, "O030").click()
    page.keyboard.press("Alt+Home")
    assert place(page, "O030") == 15
    draw(page, payload(beeld, nr=1, said=1, text="Dit mag niet.", refused="O030"))
    assert place(page, "O030") == 30
    expect(row(page, "O030").locator(".geweigerd")).to_contain_text("Dit mag niet.")
    row(page, "O030").get_by_role("button", name="Sluit deze melding").click()
    expect(row(page, "O030").locator(".geweigerd")).to_have_count(0)


def test_filters_hide_rows_and_never_renumber(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    page.get_by_role("searchbox").fill("nobel")
    codes = page.locator(".rij.opdracht").evaluate_all("rows => rows.map(r => r.dataset.opdracht)")
    assert codes == ["O024", "O040"]
    assert place(page, "O040") == 40
    expect(page.locator(".telregel")).to_contain_text("2 van de 52 opdrachten")
    page.get_by_role("button", name="Toon alles").click()
    expect(row(page, "O015")).to_be_visible()
    page.get_by_role("radio", name="Alleen van mij").click()
    assert place(page, "O018") == 18
    expect(row(page, "O019")).to_have_count(0)


def test_with_a_team_the_line_is_the_line_of_that_team(page: Page) -> None:
    show_board(page, payload(bordbeeld()))
    page.get_by_label("Kijk naar team").select_option("Juridisch")
    expect(page.locator(".lijn")).to_contain_text("genoeg van dit team: plaats 1 t/m 23")
    teams = {r.opdracht for r in bordbeeld().rijen if "T02" in r.teams}
    codes = page.locator(".rij.opdracht").evaluate_all("rows => rows.map(r => r.dataset.opdracht)")
    assert set(codes) <= teams
    assert len(codes) == len(teams)


def test_a_name_is_text_and_never_markup(page: Page) -> None:
    beeld = bordbeeld(20, wettelijk=0, vast=10)
    naam = "<img src=x onerror=alert(1)> **vet**"
    rijen = (replace(beeld.rijen[0], naam=naam, volledige_naam=naam, knelpunt="<b>T</b>"),)
    show_board(page, payload(replace(beeld, rijen=(*rijen, *beeld.rijen[1:]))))
    expect(row(page, "O001").locator(".naam .tekst")).to_have_text(naam)
    assert page.locator("img").count() == 0


def test_the_tick_stands_where_it_was_only_when_the_difference_can_be_seen(page: Page) -> None:
    beeld = bordbeeld(20, wettelijk=0, vast=10)
    rijen = (
        replace(beeld.rijen[0], dekking_pct=100, dekking_voor_pct=37),
        replace(beeld.rijen[1], dekking_pct=100, dekking_voor_pct=99),
        *beeld.rijen[2:],
    )
    show_board(page, payload(replace(beeld, rijen=rijen)))
    tick = row(page, "O001").locator(".balk i")
    expect(tick).to_be_visible()
    assert tick.evaluate("i => i.style.left") == "37%"
    expect(row(page, "O001").locator(".dekking")).to_contain_text(", was 37%")
    expect(row(page, "O002").locator(".balk i")).to_be_hidden()


def test_a_reader_has_no_handles_and_hears_why(page: Page) -> None:
    reden = "U kunt dit plan bekijken, niet wijzigen."
    show_board(page, payload(replace(bordbeeld(), mag_wijzigen=False, waarom_niet=reden)))
    expect(row(page, "O020").locator(".greep")).to_be_hidden()
    row(page, "O020").click()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".omroep")).to_have_text(reden)
    assert sent(page) == []
    expect(page.get_by_role("button", name="ongedaan")).to_have_count(0)


def test_the_panel_undoes_and_its_tabs_follow_the_arrows(page: Page) -> None:
    beeld = verplaatst(bordbeeld(), "O030", 22)
    show_board(page, payload(beeld))
    expect(page.get_by_role("heading", name="Effect van 1 wijziging")).to_be_visible()
    page.get_by_role("tab", name="Opdrachtgever").press("ArrowRight")
    expect(page.get_by_role("tab", name="Gebied")).to_be_focused()
    expect(page.get_by_role("tab", name="Gebied")).to_have_attribute("aria-selected", "true")
    page.get_by_role("button", name="Maak wijziging 1 ongedaan").click()
    page.get_by_role("button", name="Maak de laatste wijziging ongedaan").click()
    assert [a["soort"] for a in sent(page)] == ["verwijder"]
    draw(page, payload(bordbeeld(), nr=1))
    assert [a["soort"] for a in sent(page)] == ["verwijder", "ongedaan"]


def test_a_narrow_board_keeps_place_name_hours_and_coverage(page: Page) -> None:
    show_board(page, payload(bordbeeld()), width=880)
    heads = page.locator(".rij.kop > :visible").all_inner_texts()
    names = {"Opdracht", "Opdrachtgever", "Soort werk", "Uren", "Dekking", "Knelpunt, uren tekort"}
    assert [head for head in heads if head in names] == ["Opdracht", "Uren", "Dekking"]


@pytest.mark.parametrize(("part", "place_after"), [(".greep", 20), (".naam", 28)])
def test_a_finger_drags_by_the_handle_and_scrolls_elsewhere(
    browser: Browser, part: str, place_after: int
) -> None:
    context = browser.new_context(
        viewport={"width": 1240, "height": 900}, has_touch=True, reduced_motion="reduce"
    )
    page = context.new_page()
    show_board(page, payload(bordbeeld()))
    begin = row(page, "O028").locator(part).bounding_box()
    end = row(page, "O020").bounding_box()
    assert begin is not None
    assert end is not None
    finger = context.new_cdp_session(page)

    def touch(kind: str, *points: dict[str, float]) -> None:
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    x, from_y, to_y = begin["x"] + 5, begin["y"] + 8, end["y"] + 3
    touch("touchStart", {"x": x, "y": from_y})
    for step in range(1, 6):
        touch("touchMove", {"x": x, "y": from_y + (to_y - from_y) * step / 5})
    touch("touchEnd")
    assert place(page, "O028") == place_after
    context.close()
