"""A screen on paper: all of it, without what can only be pressed, and dark words on white."""

from __future__ import annotations

import io
import re

import pypdf
from playwright.sync_api import Page

from .conftest import Open
from .test_schermen import drawn

COLOURS = """() => {
  const words = document.querySelector('h1');
  return [getComputedStyle(words).color,
    getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor];
}"""
CUT_OFF = """() => [...document.querySelectorAll('.main-svg, [data-testid="stDataFrame"] canvas')]
  .filter((drawing) => drawing.getBoundingClientRect().right > 1032 + 1).length"""
"""Drawings that are wider than the sheet: 273 mm is 1032 pixels."""


def sheets(page: Page) -> list[str]:
    """The words of each sheet as the browser prints it."""
    file = io.BytesIO(page.pdf(prefer_css_page_size=True))
    return [" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(file).pages]


def letters(text: str) -> str:
    """Without the spaces and hyphens, of which a file keeps no more than the place."""
    return re.sub(r"\W", "", text)


def test_all_of_a_screen_comes_on_paper_without_its_menu_and_buttons_and_dark_on_white(
    visit: Open,
) -> None:
    page = visit("/", dark=True)
    drawn(page)
    printed = sheets(page)
    words = " ".join(printed)
    assert len(printed) > 1
    assert "opdrachten naar status" in words
    assert "Alle 9 programma's met een grens" in printed[-1]
    for pressed in ("Kijken", "Managementcollectief", "Uitleg", "Bekijk de volgorde"):
        assert pressed not in words, pressed
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(COLOURS) == ["rgb(27, 32, 37)", "rgb(255, 255, 255)"]
    assert page.evaluate(CUT_OFF) == 0
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen", color_scheme="dark")
    assert page.evaluate(COLOURS) == ["rgb(236, 234, 229)", "rgb(18, 22, 26)"]


def test_a_table_that_scrolls_comes_whole_on_paper_and_goes_on_on_the_next_sheet(
    visit: Open,
) -> None:
    page = visit("/opdrachtgever")
    drawn(page)
    rows = page.get_by_role("table").first.locator("tbody tr")
    names = [letters(row.locator("td").nth(1).inner_text()) for row in rows.all()]
    assert len(names) > 20
    # What an earlier visit asked of this window holds until it is taken back.
    page.emulate_media(media="null")
    printed = [letters(sheet) for sheet in sheets(page)]
    assert names[0] in printed[0]
    assert names[-1] in printed[1]
    assert [name for name in names if name not in "".join(printed)] == []
