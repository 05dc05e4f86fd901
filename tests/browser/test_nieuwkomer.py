"""The path of a new user: template, three mistakes in LibreOffice, messages, accept, undo."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open
from .libreoffice import LibreOffice
from .test_gegevens import as_supporter
from .test_schermen import drawn

MISTAKES = {"Inzet!E2": "twaalf", "Inzet!A6": "0003", "Inzet!D5": "31-2-2027"}
ADVICE = {
    "Inzet!E2": "uren, bijvoorbeeld 120 of 1.234,5",
    "Inzet!A6": "Lijkt op: O003",
    "Inzet!D5": "een maand of dag, bijvoorbeeld mrt 2027 of 31-12-2027",
}
"""What is allowed there, as the screen says it; CORRECTED follows from nothing else."""
CORRECTED = {"Inzet!E2": "120", "Inzet!A6": "O003", "Inzet!D5": "31-12-2026"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibreOffice]:
    program = shutil.which("soffice")
    if program is None:
        reason = "LibreOffice is not installed: apt-get install libreoffice-calc-nogui"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return LibreOffice(program, tmp_path_factory.mktemp("profiel"))


def filled_template(page: Page, target: Path) -> Path:
    page.get_by_role("button", name="Haal sjabloon op").click()
    page.get_by_role("combobox", name="Welk sjabloon").click()
    page.get_by_role("option", name="Team Mobiliteit").click()
    drawn(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het werkboek").click()
    download.value.save_as(target)
    page.keyboard.press("Escape")
    return target


def test_from_template_by_way_of_three_mistakes_to_accepted_and_undone(
    visit: Open, office: LibreOffice, tmp_path: Path
) -> None:
    page = as_supporter(visit)
    head = page.locator("h1")
    template = filled_template(page, tmp_path / "T13.xlsx")

    wrong = office.fill(template, tmp_path / "T13-ingevuld.xlsx", MISTAKES)
    page.locator('input[type="file"]').set_input_files(wrong)
    expect(head).to_contain_text("Er is niets opgeslagen. Herstel 3 fouten in blad Inzet")
    for cell, typed in MISTAKES.items():
        row = page.get_by_role("row").filter(has=page.get_by_text(cell, exact=True))
        expect(row).to_contain_text(typed)
        expect(row).to_contain_text(ADVICE[cell])

    with page.expect_download() as download:
        page.get_by_role("button", name="Download bestand met opmerkingen").click()
    copy = tmp_path / download.value.suggested_filename
    download.value.save_as(copy)
    (tmp_path / "beter").mkdir()
    better = office.fill(copy, tmp_path / "beter" / copy.name, CORRECTED)
    # Chosen beside the wrong one, as the plus invites to.
    page.locator('input[type="file"]').set_input_files(better)
    expect(head).to_contain_text("Uw bestand kan erin: geen fouten gevonden.")
    main = page.locator('[data-testid="stMain"]')
    expect(main).to_contain_text(f"U koos '{copy.name}' in plaats van '{wrong.name}'.")
    expect(main).to_contain_text("uren 550 → 120")
    accept = page.get_by_role("button", name=re.compile("^Neem over als levering"))
    number = int(accept.inner_text().split()[-1])
    accept.click()
    expect(head).to_contain_text(f"Levering {number} is het plan van nu")

    page.get_by_role("button", name="Maak ongedaan", exact=True).click()
    expect(main).to_contain_text(f"Levering {number} ongedaan maken: 1 rij wijzigt.")
    page.get_by_role(
        "button", name=f"Maak levering {number} ongedaan, als levering {number + 1}"
    ).click()
    expect(main).to_contain_text(f"Levering {number} is ongedaan gemaakt.")
    expect(head).to_contain_text(f"Levering {number + 1} is het plan van nu")
    again = filled_template(page, tmp_path / "T13-na.xlsx")
    assert again.read_bytes() == template.read_bytes(), "every row of the team is what it was"
