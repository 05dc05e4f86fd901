"""What a check of an afspraak says about one object: it keeps to it, or what is wrong.

Owns no rule of its own. Hours are hundredths. Sentences are Dutch, B1, without hours: those stand
in a field of their own, so that numbers get their notation in one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sturing.domain.afspraak import Afspraak, Afspraakobject, Objectsoort
from sturing.domain.bevinding import Ernst
from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.domain.organisatie import Gebied, Team
from sturing.domain.werk import Agendapunt, Opdracht


class Weg(StrEnum):
    """Where a point is mended: the name of a screen."""

    PRIORITEITEN = "prioriteiten"
    GEGEVENS = "gegevens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """One object that does not keep to one afspraak.

    `zin` says what is wrong, `herstel` what one can do, `knop` the same in a verb, `weg` on which
    screen, and `proef` the kind of change that can be tried in a draft (empty for none). `aan_zet`
    is who can do it, None when nobody is named. `feiten` are what the point rests on: a reason that
    was given for other facts does not hold.
    """

    zin: str
    herstel: str
    knop: str
    weg: Weg
    aan_zet: PersoonCode | None
    feiten: tuple[str, ...]
    uren_honderdste: int | None = None
    proef: str = ""


def met_uitweg(afspraak: Afspraak, punt: Punt) -> str:
    """What one can do, with the reason as a way out where the afspraak leaves one."""
    herstel = punt.herstel.strip()
    return f"{herstel} Of leg een reden vast." if afspraak.ernst is Ernst.LET_OP else herstel


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsing:
    """One object that was tested; `punt` is None when it keeps to the afspraak.

    `rust_op` are the opdrachten that the judgement rests on: who may not see them all, may not see
    it. `van` are the persons whose object it is.
    """

    object: Afspraakobject
    naam: str
    punt: Punt | None
    rust_op: tuple[OpdrachtCode, ...] = ()
    van: frozenset[PersoonCode] = frozenset()


def bij_opdracht(opdracht: Opdracht, punt: Punt | None) -> Toetsing:
    """An opdracht that was tested; it is of its opdrachtgever and its delegate."""
    personen = {p for p in (opdracht.opdrachtgever, opdracht.gedelegeerd_aan) if p}
    return Toetsing(
        object=Afspraakobject(soort=Objectsoort.OPDRACHT, opdracht=opdracht.opdracht),
        naam=opdracht.kort,
        punt=punt,
        rust_op=(opdracht.opdracht,),
        van=frozenset(personen),
    )


def bij_team(team: Team, punt: Punt | None, rust_op: tuple[OpdrachtCode, ...] = ()) -> Toetsing:
    """A team that was tested; it is of its teamondersteuner."""
    return Toetsing(
        object=Afspraakobject(soort=Objectsoort.TEAM, team=team.team),
        naam=team.kort,
        punt=punt,
        rust_op=rust_op,
        van=frozenset({team.teamondersteuner} if team.teamondersteuner else ()),
    )


def bij_gebied(gebied: Gebied, punt: Punt | None) -> Toetsing:
    """An area that was tested; it is of its gebiedsmakelaar."""
    return Toetsing(
        object=Afspraakobject(soort=Objectsoort.GEBIED, gebied=gebied.gebied),
        naam=gebied.naam,
        punt=punt,
        van=frozenset({gebied.gebiedsmakelaar} if gebied.gebiedsmakelaar else ()),
    )


def bij_agendapunt(
    agendapunt: Agendapunt, naam: str, makelaar: PersoonCode | None, punt: Punt | None
) -> Toetsing:
    """An item of a gebiedsagenda that was tested; it is of the gebiedsmakelaar of its area."""
    return Toetsing(
        object=Afspraakobject(
            soort=Objectsoort.AGENDAPUNT,
            gebied=agendapunt.gebied,
            opdracht=agendapunt.opdracht,
            vraagstuk=agendapunt.vraagstuk,
        ),
        naam=naam,
        punt=punt,
        rust_op=(agendapunt.opdracht,) if agendapunt.opdracht else (),
        van=frozenset({makelaar} if makelaar else ()),
    )
