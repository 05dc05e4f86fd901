"""Gegevens before the button: rows, teams, effect and ranks on the page, and nothing stored."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from sturing.intake.sjabloon import maak_sjabloon
from sturing.services.concept import eigen_concept
from sturing.services.leveringen import sjabloon
from sturing.services.omgeving import Omgeving, stel_in, wie_van
from sturing.store.rijen import lees_blad
from tests.conftest import NieuweDemonstratie

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUPPORTER = "demo-to-ruimte"
MANAGER = "demo-sm-ruimtelijk"


def page() -> None:
    from pages import gegevens

    gegevens.toon()


@pytest.fixture(scope="module")
def eigen_demonstratie(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    """A demonstration of this file alone, in which the order in force was decided."""
    omgeving = nieuwe_demonstratie()
    with omgeving.opslag.schrijven() as cursor:
        for regel in omgeving.basis().uitkomst.effecten.opdrachten:
            cursor.execute(
                "insert into besloten_rang values (?, ?)", [regel.opdracht, regel.plaats]
            )
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def omgeving(eigen_demonstratie: Omgeving) -> Omgeving:
    stel_in(eigen_demonstratie)
    return eigen_demonstratie


def met_uren(omgeving: Omgeving, team: str, *uren: int) -> bytes:
    """The template of a team with other hours in the first rows of Inzet."""
    boek = openpyxl.load_workbook(BytesIO(sjabloon(omgeving, wie_van(omgeving, SUPPORTER), team)))
    blad = boek["Inzet"]
    kop = next(row for row in blad.iter_rows() if any(c.value == "opdracht" for c in row))
    kolom = next(c.column for c in kop if str(c.value).startswith("uren"))
    for nummer, aantal in enumerate(uren, kop[0].row + 1):
        blad.cell(nummer, kolom, aantal)
    buffer = BytesIO()
    boek.save(buffer)
    return buffer.getvalue()


def upload(inhoud: bytes, account: str) -> AppTest:
    script = AppTest.from_function(page, default_timeout=60)
    script.session_state["identiteit"] = account
    script.run()
    script.file_uploader[0].set_value(("bestand.xlsx", inhoud, WORKBOOK)).run()
    assert not script.exception
    return script


def words(script: AppTest) -> str:
    return "\n".join([*(h.value for h in script.header), *(m.value for m in script.markdown)])


def test_verdict_and_effect_stand_in_one_answer_with_rows_team_and_line(omgeving: Omgeving) -> None:
    script = upload(met_uren(omgeving, "T13", 1, 1, 1), SUPPORTER)
    assert script.title[0].value.startswith("Uw bestand kan erin")
    assert "Na overnemen gaat het aantal opdrachten dat " in script.title[0].value
    tables = [t.value for t in script.table]
    counts = next(t for t in tables if "Rijen per blad" in t)
    assert list(counts["Rijen per blad"]) == ["Inzet", "Samen"]
    assert list(counts["Gewijzigd"]) == [3, 3]
    team = next(t for t in tables if "Team Mobiliteit" in t)
    assert team.iloc[0]["Team Mobiliteit"] == "Fte, gemiddeld in\u00a02027"
    rows = next(t for t in tables if "Wat verandert" in t)
    assert list(rows["Wat"]) == ["gewijzigd"] * 3
    assert all("uren " in text and "→\u00a01" in text for text in rows["Wat verandert"])
    assert "Wat doet dit met de lijn in 2027?" in words(script)
    assert "Er is nog niets opgeslagen. U kunt levering 2 daarna nog ongedaan maken." in words(
        script
    ).replace("\\", "")
    assert [t.label for t in script.tabs] == [
        ":blue[Opdrachtgever]",
        ":blue[Gebied]",
        ":blue[Team]",
    ]
    assert omgeving.nummer() == 1


def test_the_same_file_says_in_words_that_no_hours_change(omgeving: Omgeving) -> None:
    script = upload(met_uren(omgeving, "T13"), SUPPORTER)
    assert "Dit bestand verandert niets aan uren of fte van een team." in words(script)
    assert not any(h.value.startswith("Wat doet dit") for h in script.header)
    assert not script.tabs


def test_two_teams_stand_together_and_apart(omgeving: Omgeving) -> None:
    inzet = [
        dict(r) | {"uren_honderdste": int(str(r["uren_honderdste"])) + 10_00}
        for r in lees_blad(omgeving.opslag, "Inzet")
        if r["team"] in ("T13", "T29") and str(r["van"])[:4] == str(r["tot"])[:4] == "2027"
    ]
    script = upload(maak_sjabloon({"Inzet": inzet}, bladen=("Inzet",)), SUPPORTER)
    tables = [t.value for t in script.table]
    assert any("2\u00a0teams samen" in t for t in tables)
    wide = next(t for t in tables if "Team of domein" in t)
    assert len(wide) >= 3, "two teams and at least one domain"


def test_a_rang_of_the_file_comes_into_the_draft_only_when_it_is_ticked(
    omgeving: Omgeving,
) -> None:
    plaats = {r.opdracht: r.plaats for r in omgeving.basis().uitkomst.effecten.opdrachten}
    eigen = [
        dict(r)
        for r in lees_blad(omgeving.opslag, "Opdrachten")
        if r["opdrachtgever"] == "SM-R" and r["opdracht"] in plaats
    ][:2]
    for rij in eigen:
        rij["rang"] = plaats[str(rij["opdracht"])] + 3
    inhoud = maak_sjabloon({"Opdrachten": eigen}, bladen=("Opdrachten",))
    script = upload(inhoud, MANAGER)
    assert "Andere rang dan besloten" in words(script)
    keuzes = [c for c in script.checkbox if "in uw bestand rang" in c.label]
    assert [c.value for c in keuzes] == [False, False]
    keuzes[0].check()
    next(c for c in script.checkbox if c.label.startswith("Ik heb")).check()
    script.run()
    next(b for b in script.button if b.label.startswith("Neem over")).click().run()
    assert not script.exception
    told = [i.value.replace("\\", "") for i in script.info]
    assert told == ["1 opdracht verplaatst in uw concept."]
    concept = eigen_concept(omgeving, wie_van(omgeving, MANAGER))
    assert concept is not None
    assert [w.opdracht for w in concept.wijzigingen] == [eigen[0]["opdracht"]]
    na = {r.opdracht: r.plaats for r in omgeving.basis().uitkomst.effecten.opdrachten}
    assert na == plaats, "the plan itself did not move"
