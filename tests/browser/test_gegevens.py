"""Gegevens on the real application: a workbook goes in and every finding names its cell."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from .conftest import ROOT, Open, become

WORKBOOK = ROOT / "data" / "demonstratie" / "team-T29.xlsx"


def as_supporter(visit: Open) -> Page:
    """Gegevens as the teamondersteuner of team T29."""
    page = visit("/gegevens")
    become(page, "Teamondersteuner ruimte en mobiliteit")
    return page


def with_words_for_hours(target: Path) -> Path:
    """The workbook of T29 in which the first hours of Inzet are a word, and a name is markup."""
    book = openpyxl.load_workbook(BytesIO(WORKBOOK.read_bytes()))
    sheet = book["Inzet"]
    head = next(row for row in sheet.iter_rows() if any(c.value == "opdracht" for c in row))
    column = next(c.column for c in head if str(c.value).startswith("uren"))
    sheet.cell(head[0].row + 1, column, "**twaalf** <b>uur</b>")
    book.save(target)
    return target


def test_a_wrong_cell_is_named_shown_and_nothing_is_stored(visit: Open, tmp_path: Path) -> None:
    page = as_supporter(visit)
    page.locator('input[type="file"]').set_input_files(with_words_for_hours(tmp_path / "T29.xlsx"))
    expect(page.locator("h1")).to_contain_text(
        "Er is niets opgeslagen. Herstel 1 fout in blad Inzet"
    )
    table = page.get_by_role("table", name="Bevindingen")
    expect(table).to_contain_text("fout")
    expect(table).to_contain_text("**twaalf** <b>uur</b>")
    expect(table.locator("td >> text=/^Inzet!?.*[A-Z]+[0-9]+$/").first).to_be_visible()
    cells = page.locator('[data-testid="stTable"]')
    expect(cells).to_contain_text("**twaalf** <b>uur</b>")
    expect(page.get_by_role("button", name="Neem over")).to_have_count(0)


def test_the_same_workbook_again_changes_nothing_and_says_so(visit: Open) -> None:
    page = as_supporter(visit)
    expect(page.get_by_role("button", name="Kies bestand").first).to_be_visible()
    page.locator('input[type="file"]').set_input_files(WORKBOOK)
    expect(page.locator("h1")).to_contain_text("Uw bestand kan erin")
    expect(page.locator("h1")).to_contain_text("Het verandert niets aan het plan van nu.")
    expect(page.get_by_text("3 Bekijk verschil")).to_be_visible()
    page.get_by_role("button", name="Stop, bewaar niets").click()
    expect(page.locator("h1")).to_contain_text("is het plan van nu")


def test_the_template_can_be_fetched(visit: Open, tmp_path: Path) -> None:
    page = as_supporter(visit)
    page.get_by_role("button", name="Haal sjabloon op").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het werkboek").click()
    download.value.save_as(tmp_path / "sjabloon.xlsx")
    book = openpyxl.load_workbook(tmp_path / "sjabloon.xlsx")
    assert "Inzet" in book.sheetnames


def test_the_name_of_an_icon_is_never_taken_for_a_word(visit: Open) -> None:
    page = visit("/gegevens")
    expect(page.get_by_role("button", name="Kies bestand").first).to_be_visible()
    page.wait_for_timeout(1000)  # the Dutch words are laid over the page again when it changes
    icons = page.locator('[data-testid="stIconMaterial"]').all_inner_texts()
    assert "upload" in icons, "the drawing of the button is called by its name"
    assert all(icon == icon.lower() and " " not in icon for icon in icons)
