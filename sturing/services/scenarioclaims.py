"""Claims between scenarios: what two or more drafts, laid over the plan in force, contest.

Owns which scenarios may be laid over each other (those that the acting user may see) and what does
not go together in them. A scenario claims for the opdrachten to which it alone gives more hours
(engine/claims.leg_over_elkaar), as far as the acting user may see them. A proposal becomes a new
draft of the acting user with the changes of both and the split; the scenarios themselves stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sturing.domain.codes import OpdrachtCode
from sturing.domain.scenario import Regel
from sturing.domain.sleutel import Veld, raken, sleutel_van
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.claims import Betwist, Claims, bepaal_claims, leg_over_elkaar
from sturing.engine.claimvoorstel import Voorstelsoort, voorstellen
from sturing.engine.uitkomst import Uitkomst
from sturing.errors import InvoerError
from sturing.rights.mag import (
    Actie,
    eis,
    mag,
    mee_te_nemen_opdrachten,
    object_scenario,
    zichtbare_opdrachten,
)
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Keuze, Kop, Leeg
from sturing.services.bordbeeld import bijschrift
from sturing.services.bordzinnen import wijzigingszin
from sturing.services.claims import (
    GEEN_TOEGANG,
    verborgenzin,
    voorstelbeelden,
    zichtbare_claims,
)
from sturing.services.claimsbeeld import (
    Claimsbeeld,
    claimrijen,
    titelzin,
    voorstelnaam,
    vraagrijen,
)
from sturing.services.conceptregels import leesbare_reden
from sturing.services.namen import Namen, namen_van
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.scenariobeeld import Scenarioregel
from sturing.services.scenariobegin import begin_met
from sturing.services.scenariolijst import scenariolijst
from sturing.services.scenariorecht import eis_zien
from sturing.services.scenarios import MAX_NAAM
from sturing.services.veldzinnen import onderwerp, veldnaam
from sturing.store.concepten import Concept

_CIJFERS = 9
"""So many digits a key has, so that the order of keys is the order of numbers: oldest first."""
_ZONDER_NAAM = "Opdrachten die u niet mag zien tellen hier als vraag van anderen."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gelegd:
    """The chosen scenarios over each other, for one reader."""

    basis: Basis
    concepten: dict[str, Concept]
    uitkomst: Uitkomst
    claims: Claims | None
    teams_weg: int
    opdrachten_weg: bool
    zichtbaar: frozenset[OpdrachtCode]
    namen: Namen
    leeg: tuple[str, ...]
    """Keys of scenarios that give no opdracht more hours, alone."""


def scenarioclaims(
    omgeving: Omgeving,
    wie: Wie,
    gekozen: Sequence[str] | None = None,
    horizon: Horizon | None = None,
) -> Claimsbeeld | Leeg | Geweigerd:
    """The chosen scenarios laid over each other.

    `gekozen` None: the one in which the acting user works and the newest other. Keys of scenarios
    that are gone, archived or not shared (any more) are passed over.
    """
    basis = omgeving.basis(horizon)
    if basis.plan.opdrachten and not _zichtbaar(basis, wie):
        return GEEN_TOEGANG
    keuzes = _keuzes(omgeving, wie)
    if len(keuzes) < 2:
        return Leeg(
            titel="Er zijn geen twee scenario’s om naast elkaar te leggen.",
            uitleg="Het gaat om scenario’s van u en scenario’s die met u zijn gedeeld. Maak er een "
            "bij, of vraag een collega om het zijne met u te delen.",
            naar="scenarios",
            knop="Naar Scenario’s",
        )
    sleutels = _standaard(omgeving, wie, keuzes) if gekozen is None else _bekend(keuzes, gekozen)
    gelegd = _leg(omgeving, basis, wie, sleutels)
    kort = {keuze.sleutel: keuze for keuze in keuzes}
    namen = {s: f"‘{kort[s].naam}’" for s in sleutels}
    getoond = tuple(Keuze(sleutel=s, naam=namen[s]) for s in sleutels)
    claims = gelegd.claims
    betwist = claims.betwist if claims else ()
    rijen = claimrijen(betwist, getoond, gelegd.zichtbaar, gelegd.namen)
    mag_maken = bool(mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account)))
    verborgen = (verborgenzin(gelegd.teams_weg), _ZONDER_NAAM if gelegd.opdrachten_weg else "")
    return Claimsbeeld(
        kop=Kop(
            titel=titelzin(
                getoond,
                betwist,
                gelegd.namen,
                deel=gelegd.teams_weg > 0 or gelegd.opdrachten_weg,
                wie="scenario’s",
            ),
            bijschrift=f"{bijschrift(basis, gelegd.uitkomst)} · deze scenario’s over elkaar",
        ),
        partijen=keuzes,
        gekozen=getoond,
        rijen=rijen,
        voorstellen=voorstelbeelden(claims, namen, gelegd.namen) if claims and betwist else (),
        verborgen=" ".join(filter(None, verborgen)),
        mag_maken=mag_maken,
        waarom_niet="" if mag_maken else "U kunt hier kijken, maar geen concept maken.",
        vragers=vraagrijen(claims, rijen, namen, gelegd.namen) if claims else (),
        let_op=_let_op(gelegd, namen),
        mag_exporteren=_mag_exporteren(basis, wie, betwist),
    )


def neem_scenariovoorstel(
    omgeving: Omgeving,
    wie: Wie,
    gekozen: Sequence[str],
    soort: Voorstelsoort,
    horizon: Horizon | None = None,
) -> int:
    """A new draft of the acting user: the changes of the scenarios and this split; its number.

    Made anew from what the scenarios are now. Raises RechtError without the right to an own
    scenario, InvoerError when there is nothing to divide (any more).
    """
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    with omgeving.opslag.schrijven():
        keuzes = _keuzes(omgeving, wie)
        sleutels = _bekend(keuzes, gekozen)
        gelegd = _leg(omgeving, omgeving.basis(horizon), wie, sleutels)
        if gelegd.claims is None:
            raise InvoerError("Kies ten minste twee scenario’s.")
        voorstel = next(v for v in voorstellen(gelegd.claims) if v.soort is soort)
        if not gelegd.claims.betwist or not voorstel.wijzigingen:
            raise InvoerError(
                "Dit voorstel verandert niets.",
                hint="Kies andere scenario’s of een ander voorstel.",
            )
        namen = [keuze for keuze in keuzes if keuze.sleutel in sleutels]
        return begin_met(
            omgeving,
            wie,
            voorstelnaam(soort, namen)[:MAX_NAAM],
            (*gelegd.uitkomst.wijzigingen, *voorstel.wijzigingen),
            levering=gelegd.basis.levering,
            herkomst=f"{soort.value} uit scenario {', '.join(str(int(s)) for s in sleutels)}",
        )


def _keuzes(omgeving: Omgeving, wie: Wie) -> tuple[Keuze, ...]:
    """Every scenario that may be laid, the oldest first; no two of one name."""
    lijst = scenariolijst(omgeving, wie)
    regels = () if isinstance(lijst, Geweigerd) else lijst.open
    gezien: set[str] = set()
    uit: list[Keuze] = []
    for regel in sorted(regels, key=lambda r: r.concept):
        naam = _naam(regel)
        if naam in gezien:
            naam = f"{naam} ({regel.concept})"
        gezien.add(naam)
        uit.append(Keuze(sleutel=f"{regel.concept:0{_CIJFERS}}", naam=naam))
    return tuple(uit)


def _naam(regel: Scenarioregel) -> str:
    return regel.naam if regel.recht is None else f"{regel.naam} (van {regel.eigenaar})"


def _bekend(keuzes: Sequence[Keuze], gekozen: Sequence[str]) -> tuple[str, ...]:
    return tuple(keuze.sleutel for keuze in keuzes if keuze.sleutel in gekozen)


def _standaard(omgeving: Omgeving, wie: Wie, keuzes: Sequence[Keuze]) -> tuple[str, ...]:
    werk = omgeving.concept(wie.account)
    eigen = f"{werk.id:0{_CIJFERS}}" if werk is not None else ""
    nieuwste = sorted((k.sleutel for k in keuzes), reverse=True)
    nieuwste.sort(key=lambda sleutel: sleutel != eigen)
    return tuple(sorted(nieuwste[:2]))


def _mag_exporteren(basis: Basis, wie: Wie, betwist: Sequence[Betwist]) -> bool:
    """May `wie` take the hours of everything that is asked there along?"""
    codes = {v.opdracht for een in betwist for deel in een.aandelen for v in deel.vragers}
    return mee_te_nemen_opdrachten(wie, basis.index, codes) == codes


def _zichtbaar(basis: Basis, wie: Wie) -> frozenset[OpdrachtCode]:
    return zichtbare_opdrachten(wie, basis.index, frozenset(basis.index.opdrachten))


def _leg(omgeving: Omgeving, basis: Basis, wie: Wie, sleutels: Sequence[str]) -> _Gelegd:
    gekozen = {s: eis_zien(omgeving, wie, int(s)) for s in sleutels}
    uitkomst, alle = leg_over_elkaar(
        basis.uitkomst, {s: concept.wijzigingen for s, concept in gekozen.items()}
    )
    zichtbaar = _zichtbaar(basis, wie)
    partijen = [replace(p, opdrachten=p.opdrachten & zichtbaar) for p in alle]
    claims, weg = None, 0
    if len(sleutels) > 1:
        claims, weg = zichtbare_claims(bepaal_claims(uitkomst, partijen), wie, basis)
    return _Gelegd(
        basis=basis,
        concepten=gekozen,
        uitkomst=uitkomst,
        claims=claims,
        teams_weg=weg,
        opdrachten_weg=any(p.opdrachten - zichtbaar for p in alle),
        zichtbaar=zichtbaar,
        namen=namen_van(uitkomst.stand.plan).voor(zichtbaar),
        leeg=tuple(p.sleutel for p in alle if not p.opdrachten),
    )


def _let_op(gelegd: _Gelegd, namen: dict[str, str]) -> tuple[str, ...]:
    """What claims nothing, what is changed by more than one, and what no longer fits."""
    if gelegd.claims is None:
        return ()
    uit = [
        f"{namen[sleutel]} geeft als enige geen opdracht meer uren, en vraagt hier dus niets."
        for sleutel in gelegd.leeg
    ]
    for veld, wie in _dubbel(gelegd.concepten).items():
        samen = notatie.opsomming([namen[sleutel] for sleutel in wie])
        wat = f"{veldnaam(veld)} van {onderwerp(veld, gelegd.namen)}"
        uit.append(f"{samen} wijzigen niet hetzelfde: {wat}.")
    for conflict in gelegd.uitkomst.stand.conflicten:
        zin = wijzigingszin(conflict.wijziging, gelegd.namen)
        reden = leesbare_reden(conflict.reden, conflict.wijziging, gelegd.namen)
        uit.append(f"Past niet meer en telt niet mee: {zin}. {reden}")
    return tuple(uit)


def _dubbel(concepten_: dict[str, Concept]) -> dict[Veld, tuple[str, ...]]:
    """The fields that more than one scenario changes, and not to the same, with who does."""
    per: dict[str, dict[Veld, list[Regel]]] = {}
    for sleutel, concept in concepten_.items():
        per[sleutel] = {}
        for regel in concept.regels:
            if regel.aan:
                for veld in sleutel_van(regel.wijziging):
                    per[sleutel].setdefault(veld, []).append(regel)
    uit: dict[Veld, tuple[str, ...]] = {}
    for veld in sorted({veld for velden in per.values() for veld in velden}):
        inhoud = {
            sleutel: [r.wijziging for v, rs in velden.items() if raken([v], [veld]) for r in rs]
            for sleutel, velden in per.items()
        }
        wie = tuple(sleutel for sleutel, wat in inhoud.items() if wat)
        if len(wie) > 1 and any(inhoud[s] != inhoud[wie[0]] for s in wie):
            uit[veld] = wie
    return uit
