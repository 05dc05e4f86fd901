"""Who sees a point of an afspraak, who may give a reason for it, and who changes an afspraak.

Owns how the object of an afspraak meets a right. A point rests on opdrachten: who may not see one
of them, does not see the point. Must never read the database or the clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sturing.domain.afspraak import Afspraakobject
from sturing.domain.afspraak import Objectsoort as Afspraaksoort
from sturing.domain.codes import GebiedCode, OpdrachtCode, TeamCode
from sturing.domain.wie import Wie
from sturing.rights.mag import eis
from sturing.rights.matrix import Actie
from sturing.rights.objecten import (
    Object,
    Planindex,
    object_gebied,
    object_opdracht,
    object_organisatie,
    object_team,
)
from sturing.rights.oordeel import mag


@dataclass(slots=True, kw_only=True)
class Puntrecht:
    """Which points `wie` may see, or with TOTALEN_EXPORTEREN take along.

    Asks the right of every opdracht once: many points rest on the same one.
    """

    wie: Wie
    index: Planindex
    actie: Actie = Actie.TOTALEN_LEZEN
    _opdrachten: dict[OpdrachtCode, bool] = field(default_factory=dict)

    def reikt(self, object_: Afspraakobject, rust_op: Iterable[OpdrachtCode]) -> bool:
        """May `wie` see how this object keeps an afspraak?

        All opdrachten it rests on must be reached; a persoon or doel has no other right than that,
        so one without opdrachten is for who reaches the whole organisation.
        """
        codes = tuple(rust_op)
        if not all(map(self._opdracht, codes)):
            return False
        match object_.soort:
            case Afspraaksoort.TEAM:
                return self._mag(object_team(self.index, object_.team or TeamCode("")))
            case Afspraaksoort.GEBIED | Afspraaksoort.AGENDAPUNT if not codes:
                return self._mag(object_gebied(self.index, object_.gebied or GebiedCode("")))
            case _:
                return bool(codes) or self._mag(object_organisatie())

    def _opdracht(self, code: OpdrachtCode) -> bool:
        bekend = self._opdrachten.get(code)
        if bekend is None:
            bekend = self._mag(object_opdracht(self.index, code))
            self._opdrachten[code] = bekend
        return bekend

    def _mag(self, object_: Object) -> bool:
        return bool(mag(self.wie, self.actie, object_))


def eis_toelichten(wie: Wie, index: Planindex, object_: Afspraakobject) -> None:
    """Raises RechtError unless `wie` may say why this object differs from an afspraak."""
    eis(wie, *_toelichting(index, object_))


def mag_toelichten(wie: Wie, index: Planindex, object_: Afspraakobject) -> bool:
    """May `wie` say why this object differs from an afspraak?"""
    oordeel = mag(wie, *_toelichting(index, object_))
    return bool(oordeel) and not oordeel.alleen_voorstel


def mag_afspraken_wijzigen(wie: Wie) -> bool:
    """May `wie` change the afspraken themselves?"""
    return bool(mag(wie, Actie.AFSPRAKEN_WIJZIGEN, object_organisatie()))


def _toelichting(index: Planindex, object_: Afspraakobject) -> tuple[Actie, Object]:
    """Of a team or area who is of it; of an opdracht who names its opdrachtgever. A persoon and a
    doel are of the organisation: nobody explains the own number of opdrachten."""
    match object_.soort:
        case Afspraaksoort.TEAM:
            return Actie.AFSPRAAK_TOELICHTEN, object_team(index, object_.team or TeamCode(""))
        case Afspraaksoort.GEBIED | Afspraaksoort.AGENDAPUNT:
            gebied = object_gebied(index, object_.gebied or GebiedCode(""))
            return Actie.AFSPRAAK_TOELICHTEN, gebied
        case Afspraaksoort.OPDRACHT:
            opdracht = object_opdracht(index, object_.opdracht or OpdrachtCode(""))
            return Actie.OPDRACHTGEVER_BENOEMEN, opdracht
        case Afspraaksoort.PERSOON | Afspraaksoort.DOEL:
            return Actie.OPDRACHTGEVER_BENOEMEN, object_organisatie()
