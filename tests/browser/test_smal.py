"""At 1024 pixels, with the menu open or away, no table runs off the edge of its part."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from .conftest import Open
from .test_schermen import CUT_OFF, PUSHED_ASIDE, drawn
from .test_verschil import uploaded


def test_the_tables_of_the_difference_are_whole_beside_the_open_menu(
    visit: Open, tmp_path: Path
) -> None:
    page = uploaded(visit, tmp_path / "T13.xlsx")
    counts = page.get_by_role("heading", name="Verschil met levering")
    button = page.get_by_role("button", name="Neem over als levering")
    beside, under = counts.bounding_box(), button.bounding_box()
    assert beside
    assert under
    assert beside["x"] > under["x"]
    assert page.evaluate(CUT_OFF) == []
    page.set_viewport_size({"width": 1024, "height": 768})
    expect(page.locator('[data-testid="stSidebar"]')).to_have_attribute("data-collapsed", "false")
    drawn(page)
    assert page.evaluate(CUT_OFF) == []
    page.get_by_test_id("stSidebarCollapseButton").locator("button").click()
    expect(page.locator('[data-testid="stSidebar"]')).to_have_attribute("data-collapsed", "true")
    drawn(page)
    assert page.evaluate(CUT_OFF) == []
    page.get_by_role("button", name="Stop, bewaar niets").click()
    expect(page.locator("h1")).to_contain_text("is het plan van nu")


def test_the_page_stands_where_it_will_stand_beside_a_menu_that_is_not_there_yet(
    visit: Open,
) -> None:
    page = visit("/signalen")
    drawn(page)
    expect(page.locator('[data-testid="stSidebar"]')).to_be_visible()
    assert page.evaluate(PUSHED_ASIDE) == []


def test_a_menu_that_is_opened_in_a_narrow_window_stays_open(visit: Open) -> None:
    page = visit("/signalen", width=1024, height=768)
    drawn(page)
    menu = page.locator('[data-testid="stSidebar"]')
    expect(menu).to_have_attribute("data-collapsed", "true")
    page.get_by_test_id("stExpandSidebarButton").click()
    menu.get_by_role("link", name="Gegevens").click()
    expect(page.locator("h1")).to_contain_text("is het plan van nu")
    expect(menu).to_have_attribute("data-collapsed", "false")
