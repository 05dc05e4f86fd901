"""A new code takes along what is stored under the old one beside the sheets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.tijd import Maand
from sturing.store import concepten
from sturing.store.opslag import Opslag
from sturing.store.plan import lees_besloten_rang
from sturing.store.rijen import lees_blad
from tests.store.voorbeeld import anders, lever, nieuw

O1, O2, NIEUW = OpdrachtCode("O1"), OpdrachtCode("O2"), OpdrachtCode("O-nieuw")


def test_a_decided_place_follows_its_opdracht_also_when_two_change_codes(opslag: Opslag) -> None:
    lever(opslag, nieuw("Opdrachten"), nieuw("Opdrachten", opdracht="O2"))
    with opslag.schrijven() as cursor:
        cursor.execute("insert into besloten_rang values ('O1', 1), ('O2', 2)")
    een, twee = lees_blad(opslag, "Opdrachten")
    lever(opslag, anders("Opdrachten", een, opdracht="O-nieuw"))
    assert lees_besloten_rang(opslag) == {NIEUW: 1, O2: 2}
    (nieuwe,) = (r for r in lees_blad(opslag, "Opdrachten") if r["opdracht"] == "O-nieuw")
    lever(
        opslag,
        anders("Opdrachten", nieuwe, opdracht="O2"),
        anders("Opdrachten", twee, opdracht="O-nieuw"),
    )
    assert lees_besloten_rang(opslag) == {O2: 1, NIEUW: 2}


def test_drafts_follow_a_new_code_in_every_state(opslag: Opslag) -> None:
    lever(opslag, nieuw("Opdrachten"), nieuw("Opdrachten", opdracht="O2"), nieuw("Teams"))
    concept = concepten.maak(opslag, naam="c", eigenaar="a", basis_levering=1)
    zet = w.Rang(opdracht=O2, oude_plaats=2, plaats=1, onder=O1)
    score = w.ScoreVolgorde(opdrachten=(O2, O1))
    leen = w.Uitlenen(
        team=TeamCode("T9"),
        naar_team=TeamCode("T1"),
        fte=Decimal(1),
        van=Maand(2027, 1),
        tot=Maand(2027, 2),
    )
    for versie, wijziging in enumerate((zet, score, leen), start=1):
        concepten.voeg_toe(opslag, concept.id, wijziging, versie)
    concepten.ongedaan(opslag, concept.id, 4)
    een, _ = lees_blad(opslag, "Opdrachten")
    (team,) = lees_blad(opslag, "Teams")
    lever(
        opslag,
        anders("Opdrachten", een, opdracht="O-nieuw"),
        anders("Teams", team, team="T-nieuw", van=date(2027, 1, 1)),
    )
    gelezen = concepten.lees(opslag, concept.id)
    assert gelezen.wijzigingen == (
        w.Rang(opdracht=O2, oude_plaats=2, plaats=1, onder=NIEUW),
        w.ScoreVolgorde(opdrachten=(O2, NIEUW)),
    )
    assert gelezen.versie == 5
    (terug,) = gelezen.terug
    assert isinstance(terug, w.Uitlenen)
    assert (terug.team, terug.naar_team) == ("T9", "T-nieuw")
