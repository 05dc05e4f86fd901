"""From a moved opdracht to a decided plan in Chromium, with one objection answered on the way."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import Open, become
from .test_schermen import drawn, violations

READY_MS = 60_000


def test_from_nobelkwartier_moet_door_to_a_decided_plan(visit_own: Open) -> None:
    page = visit_own("/prioriteiten")
    drawn(page)
    row = page.get_by_role("row").filter(has_text="Nobelkwartier").first
    row.locator(".naam").click()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Zet op plaats 50").click()
    expect(page.locator("h1")).to_contain_text("Nobelkwartier past nu helemaal", timeout=READY_MS)
    page.get_by_role("button", name="Leg voor als besluit").click()
    page.get_by_label("Naam van het voorstel").fill("Nobelkwartier moet door")
    page.get_by_role("button", name="Leg voor", exact=True).click()
    expect(page.locator("h1")).to_contain_text("ligt voor bij de directie", timeout=READY_MS)

    become(page, "Strategisch manager sociaal")
    expect(page.locator("h1")).to_contain_text("stem in of maak bezwaar", timeout=READY_MS)
    page.get_by_role("button", name="Maak bezwaar").click()
    page.get_by_label("Waarom maakt u bezwaar?").fill("Dat kan niet wachten.")
    page.get_by_role("button", name="Verstuur bezwaar").click()
    expect(page.locator("h1")).to_contain_text("Uw bezwaar staat erbij", timeout=READY_MS)

    become(page, "Strategisch manager ruimtelijk")
    page.get_by_role("button", name="Antwoord").click()
    page.get_by_label("Uw antwoord").fill("In juni vullen wij het aan.")
    page.get_by_role("button", name="Verstuur antwoord").click()
    expect(page.get_by_text("In juni vullen wij het aan.").first).to_be_visible(timeout=READY_MS)

    become(page, "Algemeen directeur")
    expect(page.locator("h1")).to_contain_text("U kunt nu besluiten", timeout=READY_MS)
    drawn(page)
    assert violations(page) == []
    page.get_by_label("Besluit van algemeen directeur").fill("Woningen gaan voor.")
    page.get_by_role("button", name="Neem aan").click()
    expect(page.get_by_text("Besluit vastgelegd met kenmerk")).to_be_visible(timeout=READY_MS)
    expect(page.locator("h1")).to_contain_text("Er ligt geen voorstel voor")

    page = visit_own("/prioriteiten")
    drawn(page)
    expect(page.get_by_role("row").filter(has_text="Nobelkwartier").first).to_contain_text("50")
    page = visit_own("/besluiten?besluit=1", width=1024, height=768, dark=True)
    drawn(page)
    expect(page.locator("h1")).to_contain_text("Zo was het plan na besluit 1")
    expect(page.get_by_text("Nagerekend")).to_be_visible()
    assert violations(page) == []
