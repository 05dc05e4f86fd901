"""The answer for the directie: is there enough, where not? Sentences and figures of one result."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sturing.analyses.maand import Maandregel, compute_maand
from sturing.analyses.warmtekaart import Warmteregel, compute_warmtekaart
from sturing.analyses.wettelijk import Wettelijkregel, compute_wettelijk
from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.wie import Wie
from sturing.engine.effecten import Dimensie, Effectregel, Opdrachtregel
from sturing.rights.mag import Actie, mag, object_organisatie
from sturing.services import notatie
from sturing.services.beelden import (
    Geldregel,
    Geweigerd,
    Kerncijfer,
    Kop,
    Leeg,
    Maandbeeld,
    Opdrachtmelding,
    Overzichtbeeld,
    Signaal,
    Warmtecel,
    Warmterij,
)
from sturing.services.blik import Blik, Kijk, blik_op, onder_de_kop, urenverschil
from sturing.services.bordbeeld import telling
from sturing.services.bordzinnen import alle_zijn
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.signalen import signalen, van_teams

STAPPEN_PCT = (101, 115, 130, 155)
"""Where the steps of the heat map begin (ontwerp/beeld/tokens.md): up to 100% has no colour."""


def overzicht(
    omgeving: Omgeving, wie: Wie, kijk: Kijk | None = None
) -> Overzichtbeeld | Leeg | Geweigerd:
    """The overview of what `kijk` chose (None: the plan in force over the plan year)."""
    if not mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig die de hele organisatie mag zien, zoals directie of "
            "strategisch manager. Vraag een beheerder.",
        )
    blik = blik_op(omgeving, wie, kijk)
    basis = blik.basis
    if not basis.plan.opdrachten or not basis.plan.teams:
        wat = "teams" if basis.plan.opdrachten else "opdrachten"
        return Leeg(
            titel=f"Er zijn nog geen {wat} voor {basis.uitkomst.horizon.van.jaar}.",
            uitleg="Haal bij Gegevens het sjabloon op, vul het in en kies uw bestand.",
            naar="gegevens",
            knop="Naar Gegevens",
        )
    return _beeld(blik, van_teams(omgeving, basis, wie))


def _beeld(blik: Blik, gemeld: Sequence[Signaal]) -> Overzichtbeeld:
    basis = blik.basis
    effecten = basis.uitkomst.effecten
    warmte = compute_warmtekaart(basis.uitkomst)
    wettelijk = compute_wettelijk(basis.uitkomst)
    aantallen = telling(effecten, sum(o.status == "parkeerplaats" for o in basis.plan.opdrachten))
    niet = [r for r in effecten.opdrachten if r.status is Haalbaarheid.NIET_HAALBAAR]
    return Overzichtbeeld(
        kop=Kop(
            titel=_titel(basis, wettelijk, niet),
            bijschrift=onder_de_kop(blik),
        ),
        kerncijfers=_kerncijfers(blik),
        maanden=tuple(_maand(r) for r in compute_maand(basis.uitkomst)),
        warmte=_warmterijen(basis, warmte),
        telling=aantallen,
        aantal_opdrachten=len(effecten.opdrachten),
        lijn=effecten.lijn,
        niet_haalbaar=tuple(
            Opdrachtmelding(
                opdracht=r.opdracht,
                naam=basis.namen.opdracht(r.opdracht),
                status=r.status,
                knelpunt=basis.namen.team(r.bindend_team),
                dekking=notatie.pct(r.dekking),
            )
            for r in sorted(niet, key=lambda r: (r.dekking or 0, r.plaats))
        ),
        signalen=signalen(basis, wettelijk, gemeld),
        geld=_geld(basis),
    )


def _titel(basis: Basis, wettelijk: Sequence[Wettelijkregel], niet: Sequence[Opdrachtregel]) -> str:
    effecten = basis.uitkomst.effecten
    som = effecten.organisatie
    delen = []
    te_veel = [r for r in wettelijk if r.te_veel_honderdste]
    if te_veel:
        naam = basis.namen.team(te_veel[0].team)
        uren = notatie.uren_met_eenheid(te_veel[0].te_veel_honderdste)
        delen.append(f"Wettelijk werk vraagt bij {naam} {uren} meer dan er is.")
    aanbod = som.aanbod_honderdste or 0
    verschil = Fraction(som.gevraagd_honderdste - aanbod, aanbod) if aanbod else None
    if verschil is None:
        delen.append("Er zijn nog geen uren beschikbaar.")
    elif notatie.pct_heel(abs(verschil)) == 0:
        delen.append("Er wordt evenveel gevraagd als er is.")
    else:
        richting = "meer" if verschil > 0 else "minder"
        delen.append(f"Er wordt {notatie.pct(abs(verschil))} {richting} gevraagd dan er is.")
    totaal = len(effecten.opdrachten)
    if not aanbod:
        return " ".join(delen)
    if not any(r.status for r in effecten.opdrachten):
        return "Geen opdracht vraagt nu uren of geld."
    if not niet:
        delen.append(alle_zijn(effecten, "haalbaar of onder druk"))
        return " ".join(delen)
    telwoord = "is" if len(niet) == 1 else "zijn"
    deel = f"{notatie.getal(len(niet))} van de {notatie.getal(totaal)}"
    zin = f"{deel} opdrachten {telwoord} niet haalbaar"
    oorzaken = _oorzaken(basis, niet)
    if oorzaken:
        zin += f", vooral door {notatie.opsomming(oorzaken)}"
    return " ".join([*delen, f"{zin}."])


def _oorzaken(basis: Basis, niet: Sequence[Opdrachtregel]) -> list[str]:
    """The two teams that bind most of what is not haalbaar; ties to the lower code."""
    per_team: dict[str, int] = {}
    for regel in niet:
        if regel.bindend_team:
            per_team[regel.bindend_team] = per_team.get(regel.bindend_team, 0) + 1
    beste = sorted(per_team.items(), key=lambda p: (-p[1], p[0]))[:2]
    return [basis.namen.team(team) for team, _ in beste]


def _kerncijfers(blik: Blik) -> tuple[Kerncijfer, ...]:
    basis = blik.basis
    voor = blik.voor.effecten.organisatie
    som = basis.uitkomst.effecten.organisatie
    aanbod = som.aanbod_honderdste or 0
    vrij = aanbod - som.toegekend_honderdste
    maanden = len(basis.uitkomst.horizon)
    model = basis.uitkomst.model
    ketens = [keten for team in model.teams for keten in model.aanbod.keten(team)]
    bezet = sum((keten.fte for keten in ketens), Fraction(0))
    formatie = sum((Fraction(t.formatie_fte or 0) for t in basis.plan.teams), Fraction(0))
    ruimte = sum((keten.ruimte for keten in ketens), Fraction(0))
    deel = Fraction(som.gevraagd_honderdste, aanbod) if aanbod else None
    verschil = som.gevraagd_honderdste - aanbod
    return (
        Kerncijfer(
            naam="Beschikbaar",
            waarde=notatie.uren_met_eenheid(aanbod),
            bijschrift=f"{notatie.fte(bezet / maanden)} fte bezet en inhuur, "
            f"formatie {notatie.fte(formatie)}",
            verschil=urenverschil(blik, aanbod - (voor.aanbod_honderdste or 0)),
        ),
        Kerncijfer(
            naam="Gevraagd",
            waarde=notatie.uren_met_eenheid(som.gevraagd_honderdste),
            bijschrift=f"{notatie.pct(deel)} van beschikbaar "
            f"({notatie.uren(verschil, teken=True)} uur)",
            verschil=urenverschil(blik, som.gevraagd_honderdste - voor.gevraagd_honderdste),
        ),
        Kerncijfer(
            naam="Toegekend",
            waarde=notatie.uren_met_eenheid(som.toegekend_honderdste),
            bijschrift=f"{notatie.pct(som.dekking)} van wat gevraagd is",
            verschil=urenverschil(blik, som.toegekend_honderdste - voor.toegekend_honderdste),
        ),
        Kerncijfer(
            naam="Tekort",
            waarde=notatie.uren_met_eenheid(som.tekort_honderdste),
            bijschrift=f"terwijl {notatie.uren(vrij)} uur elders vrij is",
            verschil=urenverschil(blik, som.tekort_honderdste - voor.tekort_honderdste),
        ),
        Kerncijfer(
            naam="Ruimte om te leren",
            waarde=notatie.uren_met_eenheid(round(ruimte * 100)),
            bijschrift="vooraf apart gezet",
        ),
    )


def _maand(regel: Maandregel) -> Maandbeeld:
    return Maandbeeld(
        maand=regel.maand,
        label=notatie.maand_kort(regel.maand),
        aanbod_honderdste=regel.aanbod_honderdste,
        gevraagd_honderdste=regel.gevraagd_honderdste,
        toegekend_honderdste=regel.toegekend_honderdste,
        tekort_honderdste=regel.tekort_honderdste,
    )


def _stap(pct: int | None) -> int:
    return 0 if pct is None else sum(pct >= grens for grens in STAPPEN_PCT)


def _warmterijen(basis: Basis, regels: Sequence[Warmteregel]) -> tuple[Warmterij, ...]:
    per_team: dict[str, list[Warmteregel]] = {}
    for regel in regels:
        per_team.setdefault(regel.team, []).append(regel)
    rijen = []
    for team, maanden in per_team.items():
        tekort = sum(r.tekort_honderdste for r in maanden)
        if not any(r.gevraagd_honderdste or r.aanbod_honderdste for r in maanden):
            continue
        naam = basis.namen.team(team)
        cellen = tuple(_cel(naam, r) for r in sorted(maanden, key=lambda r: r.maand))
        rijen.append(
            (
                tekort,
                team,
                Warmterij(
                    team=team, naam=naam, cellen=cellen, tekort_uren=notatie.uren_heel(tekort)
                ),
            )
        )
    return tuple(rij for _, _, rij in sorted(rijen, key=lambda t: (-t[0], t[1])))


def _cel(naam: str, regel: Warmteregel) -> Warmtecel:
    deel = (
        Fraction(regel.gevraagd_honderdste, regel.aanbod_honderdste)
        if regel.aanbod_honderdste
        else None
    )
    pct = notatie.pct_heel(deel)
    maand = notatie.MAANDEN[regel.maand.maand - 1]
    if pct is None:
        tekst = f"{naam}, {maand}: geen uren beschikbaar"
        if regel.gevraagd_honderdste:
            tekst += f", {notatie.uren_met_eenheid(regel.gevraagd_honderdste)} gevraagd"
    else:
        tekst = f"{naam}, {maand}: {notatie.getal(pct)}%"
        if regel.tekort_honderdste:
            tekst += f", {notatie.uren_met_eenheid(regel.tekort_honderdste)} tekort"
    return Warmtecel(maand=regel.maand, pct=pct, stap=_stap(pct), toelichting=tekst)


def _geld(basis: Basis) -> tuple[Geldregel, ...]:
    """Programmes that ask more than they have, and the sum of all that are limited."""
    begrensd: list[tuple[Effectregel, int]] = [
        (r, r.beschikbaar_cent)
        for r in basis.uitkomst.effecten.per[Dimensie.PROGRAMMA]
        if r.beschikbaar_cent is not None
    ]
    if not begrensd:
        return ()
    krap = [(r, b) for r, b in begrensd if (r.gevraagd_cent or 0) > b]
    rijen = [
        Geldregel(
            naam=basis.namen.sleutel(Dimensie.PROGRAMMA, r.sleutel),
            gevraagd=notatie.euro_mln(r.gevraagd_cent),
            beschikbaar=notatie.euro_mln(b),
        )
        for r, b in krap
    ]
    rijen.append(
        Geldregel(
            naam=f"Alle {len(begrensd)} programma's met een grens",
            gevraagd=notatie.euro_mln(sum(r.gevraagd_cent or 0 for r, _ in begrensd)),
            beschikbaar=notatie.euro_mln(sum(b for _, b in begrensd)),
            totaal=True,
        )
    )
    return tuple(rijen)
