"""Backup and restore through the service: whole, logged, and only for who may."""

from __future__ import annotations

import pytest

from sturing.errors import BestandError, RechtError
from sturing.services import beheer
from sturing.services.omgeving import LOKAAL, open_voor_commando, systeem
from sturing.store import logboek
from sturing.store.rijen import lees_bladen

from .conftest import omgeving_met, rijen


def test_a_restored_backup_holds_the_same_rows_and_says_so_in_its_log(omgeving, tmp_path):
    kopie, doel = tmp_path / "kopie.duckdb", tmp_path / "terug.duckdb"
    beheer.backup(omgeving, LOKAAL, kopie)
    assert logboek.lees(omgeving.opslag)[-1].actie == "backup maken"
    assert beheer.herstel(systeem(), kopie, doel) is None
    terug = open_voor_commando(doel)
    assert lees_bladen(terug.opslag) == lees_bladen(omgeving.opslag)
    assert logboek.lees(terug.opslag)[-1].actie == "backup terugzetten"
    assert beheer.controleer(terug, systeem()) == ()
    terug.sluit()


def test_a_backup_never_overwrites(omgeving, tmp_path):
    kopie = tmp_path / "kopie.duckdb"
    kopie.write_bytes(b"van iemand anders")
    with pytest.raises(BestandError):
        beheer.backup(omgeving, LOKAAL, kopie)
    assert kopie.read_bytes() == b"van iemand anders"


def test_a_manager_may_not_copy_the_database(manager, tmp_path):
    omgeving = omgeving_met(rijen())
    with pytest.raises(RechtError):
        beheer.backup(omgeving, manager, tmp_path / "kopie.duckdb")
    with pytest.raises(RechtError):
        beheer.controleer(omgeving, manager)
    omgeving.sluit()
