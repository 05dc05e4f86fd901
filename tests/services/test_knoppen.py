"""Every knob: what it reads, what it says before it is added, and the line that it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import TeamCode
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.errors import RechtError
from sturing.services import knoppen, prioriteiten, regelbewerking
from sturing.services.knopinvoer import VeldError
from sturing.services.knoppen_middelen import GEEN
from sturing.services.knopregister import keuzelijst
from sturing.services.knopvelden import JA, Knop, Veldsoort
from sturing.services.omgeving import LOKAAL, Omgeving

from .knopproef import bekijk, bord, doe, knoporganisatie, leeg_concept, zinnen

VOL: dict[Knop, dict[str, str | tuple[str, ...]]] = {
    Knop.PLAATS: {"opdracht": "S3", "plaats": "2"},
    Knop.PARKEER: {"opdracht": "S1"},
    Knop.STOP: {"opdracht": "S1"},
    Knop.START: {"opdracht": "P1", "plaats": "3"},
    Knop.VERSCHUIF: {"opdracht": "S3", "maanden": "4"},
    Knop.AMBITIE: {"opdracht": "S2", "procent": "87,5"},
    Knop.UREN: {"opdracht": "S2", "team": "T2", "uren": "-100"},
    Knop.OPDRACHTGEVER: {"opdracht": "R2", "persoon": "SM", "van": "1-4-2027", "reden": "Nieuw"},
    Knop.DELEGATIE: {"opdracht": "S1", "persoon": "PV", "van": "1-4-2027", "reden": "Verlof"},
    Knop.INHUUR: {
        "team": "T2",
        "fte": "0,5",
        "van": "apr 2027",
        "tot": "dec 2027",
        "tarief": "95",
        "programma": "PR",
    },
    Knop.VACATURE: {"team": "T2", "fte": "0,5", "van": "jan 2027", "tot": "dec 2027"},
    Knop.UITLENEN: {
        "team": "T3",
        "naar_team": "T2",
        "fte": "1",
        "van": "jan 2027",
        "tot": "jun 2027",
    },
    Knop.NORM: {"team": "", "norm": "ruimte_pct", "jaar": "2027", "waarde": "6,5"},
    Knop.BUDGET: {"programma": "PR", "jaar": "2027", "bedrag": "€ 120000"},
    Knop.GEWICHTEN: {
        "maatschappelijke_waarde": "2",
        "medewerkerswaarde": "1",
        "financiele_waarde": "0,5",
    },
    Knop.SCORE: {"opdrachten": ("S1", "S2", "R1")},
    Knop.METHODE: {"methode": "samenhangend"},
    Knop.WETTELIJK: {"wettelijk": "uit"},
}
ZIN = {
    Knop.PLAATS: "Nobelkwartier: plaats 4 → 2",
    Knop.PARKEER: "Spoorzone: parkeren, was lopend",
    Knop.STOP: "Spoorzone: stoppen, was lopend",
    Knop.START: "Oud project: starten op plaats 3, was parkeerplaats",
    Knop.VERSCHUIF: "Nobelkwartier: 4 maanden later, mrt–jun 2027 → jul–okt 2027",
    Knop.AMBITIE: "Schapenweide: 87,5% van de uren, 1.100 → 963 uur",
    Knop.UREN: "Schapenweide: −100 uur van Team T2, 700 → 600 uur",
    Knop.OPDRACHTGEVER: "Dorpsplein: opdrachtgever Geen → Strategisch manager ruimtelijk domein, "
    "vanaf 1 april 2027. Reden: Nieuw",
    Knop.DELEGATIE: "Spoorzone: delegatie Geen → Procesverantwoordelijke Team Een, "
    "vanaf 1 april 2027. Reden: Verlof",
    Knop.INHUUR: "Team T2: +0,5 fte inhuur, apr–dec 2027, € 95 per uur, samen € 49.440, "
    "betaald uit Wonen",
    Knop.VACATURE: "Team T2: +0,5 fte vacature gevuld, jan–dec 2027",
    Knop.UITLENEN: "Team T3 leent 1 fte uit aan Team T2, jan–jun 2027",
    Knop.NORM: "Alle teams, 2027: ruimte standaard 4% → 6,5%",
    Knop.BUDGET: "Wonen, 2027: € 100.000 → € 120.000 beschikbaar",
    Knop.GEWICHTEN: "Gewichten: maatschappelijke waarde 1 → 2 en financiële waarde 1 → 0,5",
    Knop.SCORE: "Volgorde van de score overgenomen voor 3 opdrachten "
    "(Spoorzone, Schapenweide en Groenonderhoud)",
    Knop.METHODE: "Methode: strikt → samenhangend",
    Knop.WETTELIJK: "Wettelijk eerst: aan → uit",
}


@pytest.fixture(scope="module")
def _organisatie() -> Iterator[Omgeving]:
    gemaakt = knoporganisatie()
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def omgeving(_organisatie: Omgeving) -> Omgeving:
    """The organisation with an empty draft: to make it anew for every case takes too long."""
    leeg_concept(_organisatie)
    return _organisatie


def gelijk(a: str) -> str:
    return a.replace("\u00a0", " ")


@pytest.mark.parametrize("knop", list(Knop))
def test_a_knob_shows_its_line_before_it_leaves_exactly_that_line(omgeving, knop):
    proef = bekijk(omgeving, knop, **VOL[knop])
    assert not proef.fout
    assert gelijk(proef.zin) == ZIN[knop]
    assert not bord(omgeving).wijzigingen
    antwoord = doe(omgeving, knop, **VOL[knop])
    assert not antwoord.geweigerd
    assert gelijk(antwoord.aankondiging) == f"{ZIN[knop]}. {gelijk(proef.gevolg)}"
    assert zinnen(omgeving) == [ZIN[knop]]
    assert not bord(omgeving).wijzigingen[0].conflict


@pytest.mark.parametrize("knop", list(Knop))
def test_the_form_of_a_line_holds_what_was_typed_and_saves_to_the_same_line(omgeving, knop):
    doe(omgeving, knop, **VOL[knop])
    nr = bord(omgeving).wijzigingen[0].regel
    assert knoppen.knop_van_regel(omgeving, LOKAAL, nr) is knop
    form = knoppen.formulier(omgeving, LOKAAL, knop, regel=nr)
    ingevuld = {veld.sleutel: veld.waarde for veld in form.velden}
    for veld in form.velden:
        if veld.soort is Veldsoort.KEUZE:
            assert veld.waarde in {keuze.sleutel for keuze in veld.keuzes}
    proef = knoppen.bekijk(omgeving, LOKAAL, knop, ingevuld, regel=nr)
    assert proef.fout == "Dit is al zo; er verandert niets."
    assert zinnen(omgeving) == [ZIN[knop]]


@pytest.mark.parametrize("knop", list(Knop))
def test_an_empty_form_says_what_to_fill_in_and_stores_nothing(omgeving, knop):
    if knop is Knop.NORM:
        leeg = {"norm": "ruimte"}
    elif knop is Knop.BUDGET:
        leeg = {"jaar": "2027"}
    else:
        leeg = {}
    assert bekijk(omgeving, knop, **leeg).fout
    with pytest.raises(VeldError):
        doe(omgeving, knop, **leeg)
    assert not bord(omgeving).wijzigingen


def test_every_knob_of_the_list_has_a_form(omgeving):
    assert [Knop(keuze.sleutel) for keuze in keuzelijst()] == list(Knop)
    for knop in Knop:
        form = knoppen.formulier(omgeving, LOKAAL, knop)
        assert form.velden
        assert not form.waarom_niet


@pytest.mark.parametrize(
    ("knop", "anders", "melding"),
    [
        (Knop.AMBITIE, {"procent": "1.5"}, "'1.5' kan 15 zijn of 1,5."),
        (Knop.AMBITIE, {"procent": "veel"}, "'veel' is geen getal."),
        (Knop.AMBITIE, {"procent": "-5"}, "niet onder 0"),
        (Knop.UREN, {"uren": "12,345"}, "meer dan twee decimalen"),
        (Knop.UREN, {"team": "T4", "uren": "-5"}, "vraagt geen uren van"),
        (Knop.VERSCHUIF, {"maanden": "1,5"}, "geen heel getal"),
        (Knop.VERSCHUIF, {"maanden": "9"}, "na het einde van de planperiode"),
        (Knop.INHUUR, {"tot": "mrt 2027"}, "ligt voor de eerste"),
        (Knop.INHUUR, {"van": "april"}, "geen maand"),
        (Knop.INHUUR, {"fte": "0"}, "meer dan 0"),
        (Knop.INHUUR, {"tarief": ""}, "Vul het tarief in"),
        (Knop.INHUUR, {"programma": ""}, "Kies wie betaalt"),
        (Knop.INHUUR, {"fte": "3"}, "Wonen heeft dan 100000,00 euro beschikbaar"),
        (Knop.VACATURE, {"fte": "1"}, "0,5 fte aan open vacatures"),
        (Knop.UITLENEN, {"naar_team": "T3"}, "niet aan zichzelf"),
        (Knop.UITLENEN, {"fte": "5"}, "Team T3 heeft in jan 2027 4 fte"),
        (Knop.NORM, {"waarde": "101"}, "tussen 0 en 100"),
        (Knop.NORM, {"jaar": "2031"}, "hoort niet bij deze planperiode"),
        (Knop.BUDGET, {"bedrag": "-1"}, "niet onder 0"),
        (Knop.BUDGET, {"bedrag": "€ 120.000"}, "kan 120000 zijn of 120"),
        (Knop.GEWICHTEN, {"medewerkerswaarde": "-1"}, "niet onder 0"),
        (Knop.SCORE, {"opdrachten": ("S1",)}, "ten minste twee"),
        (Knop.DELEGATIE, {"reden": " "}, "waarom"),
        (Knop.DELEGATIE, {"tot": "1-1-2027"}, "voor de begindatum"),
        (Knop.DELEGATIE, {"persoon": "SM"}, "de opdrachtgever zelf"),
        (Knop.START, {"opdracht": "S1"}, "al lopend"),
        (Knop.PARKEER, {"opdracht": "P1"}, "staat al op de parkeerplaats"),
        (Knop.PLAATS, {"plaats": "0"}, "ten minste 1"),
        (Knop.METHODE, {"methode": "strikt"}, "er verandert niets"),
    ],
)
def test_what_cannot_be_is_said_at_once_and_nothing_is_stored(omgeving, knop, anders, melding):
    invoer = {**VOL[knop], **anders}
    proef = bekijk(omgeving, knop, **invoer)
    assert melding in proef.fout
    assert not proef.zin
    if proef.veld:
        with pytest.raises(VeldError) as fout:
            doe(omgeving, knop, **invoer)
        assert melding in str(fout.value)
    else:
        assert melding in doe(omgeving, knop, **invoer).geweigerd
    assert not bord(omgeving).wijzigingen


def test_what_was_understood_is_told_back(omgeving):
    # 0,5 fte is 13,2 to 14,3 hours a week in the chain; April to December 2027 is 520,4 net hours.
    proef = bekijk(omgeving, Knop.INHUUR, **VOL[Knop.INHUUR])
    assert [gelijk(x) for x in proef.begrepen] == ["0,5 fte, apr–dec 2027", "€ 95 per uur"]
    assert [gelijk(x) for x in proef.kosten] == ["2027: 520 uur netto, € 49.440"]
    ambitie = bekijk(omgeving, Knop.AMBITIE, **VOL[Knop.AMBITIE], ook_euro=JA)
    assert gelijk(ambitie.begrepen[0]) == "87,5% van 1.100 uur is ongeveer 963 uur"
    assert gelijk(ambitie.zin).endswith("ook de euro's")


def test_inhuur_takes_its_euros_from_the_programme_that_is_named(omgeving):
    doe(omgeving, Knop.INHUUR, **VOL[Knop.INHUUR])
    budget = bekijk(omgeving, Knop.BUDGET, **VOL[Knop.BUDGET])
    assert gelijk(budget.begrepen[0]) == "Nu € 50.560, wordt € 120.000"


def test_inhuur_is_free_only_for_who_says_so(omgeving):
    open_ = knoppen.formulier(omgeving, LOKAAL, Knop.INHUUR).velden[-1]
    assert (open_.naam, open_.waarde, open_.vraag) == ("Betaald uit", "", "Kies wie betaalt")
    assert [k.naam for k in open_.keuzes][-1] == "Geen programma: de euro's tellen nergens mee"
    assert "" not in {k.sleutel for k in open_.keuzes}
    doe(omgeving, Knop.INHUUR, **{**VOL[Knop.INHUUR], "programma": GEEN})
    (zin,) = zinnen(omgeving)
    assert "betaald uit" not in zin
    nr = bord(omgeving).wijzigingen[0].regel
    weer = knoppen.formulier(omgeving, LOKAAL, Knop.INHUUR, regel=nr)
    assert weer.velden[-1].waarde == GEEN


def test_a_trial_says_against_what_it_moves_something(omgeving):
    assert bekijk(omgeving, Knop.STOP, opdracht="S1").tegen == "Ten opzichte van het plan van nu"
    voor = bekijk(omgeving, Knop.STOP, opdracht="S1").gevolg
    doe(omgeving, Knop.STOP, opdracht="S1")
    straks = bekijk(omgeving, Knop.STOP, opdracht="S2")
    assert straks.tegen == "Ten opzichte van uw concept"
    # S1 gives its hours against the plan; against the draft, in which it stopped, it gives none.
    assert (voor, straks.gevolg) != ("", voor)
    assert not bekijk(omgeving, Knop.INHUUR, fte="1").tegen


def test_weights_show_who_rises_and_who_falls_before_they_are_taken_over(omgeving):
    # Only what has no rang is ordered by score: the plan has a rang for all but W1.
    assert not bekijk(omgeving, Knop.GEWICHTEN, **VOL[Knop.GEWICHTEN]).stijgt
    proef = bekijk(omgeving, Knop.SCORE, opdrachten=("S1", "S2", "R1"))
    # The scores are 5 for Groenonderhoud, 4 for Schapenweide and 1 for Spoorzone.
    assert [(x.naam, x.van, x.naar) for x in proef.stijgt] == [("Groenonderhoud", 5, 2)]
    assert [(x.naam, x.van, x.naar) for x in proef.daalt] == [("Spoorzone", 2, 5)]
    doe(omgeving, Knop.SCORE, opdrachten=("S1", "S2", "R1"))
    assert [r.opdracht for r in bord(omgeving).rijen][:5] == ["W1", "R1", "S2", "S3", "S1"]


def test_the_first_month_that_fits_is_found_and_fits(omgeving):
    # Of the 114 hours a month of T2 S1 takes 75, and S2 the rest until July: from then on 39.
    vraag = {"opdracht": "S3", "maanden": ""}
    assert "past in geen maand" in knoppen.zoek(omgeving, LOKAAL, Knop.VERSCHUIF, vraag).tekst
    doe(omgeving, Knop.AMBITIE, opdracht="S3", procent="20")
    gevonden = knoppen.zoek(omgeving, LOKAAL, Knop.VERSCHUIF, vraag)
    assert (gevonden.veld, gevonden.waarde) == ("maanden", "4")
    assert gevonden.tekst == "Zij past voor het eerst in jul–okt 2027."
    doe(omgeving, Knop.VERSCHUIF, opdracht="S3", maanden="4")
    assert "past al" in knoppen.zoek(omgeving, LOKAAL, Knop.VERSCHUIF, vraag).tekst


def test_parked_and_started_again_is_as_it_was(omgeving):
    doe(omgeving, Knop.PARKEER, opdracht="S1")
    antwoord = doe(omgeving, Knop.START, opdracht="S1")
    assert antwoord.aankondiging.startswith("Weer zoals het was.")
    assert not bord(omgeving).wijzigingen
    assert bord(omgeving).rijen[1].opdracht == "S1"


def test_the_same_knob_on_the_same_object_right_after_takes_its_place(omgeving):
    doe(omgeving, Knop.AMBITIE, opdracht="S2", procent="80")
    doe(omgeving, Knop.AMBITIE, opdracht="S2", procent="60")
    assert zinnen(omgeving) == ["Schapenweide: 60% van de uren, 1.100 → 660 uur"]
    doe(omgeving, Knop.AMBITIE, opdracht="S1", procent="60")
    doe(omgeving, Knop.AMBITIE, opdracht="S2", procent="50")
    assert zinnen(omgeving)[2] == "Schapenweide: 50% van de uren, 660 → 330 uur"
    doe(omgeving, Knop.AMBITIE, opdracht="S2", procent="100")
    assert len(zinnen(omgeving)) == 2


def test_two_times_inhuur_in_other_months_are_two_lines(omgeving):
    doe(omgeving, Knop.INHUUR, team="T2", fte="1", van="jan 2027", tot="mrt 2027", programma=GEEN)
    doe(omgeving, Knop.INHUUR, team="T2", fte="1", van="jun 2027", tot="aug 2027", programma=GEEN)
    assert len(zinnen(omgeving)) == 2


def test_a_reader_of_one_team_tries_what_he_sees_and_nothing_else(omgeving):
    leider = Wie(
        account="pv",
        naam="Procesverantwoordelijke",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(
            Toekenning(rol=RechtRol.PROCESVERANTWOORDELIJKE, teams=frozenset({TeamCode("T1")})),
        ),
    )
    form = knoppen.formulier(omgeving, leider, Knop.UREN)
    assert [k.sleutel for k in form.velden[0].keuzes] == ["W1"]
    assert [k.sleutel for k in form.velden[1].keuzes] == ["T1"]
    assert knoppen.formulier(omgeving, leider, Knop.BUDGET).waarom_niet
    vreemd = knoppen.bekijk(omgeving, leider, Knop.PARKEER, {"opdracht": "S1"})
    verzonnen = knoppen.bekijk(omgeving, leider, Knop.PARKEER, {"opdracht": "ZZ"})
    assert vreemd == verzonnen
    eigen = knoppen.voeg_toe(
        omgeving, leider, 0, Knop.UREN, {"opdracht": "W1", "team": "T1", "uren": "-500"}
    )
    assert not eigen.geweigerd


def test_without_a_right_to_a_draft_no_form_opens(omgeving, niemand):
    with pytest.raises(RechtError):
        knoppen.formulier(omgeving, niemand, Knop.PARKEER)
    with pytest.raises(RechtError):
        knoppen.bekijk(omgeving, niemand, Knop.PARKEER, {"opdracht": "S1"})
    with pytest.raises(RechtError):
        knoppen.voeg_toe(omgeving, niemand, 0, Knop.PARKEER, {"opdracht": "S1"})


def test_several_are_parked_in_one_step(omgeving):
    knoppen.zet_status(omgeving, LOKAAL, None, Knop.PARKEER, ("S1", "R1"))
    assert zinnen(omgeving) == [
        "Spoorzone: parkeren, was lopend",
        "Groenonderhoud: parkeren, was lopend",
    ]
    prioriteiten.ongedaan(omgeving, LOKAAL, bord(omgeving).versie)
    assert not bord(omgeving).wijzigingen


def test_a_ready_made_change_is_added_as_it_is(omgeving):
    wijziging = w.Ambitie(opdracht="S2", factor=Decimal("0.5"))
    regelbewerking.leg_vast(omgeving, LOKAAL, None, lambda _: (wijziging,))
    assert zinnen(omgeving) == ["Schapenweide: 50% van de uren"]
