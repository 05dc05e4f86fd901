"""Two people, two browsers, one shared scenario; and the list with the comparison."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open, become, followed, settled

COLLEAGUE = "Strategisch manager sociaal"
SAME_IN_BOTH = "In elk scenario zijn evenveel opdrachten haalbaar"


def new_scenario(page: Page, name: str) -> None:
    """Make a scenario on the page Scenario's, and open it."""
    page.get_by_role("button", name="Nieuw scenario").click()
    page.get_by_label("Naam").fill(name)
    page.get_by_role("button", name="Maak scenario").click()
    expect(page.locator("h1")).to_contain_text(f"U werkt nu in ‘{name}’")


def up(page: Page, opdracht: str, times: int) -> None:
    """Move an opdracht up by keyboard."""
    page.get_by_role("row").filter(has_text=opdracht).first.click()
    for _ in range(times):
        page.keyboard.press("Alt+ArrowUp")


@pytest.fixture
def owner(visit: Open) -> Iterator[Page]:
    """The owner on Prioriteiten in a scenario of this test, which goes to the archive after it."""
    page = visit("/scenarios")
    new_scenario(page, "Samen")
    page.goto(page.url.replace("/scenarios", "/prioriteiten"))
    page.get_by_role("grid").wait_for()
    yield page
    page.goto(page.url.split("/prioriteiten")[0] + "/scenarios")
    page.get_by_role("button", name="Meer").first.wait_for()
    while page.get_by_role("button", name="Meer").count():
        before = page.get_by_role("button", name="Meer").count()
        page.get_by_role("button", name="Meer").first.click()
        page.get_by_role("button", name="Archiveren").click()
        page.get_by_role("button", name="Archiveer", exact=True).click()
        expect(page.get_by_role("button", name="Meer")).to_have_count(before - 1)


def place(page: Page, opdracht: str) -> str:
    """The place of an opdracht on the board."""
    row = page.get_by_role("row").filter(has_text=opdracht).first
    return row.locator(".plaats").inner_text()


def test_two_browsers_in_one_scenario_overwrite_nothing_unseen(owner: Page, visit: Open) -> None:
    expect(owner.get_by_role("button", name="Concept: Samen")).to_be_visible()
    owner.get_by_role("button", name="Deel link").click()
    owner.get_by_text("Meewerken: ziet en wijzigt het scenario").last.click()
    owner.get_by_role("button", name="Maak link").click()
    address = owner.locator('[data-testid="stCode"] code').inner_text()
    owner.get_by_role("button", name="Sluit", exact=True).click()
    up(owner, "Nobelkwartier", 1)
    changes = owner.locator(".wijzigingen")
    expect(changes).to_contain_text("Nobelkwartier")

    other = visit(address[address.index("/prioriteiten") :])
    become(other, COLLEAGUE)
    expect(other.locator('[data-testid="stAlert"]')).to_contain_text("U werkt nu mee in ‘Samen’")
    assert "sleutel" not in other.url
    expect(other.locator(".wijzigingen")).to_contain_text("Nobelkwartier")

    # Each changes another opdracht, the second without having seen the first: both stand.
    with followed(owner):
        up(owner, "Schapenweide", 1)
    expect(changes).to_contain_text("Schapenweide")
    up(other, "Woonprogramma", 1)
    expect(other.locator(".omroep")).to_contain_text(
        "Intussen wijzigde Strategisch manager ruimtelijk iets anders"
    )
    for name in ("Nobelkwartier", "Schapenweide", "Woonprogramma"):
        expect(other.locator(".wijzigingen")).to_contain_text(name)

    # The same opdracht: the second is refused, with both values and who was first.
    up(other, "Bestaanszekerheid", 2)
    expect(other.locator(".wijzigingen")).to_contain_text("Bestaanszekerheid: plaats 54 → 52")
    stands = place(other, "Bestaanszekerheid")
    up(owner, "Bestaanszekerheid", 1)
    refusal = owner.get_by_text("Strategisch manager sociaal was eerst: Bestaanszekerheid").first
    expect(refusal).to_contain_text("Uw wijziging was: Bestaanszekerheid: plaats")
    expect(changes).to_contain_text("Woonprogramma")
    assert place(owner, "Bestaanszekerheid") == stands


def test_two_scenarios_stand_beside_the_plan_in_a_link_that_can_be_sent(
    owner: Page, visit: Open
) -> None:
    up(owner, "Nobelkwartier", 7)
    expect(owner.locator(".wijzigingen")).to_contain_text("Nobelkwartier")
    owner.get_by_role("button", name="Concept: Samen").click()
    owner.get_by_role("button", name="Maak een kopie").click()
    owner.get_by_role("button", name="Maak kopie").click()
    expect(owner.get_by_role("button", name="Concept: Samen (kopie)")).to_be_visible()
    owner.get_by_role("link", name="Scenario's").click()
    for name in ("Samen (kopie)", "Samen"):
        owner.locator("strong").get_by_text(name, exact=True).click()
        settled(owner)
    expect(owner.get_by_role("heading", name="Vergelijking met het plan van nu")).to_be_visible()
    expect(owner.get_by_text(SAME_IN_BOTH)).to_be_visible()
    address = owner.url
    page = visit(address[address.index("/scenarios") :])
    expect(page.get_by_text(SAME_IN_BOTH)).to_be_visible()
    expect(page.get_by_role("button", name="Download als CSV")).to_be_visible()


def test_the_menu_of_a_scenario_folds_when_its_form_opens(owner: Page) -> None:
    owner.get_by_role("button", name="Concept:").click()
    owner.get_by_role("button", name="Naam en omschrijving").click()
    name = owner.get_by_role("textbox", name="Naam", exact=True)
    expect(name).to_have_value("Samen")
    expect(owner.locator('[data-testid="stPopoverBody"]')).to_have_count(0)
    name.fill("Gevouwen")
    owner.get_by_role("button", name="Bewaar").click()
    expect(owner.get_by_role("button", name="Concept: Gevouwen")).to_be_visible()
