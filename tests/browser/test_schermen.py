"""Every screen in Chromium: accessible in both themes, Dutch, and within the window."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from .conftest import Open, settled
from .contrast import photographed, show_whole, undecided, unreadable

SCREENS = (
    "/",
    "/prioriteiten",
    "/scenarios",
    "/claims",
    "/gegevens",
    "/gegevens?deel=volledigheid",
    "/uitleg",
    "/besluiten",
    "/besluiten?onderdeel=gesprek",
    "/signalen",
    "/opdrachtgever",
    "/rapportage",
    "/teams?team=alle",
    "/teams?team=T14",
    "/managementcollectief",
    "/gebieden?gebied=WES",
    "/programmas?doel=D05&waarde=financieel-hoog",
    "/afspraken",
)
ENGLISH = re.compile(
    r"\b(the|and|your|please|click|file|files|download as|search|close|dismiss|loading|"
    r"running|settings|sidebar|page|select|choose|options?|error|empty|show|columns?)\b",
    re.IGNORECASE,
)
MENU = [
    "Overzicht",
    "Prioriteiten",
    "Scenario's",
    "Claims",
    "Besluiten",
    "Signalen",
    "Opdrachtgever",
    "Teams en teamplannen",
    "Managementcollectief",
    "Gebieden",
    "Programma's en doelen",
    "Afspraken",
    "Gegevens",
    "Rapportage",
    "Uitleg",
]
GROUND = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return Number(getComputedStyle(app).backgroundColor.match(/[0-9]+/)[0]);
}"""
DARKEST = 64
"""The red of the ground of a page, of 255: below this it is a dark page."""
VISIBLE_WORDS = """() => {
  const found = new Set();
  const kinds = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = document.createTreeWalker(document.body, kinds);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement;
      const icon = parent.closest('[data-testid="stIconMaterial"]');
      if (!icon && !parent.closest('script, style, noscript')) found.add(node.data.trim());
    } else {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        found.add(node.getAttribute(name) ?? '');
      }
    }
  }
  return [...found].filter(Boolean);
}"""

CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stTable"],' +
    '[data-testid="stMarkdownContainer"]:has(> table), [class*="st-key-schuift_"]')]
  .flatMap((box) => [box, ...box.querySelectorAll(':scope > div')])
  .filter((box) => box.scrollWidth > box.clientWidth + 1)
  .map((box) => box.innerText.slice(0, 60))"""
"""Tables that are wider than their place."""


PUSHED_ASIDE = """() => new Promise((done) => {
  const found = [];
  const frames = ['stMain', 'stMainBlockContainer'];
  new PerformanceObserver((list) => {
    for (const { node, previousRect, currentRect } of list.getEntries().flatMap((e) => e.sources)) {
      if (frames.includes(node?.dataset?.testid) && previousRect.x !== currentRect.x) {
        found.push(`${node.dataset.testid} ${previousRect.x} > ${currentRect.x}`);
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(found), 50);
})"""
"""Where the whole page was moved while it opened: by a menu that comes late, or a width that
changes."""


DRAWINGS = """
  window.drawings = new Map();
  new MutationObserver(() => {
    for (const picture of document.querySelectorAll('.js-plotly-plot')) {
      if (window.drawings.has(picture) || !picture.on) continue;
      window.drawings.set(picture, 1);
      picture.on('plotly_beforeplot', () =>
        window.drawings.set(picture, window.drawings.get(picture) + 1));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
"""
"""Counts for each picture how often Plotly draws it; it can be asked once its first drawing has
begun."""


def drawn(page: Page) -> None:
    """Wait until the pictures of the screen are there."""
    page.locator('[data-testid="stSkeleton"]').first.wait_for(state="detached", timeout=30_000)
    # Dutch words are laid over Streamlit's own by a script of ours, which comes after the first.
    page.get_by_role("region", name="Zijbalk").wait_for(state="attached")
    page.wait_for_timeout(300)


def turned_dark(page: Page) -> None:
    """The system turns dark: wait until the page has, and its colours stand still."""
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => ({GROUND})() < {DARKEST}")
    drawn(page)
    page.wait_for_function("() => document.getAnimations().every((a) => a.playState !== 'running')")
    settled(page)


def violations(page: Page) -> list[str]:
    return told(Axe().run(page).response)


def told(results: dict[str, Any]) -> list[str]:
    return [
        f"{v['id']}: {v['help']}: {[n['target'] for n in v['nodes']][:4]}"
        for v in results["violations"]
    ]


def faults(page: Page) -> list[str]:
    """What axe finds, and the words that cannot be read in drawings and where axe could not tell.
    In a window as tall as the screen: axe judges no contrast of what is scrolled away."""
    show_whole(page)
    results = Axe().run(page, options={"resultTypes": ["violations", "incomplete"]}).response
    return told(results) + unreadable(*photographed(page, undecided(results)))


def a_word_of_a_picture(page: Page) -> Locator | None:
    word = page.locator('[data-testid="stPlotlyChart"] svg text:visible').first
    return word if word.count() else None


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_speaks_dutch_is_accessible_and_fits(visit: Open, path: str) -> None:
    page = visit(path, width=1024, height=768)
    drawn(page)
    assert page.evaluate(PUSHED_ASIDE) == []
    english = [text for text in page.evaluate(VISIBLE_WORDS) if ENGLISH.search(text)]
    assert english == []
    wide = page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
          .map((box) => box.scrollWidth - box.clientWidth)"""
    )
    assert wide == [0, 0]
    assert page.evaluate(CUT_OFF) == []
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    assert faults(page) == []
    word = a_word_of_a_picture(page)
    light = word.evaluate("text => getComputedStyle(text).fill") if word else ""
    turned_dark(page)
    if word:  # pictures follow a system that turns dark
        expect(word).not_to_have_css("fill", light)
        settled(page)
    assert faults(page) == []


@pytest.mark.parametrize("path", ["/", "/programmas"])
def test_a_picture_is_drawn_once(visit: Open, path: str) -> None:
    page = visit(path)
    page.add_init_script(DRAWINGS)
    page.reload()
    page.locator('[data-testid="stPlotlyChart"] .main-svg').first.wait_for()
    settled(page)
    drawn(page)
    times = page.evaluate("[...window.drawings.values()]")
    pictures = page.locator('[data-testid="stPlotlyChart"]').count()
    assert pictures > 1
    assert times == [1] * pictures


def test_no_script_is_fetched_twice(visit: Open) -> None:
    page = visit("/")
    drawn(page)
    scripts: list[str] = page.evaluate(
        """() => performance.getEntriesByType('resource')
          .map((entry) => entry.name).filter((name) => name.endsWith('.js'))"""
    )
    assert any("/PlotlyChart." in name for name in scripts)
    assert sorted(scripts) == sorted(set(scripts))


def test_words_in_a_picture_that_cannot_be_read_are_found(visit: Open) -> None:
    """In a cell of the heat map, which is an image, and in a name beside it."""
    page = visit("/")
    drawn(page)
    show_whole(page)
    assert unreadable(*photographed(page, [])) == []
    page.evaluate(
        """() => {
          const words = [...document.querySelectorAll('[data-testid="stPlotlyChart"] text')];
          words.find((word) => word.textContent === '156').style.fill = '#A8501A';
          words.find((word) => word.textContent === 'tekort, uur').style.fill = '#89857B';
        }"""
    )
    found = unreadable(*photographed(page, []))
    assert [line.split(": ")[0] for line in found] == ["'156'", "'tekort, uur'"]


def test_the_menu_has_every_screen_and_streamlits_own_table_speaks_dutch(visit: Open) -> None:
    page = visit("/")
    links = page.locator('[data-testid="stSidebarNavLink"]').all_inner_texts()
    assert [text.strip() for text in links] == MENU
    page.get_by_role("button", name="Tabel").first.click()
    page.locator('[data-testid="stDataFrame"]').first.hover()
    expect(page.get_by_role("button", name=re.compile("^Groot: In"))).to_be_visible()
    english = [text for text in page.evaluate(VISIBLE_WORDS) if ENGLISH.search(text)]
    assert english == []


def test_a_signal_leads_to_its_screen(visit: Open) -> None:
    page = visit("/")
    page.locator(".st-key-signaal_0").get_by_role("button", name="Bekijk").click()
    page.wait_for_url("**/prioriteiten")
    expect(page.get_by_role("grid")).to_be_visible()


def test_a_signal_of_a_team_leads_to_where_it_is_answered(visit: Open) -> None:
    page = visit("/")
    page.locator(".st-key-signaal_1").get_by_role("button", name="Bekijk").click()
    page.wait_for_url("**/opdrachtgever")
    expect(page.get_by_role("heading", name="Signalen van teams")).to_be_visible()


def test_the_plan_year_travels_in_the_address(visit: Open) -> None:
    page = visit("/prioriteiten?jaar=2026")
    expect(page.locator('[data-testid="stMain"]')).to_contain_text(
        "Plan 2026, januari t/m december"
    )
