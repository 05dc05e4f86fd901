"""Which database may be opened how, and what is left behind."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sturing.domain.levering import Mutatie
from sturing.domain.tijd import Horizon
from sturing.errors import StartError
from sturing.services.omgeving import LOKAAL, open_omgeving, wie_van
from sturing.store import leveringen as register
from sturing.store.opslag import Opslag


def test_a_scratch_demonstration_leaves_nothing_behind():
    demo = open_omgeving(None, demo=True)
    pad = demo.opslag.pad
    assert pad is not None
    assert pad.exists()
    demo.sluit()
    assert not pad.parent.exists()


def test_a_database_of_the_user_stays_where_it_is(tmp_path):
    pad = tmp_path / "eigen.duckdb"
    open_omgeving(pad).sluit()
    assert pad.exists()


def test_the_mark_in_the_database_decides_and_not_the_option(tmp_path):
    for naam, demo in (("echt", False), ("demo", True)):
        Opslag.open(tmp_path / naam, demo=demo).close()
        with pytest.raises(StartError):
            open_omgeving(tmp_path / naam, demo=not demo)


def test_with_an_own_database_nobody_takes_an_identity_of_the_demonstration(tmp_path):
    eigen = open_omgeving(tmp_path / "eigen.duckdb")
    assert wie_van(eigen, "demo-directeur") is LOKAAL
    eigen.sluit()


def test_the_number_of_the_last_levering_is_never_an_old_one(omgeving):
    assert omgeving.nummer() == 1
    maak_rij = Mutatie(
        blad="Uren",
        oud=None,
        nieuw={
            "maand": date(2026, 9, 1),
            "team": "T4",
            "opdracht": "P1",
            "uren_honderdste": 1_00,
        },
    )
    register.sla_op(
        omgeving.opslag,
        wie=LOKAAL,
        bestanden=(),
        mutaties=[maak_rij],
        verschil=(),
        tijdstip=datetime(2026, 11, 17, tzinfo=UTC),
    )
    assert omgeving.nummer() == 2
    assert omgeving.basis().levering == 2


def test_two_periods_of_one_levering_read_the_plan_once_and_a_new_levering_reads_it_anew(omgeving):
    dit, vorig = omgeving.basis(), omgeving.basis(Horizon.planjaar(2026))
    assert vorig.plan is dit.plan
    assert vorig.uitkomst.horizon != dit.uitkomst.horizon
    assert vorig.leverdatum == dit.leverdatum
    rij = {"maand": date(2026, 9, 1), "team": "T4", "opdracht": "P1", "uren_honderdste": 1_00}
    register.sla_op(
        omgeving.opslag,
        wie=LOKAAL,
        bestanden=(),
        mutaties=[Mutatie(blad="Uren", oud=None, nieuw=rij)],
        verschil=(),
        tijdstip=datetime(2026, 11, 17, tzinfo=UTC),
    )
    nieuw = omgeving.basis(Horizon.planjaar(2026))
    assert (nieuw.levering, len(nieuw.plan.uren)) == (2, len(dit.plan.uren) + 1)
    assert omgeving.basis().plan is nieuw.plan
