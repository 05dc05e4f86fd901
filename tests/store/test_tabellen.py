"""The tables against the contract of the workbook: names, keys, closed lists, ranges."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

import sturing
from sturing.domain import keuzes as k
from sturing.domain.levering import Waarde
from sturing.errors import InvariantError, OpslagError
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_blad, lees_bladen, voeg_in
from sturing.store.tabellen import BLADNAMEN
from tests.store.voorbeeld import VELDEN, rij


@pytest.fixture(scope="module")
def _een_opslag() -> Iterator[Opslag]:
    with Opslag.open(None) as leeg:
        yield leeg


@pytest.fixture
def opslag(_een_opslag: Opslag) -> Iterator[Opslag]:
    """One database for all tests of this file, emptied after each."""
    yield _een_opslag
    with _een_opslag.schrijven() as cursor:
        for blad in BLADNAMEN:
            cursor.execute(f"delete from {blad.lower()}")


_SCHEMA = Path(sturing.__file__).parent / "intake" / "schema"
_VERZAMELING = {"Capaciteit": "volgnr", "Teamrollen": "volgnr", "Inzet": "volgnr"}


def _kolommen(blad: str) -> list[dict[str, str]]:
    with (_SCHEMA / f"{blad.lower()}.csv").open(encoding="utf-8-sig", newline="") as bron:
        return [r for r in csv.DictReader(bron) if r["veld"] != "vorige_code"]


@pytest.mark.parametrize("blad", BLADNAMEN)
def test_a_table_has_the_fields_and_the_key_of_its_sheet(opslag: Opslag, blad: str) -> None:
    kolommen = _kolommen(blad)
    extra = [_VERZAMELING[blad]] if blad in _VERZAMELING else []
    tabel = opslag.tabellen[blad]
    assert [*(r["veld"] for r in kolommen), *extra] == list(tabel.types)
    assert {r["veld"] for r in kolommen if r["sleutel"]} | set(extra) == set(tabel.sleutel)
    assert set(VELDEN[blad]) == set(tabel.types)


@pytest.mark.parametrize("blad", BLADNAMEN)
def test_a_required_field_cannot_be_empty_and_the_others_can(opslag: Opslag, blad: str) -> None:
    verplicht = [r["veld"] for r in _kolommen(blad) if r["verplicht"] == "ja"]
    vrij = {r["veld"] for r in _kolommen(blad)} - set(verplicht)
    leeg = rij(blad, **dict.fromkeys(vrij - {"opdracht"} if blad == "Gebiedsagenda" else vrij))
    _voeg_in(opslag, blad, leeg)
    assert lees_blad(opslag, blad) == (leeg,)
    for veld in verplicht:
        with pytest.raises(OpslagError):
            _voeg_in(opslag, blad, rij(blad, **{veld: None}))


_LIJSTEN: list[tuple[str, str, type[StrEnum]]] = [
    ("Teams", "soort", k.TeamSoort),
    ("Teams", "domein", k.Domein),
    ("Teams", "begeleiding", k.Begeleiding),
    ("Personen", "rol", k.Rol),
    ("Personen", "domein", k.Domein),
    ("Gebieden", "soort", k.GebiedSoort),
    ("Doelen", "bron", k.DoelBron),
    ("Opdrachten", "soort_werk", k.SoortWerk),
    ("Opdrachten", "status", k.Status),
    ("Opdrachten", "voortgang", k.Voortgang),
    ("Gebiedsagenda", "soort", k.AgendaSoort),
    ("Gebiedsagenda", "initiatief", k.Initiatief),
    ("Capaciteit", "soort", k.CapaciteitSoort),
    ("Medewerkers", "dienstverband", k.Dienstverband),
]


@pytest.mark.parametrize(("blad", "veld", "lijst"), _LIJSTEN)
def test_a_closed_list_takes_every_value_of_the_domain_and_no_other(
    opslag: Opslag, blad: str, veld: str, lijst: type[StrEnum]
) -> None:
    for waarde in lijst:
        with opslag.schrijven() as cursor:
            voeg_in(cursor, opslag.tabellen[blad], [rij(blad, **{veld: waarde.value})])
            cursor.execute(f"delete from {blad.lower()}")
    with pytest.raises(OpslagError):
        _voeg_in(opslag, blad, rij(blad, **{veld: "anders"}))


_HONDERD = Decimal(100)
_MILJOEN_UUR = 100_000_000
_TIEN_MILJARD = 1_000_000_000_000
_GRENZEN: list[tuple[str, str, Waarde, Waarde, Waarde]] = [
    ("Teams", "zelforganisatie", 1, 5, 6),
    ("Teams", "formatie_fte", Decimal(0), Decimal(1000), Decimal("1000.000001")),
    ("Begroting", "jaar", 2000, 2100, 2101),
    ("Begroting", "lasten_cent", -_TIEN_MILJARD, _TIEN_MILJARD, _TIEN_MILJARD + 1),
    ("Begroting", "baten_cent", -_TIEN_MILJARD, _TIEN_MILJARD, -_TIEN_MILJARD - 1),
    ("Begroting", "beschikbaar_cent", 0, _TIEN_MILJARD, -1),
    ("Opdrachten", "rang", 1, 1_000_000, 0),
    ("Opdrachten", "budget_cent", 0, _TIEN_MILJARD, -1),
    ("Opdrachten", "maatschappelijke_waarde", Decimal(0), Decimal(5), Decimal("5.1")),
    ("Opdrachten", "waarde", Decimal(0), Decimal(1_000_000), Decimal("-0.5")),
    ("Gebiedsagenda", "aandeel_pct", Decimal(0), _HONDERD, Decimal("100.1")),
    ("Capaciteit", "fte", Decimal(0), Decimal(1000), Decimal(-1)),
    ("Teamrollen", "aandeel_pct", Decimal(0), _HONDERD, Decimal(-1)),
    ("Afwezigheid", "afwezig_pct", Decimal(0), _HONDERD, Decimal(101)),
    ("Inzet", "uren_honderdste", 0, _MILJOEN_UUR, -1),
    ("Uren", "uren_honderdste", -_MILJOEN_UUR, _MILJOEN_UUR, _MILJOEN_UUR + 1),
    ("Besteding", "euro_cent", -_TIEN_MILJARD, _TIEN_MILJARD, -_TIEN_MILJARD - 1),
    ("Normen", "verzuim_pct", Decimal(0), _HONDERD, Decimal("100.5")),
    ("Uren", "maand", date(2026, 1, 1), date(2026, 12, 1), date(2026, 12, 2)),
    ("Inzet", "tot", date(2027, 1, 1), date(2027, 12, 31), date(2026, 12, 31)),
]


@pytest.mark.parametrize(("blad", "veld", "laag", "hoog", "buiten"), _GRENZEN)
def test_a_range_holds_its_ends_and_nothing_outside(
    opslag: Opslag, blad: str, veld: str, laag: Waarde, hoog: Waarde, buiten: Waarde
) -> None:
    for waarde in (laag, hoog):
        with opslag.schrijven() as cursor:
            voeg_in(cursor, opslag.tabellen[blad], [rij(blad, **{veld: waarde})])
            cursor.execute(f"delete from {blad.lower()}")
    with pytest.raises(OpslagError):
        _voeg_in(opslag, blad, rij(blad, **{veld: buiten}))


def test_an_empty_part_of_a_key_is_a_value_of_its_own(opslag: Opslag) -> None:
    leeg, vol = rij("Normen"), rij("Normen", team="T1")
    _voeg_in(opslag, "Normen", vol, leeg)
    assert lees_blad(opslag, "Normen") == (leeg, vol)
    with pytest.raises(OpslagError):
        _voeg_in(opslag, "Normen", leeg)
    open_rol, rol = rij("Teamrollen"), rij("Teamrollen", van=date(2027, 3, 1))
    _voeg_in(opslag, "Teamrollen", rol, open_rol)
    assert lees_blad(opslag, "Teamrollen") == (open_rol, rol)


def test_parts_of_one_key_stand_beside_each_other_by_their_volgnr(opslag: Opslag) -> None:
    een, twee = rij("Inzet"), rij("Inzet", volgnr=1)
    _voeg_in(opslag, "Inzet", twee, een)
    assert lees_blad(opslag, "Inzet") == (een, twee)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("fte", 2.5),
        ("fte", Decimal("0.1234567")),
        ("fte", Decimal("NaN")),
        ("volgnr", True),
        ("volgnr", 1.5),
        ("team", 7),
        ("van", "2027-01-01"),
    ],
)
def test_a_value_that_would_be_changed_on_the_way_is_refused(
    opslag: Opslag, veld: str, waarde: object
) -> None:
    stuk = {**rij("Capaciteit"), veld: waarde}
    with pytest.raises(OpslagError, match=veld):
        _voeg_in(opslag, "Capaciteit", stuk)  # type: ignore[arg-type]
    assert lees_blad(opslag, "Capaciteit") == ()


def test_a_row_with_other_fields_than_its_sheet_is_a_bug(opslag: Opslag) -> None:
    te_weinig = {veld: w for veld, w in rij("Teams").items() if veld != "gebied"}
    with pytest.raises(InvariantError, match="gebied"):
        _voeg_in(opslag, "Teams", te_weinig)
    with pytest.raises(InvariantError, match="kleur"):
        _voeg_in(opslag, "Teams", {**rij("Teams"), "kleur": "rood"})
    with pytest.raises(InvariantError, match="Lunch"):
        lees_blad(opslag, "Lunch")


def test_decimals_come_back_without_trailing_zeros_and_exact(opslag: Opslag) -> None:
    _voeg_in(opslag, "Teams", rij("Teams", formatie_fte=Decimal("12.500")))
    _voeg_in(opslag, "Medewerkers", rij("Medewerkers"))
    bladen = lees_bladen(opslag, ["Teams", "Medewerkers"])
    assert str(bladen["Teams"][0]["formatie_fte"]) == "12.5"
    assert str(bladen["Medewerkers"][0]["uren_per_week"]) == "36"
    assert list(bladen) == ["Teams", "Medewerkers"]


def test_twenty_thousand_rows_go_in_and_out_as_they_were(opslag: Opslag) -> None:
    rijen = [rij("Uren", opdracht=f"O{n:05d}", uren_honderdste=n) for n in range(20_000)]
    _voeg_in(opslag, "Uren", *rijen)
    assert lees_blad(opslag, "Uren") == tuple(rijen)


def _voeg_in(opslag: Opslag, blad: str, *rijen: dict[str, Waarde]) -> None:
    with opslag.schrijven() as cursor:
        voeg_in(cursor, opslag.tabellen[blad], rijen)
