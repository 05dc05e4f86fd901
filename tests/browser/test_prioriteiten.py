"""Prioriteiten on the real application: move, see the numbers change, reload, find the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open, click_mark, empty_draft
from .contrast import photographed, unreadable
from .test_schermen import drawn

LAST_MOVABLE = 70
"""The rows of the demonstration below the line have a place about here."""


@pytest.fixture
def board(visit: Open) -> Iterator[Page]:
    """Prioriteiten with the plan in force; afterwards the draft is empty again."""
    page = visit("/prioriteiten")
    empty_draft(page)
    yield page
    page.reload()
    empty_draft(page)


def row_at(page: Page, place: int) -> Any:
    """The line with `place`, scrolled into sight."""
    page.locator(".vak").evaluate("(vak, top) => { vak.scrollTop = top; }", (place - 45) * 28)
    return page.locator(f'.rij.opdracht:has(.plaats:text-is("{place}"))')


def test_a_move_by_keyboard_survives_a_reload_and_a_dumbbell_of_it_leads_to_its_opdrachtgever(
    board: Page,
) -> None:
    before = board.locator("h1").inner_text()
    line = row_at(board, LAST_MOVABLE)
    name = line.locator(".naam .tekst").inner_text()
    line.click()
    board.keyboard.press("Alt+Home")
    expect(board.get_by_role("heading", name="Effect van 1 wijziging")).to_be_visible()
    expect(board.locator("h1")).not_to_have_text(before)
    expect(board.locator(".omroep")).to_contain_text(f"{name} staat op plaats 42, was 70.")
    expect(board.locator(".wijzigingen")).to_contain_text(f"{name}: plaats 70 → 42")
    moved = board.locator(".rij.opdracht.bewogen")
    expect(moved.locator(".naam")).to_contain_text(name)
    expect(moved.locator(".verplaatst")).to_contain_text("▲ 28")
    assert board.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')]
          .some((host) => host.shadowRoot.activeElement?.classList.contains('bewogen'))"""
    )
    board.reload()
    expect(board.get_by_role("heading", name="Effect van 1 wijziging")).to_be_visible()
    expect(board.locator(".wijzigingen")).to_contain_text(f"{name}: plaats 70 → 42")

    # The same draft on Overzicht: before and after per opdrachtgever.
    board.get_by_role("link", name="Overzicht", exact=True).click()
    board.get_by_role("button", name="Plan van nu").click()
    board.get_by_test_id("stPopoverBody").get_by_role("button", name="concept").click()
    title = board.get_by_role("heading", name="Toegekend per opdrachtgever, nu en in dit scenario")
    expect(title).to_be_visible()
    drawn(board)
    dumbbells = board.locator('[class*="st-key-beeld_verschillen"]')
    names = dumbbells.locator(".ytick text").all_text_contents()
    ends = dumbbells.locator(".scatterlayer .trace").last.locator("path.point")
    assert ends.count() == len(names) > 1
    assert unreadable(*photographed(board, [])) == []
    number = next(i for i, name in enumerate(names) if name != "Directie")
    click_mark(board, "verschillen", ".scatterlayer .trace:last-child path.point", number)
    board.wait_for_url("**/opdrachtgever?persoon=**")
    expect(board.get_by_role("combobox", name="Opdrachtgever")).to_have_value(
        re.compile(re.escape(names[number].removeprefix("SM ")))
    )
    board.get_by_role("link", name="Prioriteiten", exact=True).click()
    board.get_by_role("grid").wait_for()


def test_a_move_by_drag_changes_numbers_and_can_be_undone(board: Page) -> None:
    line = row_at(board, 56)
    name = line.locator(".naam .tekst").inner_text()
    begin = line.locator(".greep").bounding_box()
    end = row_at(board, 56).locator("xpath=preceding-sibling::*[4]").bounding_box()
    assert begin is not None
    assert end is not None
    board.mouse.move(begin["x"] + 4, begin["y"] + 10)
    board.mouse.down()
    board.mouse.move(begin["x"] + 10, begin["y"] - 20, steps=4)
    board.mouse.move(end["x"] + 40, end["y"] + 3, steps=6)
    board.mouse.up()
    expect(board.locator(".wijzigingen")).to_contain_text(f"{name}: plaats 56 →")
    tally = board.locator(".telling").inner_text()
    assert "was" in tally or board.locator(".wie li").count() > 0
    board.keyboard.press("Control+z")
    expect(board.get_by_role("heading", name="Het plan van nu")).to_be_visible()
    expect(board.get_by_role("button", name="Doe de wijziging opnieuw")).to_be_enabled()


def test_many_quick_presses_end_on_the_right_place_on_the_server(board: Page) -> None:
    line = row_at(board, LAST_MOVABLE)
    code = line.get_attribute("data-opdracht")
    line.click()
    for _ in range(12):
        board.keyboard.press("Alt+ArrowUp")
    expect(board.locator(".wijzigingen")).to_contain_text(": plaats 70 → 58")
    expect(board.locator(f'.rij[data-opdracht="{code}"] .plaats')).to_have_text("58")


def test_another_method_is_one_change_of_the_draft(board: Page) -> None:
    board.get_by_role("button", name="Methode: strikt").click()
    board.get_by_text("Samenhangend", exact=True).click()
    expect(board.locator(".wijzigingen")).to_contain_text("Methode: strikt → samenhangend")
    board.keyboard.press("Escape")
    board.get_by_role("button", name="Maak wijziging 1 ongedaan").click()
    expect(board.get_by_role("heading", name="Het plan van nu")).to_be_visible()
    expect(board.get_by_role("button", name="Methode: strikt")).to_be_visible()


def test_the_table_takes_the_place_of_the_board_and_back(board: Page) -> None:
    board.get_by_role("button", name="Als tabel").click()
    expect(board.locator('[data-testid="stDataFrame"]')).to_be_visible()
    expect(board.get_by_role("heading", name="Het plan van nu")).to_be_visible()
    board.get_by_role("button", name="Als bord").click()
    expect(board.get_by_role("grid").first).to_be_visible()


def answers(page: Page) -> list[str]:
    return [h1.inner_text().strip() for h1 in page.locator("h1").all()]


def test_answer_list_and_effect_change_together_and_the_page_follows_with_the_same(
    board: Page,
) -> None:
    """The direct way draws all three; the run of the page that comes after changes nothing."""
    line = row_at(board, LAST_MOVABLE)
    line.click()
    before = answers(board)
    board.evaluate("""() => {
      const root = [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')]
        .map((host) => host.shadowRoot).find((root) => root?.querySelector('.lijf'));
      window.seen = [];
      new MutationObserver(() => window.seen.push(document.querySelector('h1').textContent))
        .observe(root.querySelector('.effect-rest'), {childList: true});
    }""")
    with board.expect_response(lambda answer: answer.url.endswith("/bord/actie")) as answered:
        board.keyboard.press("Alt+Home")
    data = answered.value.json()
    expect(board.locator("h1")).to_have_text(data["kop"])
    expect(board.get_by_role("button", name="Leg voor als besluit")).to_be_visible()
    board.wait_for_timeout(800)
    assert answers(board) == [data["kop"]] != before
    assert set(board.evaluate("() => window.seen")) == {data["kop"]}
    expect(board.locator(".wijzigingen")).to_contain_text("plaats 70 → 42")


def test_without_the_direct_way_the_act_goes_by_the_page_and_is_done_once(board: Page) -> None:
    board.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('weg')); }")
    row_at(board, LAST_MOVABLE).click()
    board.keyboard.press("Alt+Home")
    expect(board.locator(".wijzigingen")).to_contain_text("plaats 70 → 42")
    expect(board.get_by_role("heading", name="Effect van 1 wijziging")).to_be_visible()
    board.keyboard.press("Control+z")
    expect(board.get_by_role("heading", name="Het plan van nu")).to_be_visible()


def test_an_answer_that_got_lost_on_the_way_does_not_do_the_act_twice(board: Page) -> None:
    board.evaluate("""() => {
      const real = window.fetch;
      window.fetch = async (...asked) => { await real(...asked); throw new TypeError('weg'); };
    }""")
    row_at(board, LAST_MOVABLE).click()
    board.keyboard.press("Alt+ArrowUp")
    expect(board.locator(".wijzigingen")).to_contain_text("plaats 70 → 69")
    expect(board.get_by_role("heading", name="Effect van 1 wijziging")).to_be_visible()
