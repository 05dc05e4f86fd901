"""How the numbers arise: the hour chain of one team, step by step, and the terms.

Every figure comes from the engine's chain; this module only puts words beside it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache

from sturing.analyses.urenketen import compute_urenketen
from sturing.domain import normen as norm
from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import Methode
from sturing.domain.wie import Wie
from sturing.engine.aanbod import Keten
from sturing.engine.effecten import Dimensie
from sturing.rights.mag import Actie, mag, object_organisatie, zichtbare_teams
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Kerncijfer, Keuze, Kop, Leeg, nog_geen
from sturing.services.blik import Blik, Kijk, blik_op, blikzin, over_alles
from sturing.services.groepen import te_kleine_teams
from sturing.services.namen import teams_op_naam
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.plaatsen import begrippen_bestand
from sturing.services.regels import teams_per_opdracht
from sturing.services.uitlegbeeld import Begrip, Ketenstap, Maandketen, Uitlegbeeld

_METHODE = {
    Methode.STRIKT: "Elke maand krijgt de hoogste wat zij vraagt, zolang er uren zijn; "
    "daarna de volgende.",
    Methode.SAMENHANGEND: "Een opdracht krijgt in een maand van al haar teams hetzelfde deel: "
    "dat van het krapste team.",
    Methode.ALLES_OF_NIETS: "Een opdracht krijgt alles wat zij vraagt, of niets; "
    "daarna komt de volgende.",
}
STAPPEN = ("bruto", "verlof", "verzuim", "indirect", "ruimte", "netto")


def uitleg(
    omgeving: Omgeving, wie: Wie, team: str | None = None, kijk: Kijk | None = None
) -> Uitlegbeeld | Leeg | Geweigerd:
    """The chain from fte to net hours of `team` (None: the first with supply), and the terms,
    in what `kijk` chose (None: the plan in force over the plan year). A team of too few persons for
    this reader is no choice."""
    blik = blik_op(omgeving, wie, over_alles(kijk))
    basis = blik.basis
    alle = teams_op_naam(basis.plan)
    if not alle:
        return nog_geen("Er zijn nog geen teams om uit te leggen.")
    if not mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()):
        zichtbaar = zichtbare_teams(wie, basis.index, [c for c, _ in alle])
        alle = tuple((c, n) for c, n in alle if c in zichtbaar)
    klein = te_kleine_teams(basis, wie, [c for c, _ in alle])
    alle = tuple((c, n) for c, n in alle if c not in klein)
    if not alle:
        return Geweigerd(
            titel="U mag de uren van teams niet zien.",
            uitleg="Hiervoor is een rol nodig bij een team, of het team is te klein om de uren te "
            "tonen. Vraag een beheerder.",
        )
    codes = [c for c, _ in alle]
    gekozen = TeamCode(team) if team in codes else _eerste_met_aanbod(basis, codes)
    return _beeld(blik, gekozen, tuple(Keuze(sleutel=c, naam=n) for c, n in alle))


def _eerste_met_aanbod(basis: Basis, codes: list[TeamCode]) -> TeamCode:
    per_team = {
        r.sleutel: r.aanbod_honderdste or 0 for r in basis.uitkomst.effecten.per[Dimensie.TEAM]
    }
    return next((c for c in codes if per_team.get(c)), codes[0])


def _beeld(blik: Blik, team: TeamCode, teams: tuple[Keuze, ...]) -> Uitlegbeeld:
    basis = blik.basis
    keten = basis.uitkomst.model.aanbod.keten(team)
    regel = next(r for r in basis.uitkomst.effecten.per[Dimensie.TEAM] if r.sleutel == team)
    naam = basis.namen.team_voluit(team)
    periode = notatie.periode(basis.uitkomst.horizon)
    bruto = sum((k.bruto for k in keten), Fraction(0))
    aanbod = regel.aanbod_honderdste or 0
    if not bruto:
        titel = f"{naam} heeft in deze periode geen eigen uren."
    else:
        deel = notatie.pct(Fraction(aanbod, 100) / bruto)
        titel = (
            f"{naam} heeft {notatie.uren_met_eenheid(aanbod)} voor opdrachten: "
            f"{deel} van de {notatie.getal(bruto)} uur op werkdagen."
        )
    delen = (f"Plan {periode}", "uren van het hele team", blikzin(blik))
    return Uitlegbeeld(
        kop=Kop(titel=titel, bijschrift=" · ".join(filter(None, delen))),
        teams=teams,
        team=team,
        personeel=_personeel(basis, team),
        keten=_stappen(keten, aanbod),
        maanden=tuple(_maand(k) for k in keten),
        gevraagd=notatie.uren_met_eenheid(regel.gevraagd_honderdste),
        toegekend=notatie.uren_met_eenheid(regel.toegekend_honderdste),
        verdeling=_verdeling(basis, team),
        begrippen=begrippen(),
    )


def _personeel(basis: Basis, team: TeamCode) -> tuple[Kerncijfer, ...]:
    gegeven = basis.namen.teams[team]
    maanden = [r for r in compute_urenketen(basis.uitkomst) if r.team == team]
    bezetting, inhuur, fte = (
        sum((getattr(r, veld) for r in maanden), Fraction(0)) / len(maanden)
        for veld in ("bezetting_fte", "inhuur_fte", "fte")
    )
    formatie = gegeven.formatie_fte
    ruimte = None if formatie is None else Fraction(formatie) - bezetting
    return (
        Kerncijfer(naam="Formatie", waarde=_fte(formatie), bijschrift="volgens de begroting"),
        Kerncijfer(naam="Bezetting", waarde=_fte(bezetting), bijschrift="gemiddeld in dienst"),
        Kerncijfer(naam="Inhuur", waarde=_fte(inhuur), bijschrift="gemiddeld over de periode"),
        Kerncijfer(naam="Vacatureruimte", waarde=_fte(ruimte), bijschrift="formatie min bezetting"),
        Kerncijfer(naam="Telt mee", waarde=_fte(fte), bijschrift="gemiddeld over de periode"),
    )


def _fte(waarde: Fraction | Decimal | None) -> str:
    """`4,5 fte`; unknown is the dash alone."""
    tekst = notatie.fte(waarde)
    return tekst if waarde is None else f"{tekst}{notatie.VAST}fte"


def _stappen(keten: tuple[Keten, ...], aanbod: int) -> tuple[Ketenstap, ...]:
    som = {stap: sum((getattr(k, stap) for k in keten), Fraction(0)) for stap in STAPPEN}
    over = som["bruto"]
    rijen = [
        Ketenstap(
            naam="Werkdagen",
            uitleg="Fte maal de uren van een werkdag, op maandag tot en met vrijdag. "
            "De feestdagen zijn er al af.",
            af_precies="",
            uren_precies=notatie.uren_precies(over),
        )
    ]
    uitleg = {
        "verlof": "Vakantie-uren, verdeeld over het jaar naar werkdagen. "
        f"Zonder eigen norm {notatie.getal(norm.VERLOFUREN_VANAF_2025, 1)} uur per fte vanaf 2025.",
        "verzuim": "Een deel van wat overblijft gaat op aan ziekte. "
        f"Zonder eigen norm {notatie.getal(norm.VERZUIM_PCT, 1)}%.",
        "indirect": "Overleg en organisatie, niet voor een opdracht. "
        f"Zonder eigen norm {notatie.getal(norm.INDIRECT_PCT)}%.",
        "ruimte": "Ruimte om te leren, voor te bereiden en te evalueren. "
        f"Zonder eigen norm {notatie.getal(norm.RUIMTE_PCT)}%.",
    }
    for stap, tekst in uitleg.items():
        over -= som[stap]
        rijen.append(
            Ketenstap(
                naam=stap.capitalize(),
                uitleg=tekst,
                af_precies=notatie.MIN + notatie.uren_precies(som[stap]),
                uren_precies=notatie.uren_precies(over),
            )
        )
    rijen.append(
        Ketenstap(
            naam="Netto beschikbaar",
            uitleg="Per maand naar beneden afgerond op een honderdste uur. "
            "Hiermee rekent het plan.",
            af_precies="",
            uren_precies=notatie.getal(Fraction(aanbod, 100), 1),
        )
    )
    return tuple(rijen)


def _maand(keten: Keten) -> Maandketen:
    waarden = tuple(notatie.uren_precies(getattr(keten, stap)) for stap in STAPPEN)
    return Maandketen(
        maand=notatie.maand_lang(keten.maand), waarden=(notatie.fte(keten.fte), *waarden)
    )


def _verdeling(basis: Basis, team: TeamCode) -> tuple[str, ...]:
    effecten = basis.uitkomst.effecten
    gevraagd = teams_per_opdracht(basis.uitkomst)
    vragers = [r for r in effecten.opdrachten if team in gevraagd.get(r.opdracht, ())]
    if not vragers:
        return ("Geen opdracht vraagt in deze periode uren van dit team.",)
    eerste = vragers[0]
    lijn = effecten.lijn_per_team.get(team, 0)
    zinnen = [
        f"{notatie.aantal(len(vragers), 'opdracht vraagt', 'opdrachten vragen')} "
        "uren van dit team. De volgorde van de hele organisatie bepaalt wie eerst krijgt.",
        f"De eerste is {basis.namen.opdracht(eerste.opdracht)}, op plaats {eerste.plaats}. "
        f"{_METHODE[basis.plan.instellingen.methode]}",
    ]
    if lijn:
        zinnen.append(f"Tot en met plaats {lijn} krijgt elke opdracht van dit team genoeg uren.")
    tekort = [r for r in vragers if r.bindend_team == team and r.bindend_tekort_honderdste > 0]
    if tekort:
        namen = [basis.namen.opdracht(r.opdracht) for r in tekort[:3]]
        if len(tekort) > len(namen):
            namen.append(f"{len(tekort) - len(namen)} andere")
        zinnen.append(f"Dit team heeft te weinig uren voor {notatie.opsomming(namen)}.")
    else:
        zinnen.append("Dit team is van geen enkele opdracht het knelpunt.")
    return tuple(zinnen)


@cache
def begrippen() -> tuple[Begrip, ...]:
    """The terms for users: the first table of docs/begrippen.md, by term."""
    tekst = begrippen_bestand().read_text(encoding="utf-8").partition("\n## ")[0]
    gevonden = (re.fullmatch(r"\| \*\*(.+?)\*\* \| (.+) \|", r) for r in tekst.splitlines())
    return tuple(Begrip(term=m[1], betekenis=m[2]) for m in gevonden if m)
