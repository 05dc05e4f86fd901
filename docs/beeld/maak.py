"""Makes the pictures of the README and the handleiding from the running application.

`.venv/bin/python docs/beeld/maak.py` starts the demonstration on a free port, walks through the
screens in Debian's chromium and writes PNG files beside this file. So the pictures never age.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from playwright.sync_api import Page, sync_playwright

MAP = Path(__file__).resolve().parent
CHROMIUM = "/usr/bin/chromium"
OPTIES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=nl",
)


VENSTER: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "locale": "nl-NL"}
FOUT = {"E4": "twaalf", "E6": "1.480", "A8": "O999"}
"""Three mistakes the way they happen."""
GOED = {"E4": 120, "E6": 60, "E8": 480}
TEAM = "Teamondersteuner ruimte en mobiliteit"
ALS_ROL = {
    "rol-procesverantwoordelijke": ("teams", "Procesverantwoordelijke Burgerzaken"),
    "rol-gebiedsmakelaar": ("gebieden", "Gebiedsmakelaar west"),
    "rol-teamondersteuner": ("teams", TEAM),
    "rol-projectleider": ("opdrachtgever", "Projectleider woningbouw"),
    "rol-portefeuillehouder": ("besluiten?onderdeel=gesprek", "Wethouder wonen en ruimte"),
    "rol-beheerder": ("gegevens", "Beheerder"),
}
"""Picture -> screen and whose eyes, for the chapters per role."""
SCHERMEN = (
    ("overzicht", ""),
    ("waarom", "prioriteiten"),
    ("prioriteiten", "prioriteiten"),
    ("claims", "claims"),
    ("opdrachtgever", "opdrachtgever"),
    ("gebieden", "gebieden?gebied=WES"),
    ("programmas", "programmas"),
    ("volledigheid", "gegevens?deel=volledigheid"),
    ("afspraken", "afspraken"),
    ("teams", "teams?team=T14"),
    ("managementcollectief", "managementcollectief"),
    ("uitleg", "uitleg?team=T14"),
    ("rapportage", "rapportage?rapportage=opdrachtgever&voor=SM-R"),
    # Last: another identity stays chosen.
    ("bevindingen", "gegevens"),
    ("gegevens", "gegevens"),
    ("signalen", "signalen"),
)
"""Picture -> address, in the order in which they are made."""
WEGEN = (
    *("pad-waarom", "pad-effect", "besluit-voorleggen", "besluit-bezwaar", "besluit-nemen"),
    *("besluit-plan", "besluit-gesprek", "claims-scenarios", "rapportage-pdf"),
)
"""Pictures of what somebody does in more than one step."""
BEELDEN = frozenset({*(naam for naam, _ in SCHERMEN), *ALS_ROL, *WEGEN})
"""Every picture that this script makes; a test holds that no other is shown."""


def leg_vast(page: Page, naam: str) -> None:
    """Write the picture `naam`; KeyError for one that is not listed."""
    if naam not in BEELDEN:
        raise KeyError(naam)
    page.screenshot(path=MAP / f"{naam}.png")


def rustig(page: Page) -> None:
    """Wait until nothing is being calculated any more."""
    page.wait_for_selector("h1")
    page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget]')")
    page.wait_for_function(
        """() => !document.querySelector('[data-testid="stSkeleton"]')
          && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
            .every((beeld) => beeld.querySelector('.main-svg'))"""
    )
    page.wait_for_timeout(1200)


def prioriteiten(page: Page) -> None:
    """Nobelkwartier seven places up, by keyboard, the way a manager would try it."""
    rij = page.get_by_role("row").filter(has_text="Nobelkwartier").first
    rij.click()
    for _ in range(7):
        page.keyboard.press("Alt+ArrowUp")
        page.wait_for_timeout(250)
    page.wait_for_timeout(1500)


def waarom(page: Page) -> None:
    """Why Nobelkwartier falls short, opened below its row."""
    page.get_by_role("row").filter(has_text="Nobelkwartier").first.locator(".naam").click()
    page.keyboard.press("Enter")
    page.wait_for_selector(".waaromdelen")
    page.wait_for_timeout(1500)


def kijk_als(page: Page, naam: str) -> None:
    """Look as `naam`; wait until the menu says so and the screen is theirs."""
    page.get_by_role("button", name="Kijk als iemand anders").click()
    page.get_by_role("radio", name=naam, exact=True).check(force=True)
    page.keyboard.press("Escape")
    menu = page.get_by_test_id("stSidebar")
    menu.locator(f"text={naam}").first.wait_for(state="attached")
    rustig(page)
    page.mouse.move(VENSTER["viewport"]["width"] / 2, 5)
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(300)


def gegevens(page: Page, cellen: Mapping[str, str | int], antwoord: str) -> None:
    """The workbook of team Mobiliteit with other values on Inzet, as its supporter brings it."""
    kijk_als(page, TEAM)
    bron = MAP.parent.parent / "data" / "demonstratie" / "team-T13.xlsx"
    boek = openpyxl.load_workbook(bron)
    for cel, waarde in cellen.items():
        boek["Inzet"][cel] = waarde
    kapot = io.BytesIO()
    boek.save(kapot)
    page.set_input_files(
        "input[type=file]",
        {
            "name": "Team Mobiliteit 2027.xlsx",
            "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "buffer": kapot.getvalue(),
        },
    )
    page.wait_for_selector(f"text={antwoord}")
    page.wait_for_timeout(1500)


def besluit(page: Page, adres: str) -> None:
    """From "Nobelkwartier moet door" to a decided plan, with one objection answered."""
    page.goto(f"{adres}/prioriteiten")
    rustig(page)
    # The picture of Prioriteiten left a change in the draft.
    page.get_by_role("button", name="Terug naar het plan van nu").click()
    page.wait_for_selector("text=U ziet weer het plan van nu", state="attached")
    rustig(page)
    waarom(page)
    leg_vast(page, "pad-waarom")
    page.locator(".helpt button").first.click()
    page.wait_for_selector("h1:has-text('past nu helemaal')")
    rustig(page)
    leg_vast(page, "pad-effect")
    page.get_by_role("button", name="Leg voor als besluit").click()
    page.get_by_label("Naam van het voorstel").fill("Nobelkwartier moet door")
    page.get_by_label("Waarom stelt u dit voor?").fill("De sporthal en de woningen zijn toegezegd.")
    page.wait_for_timeout(800)
    leg_vast(page, "besluit-voorleggen")
    page.get_by_role("button", name="Leg voor", exact=True).click()
    page.wait_for_url("**/besluiten**")
    rustig(page)
    kijk_als(page, "Strategisch manager sociaal")
    page.get_by_role("button", name="Maak bezwaar").click()
    page.get_by_label("Waarom maakt u bezwaar?").fill("Bestaanszekerheid kan niet wachten.")
    page.get_by_role("button", name="Verstuur bezwaar").click()
    page.wait_for_selector("text=Uw bezwaar staat bij het voorstel")
    rustig(page)
    leg_vast(page, "besluit-bezwaar")
    kijk_als(page, "Strategisch manager ruimtelijk")
    page.get_by_role("button", name="Antwoord").click()
    page.get_by_label("Uw antwoord").fill("In juni vullen wij het aan.")
    page.get_by_role("button", name="Verstuur antwoord").click()
    page.wait_for_selector("text=Het antwoord staat bij het bezwaar")
    kijk_als(page, "Algemeen directeur")
    page.get_by_label("Besluit van algemeen directeur").fill("Woningen gaan dit jaar voor.")
    leg_vast(page, "besluit-nemen")
    page.get_by_role("button", name="Neem aan").click()
    page.wait_for_selector("text=Besluit vastgelegd met kenmerk")
    for naam, pad in (("plan", "besluit=1"), ("gesprek", "onderdeel=gesprek")):
        page.goto(f"{adres}/besluiten?{pad}")
        rustig(page)
        leg_vast(page, f"besluit-{naam}")


def tussen_scenarios(page: Page, adres: str) -> None:
    """Two drafts of one manager that each want half as much again of the same team, laid over each
    other."""
    page.goto(f"{adres}/scenarios")
    rustig(page)
    kijk_als(page, "Strategisch manager sociaal")
    for opdracht in ("Spoorzone Bilthoven", "Schapenweide"):
        naar(page, "Scenario's")
        page.get_by_role("button", name="Nieuw scenario").click()
        page.get_by_label("Naam").fill(f"{opdracht} sneller")
        page.get_by_role("button", name="Maak scenario").click()
        page.wait_for_selector(f"h1:has-text('{opdracht} sneller')")
        naar(page, "Prioriteiten")
        page.get_by_role("button", name="Wijziging toevoegen").first.click()
        venster = page.get_by_role("dialog")
        for vraag, antwoord in (("Wat wilt u wijzigen?", "Ambitie"), ("Opdracht", opdracht)):
            veld = venster.get_by_label(vraag, exact=True)
            veld.click()
            veld.fill(antwoord)
            page.get_by_role("option", name=antwoord).first.click()
        procent = venster.get_by_label("Percentage van de uren", exact=True)
        procent.fill("150")
        procent.press("Enter")
        venster.get_by_role("button", name="Voeg toe").click()
        venster.wait_for(state="detached")
        rustig(page)
    naar(page, "Claims")
    page.get_by_text("Tussen scenario").first.click()
    page.wait_for_selector("h1:has-text('Schapenweide sneller')")
    rustig(page)
    leg_vast(page, "claims-scenarios")


def naar(page: Page, scherm: str) -> None:
    """To another screen by the menu, so that the same eyes keep looking."""
    page.get_by_test_id("stSidebar").get_by_role("link", name=scherm, exact=True).click()
    rustig(page)


def rollen(page: Page, adres: str) -> None:
    """One screen per role, as that role opens it. Who may not open Overzicht starts elsewhere, so
    each screen is opened first and looked at as somebody else then."""
    for naam, (pad, wie) in ALS_ROL.items():
        page.goto(f"{adres}/{pad}")
        rustig(page)
        kijk_als(page, wie)
        leg_vast(page, naam)


def rapport(page: Page, adres: str) -> None:
    """The first page of the report for the directie, as a picture of the PDF."""
    page.goto(f"{adres}/rapportage")
    rustig(page)
    kijk_als(page, "Algemeen directeur")
    with page.expect_download() as ophalen:
        page.get_by_role("button", name="Maak PDF").click()
    doel = MAP / "rapportage-pdf"
    opdracht = ["pdftoppm", "-r", "96", "-f", "1", "-l", "1", "-singlefile", "-png"]
    subprocess.run([*opdracht, str(ophalen.value.path()), str(doel)], check=True)


def maak(adres: str) -> None:
    """Write one picture per screen of the application at `adres`."""
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=list(OPTIES))
        page = browser.new_context(**VENSTER).new_page()
        for naam, pad in SCHERMEN:
            page.goto(f"{adres}/{pad}")
            rustig(page)
            if naam == "waarom":
                waarom(page)
            if naam == "prioriteiten":
                prioriteiten(page)
            if naam == "bevindingen":
                gegevens(page, FOUT, "Er is niets opgeslagen")
            if naam == "signalen":
                kijk_als(page, TEAM)
            if naam == "gegevens":
                gegevens(page, GOED, "Uw bestand kan erin")
            leg_vast(page, naam)
        rollen(browser.new_context(**VENSTER).new_page(), adres)
        tussen_scenarios(browser.new_context(**VENSTER).new_page(), adres)
        rapport(browser.new_context(**VENSTER).new_page(), adres)
        besluit(browser.new_context(**VENSTER).new_page(), adres)
        browser.close()


def main() -> None:
    """Start the demonstration, make the pictures, stop it."""
    proces = subprocess.Popen(
        [sys.executable, "-m", "sturing.cli", "start", "--demo", "--geen-browser"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert proces.stdout is not None
        for regel in proces.stdout:
            gevonden = re.search(r"http://\S+", regel)
            if gevonden:
                maak(gevonden[0].rstrip(")."))
                break
    finally:
        proces.terminate()
        proces.wait(timeout=20)


if __name__ == "__main__":
    main()
