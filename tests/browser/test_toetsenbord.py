"""By keyboard alone, as one does it: with Tab to what is named, and no mouse anywhere.

`reach` fails when Tab does not come at an element; what is opened must come right after its button.
What a chart offers to a mouse its table offers here: Tabel, the arrows, and Shift+Space on a row.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from .conftest import Open, settled

MOST_TABS = 80
NEAR = 12
"""Tabs from a button to something in what it opened."""
HAS_FOCUS = """node => {
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  return node.isConnected ? here === node : null;
}"""
"""Null: it was drawn anew."""
STANDS_BEFORE = """node => document.activeElement !== document.body
  && Boolean(document.activeElement.compareDocumentPosition(node) & 2)
  && !document.activeElement.contains(node)"""
"""Is `node` on the page before what has the focus? 2 is DOCUMENT_POSITION_PRECEDING."""
WHERE = """() => {
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  return `${here.tagName} ${here.getAttribute('aria-label') ?? here.innerText?.slice(0, 40)}`;
}"""


def reach(target: Locator, most: int = MOST_TABS) -> None:
    """Press Tab, or Shift+Tab for what stands before, until `target` has the focus."""
    page = target.page
    settled(page)
    node = target.first.element_handle()
    key = "Shift+Tab" if node.evaluate(STANDS_BEFORE) else "Tab"
    for _ in range(most):
        has = node.evaluate(HAS_FOCUS)
        if has:
            return
        if has is None:
            node = target.first.element_handle()
        else:
            page.keyboard.press(key)
    raise AssertionError(f"not reached with Tab; the focus is at {page.evaluate(WHERE)}")


def press(target: Locator, most: int = MOST_TABS) -> None:
    reach(target, most)
    target.page.keyboard.press("Enter")


def unfold(button: Locator) -> Locator:
    """What the button opens, which Tab must come at from there."""
    press(button)
    opened = button.page.get_by_test_id("stPopoverBody")
    expect(opened).to_be_visible()
    return opened


def choose(page: Page | Locator, label: str, typed: str) -> None:
    """Choose in a list by typing a part of its words."""
    field = page.get_by_role("combobox", name=label, exact=True)
    reach(field)
    field.press("ArrowDown")
    field.press_sequentially(typed)
    field.press("Enter")
    settled(field.page)


def choose_year(page: Page, year: str) -> None:
    """The list of years is not typed in: the arrows walk through it."""
    field = page.get_by_role("combobox", name="Planjaar")
    reach(field)
    field.press("ArrowDown")
    option = page.get_by_role("option", name=year)
    option.wait_for()
    while option.get_attribute("data-focused") is None:
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(field).to_have_value(year)
    settled(page)


def fill(dialog: Locator, label: str, text: str) -> None:
    field = dialog.get_by_label(label, exact=True)
    reach(field)
    field.press("Control+a")
    field.press_sequentially(text)


def open_screen(page: Page, title: str) -> None:
    """By its link in the menu; the focus ends in the new page, or one would start at its top."""
    press(page.get_by_role("link", name=title, exact=True))
    expect(page.locator('[data-testid="stMain"]')).to_contain_text(title)
    settled(page)


def become(page: Page, name: str) -> None:
    opened = unfold(page.get_by_role("button", name="Kijk als iemand anders"))
    radio = opened.get_by_role("radio", name=name, exact=True)
    reach(opened.locator("input:checked"), NEAR)
    while not radio.is_checked():
        page.keyboard.press("ArrowUp")
    expect(page.locator('[data-testid="stSidebar"] strong').first).to_have_text(name)
    settled(page)
    page.keyboard.press("Escape")


def test_an_afspraak_is_changed(visit: Open) -> None:
    page = visit("/afspraken")
    become(page, "Algemeen directeur")
    asked = page.get_by_role("button", name="Wijzig een afspraak")
    press(asked)
    dialog = page.get_by_role("dialog")
    choose(dialog, "Welke afspraak?", "Geen portefeuillehouder heeft meer")
    expect(dialog).to_contain_text("Grens, in")
    fill(dialog, "Grens, in aanspreekpunten", "13")
    fill(dialog, "Waarom wijzigt u dit?", "Zo is het met het college afgesproken.")
    press(dialog.get_by_role("button", name="Leg wijziging vast"))
    expect(page.get_by_role("status")).to_contain_text("is gewijzigd")
    expect(dialog).to_have_count(0)
    settled(page)
    assert asked.evaluate(HAS_FOCUS)


def test_a_knob_is_added_and_looked_at_on_another_screen_with_its_domain_and_period(
    visit: Open,
) -> None:
    page = visit("/uitleg")
    # The first tour leads to the board.
    reach(page.get_by_role("radio", name="Cijfers"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator("h1")).to_contain_text("stappen kent u Sturing")
    settled(page)
    press(page.get_by_role("button", name="Naar Prioriteiten").first)
    page.wait_for_url("**/prioriteiten**")
    page.get_by_role("grid").wait_for()
    settled(page)
    asked = page.get_by_role("button", name="Wijziging toevoegen").first
    press(asked)
    dialog = page.get_by_role("dialog")
    choose(dialog, "Wat wilt u wijzigen?", "Inhuur")
    choose(dialog, "Team", "Projecten fysiek")
    fill(dialog, "Fte", "1,5")
    fill(dialog, "Van", "apr 2027")
    choose(dialog, "Betaald uit", "Geen programma")
    press(dialog.get_by_role("button", name="Voeg toe"))
    expect(dialog).to_have_count(0)
    added = page.locator(".wijzigingen li", has_text="+1,5 fte inhuur, apr–dec 2027")
    expect(added).to_have_count(1)
    # It fell to the page itself, so that one had to start again at the top of the menu.
    expect(asked).to_be_focused()

    open_screen(page, "Overzicht")
    opened = unfold(page.get_by_role("button", name="Plan van nu"))
    press(opened.get_by_role("button", name="concept"), NEAR)
    page.wait_for_url("**kijk=**")
    settled(page)
    opened = unfold(page.get_by_role("button", name="concept").first)
    press(opened.get_by_role("button", name="Ruimtelijk"), NEAR)
    page.wait_for_url("**domein=ruimtelijk**")
    settled(page)
    choose_year(page, "2026")
    page.wait_for_url("**jaar=2026**")

    open_screen(page, "Prioriteiten")
    page.get_by_role("grid").wait_for()
    choose_year(page, "2027")
    press(page.get_by_role("button", name="Terug naar het plan van nu"))
    expect(page.get_by_role("heading", name="Het plan van nu")).to_be_visible()


def test_a_doel_is_opened_from_list_and_table_and_a_report_taken_along(visit: Open) -> None:
    page = visit("/programmas")
    choose(page, "Doel", "Veilig en vlot")
    expect(page.get_by_role("heading", name="Veilig en vlot op weg")).to_be_visible()
    settled(page)
    reach(page.get_by_test_id("data-grid-canvas").first)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(page.get_by_role("heading", name="Veilig en vlot op weg")).to_have_count(0)
    close = page.get_by_role("button", name="Sluit", exact=True)
    press(close)
    expect(close).to_have_count(0)
    settled(page)
    # What was pressed is gone: one goes on from the answer of the page.
    expect(page.locator("h1")).to_be_focused()

    open_screen(page, "Rapportage")
    choose(page, "Voor wie", "opdrachtgever")
    expect(page.get_by_role("combobox", name="Van wie of wat")).to_be_visible()
    with page.expect_download() as download:
        press(page.get_by_role("button", name="Maak Excel"))
    assert download.value.suggested_filename.endswith(".xlsx")
