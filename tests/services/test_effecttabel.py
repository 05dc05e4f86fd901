"""The effect in every dimension and unit: columns add up, and only what changed differs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.services import knoppen
from sturing.services import prioriteiten as p
from sturing.services.beelden import Bordbeeld
from sturing.services.bordblik import MAAND, TABS, Bordblik, Eenheid, Effecttabel
from sturing.services.concept import eigen_concept, uitkomst_van
from sturing.services.effecttabel import MEER_DAN_EEN, ZONDER_EURO, kneluren
from sturing.services.knopvelden import Knop
from sturing.services.notatie import MAANDEN_KORT
from sturing.services.omgeving import LOKAAL, Omgeving

from .knopproef import doe, knoporganisatie, leeg_concept


@pytest.fixture(scope="module")
def _organisatie() -> Iterator[Omgeving]:
    gemaakt = knoporganisatie()
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def omgeving(_organisatie: Omgeving) -> Omgeving:
    leeg_concept(_organisatie)
    return _organisatie


def bord(omgeving: Omgeving, **blik: object) -> Bordbeeld:
    beeld = p.bord(omgeving, LOKAAL, blik=Bordblik(**blik))
    assert isinstance(beeld, Bordbeeld)
    return beeld


def tabel(omgeving: Omgeving, tab: str, eenheid: Eenheid = Eenheid.UREN) -> Effecttabel:
    gevonden = bord(omgeving, tab=tab, eenheid=eenheid).effect
    assert gevonden is not None
    return gevonden


def getal(tekst: str) -> int:
    return int(tekst.replace(".", "").replace("−", "-").replace("+", ""))


def wijzig(omgeving: Omgeving) -> None:
    doe(omgeving, Knop.PLAATS, opdracht="S3", plaats="2")
    doe(omgeving, Knop.PARKEER, opdracht="S1")
    doe(omgeving, Knop.AMBITIE, opdracht="R1", procent="150")
    doe(omgeving, Knop.START, opdracht="P1")


OPTELBAAR = [
    (tab, eenheid)
    for tab in TABS
    for eenheid in Eenheid
    if not (eenheid is Eenheid.EURO and tab in ZONDER_EURO)
    and not (eenheid is Eenheid.AANTAL and tab in MEER_DAN_EEN)
]


@pytest.mark.parametrize(("tab", "eenheid"), OPTELBAAR)
def test_every_column_adds_up_to_its_total(omgeving, tab, eenheid):
    wijzig(omgeving)
    *delen, som = tabel(omgeving, tab, eenheid).rijen
    assert som.totaal
    for kolom in ("voor", "na", "verschil"):
        assert sum(getal(getattr(rij, kolom)) for rij in delen) == getal(getattr(som, kolom))
    for rij in (*delen, som):
        assert getal(rij.na) - getal(rij.voor) == getal(rij.verschil)


@pytest.mark.parametrize("tab", [tab for tab in TABS if tab != MAAND])
def test_every_dimension_has_the_hours_of_the_whole(omgeving, tab):
    wijzig(omgeving)
    assert tabel(omgeving, tab).rijen[-1].na == tabel(omgeving, "opdrachtgever").rijen[-1].na


def test_without_changes_nothing_differs_in_any_table(omgeving):
    for tab in TABS:
        for eenheid in Eenheid:
            rijen = tabel(omgeving, tab, eenheid).rijen
            assert all(rij.oordeel == 0 for rij in rijen)
    assert not bord(omgeving).knelt


def test_euros_are_told_per_programme_and_not_per_team(omgeving):
    doe(omgeving, Knop.PARKEER, opdracht="S3")
    rijen = {r.naam: r for r in tabel(omgeving, "programma", Eenheid.EURO).rijen}
    assert (rijen["Wonen"].voor, rijen["Wonen"].na) == ("60.000", "0")
    geen = tabel(omgeving, "team", Eenheid.EURO)
    assert not geen.rijen
    assert "niet verdeeld over teams" in geen.opmerking


def test_an_opdracht_counts_at_each_of_its_teams_and_once_in_the_total(omgeving):
    tabel_ = tabel(omgeving, "team", Eenheid.AANTAL)
    *teams, alle = tabel_.rijen
    assert alle.naam == "Alle, elk één keer"
    haalbaar = bord(omgeving).telling_na.haalbaar
    assert getal(alle.na) == haalbaar
    assert sum(getal(rij.na) for rij in teams) > haalbaar
    assert "telt bij elk team" in tabel_.opmerking
    assert "haalbaar" in teams[0].toelichting


def test_the_months_in_which_it_pinches_stand_strongest_first(omgeving):
    doe(omgeving, Knop.PARKEER, opdracht="S1")
    concept = eigen_concept(omgeving, LOKAAL)
    basis = omgeving.basis()
    voor, na = kneluren(basis.uitkomst), kneluren(uitkomst_van(omgeving, basis, concept))
    verschil = {k: na.get(k, 0) - voor.get(k, 0) for k in voor | na}
    *rijen, som = tabel(omgeving, MAAND).rijen
    volgorde = sorted(verschil, key=lambda k: (-abs(verschil[k]), -na.get(k, 0), k))
    namen = [f"{team}, {MAANDEN_KORT[maand.maand - 1]}" for team, maand in volgorde]
    getoond = [r.naam for r in rijen if "andere" not in r.naam]
    assert getoond == namen[: len(getoond)]
    assert len(getoond) > 3
    assert getal(som.verschil) == round(sum(verschil.values()) / 100)
    # Less shortage is better, and says so.
    assert som.oordeel == 1
    sterkst = max(verschil, key=lambda k: abs(verschil[k]))
    eerste = bord(omgeving).knelt[0]
    assert eerste.naam.startswith(f"{sterkst[0]}, ")
    assert eerste.beter


def test_who_gives_is_named_with_the_opdrachtgever(omgeving):
    doe(omgeving, Knop.PLAATS, opdracht="S3", plaats="2")
    levert = {m.opdracht: m.opdrachtgever for m in bord(omgeving).levert_in}
    assert levert["S1"] == "SM ruimtelijk"
    doe(omgeving, Knop.PARKEER, opdracht="R2")
    levert = {m.opdracht: m.opdrachtgever for m in bord(omgeving).levert_in}
    assert levert["R2"] == "zonder opdrachtgever"


def test_what_is_not_planned_is_counted_and_listed_only_when_it_is_open(omgeving):
    dicht = bord(omgeving).niet_gepland
    assert (dicht.aantal, dicht.rijen) == (1, ())
    doe(omgeving, Knop.STOP, opdracht="S2")
    rest = bord(omgeving, niet_gepland=True).niet_gepland
    assert [(r.opdracht, r.status) for r in rest.rijen] == [
        ("P1", "parkeerplaats"),
        ("S2", "gestopt"),
    ]
    assert rest.rijen[0].uren.replace("\u00a0", " ") == "300 uur"
    knoppen.zet_status(omgeving, LOKAAL, None, Knop.START, ("P1",))
    assert "P1" in [r.opdracht for r in bord(omgeving).rijen]
