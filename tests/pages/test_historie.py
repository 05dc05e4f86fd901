"""Gegevens, Historie: list, difference, an earlier state, undoing; and two uploads at once."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from sturing.services import leveringen as dienst
from sturing.services.omgeving import Omgeving, stel_in, wie_van
from sturing.store.rijen import lees_bladen
from tests.conftest import NieuweDemonstratie
from tests.pages.tabellen import tabellen

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUPPORTER = "demo-to-ruimte"
BEHEERDER = "demo-beheerder"


def page() -> None:
    from pages import gegevens

    gegevens.toon()


@pytest.fixture
def omgeving(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    omgeving = nieuwe_demonstratie()
    stel_in(omgeving)
    yield omgeving
    omgeving.sluit()


def werkboek(omgeving: Omgeving, uren: object) -> bytes:
    """The template of team T29 with another number in the first row of Inzet."""
    gevuld = dienst.sjabloon(omgeving, wie_van(omgeving, SUPPORTER), "T29")
    boek = openpyxl.load_workbook(BytesIO(gevuld))
    blad = boek["Inzet"]
    kop = next(row for row in blad.iter_rows() if any(c.value == "opdracht" for c in row))
    kolom = next(c.column for c in kop if str(c.value).startswith("uren"))
    blad.cell(kop[0].row + 1, kolom, uren)
    buffer = BytesIO()
    boek.save(buffer)
    return buffer.getvalue()


def lever(omgeving: Omgeving, uren: object, account: str) -> None:
    wie = wie_van(omgeving, account)
    voorstel = dienst.controleer_bestanden(omgeving, wie, [("T29.xlsx", werkboek(omgeving, uren))])
    dienst.neem_over(omgeving, wie, voorstel, let_op_gezien=True, verwijdering_bevestigd=True)


def start(account: str, deel: str = "historie", levering: int | None = None) -> AppTest:
    script = AppTest.from_function(page, default_timeout=120)
    script.session_state["identiteit"] = account
    script.session_state["deel"] = deel
    if levering is not None:
        script.query_params["levering"] = str(levering)
    return script.run()


def knop(script: AppTest, label: str):
    return next(b for b in script.button if b.label.startswith(label))


def teksten(script: AppTest) -> str:
    """All texts as a reader sees them, without the signs that escape Markdown."""
    return "\n".join(m.value for m in (*script.markdown, *script.warning)).replace("\\", "")


def test_the_own_last_levering_is_undone_after_its_difference_was_seen(omgeving: Omgeving) -> None:
    voor = lees_bladen(omgeving.opslag)
    lever(omgeving, 1234, SUPPORTER)
    script = start(SUPPORTER)
    assert not script.exception
    assert script.title[0].value == (
        "Levering 2 is het plan van nu; die is van u en u kunt haar ongedaan maken."
    )
    lijst = script.dataframe[0].value
    assert list(lijst["Levering"]) == ["2", "1"]
    assert list(lijst["Gewijzigd"]) == [1, 0]
    knop(script, "Maak levering 2 ongedaan").click().run()
    assert not script.exception
    assert "Levering 2 ongedaan maken: 1 rij wijzigt" in teksten(script)
    rijen = next(t.value for t in tabellen(script) if "Wat verandert" in t.value.columns)
    assert rijen["Wat verandert"][0].startswith("uren 1.234 → ")
    assert omgeving.nummer() == 2, "looking stores nothing"
    knop(script, "Maak levering 2 ongedaan, als levering 3").click().run()
    assert not script.exception
    assert script.success[0].value == "Levering 2 is ongedaan gemaakt. Dat is levering 3."
    assert script.title[0].value.startswith("Levering 3 is het plan van nu")
    assert "maakt levering 2 ongedaan" in teksten(script)
    assert lees_bladen(omgeving.opslag) == voor


def test_a_link_opens_the_difference_of_a_levering_and_the_state_after_it(
    omgeving: Omgeving,
) -> None:
    lever(omgeving, 1234, SUPPORTER)
    script = start("demo-directeur", levering=2)
    assert not script.exception
    verschil = next(t.value for t in tabellen(script) if "Wat verandert" in t.value.columns)
    assert verschil["Wat verandert"][0].endswith("→ 1.234")
    script.session_state["bekijk"] = "stand"
    script.run()
    assert not script.exception
    assert "Na levering 2 stonden er" in teksten(script)
    script.session_state["bekijk"] = "vergelijk"
    script.run()
    assert not script.exception
    assert "Van levering 1 naar 2" in teksten(script)


def test_a_link_to_a_levering_that_does_not_exist_shows_the_list(omgeving: Omgeving) -> None:
    del omgeving
    for levering in ("99", "0", "x"):
        script = AppTest.from_function(page, default_timeout=120)
        script.session_state["deel"] = "historie"
        script.query_params["levering"] = levering
        script.run()
        assert not script.exception
        assert "Kies een rij om te zien" in teksten(script)


def test_who_came_later_is_named_when_undoing_is_no_longer_possible(omgeving: Omgeving) -> None:
    lever(omgeving, 1234, SUPPORTER)
    lever(omgeving, 1300, BEHEERDER)
    script = start(SUPPORTER, levering=2)
    assert "uw laatste, 2, kan niet meer ongedaan worden gemaakt" in script.title[0].value
    script.session_state["bekijk"] = "ongedaan"
    script.run()
    assert not script.exception
    assert "Levering 3 van Beheerder" in script.warning[0].value
    assert "Teams, Capaciteit, Inzet, Uren en Teamplannen van T29" in script.warning[0].value
    assert not [b for b in script.button if b.label.startswith("Maak levering 2 ongedaan")]


def test_a_levering_of_another_is_not_undone_without_the_right(omgeving: Omgeving) -> None:
    lever(omgeving, 1234, SUPPORTER)
    script = AppTest.from_function(page, default_timeout=120)
    script.session_state["identiteit"] = "demo-gm-west"
    script.session_state["deel"] = "historie"
    script.session_state["bekijk"] = "ongedaan"
    script.query_params["levering"] = "2"
    script.run()
    assert not script.exception
    assert "U mag levering 2 niet ongedaan maken" in teksten(script)
    assert not [b for b in script.button if b.label.startswith("Maak levering 2 ongedaan")]


def test_who_just_took_over_has_the_way_back_beside_it(omgeving: Omgeving) -> None:
    script = start(SUPPORTER, deel="inleveren")
    script.file_uploader[0].set_value(("T29.xlsx", werkboek(omgeving, 1234), WORKBOOK)).run()
    for vinkje in script.checkbox:
        vinkje.check()
    script.run()
    knop(script, "Neem over als levering 2").click().run()
    assert script.title[0].value.startswith("Levering 2 is het plan van nu")
    knop(script, "Maak ongedaan").click().run()
    assert not script.exception
    assert "Levering 2 ongedaan maken" in teksten(script)
    assert knop(script, "Maak levering 2 ongedaan, als levering 3")


def test_the_second_of_two_uploads_is_told_and_confirms_the_new_difference(
    omgeving: Omgeving,
) -> None:
    script = start(SUPPORTER, deel="inleveren")
    script.file_uploader[0].set_value(("T29.xlsx", werkboek(omgeving, 1234), WORKBOOK)).run()
    assert not script.warning
    for vinkje in script.checkbox:
        vinkje.check()
    script.run()
    lever(omgeving, 1111, BEHEERDER)
    # Pressed before the screen knew: nothing is stored, and the new difference is shown.
    knop(script, "Neem over als levering 2").click().run()
    assert not script.exception
    assert omgeving.nummer() == 2
    gemeld = script.warning[0].value.replace("\\", "")
    assert "Intussen heeft Beheerder levering 2 opgeslagen: Teams, Capaciteit, Inzet" in gemeld
    assert "van T29. Dat raakt ook uw bestand." in gemeld
    assert "U ziet nu het nieuwe verschil" in gemeld
    assert not any(vinkje.value for vinkje in script.checkbox)
    for vinkje in script.checkbox:
        vinkje.check()
    script.run()
    knop(script, "Neem over als levering 3").click().run()
    assert not script.exception
    assert omgeving.nummer() == 3
    assert not script.warning
