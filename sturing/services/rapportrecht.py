"""Which reports may be made by whom: the right to export totals, asked of each object.

Owns of which opdrachten a report is, and the refusal. Directie: the organisation (with a right on
figures of groups only, without any opdracht by name). Team and gebied: that team or area. A person:
every opdracht of that person. Must never make anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sturing.domain.codes import GebiedCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.werk import Opdracht
from sturing.errors import InvoerError, RechtError
from sturing.rapport.model import Soort
from sturing.rights.mag import (
    Actie,
    Object,
    eis,
    mag,
    object_gebied,
    object_opdracht,
    object_organisatie,
    object_team,
)
from sturing.services.beelden import Keuze
from sturing.services.delegaties import gedelegeerde
from sturing.services.gebiedsregels import binnen
from sturing.services.omgeving import Basis
from sturing.services.rapportbron import Bron


def van_opdrachtgever(basis: Basis, persoon: str) -> tuple[Opdracht, ...]:
    """Of which this person is opdrachtgever: not over, in the order of the plan."""
    return tuple(o for o in _levend(basis) if o.opdrachtgever == persoon)


def namens_ander(basis: Basis, persoon: str) -> tuple[Opdracht, ...]:
    """Delegated to this person in the months shown, while somebody else is opdrachtgever."""
    horizon = basis.uitkomst.horizon
    return tuple(
        o
        for o in _levend(basis)
        if o.opdrachtgever != persoon and gedelegeerde(o, basis.delegaties, horizon) == persoon
    )


def van_portefeuillehouder(basis: Basis, persoon: str) -> tuple[Opdracht, ...]:
    """On which this person is the first named portefeuillehouder."""
    return tuple(o for o in _levend(basis) if o.portefeuillehouders[:1] == (persoon,))


def mede_van(basis: Basis, persoon: str) -> tuple[Opdracht, ...]:
    """On which this person is named, but not first."""
    return tuple(o for o in _levend(basis) if persoon in o.portefeuillehouders[1:])


def _levend(basis: Basis) -> Iterable[Opdracht]:
    return (o for o in basis.plan.opdrachten if not o.status.voorbij)


def keuzes(bron: Bron) -> dict[Soort, tuple[Keuze, ...]]:
    """Every report that may be made, by kind; a kind without any is left out."""
    alle = {soort: tuple(_keuzes(bron, soort)) for soort in Soort}
    return {soort: lijst for soort, lijst in alle.items() if lijst}


def _keuzes(bron: Bron, soort: Soort) -> Iterable[Keuze]:
    basis, namen = bron.basis, bron.basis.namen
    match soort:
        case Soort.DIRECTIE:
            paren = [("", "Hele organisatie")]
        case Soort.OPDRACHTGEVER:
            codes = {p for o in _levend(basis) for p in (o.opdrachtgever, o.gedelegeerd_aan) if p}
            paren = [(code, namen.persoon(code)) for code in codes]
        case Soort.PORTEFEUILLEHOUDER:
            houders = {o.portefeuillehouders[0] for o in _levend(basis) if o.portefeuillehouders}
            paren = [(code, namen.persoon(code)) for code in houders]
        case Soort.GEBIED:
            paren = [(g.gebied, g.naam) for g in basis.plan.gebieden]
        case Soort.TEAM:
            paren = [(t.team, t.kort) for t in basis.plan.teams]
    for sleutel, naam in sorted(paren, key=lambda paar: (paar[1].casefold(), paar[0])):
        if mag_rapport(bron, soort, sleutel):
            yield Keuze(sleutel=sleutel, naam=naam)


def mag_rapport(bron: Bron, soort: Soort, sleutel: str) -> bool:
    """May this report be made, and is there anything in it?"""
    try:
        eis_rapport(bron, soort, sleutel)
    except (RechtError, InvoerError):
        return False
    return True


def alleen_groepen(bron: Bron) -> bool:
    """May only figures of groups of the organisation be exported, and no opdracht by name?"""
    oordeel = mag(bron.wie, Actie.TOTALEN_EXPORTEREN, object_organisatie())
    return oordeel.toegestaan and oordeel.geaggregeerd


def eis_rapport(bron: Bron, soort: Soort, sleutel: str) -> None:
    """Raises RechtError when this report may not be made, InvoerError when there is no such one."""
    basis = bron.basis
    if soort is Soort.DIRECTIE:
        if sleutel:
            raise InvoerError("De rapportage voor de directie is van de hele organisatie.")
        eis(bron.wie, Actie.TOTALEN_EXPORTEREN, object_organisatie())
    elif soort is Soort.TEAM:
        if sleutel not in basis.namen.teams:
            raise InvoerError(f"Team '{sleutel}' bestaat niet.", hint="Geef de code van een team.")
        eis_per_rij(bron, object_team(basis.index, TeamCode(sleutel)))
    elif soort is Soort.GEBIED:
        if sleutel not in basis.namen.gebieden:
            raise InvoerError(
                f"Gebied '{sleutel}' bestaat niet.", hint="Geef de code van een gebied."
            )
        for gebied in binnen(basis.plan.gebieden, GebiedCode(sleutel)):
            eis_per_rij(bron, object_gebied(basis.index, gebied))
    else:
        for code in _codes_van_persoon(bron, soort, sleutel):
            eis_per_rij(bron, object_opdracht(basis.index, code))


def _codes_van_persoon(bron: Bron, soort: Soort, sleutel: str) -> Sequence[OpdrachtCode]:
    persoon = PersoonCode(sleutel)
    if soort is Soort.OPDRACHTGEVER:
        eigen = (*van_opdrachtgever(bron.basis, persoon), *namens_ander(bron.basis, persoon))
        wie = "opdrachtgever"
    else:
        eigen = van_portefeuillehouder(bron.basis, persoon)
        wie = "portefeuillehouder"
    if not eigen:
        raise InvoerError(
            f"'{sleutel}' is van geen enkele opdracht {wie}.",
            hint="Geef de code van een persoon uit het blad Personen.",
        )
    return [o.opdracht for o in eigen]


def eis_per_rij(bron: Bron, object_: Object) -> None:
    """RechtError when the totals of this object may not be exported by themselves."""
    oordeel = eis(bron.wie, Actie.TOTALEN_EXPORTEREN, object_)
    if oordeel.geaggregeerd:
        raise RechtError(
            "U mag hier geen rapportage van maken.",
            "U mag alleen cijfers van de hele organisatie meenemen.",
            "Vraag de directie om deze rapportage.",
        )
