"""A delegation has a start, an end and a reason: in the line, after the decision, on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import PersoonCode
from sturing.domain.levering import Mutatie
from sturing.domain.tijd import Horizon
from sturing.domain.wie import RechtRol
from sturing.rights.mag import object_opdracht
from sturing.services import prioriteiten as p
from sturing.services import terugdraaien
from sturing.services.beelden import Bordbeeld
from sturing.services.besluitbeeld import Planbeeld
from sturing.services.besluitterug import open_plan
from sturing.services.blik import Kijk
from sturing.services.delegaties import besloten_delegaties, index_op, loopt_op
from sturing.services.knopvelden import Knop
from sturing.services.leveringen import maak_leeg
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.opdrachtgever import opdrachtgeverbeeld
from sturing.services.opdrachtgeverbeeld import Opdrachtgeverbeeld
from sturing.store.rijen import lees_bladen
from tests.services.besluitproef import leg_voor, lever, neem, omgeving_van, persoon
from tests.services.besluitwereld import DIR, S2, SM, VOORAAN, wereld
from tests.services.conftest import omgeving_met
from tests.services.knopproef import doe, knoporganisatie, zinnen
from tests.services.test_besluit import rij_van

PV = persoon("pv", RechtRol.PROJECTLEIDER, "ruimtelijk", persoon=PersoonCode("PV"))
PL = persoon("pl", RechtRol.PROJECTLEIDER, persoon=PersoonCode("PV"))
APRIL_TOT_JUNI = w.Opdrachtgeverschap(
    opdracht=S2,
    delegatie=True,
    nieuw=PersoonCode("PV"),
    oud=None,
    van=date(2027, 4, 1),
    tot=date(2027, 6, 30),
    reden="Verlof",
)


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = omgeving_van(wereld())
    yield omgeving
    omgeving.sluit()


def scherm(omgeving: Omgeving, wie=SM, jaar: int = 2027) -> Opdrachtgeverbeeld:
    beeld = opdrachtgeverbeeld(omgeving, wie, None, Kijk(horizon=Horizon.planjaar(jaar)))
    assert isinstance(beeld, Opdrachtgeverbeeld)
    return beeld


def test_a_decided_delegation_keeps_its_start_end_and_reason(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, DIR, APRIL_TOT_JUNI))
    basis = omgeving.basis()
    (delegatie,) = basis.delegaties.values()
    assert delegatie == APRIL_TOT_JUNI
    assert basis.namen.opdrachten["S2"].gedelegeerd_aan == "PV"
    (regel,) = scherm(omgeving).gedelegeerd
    assert (regel.naam, regel.wie) == ("Schapenweide", "aan Procesverantwoordelijke Team Een")
    assert regel.besloten
    assert (regel.van, regel.tot, regel.reden) == ("01-04-2027", "30-06-2027", "Verlof")


def test_it_is_shown_in_the_years_of_its_window_only(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, DIR, APRIL_TOT_JUNI))
    assert [r.gedelegeerd for r in scherm(omgeving).rijen if r.opdracht == "S2"] == ["Team Team T1"]
    assert [r.gedelegeerd for r in scherm(omgeving, jaar=2028).rijen if r.gedelegeerd] == []
    assert scherm(omgeving, jaar=2028).gedelegeerd == ()
    (namens,) = scherm(omgeving, PV).gedelegeerd
    assert (namens.wie, namens.tot) == (
        "namens Strategisch manager ruimtelijk domein",
        "30-06-2027",
    )
    assert "S2" not in [r.opdracht for r in scherm(omgeving, PV, 2028).rijen]


@pytest.mark.parametrize(
    ("dag", "loopt"),
    [
        (date(2027, 3, 31), False),
        (date(2027, 4, 1), True),
        (date(2027, 6, 30), True),
        (date(2027, 7, 1), False),
    ],
)
def test_rights_of_the_delegate_hold_on_the_days_of_the_window_only(
    omgeving: Omgeving, dag: date, loopt: bool
) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, DIR, APRIL_TOT_JUNI))
    basis = omgeving.basis()
    index = index_op(basis.plan, basis.delegaties, dag)
    assert ("PV" in object_opdracht(index, S2).personen) is loopt
    assert "SM" in object_opdracht(index, S2).personen
    assert loopt_op(APRIL_TOT_JUNI, dag) is loopt


def test_a_window_that_is_over_gives_the_delegate_nothing_in_the_running_product(
    omgeving: Omgeving,
) -> None:
    voorbij = replace(APRIL_TOT_JUNI, van=date(2020, 1, 1), tot=date(2020, 12, 31))
    neem(omgeving, DIR, leg_voor(omgeving, DIR, voorbij))
    assert "PV" not in object_opdracht(omgeving.basis().index, S2).personen
    verlengd = replace(voorbij, oud=PersoonCode("PV"), tot=None, reden="Langer")
    neem(omgeving, DIR, leg_voor(omgeving, DIR, verlengd))
    basis = omgeving.basis()
    assert "PV" in object_opdracht(basis.index, S2).personen
    assert [(d.tot, d.reden) for d in basis.delegaties.values()] == [(None, "Langer")]


def test_a_window_that_is_over_gives_nothing_in_an_earlier_plan_either(omgeving: Omgeving) -> None:
    voorbij = replace(APRIL_TOT_JUNI, van=date(2020, 1, 1), tot=date(2020, 12, 31))
    neem(omgeving, DIR, leg_voor(omgeving, DIR, voorbij))
    neem(omgeving, DIR, leg_voor(omgeving, DIR, VOORAAN))
    eerder = open_plan(omgeving, PL, 2)
    assert isinstance(eerder, Planbeeld)
    assert [r.code for r in eerder.rijen] == ["W1"]
    rij = rij_van(omgeving, "Opdrachten", opdracht="S2")
    inzet = [r for r in lees_bladen(omgeving.opslag)["Inzet"] if r["opdracht"] == "S2"]
    weg = [Mutatie(blad="Inzet", oud=r, nieuw=None) for r in inzet]
    lever(omgeving, [*weg, Mutatie(blad="Opdrachten", oud=rij, nieuw=None)])
    eerder = open_plan(omgeving, PL, 2)
    assert isinstance(eerder, Planbeeld)
    assert [r.code for r in eerder.rijen] == ["W1"]
    van_nu = open_plan(omgeving, DIR, 2)
    assert isinstance(van_nu, Planbeeld)
    assert "S2" in [r.code for r in van_nu.rijen]


def test_what_a_sheet_says_later_ends_what_was_decided(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, DIR, APRIL_TOT_JUNI))
    rij = rij_van(omgeving, "Opdrachten", opdracht="S2")
    lever(omgeving, [Mutatie(blad="Opdrachten", oud=rij, nieuw={**rij, "gedelegeerd_aan": "DIR"})])
    basis = omgeving.basis()
    assert besloten_delegaties(omgeving.opslag, basis.plan) == {}
    assert "DIR" in object_opdracht(basis.index, S2).personen
    (regel,) = scherm(omgeving).gedelegeerd
    assert (regel.wie, regel.van, regel.reden) == ("aan Directeur", "–", "–")


def lever_delegatie(omgeving: Omgeving, aan: str | None) -> int:
    """A sheet that names this person for S2; its number."""
    rij = rij_van(omgeving, "Opdrachten", opdracht="S2")
    return lever(
        omgeving, [Mutatie(blad="Opdrachten", oud=rij, nieuw={**rij, "gedelegeerd_aan": aan})]
    )


def test_a_person_whom_a_sheet_names_anew_is_not_held_to_the_window_of_before(
    omgeving: Omgeving,
) -> None:
    voorbij = replace(APRIL_TOT_JUNI, van=date(2020, 1, 1), tot=date(2020, 12, 31))
    neem(omgeving, DIR, leg_voor(omgeving, DIR, voorbij))
    tussen = lever_delegatie(omgeving, "DIR")
    # Undone, the sheet ended nothing; undone again, it did.
    terug = terugdraaien.maak_ongedaan(omgeving, LOKAAL, tussen, omgeving.nummer())
    assert list(omgeving.basis().delegaties.values()) == [voorbij]
    weer = terugdraaien.maak_ongedaan(omgeving, LOKAAL, terug.nummer, omgeving.nummer())
    assert weer.nummer == omgeving.nummer()
    lever_delegatie(omgeving, "PV")
    basis = omgeving.basis()
    assert basis.delegaties == {}
    assert "PV" in object_opdracht(basis.index, S2).personen


def test_an_organisation_after_emptying_knows_no_window_of_before() -> None:
    omgeving = omgeving_met({}, demo=True)
    lever(omgeving, wereld())
    neem(omgeving, LOKAAL, leg_voor(omgeving, LOKAAL, APRIL_TOT_JUNI))
    leeg = maak_leeg(omgeving, LOKAAL)
    terugdraaien.maak_ongedaan(omgeving, LOKAAL, leeg.nummer, omgeving.nummer())
    assert list(omgeving.basis().delegaties.values()) == [APRIL_TOT_JUNI]
    maak_leeg(omgeving, LOKAAL)
    lever(omgeving, wereld())
    lever_delegatie(omgeving, "PV")
    assert omgeving.basis().delegaties == {}
    omgeving.sluit()


def test_a_renamed_opdracht_keeps_its_window(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, DIR, APRIL_TOT_JUNI))
    oud = rij_van(omgeving, "Opdrachten", opdracht="S2")
    lever(omgeving, [Mutatie(blad="Opdrachten", oud=oud, nieuw={**oud, "opdracht": "S9"})])
    assert [d.opdracht for d in omgeving.basis().delegaties.values()] == ["S9"]


def test_the_knob_has_every_field_and_the_line_says_them_also_of_another_window() -> None:
    omgeving = knoporganisatie()
    velden = {"opdracht": "S1", "persoon": "PV", "van": "1-4-2027", "reden": "Verlof"}
    assert not doe(omgeving, Knop.DELEGATIE, **velden, tot="30-6-2027").geweigerd
    assert zinnen(omgeving) == [
        "Spoorzone: delegatie Geen → Procesverantwoordelijke Team Een, vanaf 1 april 2027 "
        "tot en met 30 juni 2027. Reden: Verlof"
    ]
    doe(omgeving, Knop.PARKEER, opdracht="R2")
    anders = {**velden, "tot": "31-12-2027", "reden": "Langer"}
    assert not doe(omgeving, Knop.DELEGATIE, **anders).geweigerd
    assert zinnen(omgeving)[-1] == (
        "Spoorzone: delegatie blijft Procesverantwoordelijke Team Een, vanaf 1 april 2027 "
        "tot en met 31 december 2027. Reden: Langer"
    )
    omgeving.sluit()


def test_the_board_names_the_delegate_of_a_draft_in_the_years_of_the_window(
    omgeving: Omgeving,
) -> None:
    later = replace(APRIL_TOT_JUNI, van=date(2028, 1, 1), tot=None)
    for delegatie, staat_er in ((APRIL_TOT_JUNI, True), (later, False)):
        leg_voor(omgeving, DIR, delegatie)
        beeld = p.bord(omgeving, DIR, Horizon.planjaar(2027))
        assert isinstance(beeld, Bordbeeld)
        (voluit,) = [r.opdrachtgever_voluit for r in beeld.rijen if r.opdracht == "S2"]
        assert (", gedelegeerd aan Procesver" in voluit) is staat_er
