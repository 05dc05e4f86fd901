"""The matrix is read whole, and says what vertrouwen.md says."""

from __future__ import annotations

import pytest

from sturing.domain.keuzes import SoortWerk
from sturing.domain.wie import RechtRol
from sturing.errors import InvariantError
from sturing.rights.matrix import (
    MATRIX,
    Actie,
    Reikwijdte,
    TeamBij,
    Verlening,
    Voorwaarde,
    lees_cel,
    lees_matrix,
)

LEEG = {"team_bij": "", "soort_werk": "", "voorwaarde": ""}


def test_every_action_and_role_has_a_cell() -> None:
    assert set(MATRIX) == {(actie, rol) for actie in Actie for rol in RechtRol}


def test_a_cell_is_a_list_of_grants_with_their_flags() -> None:
    assert lees_cel({"reikwijdte": "D a, T", **LEEG}) == (
        Verlening(reikwijdte=Reikwijdte.DOMEIN, geaggregeerd=True, minimum_groep=5),
        Verlening(reikwijdte=Reikwijdte.TEAMS),
    )
    assert lees_cel({"reikwijdte": "G v", **LEEG}) == (
        Verlening(reikwijdte=Reikwijdte.GEBIEDEN, voorstel=True),
    )
    assert lees_cel({"reikwijdte": "-", **LEEG}) == ()


def test_bestuur_sees_groups_of_at_least_ten_persons_all_others_of_five() -> None:
    groepen = {
        rol: {v.minimum_groep for v in verleningen if v.geaggregeerd}
        for (_, rol), verleningen in MATRIX.items()
        if any(v.geaggregeerd for v in verleningen)
    }
    # The second cell of bestuur, "export totals", follows the Privacy paragraph: 10 for bestuur.
    assert groepen.pop(RechtRol.BESTUUR) == {10}
    assert set().union(*groepen.values()) == {5}


def test_a_procesverantwoordelijke_decides_on_regular_and_supporting_work_of_the_team() -> None:
    for actie in (Actie.PRIORITEIT_WIJZIGEN, Actie.BESLUITEN):
        (verlening,) = MATRIX[actie, RechtRol.PROCESVERANTWOORDELIJKE]
        assert verlening.soort_werk == {SoortWerk.REGULIER, SoortWerk.ONDERSTEUNEND}
        assert verlening.team_bij is TeamBij.UITVOEREND


def test_only_directie_decides_without_a_condition() -> None:
    zonder = {
        rol
        for rol in RechtRol
        for v in MATRIX[Actie.BESLUITEN, rol]
        if v.voorwaarde is not Voorwaarde.NIEMAND_BUITEN_LEVERT_IN
    }
    assert zonder == {RechtRol.DIRECTIE}


def test_a_missing_or_double_cell_is_refused() -> None:
    kop = "actie,rol,reikwijdte,team_bij,soort_werk,voorwaarde\n"
    rij = "besluiten,directie,O,,,\n"
    with pytest.raises(InvariantError, match="ontbreekt"):
        lees_matrix(kop + rij)
    with pytest.raises(InvariantError, match="twee keer"):
        lees_matrix(kop + rij + rij)


def test_an_unknown_letter_or_flag_is_refused() -> None:
    with pytest.raises(ValueError, match="X"):
        lees_cel({"reikwijdte": "X", **LEEG})
    with pytest.raises(ValueError, match="a7"):
        lees_cel({"reikwijdte": "O a7", **LEEG})
