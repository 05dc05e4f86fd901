"""Claims between scenarios: who asks what in which, what does not go together, and a draft."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.demonstratie.identiteiten import IDENTITEITEN
from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Status
from sturing.domain.scenario import Deelrecht
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.engine.claimvoorstel import Voorstelsoort
from sturing.errors import InvoerError, RechtError
from sturing.services import delen, scenarios
from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.claimsbeeld import Claimsbeeld
from sturing.services.omgeving import Omgeving
from sturing.services.scenarioclaims import neem_scenariovoorstel, scenarioclaims
from sturing.store import concepten, logboek
from tests.services.conftest import omgeving_met, rijen

PER_ACCOUNT = {w.account: w for w in IDENTITEITEN}
ANNA = PER_ACCOUNT["demo-sm-ruimtelijk"]
BRAM = PER_ACCOUNT["demo-sm-sociaal"]
S2, S3, R2 = (OpdrachtCode(code) for code in ("S2", "S3", "R2"))


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    """T2 has 1,375 hours in 2027; in order S1 asks 900 of it, S2 700 and S3 600."""
    omgeving = omgeving_met(rijen(), demo=True)
    yield omgeving
    omgeving.sluit()


def maak(omgeving: Omgeving, wie: Wie, naam: str, *wijzigingen: w.Wijziging) -> str:
    """A scenario with these changes; its key on the screen."""
    nummer = scenarios.maak(omgeving, wie, naam)
    versie = concepten.lees(omgeving.opslag, nummer).versie
    concepten.vervang(omgeving.opslag, nummer, wijzigingen, versie)
    return f"{nummer:09}"


def omhoog(code: OpdrachtCode, oud: int, plaats: int = 2) -> w.Rang:
    return w.Rang(opdracht=code, oude_plaats=oud, plaats=plaats)


def beeld(omgeving: Omgeving, wie: Wie, *gekozen: str) -> Claimsbeeld:
    uit = scenarioclaims(omgeving, wie, gekozen or None)
    assert isinstance(uit, Claimsbeeld)
    return uit


@pytest.fixture
def twee(omgeving: Omgeving) -> tuple[str, str]:
    return (
        maak(omgeving, ANNA, "Schapenweide eerst", omhoog(S2, 3)),
        maak(omgeving, ANNA, "Nobelkwartier eerst", omhoog(S3, 4)),
    )


def test_the_answer_says_where_two_scenarios_together_ask_too_much(
    omgeving: Omgeving, twee: tuple[str, str]
) -> None:
    uit = beeld(omgeving, ANNA, *twee)
    # S3 on top, then S2, then S1: both scenarios have what they want but for nothing over.
    assert [k.naam for k in uit.gekozen] == ["‘Schapenweide eerst’", "‘Nobelkwartier eerst’"]
    assert uit.kop.titel.endswith("zitten elkaar niet in de weg: samen vragen zij nergens te veel.")
    extra = w.InzetWijziging(
        opdracht=S2, team=TeamCode("T2"), uren_honderdste=200_00, oude_uren_honderdste=700_00
    )
    meer = maak(omgeving, ANNA, "Meer Schapenweide", omhoog(S2, 3), extra)
    uit = beeld(omgeving, ANNA, meer, twee[1])
    (rij,) = uit.rijen
    assert (rij.naam, rij.gevraagd_uren) == ("Team T2", (600, 900))
    assert (rij.over_uren, rij.tekort_uren) == (1_375, 125)
    assert rij.anderen == (("Spoorzone", 900),)
    assert uit.kop.titel == (
        "‘Nobelkwartier eerst’ en ‘Meer Schapenweide’ vragen samen 125\u00a0uur te veel van "
        "Team T2."
    )
    assert [(v.team, v.partij, v.opdracht, v.gevraagd_uren) for v in uit.vragers] == [
        ("Team T2", "‘Nobelkwartier eerst’", "Nobelkwartier", 600),
        ("Team T2", "‘Meer Schapenweide’", "Schapenweide", 900),
    ]
    assert {v.opdrachtgever for v in uit.vragers} == {"SM ruimtelijk"}
    assert sum(v.toegekend_uren for v in uit.vragers) == 1_375
    assert [v.titel for v in uit.voorstellen] == ["Om de beurt", "Gelijke delen", "Naar score"]
    assert uit.let_op == ()
    assert uit.mag_exporteren


@pytest.fixture
def betwist(omgeving: Omgeving, twee: tuple[str, str]) -> tuple[str, str]:
    extra = w.InzetWijziging(
        opdracht=S2, team=TeamCode("T2"), uren_honderdste=200_00, oude_uren_honderdste=700_00
    )
    return maak(omgeving, ANNA, "Meer Schapenweide", omhoog(S2, 3), extra), twee[1]


def test_a_proposal_is_a_new_draft_with_the_changes_of_both_and_the_split(
    omgeving: Omgeving, betwist: tuple[str, str]
) -> None:
    voor = [concepten.lees(omgeving.opslag, int(s)) for s in betwist]
    geldend = omgeving.basis().uitkomst.vingerafdruk
    (gelijk,) = [v for v in beeld(omgeving, ANNA, *betwist).voorstellen if v.soort == "gelijk"]
    # 1,375 for both: S3 asks 600 and gets it whole, S2 the rest.
    assert [(k.naam, k.na_uren) for k in gelijk.krijgen] == [
        ("‘Nobelkwartier eerst’", 600),
        ("‘Meer Schapenweide’", 775 + 400),
    ]
    nummer = neem_scenariovoorstel(omgeving, ANNA, betwist, Voorstelsoort.GELIJK)
    concept = concepten.lees(omgeving.opslag, nummer)
    van_beide = (*voor[1].wijzigingen, *voor[0].wijzigingen)
    assert concept.wijzigingen[: len(van_beide)] == van_beide
    assert [x.soort for x in concept.wijzigingen[len(van_beide) :]] == ["inzet"]
    assert concept.naam.startswith("Gelijke delen: Nobelkwartier eerst en Meer")
    assert len(concept.naam) <= scenarios.MAX_NAAM
    assert concept.eigenaar == ANNA.account
    assert [concepten.lees(omgeving.opslag, int(s)) for s in betwist] == voor
    assert omgeving.basis().uitkomst.vingerafdruk == geldend
    laatste = logboek.lees(omgeving.opslag)[-1]
    assert (laatste.actie, laatste.object) == ("scenario maken", f"scenario {nummer}")


def test_without_anything_to_divide_nothing_is_stored(
    omgeving: Omgeving, twee: tuple[str, str]
) -> None:
    aantal = len(concepten.lijst(omgeving.opslag))
    for gekozen in (twee, twee[:1], ("niet", "12345")):
        with pytest.raises(InvoerError):
            neem_scenariovoorstel(omgeving, ANNA, gekozen, Voorstelsoort.GELIJK)
    assert len(concepten.lijst(omgeving.opslag)) == aantal


def test_what_does_not_go_together_is_said(omgeving: Omgeving, twee: tuple[str, str]) -> None:
    parkeer = w.Parkeer(opdracht=R2, oude_status=Status.GEPLAND)
    stop = w.Stop(opdracht=R2, oude_status=Status.GEPLAND)
    een = maak(omgeving, ANNA, "Een", parkeer)
    ander = maak(omgeving, ANNA, "Ander", stop)
    zelfde = maak(omgeving, ANNA, "Zelfde", parkeer)
    regels = beeld(omgeving, ANNA, een, ander).let_op
    assert "‘Een’ en ‘Ander’ wijzigen niet hetzelfde: status van Dorpsplein." in regels
    assert any(r.startswith("Past niet meer en telt niet mee: Dorpsplein") for r in regels)
    # The same wish twice is one wish, and no conflict.
    assert not [r for r in beeld(omgeving, ANNA, een, zelfde).let_op if "Dorpsplein" in r]
    leeg = maak(omgeving, ANNA, "Leeg")
    assert beeld(omgeving, ANNA, twee[0], leeg).let_op == (
        "‘Leeg’ geeft als enige geen opdracht meer uren, en vraagt hier dus niets.",
    )


def test_without_a_choice_it_is_the_one_i_work_in_and_the_newest_other(
    omgeving: Omgeving, twee: tuple[str, str]
) -> None:
    derde = maak(omgeving, ANNA, "Derde")
    assert [k.sleutel for k in beeld(omgeving, ANNA).gekozen] == [twee[1], derde]
    scenarios.kies(omgeving, ANNA, int(twee[0]))
    assert [k.sleutel for k in beeld(omgeving, ANNA).gekozen] == [twee[0], derde]
    assert beeld(omgeving, ANNA, derde).kop.titel.startswith("Kies twee of meer scenario’s")
    scenarios.archiveer(omgeving, ANNA, int(derde))
    assert [k.sleutel for k in beeld(omgeving, ANNA, derde, *twee).gekozen] == list(twee)


# Rights -----------------------------------------------------------------------------------------


def test_only_scenarios_that_one_may_see_can_be_laid(
    omgeving: Omgeving, betwist: tuple[str, str]
) -> None:
    eigen = maak(omgeving, BRAM, "Van Bram")
    assert isinstance(scenarioclaims(omgeving, BRAM), Leeg)
    delen.geef_recht(omgeving, ANNA, int(betwist[0]), BRAM.account, Deelrecht.KIJKEN)
    uit = beeld(omgeving, BRAM, *betwist, eigen)
    assert [k.sleutel for k in uit.partijen] == sorted([betwist[0], eigen])
    assert f"(van {ANNA.naam})" in uit.partijen[0].naam
    assert len(uit.gekozen) == 2
    delen.geef_recht(omgeving, ANNA, int(betwist[1]), BRAM.account, Deelrecht.KIJKEN)
    beide = beeld(omgeving, BRAM, *betwist)
    # Who manages another domain sees the hours, but may not take them along.
    assert beide.vragers
    assert not beide.mag_exporteren
    delen.geef_recht(omgeving, ANNA, int(betwist[1]), BRAM.account, None)
    delen.geef_recht(omgeving, ANNA, int(betwist[0]), BRAM.account, None)
    assert isinstance(scenarioclaims(omgeving, BRAM, betwist), Leeg)
    with pytest.raises(InvoerError):
        neem_scenariovoorstel(omgeving, BRAM, betwist, Voorstelsoort.GELIJK)


def wie(rol: RechtRol, **velden: object) -> Wie:
    return Wie(
        account=PER_ACCOUNT["demo-sm-sociaal"].account,
        naam="Proef",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=rol),),
        **velden,  # type: ignore[arg-type]
    )


def test_an_opdracht_that_one_may_not_see_has_no_name_in_a_shared_scenario(
    omgeving: Omgeving, betwist: tuple[str, str]
) -> None:
    een = maak(omgeving, ANNA, "Een", w.Parkeer(opdracht=R2, oude_status=Status.GEPLAND))
    ander = maak(omgeving, ANNA, "Ander", w.Stop(opdracht=R2, oude_status=Status.GEPLAND))
    for sleutel in (*betwist, een, ander):
        delen.geef_recht(omgeving, ANNA, int(sleutel), BRAM.account, Deelrecht.KIJKEN)
    ziet = wie(RechtRol.PROJECTLEIDER, eigen_opdrachten=frozenset({S3}))
    uit = beeld(omgeving, ziet, *betwist)
    assert "Opdrachten die u niet mag zien tellen hier als vraag van anderen." in uit.verborgen
    assert (uit.rijen, uit.vragers, uit.voorstellen) == ((), (), ())
    regels = " ".join(beeld(omgeving, ziet, een, ander).let_op)
    assert "Een opdracht die u niet mag zien" in regels
    assert "Dorpsplein" not in regels
    assert "R2" not in regels


def test_without_the_right_to_hours_or_to_a_scenario_there_is_nothing(
    omgeving: Omgeving, betwist: tuple[str, str]
) -> None:
    for iemand in (wie(RechtRol.BEHEERDER), wie(RechtRol.BESTUUR)):
        assert isinstance(scenarioclaims(omgeving, iemand), Geweigerd)
        with pytest.raises(RechtError):
            neem_scenariovoorstel(omgeving, iemand, betwist, Voorstelsoort.GELIJK)
