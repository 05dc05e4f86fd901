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
        "college; samen 2.100\u00a0uur).",
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
    assert opdrachten_met_brief(bron) == (("S2", "Schapenweide"), ("S3", "Nobelkwartier"))
    ander = bron_van(klein, persoon("ss", RechtRol.STRATEGISCH_MANAGER, "sociaal"))
    assert opdrachten_met_brief(ander) == ()
    with pytest.raises(RechtError):
        brief_van(ander, "S3")
