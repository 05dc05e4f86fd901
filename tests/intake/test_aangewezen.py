"""An unknown opdracht is offered its nearest known one, and a choice is carried out and told."""

from __future__ import annotations

import pytest

from sturing.intake.aangewezen import Keuzes
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.lezer import lees_bestand
from sturing.intake.nabij import Codezoeker
from sturing.intake.pseudo import pseudo_soort
from tests.intake.bouwer import Opslag, boek, gevonden, goed, lever

KOP: list[object] = ["maand", "team", "opdracht", "uren"]
NAMEN = {
    "O012": "Spoorzone Bilthoven",
    "O013": "Beheer wegen",
    "O014": "Omgevingsplan",
    "O015": "Spoorboekje",
}


@pytest.fixture(scope="module")
def opgeslagen() -> Opslag:
    return lever({}, goed())


def keur(rijen: list[list[object]], opslag: Opslag, keuzes: Keuzes | None = None) -> Beoordeling:
    inhoud = boek({"Uren": [KOP, *rijen]})
    return beoordeel(
        [Bestand(naam="u.xlsx", inhoud=inhoud)], opslag, {}, keuzes=keuzes, lees=lees_bestand
    )


@pytest.mark.parametrize(
    ("getypt", "verwacht"),
    [
        ("Spoorzone Bilthoven", "O012"),
        ("spoorzone bilthoven", "O012"),
        ("Spoorzon", "O012"),
        ("Sporzone Bilthoven", "O012"),
        ("beheer weg", "O013"),
        ("Omgevings plan", "O014"),
        ("012", "O012"),
        ("O12", "O012"),
    ],
)
def test_the_nearest_code_comes_first(getypt: str, verwacht: str) -> None:
    assert Codezoeker(NAMEN, NAMEN).nabij(getypt)[0] == verwacht


@pytest.mark.parametrize(
    ("getypt", "verwacht"),
    [("O12", "O012"), ("O0112", "O012"), ("Zwembad", None), ("verlof", None)],
)
def test_only_what_resembles_is_offered(getypt: str, verwacht: str | None) -> None:
    gelijkend = Codezoeker(NAMEN, NAMEN).gelijkend(getypt)
    assert gelijkend[:1] == (() if verwacht is None else (verwacht,))


@pytest.mark.parametrize("getypt", ["wegen", "xyz", "plan", "Zwembad"])
def test_a_text_that_is_no_name_is_not_taken_for_one(getypt: str) -> None:
    assert Codezoeker(NAMEN, NAMEN).op_naam(getypt) == ()


def test_many_names_do_not_make_one_search_slow() -> None:
    namen = {f"O{n:05d}": f"Opdracht nummer {n} in de wijk {n % 97}" for n in range(20_000)}
    zoeker = Codezoeker(namen, namen)
    assert zoeker.op_naam("Opdracht nummer 1234 in de wijk 70")[0] == "O01234"


def test_an_unknown_opdracht_is_offered_with_names(opgeslagen: Opslag) -> None:
    rijen = [["okt 2026", "T01", "Spoorzon", 8], ["nov 2026", "T01", "Spoorzon", 4]]
    oordeel = keur(rijen, opgeslagen)
    [bedoeling] = oordeel.bedoelingen
    assert (bedoeling.blad, bedoeling.waarde, bedoeling.plaats, bedoeling.rijen) == (
        "Opdrachten",
        "Spoorzon",
        "Uren!C2",
        2,
    )
    assert bedoeling.nabij[0] == ("O1", "Spoorzone")
    assert "CODE_ONBEKEND Uren!C2" in gevonden(oordeel)


def test_a_choice_puts_the_code_in_its_place_and_is_told(opgeslagen: Opslag) -> None:
    rijen = [["okt 2026", "T01", "Spoorzon", 8], ["nov 2026", "T01", "Spoorzon", 4]]
    oordeel = keur(rijen, opgeslagen, {("Opdrachten", "Spoorzon"): "O1"})
    assert gevonden(oordeel) == {"CODE_GEKOZEN Uren!C2"}
    assert {m.nieuw["opdracht"] for m in oordeel.mutaties if m.nieuw} == {"O1"}
    assert "'Spoorzon' gelezen als 'O1' in 2 rijen" in oordeel.bevindingen[0].melding
    assert oordeel.bedoelingen == ()


def test_a_choice_that_makes_a_key_twice_is_found(opgeslagen: Opslag) -> None:
    rijen = [["okt 2026", "T01", "Spoorzon", 8], ["okt 2026", "T01", "O1", 4]]
    oordeel = keur(rijen, opgeslagen, {("Opdrachten", "Spoorzon"): "O1"})
    assert "SLEUTEL_DUBBEL" in {b.code for b in oordeel.fouten}


def test_rows_about_no_opdracht_can_be_left_out_and_are_counted(opgeslagen: Opslag) -> None:
    rijen = [["nov 2026", "T01", "verlof", 8], ["dec 2026", "T01", "verlof", 4]]
    [bedoeling] = keur(rijen, opgeslagen).bedoelingen
    assert (bedoeling.pseudo, bedoeling.mag_overslaan) == ("verlof", True)
    rijen.append(["nov 2026", "T01", "O2", 1])
    oordeel = keur(rijen, opgeslagen, {("Opdrachten", "verlof"): ""})
    assert gevonden(oordeel) == {"RIJ_TELT_NIET Uren!C2"}
    assert [m.nieuw["opdracht"] for m in oordeel.mutaties if m.nieuw] == ["O2"]


def test_a_possible_bsn_is_never_offered(opgeslagen: Opslag) -> None:
    assert keur([["okt 2026", "T01", "x 111222333", 8]], opgeslagen).bedoelingen == ()


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Verlof", "verlof"),
        ("VERLOF01", "verlof"),
        ("Bijzonder verlof", "verlof"),
        ("zorgverlof", "verlof"),
        ("Ziekte", "ziekte"),
        ("Z-verzuim 2026", "ziekte"),
        ("ziekteverzuim", "ziekte"),
        ("Intern overleg", "overleg"),
        ("werkoverleg", "overleg"),
        ("Intern", "intern"),
        ("indirecte uren", "intern"),
        ("Feestdagen", "verlof"),
        ("Opleiding", "opleiding"),
        ("O012", None),
        ("Spoorzone", None),
        ("Vrijheidsplein", None),
        ("Algemeen beheer wegen", None),
        ("Internationale samenwerking", None),
        ("", None),
        ("2026-10", None),
    ],
)
def test_pseudo_projects_are_recognised_by_name_or_code(tekst: str, soort: str | None) -> None:
    assert pseudo_soort(tekst) == soort
