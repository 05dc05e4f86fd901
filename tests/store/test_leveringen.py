"""A levering is stored whole or not at all, and its history gives every earlier state back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from sturing.domain.levering import BladVerschil, Mutatie
from sturing.errors import ConflictError, InvariantError, InvoerError, OpslagError, SturingError
from sturing.store import leveringen, logboek
from sturing.store.controle import telling
from sturing.store.geschiedenis import mutaties_van, toestand_na
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad, lees_bladen
from tests.store.voorbeeld import TIJD, WIE, anders, lever, nieuw, organisatie, rij, weg


def test_the_register_gives_back_what_was_delivered(opslag: Opslag) -> None:
    assert leveringen.laatste(opslag) is None
    assert leveringen.lijst(opslag) == ()
    een = lever(opslag, *organisatie())
    twee = lever(opslag, nieuw("Teams", team="T2"))
    assert (een.nummer, twee.nummer) == (1, 2)
    assert leveringen.lijst(opslag) == (een, twee)
    assert leveringen.laatste(opslag) == twee
    assert twee.verschil == (BladVerschil(blad="Teams", nieuw=1),)
    assert (twee.bestanden[0].naam, twee.account, twee.tijdstip) == ("proef.xlsx", "proef", TIJD)


def test_the_moment_is_kept_in_utc(opslag: Opslag) -> None:
    zomertijd = datetime(2026, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=2)))
    leveringen.sla_op(opslag, wie=WIE, bestanden=(), mutaties=(), verschil=(), tijdstip=zomertijd)
    laatste = leveringen.laatste(opslag)
    assert laatste is not None
    assert laatste.tijdstip == zomertijd
    assert laatste.tijdstip.tzinfo is UTC
    with pytest.raises(InvariantError, match="tijdzone"):
        leveringen.sla_op(
            opslag,
            wie=WIE,
            bestanden=(),
            mutaties=(),
            verschil=(),
            tijdstip=zomertijd.replace(tzinfo=None),
        )


def test_rows_are_new_changed_and_vanished_in_one_levering(gevuld: Opslag) -> None:
    (inzet,) = lees_blad(gevuld, "Inzet")
    (team,) = lees_blad(gevuld, "Teams")
    lever(
        gevuld,
        weg("Inzet", inzet),
        anders("Teams", team, naam="Bouwen en wonen", formatie_fte=Decimal("8.25")),
        nieuw("Teams", team="T2"),
    )
    assert lees_blad(gevuld, "Inzet") == ()
    assert [(r["team"], r["naam"]) for r in lees_blad(gevuld, "Teams")] == [
        ("T1", "Bouwen en wonen"),
        ("T2", "Wonen"),
    ]


def test_two_rows_may_change_places_in_one_levering(opslag: Opslag) -> None:
    lever(opslag, nieuw("Programmas", programma="A", naam="a"), nieuw("Programmas", naam="b"))
    een, twee = lees_blad(opslag, "Programmas")
    lever(
        opslag,
        anders("Programmas", een, programma=twee["programma"]),
        anders("Programmas", twee, programma=een["programma"]),
    )
    assert [(r["programma"], r["naam"]) for r in lees_blad(opslag, "Programmas")] == [
        ("8", "a"),
        ("A", "b"),
    ]
    assert toestand_na(opslag, 2) == lees_bladen(opslag)


@pytest.mark.parametrize(
    ("stuk", "fout"),
    [
        (nieuw("Uren", uren_honderdste=10**12), OpslagError),
        (nieuw("Teams", team="T2", soort="clubje"), OpslagError),
        (nieuw("Teams", team="T2", naam=None), OpslagError),
        (Mutatie(blad="Teams", oud=None, nieuw={"team": "T2"}), InvariantError),
        (Mutatie(blad="Lunch", oud=None, nieuw={"team": "T2"}), InvariantError),
        (Mutatie(blad="Teams", oud=None, nieuw=None), InvariantError),
    ],
)
def test_one_broken_row_among_good_ones_leaves_everything_as_it_was(
    gevuld: Opslag, stuk: Mutatie, fout: type[SturingError]
) -> None:
    (uren,) = lees_blad(gevuld, "Uren")
    voor = telling(gevuld)
    with pytest.raises(fout):
        lever(gevuld, nieuw("Doelen", doel="D2"), weg("Uren", uren), stuk)
    assert telling(gevuld) == voor
    assert lever(gevuld, nieuw("Doelen", doel="D2")).nummer == 2


def test_the_same_new_row_twice_leaves_everything_as_it_was(gevuld: Opslag) -> None:
    voor = telling(gevuld)
    with pytest.raises(OpslagError):
        lever(gevuld, nieuw("Teams", team="T2"), nieuw("Teams", team="T2"))
    assert telling(gevuld) == voor


def test_a_row_that_someone_else_changed_first_is_a_conflict(gevuld: Opslag) -> None:
    (gelezen,) = lees_blad(gevuld, "Teams")
    lever(gevuld, anders("Teams", gelezen, naam="Van een ander"))
    voor = telling(gevuld)
    for mutatie in (anders("Teams", gelezen, naam="Van mij"), weg("Teams", gelezen)):
        with pytest.raises(ConflictError, match="blad 'Teams'"):
            lever(gevuld, nieuw("Doelen", doel="D2"), mutatie)
    assert telling(gevuld) == voor


def test_a_row_that_someone_else_added_or_removed_first_is_a_conflict(gevuld: Opslag) -> None:
    (gelezen,) = lees_blad(gevuld, "Uren")
    with pytest.raises(ConflictError):
        lever(gevuld, nieuw("Uren", uren_honderdste=1))
    lever(gevuld, weg("Uren", gelezen))
    with pytest.raises(ConflictError):
        lever(gevuld, anders("Uren", gelezen, uren_honderdste=1))
    assert lees_blad(gevuld, "Uren") == ()


def test_a_levering_judged_before_another_one_is_a_conflict(gevuld: Opslag) -> None:
    assert lever(gevuld, nieuw("Teams", team="T2"), na_levering=1).nummer == 2
    with pytest.raises(ConflictError, match="levering 2"):
        lever(gevuld, nieuw("Teams", team="T3"), na_levering=1)
    assert len(lees_blad(gevuld, "Teams")) == 2


def test_every_earlier_state_can_be_looked_at(opslag: Opslag) -> None:
    standen = [lees_bladen(opslag)]
    lever(opslag, *organisatie(), nieuw("Normen", team="T1", verlofuren=Decimal("201.6")))
    standen.append(lees_bladen(opslag))
    (inzet,) = lees_blad(opslag, "Inzet")
    lever(
        opslag,
        anders("Inzet", inzet, van=date(2027, 2, 1), uren_honderdste=50),
        nieuw("Inzet", volgnr=1),
    )
    standen.append(lees_bladen(opslag))
    lever(opslag, *(weg(blad, r) for blad, rijen in standen[-1].items() for r in rijen))
    standen.append(lees_bladen(opslag))
    assert [toestand_na(opslag, nummer) for nummer in range(4)] == standen
    for nummer in (-1, 4):
        with pytest.raises(InvoerError):
            toestand_na(opslag, nummer)


def test_the_history_holds_what_changed_and_where_it_stood(gevuld: Opslag) -> None:
    (capaciteit,) = lees_blad(gevuld, "Capaciteit")
    mutaties = (
        anders("Capaciteit", capaciteit, fte=Decimal("3.000001")),
        nieuw("Teams", team="T2"),
    )
    lever(gevuld, *mutaties)
    assert mutaties_van(gevuld, 2) == mutaties
    assert mutaties_van(gevuld, 3) == ()


def test_a_levering_has_its_line_in_the_log_without_cell_contents(gevuld: Opslag) -> None:
    (regel,) = logboek.lees(gevuld)
    assert (regel.actie, regel.object, regel.account, regel.tijdstip) == (
        "levering opslaan",
        "levering 1",
        "proef",
        TIJD,
    )
    assert (regel.oud, regel.nieuw) == (None, None)
    with pytest.raises(OpslagError):
        lever(gevuld, nieuw("Teams", team="T2", soort="clubje"))
    assert logboek.lees(gevuld) == (regel,)


def test_history_keeps_the_key_with_its_empty_parts(opslag: Opslag) -> None:
    lever(opslag, nieuw("Normen"), nieuw("Begroting"), nieuw("Teamrollen"))
    (norm,) = lees_blad(opslag, "Normen")
    assert norm == rij("Normen")
    lever(
        opslag, weg("Normen", norm), *(weg("Begroting", r) for r in lees_blad(opslag, "Begroting"))
    )
    assert lees_blad(opslag, "Normen") == lees_blad(opslag, "Begroting") == ()
    assert toestand_na(opslag, 1)["Teamrollen"] == (rij("Teamrollen"),)
