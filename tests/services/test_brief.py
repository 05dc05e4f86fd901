"""The letter "there is no room for this": its words and numbers, worked out by hand.

In 2027 team T2 has 1,375 hours; Spoorzone (S1) takes 900 of them and Schapenweide (S2) 475 of 700.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from sturing.domain.wie import RechtRol
from sturing.errors import RechtError
from sturing.rapport.model import Brief
from sturing.services.brief import brief_van, opdrachten_met_brief
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.rapportbron import bron_van
from tests.services.besluitproef import persoon
from tests.services.conftest import omgeving_met, rijen

HEEL_2027 = {"van": date(2027, 1, 1), "tot": date(2027, 12, 31)}


@pytest.fixture(scope="module")
def klein() -> Iterator[Omgeving]:
    gegeven = rijen()
    for rij in gegeven["Opdrachten"]:
        if rij["opdracht"] == "S2":
            rij["portefeuillehouders"] = "WET"
    gegeven["Personen"].append(
        gegeven["Personen"][0]
        | {"persoon": "WET", "naam": "Wethouder wonen", "rol": "portefeuillehouder"}
        | {"domein": None}
    )
    omgeving = omgeving_met(gegeven)
    yield omgeving
    omgeving.sluit()


def brief(omgeving: Omgeving, code: str) -> Brief:
    return brief_van(bron_van(omgeving, LOKAAL), code)


def zinnen(gegeven: Brief, kop: str) -> tuple[str, ...]:
    return next(d.zinnen for d in gegeven.delen if d.kop == kop)


def test_it_says_what_is_granted_why_it_waits_and_what_would_change_it(klein: Omgeving) -> None:
    gemaakt = brief(klein, "S2")
    assert gemaakt.naam == "brief-schapenweide"
    assert gemaakt.aan == "Wethouder wonen"
    assert gemaakt.onderwerp == "Voor Schapenweide is in 2027 niet genoeg plaats"
    assert zinnen(gemaakt, "") == (
        "U vroeg om ‘Schapenweide’.",
        "Schapenweide krijgt 875 van de 1.100\u00a0uur (80%). Dat is de stand in het plan van nu, "
        "voor 2027, januari t/m december.",
    )
    assert zinnen(gemaakt, "Waarom is dat zo?") == (
        "De gemeente heeft in een jaar een vast aantal uren. Uw opdracht staat op plaats 3 van de "
        "7; wie hoger staat, gaat voor.",
        "Bij team Team T2 is in jan–dec te weinig tijd: gevraagd is daar 700\u00a0uur, er is "
        "225\u00a0uur te weinig. De andere teams leveren alles.",
    )
    assert zinnen(gemaakt, "Wat gaat er bij Team T2 voor?") == (
        "Werk van de strategische agenda van het college: 100% van wat u tekortkomt.",
    )
    assert zinnen(gemaakt, "Wat zou dat veranderen?") == (
        "Een hogere plaats: vanaf plaats 2 past het helemaal (nu plaats 3).",
        "Een andere periode helpt niet: binnen dit plan past het dan nergens helemaal.",
        "Een ruil: het past als 1 andere opdracht wacht (werk van de strategische agenda van het "
        "college; 2.100\u00a0uur).",
    )
    assert "de ambtelijk opdrachtgever (Strategisch manager ruimtelijk domein)" in str(gemaakt)


def test_nobody_is_to_blame_no_other_opdracht_is_named(klein: Omgeving) -> None:
    geschreven = str(brief(klein, "S3"))
    for naam in ("Spoorzone", "Schapenweide", "Groenonderhoud", "Dorpsplein", "Reisdocumenten"):
        assert naam not in geschreven


def test_what_gets_nothing_has_no_place(klein: Omgeving) -> None:
    assert brief(klein, "S3").onderwerp == "Voor Nobelkwartier is in 2027 geen plaats"


def test_the_first_window_in_which_it_fits_is_said_in_months() -> None:
    gegeven = rijen()
    juni = {"van": date(2027, 6, 1), "tot": date(2027, 6, 30)}
    half = {"van": date(2027, 1, 1), "tot": date(2027, 6, 30)}
    for rij in gegeven["Opdrachten"]:
        if rij["opdracht"] == "S2":
            rij["status"] = "parkeerplaats"
        if rij["opdracht"] == "S3":
            rij |= juni
    for rij in gegeven["Inzet"]:
        if rij["opdracht"] == "S3":
            rij |= juni | {"uren_honderdste": 60_00}
        if (rij["opdracht"], rij["team"]) == ("S1", "T2"):
            rij |= half
    omgeving = omgeving_met(gegeven)
    # In June T2 has 119 hours and Spoorzone asks 158 of them; from July it asks nothing.
    regels = zinnen(brief(omgeving, "S3"), "Wat zou dat veranderen?")
    assert regels[1] == "Een andere periode: 1 maand later, in juli 2027, past het helemaal."
    omgeving.sluit()


def test_it_is_offered_for_what_waits_only_and_made_for_who_may_export_it(klein: Omgeving) -> None:
    bron = bron_van(klein, LOKAAL)
    assert opdrachten_met_brief(bron) == (
        ("S2", "Schapenweide"),
        ("S3", "Nobelkwartier"),
        ("P1", "Oud project (geparkeerd)"),
    )
    ander = bron_van(klein, persoon("ss", RechtRol.STRATEGISCH_MANAGER, "sociaal"))
    assert opdrachten_met_brief(ander) == ()
    with pytest.raises(RechtError):
        brief_van(ander, "S3")


def test_what_is_parked_waits_and_the_letter_says_what_it_would_get(klein: Omgeving) -> None:
    """P1 asks 300 hours of T4, which has 1,375 and gives nobody any."""
    gemaakt = brief(klein, "P1")
    assert gemaakt.onderwerp == "Oud project wacht in 2027 op een besluit"
    assert zinnen(gemaakt, "")[1].startswith(
        "Oud project staat op de parkeerplaats: de opdracht wacht en vraagt nu geen uren en geen "
        "geld."
    )
    assert zinnen(gemaakt, "Waarom is dat zo?")[1] == (
        "Stel dat de opdracht nu weer meedoet. Zij komt dan op plaats 8 van de 8. Oud project "
        "krijgt alle 300\u00a0uur."
    )
    assert zinnen(gemaakt, "Wat zou dat veranderen?") == (
        "Een besluit om de opdracht weer mee te laten doen. Geen andere opdracht krijgt dan "
        "minder.",
    )


def geparkeerd(van: str, **velden: object) -> Omgeving:
    gegeven = rijen()
    for rij in gegeven["Opdrachten"]:
        if rij["opdracht"] == van:
            rij |= {"status": "parkeerplaats", **velden}
    return omgeving_met(gegeven)


def test_what_is_parked_and_would_not_fit_says_what_would_help_and_who_would_get_less() -> None:
    """Without S2 the team T2 has 475 hours for S3; with it (900 + 700 of 1,375) it has none."""
    omgeving = geparkeerd("S2")
    gemaakt = brief(omgeving, "S2")
    assert gemaakt.onderwerp == "Voor Schapenweide is in 2027 geen plaats"
    stel = "op plaats 3 van de 7. Schapenweide krijgt 875 van de 1.100\u00a0uur (80%). Bij team"
    assert stel in zinnen(gemaakt, "Waarom is dat zo?")[1]
    regels = zinnen(gemaakt, "Wat zou dat veranderen?")
    assert regels[0] == (
        "Een besluit om de opdracht weer mee te laten doen. 1 andere opdracht krijgt dan minder."
    )
    assert regels[1] == "Een hogere plaats: vanaf plaats 2 past het helemaal (anders plaats 3)."
    omgeving.sluit()


def test_what_is_parked_without_hours_is_asked_for_hours_first() -> None:
    gegeven = rijen()
    gegeven["Inzet"] = [rij for rij in gegeven["Inzet"] if rij["opdracht"] != "P1"]
    omgeving = omgeving_met(gegeven)
    gemaakt = brief(omgeving, "P1")
    assert gemaakt.onderwerp == "Voor Oud project is in 2027 geen plaats"
    assert zinnen(gemaakt, "Wat zou dat veranderen?") == (
        "Geef eerst op hoeveel uren van welke teams nodig zijn, en hoeveel geld.",
    )
    omgeving.sluit()


def test_money_is_named_only_where_it_is_asked_and_nothing_is_no_amount(klein: Omgeving) -> None:
    """In 2027 S3 asks 1,000 euros of a programme that may give nothing; the others ask none."""
    assert "€" not in str(brief(klein, "S3"))
    gegeven = rijen()
    gegeven["Programmas"] = [{"programma": "PR", "naam": "Wonen", "portefeuillehouder": None}]
    gegeven["Begroting"] = [
        {"programma": "PR", "jaar": 2027, "taakveld": None, "lasten_cent": 0}
        | {"baten_cent": None, "beschikbaar_cent": 0}
    ]
    for rij in gegeven["Opdrachten"]:
        if rij["opdracht"] == "S3":
            rij |= {"programma": "PR", "budget_cent": 1_000_00} | HEEL_2027
    omgeving = omgeving_met(gegeven)
    gemaakt = brief(omgeving, "S3")
    assert "Van de €\u00a01.000 krijgt zij niets." in zinnen(gemaakt, "")[1]
    # Hours and euros do not wait for each other: a higher place would give the hours alone.
    regels = zinnen(gemaakt, "Wat zou dat veranderen?")
    assert regels[0] == "Een hogere plaats: vanaf plaats 2 krijgt het alle uren (nu plaats 4)."
    assert regels[-1] == (
        "Voor het geld: meer geld in het programma, of minder geld voor ander werk daarin."
    )
    omgeving.sluit()


def test_legal_work_that_does_not_fit_hears_that_it_goes_first_already() -> None:
    """W1 asks 9,000 hours of T1, more than the team has."""
    gegeven = rijen()
    for rij in gegeven["Inzet"]:
        if rij["opdracht"] == "W1":
            rij["uren_honderdste"] = 9_000_00
    omgeving = omgeving_met(gegeven)
    gemaakt = brief(omgeving, "W1")
    assert zinnen(gemaakt, "Waarom is dat zo?")[0].endswith(
        "Het is werk dat de wet van ons vraagt: dat gaat al voor het andere werk."
    )
    assert zinnen(gemaakt, "Wat zou dat veranderen?")[0].startswith(
        "Een hogere plaats helpt niet. Vraagt meer dan er is: "
    )
    omgeving.sluit()
