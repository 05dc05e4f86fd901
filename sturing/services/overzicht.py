"""The answer for the directie: is there enough, where not? Sentences and figures of one result."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sturing.analyses.maand import Maandregel, compute_maand
from sturing.analyses.warmtekaart import Warmteregel, compute_warmtekaart
from sturing.analyses.wettelijk import compute_wettelijk
from sturing.domain.keuzes import Haalbaarheid, Status
from sturing.domain.wie import Wie
from sturing.engine.effecten import Dimensie, Effectregel, vergelijk_per
from sturing.rights.mag import Actie, mag, object_organisatie, zichtbare_opdrachten
from sturing.services import notatie
from sturing.services.beelden import (
    Effectrij,
    Geweigerd,
    Kop,
    Leeg,
    Maandbeeld,
    Opdrachtmelding,
    Signaal,
    Warmtecel,
    Warmterij,
)
from sturing.services.blik import (
    Blik,
    Kijk,
    blik_op,
    deel_van,
    object_van_blik,
    onder_de_kop,
    som_van,
)
from sturing.services.bordbeeld import telling
from sturing.services.effectrijen import effectrijen
from sturing.services.groepen import kleinste_groep, te_kleine_teams
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.overzichtbeeld import Geldregel, Overzichtbeeld
from sturing.services.overzichtkop import kerncijfers, titel
from sturing.services.overzichtzinnen import beeldzinnen, kleinzin
from sturing.services.rondleiding import eerste_schermen
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
            naar=next(scherm for scherm in eerste_schermen(wie) if scherm != "overzicht"),
            knop="Naar uw eerste scherm",
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
    return _beeld(blik, wie, van_teams(omgeving, blik, wie))


def _beeld(blik: Blik, wie: Wie, gemeld: Sequence[Signaal]) -> Overzichtbeeld:
    basis = blik.basis
    effecten = deel_van(blik, blik.uitkomst)
    warmte = [r for r in compute_warmtekaart(basis.uitkomst) if blik.heeft_team(r.team)]
    teams = frozenset(r.team for r in warmte)
    klein = te_kleine_teams(basis, wie, teams)
    niet = [r for r in effecten.opdrachten if r.status is Haalbaarheid.NIET_HAALBAAR]
    van_hier = [r for r in compute_wettelijk(basis.uitkomst) if r.team in teams - klein]
    maanden = tuple(_maand(r) for r in compute_maand(basis.uitkomst, teams))
    rijen = _warmterijen(basis, [r for r in warmte if r.team not in klein])
    verschillen = _verschillen(blik)
    codes = [o.opdracht for o in basis.plan.opdrachten if blik.heeft_opdracht(o)]
    zichtbaar = zichtbare_opdrachten(wie, basis.index, codes)
    return Overzichtbeeld(
        kop=Kop(
            titel=titel(basis, som_van(blik, blik.uitkomst), effecten, van_hier, niet),
            bijschrift=onder_de_kop(blik),
        ),
        kerncijfers=kerncijfers(blik),
        maanden=maanden,
        warmte=rijen,
        warmte_noot=kleinzin(len(klein), kleinste_groep(wie)),
        telling=telling(effecten, _geparkeerd(blik)),
        aantal_opdrachten=len(effecten.opdrachten),
        lijn=effecten.lijn if blik.domein is None else 0,
        niet_haalbaar=tuple(
            Opdrachtmelding(
                opdracht=r.opdracht,
                naam=basis.namen.opdracht(r.opdracht),
                status=r.status,
                knelpunt=basis.namen.team(r.bindend_team),
                dekking=notatie.dekking(r.dekking),
            )
            for r in sorted(niet, key=lambda r: (r.dekking or 0, r.plaats))
            if r.opdracht in zichtbaar
        ),
        signalen=signalen(blik, van_hier, zichtbaar, gemeld),
        geld=_geld(basis) if blik.domein is None else (),
        verschillen=verschillen,
        zinnen=beeldzinnen(maanden, rijen, verschillen),
        mag_exporteren=bool(mag(wie, Actie.TOTALEN_EXPORTEREN, object_van_blik(blik))),
    )


def _geparkeerd(blik: Blik) -> int:
    return sum(
        o.status is Status.PARKEERPLAATS and blik.heeft_opdracht(o)
        for o in blik.basis.plan.opdrachten
    )


def _verschillen(blik: Blik) -> tuple[Effectrij, ...]:
    """Granted hours per opdrachtgever, in the plan in force and in the scenario that is looked at;
    only who has another number of hours, of one domain only who has a role in it. None for the
    plan in force itself."""
    if blik.is_plan:
        return ()
    index = blik.basis.index
    verschil = [
        regel
        for regel in vergelijk_per(
            blik.voor.effecten, blik.uitkomst.effecten, Dimensie.OPDRACHTGEVER
        )
        if blik.domein is None or blik.domein in index.domeinen_van(regel.sleutel, None)
    ]
    rijen = effectrijen(Dimensie.OPDRACHTGEVER, verschil, blik.basis.namen)
    return tuple(rij for rij in rijen if rij.verschil_uren and not rij.totaal)


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
    return Warmtecel(
        maand=regel.maand,
        pct=pct,
        stap=_stap(pct),
        tekort_uren=notatie.uren_heel(regel.tekort_honderdste),
        toelichting=tekst,
    )


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
            naam=f"Alle {len(begrensd)} programma's met een grens"
            if len(begrensd) > 1
            else "Het enige programma met een grens",
            gevraagd=notatie.euro_mln(sum(r.gevraagd_cent or 0 for r, _ in begrensd)),
            beschikbaar=notatie.euro_mln(sum(b for _, b in begrensd)),
            totaal=True,
        )
    )
    return tuple(rijen)
