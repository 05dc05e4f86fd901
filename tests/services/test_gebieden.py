"""Gebieden: the sentence, the rows that add up, the agenda, and what each reader may see.

The figures are those of tests/services/gebiedenwereld.py, worked out by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sturing.domain.keuzes import Domein
from sturing.domain.wie import Wie
from sturing.services import prioriteiten, scenarios
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.blik import Kijk
from sturing.services.gebieden import ALLE, MIJN, gebieden
from sturing.services.gebiedenbeeld import Gebiedenbeeld, Onderwerp
from sturing.services.omgeving import LOKAAL, Omgeving

from .gebiedenwereld import (
    AGENDA,
    BEHEERDER,
    BESTUUR,
    DIRECTIE,
    MAKELAAR,
    MEDEWERKER,
    plan,
    wereld,
)


@pytest.fixture(scope="module")
def buurt() -> Iterator[Omgeving]:
    with wereld() as omgeving:
        yield omgeving


def beeld(omgeving: Omgeving, wie: Wie = DIRECTIE, *keuze: str) -> Gebiedenbeeld:
    gemaakt = gebieden(omgeving, wie, None, *keuze)
    assert isinstance(gemaakt, Gebiedenbeeld)
    return gemaakt


def op_naam(gemaakt: Gebiedenbeeld, vraagstuk: str) -> Onderwerp:
    return next(punt for punt in gemaakt.agenda if punt.vraagstuk == vraagstuk)


def test_the_answer_names_the_area_that_gets_least_and_what_has_no_one(buurt: Omgeving) -> None:
    assert beeld(buurt).kop.titel == (
        "Gebied G1-W krijgt het minst van wat is gevraagd: 75%. 1 van de 5 onderwerpen op de "
        "agenda heeft nog geen opdracht en geen opdrachtgever."
    )


def test_a_chosen_area_gets_an_answer_of_its_own(buurt: Omgeving) -> None:
    assert beeld(buurt, DIRECTIE, "G1").kop.titel == (
        "Gebied G1 krijgt 100% van wat is gevraagd. 1 van de 3 onderwerpen op de agenda heeft nog "
        "geen opdracht en geen opdrachtgever."
    )
    assert beeld(buurt, DIRECTIE, "G2").kop.titel.endswith(
        "1 van de 2 onderwerpen op de agenda heeft nog geen opdrachtgever."
    )


def test_a_makelaar_begins_with_the_own_areas(buurt: Omgeving) -> None:
    gemaakt = beeld(buurt, MAKELAAR)
    assert (gemaakt.gekozen, gemaakt.agenda_titel) == (MIJN, "Gebiedsagenda van uw gebieden")
    assert gemaakt.kop.titel.startswith("Van uw gebieden krijgt Gebied G1-W het minst")
    assert [punt.gebied for punt in gemaakt.agenda] == ["G1", "G1", "G1-W"]
    assert [rij.gebied for rij in gemaakt.rijen if rij.van_mij] == ["G1", "G1-W"]
    assert [keuze.sleutel for keuze in gemaakt.keuzes][:2] == [MIJN, ALLE]


def test_without_a_choice_the_agenda_is_that_of_the_area_in_the_answer(buurt: Omgeving) -> None:
    gemaakt = beeld(buurt)
    assert (gemaakt.gekozen, gemaakt.makelaar) == (
        "G1-W",
        "Dit gebied heeft nog geen gebiedsmakelaar",
    )
    assert [keuze.sleutel for keuze in gemaakt.keuzes] == [ALLE, "G1", "G1-W", "G2", "G0"]
    assert beeld(buurt, DIRECTIE, "bestaat niet").gekozen == "G1-W"


def test_the_rows_add_up_to_the_total_and_never_show_more_granted_than_asked(
    buurt: Omgeving,
) -> None:
    gemaakt = beeld(buurt)
    assert [(r.naam, r.gevraagd_uren, r.toegekend_uren) for r in gemaakt.rijen] == [
        ("Gebied G1", 24, 24),
        ("Gebied G1-W", 8, 6),
        ("Gebied G2", 5, 5),
        ("Gebied G0", 108, 90),
        ("Zonder gebied", 0, 0),
    ]
    assert (gemaakt.totaal.gevraagd_uren, gemaakt.totaal.toegekend_uren) == (145, 125)
    assert (gemaakt.totaal.opdrachten, gemaakt.totaal.dekking_pct) == (4, 86)


def test_what_lies_below_an_area_and_its_inhabitants_stand_beside_it(buurt: Omgeving) -> None:
    g1, wijk, g2, breed, _ = beeld(buurt).rijen
    assert (g1.met_onderliggend_uren, g1.per_1000) == (30, 15)
    assert (wijk.met_onderliggend_uren, wijk.per_1000) == (None, 12)
    assert (g2.per_1000, breed.met_onderliggend_uren, breed.per_1000) == (None, None, None)


def test_an_agenda_shows_what_lies_below_it_too(buurt: Omgeving) -> None:
    gemaakt = beeld(buurt, DIRECTIE, "G1")
    assert [punt.gebied for punt in gemaakt.agenda] == ["G1", "G1", "G1-W"]
    assert gemaakt.meer_gebieden
    assert not beeld(buurt, DIRECTIE, "G1-W").meer_gebieden
    assert len(beeld(buurt, DIRECTIE, ALLE).agenda) == len(AGENDA)
    assert beeld(buurt, DIRECTIE, "G0").agenda == ()


def test_an_item_says_who_does_what_and_with_how_many_hours(buurt: Omgeving) -> None:
    plein = op_naam(beeld(buurt, DIRECTIE, "G1"), "Een nieuw plein")
    assert (plein.gemeente, plein.partners, plein.soort) == ("Legt het aan", "Winkeliers", "kans")
    assert (plein.opdracht, plein.opdrachtgever, plein.gedelegeerd) == (
        "Opdracht O1",
        "SM",
        "Leider B",
    )
    assert (plein.gevraagd, plein.toegekend, plein.dekking, plein.plaats) == (
        "24",
        "24",
        "100%",
        "1",
    )
    assert (plein.mist, plein.waarom, plein.persoon) == ((), "O1", "A")


def test_an_item_that_lacks_something_is_named(buurt: Omgeving) -> None:
    gemist = {(p.naam, p.gebied): p.mist for p in beeld(buurt).mist_iets}
    assert gemist == {
        ("Te weinig woningen", "G1"): ("opdracht", "opdrachtgever", "uren"),
        ("Te weinig woningen", "G2"): ("opdrachtgever",),
        ("Een bus", "G2"): ("uren",),
    }
    woningen = op_naam(beeld(buurt, DIRECTIE, "G1"), "Te weinig woningen")
    assert (woningen.opdracht, woningen.gemeente) == ("Nog geen opdracht", "Nog niet afgesproken")
    assert (woningen.gevraagd, woningen.dekking) == ("–", "–")


def test_an_item_is_opened_by_its_key_and_only_on_the_agenda_that_is_shown(
    buurt: Omgeving,
) -> None:
    sleutel = op_naam(beeld(buurt, DIRECTIE, "G1"), "Een nieuw plein").sleutel
    geopend = beeld(buurt, DIRECTIE, "G1", sleutel).open
    assert geopend is not None
    assert geopend.vraagstuk == "Een nieuw plein"
    assert beeld(buurt, DIRECTIE, "G2", sleutel).open is None


def test_a_theme_that_crosses_areas_names_them_and_what_is_missing(buurt: Omgeving) -> None:
    (thema,) = beeld(buurt).themas
    assert (thema.thema, thema.gebieden) == ("Te weinig woningen", "Gebied G1 en Gebied G2")
    assert thema.opdrachten == "Opdracht O3, 1 × nog geen opdracht"
    assert (thema.gevraagd, thema.dekking, thema.team) == ("5", "100%", "Team twee")


def test_the_small_pictures_hold_every_hour_once(buurt: Omgeving) -> None:
    gemaakt = beeld(buurt)
    assert [p.naam for p in gemaakt.panelen] == ["Gebied G1", "Gebied G2", "Gebied G0"]
    februari = [p.maanden[1] for p in gemaakt.panelen]
    assert [(m.gevraagd_uren, m.toegekend_uren) for m in februari] == [(32, 30), (5, 5), (108, 90)]
    assert februari[0].toegekend_pct + februari[0].tekort_pct == 100
    assert gemaakt.panelen[0].maanden[0].toelichting == "Gebied G1, jan: niets gevraagd"
    assert "Gebied G1 94% van 32\u00a0uur" in gemaakt.panelen_zin


def test_a_makelaar_sees_the_figures_of_every_area_and_exports_the_own_agenda(
    buurt: Omgeving,
) -> None:
    van_mij, alle = beeld(buurt, MAKELAAR), beeld(buurt, DIRECTIE)
    assert van_mij.totaal == alle.totaal
    assert [replace(r, van_mij=False) for r in van_mij.rijen] == list(alle.rijen)
    assert (van_mij.mag_agenda_exporteren, van_mij.mag_exporteren) == (True, False)
    assert not beeld(buurt, MAKELAAR, "G2").mag_agenda_exporteren
    assert (alle.mag_agenda_exporteren, alle.mag_exporteren) == (True, True)


def test_bestuur_sees_opdrachten_of_the_own_portfolio_only(buurt: Omgeving) -> None:
    """W1 is portefeuillehouder of O1; O2 is somebody else's."""
    plein, _, school = beeld(buurt, BESTUUR, "G1").agenda
    assert (plein.zichtbaar, plein.opdracht, plein.toegekend) == (True, "Opdracht O1", "24")
    assert (school.zichtbaar, school.vraagstuk) == (False, "Veilig naar school")
    assert school.opdracht == "Een opdracht die u niet mag zien"
    assert {school.gevraagd, school.toegekend, school.dekking, school.opdrachtgever} == {"–"}
    assert (school.status, school.plaats, school.waarom, school.persoon) == (None, "–", "", "")
    assert {p.naam for p in beeld(buurt, BESTUUR).mist_iets} == {"Te weinig woningen"}
    assert (beeld(buurt, BESTUUR).verborgen, beeld(buurt).verborgen) == (3, 0)
    (thema,) = beeld(buurt, BESTUUR).themas
    assert "Opdracht O3" not in thema.opdrachten
    assert (thema.gevraagd, thema.dekking, thema.team) == ("–", "–", "–")


def test_only_who_may_look_at_every_opdrachtgever_gets_the_way_to_another(buurt: Omgeving) -> None:
    assert op_naam(beeld(buurt, MAKELAAR), "Een nieuw plein").persoon == ""
    assert op_naam(beeld(buurt, DIRECTIE, "G1"), "Een nieuw plein").persoon == "A"


@pytest.mark.parametrize("wie", [MEDEWERKER, BEHEERDER], ids=["medewerker", "beheerder"])
def test_who_may_not_read_the_totals_of_areas_is_told_which_role_is_needed(
    buurt: Omgeving, wie: Wie
) -> None:
    geweigerd = gebieden(buurt, wie)
    assert isinstance(geweigerd, Geweigerd)
    assert "gebiedsmakelaar" in geweigerd.uitleg


def test_without_areas_or_opdrachten_the_screen_says_what_to_do(
    lege_omgeving: Omgeving,
) -> None:
    leeg = gebieden(lege_omgeving, LOKAAL)
    assert isinstance(leeg, Leeg)
    assert (leeg.titel[:28], leeg.naar) == ("Er zijn nog geen opdrachten ", "gegevens")
    with wereld(replace(plan(), gebieden=(), gebiedsagenda=())) as zonder:
        zonder_gebieden = gebieden(zonder, LOKAAL)
    assert isinstance(zonder_gebieden, Leeg)
    assert zonder_gebieden.titel == "Er zijn nog geen gebieden voor 2027."


def test_areas_without_an_agenda_say_so() -> None:
    with wereld(replace(plan(), gebiedsagenda=())) as kaal:
        gemaakt = beeld(kaal)
    assert gemaakt.kop.titel.endswith("Op de gebiedsagenda staat nog niets.")
    assert (gemaakt.agenda, gemaakt.mist_iets, gemaakt.themas) == ((), (), ())


def test_a_scenario_shows_the_difference_per_area_and_an_empty_one_none() -> None:
    """O3 before O1 and O2 changes nothing for G1; parking O1 takes its 24 hours."""
    with wereld() as omgeving:
        leeg = scenarios.maak(omgeving, LOKAAL, "Leeg")
        gemaakt = gebieden(omgeving, LOKAAL, Kijk(scenario=leeg))
        assert isinstance(gemaakt, Gebiedenbeeld)
        assert {r.verschil_uren for r in (*gemaakt.rijen, gemaakt.totaal)} == {0}
        assert not gemaakt.is_plan
        bord = prioriteiten.bord(omgeving, LOKAAL)
        prioriteiten.verplaats(omgeving, LOKAAL, bord.versie, "O2", 1)  # type: ignore[union-attr]
        anders = gebieden(omgeving, LOKAAL, Kijk(scenario=leeg, domein=Domein.SOCIAAL))
    assert isinstance(anders, Gebiedenbeeld)
    # O2 first gets all 60 of T1, O1 the 40 that are left: G1 16 of 24, G1-W 8 of 8.
    assert [r.verschil_uren for r in anders.rijen] == [-8, 2, 0, 6, 0]
    assert "domein" not in anders.kop.bijschrift
