"""The plan of the scenario tests, and how they ask for a result or for a refusal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode, TeamCode
from sturing.domain.keuzes import CapaciteitSoort, Rol, Status
from sturing.domain.organisatie import Begrotingsregel, Persoonsrol, Programma
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.scenario import Stand, pas_toe
from sturing.engine.uitkomst import Uitkomst
from tests.engine.plannen import (
    capaciteit,
    in_feb,
    jaar_capaciteit,
    kale_norm,
    opdracht,
    team,
)

JAAR = Horizon.planjaar(2027)
O1, O2, O3, O4 = (OpdrachtCode(f"O{nummer}") for nummer in range(1, 5))
T1, T2 = TeamCode("T1"), TeamCode("T2")
P1 = ProgrammaCode("P1")
FEB = Maand(2027, 2)


def basisplan(**velden: Any) -> Plan:
    """T1 has 100 hours in February 2027, T2 50; four opdrachten in order O1..O4, O4 parked."""
    standaard: dict[str, Any] = {
        "teams": (team("T1"), team("T2")),
        "personen": (Persoonsrol(persoon=PersoonCode("A1"), naam="A", rol=Rol.DIRECTIE),),
        "programmas": (Programma(programma=P1, naam="P"),),
        "begroting": (
            Begrotingsregel(
                programma=P1, jaar=2027, taakveld="a", lasten_cent=9, beschikbaar_cent=100_000
            ),
            Begrotingsregel(
                programma=P1, jaar=2027, taakveld="b", lasten_cent=8, beschikbaar_cent=200_000
            ),
        ),
        "normen": (kale_norm(),),
        "capaciteit": (
            jaar_capaciteit("T1", "1"),
            jaar_capaciteit("T2", "0.5"),
            capaciteit("T1", "0.4", Maand(2027, 1), Maand(2027, 6), CapaciteitSoort.VACATURE),
        ),
        "opdrachten": (
            opdracht("O1", rang=1, van=date(2027, 2, 1), tot=date(2027, 2, 28)),
            opdracht("O2", rang=2, financiele_waarde=Decimal(1)),
            opdracht("O3", rang=3, financiele_waarde=Decimal(5), budget_cent=1_001),
            opdracht("O4", rang=4, status=Status.PARKEERPLAATS),
        ),
        "inzet": (
            in_feb("O1", "T1", 6_000),
            in_feb("O2", "T1", 3_000),
            in_feb("O3", "T1", 4_000),
            in_feb("O3", "T2", 1_001),
            in_feb("O4", "T1", 2_000),
        ),
        "peildatum": date(2027, 1, 31),
    }
    return Plan(**(standaard | velden))


def een(wijziging: w.Wijziging, plan: Plan | None = None, horizon: Horizon = JAAR) -> Stand:
    stand = pas_toe(plan or basisplan(), [wijziging], horizon)
    assert not stand.conflicten, stand.conflicten
    return stand


def reden(wijziging: w.Wijziging, plan: Plan | None = None, horizon: Horizon = JAAR) -> str:
    """The reason of the conflict; the change must not have been applied."""
    plan = plan or basisplan()
    stand = pas_toe(plan, [wijziging], horizon)
    (conflict,) = stand.conflicten
    assert (conflict.index, conflict.wijziging) == (0, wijziging)
    assert stand.plan is plan
    assert stand.volgorde == pas_toe(plan, [], horizon).volgorde
    return conflict.reden


def uren(uitkomst: Uitkomst) -> dict[str, int]:
    return {r.opdracht: r.toegekend_honderdste for r in uitkomst.effecten.opdrachten}


def van(stand: Stand, code: OpdrachtCode) -> Any:
    return next(o for o in stand.plan.opdrachten if o.opdracht == code)


def rijen(stand: Stand, code: OpdrachtCode) -> list[tuple[str, date, date, int]]:
    return sorted(
        (r.team, r.van, r.tot, r.uren_honderdste) for r in stand.plan.inzet if r.opdracht == code
    )
