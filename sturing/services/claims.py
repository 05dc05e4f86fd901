"""Claims: which opdrachtgevers are in each other's way, where, and what could be a fair split.

Owns the question over the plan in force, cut to what the acting user may see: an opdracht that he
may not see is never named and belongs to no party; its hours count as those of others. A proposal
is never applied by itself: taking it makes a new draft of the acting user, to talk about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.claims import Claims, Partij, bepaal_claims
from sturing.engine.claimvoorstel import Voorstelsoort, voorstellen
from sturing.engine.strijd import meeste_strijd, strijd_met
from sturing.engine.uitkomst import reken
from sturing.errors import InvoerError
from sturing.rights.mag import (
    Actie,
    eis,
    mag,
    object_scenario,
    zichtbare_opdrachten,
    zichtbare_teams,
)
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Keuze, Kop, Leeg
from sturing.services.bordbeeld import bijschrift
from sturing.services.claimsbeeld import (
    Claimsbeeld,
    Voorstelbeeld,
    claimrijen,
    titelzin,
    voorstelbeeld,
    voorstelnaam,
)
from sturing.services.namen import Namen
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.scenariobegin import begin_met
from sturing.services.scenarios import MAX_NAAM

VANZELF = 500
"""Proposals between opdrachtgevers with more opdrachten together are made when asked for: each is
a computation of the whole plan, and the answer must not wait for that."""
GEEN_TOEGANG = Geweigerd(
    titel="U mag deze pagina niet zien.",
    uitleg="Hiervoor is een rol nodig waarmee u de uren van opdrachten mag zien. "
    "Vraag een beheerder.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Blik:
    """What the acting user may see of the plan in force: opdrachten, and the parties of them."""

    basis: Basis
    zichtbaar: frozenset[OpdrachtCode]
    partijen: dict[str, Partij]

    def keuze(self, sleutel: str) -> Keuze:
        return Keuze(sleutel=sleutel, naam=self.basis.namen.persoon_kort(sleutel))


def claimsbeeld(
    omgeving: Omgeving,
    wie: Wie,
    gekozen: Sequence[str] | None = None,
    horizon: Horizon | None = None,
    *,
    uitgerekend: bool = False,
) -> Claimsbeeld | Leeg | Geweigerd:
    """The chosen opdrachtgevers laid over each other, with proposals: when they have more than
    VANZELF opdrachten together only if these are asked for (`uitgerekend`).

    `gekozen` None: the acting user and whom he contests with most; when he is no opdrachtgever, the
    one that is short of most hours. Keys that nobody (whom he may see) has are passed over.
    """
    blik = _blik(omgeving.basis(horizon), wie)
    basis = blik.basis
    if basis.plan.opdrachten and not blik.zichtbaar:
        return GEEN_TOEGANG
    if len(blik.partijen) < 2:
        return Leeg(
            titel="Er zijn geen twee opdrachtgevers om naast elkaar te leggen.",
            uitleg="U ziet hier opdrachtgevers van wie u opdrachten mag zien. Zijn het er te "
            "weinig? Vul bij Gegevens op het blad Opdrachten de kolom opdrachtgever in.",
            naar="gegevens",
            knop="Naar Gegevens",
        )
    sleutels = _standaard(blik, wie) if gekozen is None else _bekend(blik, gekozen)
    mag_maken = bool(mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account)))
    keuzes = tuple(blik.keuze(sleutel) for sleutel in sleutels)
    claims, weg = _claims(blik, wie, sleutels)
    betwist = claims.betwist if claims else ()
    samen = sum(len(blik.partijen[sleutel].opdrachten) for sleutel in sleutels)
    wachten = bool(betwist) and samen > VANZELF and not uitgerekend
    return Claimsbeeld(
        kop=Kop(
            titel=titelzin(keuzes, betwist, basis.namen, deel=weg > 0),
            bijschrift=f"{bijschrift(basis, basis.uitkomst)} · het plan van nu",
        ),
        partijen=tuple(
            sorted((blik.keuze(s) for s in blik.partijen), key=lambda k: k.naam.casefold())
        ),
        gekozen=keuzes,
        rijen=claimrijen(betwist, keuzes, blik.zichtbaar, basis.namen),
        voorstellen=_voorstellen(blik, claims) if claims and betwist and not wachten else (),
        wacht_op=samen if wachten else 0,
        verborgen=verborgenzin(weg),
        mag_maken=mag_maken,
        waarom_niet="" if mag_maken else "U kunt hier kijken, maar geen concept maken.",
    )


def strijd_van(basis: Basis, wie: Wie, persoon: str) -> Mapping[str, Mapping[TeamCode, int]]:
    """With every other opdrachtgever, by code: the hours (hundredths) that `persoon` and he are
    short of together per team, of the teams of which `wie` may read the totals."""
    partijen = _blik(basis, wie).partijen
    eigen = partijen.get(persoon)
    if eigen is None:
        return {}
    alle = strijd_met(basis.uitkomst, eigen, tuple(partijen.values()))
    gezien = zichtbare_teams(wie, basis.index, {team for per in alle.values() for team in per})
    zichtbaar = {
        sleutel: {team: uren for team, uren in per.items() if team in gezien}
        for sleutel, per in alle.items()
    }
    return {sleutel: per for sleutel, per in zichtbaar.items() if per}


def neem_voorstel(
    omgeving: Omgeving,
    wie: Wie,
    gekozen: Sequence[str],
    soort: Voorstelsoort,
    horizon: Horizon | None = None,
) -> int:
    """A new draft of the acting user with this proposal; its number. Nothing else changes.

    The proposal is made anew from the plan in force. Raises RechtError without the right to an own
    scenario, InvoerError when there is nothing to propose (any more).
    """
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    blik = _blik(omgeving.basis(horizon), wie)
    sleutels = _bekend(blik, gekozen)
    claims, _ = _claims(blik, wie, sleutels)
    if claims is None:
        raise InvoerError("Kies ten minste twee opdrachtgevers.")
    voorstel = next(v for v in voorstellen(claims) if v.soort is soort)
    if not claims.betwist or not voorstel.wijzigingen:
        raise InvoerError(
            "Dit voorstel verandert niets.",
            hint="Kies andere opdrachtgevers of een ander voorstel.",
        )
    naam = voorstelnaam(soort, [blik.keuze(sleutel) for sleutel in sleutels])
    with omgeving.opslag.schrijven():
        return begin_met(
            omgeving, wie, naam[:MAX_NAAM], voorstel.wijzigingen, levering=blik.basis.levering
        )


def _blik(basis: Basis, wie: Wie) -> _Blik:
    codes = frozenset(basis.index.opdrachten)
    zichtbaar = zichtbare_opdrachten(wie, basis.index, codes)
    per: dict[str, set[OpdrachtCode]] = defaultdict(set)
    for opdracht in basis.uitkomst.model.opdrachten:
        if opdracht.opdrachtgever and opdracht.opdracht in zichtbaar:
            per[opdracht.opdrachtgever].add(opdracht.opdracht)
    return _Blik(
        basis=basis,
        zichtbaar=zichtbaar,
        partijen={
            sleutel: Partij(sleutel=sleutel, opdrachten=frozenset(eigen))
            for sleutel, eigen in sorted(per.items())
        },
    )


def _bekend(blik: _Blik, gekozen: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(set(gekozen) & set(blik.partijen)))


def _standaard(blik: _Blik, wie: Wie) -> tuple[str, ...]:
    """The acting user with whom he contests most; else the one short of most hours likewise."""
    eerste = blik.partijen.get(wie.persoon or "")
    if eerste is None:
        tekort = {
            regel.opdracht: regel.tekort_honderdste
            for regel in blik.basis.uitkomst.effecten.opdrachten
        }
        eerste = min(
            blik.partijen.values(),
            key=lambda p: (-sum(tekort.get(code, 0) for code in p.opdrachten), p.sleutel),
        )
    ander = meeste_strijd(blik.basis.uitkomst, eerste, tuple(blik.partijen.values()))
    if ander is None:
        ander = next(p for p in blik.partijen.values() if p.sleutel != eerste.sleutel)
    return tuple(sorted((eerste.sleutel, ander.sleutel)))


def _claims(blik: _Blik, wie: Wie, sleutels: Sequence[str]) -> tuple[Claims | None, int]:
    """The claims on teams of which `wie` may read the totals, and how many teams are left out;
    None with fewer than two parties."""
    if len(sleutels) < 2:
        return None, 0
    partijen = [blik.partijen[sleutel] for sleutel in sleutels]
    return zichtbare_claims(bepaal_claims(blik.basis.uitkomst, partijen), wie, blik.basis)


def zichtbare_claims(alle: Claims, wie: Wie, basis: Basis) -> tuple[Claims, int]:
    """The claims on teams of which `wie` may read the totals, and how many teams are left out."""
    teams = {een.team for een in alle.betwist}
    gezien = zichtbare_teams(wie, basis.index, teams)
    betwist = tuple(een for een in alle.betwist if een.team in gezien)
    return replace(alle, betwist=betwist), len(teams - gezien)


def verborgenzin(teams: int) -> str:
    """How many teams are left out; empty for none."""
    if not teams:
        return ""
    aantal = notatie.aantal(teams, "team", "teams")
    return f"Van {aantal} mag u de uren niet zien. Die tellen hier niet mee."


def voorstelbeelden(
    claims: Claims, partijnamen: Mapping[str, str], namen: Namen
) -> tuple[Voorstelbeeld, ...]:
    """The three proposals on top of the changes of the result; `partijnamen` by key."""
    op = claims.uitkomst
    return tuple(
        voorstelbeeld(
            claims,
            voorstel,
            reken(op.plan, op.horizon, (*op.wijzigingen, *voorstel.wijzigingen), basis=op),
            partijnamen,
            namen,
        )
        for voorstel in voorstellen(claims)
    )


def _voorstellen(blik: _Blik, claims: Claims) -> tuple[Voorstelbeeld, ...]:
    basis = blik.basis
    namen = {p.sleutel: blik.keuze(p.sleutel).naam for p in claims.partijen}
    return voorstelbeelden(claims, namen, basis.namen)
