"""The menu of every role in the demonstration: what it lists opens, and what it leaves out says
why when its address is opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.demonstratie.identiteiten import IDENTITEITEN
from sturing.domain.wie import Wie
from sturing.services.beelden import Geweigerd
from sturing.services.blik import Kijk
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.rondleiding import eerste_schermen
from sturing.services.toegankelijk import toegankelijke_schermen
from sturing.ui.navigation import menu, names
from tests.conftest import NieuweDemonstratie
from tests.demonstratie.schermbeelden import SCHERMEN


@pytest.fixture(scope="module")
def omgeving(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    geopend = nieuwe_demonstratie()
    yield geopend
    geopend.sluit()


ALLEN = pytest.mark.parametrize("wie", IDENTITEITEN, ids=lambda wie: wie.account)


@ALLEN
def test_what_the_menu_leaves_out_is_refused_with_a_reason(omgeving: Omgeving, wie: Wie) -> None:
    for scherm in names() - toegankelijke_schermen(wie):
        beeld = SCHERMEN[scherm](omgeving, wie, Kijk())
        assert isinstance(beeld, Geweigerd), scherm
        assert beeld.uitleg


@pytest.mark.parametrize("account", ["demo-beheerder", "demo-pv-burgerzaken"])
def test_what_the_menu_lists_opens(omgeving: Omgeving, account: str) -> None:
    wie = next(w for w in IDENTITEITEN if w.account == account)
    # Uitleg always has the terms and the tour, also for who sees no hours.
    for scherm in toegankelijke_schermen(wie) - {"uitleg"}:
        assert not isinstance(SCHERMEN[scherm](omgeving, wie, Kijk()), Geweigerd), scherm


@ALLEN
def test_the_tour_leads_only_to_what_the_menu_lists(wie: Wie) -> None:
    assert set(eerste_schermen(wie)) <= toegankelijke_schermen(wie)


def test_the_local_user_of_an_own_database_has_every_screen() -> None:
    assert toegankelijke_schermen(LOKAAL) == names()


@ALLEN
def test_every_screen_keeps_its_address_and_no_section_of_the_menu_is_empty(wie: Wie) -> None:
    listed = toegankelijke_schermen(wie)
    found = menu(eerste_schermen(wie), listed)
    assert sorted(name for pages in found.values() for name, _title in pages) == sorted(names())
    for section, pages in found.items():
        if section:
            assert {name for name, _title in pages} <= listed
