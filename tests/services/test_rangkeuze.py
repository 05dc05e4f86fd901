"""An uploaded rang never moves a decided order; chosen ones become changes in the own draft."""

from __future__ import annotations

import itertools
from collections.abc import Collection

import pytest

from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.domain.wijziging import Rang
from sturing.errors import RechtError
from sturing.intake.lezer import lees_bestand
from sturing.services import leveringen as dienst
from sturing.services import prioriteiten as p
from sturing.services.beelden import Bordbeeld
from sturing.services.concept import Verplaatsing, eigen_concept, uitkomst_van
from sturing.services.leveringen import Voorstel
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.rangkeuze import Rangbeeld, neem_rangen_in_concept
from tests.intake.bouwer import boek

from .conftest import rijen
from .test_leveringen import neem_over, werkboek

BESLOTEN = ("W1", "S1", "S2", "S3", "R1", "R2")
"""The decided order: the order of the files of before. N1 claims and has no decided rang."""


@pytest.fixture
def besloten(omgeving: Omgeving) -> Omgeving:
    with omgeving.opslag.schrijven() as cursor:
        for rang, code in enumerate(BESLOTEN, 1):
            cursor.execute("insert into besloten_rang values (?, ?)", [code, rang])
    return omgeving


def met_rang(omgeving: Omgeving, rang: dict[str, int], wie: Wie = LOKAAL) -> Voorstel:
    """The sheet Opdrachten with these ranks; the others keep the decided one."""
    per_code = {code: nummer for nummer, code in enumerate(BESLOTEN, 1)} | rang
    werk = [dict(r) | {"rang": per_code.get(r["opdracht"])} for r in rijen()["Opdrachten"]]
    return dienst.controleer_bestanden(
        omgeving, wie, [("o.xlsx", werkboek(Opdrachten=werk))], lees=lees_bestand
    )


def beeld(voorstel: Voorstel) -> Rangbeeld:
    gevonden = voorstel.vooruitblik.rangen
    assert gevonden is not None
    return gevonden


def kies(omgeving: Omgeving, voorstel: Voorstel, gekozen: Collection[str]) -> Verplaatsing:
    versie = beeld(voorstel).versie
    return neem_rangen_in_concept(omgeving, LOKAAL, versie, voorstel.beoordeling.rangen, gekozen)


def volgorde(omgeving: Omgeving) -> list[str]:
    uitkomst = uitkomst_van(omgeving, omgeving.basis(), eigen_concept(omgeving, LOKAAL))
    return [str(r.opdracht) for r in uitkomst.effecten.opdrachten]


def test_each_opdracht_shows_its_place_the_rang_of_the_file_and_the_difference(
    besloten: Omgeving,
) -> None:
    rijen_ = beeld(met_rang(besloten, {"R2": 2, "S1": 4})).rijen
    assert [(r.opdracht, r.plaats, r.rang, r.verschil, r.kan) for r in rijen_] == [
        ("S1", 2, 4, 2, True),
        ("R2", 6, 2, -4, True),
    ]
    assert rijen_[1].tekst == "Dorpsplein: nu plaats 6, in uw bestand rang 2 (4 plaatsen hoger)"


def test_an_opdracht_that_asks_nothing_has_no_place_and_no_choice(besloten: Omgeving) -> None:
    with besloten.opslag.schrijven() as cursor:
        cursor.execute("insert into besloten_rang values ('P1', 7)")
    [rij] = beeld(met_rang(besloten, {"P1": 2})).rijen
    assert (rij.plaats, rij.kan) == (None, False)
    assert "heeft geen plaats" in rij.tekst


def test_without_a_decision_there_is_nothing_to_choose(omgeving: Omgeving) -> None:
    assert met_rang(omgeving, {"R2": 2}).vooruitblik.rangen is None


def test_the_decided_order_stays_and_only_what_was_chosen_comes_into_the_draft(
    besloten: Omgeving,
) -> None:
    voorstel = met_rang(besloten, {"R2": 2, "S1": 4})
    neem_over(besloten, voorstel)
    assert eigen_concept(besloten, LOKAAL) is None
    assert volgorde(besloten) == [*BESLOTEN, "N1"]
    antwoord = kies(besloten, voorstel, ["R2"])
    assert antwoord.aankondiging == "1 opdracht verplaatst in uw concept."
    assert volgorde(besloten) == ["W1", "R2", "S1", "S2", "S3", "R1", "N1"]
    concept = eigen_concept(besloten, LOKAAL)
    assert concept is not None
    assert concept.wijzigingen == (Rang(opdracht="R2", oude_plaats=6, plaats=2, onder=None),)
    assert p.ongedaan(besloten, LOKAAL, concept.versie).aankondiging
    assert volgorde(besloten) == [*BESLOTEN, "N1"], "one step back, in one go"


ANDERS = [
    codes
    for codes in itertools.permutations(["S1", "S3", "R1", "R2"], 3)
    if all(BESLOTEN[rang - 1] != code for code, rang in zip(codes, (2, 4, 6), strict=True))
]
"""Three opdrachten for the ranks 2, 4 and 6, none of which has that rang already."""


@pytest.mark.parametrize("gekozen", ANDERS)
def test_every_chosen_opdracht_ends_at_its_own_rang(
    besloten: Omgeving, gekozen: tuple[str, ...]
) -> None:
    rangen = dict(zip(gekozen, (2, 4, 6), strict=True))
    voorstel = met_rang(besloten, rangen)
    neem_over(besloten, voorstel)
    kies(besloten, voorstel, gekozen)
    na = volgorde(besloten)
    assert {code: na.index(code) + 1 for code in gekozen} == rangen
    rest = [code for code in (*BESLOTEN, "N1") if code not in gekozen]
    assert [code for code in na if code not in gekozen] == rest, "the others keep their order"
    bord = p.bord(besloten, LOKAAL)
    assert isinstance(bord, Bordbeeld)
    assert [r.opdracht for r in bord.rijen] == na


def test_legal_work_keeps_its_border_and_the_answer_says_so(besloten: Omgeving) -> None:
    voorstel = met_rang(besloten, {"W1": 3})
    neem_over(besloten, voorstel)
    antwoord = kies(besloten, voorstel, ["W1"])
    assert antwoord.aankondiging == "Uw concept heeft deze volgorde al."
    samen = met_rang(besloten, {"W1": 3, "R2": 1})
    antwoord = kies(besloten, samen, ["W1", "R2"])
    assert "Wettelijk werk gaat voor" in antwoord.aankondiging
    assert volgorde(besloten)[:2] == ["W1", "R2"]


def test_a_place_changed_elsewhere_since_the_choice_was_shown_is_refused_and_told(
    besloten: Omgeving,
) -> None:
    p.verplaats(besloten, LOKAAL, 0, "S3", 2)
    voorstel = met_rang(besloten, {"R2": 2, "S1": 5})
    assert beeld(voorstel).versie
    neem_over(besloten, voorstel)
    intussen = eigen_concept(besloten, LOKAAL)
    assert intussen is not None
    p.verplaats(besloten, LOKAAL, intussen.versie, "R2", 4)
    stond = eigen_concept(besloten, LOKAAL)
    antwoord = kies(besloten, voorstel, ["R2", "S1"])
    assert antwoord.anderen
    assert "Dorpsplein" in antwoord.geweigerd
    assert eigen_concept(besloten, LOKAAL) == stond, "nothing of it, also not the other one"
    # What was not touched since is laid on top.
    assert not kies(besloten, voorstel, ["S1"]).geweigerd
    assert volgorde(besloten)[4] == "S1"


def test_a_draft_begun_elsewhere_since_the_choice_was_shown_is_not_written_over(
    besloten: Omgeving,
) -> None:
    voorstel = met_rang(besloten, {"R2": 2})
    assert beeld(voorstel).versie == 0
    neem_over(besloten, voorstel)
    p.verplaats(besloten, LOKAAL, 0, "S3", 2)
    antwoord = kies(besloten, voorstel, ["R2"])
    assert "ergens anders" in antwoord.geweigerd
    assert volgorde(besloten)[1] == "S3"


def test_who_may_have_no_draft_sees_the_difference_and_no_choice(besloten: Omgeving) -> None:
    beheerder = Wie(
        account="bh",
        naam="Beheerder",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.BEHEERDER),),
    )
    voorstel = met_rang(besloten, {"R2": 2}, beheerder)
    assert [r.kan for r in beeld(voorstel).rijen] == [False]
    assert beeld(voorstel).waarom_niet
    with pytest.raises(RechtError):
        neem_rangen_in_concept(besloten, beheerder, 0, voorstel.beoordeling.rangen, ["R2"])


def test_after_a_rename_the_place_in_force_is_that_of_the_old_code(besloten: Omgeving) -> None:
    kop = ["opdracht", "naam", "soort werk", "status", "rang", "vorige code"]
    rij = ["R20", "Dorpsplein", "gebiedsagenda", "gepland", 2, "R2"]
    inhoud = boek({"Opdrachten": [kop, rij]})
    voorstel = dienst.controleer_bestanden(
        besloten, LOKAAL, [("o.xlsx", inhoud)], lees=lees_bestand
    )
    [gevonden] = beeld(voorstel).rijen
    assert (gevonden.opdracht, gevonden.plaats, gevonden.kan) == ("R20", 6, True)
    neem_over(besloten, voorstel)
    kies(besloten, voorstel, ["R20"])
    assert volgorde(besloten)[1] == "R20"
