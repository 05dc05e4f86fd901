"""Who sees a point, who may explain one, and who changes an afspraak."""

from __future__ import annotations

import pytest

from sturing.domain.afspraak import Afspraakobject, Objectsoort
from sturing.domain.codes import DoelCode, GebiedCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.wie import RechtRol
from sturing.errors import RechtError
from sturing.rights.afspraken import (
    Puntrecht,
    eis_toelichten,
    mag_afspraken_wijzigen,
    mag_toelichten,
)
from sturing.rights.mag import Actie
from tests.rights.voorbeeld import INDEX, wie

DOMEIN, ANDER = OpdrachtCode("O-DOMEIN"), OpdrachtCode("O-TEAM")


def opdracht(code: OpdrachtCode) -> Afspraakobject:
    return Afspraakobject(soort=Objectsoort.OPDRACHT, opdracht=code)


def team(code: str) -> Afspraakobject:
    return Afspraakobject(soort=Objectsoort.TEAM, team=TeamCode(code))


def gebied(code: str, code_opdracht: OpdrachtCode | None = None) -> Afspraakobject:
    return Afspraakobject(
        soort=Objectsoort.AGENDAPUNT, gebied=GebiedCode(code), opdracht=code_opdracht
    )


PERSOON = Afspraakobject(soort=Objectsoort.PERSOON, persoon=PersoonCode("COLLEGA"))
DOEL = Afspraakobject(soort=Objectsoort.DOEL, doel=DoelCode("D1"))


def ziet(rol: RechtRol, object_: Afspraakobject, *rust_op: OpdrachtCode) -> bool:
    return Puntrecht(wie=wie(rol), index=INDEX).reikt(object_, rust_op)


def rollen_die(mag: bool, object_: Afspraakobject) -> set[RechtRol]:
    return {rol for rol in RechtRol if mag_toelichten(wie(rol), INDEX, object_) is mag}


def test_a_point_of_an_opdracht_is_for_who_may_see_the_opdracht() -> None:
    assert ziet(RechtRol.DIRECTIE, opdracht(ANDER), ANDER)
    assert not ziet(RechtRol.PROJECTLEIDER, opdracht(ANDER), ANDER)
    assert not ziet(RechtRol.BEHEERDER, opdracht(ANDER), ANDER)


def test_a_point_that_rests_on_an_opdracht_that_is_hidden_is_hidden() -> None:
    assert ziet(RechtRol.PROJECTLEIDER, PERSOON, DOMEIN)
    assert not ziet(RechtRol.PROJECTLEIDER, PERSOON, DOMEIN, ANDER)


def test_a_point_that_rests_on_nothing_is_for_who_sees_the_organisation() -> None:
    for object_ in (PERSOON, DOEL):
        assert ziet(RechtRol.DIRECTIE, object_)
        assert not ziet(RechtRol.PROJECTLEIDER, object_)
        assert not ziet(RechtRol.MEDEWERKER, object_)


def test_an_item_of_an_area_is_seen_by_its_opdracht_or_else_by_its_area() -> None:
    assert ziet(RechtRol.GEBIEDSMAKELAAR, gebied("G-EIGEN"))
    assert not ziet(RechtRol.PROJECTLEIDER, gebied("G-EIGEN"))
    assert ziet(RechtRol.PROJECTLEIDER, gebied("G-EIGEN", DOMEIN), DOMEIN)
    assert not ziet(RechtRol.PROJECTLEIDER, gebied("G-EIGEN", ANDER), ANDER)


def test_taking_along_asks_the_right_to_export() -> None:
    manager = wie(RechtRol.STRATEGISCH_MANAGER)
    mee = Puntrecht(wie=manager, index=INDEX, actie=Actie.TOTALEN_EXPORTEREN)
    assert ziet(RechtRol.STRATEGISCH_MANAGER, opdracht(ANDER), ANDER)
    assert not mee.reikt(opdracht(ANDER), (ANDER,))
    assert mee.reikt(opdracht(DOMEIN), (DOMEIN,))
    assert not mee.reikt(DOEL, ())


def test_an_opdracht_is_explained_by_who_names_its_opdrachtgever() -> None:
    assert rollen_die(True, opdracht(DOMEIN)) == {RechtRol.DIRECTIE, RechtRol.STRATEGISCH_MANAGER}
    assert rollen_die(True, opdracht(ANDER)) == {RechtRol.DIRECTIE}


def test_a_team_is_explained_by_who_is_of_it() -> None:
    assert rollen_die(True, team("T-EIGEN")) == {
        RechtRol.DIRECTIE,
        RechtRol.PROCESVERANTWOORDELIJKE,
        RechtRol.TEAMONDERSTEUNER,
    }
    assert rollen_die(True, team("T2")) == {RechtRol.DIRECTIE}


def test_an_area_is_explained_by_its_gebiedsmakelaar() -> None:
    assert rollen_die(True, gebied("G-EIGEN")) == {RechtRol.DIRECTIE, RechtRol.GEBIEDSMAKELAAR}
    assert rollen_die(True, gebied("G2")) == {RechtRol.DIRECTIE}


@pytest.mark.parametrize("object_", [PERSOON, DOEL], ids=["persoon", "doel"])
def test_nobody_but_the_directie_explains_a_persoon_or_a_goal(object_: Afspraakobject) -> None:
    assert rollen_die(True, object_) == {RechtRol.DIRECTIE}


def test_who_may_not_explain_is_told_who_may() -> None:
    eis_toelichten(wie(RechtRol.TEAMONDERSTEUNER), INDEX, team("T-EIGEN"))
    with pytest.raises(RechtError, match="geen reden bij een afspraak") as fout:
        eis_toelichten(wie(RechtRol.TEAMONDERSTEUNER), INDEX, team("T2"))
    assert "directie" in str(fout.value)


def test_only_the_directie_changes_an_afspraak() -> None:
    assert {rol for rol in RechtRol if mag_afspraken_wijzigen(wie(rol))} == {RechtRol.DIRECTIE}
