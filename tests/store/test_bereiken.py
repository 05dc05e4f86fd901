"""Scopes of a levering are kept with it, and a database of before them still works."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from sturing.domain.levering import Bereik
from sturing.errors import ConflictError, InvariantError, OpslagError
from sturing.store import leveringen
from sturing.store.controle import controleer, nieuwe_problemen, telling
from sturing.store.geschiedenis import bereiken_van, laatste_met_rij, mutaties_van_blad, toestand_na
from sturing.store.opslag import Opslag
from sturing.store.rij_json import sleutel_naar_json, sleutel_van_json
from sturing.store.rijen import lees_blad, lees_bladen
from sturing.store.sql_tekst import migratieteksten
from tests.store.voorbeeld import TIJD, WIE, anders, lever, nieuw, organisatie, rij, weg


def test_a_key_comes_back_from_its_text_exactly() -> None:
    for sleutel in ((), ("T1", 2027), ("T1", date(2026, 10, 1)), (2027, None), ("é'\"",)):
        assert sleutel_van_json(sleutel_naar_json(sleutel)) == sleutel
    with pytest.raises(OpslagError, match="beschadigd"):
        sleutel_van_json('{"a":1}x')


def test_scopes_are_stored_with_the_levering_each_once(opslag: Opslag) -> None:
    gegeven = [
        Bereik(blad="Inzet", sleutel=("T1", 2027)),
        Bereik(blad="Inzet", sleutel=("T1", 2027)),
        Bereik(blad="Normen", sleutel=(2027, None)),
    ]
    levering = leveringen.sla_op(
        opslag, wie=WIE, bestanden=(), mutaties=(), verschil=(), tijdstip=TIJD, bereiken=gegeven
    )
    assert bereiken_van(opslag, 1, 9) == {levering.nummer: (gegeven[0], gegeven[2])}
    with pytest.raises(InvariantError, match="bereik"):
        leveringen.sla_op(
            opslag,
            wie=WIE,
            bestanden=(),
            mutaties=(),
            verschil=(),
            tijdstip=TIJD,
            bereiken=[Bereik(blad="Kattenbak", sleutel=())],
        )
    assert leveringen.laatste_nummer(opslag) == 1


def test_a_database_of_before_the_scopes_keeps_its_leveringen(
    pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    oud = [m for m in migratieteksten() if int(m[0][:3]) < 4]
    with monkeypatch.context() as met_oud:
        met_oud.setattr("sturing.store.migraties.migratieteksten", lambda: oud)
        Opslag.open(pad).close()
    with duckdb.connect(str(pad)) as verbinding:
        verbinding.execute("insert into levering values (1, '2026-11-02 09:30:00', 'a', 'Anna')")
    with Opslag.open(pad) as opslag:
        [levering] = leveringen.lijst(opslag)
        assert (levering.nummer, levering.naam, levering.maakt_ongedaan) == (1, "Anna", None)
        assert bereiken_van(opslag, 1, 1) == {}
        assert "levering_bereik" in telling(opslag)
        assert lever(opslag, *organisatie()).nummer == 2


def test_the_check_sees_a_levering_that_undoes_what_it_cannot(gevuld: Opslag) -> None:
    lever(gevuld, nieuw("Teams", team="T2"))
    assert controleer(gevuld) == ()
    for waarde, zin in ((2, "niet eerder"), (0, "niet eerder")):
        with gevuld.schrijven() as cursor:
            cursor.execute(f"update levering set maakt_ongedaan = {waarde} where nummer = 2")
        assert [p for p in controleer(gevuld) if zin in p]
    with gevuld.schrijven() as cursor:
        cursor.execute("update levering set maakt_ongedaan = null")
        cursor.execute("insert into levering_bereik values (7, 'Inzet', '[]')")
    assert [p for p in controleer(gevuld) if "bereiken van levering 7" in p]


def test_the_state_after_every_levering_is_what_was_stored_then(gevuld: Opslag) -> None:
    gezien = [dict.fromkeys(gevuld.tabellen, ()), lees_bladen(gevuld)]
    (team,) = lees_blad(gevuld, "Teams")
    lever(gevuld, anders("Teams", team, formatie_fte=Decimal("8.25")), nieuw("Teams", team="T2"))
    gezien.append(lees_bladen(gevuld))
    lever(gevuld, weg("Teams", rij("Teams", team="T2")))
    gezien.append(lees_bladen(gevuld))
    # The very same row comes, goes and comes again.
    lever(gevuld, nieuw("Teams", team="T2"))
    gezien.append(lees_bladen(gevuld))
    for nummer, stand in enumerate(gezien):
        assert toestand_na(gevuld, nummer) == stand, nummer
    assert gezien[2] == gezien[4] != gezien[3]
    assert laatste_met_rij(gevuld, "Teams", rij("Teams", team="T2")) == 4
    assert laatste_met_rij(gevuld, "Teams", rij("Teams", team="T9")) is None
    assert [n for n, _ in mutaties_van_blad(gevuld, "Teams", 2)] == [2, 2, 3, 4]


def test_a_trial_of_mutations_finds_what_they_would_break_and_stores_nothing(
    gevuld: Opslag,
) -> None:
    voor, aantal = lees_bladen(gevuld), leveringen.laatste_nummer(gevuld)
    (opdracht,) = lees_blad(gevuld, "Opdrachten")
    problemen = nieuwe_problemen(gevuld, [weg("Opdrachten", opdracht)])
    assert [p for p in problemen if "Blad 'Inzet' noemt opdracht 'O1'" in p]
    assert nieuwe_problemen(gevuld, [anders("Opdrachten", opdracht, naam="Ander plein")]) == ()
    with pytest.raises(ConflictError):
        nieuwe_problemen(gevuld, [weg("Opdrachten", {**opdracht, "naam": "Nooit gezien"})])
    assert lees_bladen(gevuld) == voor
    assert leveringen.laatste_nummer(gevuld) == aantal
    # What is broken already is no reason to refuse.
    with gevuld.schrijven() as cursor:
        cursor.execute("insert into personen values ('P9', 'x', 'directie', '', 'T99', null, null)")
    (team,) = lees_blad(gevuld, "Teams")
    assert nieuwe_problemen(gevuld, [anders("Teams", team, naam="Anders")]) == ()
