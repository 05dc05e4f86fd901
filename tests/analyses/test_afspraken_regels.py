"""The rules as data: exact sentences, a check for each, changes and reasons over time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sturing.analyses.afspraken.regels import (
    ROLLEN,
    STANDAARD,
    Roloordeel,
    gewijzigd,
    lees_regels,
    lees_rollen,
    regels_na,
    waarde,
)
from sturing.analyses.afspraken.stof import toetsstof
from sturing.analyses.afspraken.toets import CONTROLES, compute_afspraakstand, compute_afspraken
from sturing.domain.afspraak import (
    Afspraakgroep,
    Afspraakobject,
    Afspraakreden,
    Afspraakveld,
    Afspraakwijziging,
    Objectsoort,
)
from sturing.domain.bevinding import Ernst
from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.domain.keuzes import Rol, SoortWerk
from sturing.engine.uitkomst import reken
from sturing.errors import InvariantError
from tests.analyses.afspraakplan import DAG, GOED, JAAR, met, uitslag

BRON = Path(__file__).parent / "sturingskader.txt"
TIJD = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
REGEL = "ROL_STRATEGISCH_DIRECTIE"
BIJ_DIRECTIE = met("STR", opdrachtgever=PersoonCode("DIR"))
STR = Afspraakobject(soort=Objectsoort.OPDRACHT, opdracht=OpdrachtCode("STR"))
FEITEN = ("strategische agenda", "DIR")


def wijziging(veld: Afspraakveld, oud: str, nieuw: str, code: str = REGEL) -> Afspraakwijziging:
    return Afspraakwijziging(
        volgnummer=1,
        afspraak=code,
        veld=veld,
        oud=oud,
        nieuw=nieuw,
        reden="zo werkt het",
        account="dir",
        naam="Directeur",
        tijdstip=TIJD,
    )


def reden(
    feiten: tuple[str, ...] = FEITEN, *, uur: int = 0, ingetrokken: bool = False
) -> Afspraakreden:
    return Afspraakreden(
        volgnummer=uur + 1,
        afspraak=REGEL,
        object=STR,
        feiten=feiten,
        ingetrokken=ingetrokken,
        tekst="" if ingetrokken else f"reden {uur}",
        account="dir",
        naam="Directeur",
        tijdstip=TIJD + timedelta(hours=uur),
    )


def test_every_rule_has_a_check_and_every_check_a_rule() -> None:
    assert [regel.code for regel in STANDAARD] == list(CONTROLES)


@pytest.mark.parametrize("regel", STANDAARD, ids=lambda r: r.code)
def test_every_rule_rests_on_an_exact_sentence_of_the_sturingskader(regel) -> None:
    tekst = re.sub(r"\s+", " ", BRON.read_text(encoding="utf-8"))
    assert regel.zin in tekst
    assert regel.zin[-1] in ".!?"
    plek = "Principe afspraken" if regel.plek.startswith("Principe") else regel.plek
    assert plek in tekst


def test_the_groups_of_the_rules_stand_together_and_in_order() -> None:
    groepen = [regel.groep for regel in STANDAARD]
    assert sorted(groepen, key=list(Afspraakgroep).index) == groepen
    assert set(groepen) == set(Afspraakgroep)


def test_every_row_of_the_table_has_its_rule() -> None:
    plekken = {regel.plek for regel in STANDAARD}
    assert {f"Principe afspraken, rij {n}" for n in range(1, 7)} <= plekken


def test_a_threshold_stands_in_the_title_where_it_is_named() -> None:
    span = next(r for r in STANDAARD if r.code == "OPDRACHTGEVER_SPAN")
    assert span.kop == "Geen opdrachtgever heeft meer dan 12 opdrachten"
    for regel in STANDAARD:
        assert bool(regel.eenheid) == (regel.drempel is not None)
        assert "{" not in regel.kop


def test_a_rule_that_stands_twice_is_a_fault() -> None:
    kop = "code,groep,titel,ernst,aan,drempel,eenheid,plek,zin\n"
    rij = "A,Teams,T,fout,ja,,,Teams,Zin.\n"
    assert [r.code for r in lees_regels(kop + rij)] == ["A"]
    with pytest.raises(InvariantError, match="twee keer"):
        lees_regels(kop + rij + rij)


def test_the_roles_of_every_soort_werk_are_known() -> None:
    assert set(ROLLEN) == {(soort, rol) for soort in SoortWerk for rol in Rol}
    kop = "soort_werk," + ",".join(rol.value for rol in Rol)
    with pytest.raises(InvariantError, match="ontbreken"):
        lees_rollen(f"{kop}\nregulier{',past' * len(Rol)}\n")


def test_the_reading_of_the_table_in_one_sight() -> None:
    """Rows as in the table; the first six roles as in its text, `.` for what does not fit."""
    teken = {
        Roloordeel.PAST: "J",
        Roloordeel.MET_REDEN: "r",
        Roloordeel.GEDELEGEERD: "d",
        Roloordeel.PAST_NIET: ".",
    }
    # DIR SM CON PV TO GM PL CM BM PH
    assert ["".join(teken[ROLLEN[soort, rol]] for rol in Rol) for soort in SoortWerk] == [
        "rJ........",
        "rJ.dddddd.",
        "rJ.dddddd.",
        "rr.JJJJJJ.",
        "rr.JJJJJJ.",
        "rJ.JJJJJJ.",
    ]


def test_changes_are_replayed_in_their_order() -> None:
    regels = {
        r.code: r
        for r in regels_na(
            [
                wijziging(Afspraakveld.ERNST, "let op", "fout"),
                wijziging(Afspraakveld.TITEL, "oud", "Strategisch werk ligt nooit bij de directie"),
                wijziging(Afspraakveld.DREMPEL, "12", "20", "OPDRACHTGEVER_SPAN"),
                wijziging(Afspraakveld.DREMPEL, "20", "8", "OPDRACHTGEVER_SPAN"),
                wijziging(Afspraakveld.AAN, "ja", "nee", "SLAPEND"),
                wijziging(Afspraakveld.AAN, "ja", "nee", "VAN_VROEGER"),
            ]
        )
    }
    assert regels[REGEL].ernst is Ernst.FOUT
    assert regels[REGEL].titel == "Strategisch werk ligt nooit bij de directie"
    assert regels["OPDRACHTGEVER_SPAN"].drempel == 8
    assert not regels["SLAPEND"].aan
    assert "VAN_VROEGER" not in regels
    assert regels_na([]) == STANDAARD


@pytest.mark.parametrize("veld", Afspraakveld)
def test_a_field_in_words_gives_the_same_rule_back(veld: Afspraakveld) -> None:
    span = next(r for r in STANDAARD if r.code == "OPDRACHTGEVER_SPAN")
    assert gewijzigd(span, veld, waarde(span, veld)) == span


def test_a_rule_that_is_off_is_not_tested() -> None:
    uit = [replace(regel, aan=False) for regel in STANDAARD]
    stof = toetsstof(reken(BIJ_DIRECTIE, JAAR), DAG)
    assert compute_afspraken(stof, uit, ()) == ()
    assert all(rij.getoetst is None for rij in compute_afspraakstand(stof, uit, ()))


def test_a_point_with_a_reason_no_longer_counts_and_stays_to_be_seen() -> None:
    [met_reden] = uitslag(REGEL, BIJ_DIRECTIE, redenen=(reden(),)).met_reden
    assert met_reden.reden == reden()
    assert not met_reden.open
    stof = toetsstof(reken(BIJ_DIRECTIE, JAAR), DAG)
    [rij] = [r for r in compute_afspraken(stof, STANDAARD, (reden(),)) if r.afspraak == REGEL]
    assert (rij.open, rij.reden, rij.reden_door) == (False, "reden 0", "Directeur")
    assert rij.reden_op == TIJD.date()
    [stand] = [r for r in compute_afspraakstand(stof, STANDAARD, (reden(),)) if r.afspraak == REGEL]
    assert (stand.getoetst, stand.goed, stand.met_reden, stand.punten) == (1, 0, 1, 0)


def test_a_reason_of_which_the_facts_changed_is_asked_again() -> None:
    oud = reden(("strategische agenda", "DIR-2"))
    [punt] = uitslag(REGEL, BIJ_DIRECTIE, redenen=(oud,)).open
    assert (punt.reden, punt.vervallen) == (None, oud)


def test_the_last_that_was_said_about_these_facts_counts() -> None:
    terug = (reden(), reden(uur=1, ingetrokken=True))
    [punt] = uitslag(REGEL, BIJ_DIRECTIE, redenen=terug).open
    assert punt.vervallen is None
    opnieuw = (*terug, reden(uur=2))
    [weer] = uitslag(REGEL, BIJ_DIRECTIE, redenen=opnieuw).met_reden
    assert weer.reden == reden(uur=2)


def test_a_reason_does_not_count_for_another_object_or_rule_or_for_a_fout() -> None:
    ander = replace(reden(), object=replace(STR, opdracht=OpdrachtCode("BEG")))
    elders = replace(reden(), afspraak="ROL_DIRECTIE")
    assert len(uitslag(REGEL, BIJ_DIRECTIE, redenen=(ander, elders)).open) == 1
    zonder = met("REG", opdrachtgever=None)
    fout = uitslag("OPDRACHTGEVER_EEN", zonder)
    [open_punt] = fout.open
    assert open_punt.punt is not None
    gegeven = replace(
        reden(open_punt.punt.feiten),
        afspraak="OPDRACHTGEVER_EEN",
        object=open_punt.toetsing.object,
    )
    [nog_open] = uitslag("OPDRACHTGEVER_EEN", zonder, redenen=(gegeven,)).open
    assert nog_open.vervallen == gegeven


def test_who_keeps_to_a_rule_needs_no_reason() -> None:
    [object_] = uitslag(REGEL, GOED, redenen=(reden(),)).objecten
    assert (object_.reden, object_.open) == (None, False)
