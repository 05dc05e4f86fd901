"""Afspraken by keyboard: lay down a reason, and try a change in the own draft."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .conftest import Open, become, settled

WORDS = "De wijk kiest zelf."


def press(page: Page, name: str) -> None:
    """Press the first button of this name with the keyboard."""
    button = page.get_by_role("button", name=name).first
    button.focus()
    page.keyboard.press("Enter")


def test_a_reason_is_laid_down_by_keyboard(visit: Open) -> None:
    page = visit("/afspraken?afspraak=DELEGATIE_WIE")
    become(page, "Algemeen directeur")
    before = page.get_by_role("heading", level=2).first.inner_text()
    press(page, "Leg reden vast")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Voor een aantal projecten of taken")
    dialog.get_by_role("textbox", name="Waarom mag dit hier?").focus()
    page.keyboard.type(WORDS)
    page.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name="Leg reden vast")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("is vastgelegd")
    settled(page)
    expect(page.get_by_text(WORDS)).to_be_visible()
    assert page.get_by_role("heading", level=2).first.inner_text() != before


def test_a_point_leads_to_a_change_in_the_own_draft(visit: Open) -> None:
    page = visit("/afspraken?afspraak=OPDRACHTGEVER_EEN")
    press(page, "Wijs opdrachtgever aan")
    page.get_by_role("dialog").get_by_role("button", name="Probeer in mijn concept").click()
    page.wait_for_url("**/prioriteiten**")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Opdrachtgever", timeout=30_000)
    expect(dialog.get_by_role("combobox").first).to_have_value(
        re.compile("Verduurzaming huurwoningen$")
    )
