"""What is stored of a person is not shown by bringing that person's rows again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.domain.wie import RechtRol, Wie
from sturing.services.inlezen import lees_in
from sturing.services.omgeving import LOKAAL, Omgeving, systeem
from sturing.services.verschilbeeld import Bladrijen, Verschilbeeld
from tests.intake.bouwer import Bladen, boek, rij

from .leverproef import alleen, begin, lever, met_rol, voorstel

BEHEERDER = met_rol("bh", "Beheerder", RechtRol.BEHEERDER)
ONDERSTEUNER = met_rol("to", "Teamondersteuner", RechtRol.TEAMONDERSTEUNER, "T02")
AFWEZIG = alleen("Afwezigheid", rij("Afwezigheid", medewerker="M1", van="mei 2027", tot="jun 2027"))
MINDER_UREN = alleen(
    "Medewerkers", rij("Medewerkers", medewerker="M1", uren_per_week=20, dienstverband="vast")
)


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    """M1 works in T02 and is away in March and April."""
    omgeving = begin()
    yield omgeving
    omgeving.sluit()


def verschil(omgeving: Omgeving, bladen: Bladen, wie: Wie) -> tuple[Verschilbeeld, Bladrijen]:
    beeld = voorstel(omgeving, bladen, wie).vooruitblik.verschil
    [blad] = beeld.bladen
    return beeld, blad


def test_a_beheerder_brings_rows_of_a_person_without_seeing_the_stored_ones(
    omgeving: Omgeving,
) -> None:
    beeld, blad = verschil(omgeving, MINDER_UREN, BEHEERDER)
    assert (blad.telling.gewijzigd, blad.verborgen, blad.verschillen) == (1, 1, ())
    assert list(blad.waarden()) == []
    _, blad = verschil(omgeving, AFWEZIG, BEHEERDER)
    assert (blad.telling.nieuw, blad.telling.vervallen, blad.verborgen) == (1, 1, 1)
    assert [r.rij for r in blad.zoek().rijen] == ["M1, mei t/m jun 2027"]
    assert beeld.samen.gewijzigd == 1


def test_the_teamondersteuner_of_all_teams_of_a_person_sees_them(omgeving: Omgeving) -> None:
    _, blad = verschil(omgeving, MINDER_UREN, ONDERSTEUNER)
    assert (blad.verborgen, [r.wijziging for r in blad.zoek().rijen]) == (
        0,
        ["uren per week 36 → 20"],
    )


def test_who_has_one_of_the_teams_of_a_person_sees_only_that_something_changes(
    omgeving: Omgeving,
) -> None:
    ook_in_t01 = rij("Teamrollen", medewerker="M1", team="T01", rol="adviseur", aandeel_pct=20)
    lever(omgeving, alleen("Teamrollen", ook_in_t01), LOKAAL)
    _, blad = verschil(omgeving, MINDER_UREN, ONDERSTEUNER)
    assert (blad.verborgen, blad.verschillen) == (1, ())


def test_the_command_counts_the_rows_of_persons(omgeving: Omgeving) -> None:
    bestanden = [("b.xlsx", boek(MINDER_UREN))]
    uitkomst = lees_in(omgeving, systeem(), bestanden, alleen_controle=True, toelichten=True)
    assert "36" not in " ".join(uitkomst.toelichting)
    assert "Medewerkers: 1 rij valt buiten uw rol. U ziet alleen hoeveel het er zijn." in (
        uitkomst.toelichting
    )


def test_the_euros_of_a_programma_are_no_file_for_who_may_not_take_totals_along(
    omgeving: Omgeving,
) -> None:
    euros = alleen(
        "Begroting",
        rij("Begroting", programma="8", jaar=2027, taakveld="8.1", lasten_cent=7),
    )
    assert not verschil(omgeving, euros, BEHEERDER)[0].mag_downloaden
    controller = met_rol("co", "Controller", RechtRol.CONTROLLER)
    assert verschil(omgeving, euros, controller)[0].mag_downloaden
