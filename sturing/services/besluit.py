"""Deciding: a proposal becomes the plan in force, or is turned down, with its line in the ledger.

Owns that a decision is judged on the very plan and the very reactions on which it is stored: both
are checked again inside the transaction. Must never overwrite anything in silence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from sturing.domain.besluit import BeslotenStaat, Besluit, Bezwaartekst, Voorstelstand
from sturing.domain.levering import Levering
from sturing.domain.wie import Wie
from sturing.engine.vingerafdruk import ENGINE_VERSIE
from sturing.errors import ConflictError, InvoerError
from sturing.services.besluitplan import eis_gelijk, met_staat, staat_na
from sturing.services.besluitrecht import rol_van
from sturing.services.besluitrijen import BLADEN, rijwijziging
from sturing.services.bewaren import bewaar_besluit
from sturing.services.omgeving import Omgeving
from sturing.services.voorstellen import Beoordeling, beoordeel, eis_besluit
from sturing.store import besluiten as ledger
from sturing.store import concepten, voorstellen
from sturing.store.controle import nieuwe_problemen
from sturing.store.plan import plan_na
from sturing.store.rijen import lees_bladen

GENOEMD = 3
"""So many problems are said; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Genomen:
    """What was stored: the line of the ledger, and the levering when the proposal was taken."""

    besluit: Besluit
    levering: Levering | None = None


def neem_aan(
    omgeving: Omgeving, wie: Wie, nummer: int, versie: int, op_levering: int, reden: str
) -> Genomen:
    """Take proposal `nummer`, as it was looked at: version `versie`, on levering `op_levering`.

    Raises ConflictError when the data or the reactions moved since, or when a change no longer
    fits; RechtError for who may not decide on it (also because of what others lose by now);
    InvoerError without a reason. Then nothing is stored.
    """
    beoordeling = _bekijk(omgeving, wie, nummer, op_levering)
    if beoordeling.conflicten:
        raise ConflictError(
            "Dit voorstel past niet meer op het plan van nu.",
            _enkele(beoordeling.conflicten),
            "Stuur het terug met een vraag, of vraag om een nieuw voorstel.",
        )
    eis_besluit(beoordeling)
    schoon = _reden(reden, "Geef een reden voor uw besluit.")
    voor, na = beoordeling.basis.plan, beoordeling.na
    rijen = rijwijziging(lees_bladen(omgeving.opslag, BLADEN), voor, na.stand.plan)
    problemen = nieuwe_problemen(omgeving.opslag, rijen.mutaties) if rijen.mutaties else ()
    if problemen:
        raise ConflictError(
            "Met dit besluit klopt het plan niet meer.",
            _enkele(problemen),
            "Er is niets besloten. Stuur het voorstel terug met een vraag.",
        )
    staat = staat_na(na)
    straks = eis_gelijk(na, met_staat(plan_na(voor, rijen.mutaties), staat))
    levering, besluit = bewaar_besluit(
        omgeving,
        wie,
        besluit=_besluit(
            beoordeling,
            wie,
            schoon,
            stand=Voorstelstand.AANGENOMEN,
            vingerafdruk_na=straks.vingerafdruk,
            staat=staat,
        ),
        versie=versie,
        rijen=rijen,
        daarna=lambda: _ruim_concept(omgeving, wie, beoordeling),
    )
    return Genomen(besluit=besluit, levering=levering)


def wijs_af(
    omgeving: Omgeving, wie: Wie, nummer: int, versie: int, op_levering: int, reden: str
) -> Genomen:
    """Turn proposal `nummer` down, with a reason; the plan stays. Errors as `neem_aan`."""
    beoordeling = _bekijk(omgeving, wie, nummer, op_levering)
    eis_besluit(beoordeling)
    schoon = _reden(reden, "Schrijf waarom u dit voorstel afwijst.")
    besluit = ledger.wijs_af(
        omgeving.opslag,
        wie=wie,
        besluit=_besluit(beoordeling, wie, schoon, stand=Voorstelstand.AFGEWEZEN),
        versie=versie,
    )
    return Genomen(besluit=besluit)


def _bekijk(omgeving: Omgeving, wie: Wie, nummer: int, op_levering: int) -> Beoordeling:
    beoordeling = beoordeel(omgeving, wie, voorstellen.lees(omgeving.opslag, nummer))
    if beoordeling.basis.levering != op_levering:
        raise ConflictError(
            "De gegevens zijn veranderd sinds u dit voorstel bekeek.",
            hint="U ziet nu de nieuwe getallen. Bekijk ze en besluit opnieuw.",
        )
    return beoordeling


def _reden(reden: str, vraag: str) -> str:
    schoon = " ".join(reden.split())
    if not schoon:
        raise InvoerError(
            vraag,
            hint="De reden blijft bij het besluit staan. Er is nog niets besloten.",
        )
    return schoon


def _besluit(
    beoordeling: Beoordeling,
    wie: Wie,
    reden: str,
    *,
    stand: Voorstelstand,
    vingerafdruk_na: str | None = None,
    staat: BeslotenStaat | None = None,
) -> Besluit:
    """The line of the ledger; the store fills in its number, its levering and the state before."""
    voorstel = beoordeling.voorstel
    return Besluit(
        nummer=1,
        voorstel=voorstel.nummer,
        titel=voorstel.titel,
        stand=stand,
        basis_levering=beoordeling.basis.levering,
        levering=None,
        tijdstip=datetime.now(UTC),
        account=wie.account,
        naam=wie.naam,
        rol=rol_van(wie),
        reden=reden,
        horizon=voorstel.horizon,
        vingerafdruk=beoordeling.na.vingerafdruk,
        vingerafdruk_na=vingerafdruk_na,
        rekenversie=ENGINE_VERSIE,
        wijzigingen=voorstel.wijzigingen,
        bezwaren=tuple(
            Bezwaartekst(
                naam=b.naam,
                tekst=b.tekst,
                antwoord=antwoord.tekst if (antwoord := voorstel.antwoord_op(b)) else "",
            )
            for b in voorstel.bezwaren
            if not voorstel.ingetrokken(b)
        ),
        staat_voor=BeslotenStaat(),
        staat_na=staat,
    )


def _ruim_concept(omgeving: Omgeving, wie: Wie, beoordeling: Beoordeling) -> None:
    """Take what was decided out of the draft that it came from: it is in the plan now, and would
    count twice. Lines that were added or edited since stay. Can be undone in the draft."""
    voorstel = beoordeling.voorstel
    concept = concepten.zoek(omgeving.opslag, voorstel.concept)
    if concept is None or concept.eigenaar != voorstel.account:
        return
    over = Counter(voorstel.wijzigingen)
    rest = []
    for regel in concept.regels:
        if over[regel.wijziging] > 0:
            over[regel.wijziging] -= 1
        else:
            rest.append(regel)
    if len(rest) < len(concept.regels):
        concepten.vervang(omgeving.opslag, concept.id, rest, concept.versie, door=wie.account)


def _enkele(zinnen: tuple[str, ...]) -> str:
    rest = len(zinnen) - GENOEMD
    return " ".join(zinnen[:GENOEMD]) + (f" En nog {rest} keer." if rest > 0 else "")
