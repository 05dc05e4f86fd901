"""The screens Opdrachtgever and Signalen as views, and the signals of teams on Overzicht."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.domain.samenspel import Richting, Stand
from sturing.services import gesprek, notatie, opnemen, signaalformulier, teamsignalen, voorleggen
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.opdrachtgever import opdrachtgeverbeeld
from sturing.services.opdrachtgeverbeeld import Opdrachtgeverbeeld
from sturing.services.opdrachtgeveroverleg import gesprekken
from sturing.services.overzicht import overzicht
from sturing.services.overzichtbeeld import Overzichtbeeld
from sturing.services.signaalpagina import Signalenbeeld, signalenbeeld

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
    SM_SOCIAAL,
    knelpunt,
    organisatie,
    voorstel,
)


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = organisatie()
    yield omgeving
    omgeving.sluit()


def scherm(omgeving: Omgeving, wie=SM, persoon: str | None = None) -> Opdrachtgeverbeeld:
    beeld = opdrachtgeverbeeld(omgeving, wie, persoon)
    assert isinstance(beeld, Opdrachtgeverbeeld)
    return beeld


def signalen(omgeving: Omgeving, wie=ONDERSTEUNER) -> Signalenbeeld:
    beeld = signalenbeeld(omgeving, wie)
    assert isinstance(beeld, Signalenbeeld)
    return beeld


def test_the_first_line_counts_opdrachten_what_does_not_fit_and_what_waits(
    omgeving: Omgeving,
) -> None:
    """SM steers S1, S2, S3, R1, N1 and P1; S3 gets nothing of T2 and is niet haalbaar. P1 is on
    the parkeerplaats and asks nothing: it does not count, as in the report of this person."""
    assert scherm(omgeving).kop.titel == (
        "U bent opdrachtgever van 5 opdrachten; 1 is niet haalbaar."
    )
    knelpunt(omgeving)
    voorstel(omgeving)
    voorleggen.leg_voor(omgeving, DELEGATE, "S3", "Mag dit?")
    assert scherm(omgeving).kop.titel.endswith(
        "1 is niet haalbaar. 2 signalen en 1 vraag wachten op antwoord."
    )
    teamsignalen.antwoord(omgeving, SM, 1, "Ja", 1)
    teamsignalen.antwoord(omgeving, SM, 2, "Ja", 1)
    assert scherm(omgeving).kop.titel.endswith("niet haalbaar. 1 vraag wacht op antwoord.")


def test_the_rows_have_their_place_hours_and_words_and_what_has_no_place_comes_last(
    omgeving: Omgeving,
) -> None:
    beeld = scherm(omgeving)
    per_code = {r.opdracht: r for r in beeld.rijen}
    assert [r.opdracht for r in beeld.rijen] == ["S1", "S2", "S3", "R1", "N1", "P1"]
    s3, p1 = per_code["S3"], per_code["P1"]
    assert (s3.plaats, s3.gevraagd_uren, s3.toegekend_uren, s3.dekking) == (4, 600, 0, "0%")
    assert (s3.knelpunt, s3.gedelegeerd) == ("Team T2", "Projectleider woningbouw")
    assert (s3.voortgang, s3.kwaliteit) == ("aandacht", "goed")
    assert (p1.plaats, p1.stand, p1.gevraagd_uren, p1.dekking) == (None, "parkeerplaats", None, "–")
    assert [(d.naam, d.wie, d.van, d.tot) for d in beeld.gedelegeerd] == [
        ("Nobelkwartier", "aan Projectleider woningbouw", "–", "–")
    ]
    # S1 2100, S2 1100, S3 600 and R1 2000 hours asked; S2 gets 475,38 of 700 and S3 nothing.
    assert beeld.samen.startswith("Samen 4.97")
    assert "van de 5.800 gevraagd" in beeld.samen
    assert beeld.samen.endswith(" Nog 1 opdracht vraagt nu niets en telt niet mee.")
    assert beeld.mag_exporteren


def test_the_talks_are_with_the_portefeuillehouders_of_the_own_opdrachten(
    omgeving: Omgeving,
) -> None:
    (regel,) = scherm(omgeving).gesprekken
    assert (regel.persoon, regel.naam, regel.opdrachten) == ("BO", "Wethouder wonen", 1)
    # S2 gets 875 of its 1,100 hours: onder druk.
    assert (regel.knelt, regel.laatste) == (1, "–")
    notitie = gesprek.noteer(omgeving, SM, "BO", "Schapenweide na de zomer.")
    dag = notatie.datum(notatie.dag(notitie.tijdstip))
    assert scherm(omgeving).gesprekken[0].laatste == dag
    assert scherm(omgeving, DELEGATE).gesprekken == ()
    basis = omgeving.basis()
    codes = basis.index.opdrachten
    # A colleague of T2 sees S2, but holds no talks: the notes are not for him.
    assert [g.laatste for g in gesprekken(omgeving, basis, COLLEGA, codes)] == ["–"]
    assert gesprekken(omgeving, basis, NIEMAND, codes) == ()


def test_a_delegate_sees_on_whose_behalf_and_what_may_be_laid_before(omgeving: Omgeving) -> None:
    beeld = scherm(omgeving, DELEGATE)
    assert beeld.kop.titel == "U bent gedelegeerd opdrachtgever van 1 opdracht; 1 is niet haalbaar."
    assert [r.gedelegeerd for r in beeld.rijen] == ["namens SM ruimtelijk"]
    assert [d.wie for d in beeld.gedelegeerd] == ["namens Strategisch manager ruimtelijk domein"]
    assert [k.sleutel for k in beeld.voorleggen] == ["S3"]
    assert beeld.personen == ()
    voorleggen.leg_voor(omgeving, DELEGATE, "S3", "Mag dit?")
    [gesprek] = scherm(omgeving, DELEGATE).door_voorgelegd
    assert (gesprek.mag_antwoorden, gesprek.mag_vervolgen, gesprek.mag_sluiten) == (
        False,
        True,
        True,
    )
    [aan] = scherm(omgeving).aan_voorgelegd
    assert (aan.mag_antwoorden, aan.stand_zin) == (True, "wacht op uw antwoord")
    assert scherm(omgeving).door_voorgelegd == ()


def test_another_person_is_for_who_reads_the_totals_of_the_organisation(
    omgeving: Omgeving,
) -> None:
    ander = scherm(omgeving, DIRECTIE, "SM")
    begin = "Strategisch manager ruimtelijk domein is opdrachtgever van 5"
    assert ander.kop.titel.startswith(begin)
    assert not ander.van_mij
    assert "PV" in [k.sleutel for k in ander.personen]
    assert scherm(omgeving, CONTROLLER, "PV").persoon == "PV"
    # Who may not choose keeps the own page, whatever the link says.
    assert scherm(omgeving, DELEGATE, "SM").persoon == "PL"
    assert scherm(omgeving, PV, "SM").persoon == "PV"


def test_who_has_no_opdracht_no_person_or_no_right_is_told_so(
    omgeving: Omgeving, lege_omgeving: Omgeving
) -> None:
    niets = scherm(omgeving, SM_SOCIAAL)
    assert niets.kop.titel == "U bent van geen enkele opdracht opdrachtgever in 2027."
    assert (niets.leeg, niets.portefeuille) == (True, "")
    zonder_persoon = opdrachtgeverbeeld(omgeving, COLLEGA)
    assert isinstance(zonder_persoon, Geweigerd)
    assert "gekoppeld" in zonder_persoon.titel
    for x in (NIEMAND, BEHEERDER):
        assert isinstance(opdrachtgeverbeeld(omgeving, x), Geweigerd)
        assert isinstance(signalenbeeld(omgeving, x), Geweigerd)
    assert isinstance(opdrachtgeverbeeld(lege_omgeving, LOKAAL), Leeg)
    assert isinstance(signalenbeeld(lege_omgeving, LOKAAL), Leeg)
    # The local user is no person of the plan: who steers most comes first.
    assert scherm(omgeving, LOKAAL).persoon == "SM"


def test_the_portfolio_of_a_wethouder_opens_no_talk(omgeving: Omgeving) -> None:
    knelpunt(omgeving, "S2")
    beeld = signalen(omgeving, BESTUUR)
    assert (beeld.lopend, bool(beeld.formulier)) == ((), False)
    eigen = scherm(omgeving, BESTUUR)
    assert (eigen.signalen, eigen.leeg) == ((), True)
    assert eigen.portefeuille.startswith("U bent wel portefeuillehouder.")
    assert not scherm(omgeving).leeg


def test_signalen_lists_what_waits_first_and_says_how_many(omgeving: Omgeving) -> None:
    assert signalen(omgeving).kop.titel == "Er zijn geen signalen bij uw teams en opdrachten."
    knelpunt(omgeving)
    voorstel(omgeving, "S3", Richting.PLAATS, 2)
    knelpunt(omgeving, None)
    knelpunt(omgeving, None)
    teamsignalen.antwoord(omgeving, SM, 3, "Dat regel ik.", 1)
    teamsignalen.sluit(omgeving, SM, 4, "Dubbel.", 1)
    opnemen.neem_op(omgeving, SM, 2, 1)
    beeld = signalen(omgeving)
    assert beeld.kop.titel == (
        "1 signaal wacht op antwoord, 1 is beantwoord en 1 staat in een scenario."
    )
    assert [(g.nummer, g.stand) for g in beeld.lopend] == [
        (1, Stand.OPEN),
        (3, Stand.BEANTWOORD),
        (2, Stand.IN_SCENARIO),
    ]
    assert [g.nummer for g in beeld.klaar] == [4]
    assert beeld.lopend[0].titel == (
        "Team T2: 225\u00a0uur tekort bij Schapenweide, maart t/m juni 2027"
    )
    assert beeld.lopend[0].stand_zin == (
        "wacht op antwoord van Strategisch manager ruimtelijk domein"
    )
    assert beeld.lopend[2].titel == "Ondersteuner stelt voor: Nobelkwartier op plaats 2"


def test_the_form_is_filled_with_the_hours_short_of_the_calculation(omgeving: Omgeving) -> None:
    keuzes = signaalformulier.formulier(omgeving, ONDERSTEUNER)
    assert [k.sleutel for k in keuzes.teams] == ["T2"]
    assert {k.sleutel for k in keuzes.opdrachten} == {"S1", "S2", "S3", "X1"}
    assert len(keuzes.maanden) == 12
    van_team = signaalformulier.opdrachten_van_team(omgeving, ONDERSTEUNER, "T2")
    assert [k.naam for k in van_team] == [
        "Nobelkwartier",
        "Schapenweide",
        "Spoorzone",
        "Zonder iemand",
    ]
    # S3 asks 600 of T2 over the whole year and gets nothing: 50 in each month.
    heel = signaalformulier.tekort(omgeving, ONDERSTEUNER, "T2", "S3")
    assert (heel.uren, heel.van, heel.tot) == ("600", "2027-01", "2027-12")
    krap = signaalformulier.tekort(omgeving, ONDERSTEUNER, "T2", "S3", "2027-03", "2027-04")
    assert int(krap.uren) in range(98, 108)
    assert f"{krap.uren}\u00a0uur tekort" in krap.zin
    assert signaalformulier.tekort(omgeving, ONDERSTEUNER, "T1").uren == "0"
    assert not signaalformulier.formulier(omgeving, CONTROLLER)


@pytest.mark.parametrize(
    ("uren", "honderdste"),
    [("", None), ("225", 225_00), ("1.234,5", 1234_50), ("12,25", 12_25)],
)
def test_typed_hours_are_read_as_dutch(uren: str, honderdste: int | None) -> None:
    assert signaalformulier.lees_uren(uren) == honderdste


@pytest.mark.parametrize("uren", ["twaalf", "1.234", "-3", "1,255", "9999999"])
def test_hours_that_are_not_clear_are_refused_in_words(omgeving: Omgeving, uren: str) -> None:
    uitslag = signaalformulier.meld(
        omgeving,
        ONDERSTEUNER,
        team="T2",
        opdracht="",
        van="2027-03",
        tot="2027-04",
        uren=uren,
        tekst="Te vol",
    )
    assert uitslag.geweigerd
    assert signalen(omgeving).gemeld == 0


def test_a_filled_in_form_becomes_a_signal_of_the_team(omgeving: Omgeving) -> None:
    velden = {"opdracht": "S3", "waarom": "Dit kan niet wachten."}
    for plaats in ("", "0", "drie", "2,5", "1000000"):
        uitslag = signaalformulier.stel_in_woorden_voor(
            omgeving, ONDERSTEUNER, richting="plaats", plaats=plaats, **velden
        )
        assert "geen plaats" in uitslag.geweigerd
    signaalformulier.stel_in_woorden_voor(
        omgeving, ONDERSTEUNER, richting="plaats", plaats=" 2 ", **velden
    )
    signaalformulier.stel_in_woorden_voor(omgeving, DELEGATE, richting="lager", plaats="", **velden)
    assert [g.titel for g in signalen(omgeving).lopend] == [
        "Projectleider stelt voor: Nobelkwartier lager",
        "Team T2 stelt voor: Nobelkwartier op plaats 2",
    ]


def test_overzicht_names_the_signal_that_waits_longest_and_who_raised_it(
    omgeving: Omgeving,
) -> None:
    def van_teams(wie) -> list:
        beeld = overzicht(omgeving, wie)
        assert isinstance(beeld, Overzichtbeeld)
        assert len(beeld.signalen) <= 4
        return [s for s in beeld.signalen if s.bron.startswith("Gemeld door")]

    assert van_teams(SM) == []
    knelpunt(omgeving)
    [signaal] = van_teams(SM)
    assert signaal.tekst == "Team T2: 225\u00a0uur tekort bij Schapenweide, maart t/m juni 2027."
    assert (signaal.bron, signaal.naar) == ("Gemeld door Ondersteuner", "opdrachtgever")
    voorstel(omgeving)
    [signaal] = van_teams(CONTROLLER)
    assert signaal.tekst.endswith("Nog 1 ander signaal wacht op antwoord.")
    assert signaal.naar == "signalen"
    assert van_teams(BESTUUR) == []
    teamsignalen.antwoord(omgeving, SM, 1, "Na de zomer.", 1)
    [signaal] = van_teams(SM)
    assert signaal.tekst == "Ondersteuner stelt voor: Nobelkwartier hoger."
