"""The judgement: may this account do this with this object, and how far.

Owns how the grants of the matrix meet an account and an object. Must never read the database or
the clock, and never raise: a refusal is a value. Roles combine as a union; without a role nothing
is allowed, and the sheet Personen never grants a right. D, G and T reach what Beheer gave with the
role; P reaches the opdrachten on which the linked persoon is named and those given to the account.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sturing.domain.keuzes import Domein
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.rights.matrix import MATRIX, Actie, Reikwijdte, TeamBij, Verlening, Voorwaarde
from sturing.rights.objecten import Object, Objectsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeel:
    """May it be done, and how far. True when it is allowed.

    `alleen_voorstel`: proposing is allowed, doing is not. `geaggregeerd`: figures of groups only,
    those that rest on fewer persons than `minimum_groep` left out (0 when not aggregated).
    `voorwaarde` is for the caller to keep; None when there is nothing left to check.
    """

    toegestaan: bool
    alleen_voorstel: bool = False
    geaggregeerd: bool = False
    minimum_groep: int = 0
    voorwaarde: Voorwaarde | None = None

    def __bool__(self) -> bool:
        return self.toegestaan

    @property
    def per_rij(self) -> bool:
        """Allowed for each row by itself: a right on figures of groups is not enough."""
        return self.toegestaan and not self.geaggregeerd


_NEE = Oordeel(toegestaan=False)
_ALLES = Oordeel(toegestaan=True)
_TOTALEN = (Actie.TOTALEN_LEZEN, Actie.TOTALEN_EXPORTEREN)
_CIJFERS = frozenset(
    {
        Objectsoort.ORGANISATIE,
        Objectsoort.DOMEIN,
        Objectsoort.OPDRACHT,
        Objectsoort.TEAM,
        Objectsoort.GEBIED,
    }
)
_WERK = frozenset({Objectsoort.ORGANISATIE, Objectsoort.DOMEIN, Objectsoort.OPDRACHT})
_ACCOUNTS = frozenset({Objectsoort.ORGANISATIE, Objectsoort.ACCOUNT})
GAAT_OVER: Mapping[Actie, frozenset[Objectsoort]] = {
    Actie.TOTALEN_LEZEN: _CIJFERS,
    Actie.UREN_PER_PERSOON_LEZEN: frozenset(
        {Objectsoort.MEDEWERKER, Objectsoort.TEAM, Objectsoort.OPDRACHT}
    ),
    Actie.TEAMBLADEN_LEVEREN: frozenset({Objectsoort.ORGANISATIE, Objectsoort.TEAM}),
    Actie.PLANBLADEN_LEVEREN: _WERK,
    Actie.AGENDA_LEVEREN: frozenset({Objectsoort.ORGANISATIE, Objectsoort.GEBIED}),
    Actie.BEGROTING_LEVEREN: frozenset({Objectsoort.ORGANISATIE}),
    Actie.EIGEN_SCENARIO: frozenset({Objectsoort.SCENARIO}),
    Actie.PRIORITEIT_WIJZIGEN: _WERK,
    Actie.BESLUITEN: _WERK,
    Actie.ADVISEREN: _CIJFERS,
    Actie.OPDRACHTGEVER_BENOEMEN: _WERK,
    Actie.TOTALEN_EXPORTEREN: _CIJFERS,
    Actie.GEBRUIKERS_BEHEREN: _ACCOUNTS,
    Actie.GEBRUIKERS_GOEDKEUREN: _ACCOUNTS,
    Actie.LOG_LEZEN: _CIJFERS | {Objectsoort.MEDEWERKER, Objectsoort.ACCOUNT},
    Actie.SIGNALEREN: frozenset({Objectsoort.TEAM}),
    Actie.AFSPRAKEN_WIJZIGEN: frozenset({Objectsoort.ORGANISATIE}),
    Actie.AFSPRAAK_TOELICHTEN: frozenset({Objectsoort.TEAM, Objectsoort.GEBIED}),
    Actie.TEAMPLAN_ZIEN: frozenset({Objectsoort.TEAM}),
}
"""Which objects an action can be about. Totals never are about one person, so that no role reads
hours by person through them."""
_SYSTEEM = Toekenning(rol=RechtRol.BEHEERDER)
_HELE_ORGANISATIE = Verlening(reikwijdte=Reikwijdte.ORGANISATIE)
_VOOR_DE_DIENST = (
    Voorwaarde.NIEMAND_BUITEN_LEVERT_IN,
    Voorwaarde.NAMENS_TEAM_IN_LOG,
    Voorwaarde.ALLEEN_TECHNISCH,
)


def mag(wie: Wie, actie: Actie, object_: Object) -> Oordeel:
    """May `wie` do `actie` with this object? The widest of all grants that reach it answers.

    The local user of an own database may do everything. The command (`systeem`) has a beheerder's
    rights and reads and exports totals, never hours by person, whatever roles it would carry.
    """
    if wie.herkomst is Herkomst.LOKAAL:
        return _ALLES
    if object_.soort not in GAAT_OVER[actie]:
        return _NEE
    oordelen = [
        _oordeel(verlening)
        for toekenning, verlening in verleningen(wie, actie)
        if _geldt(wie, actie, toekenning, verlening, object_)
    ]
    return min(oordelen, key=_beperking, default=_NEE)


def verleningen(wie: Wie, actie: Actie) -> Iterator[tuple[Toekenning, Verlening]]:
    """Every grant of `actie` that the roles of `wie` carry, with the role it came from."""
    if wie.herkomst is Herkomst.SYSTEEM:
        yield from ((_SYSTEEM, verlening) for verlening in MATRIX[actie, RechtRol.BEHEERDER])
        if actie in _TOTALEN:
            yield _SYSTEEM, _HELE_ORGANISATIE
        return
    for toekenning in wie.toekenningen:
        for verlening in MATRIX[actie, toekenning.rol]:
            yield toekenning, verlening


def _geldt(
    wie: Wie, actie: Actie, toekenning: Toekenning, verlening: Verlening, object_: Object
) -> bool:
    if verlening.soort_werk and object_.soort_werk not in verlening.soort_werk:
        return False
    if verlening.voorwaarde is Voorwaarde.NIET_EIGEN_ACCOUNT and object_.account == wie.account:
        return False
    if (
        verlening.voorwaarde is Voorwaarde.NIET_PER_OPDRACHT
        and verlening.geaggregeerd
        and object_.soort is Objectsoort.OPDRACHT
    ):
        return False
    return _reikt(wie, actie, toekenning, verlening, object_)


def _reikt(
    wie: Wie, actie: Actie, toekenning: Toekenning, verlening: Verlening, object_: Object
) -> bool:
    match verlening.reikwijdte:
        case Reikwijdte.ORGANISATIE:
            return True
        case Reikwijdte.DOMEIN:
            return toekenning.domein in object_.domeinen and object_.domeinen <= _eigen_domeinen(
                wie, actie
            )
        case Reikwijdte.OPDRACHTEN:
            return _eigen_opdracht(wie, toekenning.rol, object_)
        case Reikwijdte.GEBIEDEN:
            return bool(object_.gebieden & toekenning.gebieden)
        case Reikwijdte.TEAMS:
            return _eigen_teams(toekenning, verlening.team_bij, object_)
        case Reikwijdte.ZELF:
            return _zelf(wie, object_)


def _eigen_domeinen(wie: Wie, actie: Actie) -> frozenset[Domein]:
    """All domains in which a role of `wie` gives this action: two roles together reach an opdracht
    that belongs to both domains."""
    return frozenset(
        toekenning.domein
        for toekenning in wie.toekenningen
        if toekenning.domein is not None
        and any(v.reikwijdte is Reikwijdte.DOMEIN for v in MATRIX[actie, toekenning.rol])
    )


def _eigen_opdracht(wie: Wie, rol: RechtRol, object_: Object) -> bool:
    if object_.soort is not Objectsoort.OPDRACHT:
        return False
    genoemd = object_.portefeuillehouders if rol is RechtRol.BESTUUR else object_.personen
    return wie.persoon in genoemd or object_.sleutel in wie.eigen_opdrachten


def _eigen_teams(toekenning: Toekenning, bij: TeamBij, object_: Object) -> bool:
    """A person is never reached through one of its teams: then all must be own."""
    match TeamBij.ALLE if object_.soort is Objectsoort.MEDEWERKER else bij:
        case TeamBij.EEN:
            return bool(object_.teams & toekenning.teams)
        case TeamBij.UITVOEREND:
            return bool(object_.uitvoerend) and object_.uitvoerend <= toekenning.teams
        case TeamBij.ALLE:
            return bool(object_.teams) and object_.teams <= toekenning.teams


def _zelf(wie: Wie, object_: Object) -> bool:
    if object_.soort is Objectsoort.MEDEWERKER:
        return wie.medewerker is not None and object_.sleutel == wie.medewerker
    return object_.account == wie.account or wie.account in object_.meewerkers


def _oordeel(verlening: Verlening) -> Oordeel:
    return Oordeel(
        toegestaan=True,
        alleen_voorstel=verlening.voorstel,
        geaggregeerd=verlening.geaggregeerd,
        minimum_groep=verlening.minimum_groep,
        voorwaarde=verlening.voorwaarde if verlening.voorwaarde in _VOOR_DE_DIENST else None,
    )


def _beperking(oordeel: Oordeel) -> tuple[bool, bool, int, bool]:
    """Least restricted first."""
    return (
        oordeel.alleen_voorstel,
        oordeel.geaggregeerd,
        oordeel.minimum_groep,
        oordeel.voorwaarde is not None,
    )
