"""From a team that raises something to a manager who takes it into a draft, in two browsers."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .conftest import Open

WORDS = "Zonder dit project komt de school niet op tijd klaar."


def look_as(page: Page, name: str) -> None:
    page.get_by_role("button", name="Kijk als iemand anders").click()
    page.get_by_role("radio", name=name, exact=True).check(force=True)
    page.keyboard.press("Escape")
    expect(page.locator('[data-testid="stSidebar"]').get_by_text(name).first).to_be_visible()


def test_what_a_team_proposes_reaches_the_opdrachtgever_and_goes_into_the_draft(
    visit: Open,
) -> None:
    team, manager = visit("/signalen"), visit("/opdrachtgever")
    look_as(team, "Teamondersteuner ruimte en mobiliteit")
    team.get_by_role("radio", name="Andere prioriteit").click()
    # The form of a knelpunt has a field Opdracht too: wait until it is gone.
    expect(team.get_by_role("button", name="Stel voor")).to_be_visible()
    team.get_by_role("combobox", name="Opdracht").fill("Ruimtetafel")
    team.get_by_role("option", name="Ruimtetafel").click()
    why = team.get_by_role("textbox", name="Waarom?")
    why.fill(WORDS)
    why.blur()
    team.get_by_role("button", name="Stel voor").click()
    expect(team.get_by_role("status")).to_contain_text("is gemeld")
    card = team.locator('[data-testid="stVerticalBlock"]').filter(has_text=WORDS).last
    expect(card).to_contain_text("wacht op antwoord van Strategisch manager ruimtelijk")

    manager.reload()
    card = manager.locator('[data-testid="stVerticalBlock"]').filter(has_text=WORDS).last
    expect(card).to_contain_text("wacht op uw antwoord", timeout=30_000)
    card.get_by_role("button", name="in mijn concept").click()
    expect(manager.get_by_role("status")).to_contain_text("Ruimtetafel staat in uw concept")
    manager.get_by_role("link", name="Prioriteiten").click()
    expect(manager.get_by_text("(signaal", exact=False).first).to_be_visible(timeout=30_000)

    team.reload()
    look_as(team, "Teamondersteuner ruimte en mobiliteit")
    card = team.locator('[data-testid="stVerticalBlock"]').filter(has_text=WORDS).last
    expect(card).to_contain_text("in een scenario", timeout=30_000)
