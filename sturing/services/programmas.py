"""The screen Programma's en doelen: do the doelen of college and raad get enough hours and money?

Owns which opdrachten count for a reader and the sentence on top. Who may read totals of the
organisation sees all sums; everybody else sums of the opdrachten that may be seen. An opdracht is
named only to who may see it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sturing.analyses.doel import Doelregel, compute_doel
from sturing.analyses.zonder_doel import Zonderdoelregel, compute_zonder_doel
from sturing.domain import normen
from sturing.domain.codes import OpdrachtCode
from sturing.domain.wie import Wie
from sturing.rights.mag import (
    Actie,
    Oordeel,
    mag,
    mag_iets_lezen,
    object_organisatie,
    zichtbare_opdrachten,
)
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Kerncijfer, Keuze, Kop, Leeg
from sturing.services.blik import Blik, Kijk, blik_op, object_van_blik, onder_de_kop, planverschil
from sturing.services.doelrijen import DZD_CENT, doel_open, doelrijen, is_genoeg
from sturing.services.geldrijen import (
    geldzin,
    programmarijen,
    programmarijen_van,
    taakveldrijen,
)
from sturing.services.kernwaarden import kernwaarden, kernwaardenzin, waarde_open
from sturing.services.namen import SOORT_WERK_KORT, Namen
from sturing.services.omgeving import Omgeving
from sturing.services.programmasbeeld import Programmarij, Programmasbeeld, Zonderdoel
from sturing.services.stroombeeld import stroombeeld
from sturing.services.taakvelduren import taakvelduren
from sturing.services.waarden import waardenbeeld

_DELEN = f"ten minste {normen.HAALBAAR_VANAF_PCT}%"


def programmas(
    omgeving: Omgeving,
    wie: Wie,
    kijk: Kijk | None = None,
    doel: str | None = None,
    programma: str | None = None,
    waarde: str | None = None,
) -> Programmasbeeld | Leeg | Geweigerd:
    """The screen with `doel` and the part `waarde` of a kernwaarde opened, and the flow of
    `programma` (None: of all)."""
    if not mag_iets_lezen(wie):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig bij opdrachten, zoals strategisch manager of "
            "medewerker. Vraag een beheerder.",
        )
    blik = blik_op(omgeving, wie, kijk)
    plan = blik.basis.plan
    if not plan.opdrachten:
        return Leeg(
            titel=f"Er zijn nog geen opdrachten voor {blik.uitkomst.horizon.van.jaar}.",
            uitleg="Haal bij Gegevens het sjabloon op, vul het in en kies uw bestand.",
            naar="gegevens",
            knop="Naar Gegevens",
        )
    zichtbaar = zichtbare_opdrachten(wie, blik.basis.index, [o.opdracht for o in plan.opdrachten])
    geheel = mag(wie, Actie.TOTALEN_LEZEN, object_organisatie())
    if not geheel and not zichtbaar:
        return Leeg(
            titel="Er is nog geen opdracht die u mag zien.",
            uitleg="U ziet de opdrachten waar uw rol bij hoort. Vraag een beheerder of uw rol "
            "klopt.",
        )
    alleen = _tellen_mee(blik, geheel, zichtbaar)
    return _beeld(blik, wie, geheel, alleen, zichtbaar, (doel, programma, waarde))


def _tellen_mee(
    blik: Blik, geheel: Oordeel, zichtbaar: Collection[OpdrachtCode]
) -> frozenset[OpdrachtCode] | None:
    """Which opdrachten count: None for all of them."""
    if geheel and blik.domein is None:
        return None
    return frozenset(
        o.opdracht
        for o in blik.basis.plan.opdrachten
        if blik.heeft_opdracht(o) and (geheel or o.opdracht in zichtbaar)
    )


def _beeld(
    blik: Blik,
    wie: Wie,
    geheel: Oordeel,
    alleen: frozenset[OpdrachtCode] | None,
    zichtbaar: Collection[OpdrachtCode],
    gekozen: tuple[str | None, str | None, str | None],
) -> Programmasbeeld:
    """`gekozen`: doel, programma and part of a kernwaarde."""
    doel, programma, waarde = gekozen
    regels = _te_tonen(compute_doel(blik.uitkomst, alleen), alleen)
    eerst = _te_tonen(compute_doel(blik.voor, alleen), alleen)
    los = [
        r
        for r in compute_zonder_doel(blik.uitkomst)
        if r.opdracht in zichtbaar and (alleen is None or r.opdracht in alleen)
    ]
    namen = blik.basis.namen.voor(zichtbaar)
    geld = programmarijen(blik) if alleen is None else programmarijen_van(blik, alleen)
    open_regel = next((r for r in regels if r.doel and r.doel == doel), None)
    waarden = kernwaarden(blik.uitkomst, alleen)
    zonder_werk = [r.naam or "" for r in regels if r.zonder_werk] if alleen is None else []
    return Programmasbeeld(
        kop=Kop(titel=_titel(regels, zonder_werk, alleen), bijschrift=onder_de_kop(blik)),
        kerncijfers=_kerncijfers(blik, regels, eerst, geld, len(los), alleen),
        is_plan=blik.is_plan,
        alles=alleen is None,
        bereik=_bereik(blik, geheel, alleen),
        doelen=doelrijen(regels, eerst),
        doel_keuzes=tuple(
            Keuze(sleutel=r.doel, naam=r.naam or r.doel) for r in regels if r.doel is not None
        ),
        open=doel_open(blik, namen, open_regel, alleen, zichtbaar) if open_regel else None,
        doelen_zonder_werk=tuple(zonder_werk),
        zonder_doel=tuple(_zonder_doel(namen, r) for r in los),
        programmas=geld,
        geldzin=geldzin(blik) if alleen is None else "",
        taakvelden=taakveldrijen(blik) if alleen is None else (),
        taakvelduren=taakvelduren(blik, alleen) if geheel else None,
        stroom=stroombeeld(blik, wie, alleen, programma),
        kernwaarden=waarden,
        kernwaardenzin=kernwaardenzin(waarden),
        waarde_open=waarde_open(blik, namen, waarden, waarde, alleen, zichtbaar),
        waarden=waardenbeeld(blik, zichtbaar),
        mag_exporteren=bool(mag(wie, Actie.TOTALEN_EXPORTEREN, object_van_blik(blik))),
    )


def _te_tonen(
    regels: Sequence[Doelregel], alleen: Collection[OpdrachtCode] | None
) -> tuple[Doelregel, ...]:
    """Who sees some opdrachten only, cannot tell that a doel has no work: only those that have."""
    if alleen is None:
        return tuple(regels)
    return tuple(r for r in regels if r.opdrachten)


def _bereik(blik: Blik, geheel: Oordeel, alleen: Collection[OpdrachtCode] | None) -> str:
    if alleen is None:
        return ""
    aantal = sum(r.opdracht in alleen for r in blik.uitkomst.effecten.opdrachten)
    telt = notatie.aantal(aantal, "opdracht", "opdrachten")
    if geheel and blik.domein is not None:
        return (
            f"U kijkt naar de {telt} van het domein {blik.domein.value}. Geld van hele "
            "programma's staat er dan niet bij."
        )
    return (
        f"U ziet {telt}: die waar uw rol bij hoort. Andere opdrachten van dezelfde doelen en "
        "programma's tellen hier niet mee."
    )


def _titel(
    regels: Sequence[Doelregel],
    zonder_werk: Sequence[str],
    alleen: Collection[OpdrachtCode] | None,
) -> str:
    doelen = [r for r in regels if r.doel is not None]
    if not doelen:
        return "Er zijn nog geen doelen bij deze opdrachten. Vul het blad Doelen in."
    genoeg = sum(is_genoeg(r) for r in doelen)
    een = 1 in (genoeg, len(doelen))
    krijgt, van = "krijgt" if een else "krijgen", "van" if len(doelen) == 1 else "van de"
    aantal = f"{notatie.getal(genoeg)} {van} {notatie.aantal(len(doelen), 'doel', 'doelen')}"
    zin = f"{aantal} {krijgt} genoeg uren en geld."
    if alleen is not None:
        return zin
    if not zonder_werk:
        return f"{zin} Elk doel heeft een opdracht."
    if len(zonder_werk) == 1:
        return f"{zin} 1 doel heeft nog geen werk: {zonder_werk[0]}."
    return f"{zin} {notatie.getal(len(zonder_werk))} doelen hebben nog geen werk."


def _kerncijfers(
    blik: Blik,
    regels: Sequence[Doelregel],
    eerst: Sequence[Doelregel],
    geld: Sequence[Programmarij],
    zonder_doel: int,
    alleen: Collection[OpdrachtCode] | None,
) -> tuple[Kerncijfer, ...]:
    doelen = [r for r in regels if r.doel is not None]
    genoeg, was = sum(map(is_genoeg, doelen)), sum(is_genoeg(r) for r in eerst if r.doel)
    cijfers = [
        Kerncijfer(
            naam="Doelen met genoeg",
            waarde=f"{notatie.getal(genoeg)} van {notatie.getal(len(doelen))}",
            bijschrift=f"{_DELEN} van uren en geld",
            verschil=planverschil(blik, genoeg - was, notatie.getal(genoeg - was, teken=True)),
        ),
        Kerncijfer(
            naam="Werk zonder doel",
            waarde=notatie.aantal(zonder_doel, "opdracht", "opdrachten"),
            bijschrift="van strategische agenda en begroting",
        ),
    ]
    if not geld:
        return tuple(cijfers)
    samen = geld[-1]
    cent = sum(r.toegekend_cent or 0 for r in regels)
    nu = sum(r.toegekend_cent or 0 for r in eerst)
    beschikbaar = ""
    if samen.beschikbaar_dzd is not None:
        beschikbaar = f", {notatie.euro_mln(samen.beschikbaar_dzd * DZD_CENT)} beschikbaar"
    cijfers.append(
        Kerncijfer(
            naam="Geld toegekend",
            waarde=notatie.euro_mln(cent),
            bijschrift=f"van {notatie.euro_mln(samen.gevraagd_dzd * DZD_CENT)} gevraagd"
            f"{beschikbaar}",
            verschil=planverschil(blik, cent - nu, notatie.euro_verschil(cent - nu)),
        )
    )
    if alleen is None:
        prognose = f"nog niets geboekt in {blik.uitkomst.horizon.van.jaar}"
        if samen.prognose_dzd is not None:
            prognose = f"prognose heel jaar {notatie.euro_mln(samen.prognose_dzd * DZD_CENT)}"
        besteed = samen.besteed_dzd
        cijfers.append(
            Kerncijfer(
                naam="Besteed",
                waarde=notatie.euro_mln(None if besteed is None else besteed * DZD_CENT),
                bijschrift=prognose,
            )
        )
    return tuple(cijfers)


def _zonder_doel(namen: Namen, regel: Zonderdoelregel) -> Zonderdoel:
    return Zonderdoel(
        naam=regel.naam,
        soort_werk=SOORT_WERK_KORT[regel.soort_werk],
        opdrachtgever=namen.persoon_kort(regel.opdrachtgever),
        stand=regel.status.value if regel.plaats is None else f"plaats {regel.plaats}",
        gevraagd=notatie.uren(regel.gevraagd_honderdste)
        if regel.gevraagd_honderdste
        else notatie.ONBEKEND,
    )
