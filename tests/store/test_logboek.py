"""The log: every line is chained to the one before, and any change behind its back is seen."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import pytest

from sturing.errors import InvariantError
from sturing.store import logboek
from sturing.store.opslag import Opslag
from tests.store.voorbeeld import TIJD, WIE


@pytest.fixture
def vijf(opslag: Opslag) -> Opslag:
    for n in range(5):
        logboek.schrijf(
            opslag,
            wie=WIE,
            tijdstip=TIJD + timedelta(microseconds=n),
            actie="proef",
            object_naam=f"ding {n}",
            oud=None if n else "a",
            nieuw="é",
        )
    return opslag


def test_an_untouched_log_is_whole(opslag: Opslag, vijf: Opslag) -> None:
    assert logboek.verifieer(vijf) is None
    regels = logboek.lees(vijf)
    assert [r.volgnr for r in regels] == [1, 2, 3, 4, 5]
    assert logboek.lees(opslag, vanaf=4) == regels[3:]


def test_the_first_hash_can_be_recalculated_by_hand(vijf: Opslag) -> None:
    regel = logboek.lees(vijf)[0]
    tekst = (
        '{"account":"proef","actie":"proef","herkomst":"lokaal","nieuw":"é","object":"ding 0",'
        '"oud":"a","tijdstip":"2026-11-02T09:30:00.000000+00:00","uitkomst":"gelukt","volgnr":1}'
    )
    assert regel.hash == sha256(f"{'0' * 64}\n{tekst}".encode()).hexdigest()


@pytest.mark.parametrize(
    ("ingreep", "breuk"),
    [
        ("update logboek set account = 'ander' where volgnr = 3", 3),
        ("update logboek set tijdstip = tijdstip + interval 1 microsecond where volgnr = 2", 2),
        ("update logboek set nieuw = null where volgnr = 5", 5),
        ("delete from logboek where volgnr = 2", 2),
        ("delete from logboek where volgnr = 1", 1),
        ("update logboek set volgnr = 99 where volgnr = 4", 4),
    ],
)
def test_a_change_behind_its_back_is_found_at_its_line(
    vijf: Opslag, ingreep: str, breuk: int
) -> None:
    with vijf.schrijven() as cursor:
        cursor.execute(ingreep)
    assert logboek.verifieer(vijf) == breuk


def test_a_line_is_part_of_the_write_that_it_belongs_to(vijf: Opslag) -> None:
    def schrijf(*, mislukt: bool) -> None:
        with vijf.schrijven():
            logboek.schrijf(vijf, wie=WIE, tijdstip=TIJD, actie="proef", object_naam="ding 6")
            if mislukt:
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        schrijf(mislukt=True)
    assert len(logboek.lees(vijf)) == 5
    schrijf(mislukt=False)
    assert logboek.verifieer(vijf) is None
    assert len(logboek.lees(vijf)) == 6


def test_a_line_without_a_time_zone_is_refused(opslag: Opslag) -> None:
    with pytest.raises(InvariantError):
        logboek.schrijf(
            opslag, wie=WIE, tijdstip=TIJD.replace(tzinfo=None), actie="a", object_naam="b"
        )
