"""The screen Afspraken: the sentence, who sees which point, reasons, and changing a rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from sturing.domain.bevinding import Ernst
from sturing.domain.keuzes import Domein
from sturing.domain.levering import Mutatie
from sturing.domain.wie import Wie
from sturing.errors import InvoerError, RechtError
from sturing.services import analyse, scenarios
from sturing.services.afspraakreden import geef_reden, trek_reden_in
from sturing.services.afspraakregels import regel, regels_nu, wijzigingen_nu
from sturing.services.afspraakwijziging import Regelinvoer, wijzig_afspraak
from sturing.services.afspraken import afsprakenbeeld
from sturing.services.afsprakenbeeld import Afsprakenbeeld, Puntbeeld
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.berichten import Uitslag
from sturing.services.blik import Kijk
from sturing.services.knoppen import voeg_toe
from sturing.services.knopvelden import Knop
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store import afspraken as opgeslagen
from sturing.store import leveringen, logboek

from .conftest import lever_rijen, omgeving_met, rijen
from .gesprekproef import (
    BEHEERDER,
    BESTUUR,
    COLLEGA,
    CONTROLLER,
    DELEGATE,
    DIRECTIE,
    NIEMAND,
    ONDERSTEUNER,
    PV,
    SM,
    organisatie,
)

REGEL = "REGULIER_IN_TEAM"
"""R1 is regular work of which the strategisch manager is opdrachtgever."""


@pytest.fixture(scope="module")
def wereld() -> Iterator[Omgeving]:
    """For tests that store nothing."""
    omgeving = organisatie()
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def eigen() -> Iterator[Omgeving]:
    """For a test that stores something."""
    omgeving = organisatie()
    yield omgeving
    omgeving.sluit()


def beeld(omgeving: Omgeving, wie: Wie, kijk: Kijk | None = None) -> Afsprakenbeeld:
    gevonden = afsprakenbeeld(omgeving, wie, kijk)
    assert isinstance(gevonden, Afsprakenbeeld)
    return gevonden


def punt(omgeving: Omgeving, wie: Wie, code: str = REGEL) -> Puntbeeld:
    alle = beeld(omgeving, wie)
    return next(p for p in (*alle.punten, *alle.met_reden) if p.afspraak == code)


def waar(alle: Afsprakenbeeld, code: str) -> list[str]:
    return [p.waar for p in alle.punten if p.afspraak == code]


def geef(omgeving: Omgeving, wie: Wie, tekst: str = "Er is nog geen teamleider.") -> Uitslag:
    gezien = punt(omgeving, DIRECTIE)
    return geef_reden(omgeving, wie, REGEL, gezien.object, gezien.feiten, tekst)


def test_the_first_line_counts_the_rules_that_hold_and_the_points(wereld: Omgeving) -> None:
    alle = beeld(wereld, DIRECTIE)
    rijen_ = [rij for groep in alle.groepen for rij in groep.rijen]
    getoetst = [rij for rij in rijen_ if rij.punten is not None]
    goed = sum(rij.punten == 0 for rij in getoetst)
    assert alle.kop.titel == (
        f"{goed} van de {len(getoetst)} afspraken uit het sturingskader kloppen helemaal. "
        f"Bij de andere {len(getoetst) - goed} staan samen {len(alle.punten)} punten open."
    )
    assert sum(rij.punten or 0 for rij in rijen_) == len(alle.punten)


def test_legal_work_that_does_not_fit_is_said_and_stands_first(wereld: Omgeving) -> None:
    gegeven = rijen()
    inzet = gegeven["Inzet"][0] | {"uren_honderdste": 9_000_00}
    assert inzet["opdracht"] == "W1"
    krap = omgeving_met({**gegeven, "Inzet": [inzet, *gegeven["Inzet"][1:]]})
    alle = beeld(krap, SM)
    assert alle.kop.titel.startswith("Wettelijk werk vraagt bij Team T1 ")
    assert alle.punten[0].afspraak == "WETTELIJK_PAST"
    assert alle.punten[0].proef == "inhuur"
    assert alle.wettelijk.zin.startswith("Alleen al het wettelijke werk vraagt meer dan er is bij")
    assert "(6." in alle.wettelijk.zin
    krap.sluit()
    past = beeld(wereld, SM)
    assert past.wettelijk.zin == "Bij elk team past het wettelijke werk in de uren die er zijn."
    assert [rij.naam for rij in past.wettelijk.rijen] == ["Reisdocumenten"]


def test_the_own_points_stand_first_and_are_counted(wereld: Omgeving) -> None:
    alle = beeld(wereld, DELEGATE)
    assert alle.eigen
    assert all(p.van_mij for p in alle.punten[: alle.eigen])
    assert not any(p.van_mij for p in alle.punten[alle.eigen :])
    assert "Nobelkwartier" in [p.waar for p in alle.punten[: alle.eigen]]
    team = beeld(wereld, ONDERSTEUNER)
    assert "Team T2" in [p.waar for p in team.punten[: team.eigen]]


def test_what_a_person_may_not_see_is_not_shown_and_not_counted(wereld: Omgeving) -> None:
    van_directie = beeld(wereld, DIRECTIE)
    zonder = waar(van_directie, "OPDRACHTGEVER_EEN")
    assert set(zonder) == {"Dorpsplein", "Zonder iemand"}
    # A projectleider sees the own domain; X1 belongs to none.
    van_pl = beeld(wereld, DELEGATE)
    assert waar(van_pl, "OPDRACHTGEVER_EEN") == ["Dorpsplein"]
    telling = {rij.code: rij.telling for groep in van_pl.groepen for rij in groep.rijen}
    totaal = {rij.code: rij.telling for groep in van_directie.groepen for rij in groep.rijen}
    assert telling["OPDRACHTGEVER_EEN"] == "6 van 7".replace(" ", "\u00a0")
    assert totaal["OPDRACHTGEVER_EEN"] == "6 van 8".replace(" ", "\u00a0")
    # The own portfolio only, and no opdracht besides.
    van_bestuur = beeld(wereld, BESTUUR)
    zichtbaar = {p.waar for p in van_bestuur.punten if p.object.opdracht}
    assert zichtbaar <= {"Schapenweide"}
    alleen = "alleen wat bij uw rol hoort"
    assert alleen in beeld(wereld, COLLEGA).kop.bijschrift
    assert alleen in van_bestuur.kop.bijschrift
    assert alleen not in van_directie.kop.bijschrift


@pytest.mark.parametrize("wie", [NIEMAND, BEHEERDER], ids=lambda w: w.account)
def test_who_may_read_nothing_gets_a_reason(wereld: Omgeving, wie: Wie) -> None:
    assert isinstance(afsprakenbeeld(wereld, wie), Geweigerd)


def test_without_data_the_screen_says_what_to_do() -> None:
    leeg = omgeving_met({})
    gevonden = afsprakenbeeld(leeg, DIRECTIE)
    assert isinstance(gevonden, Leeg)
    assert gevonden.naar == "gegevens"
    leeg.sluit()


def test_a_domain_narrows_what_is_counted(wereld: Omgeving) -> None:
    sociaal = beeld(wereld, DIRECTIE, Kijk(domein=Domein.SOCIAAL))
    assert not sociaal.punten
    assert sociaal.kop.titel.endswith("kloppen.") or "niets" in sociaal.kop.titel
    ruimtelijk = beeld(wereld, DIRECTIE, Kijk(domein=Domein.RUIMTELIJK))
    assert waar(ruimtelijk, "OPDRACHTGEVER_EEN") == ["Dorpsplein"]


def test_a_reason_takes_the_point_away_and_stays_to_be_seen(eigen: Omgeving) -> None:
    voor = beeld(eigen, SM)
    assert punt(eigen, SM).mag_toelichten
    uitslag = geef(eigen, SM)
    assert "telt niet meer mee" in uitslag.aankondiging
    na = beeld(eigen, SM)
    assert len(na.punten) == len(voor.punten) - 1
    [met_reden] = na.met_reden
    assert met_reden.reden is not None
    assert met_reden.reden.tekst == "Er is nog geen teamleider."
    assert met_reden.reden.wanneer.startswith("Manager, ")
    [rij] = [r for g in na.groepen for r in g.rijen if r.code == REGEL]
    assert (rij.punten, rij.uitzonderingen) == (0, "1 uitzondering met een reden.")
    regel_ = logboek.lees(eigen.opslag)[-1]
    assert (regel_.actie, regel_.account) == (opgeslagen.ACTIE_REDEN, SM.account)


@pytest.mark.parametrize(
    ("tekst", "deel"), [(" ", "Vul eerst waarom dit mag in"), ("x" * 2001, "2000 tekens")]
)
def test_a_reason_has_words(wereld: Omgeving, tekst: str, deel: str) -> None:
    assert deel in geef(wereld, SM, tekst).geweigerd
    assert opgeslagen.redenen(wereld.opslag) == ()


@pytest.mark.parametrize("wie", [CONTROLLER, PV, ONDERSTEUNER], ids=lambda w: w.account)
def test_who_may_not_name_an_opdrachtgever_gives_no_reason_there(
    wereld: Omgeving, wie: Wie
) -> None:
    with pytest.raises((RechtError, InvoerError)):
        geef(wereld, wie)
    assert opgeslagen.redenen(wereld.opslag) == ()


def test_a_point_that_is_hidden_is_answered_as_one_that_does_not_exist(wereld: Omgeving) -> None:
    gezien = next(p for p in beeld(wereld, DIRECTIE).punten if p.object.opdracht == "X1")
    with pytest.raises(InvoerError, match="bestaat niet meer"):
        geef_reden(wereld, DELEGATE, gezien.afspraak, gezien.object, gezien.feiten, "mag")


def test_a_fout_takes_no_reason(wereld: Omgeving) -> None:
    gezien = punt(wereld, DIRECTIE, "OPDRACHTGEVER_EEN")
    assert not gezien.mag_toelichten
    uitslag = geef_reden(wereld, DIRECTIE, gezien.afspraak, gezien.object, gezien.feiten, "mag")
    assert "telt een reden niet" in uitslag.geweigerd
    assert opgeslagen.redenen(wereld.opslag) == ()


def test_who_saw_other_facts_stores_nothing(wereld: Omgeving) -> None:
    gezien = punt(wereld, SM)
    uitslag = geef_reden(wereld, SM, REGEL, gezien.object, ("regulier", "SM-2"), "mag")
    assert "Intussen is hier iets veranderd" in uitslag.geweigerd
    assert opgeslagen.redenen(wereld.opslag) == ()


def test_a_reason_is_asked_again_when_the_facts_changed_since(eigen: Omgeving) -> None:
    geef(eigen, SM)
    oud = next(r for r in rijen()["Opdrachten"] if r["opdracht"] == "R1")
    gezien = punt(eigen, DIRECTIE)
    assert gezien.feiten == ("regulier", "SM")
    lever_rijen(
        eigen.opslag,
        {"Personen": [rijen()["Personen"][0] | {"persoon": "SM2", "naam": "Tweede manager"}]},
    )
    anders(eigen, oud, oud | {"opdrachtgever": "SM2"})
    weer = punt(eigen, DIRECTIE)
    assert weer.reden is None
    assert "sindsdien is er iets veranderd" in weer.gevraagd
    assert [r.geldt for r in weer.gezegd] == [False]
    # And when it is as it was, the reason that was given for it counts again.
    anders(eigen, oud | {"opdrachtgever": "SM2"}, oud)
    assert punt(eigen, DIRECTIE).reden is not None


def anders(omgeving: Omgeving, oud: dict[str, object], nieuw: dict[str, object]) -> None:
    leveringen.sla_op(
        omgeving.opslag,
        wie=LOKAAL,
        bestanden=(),
        mutaties=[Mutatie(blad="Opdrachten", oud=oud, nieuw=nieuw)],
        verschil=(),
        tijdstip=datetime(2026, 11, 17, 9, 0, tzinfo=UTC),
    )


def test_a_reason_can_be_taken_back(eigen: Omgeving) -> None:
    geef(eigen, SM)
    gezien = punt(eigen, SM)
    with pytest.raises(RechtError):
        trek_reden_in(eigen, CONTROLLER, REGEL, gezien.object)
    assert "staat weer open" in trek_reden_in(eigen, SM, REGEL, gezien.object).aankondiging
    weer = punt(eigen, SM)
    assert (weer.reden, weer.gevraagd) == (None, "")
    assert [r.tekst for r in weer.gezegd] == ["Reden ingetrokken.", "Er is nog geen teamleider."]
    assert "geen reden die nu telt" in trek_reden_in(eigen, SM, REGEL, gezien.object).geweigerd


def wijzig(
    omgeving: Omgeving, code: str, wie: Wie = DIRECTIE, reden: str = "zo werkt het", **velden: str
) -> Uitslag:
    gezien = regel(omgeving, code)
    invoer = Regelinvoer(
        titel=velden.get("titel", gezien.titel),
        ernst=Ernst(velden.get("ernst", gezien.ernst)),
        aan=velden.get("aan", "ja") == "ja",
        drempel=velden.get("drempel", "" if gezien.drempel is None else str(gezien.drempel)),
    )
    return wijzig_afspraak(omgeving, wie, gezien, invoer, reden)


def test_the_directie_changes_a_threshold_and_the_points_follow(eigen: Omgeving) -> None:
    assert waar(beeld(eigen, DIRECTIE), "OPDRACHTGEVER_SPAN") == []
    assert "is gewijzigd" in wijzig(eigen, "OPDRACHTGEVER_SPAN", drempel="4").aankondiging
    alle = beeld(eigen, DIRECTIE)
    assert waar(alle, "OPDRACHTGEVER_SPAN") == ["Strategisch manager ruimtelijk domein"]
    [rij] = alle.geschiedenis
    assert (rij.wat, rij.reden) == ("grens: 12 → 4", "zo werkt het")
    assert rij.wanneer.startswith("Directeur, ")
    [met] = [r for r in alle.regels if r.geschiedenis]
    assert met.gezien.code == "OPDRACHTGEVER_SPAN"
    assert logboek.lees(eigen.opslag)[-1].nieuw == "4"


def test_a_rule_that_is_off_is_gone_and_said(eigen: Omgeving) -> None:
    wijzig(eigen, "OPDRACHTGEVER_EEN", aan="nee")
    alle = beeld(eigen, DIRECTIE)
    assert alle.uit == 1
    assert waar(alle, "OPDRACHTGEVER_EEN") == []
    assert "OPDRACHTGEVER_EEN" not in {r.code for g in alle.groepen for r in g.rijen}


def test_a_let_op_that_becomes_a_fout_no_longer_takes_its_reasons(eigen: Omgeving) -> None:
    geef(eigen, SM)
    wijzig(eigen, REGEL, ernst="fout")
    weer = punt(eigen, SM)
    assert (weer.reden, weer.mag_toelichten) == (None, False)
    assert "telt een reden nu niet" in weer.gevraagd
    assert "Dat mag" not in weer.nu
    assert not weer.herstel.endswith("Of leg een reden vast.")


@pytest.mark.parametrize("wie", [SM, PV, CONTROLLER, BEHEERDER], ids=lambda w: w.account)
def test_only_the_directie_changes_a_rule(wereld: Omgeving, wie: Wie) -> None:
    with pytest.raises(RechtError):
        wijzig(wereld, "OPDRACHTGEVER_SPAN", wie, drempel="4")
    assert wijzigingen_nu(wereld) == ()
    assert beeld(wereld, DIRECTIE).mag_wijzigen
    assert not beeld(wereld, SM).mag_wijzigen


@pytest.mark.parametrize(
    ("velden", "deel"),
    [
        ({"drempel": "veel"}, "‘veel’ is geen grens"),
        ({"drempel": "0"}, "heel getal van 1"),
        ({"drempel": "1,5"}, "heel getal"),
        ({"drempel": "²"}, "heel getal"),
        ({"titel": " "}, "Schrijf de afspraak"),
        ({"titel": "x" * 101}, "1 tot 100 tekens"),
        ({}, "niets gewijzigd"),
    ],
)
def test_what_cannot_be_stored_is_refused_in_words(
    wereld: Omgeving, velden: dict[str, str], deel: str
) -> None:
    assert deel in wijzig(wereld, "OPDRACHTGEVER_SPAN", **velden).geweigerd
    assert wijzigingen_nu(wereld) == ()


def test_a_change_has_a_reason(wereld: Omgeving) -> None:
    uitslag = wijzig(wereld, "OPDRACHTGEVER_SPAN", reden="", drempel="4")
    assert "Vul eerst waarom u dit wijzigt in" in uitslag.geweigerd


def test_who_saw_the_rule_of_before_changes_nothing(eigen: Omgeving) -> None:
    gezien = regel(eigen, "OPDRACHTGEVER_SPAN")
    wijzig(eigen, "OPDRACHTGEVER_SPAN", drempel="4")
    invoer = Regelinvoer(titel=gezien.titel, ernst=gezien.ernst, aan=True, drempel="9")
    uitslag = wijzig_afspraak(eigen, DIRECTIE, gezien, invoer, "anders")
    assert "Iemand anders wijzigde deze afspraak net" in uitslag.geweigerd
    assert regel(eigen, "OPDRACHTGEVER_SPAN").drempel == 4


def test_a_rule_that_does_not_exist_is_said(wereld: Omgeving) -> None:
    with pytest.raises(InvoerError, match="bestaat niet"):
        regel(wereld, "VAN_VROEGER")


def test_the_analysis_by_name_has_the_rules_and_reasons_of_the_organisation(
    eigen: Omgeving,
) -> None:
    geef(eigen, SM)
    wijzig(eigen, "OPDRACHTGEVER_SPAN", drempel="4")
    tabel = analyse.analyse(eigen, DIRECTIE, "afspraken")
    rijen_ = [dict(zip(tabel.kolommen, rij, strict=True)) for rij in tabel.rijen]
    [met_reden] = [rij for rij in rijen_ if rij["open"] is False]
    assert (met_reden["afspraak"], met_reden["reden van"]) == (REGEL, "Manager")
    assert "OPDRACHTGEVER_SPAN" in {rij["afspraak"] for rij in rijen_}
    assert sum(rij["open"] is True for rij in rijen_) == len(beeld(eigen, DIRECTIE).punten)
    stand = analyse.analyse(eigen, DIRECTIE, "afspraken-stand")
    assert len(stand.rijen) == len(regels_nu(eigen))


def test_a_scenario_shows_its_own_points_the_difference_and_takes_no_reasons(
    eigen: Omgeving,
) -> None:
    voor = beeld(eigen, SM)
    leeg = scenario(eigen)
    gelijk = beeld(eigen, SM, Kijk(scenario=leeg))
    assert gelijk.kop.titel.endswith(" open, evenveel als in het plan van nu.")
    assert [p.sleutel for p in gelijk.punten] == [p.sleutel for p in voor.punten]
    assert not any(p.mag_toelichten for p in gelijk.punten)
    voeg_toe(
        eigen,
        SM,
        gelijk.conceptversie,
        Knop.OPDRACHTGEVER,
        {"opdracht": "R1", "persoon": "PV", "reden": "in het team"},
    )
    na = beeld(eigen, SM, Kijk(scenario=leeg))
    assert waar(na, REGEL) == []
    assert na.kop.titel.endswith(" open, 1 minder dan in het plan van nu.")
    assert waar(beeld(eigen, SM), REGEL) == ["Groenonderhoud"]
    verschil = {r.code: r.verschil for g in na.groepen for r in g.rijen}
    assert verschil.pop(REGEL) == "\u22121"
    assert set(verschil.values()) == {"0"}
    assert {r.verschil for g in voor.groepen for r in g.rijen} == {""}


def scenario(omgeving: Omgeving) -> int:
    return scenarios.maak(omgeving, SM, "Groen naar het team")


def test_a_point_offers_a_change_to_try_to_who_has_a_draft(wereld: Omgeving) -> None:
    assert punt(wereld, SM).proef == "opdrachtgever"
    assert punt(wereld, COLLEGA, "OPDRACHTGEVER_EEN").proef == ""
