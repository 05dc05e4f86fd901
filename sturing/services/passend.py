"""Where and when an opdracht would fit, found by calculating it (rekenmodel section 7).

Owns the search over places and over shifts of its window, all others in their own order. What fits
at a place fits at every higher one, in every method, so that places can be halved. Places count
from 1, shifts are whole months.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode
from sturing.domain.tijd import Maand
from sturing.domain.wijziging import Rang, Verschuif
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.verdeling import verdeel
from sturing.engine.volgorde import groep, plaatsen, verplaats
from sturing.services.namen import Namen
from sturing.services.notatie import maand_lang, uren_met_eenheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Passend:
    """The lowest place or first shift that fits; None with the reason in Dutch."""

    waarde: int | None
    waarom_niet: str = ""


def regel_van(uitkomst: Uitkomst, opdracht: str) -> Opdrachtregel | None:
    """The row of an opdracht in a result; None when it claims nothing."""
    return next((r for r in uitkomst.effecten.opdrachten if r.opdracht == opdracht), None)


def laagste_passende_plaats(uitkomst: Uitkomst, opdracht: OpdrachtCode, namen: Namen) -> Passend:
    """The lowest place that `opdracht` may take and from which it gets everything it asks."""
    plan, volgorde = uitkomst.stand.plan, uitkomst.stand.volgorde
    nu = plaatsen(plan, volgorde)
    groepen = {o.opdracht: groep(plan, o) for o in plan.opdrachten}
    eigen = [plaats for code, plaats in nu.items() if groepen[code] == groepen[opdracht]]
    boven, onder = min(eigen), max(eigen)
    if not _past_op(uitkomst, opdracht, boven):
        return Passend(waarde=None, waarom_niet=_waarom_nergens(uitkomst, opdracht, namen))
    while boven < onder:
        midden = (boven + onder + 1) // 2
        if _past_op(uitkomst, opdracht, midden):
            boven = midden
        else:
            onder = midden - 1
    return Passend(waarde=boven)


def _past_op(uitkomst: Uitkomst, opdracht: OpdrachtCode, plaats: int) -> bool:
    stand = uitkomst.stand
    volgorde, bereikt, onder = verplaats(stand.plan, stand.volgorde, opdracht, plaats)
    if volgorde == stand.volgorde:
        proef = uitkomst
    else:
        rang = Rang(opdracht=opdracht, oude_plaats=bereikt, plaats=bereikt, onder=onder)
        alle = (*uitkomst.wijzigingen, rang)
        proef = reken(uitkomst.plan, uitkomst.horizon, alle, basis=uitkomst)
    regel = regel_van(proef, opdracht)
    return regel is not None and regel.past


def _waarom_nergens(uitkomst: Uitkomst, opdracht: OpdrachtCode, namen: Namen) -> str:
    """Also alone it does not fit, or legal work stands before it."""
    model, methode = uitkomst.model, uitkomst.stand.plan.instellingen.methode
    anderen = tuple(code for code in uitkomst.verdeling.volgorde if code != opdracht)
    alleen = verdeel(model, (opdracht, *anderen), methode)
    naam, vraag = namen.opdracht(opdracht), model.vraag
    eigen = vraag.cel_opdracht == model.index[opdracht]
    aanbod = vraag.aanbod[vraag.cel_bron[eigen]]
    over = vraag.cel_gevraagd[eigen] - aanbod
    if bool((over > 0).any()):
        ergst = int(over.argmax())
        _, team, maand = model.cel(int(eigen.nonzero()[0][ergst]))
        gevraagd = uren_met_eenheid(int(vraag.cel_gevraagd[eigen][ergst]))
        return (
            f"{naam} vraagt meer dan er is: {gevraagd} van {namen.team(team)} in "
            f"{maand_lang(maand)}, waar {uren_met_eenheid(int(aanbod[ergst]))} is."
        )
    eerste = alleen.toegekend[eigen].sum() < vraag.cel_gevraagd[eigen].sum()
    lijnen = vraag.lijn_opdracht == model.index[opdracht]
    geld = alleen.budget_toegekend[lijnen].sum() < vraag.lijn_gevraagd[lijnen].sum()
    if bool(eerste) or bool(geld):
        return f"{naam} vraagt meer geld dan het programma heeft."
    return f"{naam} past op geen plaats: wettelijk werk staat ervoor."


def eerste_passende_maand(uitkomst: Uitkomst, opdracht: OpdrachtCode, namen: Namen) -> Passend:
    """The smallest shift in time (also below 0) with which `opdracht` fits at its own place.

    A shift that takes work out of the planning period is no answer: it would fit only because part
    of what it asks is no longer looked at.
    """
    nu = regel_van(uitkomst, opdracht)
    naam = namen.opdracht(opdracht)
    if nu is None:
        return Passend(waarde=None, waarom_niet=f"{naam} is niet gepland of lopend.")
    for maanden in _schuiven(uitkomst, opdracht):
        alle = (*uitkomst.wijzigingen, Verschuif(opdracht=opdracht, maanden=maanden))
        proef = reken(uitkomst.plan, uitkomst.horizon, alle, basis=uitkomst)
        if any(c.index == len(alle) - 1 for c in proef.stand.conflicten):
            continue
        regel = regel_van(proef, opdracht)
        if regel is None or regel.gevraagd_honderdste < nu.gevraagd_honderdste:
            continue
        if regel.past and regel.gevraagd_cent >= nu.gevraagd_cent:
            return Passend(waarde=maanden)
    return Passend(waarde=None, waarom_niet=f"{naam} past in geen maand van de planperiode.")


def _schuiven(uitkomst: Uitkomst, opdracht: OpdrachtCode) -> range:
    """Every shift that keeps the whole window in the planning period, earliest first."""
    plan, horizon = uitkomst.stand.plan, uitkomst.horizon
    eigen = next(o for o in plan.opdrachten if o.opdracht == opdracht)
    rijen = [r for r in plan.inzet if r.opdracht == opdracht]
    begin = [r.van for r in rijen] + ([eigen.van] if eigen.van else [])
    einde = [r.tot for r in rijen] + ([eigen.tot] if eigen.tot else [])
    if not begin or not einde:
        return range(0)
    eerste = tussen(Maand.van_dag(min(begin)), horizon.van)
    laatste = tussen(Maand.van_dag(max(einde)), horizon.tot)
    return range(min(eerste, 0), max(laatste, 0) + 1)


def tussen(van: Maand, tot: Maand) -> int:
    """Months from `van` to `tot`."""
    return (tot.jaar - van.jaar) * 12 + tot.maand - van.maand
