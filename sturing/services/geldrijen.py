"""The money on the screen Programma's en doelen: programmes, taakvelden and the forecast in words.

Owns the sums over the years of the period and the rounding to thousands of euros. A forecast of
several years is there only when each of them has one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sturing.analyses.begroting import compute_begroting
from sturing.analyses.besteding import Bestedingsjaar, compute_besteding
from sturing.analyses.programma import compute_programma
from sturing.domain.codes import OpdrachtCode
from sturing.domain.tijd import Maand
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst
from sturing.services import notatie
from sturing.services.blik import Blik
from sturing.services.doelrijen import DZD_CENT
from sturing.services.namen import ZONDER
from sturing.services.programmasbeeld import Programmarij, Taakveldrij

TOTAAL = "Alle programma's"
Bedragen = tuple[int | None, ...]


def programmarijen(blik: Blik) -> tuple[Programmarij, ...]:
    """Every programme with its money, and the sum of all last; empty without programmes."""
    jaren = compute_besteding(blik.uitkomst)
    nu = _toegekend(blik.voor)
    codes = list(dict.fromkeys(r.programma for r in jaren))
    if not codes:
        return ()
    namen = [_naam(blik, code) for code in codes]
    per = [[r for r in jaren if r.programma == code] for code in codes]
    verschil = [
        sum(r.toegekend_cent for r in rijen) - nu.get(code, 0)
        for code, rijen in zip(codes, per, strict=True)
    ]
    kolommen = [
        _kolom([_som(rijen, "lasten_cent") for rijen in per]),
        _kolom([_som(rijen, "beschikbaar_cent", alle=True) for rijen in per]),
        _kolom([_som(rijen, "gevraagd_cent") for rijen in per]),
        _kolom([_som(rijen, "toegekend_cent") for rijen in per]),
        _kolom([_som(rijen, "over_cent", alle=True) for rijen in per]),
        _kolom([_som(rijen, "besteed_cent") for rijen in per]),
        _kolom([_som(rijen, "prognose_cent", alle=True) for rijen in per]),
        _kolom(list(verschil)),
    ]
    return tuple(
        _rij(naam, *(kolom[i] for kolom in kolommen)) for i, naam in enumerate([*namen, TOTAAL])
    )


def _naam(blik: Blik, code: str | None) -> str:
    return blik.basis.namen.programma(code) if code else ZONDER[Dimensie.PROGRAMMA].capitalize()


def _toegekend(uitkomst: Uitkomst) -> dict[str | None, int]:
    return {r.sleutel: r.toegekend_cent or 0 for r in uitkomst.effecten.per[Dimensie.PROGRAMMA]}


def _som(rijen: Sequence[Bestedingsjaar], veld: str, *, alle: bool = False) -> int | None:
    """The sum over the years that have one; with `alle` None unless every year has one."""
    waarden: list[int | None] = [getattr(rij, veld) for rij in rijen]
    bekend = [waarde for waarde in waarden if waarde is not None]
    if not bekend or (alle and len(bekend) < len(waarden)):
        return None
    return sum(bekend)


def _kolom(cent: Sequence[int | None]) -> Bedragen:
    """Thousands of euros that add up to the last one; what is unknown stays so."""
    bekend = [c for c in cent if c is not None]
    heel = iter(notatie.rond_op_totaal(bekend, DZD_CENT))
    totaal = notatie.afgerond(sum(bekend), DZD_CENT) if bekend else None
    return (*(None if c is None else next(heel) for c in cent), totaal)


def _rij(naam: str, *bedragen: int | None) -> Programmarij:
    lasten, beschikbaar, gevraagd, toegekend, over, besteed, prognose, verschil = bedragen
    return Programmarij(
        naam=naam,
        lasten_dzd=lasten,
        beschikbaar_dzd=beschikbaar,
        gevraagd_dzd=gevraagd or 0,
        toegekend_dzd=toegekend or 0,
        over_dzd=over,
        besteed_dzd=besteed,
        prognose_dzd=prognose,
        verschil_dzd=verschil or 0,
    )


def programmarijen_van(blik: Blik, alleen: Collection[OpdrachtCode]) -> tuple[Programmarij, ...]:
    """Asked and granted of some opdrachten; the money of a whole programme is not theirs."""
    regels = compute_programma(blik.uitkomst, alleen)
    nu = {r.programma: r.toegekend_cent or 0 for r in compute_programma(blik.voor, alleen)}
    if not regels:
        return ()
    leeg: Bedragen = (None,) * (len(regels) + 1)
    gevraagd = _kolom([r.gevraagd_cent or 0 for r in regels])
    toegekend = _kolom([r.toegekend_cent or 0 for r in regels])
    verschil = _kolom([(r.toegekend_cent or 0) - nu.get(r.programma, 0) for r in regels])
    kolommen = (leeg, leeg, gevraagd, toegekend, leeg, leeg, leeg, verschil)
    namen = [_naam(blik, r.programma) for r in regels]
    return tuple(
        _rij(naam, *(kolom[i] for kolom in kolommen)) for i, naam in enumerate([*namen, TOTAAL])
    )


def taakveldrijen(blik: Blik) -> tuple[Taakveldrij, ...]:
    """The rows of the programmabegroting in the years of the period."""
    return tuple(
        Taakveldrij(
            programma=r.naam or r.programma,
            taakveld=r.taakveld or notatie.ONBEKEND,
            jaar=r.jaar,
            lasten_dzd=notatie.afgerond(r.lasten_cent, DZD_CENT),
            baten_dzd=None if r.baten_cent is None else notatie.afgerond(r.baten_cent, DZD_CENT),
            beschikbaar_dzd=None
            if r.beschikbaar_cent is None
            else notatie.afgerond(r.beschikbaar_cent, DZD_CENT),
        )
        for r in compute_begroting(blik.uitkomst)
    )


def geboekt_tot(uitkomst: Uitkomst) -> Maand | None:
    """The last month of the years of the period in which anything was booked."""
    maanden = [r.geboekt_tot for r in compute_besteding(uitkomst) if r.geboekt_tot]
    return max(maanden, default=None)


def geldzin(blik: Blik) -> str:
    """Until when money was booked and how the forecast is made, or where there is any."""
    tot = geboekt_tot(blik.uitkomst)
    if tot is not None:
        return (
            f"Besteed tot en met {notatie.maand_lang(tot)}. De prognose is het tempo tot dan toe "
            f"over twaalf maanden: besteed, gedeeld door {tot.maand}, keer 12. Wat in één keer, "
            "laat of per seizoen wordt betaald, ziet zij niet."
        )
    jaar = blik.uitkomst.horizon.van.jaar
    eerder = [r.maand for r in blik.basis.plan.besteding]
    if not eerder:
        return "Er is nog niets besteed. Lever het blad Besteding bij Gegevens."
    laatste = max(eerder)
    return (
        f"In {jaar} is nog niets besteed, dus er is geen prognose. Kies planjaar {laatste.jaar} "
        f"voor wat er tot en met {notatie.maand_lang(laatste)} is besteed."
    )
