"""A backup after each levering, and what an administrator is told, by the services."""

from __future__ import annotations

import json

import pytest

from sturing.cli import run
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.errors import OpslagError, RechtError
from sturing.services import beheer, bewaking
from sturing.services.bewaren import bewaar
from sturing.services.omgeving import LOKAAL, open_omgeving, open_voor_commando, systeem
from sturing.store import concepten, kopieen, logboek
from sturing.store.controle import telling
from sturing.store.opslag import Opslag
from tests.store.stilgevallen import bit_om, stilgevallen, wal
from tests.store.voorbeeld import nieuw, organisatie

BEHEERDER = Wie(
    account="b",
    naam="Beheerder",
    herkomst=Herkomst.DEMONSTRATIE,
    toekenningen=(Toekenning(rol=RechtRol.BEHEERDER),),
)


def _lever(omgeving, *mutaties):
    return bewaar(
        omgeving,
        LOKAAL,
        bestanden=(),
        mutaties=mutaties,
        verschil=(),
        bereiken=(),
        op_levering=omgeving.nummer(),
    )


@pytest.fixture
def eigen(tmp_path):
    omgeving = open_voor_commando(tmp_path / "plan.duckdb", nieuw=True)
    _lever(omgeving, *organisatie())
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def stil(eigen, tmp_path):
    """After levering 1: a draft that is only in the log, and then the computer stops."""
    concepten.maak(eigen.opslag, naam="c", eigenaar="lokaal", basis_levering=1)
    return stilgevallen(eigen.opslag, tmp_path / "stil")


def test_every_levering_gets_a_backup_that_equals_the_database(eigen):
    for team in ("T2", "T3"):
        _lever(eigen, nieuw("Teams", team=team))
        kopie = kopieen.lijst(eigen.opslag.backup_map)[0]
        assert kopie.nummer == eigen.nummer()
        with Opslag.open(kopie.pad, nieuw=False) as gekopieerd:
            assert telling(gekopieerd) == telling(eigen.opslag)
    assert [k.nummer for k in kopieen.lijst(eigen.opslag.backup_map)] == [3, 2, 1]


def test_a_levering_is_in_the_file_itself_and_needs_no_log(eigen, tmp_path):
    _lever(eigen, nieuw("Teams", team="T2"))
    kopie = stilgevallen(eigen.opslag, tmp_path / "stil")
    wal(kopie).unlink(missing_ok=True)
    omgeving = open_voor_commando(kopie)
    assert omgeving.nummer() == 2
    assert bewaking.meldingen(omgeving, LOKAAL) == ()
    omgeving.sluit()


def test_memory_and_scratch_demonstrations_get_no_backup(tmp_path):
    los = open_voor_commando(None)
    _lever(los, *organisatie())
    assert not los.opslag.backup_map.exists()
    los.sluit()
    klad = open_voor_commando(tmp_path / "demo.duckdb", nieuw=True)
    klad.kladmap = tmp_path / "klad"
    _lever(klad, *organisatie())
    assert not klad.opslag.backup_map.exists()
    klad.sluit()


def test_a_backup_that_fails_is_told_and_the_levering_stands(tmp_path):
    omgeving = open_voor_commando(tmp_path / "plan.duckdb", nieuw=True)
    omgeving.opslag.backup_map.write_bytes(b"hier staat al iets")
    levering = _lever(omgeving, *organisatie())
    assert levering.nummer == omgeving.nummer() == 1
    (melding,) = bewaking.meldingen(omgeving, LOKAAL)
    assert melding.startswith("Levering 1 is opgeslagen, maar er kon geen backup")
    assert "niets opgeslagen" not in melding
    assert bewaking.zonder_backup(omgeving, 1) == melding
    assert bewaking.zonder_backup(omgeving, 2) == ""
    assert logboek.lees(omgeving.opslag)[-1].object == "geen backup van levering 1"
    omgeving.sluit()


def test_only_who_can_do_something_about_it_sees_it(stil, manager):
    wal(stil).unlink()
    omgeving = open_voor_commando(stil)
    for wie in (LOKAAL, systeem(), BEHEERDER):
        assert len(bewaking.meldingen(omgeving, wie)) == 1
    assert bewaking.meldingen(omgeving, manager) == ()
    with pytest.raises(RechtError):
        bewaking.gezien(omgeving, manager)
    omgeving.sluit()


def test_a_damaged_log_is_told_until_somebody_has_seen_it(stil):
    bit_om(wal(stil), wal(stil).stat().st_size // 2)
    omgeving = open_voor_commando(stil)
    (melding,) = bewaking.meldingen(omgeving, LOKAAL)
    assert "Het schrijflogboek van de database was beschadigd en is opzij gezet." in melding
    assert "De gegevens zijn die van levering 1," in melding
    assert "ontbreekt 1 wijziging" in melding
    assert "'plan.duckdb.wal.beschadigd-" in melding
    assert "vond geen fouten" in melding
    assert logboek.lees(omgeving.opslag)[-1].object == "schrijflogboek opzij gezet"
    omgeving.sluit()
    opnieuw = open_omgeving(stil)
    assert bewaking.meldingen(opnieuw, LOKAAL) == (melding,)
    assert opnieuw.meldingen.nieuw == []
    bewaking.gezien(opnieuw, LOKAAL)
    assert bewaking.meldingen(opnieuw, LOKAAL) == ()
    assert beheer.controleer(opnieuw, systeem()) == ()
    opnieuw.sluit()


def test_an_old_copy_put_back_by_hand_is_told_with_the_backup_that_has_more(eigen, tmp_path):
    oud = stilgevallen(eigen.opslag, tmp_path / "oud").read_bytes()
    _lever(eigen, nieuw("Teams", team="T2"))
    kopie = stilgevallen(eigen.opslag, tmp_path / "stil")
    wal(kopie).unlink(missing_ok=True)
    kopie.write_bytes(oud)
    omgeving = open_voor_commando(kopie)
    (melding,) = bewaking.meldingen(omgeving, LOKAAL)
    assert melding.startswith("De database is ouder dan wat Sturing hier het laatst")
    nieuwste = kopieen.lijst(omgeving.opslag.backup_map)[0]
    assert (
        f"Levering 2 staat wel in een backup. Zet die terug met: sturing herstel {nieuwste.pad}"
        in (melding)
    )
    omgeving.sluit()
    beheer.herstel(systeem(), nieuwste.pad, kopie)
    hersteld = open_voor_commando(kopie)
    assert (hersteld.nummer(), hersteld.meldingen.nieuw) == (2, [])
    hersteld.sluit()


def test_the_commands_tell_it_on_the_error_output_and_leave_json_alone(stil, capsys):
    bit_om(wal(stil), 0)
    assert (
        run(["verdeling", "--db", str(stil), "--van", "2027-01", "--tot", "2027-02", "--json"]) == 0
    )
    uit = capsys.readouterr()
    assert json.loads(uit.out)["versie"] == 1
    assert uit.err.count("was beschadigd en is opzij gezet") == 1
    assert run(["controleer", "--db", str(stil), "--gezien"]) == 0
    uit = capsys.readouterr()
    assert uit.out == "De database is in orde.\n"
    assert uit.err.count("was beschadigd en is opzij gezet") == 1
    assert run(["controleer", "--db", str(stil)]) == 0
    assert capsys.readouterr().err == ""


def test_a_check_reads_every_block_and_names_the_backup(eigen, tmp_path):
    for nr in range(20):
        _lever(eigen, nieuw("Teams", team=f"T{nr}x"))
    kopie = stilgevallen(eigen.opslag, tmp_path / "stil")
    for plek in range(12_288 + 100, kopie.stat().st_size, 16_384):
        bit_om(kopie, plek)
    fout = r"is beschadigd.*sturing herstel .*levering-21-"
    with pytest.raises(OpslagError, match=fout):
        _open_en_controleer(kopie)


def _open_en_controleer(pad):
    omgeving = open_voor_commando(pad)
    try:
        beheer.controleer(omgeving, systeem())
    finally:
        omgeving.sluit()
