"""From a team that raises something to a manager who takes it into a draft, in two browsers."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import Open, become

WORDS = "Zonder dit project komt de school niet op tijd klaar."


def test_what_a_team_proposes_reaches_the_opdrachtgever_and_goes_into_the_draft(
    visit: Open,
) -> None:
    team, manager = visit("/signalen"), visit("/opdrachtgever")
    become(team, "Teamondersteuner ruimte en mobiliteit")
    team.get_by_role("radio", name="Andere prioriteit").click()
    # The other form has a list of the same name: wait for the one that asks why.
    why = team.get_by_role("textbox", name="Waarom?")
    expect(why).to_be_visible()
    expect(team.get_by_role("textbox", name="Uren tekort")).to_have_count(0)
    team.get_by_role("combobox", name="Opdracht").fill("Ruimtetafel")
    team.get_by_role("option", name="Ruimtetafel").click()
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
    become(team, "Teamondersteuner ruimte en mobiliteit")
    card = team.locator('[data-testid="stVerticalBlock"]').filter(has_text=WORDS).last
    expect(card).to_contain_text("in een scenario", timeout=30_000)
