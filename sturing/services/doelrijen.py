"""The doelen on the screen Programma's en doelen: rows, verdict in words, and one doel opened.

Owns the words and the order: doelen that need something first. Hours and euros come from
analyses/doel.py.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sturing.analyses.doel import Doelregel
from sturing.domain.codes import OpdrachtCode
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Dimensie, Opdrachtregel, dekking
from sturing.services import notatie
from sturing.services.blik import Blik
from sturing.services.namen import ZONDER, Namen
from sturing.services.programmasbeeld import Doelopdracht, Doelopen, Doelrij

DZD_CENT = 100_000
"""A thousand euros in cents."""
TOTAAL = "Alle opdrachten"


def is_genoeg(regel: Doelregel) -> bool:
    """Does a doel with work get enough of all that is asked for it?"""
    gevraagd = regel.uren_genoeg is not None or regel.geld_genoeg is not None
    return gevraagd and regel.uren_genoeg is not False and regel.geld_genoeg is not False


def oordeel(regel: Doelregel) -> str:
    """The verdict of one doel in words."""
    if regel.zonder_werk:
        wacht = notatie.aantal(regel.wachtend, "opdracht wacht", "opdrachten wachten")
        return f"nog geen werk, {wacht}" if regel.wachtend else "nog geen opdracht"
    if regel.uren_genoeg is None and regel.geld_genoeg is None:
        return "vraagt nu niets"
    te_weinig = [
        wat
        for wat, genoeg in (("uren", regel.uren_genoeg), ("geld", regel.geld_genoeg))
        if genoeg is False
    ]
    return f"te weinig {notatie.opsomming(te_weinig)}" if te_weinig else "genoeg"


def _mis(regel: Doelregel) -> bool:
    """Does it lack work, hours or money? One that asks nothing now lacks nothing."""
    return regel.zonder_werk or regel.uren_genoeg is False or regel.geld_genoeg is False


def doelrijen(regels: Sequence[Doelregel], eerst: Sequence[Doelregel]) -> tuple[Doelrij, ...]:
    """Without work first, then what lacks hours or money, each by the largest shortage of hours,
    then of euros; what serves no doel and the sum of all at the end. `eerst` is the same
    of the plan in force."""
    nu = {r.doel: r.toegekend_honderdste for r in eerst}
    volgorde = sorted(
        regels,
        key=lambda r: (
            r.doel is None,
            not r.zonder_werk,
            not _mis(r),
            -r.tekort_honderdste,
            -r.tekort_cent,
            r.doel or "",
        ),
    )
    gevraagd, toegekend = notatie.rond_paren(
        [r.gevraagd_honderdste for r in volgorde], [r.toegekend_honderdste for r in volgorde]
    )
    verschil = notatie.rond_op_totaal(
        [r.toegekend_honderdste - nu.get(r.doel, 0) for r in volgorde]
    )
    geld, krijgt = notatie.rond_paren(
        [r.gevraagd_cent or 0 for r in volgorde],
        [r.toegekend_cent or 0 for r in volgorde],
        DZD_CENT,
    )
    rijen = [
        Doelrij(
            doel=regel.doel,
            naam=(regel.naam or regel.doel or ZONDER[Dimensie.DOEL].capitalize()),
            bron=regel.bron.value if regel.bron else notatie.ONBEKEND,
            opdrachten=regel.opdrachten,
            gevraagd_uren=gevraagd[i],
            toegekend_uren=toegekend[i],
            dekking_pct=notatie.dekking_heel(regel.dekking_ratio),
            gevraagd_dzd=geld[i],
            toegekend_dzd=krijgt[i],
            oordeel=oordeel(regel),
            mis=_mis(regel),
            verschil_uren=verschil[i],
        )
        for i, regel in enumerate(volgorde)
    ]
    return (*rijen, _totaal(regels, sum(nu.values()))) if rijen else ()


def _totaal(regels: Sequence[Doelregel], eerst: int) -> Doelrij:
    gevraagd = sum(r.gevraagd_honderdste for r in regels)
    toegekend = sum(r.toegekend_honderdste for r in regels)
    return Doelrij(
        doel=None,
        naam=TOTAAL,
        bron="",
        opdrachten=sum(r.opdrachten for r in regels),
        gevraagd_uren=notatie.uren_heel(gevraagd),
        toegekend_uren=notatie.uren_heel(toegekend),
        dekking_pct=notatie.dekking_heel(dekking(gevraagd, toegekend)),
        gevraagd_dzd=notatie.afgerond(sum(r.gevraagd_cent or 0 for r in regels), DZD_CENT),
        toegekend_dzd=notatie.afgerond(sum(r.toegekend_cent or 0 for r in regels), DZD_CENT),
        oordeel="",
        mis=False,
        verschil_uren=notatie.uren_heel(toegekend - eerst),
    )


def doel_open(
    blik: Blik,
    namen: Namen,
    regel: Doelregel,
    alleen: Collection[OpdrachtCode] | None,
    zichtbaar: Collection[OpdrachtCode],
) -> Doelopen:
    """The opdrachten that serve a doel and are not over: by place, those without one last."""
    per_code = {r.opdracht: r for r in blik.uitkomst.effecten.opdrachten}
    laatste = len(per_code) + 1
    dienen = sorted(
        (
            o
            for o in blik.basis.plan.opdrachten
            if o.doel == regel.doel
            and not o.status.voorbij
            and (alleen is None or o.opdracht in alleen)
        ),
        key=lambda o: (
            per_code[o.opdracht].plaats if o.opdracht in per_code else laatste,
            o.opdracht,
        ),
    )
    delen = [f"Bron: {regel.bron.value}"] if regel.bron else []
    if regel.programma:
        delen.append(namen.programma(regel.programma))
    if regel.portefeuillehouder:
        delen.append(namen.persoon(regel.portefeuillehouder))
    gezien = [o for o in dienen if o.opdracht in zichtbaar]
    return Doelopen(
        doel=regel.doel or "",
        naam=regel.naam or regel.doel or "",
        bijschrift=" · ".join(delen),
        opdrachten=tuple(_opdracht(namen, o, per_code.get(o.opdracht)) for o in gezien),
        verborgen=len(dienen) - len(gezien),
    )


def _opdracht(namen: Namen, opdracht: Opdracht, regel: Opdrachtregel | None) -> Doelopdracht:
    stand = opdracht.status.value
    if regel is not None:
        stand = regel.status.value if regel.status else "vraagt niets"
    uren = regel is not None and regel.gevraagd_honderdste
    geld = regel is not None and regel.gevraagd_cent
    return Doelopdracht(
        opdracht=opdracht.opdracht,
        plaats=regel.plaats if regel else None,
        naam=opdracht.kort,
        status=regel.status if regel else None,
        stand=stand,
        opdrachtgever=namen.persoon_kort(opdracht.opdrachtgever),
        gevraagd=notatie.uren(regel.gevraagd_honderdste) if regel and uren else notatie.ONBEKEND,
        toegekend=notatie.uren(regel.toegekend_honderdste) if regel and uren else notatie.ONBEKEND,
        dekking=notatie.dekking(regel.dekking) if regel else notatie.ONBEKEND,
        geld_gevraagd=notatie.euro_mln(regel.gevraagd_cent) if regel and geld else notatie.ONBEKEND,
        geld_toegekend=notatie.euro_mln(regel.toegekend_cent)
        if regel and geld
        else notatie.ONBEKEND,
    )
