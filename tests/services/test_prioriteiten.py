"""The board and the draft: moves, undo, refusals, and what everyone else does not notice."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sturing.domain.codes import PersoonCode, TeamCode
from sturing.domain.keuzes import Domein, Haalbaarheid, Methode
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.errors import InvoerError, RechtError
from sturing.services import notatie
from sturing.services import prioriteiten as p
from sturing.services.beelden import Bordbeeld, Geweigerd, Leeg
from sturing.services.bordzinnen import WETTELIJK_GRENS
from sturing.services.effectrijen import hele_paren, rijen_van
from sturing.services.omgeving import LOKAAL, Omgeving, systeem
from sturing.services.overzicht import overzicht
from sturing.services.regelbewerking import verwijder_regel
from sturing.services.verdeling_json import verdeling
from sturing.store import concepten

from .conftest import omgeving_met, rijen


def bord(omgeving: Omgeving, wie: Wie = LOKAAL) -> Bordbeeld:
    beeld = p.bord(omgeving, wie)
    assert isinstance(beeld, Bordbeeld)
    return beeld


def volgorde(beeld: Bordbeeld) -> list[str]:
    return [r.opdracht for r in beeld.rijen]


def test_the_board_shows_claiming_opdrachten_in_order_and_nothing_else(omgeving):
    beeld = bord(omgeving)
    assert volgorde(beeld) == ["W1", "S1", "S2", "S3", "R1", "R2", "N1"]
    assert [r.plaats for r in beeld.rijen] == [1, 2, 3, 4, 5, 6, 7]
    assert beeld.telling_na.geparkeerd == 1


def test_the_plan_in_force_has_no_differences(omgeving):
    beeld = bord(omgeving)
    assert not beeld.wijzigingen
    assert not beeld.komt_erbij
    assert not beeld.levert_in
    assert all(r.verplaatst == 0 and not r.gewijzigd for r in beeld.rijen)
    assert beeld.effect is not None
    assert all(rij.oordeel == 0 for rij in beeld.effect.rijen)
    assert not beeld.knelt


def test_a_move_changes_the_order_and_names_winners_and_losers(omgeving):
    # T2 has 1375,3 hours: S1 takes 900 and S2 475,3 of 700; S3 first takes all its 600.
    antwoord = p.verplaats(omgeving, LOKAAL, 0, "S3", 2)
    assert not antwoord.geweigerd
    assert antwoord.aankondiging.startswith("Nobelkwartier staat op plaats 2, was 4.")
    beeld = bord(omgeving)
    assert volgorde(beeld)[:4] == ["W1", "S3", "S1", "S2"]
    assert beeld.kop.titel.startswith("Nobelkwartier past nu helemaal.")
    assert [m.opdracht for m in beeld.komt_erbij] == ["S3"]
    assert {m.opdracht for m in beeld.levert_in} == {"S1", "S2"}
    assert {r.opdracht: r.verplaatst for r in beeld.rijen if r.verplaatst} == {"S3": 2}


def test_a_draft_is_invisible_to_others_and_survives_a_new_session(omgeving, manager):
    p.verplaats(omgeving, LOKAAL, 0, "S3", 2)
    assert not bord(omgeving, manager).wijzigingen
    assert volgorde(bord(omgeving, manager))[1] == "S1"
    assert len(bord(omgeving).wijzigingen) == 1


def test_moves_of_one_opdracht_in_a_row_are_one_change(omgeving):
    p.verplaats(omgeving, LOKAAL, 0, "S3", 3)
    p.verplaats(omgeving, LOKAAL, bord(omgeving).versie, "S3", 2)
    assert [x.tekst for x in bord(omgeving).wijzigingen] == ["Nobelkwartier: plaats 4 → 2"]
    p.verplaats(omgeving, LOKAAL, bord(omgeving).versie, "S3", 4)
    beeld = bord(omgeving)
    assert not beeld.wijzigingen
    assert volgorde(beeld) == ["W1", "S1", "S2", "S3", "R1", "R2", "N1"]


def test_undo_and_redo_give_back_exactly_what_was(omgeving):
    begin = bord(omgeving)
    p.verplaats(omgeving, LOKAAL, 0, "S3", 2)
    gewijzigd = bord(omgeving)
    p.ongedaan(omgeving, LOKAAL, gewijzigd.versie)
    terug = bord(omgeving)
    assert terug.rijen == begin.rijen
    assert terug.kan_opnieuw
    p.opnieuw(omgeving, LOKAAL, terug.versie)
    assert bord(omgeving).rijen == gewijzigd.rijen


def test_back_to_the_plan_can_be_undone(omgeving):
    p.verplaats(omgeving, LOKAAL, 0, "S3", 2)
    p.terug_naar_plan(omgeving, LOKAAL, bord(omgeving).versie)
    assert not bord(omgeving).wijzigingen
    p.ongedaan(omgeving, LOKAAL, bord(omgeving).versie)
    assert len(bord(omgeving).wijzigingen) == 1


def test_a_move_across_the_border_of_wettelijk_ends_at_the_border(omgeving):
    antwoord = p.verplaats(omgeving, LOKAAL, 0, "S2", 1)
    assert WETTELIJK_GRENS in antwoord.aankondiging
    assert volgorde(bord(omgeving))[:2] == ["W1", "S2"]
    geweigerd = p.verplaats(omgeving, LOKAAL, bord(omgeving).versie, "W1", 3)
    assert geweigerd.geweigerd == WETTELIJK_GRENS
    assert volgorde(bord(omgeving))[0] == "W1"


def test_with_wettelijk_eerst_off_the_border_is_gone(omgeving):
    p.zet_wettelijk_eerst(omgeving, LOKAAL, 0, False)
    beeld = bord(omgeving)
    assert not beeld.wettelijk_eerst
    assert volgorde(beeld)[-1] == "W1"
    p.verplaats(omgeving, LOKAAL, beeld.versie, "W1", 1)
    assert volgorde(bord(omgeving))[0] == "W1"


def test_another_method_is_a_change_and_going_back_removes_it(omgeving):
    p.zet_methode(omgeving, LOKAAL, 0, Methode.ALLES_OF_NIETS)
    beeld = bord(omgeving)
    assert beeld.methode is Methode.ALLES_OF_NIETS
    s2 = next(r for r in beeld.rijen if r.opdracht == "S2")
    assert (s2.status, s2.dekking_pct) == (Haalbaarheid.NIET_HAALBAAR, 0)
    p.zet_methode(omgeving, LOKAAL, beeld.versie, Methode.STRIKT)
    assert not bord(omgeving).wijzigingen


def test_a_change_that_somebody_made_elsewhere_is_not_overwritten(omgeving):
    p.verplaats(omgeving, LOKAAL, 0, "S3", 2)
    oud = bord(omgeving).versie
    p.verplaats(omgeving, LOKAAL, oud, "R1", 2)
    antwoord = p.verplaats(omgeving, LOKAAL, oud, "R1", 3)
    assert "U was zelf in een ander venster eerst" in antwoord.geweigerd
    assert len(bord(omgeving).wijzigingen) == 2
    assert not p.verplaats(omgeving, LOKAAL, oud, "R2", 2).geweigerd
    assert len(bord(omgeving).wijzigingen) == 3


def test_the_line_that_was_seen_is_taken_out_also_when_another_came_before_it(omgeving):
    p.verplaats(omgeving, LOKAAL, 0, "S3", 2)
    beeld = bord(omgeving)
    p.zet_wettelijk_eerst(omgeving, LOKAAL, beeld.versie, False)
    antwoord = verwijder_regel(omgeving, LOKAAL, beeld.versie, beeld.wijzigingen[0].regel)
    assert (antwoord.geweigerd, antwoord.anderen) == ("", True)
    (over,) = bord(omgeving).wijzigingen
    assert "ettelijk" in over.tekst


def test_an_opdracht_without_hours_shows_no_coverage(omgeving):
    rij = next(r for r in bord(omgeving).rijen if r.opdracht == "N1")
    assert (rij.status, rij.dekking_pct, rij.uren) == (None, None, "0")
    assert rij.dekking_toelichting == "Vraagt geen uren"


def test_a_place_that_does_not_exist_is_refused_in_dutch(omgeving):
    with pytest.raises(InvoerError, match="De eerste plaats is 1"):
        p.verplaats(omgeving, LOKAAL, 0, "S3", 0)
    antwoord = p.verplaats(omgeving, LOKAAL, bord(omgeving).versie, "P1", 2)
    assert "is niet gepland of lopend" in antwoord.geweigerd


def test_an_opdracht_out_of_sight_answers_as_one_that_does_not_exist(omgeving):
    leider = Wie(
        account="pl",
        naam="Projectleider",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.PROJECTLEIDER, domein=Domein.SOCIAAL),),
    )
    for code in ("S3", "BESTAATNIET"):
        antwoord = p.verplaats(omgeving, leider, 0, code, 2)
        assert antwoord.geweigerd == f"Opdracht {code} staat niet op dit bord."
        assert not antwoord.aankondiging


def test_two_windows_that_begin_at_once_work_on_one_draft(omgeving):
    samen = threading.Barrier(8)

    def begin(code: str) -> None:
        samen.wait()
        p.verplaats(omgeving, LOKAAL, 0, code, 2)

    draden = [threading.Thread(target=begin, args=(code,)) for code in ("S2", "S3", "R1", "R2") * 2]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(concepten.lijst(omgeving.opslag, LOKAAL.account)) == 1


def test_a_sentence_about_all_opdrachten_leaves_out_those_that_ask_nothing():
    gegeven = rijen()
    gegeven["Inzet"] = [r | {"uren_honderdste": 1_00} for r in gegeven["Inzet"]]
    ruim = omgeving_met(gegeven)
    assert bord(ruim).kop.titel == "Alle 6 opdrachten die uren of geld vragen zijn haalbaar."
    assert "Alle 6 opdrachten die uren of geld vragen zijn" in overzicht(ruim, LOKAAL).kop.titel
    ruim.sluit()


def test_without_a_role_nothing_is_shown_and_nothing_moves(omgeving, niemand):
    assert isinstance(p.bord(omgeving, niemand), Geweigerd)
    with pytest.raises(RechtError):
        p.verplaats(omgeving, niemand, 0, "S3", 2)


def test_an_empty_database_says_what_to_do(lege_omgeving):
    beeld = p.bord(lege_omgeving, LOKAAL)
    assert isinstance(beeld, Leeg)
    assert beeld.naar == "gegevens"


def test_who_may_see_one_domain_sees_its_rows_with_their_own_places_and_no_totals(omgeving):
    leider = Wie(
        account="pv",
        naam="Procesverantwoordelijke",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(
            Toekenning(rol=RechtRol.PROCESVERANTWOORDELIJKE, teams=frozenset({TeamCode("T1")})),
        ),
    )
    beeld = bord(omgeving, leider)
    assert [(r.opdracht, r.plaats) for r in beeld.rijen] == [("W1", 1)]
    assert beeld.effect is None
    assert not beeld.knelt
    # The one row it sees is haalbaar; what the organisation misses is not for this reader.
    assert beeld.kop.titel == "De enige opdracht is haalbaar."
    assert (beeld.telling_na.haalbaar, beeld.telling_na.niet_haalbaar) == (1, 0)
    assert beeld.telling_na.geparkeerd == 0


def test_the_college_sees_totals_and_its_own_portfolio_by_opdracht(omgeving):
    lezer = Wie(
        account="bo",
        naam="Wethouder",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.BESTUUR),),
        persoon=PersoonCode("BO"),
    )
    assert isinstance(p.bord(omgeving, lezer), Geweigerd)
    gegeven = rijen()
    gegeven["Opdrachten"] = [
        r | {"portefeuillehouders": "BO"} if r["opdracht"] == "S2" else r
        for r in gegeven["Opdrachten"]
    ]
    met_portefeuille = omgeving_met(gegeven)
    beeld = bord(met_portefeuille, lezer)
    assert [(r.opdracht, r.plaats) for r in beeld.rijen] == [("S2", 3)]
    assert beeld.effect is not None
    assert not beeld.mag_wijzigen
    met_portefeuille.sluit()


@given(
    st.lists(
        st.tuples(st.integers(0, 90_000_00), st.one_of(st.none(), st.integers(0, 90_000_00))),
        min_size=1,
        max_size=30,
    )
)
def test_rounding_never_invents_a_difference_and_columns_still_add_up(keuzes):
    paren = [(f"{i:02d}", a, a if b is None else b) for i, (a, b) in enumerate(keuzes)]
    heel = hele_paren(paren)
    assert sum(x for x, _ in heel.values()) == notatie.uren_heel(sum(a for _, a, _ in paren))
    assert sum(y for _, y in heel.values()) == notatie.uren_heel(sum(b for _, _, b in paren))
    assert all(x >= 0 and y >= 0 for x, y in heel.values())
    if any(heel[s][1] for s, a, b in paren if a != b):
        assert all(heel[s][0] == heel[s][1] for s, a, b in paren if a == b)
    # Neither the order of the rows nor what else is in the table decides how a key is rounded.
    assert hele_paren(paren[::-1]) == heel
    assert all(
        heel[s][0] == x for s, (x, _) in hele_paren([(s, a, 0) for s, a, _ in paren]).items()
    )


def test_a_key_has_the_same_number_whether_others_are_folded_or_not():
    paren = [(f"{i:02d}", 1_50 if i < 20 else 90_00, 1_50 if i else 40_00) for i in range(24)]
    heel = hele_paren(paren)
    getoond = {r.naam: r for r in rijen_van(paren, str)}
    assert "13 andere" in getoond
    namen = [s for s in heel if s in getoond]
    assert len(namen) == 11
    assert all((getoond[s].voor_uren, getoond[s].na_uren) == heel[s] for s in namen)


def test_what_changed_stands_before_what_stayed_the_same():
    paren = [("a", 0, 0), ("b", 5_00, 5_00), ("c", 3_00, 1_00), ("d", 0, 2_00)]
    assert [r.naam for r in rijen_van(paren, str)] == ["c", "d", "a", "b", "Samen"]


def test_a_draft_of_somebody_else_is_not_calculated_for_another(omgeving, manager):
    p.verplaats(omgeving, LOKAAL, 0, "S3", 2)
    nummer = bord(omgeving).concept
    jaar = omgeving.horizon()
    with pytest.raises(RechtError):
        verdeling(omgeving, manager, jaar, scenario=nummer)
    volgens_commando = verdeling(omgeving, systeem(), jaar, scenario=nummer)
    assert [o["opdracht"] for o in volgens_commando["opdrachten"]][:2] == ["W1", "S3"]


def test_rounding_shows_who_got_more_never_as_who_gave() -> None:
    # 3,30 and 2,20 are 4 and 2 of a total of 6; both rise, and the total stays 6.
    assert hele_paren([("a", 330, 347), ("b", 220, 252)]) == {"a": (4, 4), "b": (2, 2)}
    assert hele_paren([("a", 347, 330), ("b", 252, 220)]) == {"a": (3, 3), "b": (3, 3)}
