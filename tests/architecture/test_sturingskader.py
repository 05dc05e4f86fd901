"""The table of the sturingskader names screens that exist, and every screen stands in it."""

from __future__ import annotations

import re
from pathlib import Path

from sturing.ui.navigation import FIRST, SECTIONS

TABEL = Path(__file__).parents[2] / "docs" / "sturingskader.md"
OVER_HET_PRODUCT = {"scenarios", "gegevens", "rapportage"}
"""Screens for working with the product, that no row of the sturingskader is about."""


def test_every_address_of_the_table_is_a_screen_and_no_screen_is_forgotten() -> None:
    rows = [line for line in TABEL.read_text(encoding="utf-8").splitlines() if "`/" in line]
    named = {
        address.split("?")[0].strip("/") or FIRST
        for row in rows
        for address in re.findall(r"`(/[^`]*)`", row)
    }
    screens = {name for items in SECTIONS.values() for name, _title in items}
    assert named <= screens
    assert screens - named == OVER_HET_PRODUCT
    assert len(rows) >= 16
