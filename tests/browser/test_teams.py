"""A manager opens a team from the list, reads its plan and records that he saw it, by keyboard."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import Open, settled

WORDS = "Sluit aan bij de doelen voor wonen."


def test_seeing_a_teamplan_is_recorded_without_a_mouse(visit: Open) -> None:
    page = visit("/teams?team=T11")
    expect(page.get_by_text("Nog geen strategisch manager heeft vastgelegd")).to_be_visible()
    page.get_by_role("button", name="Leg vast dat u dit plan zag").focus()
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name="Uw opmerking (mag leeg blijven)")
    field.focus()
    page.keyboard.type(WORDS)
    page.keyboard.press("Control+Enter")
    settled(page)
    page.get_by_role("button", name="Leg vast", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("u zag het teamplan 2027 van Wonen")
    expect(field).to_have_count(0)
    expect(page.get_by_text(WORDS)).to_be_visible()
    expect(page.get_by_text("Strategisch manager ruimtelijk zag dit teamplan op")).to_be_visible()
    assert "team=T11" in page.url
