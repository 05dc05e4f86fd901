"""Any plan of the engine's tests as the rows that a levering would store, and all kinds of change
drawn for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from random import Random
from typing import Any

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.domain.keuzes import CapaciteitSoort, Methode
from sturing.domain.levering import Mutatie, Rij
from sturing.domain.plan import Gewichten, Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.scenario import pas_toe
from sturing.engine.spreiding import knip_per_jaar
from sturing.store.tabellen import BLADNAMEN


def mutaties_van(plan: Plan) -> list[Mutatie]:
    """The rows of every sheet of `plan` as new rows."""
    return [
        Mutatie(blad=blad, oud=None, nieuw=rij) for blad in BLADNAMEN for rij in _rijen(plan, blad)
    ]


def _rijen(plan: Plan, blad: str) -> list[Rij]:
    uit: list[dict[str, Any]] = []
    for waarde in getattr(plan, blad.lower()):
        rij = {veld.name: _plat(veld.name, getattr(waarde, veld.name)) for veld in fields(waarde)}
        if blad == "Inzet":
            delen = knip_per_jaar(rij["uren_honderdste"], rij["van"], rij["tot"])
        elif blad == "Capaciteit":
            delen = [
                (max(rij["van"], date(j, 1, 1)), min(rij["tot"], date(j, 12, 31)), 0)
                for j in range(rij["van"].year, rij["tot"].year + 1)
            ]
        else:
            uit.append(rij)
            continue
        for van, tot, deel in delen:
            uren = {"uren_honderdste": deel} if blad == "Inzet" else {}
            uit.append({**rij, "van": van, "tot": tot, **uren})
    return _met_volgnr(blad, uit)


def _met_volgnr(blad: str, rijen: list[dict[str, Any]]) -> list[Rij]:
    if blad not in ("Inzet", "Capaciteit", "Teamrollen"):
        return list(rijen)
    sleutels = {
        "Inzet": ("opdracht", "team", "van", "tot"),
        "Capaciteit": ("team", "van", "tot", "soort"),
        "Teamrollen": ("medewerker", "team", "van"),
    }[blad]
    geteld: Counter[tuple[Any, ...]] = Counter()
    uit = []
    for rij in rijen:
        sleutel = tuple(rij[veld] for veld in sleutels)
        uit.append({**rij, "volgnr": geteld[sleutel]})
        geteld[sleutel] += 1
    return uit


def _plat(veld: str, waarde: Any) -> Any:
    if isinstance(waarde, Enum):
        return waarde.value
    if isinstance(waarde, Maand):
        return waarde.laatste_dag if veld == "tot" else waarde.eerste_dag
    if isinstance(waarde, tuple):
        return ";".join(waarde) or None
    return waarde


def trek_wijzigingen(kans: Random, plan: Plan, horizon: Horizon) -> list[w.Wijziging]:
    """Changes of every kind, each drawn on the plan as the earlier ones left it, so that the old
    values hold; those that do not fit are left out."""
    lijst: list[w.Wijziging] = []
    for maak in kans.sample(_SOORTEN, kans.randint(1, 6)):
        stand = pas_toe(plan, lijst, horizon)
        erbij = maak(kans, stand.plan, horizon)
        if erbij is not None and not pas_toe(plan, [*lijst, erbij], horizon).conflicten:
            lijst.append(erbij)
    return lijst


def _opdracht(kans: Random, plan: Plan, alleen_vragend: bool = False) -> Any:
    keus = [o for o in plan.opdrachten if o.status.vraagt or not alleen_vragend]
    return kans.choice(keus) if keus else None


def _maanden(kans: Random, horizon: Horizon) -> tuple[Maand, Maand]:
    een, ander = kans.choice(horizon.maanden), kans.choice(horizon.maanden)
    return min(een, ander), max(een, ander)


def _rang(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    o = _opdracht(kans, plan, alleen_vragend=True)
    plaats = kans.randint(1, len(plan.opdrachten))
    return o and w.Rang(opdracht=o.opdracht, oude_plaats=1, plaats=plaats)


def _status(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    o = _opdracht(kans, plan)
    soort = kans.choice([w.Parkeer, w.Stop])
    return soort(opdracht=o.opdracht, oude_status=o.status)


def _start(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    o = _opdracht(kans, plan)
    return w.Start(
        opdracht=o.opdracht, oude_status=o.status, plaats=kans.choice([None, kans.randint(1, 6)])
    )


def _verschuif(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    o = _opdracht(kans, plan)
    return w.Verschuif(
        opdracht=o.opdracht, maanden=kans.randint(-9, 9), oude_van=o.van, oude_tot=o.tot
    )


def _ambitie(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    o = _opdracht(kans, plan)
    factor = Decimal(kans.randint(0, 250)) / 100
    return w.Ambitie(opdracht=o.opdracht, factor=factor, ook_euro=kans.random() < 0.5)


def _inzet(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    o = _opdracht(kans, plan)
    team = kans.choice(plan.teams).team
    return w.InzetWijziging(
        opdracht=o.opdracht, team=team, uren_honderdste=kans.randint(-40_000, 40_000)
    )


def _inhuur(kans: Random, plan: Plan, horizon: Horizon) -> Any:
    van, tot = _maanden(kans, horizon)
    return w.Inhuur(
        team=kans.choice(plan.teams).team,
        fte=Decimal(kans.randint(1, 300)) / 100,
        van=van,
        tot=tot,
        tarief_cent=kans.choice([None, 1]),
        programma=kans.choice([None, kans.choice(plan.programmas).programma]),
    )


def _vacature(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    open_ = [r for r in plan.capaciteit if r.soort is CapaciteitSoort.VACATURE]
    if not open_:
        return None
    regel = kans.choice(open_)
    return w.VulVacature(team=regel.team, fte=Decimal("0.125"), van=regel.van, tot=regel.van)


def _leen(kans: Random, plan: Plan, horizon: Horizon) -> Any:
    van, tot = _maanden(kans, horizon)
    een, ander = kans.choice(plan.teams).team, kans.choice(plan.teams).team
    return w.Uitlenen(team=een, naar_team=ander, fte=Decimal("0.05"), van=van, tot=tot)


def _norm(kans: Random, plan: Plan, horizon: Horizon) -> Any:
    team = kans.choice([None, *(t.team for t in plan.teams)])
    jaar = kans.choice(horizon.jaren)
    rij = next((n for n in plan.normen if (n.jaar, n.team) == (jaar, team)), None)
    oud = rij.verzuim_pct if rij else None
    return w.NormWijziging(
        jaar=jaar,
        veld="verzuim_pct",
        nieuw=kans.choice([None, Decimal(kans.randint(0, 300)) / 10]),
        oud=oud,
        team=team,
    )


def _budget(kans: Random, plan: Plan, horizon: Horizon) -> Any:
    programma, jaar = kans.choice(plan.programmas).programma, kans.choice(horizon.jaren)
    bedragen = [
        r.beschikbaar_cent
        for r in plan.begroting
        if (r.programma, r.jaar) == (programma, jaar) and r.beschikbaar_cent is not None
    ]
    return w.BudgetWijziging(
        programma=programma,
        jaar=jaar,
        nieuw_cent=kans.choice([None, kans.randint(0, 3_000)]),
        oud_cent=sum(bedragen) if bedragen else None,
    )


def _gewichten(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    nieuw = Gewichten(financiele_waarde=Decimal(kans.randint(0, 50)) / 10)
    return w.GewichtenWijziging(nieuw=nieuw, oud=plan.instellingen.gewichten)


def _gever(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    o = _opdracht(kans, plan)
    delegatie = kans.random() < 0.5
    personen = [None, *(p.persoon for p in plan.personen), PersoonCode("A1")]
    return w.Opdrachtgeverschap(
        opdracht=o.opdracht,
        delegatie=delegatie,
        nieuw=kans.choice(personen),
        oud=o.gedelegeerd_aan if delegatie else o.opdrachtgever,
        van=date(2027, 1, 1),
        reden="afgesproken",
    )


def _methode(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    return w.MethodeWijziging(nieuw=kans.choice(list(Methode)), oud=plan.instellingen.methode)


def _wettelijk(_kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    oud = plan.instellingen.wettelijk_eerst
    return w.WettelijkEerst(nieuw=not oud, oud=oud)


def _score(kans: Random, plan: Plan, _horizon: Horizon) -> Any:
    codes = [OpdrachtCode(o.opdracht) for o in plan.opdrachten]
    return w.ScoreVolgorde(opdrachten=tuple(kans.sample(codes, kans.randint(1, len(codes)))))


_SOORTEN = [
    _rang,
    _rang,
    _status,
    _start,
    _verschuif,
    _ambitie,
    _inzet,
    _inhuur,
    _vacature,
    _leen,
    _norm,
    _budget,
    _gewichten,
    _gever,
    _methode,
    _wettelijk,
    _score,
]
