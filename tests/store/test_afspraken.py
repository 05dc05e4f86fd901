"""Changes of afspraken and reasons: only added to, with their line in the log."""

from __future__ import annotations

from datetime import date

import pytest

from sturing.domain.afspraak import Afspraakobject, Afspraakveld, Afspraakwijziging, Objectsoort
from sturing.domain.codes import GebiedCode, OpdrachtCode, TeamCode
from sturing.errors import ConflictError
from sturing.store import afspraken, logboek
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad
from tests.store.voorbeeld import TIJD, WIE, anders, lever

O1 = Afspraakobject(soort=Objectsoort.OPDRACHT, opdracht=OpdrachtCode("O1"))
T1 = Afspraakobject(soort=Objectsoort.TEAM, team=TeamCode("T1"))
PUNT = Afspraakobject(
    soort=Objectsoort.AGENDAPUNT, gebied=GebiedCode("K1"), vraagstuk="Te weinig bankjes"
)


def geef(opslag: Opslag, object_: Afspraakobject, tekst: str = "dat mag", *feiten: str) -> None:
    afspraken.leg_reden_vast(
        opslag,
        wie=WIE,
        tijdstip=TIJD,
        afspraak="ROL_DIRECTIE",
        object_=object_,
        feiten=feiten,
        tekst=tekst,
    )


def wijzig(opslag: Opslag, **velden: tuple[str, str]) -> None:
    afspraken.wijzig(
        opslag,
        wie=WIE,
        tijdstip=TIJD,
        afspraak="OPDRACHTGEVER_SPAN",
        velden={Afspraakveld(veld): paar for veld, paar in velden.items()},
        reden="zo werkt het beter",
        mag_nog=lambda _: None,
    )


def test_a_change_comes_back_whole_with_who_when_old_new_and_why(opslag: Opslag) -> None:
    wijzig(opslag, drempel=("12", "8"), aan=("ja", "nee"))
    wijzig(opslag, drempel=("8", "10"))
    eerste, tweede, derde = afspraken.wijzigingen(opslag)
    assert [w.volgnummer for w in (eerste, tweede, derde)] == [1, 2, 3]
    assert (eerste.veld, eerste.oud, eerste.nieuw) == (Afspraakveld.DREMPEL, "12", "8")
    assert (tweede.veld, tweede.oud, tweede.nieuw) == (Afspraakveld.AAN, "ja", "nee")
    assert (derde.afspraak, derde.reden) == ("OPDRACHTGEVER_SPAN", "zo werkt het beter")
    assert (derde.account, derde.naam, derde.tijdstip) == (WIE.account, WIE.naam, TIJD)


def test_a_change_has_a_line_in_the_log_per_field_with_old_and_new(opslag: Opslag) -> None:
    wijzig(opslag, drempel=("12", "8"), aan=("ja", "nee"))
    regels = [(r.actie, r.object, r.oud, r.nieuw) for r in logboek.lees(opslag)][-2:]
    assert regels == [
        (afspraken.ACTIE_WIJZIGEN, "OPDRACHTGEVER_SPAN: drempel", "12", "8"),
        (afspraken.ACTIE_WIJZIGEN, "OPDRACHTGEVER_SPAN: aan", "ja", "nee"),
    ]
    assert logboek.verifieer(opslag) is None


def test_who_saw_something_else_changes_nothing(opslag: Opslag) -> None:
    wijzig(opslag, drempel=("12", "8"))
    gezien: list[tuple[Afspraakwijziging, ...]] = []

    def weiger(eerder: tuple[Afspraakwijziging, ...]) -> None:
        gezien.append(eerder)
        raise ConflictError("Te laat.")

    with pytest.raises(ConflictError):
        afspraken.wijzig(
            opslag,
            wie=WIE,
            tijdstip=TIJD,
            afspraak="OPDRACHTGEVER_SPAN",
            velden={Afspraakveld.DREMPEL: ("12", "9")},
            reden="anders",
            mag_nog=weiger,
        )
    assert [len(eerder) for eerder in gezien] == [1]
    assert len(afspraken.wijzigingen(opslag)) == 1
    assert [r.nieuw for r in logboek.lees(opslag)][-1] == "8"


@pytest.mark.parametrize("object_", [O1, T1, PUNT], ids=lambda o: o.soort)
def test_a_reason_comes_back_whole(opslag: Opslag, object_: Afspraakobject) -> None:
    geef(opslag, object_, "de raad vroeg erom", "regulier", "DIR")
    [reden] = afspraken.redenen(opslag)
    assert (reden.object, reden.afspraak) == (object_, "ROL_DIRECTIE")
    assert (reden.feiten, reden.tekst) == (("regulier", "DIR"), "de raad vroeg erom")
    assert (reden.naam, reden.tijdstip, reden.ingetrokken) == (WIE.naam, TIJD, False)


def test_taking_back_is_one_more_row(opslag: Opslag) -> None:
    geef(opslag, O1)
    afspraken.leg_reden_vast(
        opslag,
        wie=WIE,
        tijdstip=TIJD,
        afspraak="ROL_DIRECTIE",
        object_=O1,
        feiten=(),
        tekst="",
        ingetrokken=True,
    )
    assert [r.ingetrokken for r in afspraken.redenen(opslag)] == [False, True]


def test_the_log_names_the_object_and_never_the_words(opslag: Opslag) -> None:
    geef(opslag, O1, "Geheim")
    geef(opslag, PUNT)
    regels = [(r.actie, r.object) for r in logboek.lees(opslag)][-2:]
    assert regels == [
        (afspraken.ACTIE_REDEN, "ROL_DIRECTIE: opdracht O1"),
        (afspraken.ACTIE_REDEN, "ROL_DIRECTIE: agendapunt K1"),
    ]
    assert "Geheim" not in str(logboek.lees(opslag))
    assert "bankjes" not in str(logboek.lees(opslag))


def test_a_new_code_of_an_opdracht_or_team_is_followed(gevuld: Opslag) -> None:
    geef(gevuld, O1)
    geef(gevuld, T1)
    [opdracht] = lees_blad(gevuld, "Opdrachten")
    [team] = lees_blad(gevuld, "Teams")
    lever(
        gevuld,
        anders("Opdrachten", opdracht, opdracht="O-nieuw"),
        anders("Teams", team, team="T-nieuw", van=date(2027, 1, 1)),
    )
    eerste, tweede = afspraken.redenen(gevuld)
    assert (eerste.object.opdracht, tweede.object.team) == ("O-nieuw", "T-nieuw")
