"""The key of a change: which edits may be laid on top of each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from sturing.domain import wijziging as w
from sturing.domain.keuzes import Methode, Status
from sturing.domain.plan import Gewichten
from sturing.domain.sleutel import raken, sleutel_van
from sturing.domain.tijd import Maand

JAAR = {"van": Maand(2027, 1), "tot": Maand(2027, 12)}
FTE = {"fte": Decimal(1), **JAAR}
GEWICHTEN = {"nieuw": Gewichten(), "oud": Gewichten()}
VOORBEELDEN: list[tuple[w.Wijziging, set[tuple[str, ...]]]] = [
    (w.Rang(opdracht="O1", oude_plaats=2, plaats=1), {("plaats", "O1")}),
    (w.ScoreVolgorde(opdrachten=("O1", "O2")), {("plaats", "O1"), ("plaats", "O2")}),
    (w.Parkeer(opdracht="O1", oude_status=Status.GEPLAND), {("status", "O1")}),
    (w.Stop(opdracht="O1", oude_status=Status.GEPLAND), {("status", "O1")}),
    (w.Start(opdracht="O1", oude_status=Status.GESTOPT), {("status", "O1")}),
    (
        w.Start(opdracht="O1", oude_status=Status.GESTOPT, plaats=3),
        {("status", "O1"), ("plaats", "O1")},
    ),
    (w.Verschuif(opdracht="O1", maanden=2, oude_van=date(2027, 1, 1)), {("periode", "O1")}),
    (w.Ambitie(opdracht="O1", factor=Decimal("0.5")), {("uren", "O1")}),
    (
        w.Ambitie(opdracht="O1", factor=Decimal("0.5"), ook_euro=True),
        {("uren", "O1"), ("euro", "O1")},
    ),
    (w.InzetWijziging(opdracht="O1", team="T1", uren_honderdste=100), {("uren", "O1", "T1")}),
    (w.Inhuur(team="T1", **FTE), {("aanbod", "T1")}),
    (w.VulVacature(team="T1", **FTE), {("aanbod", "T1")}),
    (w.Uitlenen(team="T1", naar_team="T2", **FTE), {("aanbod", "T1"), ("aanbod", "T2")}),
    (
        w.NormWijziging(jaar=2027, veld="ruimte_pct", nieuw=Decimal(5), team="T1"),
        {("norm", "2027", "ruimte_pct", "T1")},
    ),
    (w.BudgetWijziging(programma="P1", jaar=2027, nieuw_cent=1), {("budget", "P1", "2027")}),
    (w.GewichtenWijziging(**GEWICHTEN), {("instelling", "gewichten")}),
    (w.Opdrachtgeverschap(opdracht="O1", delegatie=False, nieuw="A"), {("opdrachtgever", "O1")}),
    (w.Opdrachtgeverschap(opdracht="O1", delegatie=True, nieuw="A"), {("delegatie", "O1")}),
    (
        w.MethodeWijziging(nieuw=Methode.STRIKT, oud=Methode.SAMENHANGEND),
        {("instelling", "methode")},
    ),
    (w.WettelijkEerst(nieuw=True, oud=False), {("instelling", "wettelijk_eerst")}),
]


@pytest.mark.parametrize(
    ("wijziging", "velden"),
    VOORBEELDEN,
    ids=lambda x: str(x)[:40] if not isinstance(x, set) else "-".join(sorted(map(str, x))),
)
def test_a_change_touches_these_fields(wijziging, velden):
    assert sleutel_van(wijziging) == velden


def test_every_kind_of_change_has_an_example_here():
    assert {type(x) for x, _ in VOORBEELDEN} == set(get_args(w.Wijziging))


@pytest.mark.parametrize(
    ("een", "ander", "samen"),
    [
        (("uren", "O1"), ("uren", "O1", "T1"), True),
        (("uren", "O1", "T1"), ("uren", "O1", "T2"), False),
        (("uren", "O1"), ("uren", "O2", "T1"), False),
        (("plaats", "O1"), ("status", "O1"), False),
        (("norm", "2027", "ruimte_pct", ""), ("norm", "2027", "ruimte_pct", "T1"), False),
    ],
)
def test_the_hours_of_all_teams_hold_those_of_one(een, ander, samen):
    assert raken([een], [ander]) is samen
    assert raken([ander], [een]) is samen
