"""The difference before it counts, in Chromium: told, accessible in both themes, and in Dutch."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from .conftest import ROOT, Open
from .test_gegevens import as_supporter
from .test_schermen import ENGLISH, VISIBLE_WORDS, drawn, turned_dark, violations

WORKBOOK = ROOT / "data" / "demonstratie" / "team-T13.xlsx"


def with_fewer_hours(target: Path) -> Path:
    """The workbook of T13 in which the first twenty rows of Inzet ask one hour each."""
    book = openpyxl.load_workbook(BytesIO(WORKBOOK.read_bytes()))
    sheet = book["Inzet"]
    head = next(row for row in sheet.iter_rows() if any(c.value == "opdracht" for c in row))
    column = next(c.column for c in head if str(c.value).startswith("uren"))
    for row in range(head[0].row + 1, head[0].row + 21):
        sheet.cell(row, column, 1)
    book.save(target)
    return target


def uploaded(visit: Open, target: Path) -> Page:
    page = as_supporter(lambda path: visit(path, width=1280, height=800))
    page.locator('input[type="file"]').set_input_files(with_fewer_hours(target))
    expect(page.locator("h1")).to_contain_text("Na overnemen gaat het aantal opdrachten dat")
    expect(page.get_by_role("heading", name="Elke rij die verandert")).to_be_visible()
    return page


def test_the_difference_is_accessible_in_both_themes_and_fits(visit: Open, tmp_path: Path) -> None:
    page = uploaded(visit, tmp_path / "T13.xlsx")
    page.get_by_test_id("stSidebarCollapseButton").locator("button").click()
    page.mouse.move(500, 5)
    page.set_viewport_size({"width": 1024, "height": 768})
    drawn(page)
    assert violations(page) == []
    wide = page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
          .map((box) => box.scrollWidth - box.clientWidth)"""
    )
    assert wide == [0, 0]
    english = [text for text in page.evaluate(VISIBLE_WORDS) if ENGLISH.search(text)]
    assert english == []
    turned_dark(page)
    assert violations(page) == []


def test_old_and_new_stand_side_by_side_and_go_along_as_a_file(visit: Open, tmp_path: Path) -> None:
    page = uploaded(visit, tmp_path / "T13.xlsx")
    main = page.locator('[data-testid="stMain"]')
    expect(main).to_contain_text("Wat doet dit met de lijn in 2027?")
    expect(main).to_contain_text("Gevraagd als % van beschikbaar")
    page.get_by_role("tab", name="Gebied").click()
    expect(page.get_by_role("tabpanel", name="Gebied")).to_contain_text("Samen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het verschil").click()
    download.value.save_as(tmp_path / "verschil.csv")
    lines = (tmp_path / "verschil.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Blad;Wat;Rij;Naam;Kolom;Was;Wordt;Cel;Bestand"
    assert len(lines) == 21
    assert all(";uren;" in line and ";1;" in line for line in lines[1:])
    page.get_by_role("button", name="Stop, bewaar niets").click()
    expect(page.locator("h1")).to_contain_text("is het plan van nu")
