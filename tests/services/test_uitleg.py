"""The explanation: every step stands there, and the steps lead to the hours of the plan."""

from __future__ import annotations

from decimal import Decimal

from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.omgeving import LOKAAL
from sturing.services.overzicht import overzicht
from sturing.services.uitleg import begrippen, uitleg
from sturing.services.uitlegbeeld import Uitlegbeeld

from .conftest import omgeving_met, rijen


def beeld(omgeving, team=None) -> Uitlegbeeld:
    gemaakt = uitleg(omgeving, LOKAAL, team)
    assert isinstance(gemaakt, Uitlegbeeld)
    return gemaakt


def test_the_chain_of_one_fte_is_the_one_of_the_facts(omgeving):
    # 1 fte in 2027: 1836,0 na feestdagen, 1634,4 na verlof, 1528,2 na verzuim, 1375,3 netto.
    over = [stap.uren_precies for stap in beeld(omgeving, "T2").keten]
    assert over[:3] == ["1.836,0", "1.634,4", "1.528,2"]
    assert over[-2:] == ["1.375,3", "1.375,3"]


def test_the_last_step_is_the_supply_of_the_plan(omgeving):
    gemaakt = beeld(omgeving, "T3")
    netto = omgeving.basis().uitkomst.model.aanbod.netto
    som = int(netto[list(omgeving.basis().uitkomst.model.teams).index("T3")].sum())
    assert notatie.uren_met_eenheid(som) in gemaakt.kop.titel
    assert len(gemaakt.maanden) == 12


def test_an_unknown_team_in_a_link_shows_the_first_with_hours(omgeving):
    assert beeld(omgeving, "BESTAATNIET").team == "T1"


def test_people_of_a_team_are_those_whose_hours_count():
    gegeven = rijen()
    gegeven["Capaciteit"] = [r for r in gegeven["Capaciteit"] if r["team"] != "T2"]
    gegeven["Medewerkers"] = [
        {
            "medewerker": "M1",
            "uren_per_week": Decimal(18),
            "dienstverband": "vast",
            "van": None,
            "tot": None,
        }
    ]
    gegeven["Teamrollen"] = [
        {
            "medewerker": "M1",
            "team": "T2",
            "van": None,
            "rol": None,
            "aandeel_pct": Decimal(100),
            "tot": None,
            "volgnr": 0,
        }
    ]
    omgeving = omgeving_met(gegeven)
    # T2 has 2 fte formatie and one person of 18 of 36 hours: half an fte.
    cijfers = {k.naam: k.waarde for k in beeld(omgeving, "T2").personeel}
    assert cijfers == {
        "Formatie": "2,0\u00a0fte",
        "Bezetting": "0,5\u00a0fte",
        "Inhuur": "0,0\u00a0fte",
        "Vacatureruimte": "1,5\u00a0fte",
        "Telt mee": "0,5\u00a0fte",
    }
    # Capaciteit of the others: 2 + 4 + 0,5 fte; with the person 7,0.
    beschikbaar = overzicht(omgeving, LOKAAL).kerncijfers[0]
    assert beschikbaar.bijschrift.startswith("7,0 fte")
    omgeving.sluit()


def test_who_asks_hours_is_told_in_words(omgeving):
    zinnen = beeld(omgeving, "T2").verdeling
    assert zinnen[0].startswith("3 opdrachten vragen uren van dit team.")
    assert "Nobelkwartier" in zinnen[-1]


def test_the_terms_are_explained_once_each():
    termen = [b.term for b in begrippen()]
    assert "ambtelijk opdrachtgever" in termen
    assert "lijn" in termen
    assert len(termen) == len(set(termen))


def test_empty_and_refused_have_designed_states(lege_omgeving, omgeving, niemand):
    assert isinstance(uitleg(lege_omgeving, LOKAAL), Leeg)
    assert isinstance(uitleg(omgeving, niemand), Geweigerd)
