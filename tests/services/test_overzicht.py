"""The overview: the sentence, the five figures and the pictures agree with each other."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from sturing.domain.keuzes import Domein
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.blik import Kijk
from sturing.services.omgeving import LOKAAL
from sturing.services.overzicht import overzicht
from sturing.services.overzichtbeeld import Overzichtbeeld
from sturing.services.uitleg import uitleg

from .conftest import omgeving_met, rijen
from .teamwereld import BESTUUR, DIRECTIE, ONDERSTEUNER, te_klein


def beeld(omgeving) -> Overzichtbeeld:
    gemaakt = overzicht(omgeving, LOKAAL)
    assert isinstance(gemaakt, Overzichtbeeld)
    return gemaakt


def test_the_first_line_counts_what_is_not_haalbaar_and_names_the_team(omgeving):
    # T2: 1375,3 hours; S1 900, S2 gets 475 of 700 + 400 of T3, S3 gets nothing of 600.
    titel = beeld(omgeving).kop.titel
    assert "van de 7 opdrachten" in titel
    assert "vooral door Team T2" in titel


def test_the_months_add_up_to_the_five_figures(omgeving):
    gemaakt = beeld(omgeving)
    som = {
        veld: sum(getattr(m, f"{veld}_honderdste") for m in gemaakt.maanden)
        for veld in ("aanbod", "gevraagd", "toegekend", "tekort")
    }
    waarden = {k.naam: k.waarde for k in gemaakt.kerncijfers}
    assert waarden["Beschikbaar"] == notatie.uren_met_eenheid(som["aanbod"])
    assert waarden["Gevraagd"] == notatie.uren_met_eenheid(som["gevraagd"])
    assert waarden["Toegekend"] == notatie.uren_met_eenheid(som["toegekend"])
    assert waarden["Tekort"] == notatie.uren_met_eenheid(som["tekort"])
    assert all(
        m.toegekend_honderdste + m.tekort_honderdste == m.gevraagd_honderdste
        for m in gemaakt.maanden
    )


def test_the_heat_map_puts_the_largest_shortage_first_and_colours_only_what_is_too_much(omgeving):
    gemaakt = beeld(omgeving)
    tekorten = [rij.tekort_uren for rij in gemaakt.warmte]
    assert tekorten == sorted(tekorten, reverse=True)
    assert gemaakt.warmte[0].naam == "Team T2"
    for rij in gemaakt.warmte:
        for cel in rij.cellen:
            assert (cel.stap == 0) == (cel.pct is None or cel.pct <= 100)


def test_legal_work_that_asks_more_than_there_is_comes_first():
    gegeven = rijen()
    gegeven["Inzet"] = [
        r | {"uren_honderdste": 3000_00} if r["opdracht"] == "W1" else r for r in gegeven["Inzet"]
    ]
    omgeving = omgeving_met(gegeven)
    gemaakt = beeld(omgeving)
    # T1 has 2 fte: 2 x 1375,38 = 2750 hours, so 250 (2750,7 rounded) too much.
    assert gemaakt.kop.titel == (
        "Wettelijk werk vraagt bij Team T1 249\u00a0uur meer dan er is, en alles samen "
        "5%\u00a0minder. 1\u00a0van de 7 opdrachten is niet haalbaar, vooral door Team T2."
    )
    assert gemaakt.signalen[0].ernst == "niet"
    omgeving.sluit()


def test_signals_name_work_without_opdrachtgever_and_sleeping_work(omgeving):
    teksten = [s.tekst for s in beeld(omgeving).signalen]
    assert any("Dorpsplein heeft geen ambtelijk opdrachtgever" in t for t in teksten)
    assert any("Oud project staat op de parkeerplaats" in t and "40" in t for t in teksten)


def test_an_empty_database_and_a_visitor_without_a_role_have_designed_states(
    lege_omgeving, omgeving, niemand
):
    assert isinstance(overzicht(lege_omgeving, LOKAAL), Leeg)
    assert isinstance(overzicht(omgeving, niemand), Geweigerd)


@pytest.mark.parametrize("fte", ["0", "0.5"])
def test_a_team_without_enough_hours_is_shown_without_a_percentage_when_it_has_none(fte):
    gegeven = rijen()
    gegeven["Capaciteit"] = [
        r | {"fte": Decimal(fte)} if r["team"] == "T2" else r for r in gegeven["Capaciteit"]
    ]
    omgeving = omgeving_met(gegeven)
    rij = next(r for r in beeld(omgeving).warmte if r.team == "T2")
    if fte == "0":
        assert {c.pct for c in rij.cellen} == {None}
        assert "geen uren beschikbaar" in rij.cellen[0].toelichting
    else:
        assert min(c.pct or 0 for c in rij.cellen) > 155
    omgeving.sluit()


def test_the_share_asked_more_is_that_of_the_engine(omgeving):
    som = omgeving.basis().uitkomst.effecten.organisatie
    meer = Fraction(som.gevraagd_honderdste, som.aanbod_honderdste or 1) - 1
    richting = "meer" if meer > 0 else "minder"
    assert f"{notatie.pct(abs(meer))} {richting} gevraagd" in beeld(omgeving).kop.titel


def test_of_six_signals_the_three_gravest_are_shown_and_one_that_is_fine():
    # Legal work asks 3000 of T1 (2750), 2000 of T2 (1375) and 1000 of T4 (687), and 1300 of T3
    # (5501); R2 is without opdrachtgever and P1 sleeps: six signals.
    wettelijk = {("W1", "T1"): 3000, ("S2", "T2"): 2000, ("R2", "T4"): 1000}
    gegeven = rijen()
    gegeven["Opdrachten"] = [
        r | {"wettelijk": r["opdracht"] in ("W1", "S2", "R2")} for r in gegeven["Opdrachten"]
    ]
    gegeven["Inzet"] = [
        r
        | {
            "uren_honderdste": wettelijk[r["opdracht"], r["team"]] * 100
            if (r["opdracht"], r["team"]) in wettelijk
            else r["uren_honderdste"]
        }
        for r in gegeven["Inzet"]
    ]
    omgeving = omgeving_met(gegeven)
    assert [s.ernst for s in beeld(omgeving).signalen] == ["niet", "niet", "niet", "goed"]
    omgeving.sluit()


def test_a_year_in_which_nothing_is_asked_says_so():
    gegeven = rijen()
    gegeven["Inzet"] = []
    omgeving = omgeving_met(gegeven)
    assert beeld(omgeving).kop.titel == "Geen opdracht vraagt nu uren of geld."
    omgeving.sluit()


def test_of_one_domain_the_signals_are_of_that_domain_too() -> None:
    gegeven = rijen()
    gegeven["Opdrachten"] = [
        o | {"opdrachtgever": None, "opdrachtnemer": "T2"} if o["opdracht"] == "S2" else o
        for o in gegeven["Opdrachten"]
    ]
    gegeven["Teams"][1]["domein"] = "sociaal"
    omgeving = omgeving_met(gegeven)

    def teksten(domein: Domein | None) -> str:
        beeld = overzicht(omgeving, LOKAAL, Kijk(domein=domein))
        assert isinstance(beeld, Overzichtbeeld)
        return " ".join(signaal.tekst for signaal in beeld.signalen)

    alles, ruimtelijk, sociaal = map(teksten, (None, Domein.RUIMTELIJK, Domein.SOCIAAL))
    omgeving.sluit()
    assert "Dorpsplein en 1 andere hebben geen ambtelijk opdrachtgever." in alles
    assert "Schapenweide heeft geen ambtelijk opdrachtgever." in sociaal
    assert "Schapenweide" not in ruimtelijk
    assert "past het wettelijke werk" in ruimtelijk
    assert "past het wettelijke werk" not in sociaal


def test_a_reader_of_figures_of_groups_sees_no_opdracht_by_name(omgeving):
    alles, groepen = beeld(omgeving), overzicht(omgeving, BESTUUR)
    assert alles.niet_haalbaar
    assert groepen.niet_haalbaar == ()
    assert groepen.telling == alles.telling
    namen = {o.kort for o in omgeving.basis().plan.opdrachten}
    assert not any(naam in s.tekst for naam in namen for s in groepen.signalen)


def test_a_team_of_few_persons_stands_in_no_picture_for_a_reader_of_groups():
    omgeving = omgeving_met(te_klein())
    alles, groepen = overzicht(omgeving, DIRECTIE), overzicht(omgeving, ONDERSTEUNER)
    uitlegbaar = [k.sleutel for k in uitleg(omgeving, ONDERSTEUNER).teams]
    omgeving.sluit()
    assert ({r.team for r in alles.warmte} - {r.team for r in groepen.warmte}) == {"T4"}
    assert alles.warmte_noot == ""
    assert groepen.warmte_noot == (
        "1 team staat er niet bij: de uren rusten op minder dan 5 personen."
    )
    assert "T4" not in uitlegbaar
