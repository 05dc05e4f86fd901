""" "Waarom?" in words, what can be tried, and who may read what of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sturing.domain.keuzes import Domein, Methode, Status
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.domain.wijziging import Parkeer, Rang, Verschuif
from sturing.engine.uitleg_vormen import Geldbinding, Uitleg
from sturing.errors import RechtError
from sturing.services import prioriteiten as p
from sturing.services import waaromzinnen
from sturing.services.beelden import Bordbeeld
from sturing.services.namen import namen_van
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.waarom import probeer, waarom
from sturing.services.waarombeeld import Proef, Waarombeeld, Welke

from .conftest import omgeving_met, rijen


def bord(omgeving: Omgeving, wie: Wie = LOKAAL) -> Bordbeeld:
    beeld = p.bord(omgeving, wie)
    assert isinstance(beeld, Bordbeeld)
    return beeld


def uitleg(omgeving: Omgeving, code: str, wie: Wie = LOKAAL) -> Waarombeeld:
    beeld = waarom(omgeving, wie, code)
    assert beeld is not None
    return beeld


def proef(beeld: Waarombeeld, welke: Welke) -> Proef:
    return next(x for x in beeld.proeven if x.welke is welke)


def dekking(omgeving: Omgeving, code: str) -> int | None:
    return next(r.dekking_pct for r in bord(omgeving).rijen if r.opdracht == code)


def test_the_answer_is_a_sentence_with_team_months_and_hours(omgeving):
    # T2 has 1375,3 hours: S1 takes 900, S2 475,3 of its 700.
    beeld = uitleg(omgeving, "S2")
    assert beeld.kern == "Schapenweide krijgt 875 van de 1.100\u00a0uur (80%)."
    assert beeld.zin == (
        "Bij team Team T2 is in jan–dec te weinig tijd: gevraagd is daar 700\u00a0uur, er is "
        "225\u00a0uur te weinig. De andere teams leveren alles."
    )
    assert [(v.naam, v.pct) for v in beeld.voor] == [("Spoorzone", 100)]
    assert beeld.maandkop == "Team T2"
    assert len(beeld.maanden) == 12
    assert all(m.toegekend_pct and m.tekort_pct for m in beeld.maanden)
    assert beeld.maanden[0].toelichting.startswith("januari: ")
    assert beeld.maanden[0].letter == "j"


def test_what_helps_has_a_button_and_the_changes_ready(omgeving):
    beeld = uitleg(omgeving, "S2")
    assert [(x.welke, x.knop) for x in beeld.proeven] == [
        (Welke.PLAATS, "Zet op plaats 2"),
        (Welke.RUIL, "Ruil: parkeer Spoorzone"),
        (Welke.INHUUR, "Vraag 0,17 fte inhuur"),
    ]
    (rang,) = proef(beeld, Welke.PLAATS).wijzigingen
    assert isinstance(rang, Rang)
    assert (rang.oude_plaats, rang.plaats, rang.onder) == (3, 2, None)  # the top of its group
    assert proef(beeld, Welke.RUIL).wijzigingen == (
        Parkeer(opdracht="S1", oude_status=Status.LOPEND),
    )
    assert beeld.niet == ("In geen andere periode binnen het plan past dit helemaal.",)


@pytest.mark.parametrize("welke", ["plaats", "ruil"])
def test_a_try_is_one_step_in_the_draft_after_which_it_fits(omgeving, welke):
    antwoord = probeer(omgeving, LOKAAL, 0, "S2", welke)
    assert not antwoord.geweigerd
    assert "Past nu helemaal." in antwoord.aankondiging or (
        antwoord.aankondiging == "Ruil: parkeer Spoorzone. Schapenweide past nu helemaal. "
        "1 opdracht levert uren in."
    )
    assert dekking(omgeving, "S2") == 100
    assert uitleg(omgeving, "S2").kern == "Schapenweide krijgt alle 1.100\u00a0uur."
    beeld = bord(omgeving)
    assert len(beeld.wijzigingen) == 1
    p.ongedaan(omgeving, LOKAAL, beeld.versie)
    assert not bord(omgeving).wijzigingen


def test_more_hours_of_the_team_are_one_step_as_hire_and_take_from_nobody(omgeving):
    # S2 is 225 hours short at T2, S3 after it all of its 600; 1 fte gives 1,375 hours in 2027.
    inhuur = proef(uitleg(omgeving, "S2"), Welke.INHUUR)
    assert inhuur.toelichting == (
        "Bij Team T2, jan–dec 2027. Dan geeft dat team alles wat dit vraagt. "
        "Het tarief vult u in bij de regel."
    )
    later = proef(uitleg(omgeving, "S3"), Welke.INHUUR)
    assert "Eerst krijgen wie ervoor gaan daar 225 uur." in later.toelichting
    antwoord = probeer(omgeving, LOKAAL, 0, "S2", "inhuur")
    assert antwoord.aankondiging == ("Vraag 0,17 fte inhuur. Schapenweide past nu helemaal.")
    (regel,) = bord(omgeving).wijzigingen
    assert regel.tekst == "Team T2: +0,17 fte inhuur, jan–dec 2027"
    assert dekking(omgeving, "S2") == 100
    p.ongedaan(omgeving, LOKAAL, bord(omgeving).versie)
    assert not bord(omgeving).wijzigingen


def test_a_swap_of_several_is_undone_in_one_step(omgeving):
    p.verplaats(omgeving, LOKAAL, 0, "S2", 4)  # S1, S3, S2: 900 + 600 + 700 of 1375,3
    beeld = uitleg(omgeving, "S2")
    assert proef(beeld, Welke.RUIL).knop == "Ruil: parkeer Spoorzone"
    p.verplaats(omgeving, LOKAAL, bord(omgeving).versie, "R2", 2)
    probeer(omgeving, LOKAAL, bord(omgeving).versie, "S2", "ruil")
    aantal = len(bord(omgeving).wijzigingen)
    p.ongedaan(omgeving, LOKAAL, bord(omgeving).versie)
    assert len(bord(omgeving).wijzigingen) == aantal - 1


def test_a_shift_that_fits_is_offered_with_its_months_and_done(omgeving):
    gegeven = rijen()
    kort = {"van": date(2027, 2, 1), "tot": date(2027, 2, 28)}
    gegeven["Inzet"] = [
        r | kort if r["opdracht"] in ("S1", "S2") and r["team"] == "T2" else r
        for r in gegeven["Inzet"]
        if r["opdracht"] not in ("S1", "S2") or r["team"] == "T2"
    ]
    gegeven["Inzet"] = [
        r | {"uren_honderdste": 80_00 if r["opdracht"] in ("S1", "S2") else 0}
        if r["team"] == "T2"
        else r
        for r in gegeven["Inzet"]
    ]
    omgeving = omgeving_met(gegeven)
    beeld = uitleg(omgeving, "S2")
    later, eerder = proef(beeld, Welke.LATER), proef(beeld, Welke.EERDER)
    assert (later.knop, eerder.knop) == ("Schuif 1 maand op", "Haal 1 maand naar voren")
    assert later.toelichting == "Past dan helemaal, in maart 2027."
    assert later.wijzigingen == (Verschuif(opdracht="S2", maanden=1),)
    antwoord = probeer(omgeving, LOKAAL, 0, "S2", "later")
    assert antwoord.aankondiging == "Schuif 1 maand op. Schapenweide past nu helemaal."
    assert dekking(omgeving, "S2") == 100
    omgeving.sluit()


def test_a_swap_that_parks_ones_own_winner_says_so_plainly(omgeving):
    p.verplaats(omgeving, LOKAAL, 0, "S3", 2)
    beeld = uitleg(omgeving, "S1")
    ruil = proef(beeld, Welke.RUIL)
    assert ruil.knop == "Ruil: parkeer Nobelkwartier"
    assert ruil.let_op == (
        "Nobelkwartier kreeg er door uw concept juist uren bij. Deze ruil maakt dat ongedaan."
    )


def test_what_asks_more_than_there_is_names_team_month_and_hours(omgeving):
    beeld = uitleg(omgeving, "R2")
    assert beeld.kern.startswith("Dorpsplein krijgt ")
    gegeven = rijen()
    gegeven["Inzet"] = [
        r | {"uren_honderdste": 9_000_00} if r["opdracht"] == "S3" else r for r in gegeven["Inzet"]
    ]
    veel = omgeving_met(gegeven)
    beeld = uitleg(veel, "S3")
    # Only more hours of the team help.
    assert [x.welke for x in beeld.proeven] == [Welke.INHUUR]
    assert beeld.niet[0].startswith("Vraagt meer dan er is: 812\u00a0uur van team Team T2 in ")
    assert "op nog 11 plekken" in beeld.niet[0]
    veel.sluit()


def test_what_gets_everything_says_so_and_offers_nothing(omgeving):
    beeld = uitleg(omgeving, "S1")
    assert beeld.kern == "Spoorzone krijgt alle 2.100\u00a0uur."
    assert (beeld.zin, beeld.proeven, beeld.niet) == ("", (), ())
    zonder = uitleg(omgeving, "N1")
    assert zonder.kern == "Visie zonder uren vraagt in deze periode geen uren en geen geld."


@pytest.mark.parametrize("methode", [Methode.SAMENHANGEND, Methode.ALLES_OF_NIETS])
def test_the_other_methods_say_what_other_teams_do(omgeving, methode):
    p.zet_methode(omgeving, LOKAAL, None, methode)
    beeld = uitleg(omgeving, "S2")
    assert "De andere teams" in beeld.zin
    assert "leveren alles" not in beeld.zin
    assert proef(beeld, Welke.RUIL).knop == "Ruil: parkeer Spoorzone"


def test_what_no_longer_helps_is_refused_and_stores_nothing(omgeving):
    assert "helpt niet meer" in probeer(omgeving, LOKAAL, 0, "S1", "ruil").geweigerd
    assert "helpt niet meer" in probeer(omgeving, LOKAAL, 0, "S2", "toveren").geweigerd
    assert not bord(omgeving).wijzigingen
    p.verplaats(omgeving, LOKAAL, bord(omgeving).versie, "R1", 2)
    antwoord = probeer(omgeving, LOKAAL, 0, "S2", "ruil")
    assert "ergens anders gewijzigd" in antwoord.geweigerd
    assert len(bord(omgeving).wijzigingen) == 1


def test_an_opdracht_without_a_place_or_a_name_has_no_explanation(omgeving):
    assert waarom(omgeving, LOKAAL, "P1") is None
    assert waarom(omgeving, LOKAAL, "onbekend") is None
    assert "niet op dit bord" in probeer(omgeving, LOKAAL, 0, "onbekend", "ruil").geweigerd


@pytest.fixture
def twee_domeinen():
    """Team T2 works for both domains; the social manager sees only what is his."""
    gegeven = rijen()
    gegeven["Personen"].append(
        gegeven["Personen"][0] | {"persoon": "SS", "naam": "Sociaal", "domein": "sociaal"}
    )
    gegeven["Opdrachten"] = [
        o | {"opdrachtgever": "SS"} if o["opdracht"] == "S2" else o for o in gegeven["Opdrachten"]
    ]
    omgeving = omgeving_met(gegeven)
    yield omgeving
    omgeving.sluit()


PROJECTLEIDER = Wie(
    account="pl",
    naam="Projectleider",
    herkomst=Herkomst.DEMONSTRATIE,
    toekenningen=(Toekenning(rol=RechtRol.PROJECTLEIDER, domein=Domein.SOCIAAL),),
    persoon="SS",
)
"""Sees the opdrachten of the social domain: S2 and not S1."""


def test_another_opdracht_that_one_may_not_see_has_no_name(twee_domeinen):
    assert waarom(twee_domeinen, PROJECTLEIDER, "S1") is None
    beeld = uitleg(twee_domeinen, "S2", PROJECTLEIDER)
    tekst = repr(beeld)
    assert "Spoorzone" not in tekst
    assert "S1" not in tekst
    assert [v.naam for v in beeld.voor] == ["een andere opdracht"]
    assert "Er is een ruil, maar met een opdracht die u niet mag zien." in beeld.niet


def test_who_has_no_right_to_a_draft_cannot_try(omgeving, niemand):
    assert waarom(omgeving, niemand, "S2") is None
    with pytest.raises(RechtError):
        probeer(omgeving, niemand, 0, "S2", "ruil")


def test_money_is_named_and_holds_up_the_hours_only_where_the_method_says():
    geld = Geldbinding(programma="P9", jaar=2027, gevraagd=1_000_00, over=400_00, voorgangers=())
    alleen = Uitleg(
        opdracht="S1", plaats=2, methode=Methode.STRIKT, past=True, uren=(), euros=(geld,)
    )
    namen = namen_van(Plan())
    zin = waaromzinnen.zin(alleen, None, namen, Horizon.planjaar(2027))
    assert zin == ("Programma P9 heeft in 2027 €\u00a0600 te weinig. Dat houdt de uren niet tegen.")
    vast = replace(alleen, methode=Methode.ALLES_OF_NIETS, past=False)
    zin = waaromzinnen.zin(vast, None, namen, Horizon.planjaar(2027))
    assert zin == "Programma P9 heeft in 2027 €\u00a0600 te weinig."


def test_a_shortage_of_minutes_is_not_shown_as_nothing():
    tekst = waaromzinnen.uren_van_maand(Maand(2027, 3), 1_000, 970, Horizon.planjaar(2027))
    assert tekst == "maart: 10 van 10\u00a0uur, minder dan 1\u00a0uur tekort"


def test_months_of_several_years_name_their_year():
    maanden = [Maand(2027, 11), Maand(2027, 12), Maand(2028, 1)]
    horizon = Horizon(Maand(2027, 1), Maand(2028, 12))
    assert waaromzinnen.maanden_tekst(maanden, horizon) == "nov, dec 2027 en jan 2028"
    assert waaromzinnen.maanden_tekst(maanden[:2], Horizon.planjaar(2027)) == "nov, dec"
