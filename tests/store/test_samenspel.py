"""Signals and escalations: only added to, in order, with their line in the log."""

from __future__ import annotations

from datetime import date

import pytest

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.samenspel import Berichtsoort, Richting, Signaalsoort, Stand
from sturing.domain.tijd import Maand
from sturing.errors import ConflictError, InvariantError
from sturing.store import logboek, samenspel
from sturing.store.controle import controleer
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad
from tests.store.voorbeeld import TIJD, WIE, anders, lever

O1, T1 = OpdrachtCode("O1"), TeamCode("T1")


def knelpunt(opslag: Opslag) -> int:
    return samenspel.meld(
        opslag,
        wie=WIE,
        tijdstip=TIJD,
        soort=Signaalsoort.KNELPUNT,
        tekst="Wij komen uren tekort.",
        team=T1,
        opdracht=O1,
        van=Maand(2027, 3),
        tot=Maand(2027, 6),
        uren_honderdste=320_50,
    )


def zeg(
    opslag: Opslag, bij: str, nummer: int, soort: Berichtsoort, na: int, tekst: str = "Ja."
) -> None:
    nieuw = samenspel.bericht(WIE, TIJD, soort, tekst)
    samenspel.zeg(opslag, wie=WIE, bij=bij, nummer=nummer, nieuw=nieuw, na=na)


def test_a_signal_comes_back_whole(gevuld: Opslag) -> None:
    assert knelpunt(gevuld) == 1
    voorstel = samenspel.meld(
        gevuld,
        wie=WIE,
        tijdstip=TIJD,
        soort=Signaalsoort.VOORSTEL,
        tekst="Dit kan niet wachten.",
        opdracht=O1,
        richting=Richting.PLAATS,
        plaats=3,
    )
    eerste, tweede = samenspel.signalen(gevuld)
    assert (eerste.team, eerste.opdracht) == (T1, O1)
    assert (eerste.van, eerste.tot) == (Maand(2027, 3), Maand(2027, 6))
    assert (eerste.uren_honderdste, eerste.richting, eerste.plaats) == (320_50, None, None)
    assert (tweede.nummer, tweede.richting, tweede.plaats) == (voorstel, Richting.PLAATS, 3)
    assert (tweede.team, tweede.van, tweede.uren_honderdste) == (None, None, None)
    [gezegd] = eerste.berichten
    assert (gezegd.tekst, gezegd.account, gezegd.naam) == (
        "Wij komen uren tekort.",
        WIE.account,
        WIE.naam,
    )
    assert gezegd.tijdstip == TIJD
    assert eerste.stand is Stand.OPEN


def test_an_answer_can_be_followed_and_the_state_is_that_of_the_last_message(
    gevuld: Opslag,
) -> None:
    nummer = samenspel.leg_voor(
        gevuld, wie=WIE, tijdstip=TIJD, opdracht=O1, aan="Manager een", tekst="Mag dit?"
    )
    standen = []
    for na, soort in enumerate(
        (Berichtsoort.ANTWOORD, Berichtsoort.VERVOLG, Berichtsoort.INTREKKING), start=1
    ):
        zeg(gevuld, samenspel.ESCALATIE, nummer, soort, na)
        standen.append(samenspel.escalaties(gevuld)[0].stand)
    assert standen == [Stand.BEANTWOORD, Stand.OPEN, Stand.INGETROKKEN]
    [escalatie] = samenspel.escalaties(gevuld)
    assert escalatie.berichten[0].soort is Berichtsoort.VRAAG
    assert (len(escalatie.berichten), escalatie.aan) == (4, "Manager een")


def test_who_saw_fewer_messages_than_there_are_stores_nothing(gevuld: Opslag) -> None:
    knelpunt(gevuld)
    zeg(gevuld, samenspel.SIGNAAL, 1, Berichtsoort.ANTWOORD, 1)
    with pytest.raises(ConflictError, match="iets bij gezegd"):
        zeg(gevuld, samenspel.SIGNAAL, 1, Berichtsoort.SLUITING, 1)
    with pytest.raises(ConflictError):
        zeg(gevuld, samenspel.SIGNAAL, 7, Berichtsoort.ANTWOORD, 0)
    assert len(samenspel.signalen(gevuld)[0].berichten) == 2
    assert [r.actie for r in logboek.lees(gevuld)][-1] == "signaal antwoord"


def test_every_act_has_its_line_in_the_log_without_the_words(gevuld: Opslag) -> None:
    knelpunt(gevuld)
    zeg(gevuld, samenspel.SIGNAAL, 1, Berichtsoort.ANTWOORD, 1)
    samenspel.leg_voor(gevuld, wie=WIE, tijdstip=TIJD, opdracht=O1, aan="M", tekst="Geheim")
    regels = [(r.actie, r.object) for r in logboek.lees(gevuld)][-3:]
    assert regels == [
        ("signaal vraag", "signaal 1: T1, O1"),
        ("signaal antwoord", "signaal 1"),
        ("escalatie vraag", "escalatie 1: O1"),
    ]
    assert logboek.verifieer(gevuld) is None
    assert "Geheim" not in str(logboek.lees(gevuld))


def test_a_new_code_of_an_opdracht_or_team_is_followed(gevuld: Opslag) -> None:
    knelpunt(gevuld)
    samenspel.leg_voor(gevuld, wie=WIE, tijdstip=TIJD, opdracht=O1, aan="M", tekst="Mag dit?")
    [opdracht] = lees_blad(gevuld, "Opdrachten")
    [team] = lees_blad(gevuld, "Teams")
    lever(
        gevuld,
        anders("Opdrachten", opdracht, opdracht="O-nieuw"),
        anders("Teams", team, team="T-nieuw", van=date(2027, 1, 1)),
    )
    [signaal] = samenspel.signalen(gevuld)
    assert (signaal.team, signaal.opdracht) == ("T-nieuw", "O-nieuw")
    assert samenspel.escalaties(gevuld)[0].opdracht == "O-nieuw"


def test_a_moment_without_a_zone_is_refused() -> None:
    zonder = TIJD.replace(tzinfo=None)
    with pytest.raises(InvariantError):
        samenspel.bericht(WIE, zonder, Berichtsoort.ANTWOORD, "Ja.")


def test_a_lost_message_is_noticed_by_the_check(gevuld: Opslag) -> None:
    knelpunt(gevuld)
    zeg(gevuld, samenspel.SIGNAAL, 1, Berichtsoort.ANTWOORD, 1)
    voor = controleer(gevuld)
    assert not any("Signaal" in zin for zin in voor)
    with gevuld.schrijven() as cursor:
        cursor.execute("delete from samenspel_bericht where volgnr = 1")
    assert "Signaal 1 mist berichten." in controleer(gevuld)
    with gevuld.schrijven() as cursor:
        cursor.execute("delete from signaal")
    assert any("dat gesprek bestaat niet" in zin for zin in controleer(gevuld))
