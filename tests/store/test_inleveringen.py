"""Which levering last touched what, from the history; read again only where it is new."""

from __future__ import annotations

from datetime import date

from sturing.domain.levering import Bereik
from sturing.store import leveringen
from sturing.store.inleveringen import laatste_per_bladplek
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad
from tests.store.voorbeeld import TIJD, WIE, anders, lever, nieuw, organisatie, weg


def test_nothing_was_delivered_to_an_empty_database(opslag: Opslag) -> None:
    assert laatste_per_bladplek(opslag) == {}


def test_every_sheet_is_found_under_its_team_area_and_year(gevuld: Opslag) -> None:
    gevonden = laatste_per_bladplek(gevuld)
    assert set(gevonden.values()) == {1}
    assert ("Capaciteit", "T1", 2027) in gevonden
    assert ("Inzet", "T1", 2027) in gevonden
    assert ("Teamplannen", "T1", 2027) in gevonden
    assert ("Teamrollen", "T1", None) in gevonden
    assert ("Gebiedsagenda", "G1", None) in gevonden
    assert ("Begroting", None, 2027) in gevonden
    assert ("Opdrachten", None, None) in gevonden
    assert {blad for blad, _, _ in gevonden} == set(gevuld.tabellen)


def test_a_later_levering_counts_for_the_team_and_year_it_changed_and_for_no_other(
    gevuld: Opslag,
) -> None:
    voor = laatste_per_bladplek(gevuld)
    lever(
        gevuld,
        nieuw("Capaciteit", team="T2"),
        nieuw("Capaciteit", van=date(2028, 1, 1), tot=date(2028, 12, 31)),
        nieuw("Teamplannen", regel=9),
    )
    na = laatste_per_bladplek(gevuld)
    nieuwer = {plek: nummer for plek, nummer in na.items() if nummer == 2}
    assert set(nieuwer) == {
        ("Capaciteit", "T2", 2027),
        ("Capaciteit", "T1", 2028),
        ("Teamplannen", "T1", 2027),
    }
    assert {b: n for b, n in na.items() if b not in nieuwer} == {
        b: n for b, n in voor.items() if b not in nieuwer
    }


def test_a_row_that_vanished_or_moved_counts_where_it_stood_or_came_to_stand(
    gevuld: Opslag,
) -> None:
    (inzet,) = lees_blad(gevuld, "Inzet")
    (agenda,) = lees_blad(gevuld, "Gebiedsagenda")
    lever(gevuld, weg("Inzet", inzet), nieuw("Gebieden", gebied="G2", soort="kern"))
    lever(gevuld, anders("Gebiedsagenda", agenda, gebied="G2"))
    gevonden = laatste_per_bladplek(gevuld)
    assert gevonden["Inzet", "T1", 2027] == 2
    assert gevonden["Gebiedsagenda", "G2", None] == 3
    assert gevonden["Gebiedsagenda", "G1", None] == 1


def test_two_databases_keep_their_own_answers(gevuld: Opslag) -> None:
    assert laatste_per_bladplek(gevuld)
    with Opslag.open(None) as ander:
        assert laatste_per_bladplek(ander) == {}
        lever(ander, *organisatie())
        lever(ander, nieuw("Teamplannen", regel=2))
        assert laatste_per_bladplek(ander)["Teamplannen", "T1", 2027] == 2
    assert laatste_per_bladplek(gevuld)["Teamplannen", "T1", 2027] == 1


def test_equal_rows_brought_again_count_by_the_scope_of_their_file(gevuld: Opslag) -> None:
    """Every sheet, in the keys of the workbook contract; another team stays as it is."""
    lever(gevuld, nieuw("Teamplannen", team="T2"))
    maand = date(2027, 10, 1)
    bereiken = {
        ("Capaciteit", ("T1", 2027)): ("Capaciteit", "T1", 2027),
        ("Inzet", ("T1", 2028, "O1")): ("Inzet", "T1", 2028),
        ("Teamplannen", ("T1", 2027)): ("Teamplannen", "T1", 2027),
        ("Teamrollen", ("T1",)): ("Teamrollen", "T1", None),
        ("Uren", ("T1", maand)): ("Uren", "T1", 2027),
        ("Gebiedsagenda", ("G1",)): ("Gebiedsagenda", "G1", None),
        ("Besteding", ("O1", maand)): ("Besteding", None, 2027),
        ("Begroting", ("8", 2027)): ("Begroting", None, 2027),
        ("Normen", (2027, None)): ("Normen", None, 2027),
        ("Opdrachten", ("O1",)): ("Opdrachten", None, None),
    }
    leveringen.sla_op(
        gevuld,
        wie=WIE,
        bestanden=(),
        mutaties=(),
        verschil=(),
        tijdstip=TIJD,
        bereiken=[Bereik(blad=blad, sleutel=sleutel) for blad, sleutel in bereiken],
    )
    gevonden = laatste_per_bladplek(gevuld)
    assert {plek for plek, nummer in gevonden.items() if nummer == 3} == set(bereiken.values())
    assert gevonden["Teamplannen", "T2", 2027] == 2


def test_the_whole_sheet_as_a_scope_gives_no_place_of_its_own(gevuld: Opslag) -> None:
    leveringen.sla_op(
        gevuld,
        wie=WIE,
        bestanden=(),
        mutaties=(),
        verschil=(),
        tijdstip=TIJD,
        bereiken=[Bereik(blad="Capaciteit", sleutel=())],
    )
    assert set(laatste_per_bladplek(gevuld).values()) == {1}
