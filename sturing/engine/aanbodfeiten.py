"""Changes of supply and money: hire, fill a vacature, lend, budget of a programme.

Supply of a scenario goes beside the facts (Plan.scenario_aanbod), so that it never decides where
a team takes a year from. Each function applies one change or raises Geweigerd.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sturing.domain.codes import ProgrammaCode, TeamCode
from sturing.domain.keuzes import CapaciteitSoort
from sturing.domain.organisatie import Begrotingsregel, Capaciteitsregel, Team
from sturing.domain.tijd import Maand
from sturing.domain.wijziging import BudgetWijziging, Inhuur, Uitlenen, VulVacature
from sturing.engine.aanbod import maak_keten
from sturing.engine.bezetting import dagen_in_maand, fte_dagen
from sturing.engine.kalender import werkdagen_per_maand
from sturing.engine.uurnormen import Normentabel
from sturing.engine.werkstand import Geweigerd, Kostenregel, Werkstand


def _maanden(wijziging: Inhuur | VulVacature | Uitlenen) -> tuple[Maand, ...]:
    if wijziging.fte <= 0:
        raise Geweigerd("Het aantal fte moet meer dan 0 zijn.")
    maanden = tuple(wijziging.van.tot_en_met(wijziging.tot))
    if not maanden:
        raise Geweigerd(f"De periode eindigt ({wijziging.tot}) voor zij begint ({wijziging.van}).")
    return maanden


def _regel(
    wijziging: Inhuur | VulVacature | Uitlenen,
    soort: CapaciteitSoort,
    team: TeamCode,
    fte: Decimal,
) -> Capaciteitsregel:
    return Capaciteitsregel(team=team, van=wijziging.van, tot=wijziging.tot, soort=soort, fte=fte)


def huur_in(stand: Werkstand, wijziging: Inhuur) -> None:
    """Add fte that passes the chain of the team; its cost comes off a programme when named."""
    team = stand.team(wijziging.team)
    maanden = _maanden(wijziging)
    if wijziging.tarief_cent is not None and wijziging.tarief_cent < 0:
        raise Geweigerd("Het tarief kan niet onder 0 liggen.")
    kosten = [
        Kostenregel(
            index=stand.index,
            team=team.team,
            programma=wijziging.programma,
            jaar=jaar,
            netto_honderdste=uren,
            euro_cent=None
            if wijziging.tarief_cent is None
            else (uren * wijziging.tarief_cent + 50) // 100,
        )
        for jaar, uren in _netto_per_jaar(stand, team, wijziging.fte, maanden).items()
    ]
    if wijziging.programma is not None:
        _betaal(stand, wijziging.programma, kosten)
    stand.kosten.extend(kosten)
    stand.scenario_aanbod = (
        *stand.scenario_aanbod,
        _regel(wijziging, CapaciteitSoort.INHUUR, team.team, wijziging.fte),
    )


def _netto_per_jaar(
    stand: Werkstand, team: Team, fte: Decimal, maanden: Iterable[Maand]
) -> dict[int, int]:
    """Net hours (hundredths, rounded down per month) of `fte` in this team, per year."""
    normen = Normentabel(stand.normen)
    per_jaar: dict[int, int] = {}
    for maand in maanden:
        dagen = Fraction(fte) * dagen_in_maand(team, maand)
        keten = maak_keten(team.team, maand, dagen, normen.van(team.team, maand.jaar))
        per_jaar[maand.jaar] = per_jaar.get(maand.jaar, 0) + keten.netto_honderdste
    return per_jaar


def _betaal(stand: Werkstand, programma: ProgrammaCode, kosten: list[Kostenregel]) -> None:
    """Take the cost of every year off what the programme has beschikbaar; no limit stays none."""
    _eis_programma(stand, programma)
    begroting = stand.begroting
    for regel in kosten:
        huidig = beschikbaar_cent(begroting, programma, regel.jaar)
        if huidig is None or not regel.euro_cent:
            continue
        if regel.euro_cent > huidig:
            raise Geweigerd(
                f"De inhuur kost in {regel.jaar} {_euro(regel.euro_cent)}; programma {programma} "
                f"heeft dan {_euro(huidig)} beschikbaar."
            )
        begroting = _zet_beschikbaar(begroting, programma, regel.jaar, huidig - regel.euro_cent)
    stand.begroting = begroting


def vul_vacature(stand: Werkstand, wijziging: VulVacature) -> None:
    """Add fte of the open vacatures of a team; in no month more than there is."""
    team = stand.team(wijziging.team)
    for maand in _maanden(wijziging):
        open_fte = _vacatures(stand.plan.capaciteit, team.team, maand) - _vacatures(
            stand.scenario_aanbod, team.team, maand
        )
        if wijziging.fte > open_fte:
            raise Geweigerd(
                f"Team {team.team} heeft in {maand} {_fte(open_fte)} fte aan open vacatures, "
                f"minder dan {_fte(wijziging.fte)}."
            )
    stand.scenario_aanbod = (
        *stand.scenario_aanbod,
        _regel(wijziging, CapaciteitSoort.VACATURE, team.team, wijziging.fte),
    )


def _vacatures(regels: Iterable[Capaciteitsregel], team: TeamCode, maand: Maand) -> Decimal:
    return sum(
        (
            regel.fte
            for regel in regels
            if regel.team == team
            and regel.soort is CapaciteitSoort.VACATURE
            and regel.van <= maand <= regel.tot
        ),
        Decimal(0),
    )


def leen_uit(stand: Werkstand, wijziging: Uitlenen) -> None:
    """Take fte from one team and give it to another, each under its own norms."""
    team, naar = stand.team(wijziging.team), stand.team(wijziging.naar_team)
    if team.team == naar.team:
        raise Geweigerd(f"Team {team.team} kan niet aan zichzelf uitlenen.")
    maanden = _maanden(wijziging)
    plan = replace(stand.plan, scenario_aanbod=stand.scenario_aanbod)
    aanwezig = fte_dagen(plan, maanden, Normentabel(stand.normen))
    for maand in maanden:
        dagen = aanwezig.get((team.team, maand), Fraction(0))
        if Fraction(wijziging.fte) * dagen_in_maand(team, maand) > dagen or not dagen:
            fte = round(dagen / werkdagen_per_maand(maand), 2)
            raise Geweigerd(
                f"Team {team.team} heeft in {maand} {_fte(Decimal(f'{float(fte):.2f}'))} fte, "
                f"minder dan {_fte(wijziging.fte)}."
            )
    stand.scenario_aanbod = (
        *stand.scenario_aanbod,
        _regel(wijziging, CapaciteitSoort.BEZETTING, team.team, -wijziging.fte),
        _regel(wijziging, CapaciteitSoort.BEZETTING, naar.team, wijziging.fte),
    )


def wijzig_budget(stand: Werkstand, wijziging: BudgetWijziging) -> None:
    """What a programme has available in a year, over all its rows together."""
    programma, jaar = wijziging.programma, wijziging.jaar
    _eis_programma(stand, programma)
    huidig = beschikbaar_cent(stand.begroting, programma, jaar)
    if huidig != wijziging.oud_cent:
        raise Geweigerd(
            f"Programma {programma} heeft in {jaar} {_euro(huidig)} beschikbaar en niet meer "
            f"{_euro(wijziging.oud_cent)}."
        )
    if wijziging.nieuw_cent is not None and wijziging.nieuw_cent < 0:
        raise Geweigerd("Een budget kan niet onder 0 liggen.")
    stand.begroting = _zet_beschikbaar(stand.begroting, programma, jaar, wijziging.nieuw_cent)


def _eis_programma(stand: Werkstand, programma: ProgrammaCode) -> None:
    if all(bekend.programma != programma for bekend in stand.plan.programmas):
        raise Geweigerd(f"Programma {programma} bestaat niet meer.")


def beschikbaar_cent(
    begroting: Iterable[Begrotingsregel], programma: ProgrammaCode, jaar: int
) -> int | None:
    """What a programme has available in a year over all its rows, in cents; None is not limited."""
    bedragen = [
        regel.beschikbaar_cent
        for regel in begroting
        if (regel.programma, regel.jaar) == (programma, jaar) and regel.beschikbaar_cent is not None
    ]
    return sum(bedragen) if bedragen else None


def _zet_beschikbaar(
    begroting: tuple[Begrotingsregel, ...],
    programma: ProgrammaCode,
    jaar: int,
    totaal: int | None,
) -> tuple[Begrotingsregel, ...]:
    """The rows with `totaal` on the first taakveld and none on the others; lasten stay."""
    eigen = sorted(
        (regel for regel in begroting if (regel.programma, regel.jaar) == (programma, jaar)),
        key=lambda regel: regel.taakveld or "",
    )
    if not eigen:
        eigen = [Begrotingsregel(programma=programma, jaar=jaar, lasten_cent=0)]
    nieuw = [
        replace(regel, beschikbaar_cent=totaal if nummer == 0 else None)
        for nummer, regel in enumerate(eigen)
    ]
    blijft = (r for r in begroting if (r.programma, r.jaar) != (programma, jaar))
    return (*blijft, *nieuw)


def _euro(cent: int | None) -> str:
    if cent is None:
        return "geen grens"
    return f"{cent // 100},{cent % 100:02d} euro"


def _fte(fte: Decimal) -> str:
    tekst = f"{fte:f}"
    return (tekst.rstrip("0").rstrip(".") if "." in tekst else tekst).replace(".", ",")
