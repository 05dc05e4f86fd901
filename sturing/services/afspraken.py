"""Do we keep what the sturingskader says? The screen Afspraken: sentence, rules, points, reasons.

Owns which points a person sees, in which order (legal work that does not fit first, then the own),
and the sentence on top. What a person may not see is not shown and not counted. Must never test a
rule itself (analyses/afspraken).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sturing.analyses.afspraken.stof import Toetsstof
from sturing.analyses.afspraken.toets import Afspraakuitslag, Getoetst
from sturing.domain.afspraak import Afspraakgroep, Afspraakobject, Objectsoort
from sturing.domain.bevinding import Ernst
from sturing.domain.wie import Wie
from sturing.engine.uitkomst import Uitkomst
from sturing.rights.afspraken import Puntrecht, mag_afspraken_wijzigen
from sturing.rights.mag import Actie, mag_iets_lezen
from sturing.services import notatie
from sturing.services.afspraakpunten import Puntmaker
from sturing.services.afspraakregels import Getoetstplan, redenen_nu, regels_nu, toets_nu
from sturing.services.afspraakwijziging import geschiedenis, regelbeelden
from sturing.services.afsprakenbeeld import (
    Afspraakgroepbeeld,
    Afspraakrij,
    Afsprakenbeeld,
    Puntbeeld,
)
from sturing.services.beelden import Geweigerd, Keuze, Kop, Leeg
from sturing.services.blik import ALLE, Blik, Kijk, aantalverschil, blik_op, onder_de_kop
from sturing.services.notatie import VAST
from sturing.services.omgeving import Omgeving
from sturing.services.wettelijkwerk import WETTELIJK, titelzin, wettelijkbeeld

TEKENS_IN_RIJ = 62
"""The exceptions are named behind a rule as long as they fit on a line; the others are counted."""


def afsprakenbeeld(
    omgeving: Omgeving, wie: Wie, kijk: Kijk | None = None
) -> Afsprakenbeeld | Leeg | Geweigerd:
    """The screen of what `kijk` chose (None: the plan in force over the plan year)."""
    if not mag_iets_lezen(wie):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig die opdrachten of teams mag zien, zoals directie, "
            "strategisch manager of teamondersteuner. Vraag een beheerder.",
        )
    blik = blik_op(omgeving, wie, kijk)
    if not blik.basis.plan.opdrachten:
        return Leeg(
            titel=f"Er zijn nog geen opdrachten voor {blik.uitkomst.horizon.van.jaar}.",
            uitleg="Haal bij Gegevens het sjabloon op, vul het in en kies uw bestand. Dan ziet u "
            "hier wat klopt met de afspraken van het sturingskader.",
            naar="gegevens",
            knop="Naar Gegevens",
        )
    return _beeld(omgeving, wie, blik)


def getoetst_plan(omgeving: Omgeving, wie: Wie, blik: Blik, uitkomst: Uitkomst) -> Getoetstplan:
    """`uitkomst` (the plan in force or the scenario of `blik`) tested, as `wie` may see it."""
    recht = Puntrecht(wie=wie, index=blik.basis.index)
    getoetst = toets_nu(omgeving, replace(blik.basis, uitkomst=uitkomst))
    gezien, verborgen = [], 0
    for uitslag in getoetst.uitslagen:
        van_mij = [
            g for g in uitslag.objecten if recht.reikt(g.toetsing.object, g.toetsing.rust_op)
        ]
        verborgen += len(uitslag.objecten) - len(van_mij)
        gekozen = (g for g in van_mij if _in_domein(blik, getoetst.stof, g.toetsing.object))
        gezien.append(Afspraakuitslag(afspraak=uitslag.afspraak, objecten=tuple(gekozen)))
    return Getoetstplan(stof=getoetst.stof, uitslagen=tuple(gezien), verborgen=verborgen)


def _in_domein(blik: Blik, stof: Toetsstof, object_: Afspraakobject) -> bool:
    """Whether an object belongs to the domain that is looked at; an area and a goal have none."""
    if blik.domein is None:
        return True
    match object_.soort:
        case Objectsoort.TEAM:
            return blik.heeft_team(object_.team)
        case Objectsoort.PERSOON if object_.persoon:
            return blik.domein in stof.domein_van.get(object_.persoon, frozenset())
        case _:
            opdracht = stof.opdrachten.get(object_.opdracht) if object_.opdracht else None
            return opdracht is not None and blik.heeft_opdracht(opdracht)


def _beeld(omgeving: Omgeving, wie: Wie, blik: Blik) -> Afsprakenbeeld:
    plan = getoetst_plan(omgeving, wie, blik, blik.uitkomst)
    voor = None if blik.is_plan else getoetst_plan(omgeving, wie, blik, blik.voor)
    maker = Puntmaker(
        wie=wie,
        basis=blik.basis,
        is_plan=blik.is_plan,
        redenen=redenen_nu(omgeving),
        mee=Puntrecht(wie=wie, index=blik.basis.index, actie=Actie.TOTALEN_EXPORTEREN),
    )
    punten = [
        (uitslag, getoetst, beeld)
        for uitslag in plan.uitslagen
        for getoetst in uitslag.objecten
        if (beeld := maker.punt(uitslag.afspraak, getoetst)) is not None
    ]
    open_punten = [p for p in punten if p[1].open]
    open_punten.sort(key=_volgorde)
    beelden = tuple(beeld for _, _, beeld in open_punten)
    return Afsprakenbeeld(
        kop=Kop(
            titel=_titel(plan, voor),
            bijschrift=_bijschrift(blik, plan),
        ),
        groepen=_groepen(plan.uitslagen, voor),
        punten=beelden,
        eigen=sum(beeld.van_mij for beeld in beelden),
        met_reden=tuple(beeld for _, getoetst, beeld in punten if getoetst.reden is not None),
        keuzes=_keuzes(plan.uitslagen),
        wettelijk=wettelijkbeeld(wie, blik, plan),
        regels=regelbeelden(omgeving),
        geschiedenis=geschiedenis(omgeving),
        mag_wijzigen=mag_afspraken_wijzigen(wie),
        conceptversie=concept.versie if (concept := omgeving.concept(wie.account)) else 0,
        uit=sum(not regel.aan for regel in regels_nu(omgeving)),
    )


def _volgorde(punt: tuple[Afspraakuitslag, Getoetst, Puntbeeld]) -> tuple[int, bool, bool]:
    """Legal work that does not fit (most too much first), then the own, then `fout`; the rest as
    the rules stand: the sort keeps that order."""
    uitslag, getoetst, beeld = punt
    wettelijk = uitslag.afspraak.code == WETTELIJK
    te_veel = (getoetst.punt.uren_honderdste or 0) if getoetst.punt and wettelijk else 0
    return -te_veel, not beeld.van_mij, uitslag.afspraak.ernst is not Ernst.FOUT


def _titel(plan: Getoetstplan, voor: Getoetstplan | None) -> str:
    """The answer in at most two lines; `voor` is the plan in force when a scenario is looked at."""
    getoetst = [u for u in plan.uitslagen if u.objecten]
    goed, punten, aantal = sum(not u.open for u in getoetst), plan.punten, len(getoetst)
    if not getoetst:
        return "Er is nu niets dat aan de afspraken getoetst kan worden."
    eerst = titelzin(plan)
    wat = "afspraken" if eerst else "afspraken uit het sturingskader"
    verschil = "" if voor is None else f", {aantalverschil(punten - voor.punten)}"
    if not punten:
        alle = f"Alle {aantal} {wat} kloppen" if aantal > 1 else "De ene getoetste afspraak klopt"
        return f"{eerst}{alle}{verschil}."
    klopt = "klopt" if goed == 1 else "kloppen"
    staat = "staat 1 punt" if punten == 1 else f"staan samen {notatie.getal(punten)} punten"
    rest = f"Bij de andere {aantal - goed}" if goed else f"Bij alle {aantal}"
    return f"{eerst}{goed} van de {aantal} {wat} {klopt} helemaal. {rest} {staat} open{verschil}."


def _bijschrift(blik: Blik, plan: Getoetstplan) -> str:
    delen = ["Principe-afspraken uit het sturingskader", onder_de_kop(blik)]
    if plan.verborgen:
        delen.append("alleen wat bij uw rol hoort")
    return " · ".join(delen)


def _groepen(
    uitslagen: Sequence[Afspraakuitslag], voor: Getoetstplan | None
) -> tuple[Afspraakgroepbeeld, ...]:
    eerst = {u.afspraak.code: len(u.open) for u in voor.uitslagen} if voor else None
    return tuple(
        Afspraakgroepbeeld(naam=groep.value, rijen=rijen)
        for groep in Afspraakgroep
        if (rijen := tuple(_rij(u, eerst) for u in uitslagen if u.afspraak.groep is groep))
    )


def _rij(uitslag: Afspraakuitslag, eerst: Mapping[str, int] | None) -> Afspraakrij:
    afspraak, totaal = uitslag.afspraak, len(uitslag.objecten)
    goed = totaal - len(uitslag.open)
    return Afspraakrij(
        code=afspraak.code,
        titel=afspraak.kop,
        ernst=afspraak.ernst.value,
        punten=len(uitslag.open) if totaal else None,
        telling=f"{notatie.getal(goed)}{VAST}van{VAST}{notatie.getal(totaal)}"
        if totaal
        else notatie.ONBEKEND,
        verschil=""
        if eerst is None
        else notatie.getal(len(uitslag.open) - eerst[afspraak.code], teken=True),
        uitzonderingen=_uitzonderingen(uitslag),
        zin=afspraak.zin,
        plek=afspraak.plek,
    )


def _uitzonderingen(uitslag: Afspraakuitslag) -> str:
    """The exceptions by name, and how many have a reason."""
    namen = [g.toetsing.naam for g in uitslag.open]
    delen = []
    if namen:
        getoond = namen[:1]
        for naam in namen[1:]:
            if len(", ".join([*getoond, naam])) > TEKENS_IN_RIJ:
                break
            getoond.append(naam)
        meer = len(namen) - len(getoond)
        rest = f" en {notatie.getal(meer)} andere" if meer else ""
        delen.append(f"{', '.join(getoond)}{rest}.")
    if uitslag.met_reden:
        aantal = len(uitslag.met_reden)
        delen.append(f"{notatie.aantal(aantal, 'uitzondering', 'uitzonderingen')} met een reden.")
    return " ".join(delen)


def _keuzes(uitslagen: Sequence[Afspraakuitslag]) -> tuple[Keuze, ...]:
    """All rules together, then each rule with open points. No numbers in the names: a list of the
    browser that gets other names loses what was chosen in it."""
    regels = [u.afspraak for u in uitslagen if u.open]
    if not regels:
        return ()
    return (
        Keuze(sleutel=ALLE, naam="Alle afspraken"),
        *(Keuze(sleutel=regel.code, naam=regel.kop) for regel in regels),
    )
