"""Brute force for "Waarom?": every place, every shift and every set by full recalculation.

Follows the text of the model (section 7) with the public calculation only; shares nothing with
the explanation itself. Also draws small plans in which most things are scarce.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, ProgrammaCode
from sturing.domain.keuzes import Methode, Status
from sturing.domain.organisatie import Begrotingsregel, Programma
from sturing.domain.plan import Instellingen, Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.scenario import pas_toe
from sturing.engine.tellen import compute_effecten
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.verdeling import verdeel
from sturing.engine.volgorde import verplaats
from tests.engine.plannen import capaciteit, inzet, kale_norm, opdracht, team

PROEFJAAR = Horizon(Maand(2027, 2), Maand(2027, 7))


def regel(uitkomst: Uitkomst, code: str) -> Opdrachtregel:
    return next(r for r in uitkomst.effecten.opdrachten if r.opdracht == code)


def in_volgorde(uitkomst: Uitkomst, volgorde: Sequence[OpdrachtCode], zonder: set[str]) -> Uitkomst:
    """The whole calculation with this order decided and `zonder` parked."""
    plan = uitkomst.stand.plan
    return reken(
        replace(
            plan,
            besloten_rang={code: nummer for nummer, code in enumerate(volgorde, start=1)},
            opdrachten=tuple(
                replace(o, status=Status.PARKEERPLAATS) if o.opdracht in zonder else o
                for o in plan.opdrachten
            ),
        ),
        uitkomst.horizon,
    )


def laagste_plaats(uitkomst: Uitkomst, code: OpdrachtCode) -> int | None:
    """The lowest place that it can reach and where it fits."""
    model, methode = uitkomst.model, uitkomst.verdeling.methode
    for plaats in range(len(uitkomst.verdeling.volgorde), 0, -1):
        volgorde, bereikt, _ = verplaats(uitkomst.stand.plan, uitkomst.stand.volgorde, code, plaats)
        if bereikt == plaats:
            effecten = compute_effecten(verdeel(model, volgorde, methode))
            if next(r.past for r in effecten.opdrachten if r.opdracht == code):
                return plaats
    return None


def past_alleen(uitkomst: Uitkomst, code: OpdrachtCode) -> bool:
    anderen = {o.opdracht for o in uitkomst.stand.plan.opdrachten if o.opdracht != code}
    return regel(in_volgorde(uitkomst, uitkomst.stand.volgorde, set(anderen)), code).past


def passende_schuiven(uitkomst: Uitkomst, code: OpdrachtCode) -> list[int]:
    """Every shift that is allowed, loses nothing of what is asked now, and fits."""
    nu = regel(uitkomst, code)
    uit = []
    for maanden in range(-30, 31):
        if maanden == 0:
            continue
        lijst = (*uitkomst.wijzigingen, w.Verschuif(opdracht=code, maanden=maanden))
        stand = pas_toe(uitkomst.plan, lijst, uitkomst.horizon)
        if any(conflict.index == len(lijst) - 1 for conflict in stand.conflicten):
            continue
        dan = regel(reken(uitkomst.plan, uitkomst.horizon, lijst), code)
        if (
            dan.past
            and dan.gevraagd_honderdste >= nu.gevraagd_honderdste
            and dan.gevraagd_cent >= nu.gevraagd_cent
        ):
            uit.append(maanden)
    return uit


def kleinste_ruil(
    uitkomst: Uitkomst, code: OpdrachtCode, ten_hoogste: int | None
) -> tuple[OpdrachtCode, ...] | None:
    """Every set above it without legal work, by size; the best of the smallest size that works."""
    nu = regel(uitkomst, code)
    wettelijk = {o.opdracht: o.wettelijk for o in uitkomst.stand.plan.opdrachten}
    boven = [r for r in uitkomst.effecten.opdrachten[: nu.plaats - 1] if not wettelijk[r.opdracht]]
    grens = len(boven) if ten_hoogste is None else min(ten_hoogste, len(boven))
    for grootte in range(1, grens + 1):
        werkt = [
            keuze
            for keuze in combinations(boven, grootte)
            if regel(
                in_volgorde(uitkomst, uitkomst.stand.volgorde, {r.opdracht for r in keuze}), code
            ).past
        ]
        if werkt:
            beste = min(
                werkt,
                key=lambda keuze: (
                    sum(r.toegekend_honderdste for r in keuze),
                    sorted(-r.plaats for r in keuze),
                ),
            )
            return tuple(r.opdracht for r in beste)
    return None


def over_bij_beurt(uitkomst: Uitkomst, code: str) -> tuple[dict[tuple[str, Maand], int], ...]:
    """Asked by the opdracht and left at its turn, per team and month, counted cell by cell."""
    model, plaats = uitkomst.model, regel(uitkomst, code).plaats
    plaatsen = {r.opdracht: r.plaats for r in uitkomst.effecten.opdrachten}
    over = {
        (str(teamcode), maand): int(model.aanbod.netto[t, m])
        for t, teamcode in enumerate(model.teams)
        for m, maand in enumerate(model.maanden)
    }
    gevraagd = {}
    for nummer, deel in enumerate(uitkomst.verdeling.toegekend.tolist()):
        wie, teamcode, maand = model.cel(nummer)
        if plaatsen[wie] < plaats:
            over[teamcode, maand] -= deel
        if wie == code:
            gevraagd[str(teamcode), maand] = int(model.vraag.cel_gevraagd[nummer])
    return gevraagd, over


def krapste(paren: Iterable[tuple[int, int]]) -> Fraction:
    """The smallest left/asked."""
    return min(Fraction(over, gevraagd) for over, gevraagd in paren)


def krap_plan(kans: Random, methode: Methode) -> Plan:
    """Three to seven opdrachten on one to three teams; windows of one to three months."""
    teams = [f"T{nummer}" for nummer in range(1, kans.randint(2, 4))]
    codes = [f"O{nummer}" for nummer in range(1, kans.randint(4, 8))]
    werk, vraag = [], []
    for code in codes:
        van = date(2027, kans.randint(2, 5), kans.randint(1, 28))
        tot = van + timedelta(days=kans.choice([10, 30, 60, 90]))
        werk.append(
            opdracht(
                code,
                wettelijk=kans.random() < 0.15,
                rang=kans.randint(1, 9),
                van=van if kans.random() < 0.7 else None,
                tot=tot if kans.random() < 0.7 else None,
                programma=ProgrammaCode("P1") if kans.random() < 0.5 else None,
                budget_cent=kans.choice([None, 300, 500, 900]),
                status=Status.PARKEERPLAATS if kans.random() < 0.05 else Status.LOPEND,
            )
        )
        for teamcode in kans.sample(
            teams, kans.randint(0 if kans.random() < 0.1 else 1, len(teams))
        ):
            vraag.append(inzet(code, teamcode, van, tot, kans.choice([1_000, 3_000, 5_001, 9_000])))
    return Plan(
        teams=tuple(team(code) for code in teams),
        normen=(kale_norm(),),
        capaciteit=tuple(
            capaciteit(code, kans.choice(["0.2", "0.4", "0.7"]), Maand(2027, 1), Maand(2027, 12))
            for code in teams
        ),
        programmas=(Programma(programma=ProgrammaCode("P1"), naam="P1"),),
        begroting=(
            Begrotingsregel(
                programma=ProgrammaCode("P1"),
                jaar=2027,
                lasten_cent=0,
                beschikbaar_cent=kans.choice([None, 700, 1_500]),
            ),
        ),
        opdrachten=tuple(werk),
        inzet=tuple(vraag),
        peildatum=kans.choice([None, date(2027, 1, 31), date(2027, 3, 31)]),
        instellingen=Instellingen(methode=methode, wettelijk_eerst=kans.random() < 0.7),
    )


def wijzigingen(kans: Random, plan: Plan) -> tuple[w.Wijziging, ...]:
    """Half the time nothing, else one or two changes of order, window or hours."""
    uit: list[w.Wijziging] = []
    for _ in range(kans.choice([0, 0, 1, 2])):
        code = kans.choice(plan.opdrachten).opdracht
        uit.append(
            kans.choice(
                [
                    w.Rang(opdracht=code, oude_plaats=1, plaats=kans.randint(1, 6)),
                    w.Verschuif(opdracht=code, maanden=kans.choice([-1, 1])),
                    w.Ambitie(opdracht=code, factor=Decimal("1.5")),
                ]
            )
        )
    return tuple(uit)


def krappe_uitkomsten(methode: Methode) -> st.SearchStrategy[Uitkomst]:
    """Results of drawn plans with drawn changes."""

    def maak(zaad: int) -> Uitkomst:
        kans = Random(zaad)
        plan = krap_plan(kans, methode)
        return reken(plan, PROEFJAAR, wijzigingen(kans, plan))

    return st.integers(0, 2**32 - 1).map(maak)
