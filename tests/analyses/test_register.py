"""Every analysis: on offer by name, with units in its heads, adding up, and stable."""

from __future__ import annotations

import pytest

from sturing.analyses.register import OVER_AFSPRAKEN, REGISTER
from sturing.engine.effecten import Dimensie
from tests.analyses.golden import AFSPRAKEN, NAMEN, als_json, bestand, demonstratie
from tests.analyses.teamvoorbeeld import met_teams
from tests.analyses.voorbeeld import zonder_iets

EENHEDEN = {
    "_honderdste": "uur",
    "_uren": "uur",
    "_cent": "euro",
    "_fte": "fte",
    "_ratio": "deel van 1",
    "_inwoners": "inwoners",
}
PER_SLEUTEL = {
    "opdrachtgever": Dimensie.OPDRACHTGEVER,
    "portefeuillehouder": Dimensie.PORTEFEUILLEHOUDER,
    "gebied": Dimensie.GEBIED,
    "programma": Dimensie.PROGRAMMA,
    "team": Dimensie.TEAM,
    "soort-werk": Dimensie.SOORT_WERK,
    "domein": Dimensie.DOMEIN,
}
VAN_TEAMS = (
    "team-opdracht",
    "besteed",
    "besteed-team",
    "afhankelijkheid",
    "teamplan",
    "zelforganisatie",
    "teamondersteuning",
    "meerdere-teams",
    "formatie",
    "ondersteunend",
    "ontwikkelopgave",
    "focus-team",
)


def test_these_analyses_are_on_offer() -> None:
    assert set(REGISTER) == {
        *PER_SLEUTEL,
        "opdracht",
        "opdracht-maand",
        "waarde",
        "urenketen",
        "maand",
        "warmtekaart",
        "focus",
        *VAN_TEAMS,
        "gebiedsagenda",
        "gebiedsthema",
        "gebiedsmaand",
        "doel",
        "zonder-doel",
        "begroting",
        "taakveld",
        "besteding",
        "kernwaarde",
        "stroom",
        "wettelijk",
    }


@pytest.mark.parametrize("naam", REGISTER)
def test_every_head_names_the_unit_of_its_column(naam: str) -> None:
    koppen = [kolom.kop for kolom in REGISTER[naam].kolommen]
    assert len(set(koppen)) == len(koppen)
    for kolom in REGISTER[naam].kolommen:
        for achtervoegsel, eenheid in EENHEDEN.items():
            if kolom.veld.endswith(achtervoegsel):
                assert eenheid in kolom.kop


@pytest.mark.parametrize("naam", REGISTER)
def test_every_column_is_a_field_of_every_row(naam: str) -> None:
    analyse = REGISTER[naam]
    rijen = analyse.compute(met_teams())
    assert rijen
    for rij in rijen:
        assert type(rij) is analyse.rijtype
        for kolom in analyse.kolommen:
            getattr(rij, kolom.veld)


@pytest.mark.parametrize("naam", REGISTER)
def test_an_empty_organisation_gives_no_rows_but_its_months(naam: str) -> None:
    assert len(REGISTER[naam].compute(zonder_iets())) == (1 if naam == "maand" else 0)


@pytest.mark.parametrize("naam", PER_SLEUTEL)
def test_the_rows_of_a_key_add_up_to_the_organisation(naam: str) -> None:
    """On the demonstration: hours and euros to the last unit."""
    uitkomst = demonstratie()
    geheel = uitkomst.effecten.organisatie
    rijen = REGISTER[naam].compute(uitkomst)
    for veld in ("gevraagd_honderdste", "toegekend_honderdste", "gevraagd_cent", "toegekend_cent"):
        delen = [getattr(rij, veld) for rij in rijen]
        if None not in delen:
            assert sum(delen) == getattr(geheel, veld)
    assert len(rijen) == len(uitkomst.effecten.per[PER_SLEUTEL[naam]])


@pytest.mark.parametrize("naam", ["maand", "warmtekaart"])
def test_months_and_cells_add_up_to_the_organisation(naam: str) -> None:
    geheel = demonstratie().effecten.organisatie
    rijen = REGISTER[naam].compute(demonstratie())
    for veld in ("aanbod", "gevraagd", "toegekend", "tekort"):
        som = sum(getattr(rij, f"{veld}_honderdste") for rij in rijen)
        assert som == getattr(geheel, f"{veld}_honderdste")


def test_the_opdrachten_add_up_to_the_organisation() -> None:
    geheel = demonstratie().effecten.organisatie
    rijen = REGISTER["opdracht"].compute(demonstratie())
    assert sum(rij.gevraagd_honderdste or 0 for rij in rijen) == (geheel.gevraagd_honderdste)


def test_every_analysis_has_a_golden_file_and_no_golden_file_is_left_over() -> None:
    namen = {*REGISTER, *OVER_AFSPRAKEN}
    assert {pad.name for pad in bestand("x").parent.glob("analyse-*")} == {
        bestand(naam).name for naam in namen
    }


@pytest.mark.parametrize("naam", [*NAMEN, *AFSPRAKEN])
def test_the_demonstration_gives_the_figures_of_the_golden_file(naam: str) -> None:
    assert als_json(naam, demonstratie()).splitlines() == (
        bestand(naam).read_text(encoding="utf-8").splitlines()
    )
