"""The prioriteringsgesprek with one portefeuillehouder: his opdrachten, the line, the open choices.

Owns who may read and write the notes of a talk. Must never decide anything: a note is what was
agreed to say or do, the plan moves only by a decision. Hours whole as shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.domain.gesprek import Gespreksnotitie
from sturing.domain.keuzes import Haalbaarheid, Rol
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.effecten import Opdrachtregel
from sturing.errors import InvoerError, RechtError
from sturing.rights.mag import (
    Actie,
    mag,
    object_opdracht,
    object_organisatie,
    object_scenario,
    zichtbare_opdrachten,
)
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Keuze, Kop, Leeg, nog_geen
from sturing.services.besluitscherm import geen_toegang
from sturing.services.bordbeeld import lijnbeeld
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.voorstellen import MAX_TEKST
from sturing.store import gesprekken


@dataclass(frozen=True, slots=True, kw_only=True)
class Gespreksrij:
    """One opdracht of the portefeuillehouder; `mede` when he is named, but not first."""

    plaats: int
    naam: str
    opdrachtgever: str
    status: Haalbaarheid | None
    gevraagd: str
    toegekend: str
    dekking: str
    mede: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Openkeuze:
    """An opdracht that falls short, with the team that binds: what there is to choose."""

    naam: str
    status: Haalbaarheid
    tekst: str
    team: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notitieregel:
    """A note, ready to show."""

    wanneer: str
    naam: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesprek:
    """A portefeuillehouder with the opdrachten to talk about, and the last note (None: none, or
    none that may be read)."""

    persoon: PersoonCode
    regels: tuple[Opdrachtregel, ...]
    laatste: Gespreksnotitie | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesprekbeeld:
    """The talk with `gekozen` (None: nobody is portefeuillehouder of anything)."""

    kop: Kop
    personen: tuple[Keuze, ...]
    gekozen: str | None
    lijn: str
    rijen: tuple[Gespreksrij, ...]
    keuzes: tuple[Openkeuze, ...]
    notities: tuple[Notitieregel, ...]
    mag_lezen: bool
    mag_noteren: bool


def gesprek(
    omgeving: Omgeving, wie: Wie, horizon: Horizon, gekozen: str | None = None
) -> Gesprekbeeld | Leeg | Geweigerd:
    """The talk with one portefeuillehouder. Without a choice: of a portefeuillehouder the own one,
    else with whom one has most opdrachten as opdrachtgever, else the one with most opdrachten."""
    basis = omgeving.basis(horizon)
    zichtbaar = zichtbare_opdrachten(wie, basis.index, basis.index.opdrachten)
    if not basis.index.opdrachten and mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()):
        return nog_geen(f"Er zijn nog geen opdrachten voor {horizon.van.jaar}.")
    if not zichtbaar:
        return geen_toegang()
    per_persoon = _per_persoon(basis, zichtbaar)
    if not per_persoon:
        return Gesprekbeeld(
            kop=Kop(
                titel="Van geen enkele opdracht is een portefeuillehouder bekend. Vul die in op "
                "het blad Opdrachten.",
                bijschrift=f"Plan {notatie.periode(horizon)}",
            ),
            personen=(),
            gekozen=None,
            lijn="",
            rijen=(),
            keuzes=(),
            notities=(),
            mag_lezen=False,
            mag_noteren=False,
        )
    persoon = PersoonCode(gekozen) if gekozen in per_persoon else _eerste(basis, wie, per_persoon)
    regels = per_persoon[persoon]
    leest = _mag_lezen(wie, basis, persoon)
    return Gesprekbeeld(
        kop=_kop(basis, persoon, regels, zelf=persoon == wie.persoon),
        personen=tuple(
            Keuze(sleutel=p, naam=basis.namen.persoon(p))
            for p in sorted(per_persoon, key=lambda p: basis.namen.persoon(p).casefold())
        ),
        gekozen=persoon,
        lijn=lijnbeeld(basis.uitkomst.effecten, basis.uitkomst.effecten).tekst,
        rijen=tuple(_rij(basis, regel, persoon) for regel in regels),
        keuzes=tuple(
            _keuze(basis, regel, regel.status)
            for regel in regels
            if regel.status in (Haalbaarheid.ONDER_DRUK, Haalbaarheid.NIET_HAALBAAR)
        ),
        notities=tuple(map(_notitie, gesprekken.lijst(omgeving.opslag, persoon))) if leest else (),
        mag_lezen=leest,
        mag_noteren=_mag_noteren(wie, basis, persoon),
    )


def gesprekken_over(
    omgeving: Omgeving, basis: Basis, wie: Wie, codes: Collection[OpdrachtCode]
) -> tuple[Gesprek, ...]:
    """Every portefeuillehouder of these opdrachten, as far as `wie` may see them and the notes."""
    zichtbaar = zichtbare_opdrachten(wie, basis.index, codes)
    return tuple(
        Gesprek(
            persoon=persoon,
            regels=tuple(regels),
            laatste=next(iter(gesprekken.lijst(omgeving.opslag, persoon)), None)
            if _mag_lezen(wie, basis, persoon)
            else None,
        )
        for persoon, regels in _per_persoon(basis, zichtbaar).items()
    )


def noteer(omgeving: Omgeving, wie: Wie, portefeuillehouder: str, tekst: str) -> Gespreksnotitie:
    """Keep what was agreed with this portefeuillehouder; it can never be changed.

    Raises RechtError for who may make no scenario or may not read every opdracht of the
    portefeuillehouder, InvoerError for an empty or too long note and for who is no
    portefeuillehouder of any opdracht that `wie` may see.
    """
    basis = omgeving.basis()
    if not mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account)):
        raise RechtError("U mag geen gespreksnotitie maken.", hint="Vraag een strategisch manager.")
    persoon = PersoonCode(portefeuillehouder)
    zichtbaar = zichtbare_opdrachten(wie, basis.index, basis.index.opdrachten)
    if zichtbaar.isdisjoint(_portefeuille(basis, persoon)):
        raise InvoerError("Deze portefeuillehouder heeft geen opdrachten die u ziet.")
    if not _mag_noteren(wie, basis, persoon):
        raise RechtError(
            "U mag geen gespreksnotitie maken.",
            hint="Dat doet wie alle opdrachten van deze portefeuillehouder mag zien, zoals een "
            "strategisch manager.",
        )
    schoon = tekst.strip()
    if not schoon:
        raise InvoerError("De notitie is nog leeg.", hint="Schrijf wat u heeft afgesproken.")
    if len(schoon) > MAX_TEKST:
        raise InvoerError(
            f"De notitie is te lang ({len(schoon)} tekens).",
            hint=f"Gebruik er hoogstens {MAX_TEKST}.",
        )
    return gesprekken.noteer(omgeving.opslag, wie, persoon, schoon, datetime.now(UTC))


def _mag_noteren(wie: Wie, basis: Basis, persoon: PersoonCode) -> bool:
    return bool(mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))) and _leest_alles(
        wie, basis, persoon
    )


def _mag_lezen(wie: Wie, basis: Basis, persoon: PersoonCode) -> bool:
    """Notes are for who holds such talks, and for the portefeuillehouder himself."""
    return wie.persoon == persoon or _mag_noteren(wie, basis, persoon)


def _leest_alles(wie: Wie, basis: Basis, persoon: PersoonCode) -> bool:
    """May `wie` read every opdracht of this portefeuillehouder? A note can be about any of them,
    and it is words, not the figure of a group: a right on figures of groups is not enough."""
    oordelen = [
        mag(wie, Actie.TOTALEN_LEZEN, object_opdracht(basis.index, code))
        for code in _portefeuille(basis, persoon)
    ]
    return all(oordeel and not oordeel.geaggregeerd for oordeel in oordelen)


def _portefeuille(basis: Basis, persoon: PersoonCode) -> list[OpdrachtCode]:
    """Every opdracht on which this portefeuillehouder is named, also the parked and ended ones."""
    return [c for c, o in basis.index.opdrachten.items() if persoon in o.portefeuillehouders]


def _per_persoon(
    basis: Basis, zichtbaar: frozenset[OpdrachtCode]
) -> dict[PersoonCode, list[Opdrachtregel]]:
    """The claiming opdrachten of every portefeuillehouder, in order."""
    bekend = {p.persoon for p in basis.plan.personen if p.rol is Rol.PORTEFEUILLEHOUDER}
    uit: dict[PersoonCode, list[Opdrachtregel]] = {}
    for regel in basis.uitkomst.effecten.opdrachten:
        if regel.opdracht not in zichtbaar:
            continue
        for persoon in basis.index.opdrachten[regel.opdracht].portefeuillehouders:
            if persoon in bekend or not bekend:
                uit.setdefault(persoon, []).append(regel)
    return uit


def _eerste(
    basis: Basis, wie: Wie, per_persoon: Mapping[PersoonCode, Sequence[Opdrachtregel]]
) -> PersoonCode:
    """With whom `wie` begins: himself, else who shares most opdrachten with him, else the most."""

    def samen(persoon: PersoonCode) -> int:
        opdrachten = (basis.index.opdrachten[r.opdracht] for r in per_persoon[persoon])
        return sum(wie.persoon in (o.opdrachtgever, o.gedelegeerd_aan) for o in opdrachten)

    return max(
        sorted(per_persoon),
        key=lambda p: (
            p == wie.persoon,
            samen(p) if wie.persoon else 0,
            len(per_persoon[p]),
        ),
    )


def _kop(basis: Basis, persoon: PersoonCode, regels: list[Opdrachtregel], *, zelf: bool) -> Kop:
    wie = "U heeft" if zelf else f"{basis.namen.persoon(persoon)} heeft"
    statussen = [regel.status for regel in regels]
    delen = [
        f"{statussen.count(status)} {status.value}"
        for status in Haalbaarheid
        if statussen.count(status)
    ]
    aantal = notatie.aantal(len(regels), "opdracht", "opdrachten")
    verdeling = f": {notatie.opsomming(delen)}" if delen else ""
    return Kop(
        titel=f"{wie} {aantal}{verdeling}.",
        bijschrift=f"Prioriteringsgesprek · plan {notatie.periode(basis.uitkomst.horizon)}",
    )


def _rij(basis: Basis, regel: Opdrachtregel, persoon: PersoonCode) -> Gespreksrij:
    opdracht = basis.index.opdrachten[regel.opdracht]
    return Gespreksrij(
        plaats=regel.plaats,
        naam=opdracht.kort,
        opdrachtgever=basis.namen.persoon_kort(opdracht.opdrachtgever),
        status=regel.status,
        gevraagd=notatie.uren(regel.gevraagd_honderdste),
        toegekend=notatie.uren(regel.toegekend_honderdste),
        dekking=notatie.dekking(regel.dekking),
        mede=opdracht.portefeuillehouders[0] != persoon,
    )


def _keuze(basis: Basis, regel: Opdrachtregel, status: Haalbaarheid) -> Openkeuze:
    team = basis.namen.team(regel.bindend_team)
    tekort = notatie.uren_met_eenheid(regel.bindend_tekort_honderdste)
    return Openkeuze(
        naam=basis.namen.opdracht(regel.opdracht),
        status=status,
        tekst=f"{notatie.dekking(regel.dekking)} van de uren; {team} komt {tekort} tekort"
        if regel.bindend_team
        else "er is te weinig budget",
        team=regel.bindend_team or "",
    )


def _notitie(notitie: Gespreksnotitie) -> Notitieregel:
    return Notitieregel(
        wanneer=notatie.moment_kort(notitie.tijdstip), naam=notitie.naam, tekst=notitie.tekst
    )
