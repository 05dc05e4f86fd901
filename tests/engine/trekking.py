"""Changes of every kind on the plan of tests/engine/scenarioplan.py, drawn; some do not fit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import Methode, Status
from sturing.domain.plan import Gewichten
from sturing.domain.tijd import Maand
from tests.engine.scenarioplan import O1, O2, O3, O4, P1, T1, T2

A1 = PersoonCode("A1")


def _opdracht(kans: Random) -> OpdrachtCode:
    return kans.choice([O1, O2, O3, O4])


def _team(kans: Random) -> TeamCode:
    return kans.choice([T1, T2])


def _status(code: OpdrachtCode) -> Status:
    return Status.PARKEERPLAATS if code == O4 else Status.LOPEND


def _met_status(soort: type[w.Parkeer | w.Stop | w.Start]) -> Callable[[Random], w.Wijziging]:
    def trek(kans: Random) -> w.Wijziging:
        code = _opdracht(kans)
        return soort(opdracht=code, oude_status=_status(code))

    return trek


def _venster(kans: Random) -> tuple[Maand, Maand]:
    van, tot = sorted(kans.choices(range(1, 13), k=2))
    return Maand(2027, van), Maand(2027, tot)


def _aanbod(soort: type[w.Inhuur | w.VulVacature]) -> Callable[[Random], w.Wijziging]:
    def trek(kans: Random) -> w.Wijziging:
        van, tot = _venster(kans)
        fte = Decimal(kans.randint(1, 12)) / 10
        return soort(team=_team(kans), fte=fte, van=van, tot=tot)

    return trek


def _uitlenen(kans: Random) -> w.Wijziging:
    van, tot = _venster(kans)
    naar = T2 if (uit := _team(kans)) == T1 else T1
    return w.Uitlenen(team=uit, naar_team=naar, fte=Decimal("0.2"), van=van, tot=tot)


def _opdrachtgeverschap(kans: Random) -> w.Wijziging:
    return w.Opdrachtgeverschap(
        opdracht=_opdracht(kans),
        delegatie=kans.random() < 0.5,
        nieuw=A1,
        van=date(2027, 1, 1),
        reden="overdracht",
    )


SOORTEN: dict[type[w.Wijziging], Callable[[Random], w.Wijziging]] = {
    w.Rang: lambda kans: w.Rang(
        opdracht=_opdracht(kans),
        oude_plaats=1,
        plaats=kans.randint(1, 4),
        onder=kans.choice([None, O1, O2]),
    ),
    w.Parkeer: _met_status(w.Parkeer),
    w.Stop: _met_status(w.Stop),
    w.Start: _met_status(w.Start),
    w.Verschuif: lambda kans: w.Verschuif(opdracht=_opdracht(kans), maanden=kans.randint(-1, 6)),
    w.Ambitie: lambda kans: w.Ambitie(
        opdracht=_opdracht(kans), factor=Decimal(kans.randint(0, 30)) / 10, ook_euro=True
    ),
    w.InzetWijziging: lambda kans: w.InzetWijziging(
        opdracht=_opdracht(kans), team=_team(kans), uren_honderdste=kans.randint(-3_000, 3_000)
    ),
    w.Inhuur: _aanbod(w.Inhuur),
    w.VulVacature: _aanbod(w.VulVacature),
    w.Uitlenen: _uitlenen,
    w.NormWijziging: lambda kans: w.NormWijziging(
        jaar=2027,
        veld="indirect_pct",
        nieuw=Decimal(kans.randint(0, 20)),
        oud=Decimal(0),
        team=kans.choice([None, T1]),
    ),
    w.BudgetWijziging: lambda kans: w.BudgetWijziging(
        programma=P1, jaar=2027, nieuw_cent=kans.choice([None, 500]), oud_cent=300_000
    ),
    w.GewichtenWijziging: lambda kans: w.GewichtenWijziging(
        nieuw=Gewichten(financiele_waarde=Decimal(kans.randint(0, 3))), oud=Gewichten()
    ),
    w.Opdrachtgeverschap: _opdrachtgeverschap,
    w.MethodeWijziging: lambda kans: w.MethodeWijziging(
        nieuw=kans.choice(list(Methode)), oud=Methode.STRIKT
    ),
    w.WettelijkEerst: lambda _: w.WettelijkEerst(nieuw=False, oud=True),
    w.ScoreVolgorde: lambda kans: w.ScoreVolgorde(
        opdrachten=tuple(kans.sample([O1, O2, O3, O4], kans.randint(0, 4)))
    ),
}


def wijziging(kans: Random) -> w.Wijziging:
    """One change of any kind, each kind as likely."""
    return SOORTEN[kans.choice(list(SOORTEN))](kans)
