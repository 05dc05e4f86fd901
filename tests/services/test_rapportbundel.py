"""All reports in one zip: what is in it, for whom, and the list in front."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from sturing.domain.wie import RechtRol, Wie
from sturing.rapport.model import Vorm
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.rapportbundel import maak_bundel
from tests.services.besluitproef import persoon
from tests.services.conftest import omgeving_met, rijen


@pytest.fixture(scope="module")
def klein() -> Iterator[Omgeving]:
    omgeving = omgeving_met(rijen())
    yield omgeving
    omgeving.sluit()


def namen(omgeving: Omgeving, wie: Wie) -> list[str]:
    bestand = maak_bundel(omgeving, wie, vormen=(Vorm.XLSX,))
    return zipfile.ZipFile(BytesIO(bestand.inhoud)).namelist()


def test_it_holds_every_report_in_a_folder_of_its_kind_and_a_list_in_front(
    klein: Omgeving,
) -> None:
    assert namen(klein, LOKAAL) == [
        "00-inhoud.pdf",
        "1 directie/directie.xlsx",
        "3 opdrachtgevers/opdrachtgever-procesverantwoordelijke-team-een.xlsx",
        "3 opdrachtgevers/opdrachtgever-strategisch-manager-ruimtelijk-domein.xlsx",
        "4 gebieden/gebied-gemeente.xlsx",
        "5 teams/team-t1.xlsx",
        "5 teams/team-t2.xlsx",
        "5 teams/team-t3.xlsx",
        "5 teams/team-t4.xlsx",
    ]


def test_it_holds_only_what_may_be_made(klein: Omgeving) -> None:
    wie = persoon("to", RechtRol.TEAMONDERSTEUNER, teams=frozenset({"T2"}))
    assert namen(klein, wie) == ["00-inhoud.pdf", "5 teams/team-t2.xlsx"]


def test_the_list_gives_the_first_sentence_of_every_report(klein: Omgeving) -> None:
    inhoud = maak_bundel(klein, LOKAAL, vormen=(Vorm.XLSX,)).inhoud
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        lezer = PdfReader(BytesIO(zip_.read("00-inhoud.pdf")))
    tekst = " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())
    assert "Inhoud: 8 rapportages" in tekst
    assert "2 van de 3 opdrachten krijgen hier niet alles." in tekst
    assert "Alle opdrachten krijgen hier alles wat zij vragen." in tekst


def test_two_of_one_name_do_not_overwrite_each_other() -> None:
    gegeven = rijen()
    for rij in gegeven["Teams"]:
        rij["naam"] = "Team Gelijk"
    omgeving = omgeving_met(gegeven)
    gevonden = [naam for naam in namen(omgeving, LOKAAL) if "teams" in naam]
    assert gevonden == [
        "5 teams/team-gelijk.xlsx",
        *(f"5 teams/team-gelijk-{code}.xlsx" for code in ("t2", "t3", "t4")),
    ]
    omgeving.sluit()
