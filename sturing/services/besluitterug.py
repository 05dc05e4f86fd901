"""An earlier plan opened from the ledger, to be read only, and what came of a decision.

Owns the view of one decision: what it did, the plan that it made, whether that still calculates to
its kenmerk, and the hours spent since. Must never store. Hours whole as shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from sturing.domain.besluit import Besluit
from sturing.domain.codes import OpdrachtCode
from sturing.domain.tijd import Maand
from sturing.domain.wie import Wie
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.vingerafdruk import ENGINE_VERSIE
from sturing.errors import InvoerError
from sturing.rights.mag import (
    Actie,
    Planindex,
    mag,
    mee_te_nemen_opdrachten,
    object_organisatie,
    zichtbare_opdrachten,
)
from sturing.services import notatie, toestanden
from sturing.services.beelden import Geweigerd, Kop
from sturing.services.besluitbeeld import Nakomst, Planbeeld, Planrij, Reactieregel
from sturing.services.besluitgevolg import gevolgdeel, kenmerk
from sturing.services.besluitplan import klopt_kenmerk, plannen_van
from sturing.services.besluitrecht import verliezen
from sturing.services.besluitscherm import geen_toegang
from sturing.services.bordbeeld import lijnbeeld
from sturing.services.namen import namen_van
from sturing.services.omgeving import Omgeving
from sturing.services.regels import verdeelregels
from sturing.store import besluiten as ledger


def open_plan(omgeving: Omgeving, wie: Wie, nummer: int) -> Planbeeld | Geweigerd:
    """The plan of decision `nummer`; of one that was turned down what it would have made.

    Raises InvoerError when there is no such decision.
    """
    besluit = next((b for b in ledger.lijst(omgeving.opslag) if b.nummer == nummer), None)
    if besluit is None:
        raise InvoerError(f"Besluit {nummer} bestaat niet.", hint="Kies een besluit uit de lijst.")
    paar = plannen_van(omgeving, besluit)
    zichtbaar = _zichtbaar(wie, omgeving.basis().index, Planindex.van(paar.voor))
    totalen = bool(mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()))
    if not zichtbaar and not totalen:
        return geen_toegang()
    voor = reken(paar.voor, besluit.horizon)
    na = reken(paar.voor, besluit.horizon, besluit.wijzigingen, basis=voor)
    klopt = klopt_kenmerk(besluit, paar)
    namen = namen_van(na.stand.plan)
    lijn = lijnbeeld(voor.effecten, na.effecten)
    nakomst, tekst = _nakomst(omgeving, besluit, voor, na, zichtbaar)
    return Planbeeld(
        kop=_kop(besluit),
        besluit=besluit.nummer,
        uitkomst=besluit.stand.value,
        rol=besluit.rol,
        reden=besluit.reden,
        bezwaren=tuple(
            Reactieregel(naam=b.naam, tekst=b.tekst, wanneer="", antwoord=b.antwoord)
            for b in besluit.bezwaren
        ),
        gevolg=gevolgdeel(
            voor, na, besluit.wijzigingen, verliezen(voor, na), zichtbaar, totalen=totalen
        ),
        lijn=lijn.tekst if totalen else "",
        rijen=tuple(
            Planrij(
                plaats=regel.plaats,
                code=regel.opdracht,
                naam=namen.opdracht(regel.opdracht),
                status=regel.status,
                gevraagd=notatie.uren(regel.gevraagd_honderdste),
                toegekend=notatie.uren(regel.toegekend_honderdste),
                dekking=notatie.dekking(regel.dekking),
            )
            for regel in na.effecten.opdrachten
            if regel.opdracht in zichtbaar
        ),
        mee=_mee_te_nemen(wie, omgeving.basis().index, Planindex.van(paar.voor)) & zichtbaar,
        controle=_controle(besluit, klopt=klopt),
        klopt=klopt or besluit.rekenversie != ENGINE_VERSIE,
        nakomst=nakomst,
        nakomst_tekst=tekst,
    )


def _zichtbaar(wie: Wie, nu: Planindex, toen: Planindex) -> frozenset[OpdrachtCode]:
    return _gefilterd(zichtbare_opdrachten, wie, nu, toen)


def _mee_te_nemen(wie: Wie, nu: Planindex, toen: Planindex) -> frozenset[OpdrachtCode]:
    return _gefilterd(mee_te_nemen_opdrachten, wie, nu, toen)


def _gefilterd(
    rijfilter: Callable[[Wie, Planindex, Iterable[OpdrachtCode]], frozenset[OpdrachtCode]],
    wie: Wie,
    nu: Planindex,
    toen: Planindex,
) -> frozenset[OpdrachtCode]:
    """By the plan in force, also when it was another's then; what is gone since by the plan of
    then, of which no delegation runs any more."""
    weg = {
        code: replace(opdracht, gedelegeerd_aan=None)
        for code, opdracht in toen.opdrachten.items()
        if code not in nu.opdrachten
    }
    er_nog = rijfilter(wie, nu, toen.opdrachten.keys() - weg.keys())
    return er_nog | rijfilter(wie, replace(toen, opdrachten=weg), weg)


def _kop(besluit: Besluit) -> Kop:
    genomen = besluit.levering is not None
    titel = (
        f"Zo was het plan na besluit {besluit.nummer}, ‘{besluit.titel}’."
        if genomen
        else f"Zo zou het plan zijn geworden met ‘{besluit.titel}’, dat is afgewezen."
    )
    delen = [
        f"{besluit.stand.value.capitalize()} op {notatie.moment(besluit.tijdstip)}",
        f"door {besluit.naam}",
        notatie.periode(besluit.horizon),
        f"kenmerk {kenmerk(besluit.vingerafdruk)}",
    ]
    return Kop(titel=titel, bijschrift=" · ".join(delen))


def _controle(besluit: Besluit, *, klopt: bool) -> str:
    if klopt:
        return "Nagerekend: het kenmerk is hetzelfde als bij het besluit."
    if besluit.rekenversie != ENGINE_VERSIE:
        return (
            f"Dit besluit is genomen met rekenversie {besluit.rekenversie}; Sturing rekent nu met "
            f"{ENGINE_VERSIE}. Het kenmerk kan daarom niet worden vergeleken."
        )
    return (
        "Bij narekenen komt er een ander kenmerk uit. Er is iets veranderd aan wat is opgeslagen. "
        "Vraag de beheerder om: sturing controleer."
    )


def _nakomst(
    omgeving: Omgeving,
    besluit: Besluit,
    voor: Uitkomst,
    na: Uitkomst,
    zichtbaar: frozenset[OpdrachtCode],
) -> tuple[tuple[Nakomst, ...], str]:
    """Asked and granted by this plan, and spent, of the opdrachten whose hours the decision
    changed; over the months of the horizon up to the data date of now."""
    nu = omgeving.basis().plan
    peildatum = nu.peildatum
    if peildatum is None or peildatum < na.horizon.van.eerste_dag:
        return (), "Wat ervan kwam, staat hier zodra er uren zijn geboekt in deze periode."
    tot = min(Maand.van_dag(peildatum), na.horizon.tot)
    toen = {r.opdracht: r.toegekend_honderdste for r in voor.effecten.opdrachten}
    anders = [
        r.opdracht
        for r in na.effecten.opdrachten
        if r.opdracht in zichtbaar and toen.get(r.opdracht) != r.toegekend_honderdste
    ]
    gevraagd: Counter[str] = Counter()
    toegekend: Counter[str] = Counter()
    for regel in verdeelregels(na):
        if regel.maand <= tot:
            gevraagd[regel.opdracht] += regel.gevraagd_honderdste
            toegekend[regel.opdracht] += regel.toegekend_honderdste
    nu_heet = toestanden.codes_tussen(omgeving, besluit.basis_levering, omgeving.nummer())
    namen = namen_van(na.stand.plan)
    besteed: Counter[str] = Counter()
    for uren in nu.uren:
        if na.horizon.van <= uren.maand <= tot:
            besteed[uren.opdracht] += uren.uren_honderdste
    rijen = tuple(
        Nakomst(
            opdracht=namen.opdracht(code),
            gevraagd=notatie.uren(gevraagd[code]),
            toegekend=notatie.uren(toegekend[code]),
            besteed=notatie.uren(besteed[nu_heet.get(("Opdrachten", code), code)]),
        )
        for code in anders
    )
    return (
        rijen,
        f"Van {notatie.maand_lang(na.horizon.van)} t/m {notatie.maand_lang(tot)}, in uren.",
    )
