"""The form of a knob in the running application: typed, understood, added, changed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import empty_draft


@pytest.fixture
def board(visit: Callable[..., Page]) -> Page:
    page = visit("/prioriteiten")
    page.locator(".rij.opdracht").first.wait_for()
    empty_draft(page)
    return page


def choose(page: Page, dialog: Locator, label: str, text: str) -> None:
    """Choose in a list by typing a part of its words."""
    field = dialog.get_by_label(label, exact=True)
    field.click()
    field.fill(text)
    page.get_by_role("option", name=text).first.click()


def fill(dialog: Locator, label: str, text: str) -> None:
    field = dialog.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Enter")


def test_inhuur_is_told_back_with_its_euros_before_it_is_added_and_can_be_changed(
    board: Page,
) -> None:
    board.get_by_role("button", name="Wijziging toevoegen").first.click()
    dialog = board.get_by_role("dialog")
    choose(board, dialog, "Wat wilt u wijzigen?", "Inhuur")
    choose(board, dialog, "Team", "Projecten fysiek")
    fill(dialog, "Fte", "1.5")
    expect(dialog).to_contain_text("'1.5' kan 15 zijn of 1,5.")
    fill(dialog, "Fte", "1,5")
    fill(dialog, "Van", "apr 2027")
    fill(dialog, "Tarief per uur (mag leeg)", "95")
    expect(dialog).not_to_contain_text("Begrepen")
    choose(board, dialog, "Betaald uit", "Geen programma: de euro's tellen nergens mee")
    expect(dialog).to_contain_text(re.compile(r"Begrepen: 1,5\sfte, apr–\u2060?dec\s2027"))
    expect(dialog).to_contain_text("Kosten 2027:")
    dialog.get_by_role("button", name="Voeg toe").click()
    expect(dialog).to_have_count(0)
    line = board.locator(".wijzigingen li")
    expect(line).to_contain_text("Projecten fysiek: +1,5 fte inhuur, apr–dec 2027")
    board.get_by_role("button", name="Pas wijziging 1 aan").click()
    dialog = board.get_by_role("dialog")
    expect(dialog.get_by_label("Fte", exact=True)).to_have_value("1,5")
    fill(dialog, "Fte", "2")
    expect(dialog).to_contain_text("+2 fte inhuur")
    dialog.get_by_role("button", name="Bewaar").click()
    expect(line).to_contain_text("+2 fte inhuur")
    expect(line).to_have_count(1)
    board.get_by_role("switch").click()
    expect(board.locator(".wijzigingen .uit")).to_have_count(1)


def test_a_parked_opdracht_is_found_under_the_board_and_starts_again(board: Page) -> None:
    line = board.locator(".rij.opdracht").nth(4)
    name = line.locator(".naam .tekst").inner_text()
    line.click()
    board.keyboard.press("Delete")
    expect(board.locator(".wijzigingen")).to_contain_text(f"{name}: parkeren, was")
    board.get_by_role("button", name="Niet gepland").click()
    board.get_by_role("button", name=f"Start {name}", exact=True).click()
    expect(board.get_by_role("heading", name="Het plan van nu")).to_be_visible()
    expect(board.locator(".omroep")).to_contain_text("Weer zoals het was.")
    board.get_by_role("button", name="Niet gepland").click()


def test_three_rows_move_as_one_step(board: Page) -> None:
    board.locator(".rij.opdracht").nth(8).click()
    board.keyboard.press("Shift+ArrowDown")
    board.keyboard.press("Shift+ArrowDown")
    board.keyboard.press("Alt+Home")
    expect(board.locator(".wijzigingen li")).to_have_count(3)
    board.get_by_role("button", name="Maak de laatste wijziging ongedaan").click()
    expect(board.get_by_role("heading", name="Het plan van nu")).to_be_visible()


def test_another_table_of_the_effect_is_shown(board: Page) -> None:
    board.get_by_label("Effect per iets anders").select_option("maand")
    expect(board.locator("#tabel thead")).to_contain_text("Uren tekort")
    board.get_by_role("tab", name="Programma").click()
    board.get_by_role("radio", name="Euro's").click()
    expect(board.locator("#tabel thead")).to_contain_text("Euro's toegekend")
