"""Changes and rows as JSON: what comes back is exactly what went in."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode, TeamCode
from sturing.domain.keuzes import Methode, Status
from sturing.domain.levering import Waarde
from sturing.domain.plan import Gewichten
from sturing.domain.tijd import Maand
from sturing.errors import InvariantError, OpslagError
from sturing.store.rij_json import rij_naar_json, rij_van_json
from sturing.store.wijziging_json import from_json, lijst_from_json, lijst_to_json, to_json

_TEKST = st.text(min_size=1, max_size=8)
_GETAL = st.decimals(-1_000_000, 1_000_000, allow_nan=False, places=None).filter(Decimal.is_finite)

for _soort, _strategie in {
    OpdrachtCode: _TEKST,
    PersoonCode: _TEKST,
    ProgrammaCode: _TEKST,
    TeamCode: _TEKST,
    Decimal: _GETAL,
    Maand: st.builds(Maand, st.integers(1900, 2200), st.integers(1, 12)),
}.items():
    st.register_type_strategy(_soort, _strategie)

wijzigingen = st.one_of(
    *(st.builds(soort, **{v.name: ... for v in fields(soort)}) for soort in get_args(w.Wijziging))
)


@given(wijzigingen)
def test_every_change_comes_back_exactly(wijziging: w.Wijziging) -> None:
    terug = from_json(to_json(wijziging))
    assert terug == wijziging
    assert type(terug) is type(wijziging)
    assert repr(terug) == repr(wijziging)


@given(st.lists(wijzigingen, max_size=5))
def test_a_list_of_changes_keeps_its_order(lijst: list[w.Wijziging]) -> None:
    assert lijst_from_json(lijst_to_json(lijst)) == tuple(lijst)


def test_the_text_of_a_change_can_be_read_by_a_person() -> None:
    inhuur = w.Inhuur(
        team=TeamCode("T07"), fte=Decimal("1.50"), van=Maand(2027, 1), tot=Maand(2027, 6)
    )
    assert to_json(inhuur) == (
        '{"fte":"1.50","programma":null,"soort":"inhuur","tarief_cent":null,'
        '"team":"T07","tot":"2027-06","van":"2027-01"}'
    )
    gewichten = w.GewichtenWijziging(
        nieuw=Gewichten(medewerkerswaarde=Decimal("0.5")), oud=Gewichten()
    )
    assert from_json(to_json(gewichten)) == gewichten


def test_every_kind_of_change_has_its_own_stable_name() -> None:
    soorten = [soort.soort for soort in get_args(w.Wijziging)]
    assert len(set(soorten)) == len(soorten) == 17


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "[]",
        "null",
        '{"soort":"toveren"}',
        '{"soort":"parkeer","opdracht":"O1"}',
        '{"soort":"parkeer","opdracht":"O1","oude_status":"slapend"}',
        '{"soort":"parkeer","opdracht":1,"oude_status":"lopend"}',
        '{"soort":"parkeer","opdracht":"O1","oude_status":"lopend","kleur":"rood"}',
        '{"soort":"wettelijk_eerst","nieuw":1,"oud":true}',
        '{"soort":"ambitie","opdracht":"O1","factor":0.5,"ook_euro":false,'
        '"oude_uren_honderdste":null}',
    ],
)
def test_a_damaged_change_is_refused_and_never_guessed(tekst: str) -> None:
    with pytest.raises(OpslagError):
        from_json(tekst)


def test_enums_come_back_as_enums() -> None:
    terug = from_json(to_json(w.MethodeWijziging(nieuw=Methode.SAMENHANGEND, oud=Methode.STRIKT)))
    assert isinstance(terug, w.MethodeWijziging)
    assert terug.nieuw is Methode.SAMENHANGEND
    park = from_json(to_json(w.Parkeer(opdracht=OpdrachtCode("O1"), oude_status=Status.LOPEND)))
    assert isinstance(park, w.Parkeer)
    assert park.oude_status is Status.LOPEND


_WAARDEN: st.SearchStrategy[Waarde] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.text(max_size=10),
    st.dates(),
    st.decimals(-(10**9), 10**9, places=6),
)


@given(st.dictionaries(st.text(min_size=1, max_size=5), _WAARDEN, max_size=6))
def test_every_row_comes_back_exactly(rij: dict[str, Waarde]) -> None:
    terug = rij_van_json(rij_naar_json(rij))
    assert terug == rij
    assert {v: type(x) for v, x in terug.items()} == {v: type(x) for v, x in rij.items()}


def test_equal_rows_are_the_same_text() -> None:
    een = {"fte": Decimal("1.50"), "van": date(2027, 1, 1)}
    twee = {"van": date(2027, 1, 1), "fte": Decimal("1.500000")}
    assert rij_naar_json(een) == rij_naar_json(twee)
    assert rij_naar_json(een) == '{"fte":{"decimaal":"1.5"},"van":{"dag":"2027-01-01"}}'


def test_a_float_never_enters_the_history() -> None:
    with pytest.raises(InvariantError, match="float"):
        rij_naar_json({"fte": 1.5})  # type: ignore[dict-item]


@pytest.mark.parametrize("tekst", ["[1]", "{", '{"a":1.5}', '{"a":{"dag":"gisteren"}}'])
def test_a_damaged_row_is_refused(tekst: str) -> None:
    with pytest.raises(OpslagError, match="beschadigd"):
        rij_van_json(tekst)
