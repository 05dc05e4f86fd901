"""Small plans for the tests of the engine: builders with defaults, and drawn plans."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from sturing.domain.codes import (
    DoelCode,
    GebiedCode,
    MedewerkerCode,
    OpdrachtCode,
    PersoonCode,
    ProgrammaCode,
    TeamCode,
)
from sturing.domain.keuzes import (
    CapaciteitSoort,
    Dienstverband,
    Domein,
    GebiedSoort,
    Methode,
    SoortWerk,
    Status,
    TeamSoort,
)
from sturing.domain.organisatie import (
    Afwezigheid,
    Begrotingsregel,
    Capaciteitsregel,
    Gebied,
    Medewerker,
    Norm,
    Programma,
    Team,
    Teamrol,
)
from sturing.domain.plan import Instellingen, Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.werk import Agendapunt, Inzetregel, Opdracht

FEB_2027 = Horizon(Maand(2027, 2), Maand(2027, 2))
"""Twenty working days, no holiday."""


def team(code: str, domein: Domein = Domein.RUIMTELIJK, **velden: Any) -> Team:
    return Team(
        team=TeamCode(code), naam=code, soort=TeamSoort.DIENSTVERLENEND, domein=domein, **velden
    )


def opdracht(code: str, **velden: Any) -> Opdracht:
    basis: dict[str, Any] = {
        "naam": code,
        "soort_werk": SoortWerk.REGULIER,
        "status": Status.LOPEND,
    }
    return Opdracht(opdracht=OpdrachtCode(code), **(basis | velden))


def inzet(code: str, teamcode: str, van: date, tot: date, honderdste: int) -> Inzetregel:
    return Inzetregel(
        opdracht=OpdrachtCode(code),
        team=TeamCode(teamcode),
        van=van,
        tot=tot,
        uren_honderdste=honderdste,
    )


def in_feb(code: str, teamcode: str, honderdste: int) -> Inzetregel:
    """A row that lies wholly in February 2027."""
    return inzet(code, teamcode, date(2027, 2, 1), date(2027, 2, 28), honderdste)


def capaciteit(
    code: str,
    fte: str,
    van: Maand,
    tot: Maand,
    soort: CapaciteitSoort = CapaciteitSoort.BEZETTING,
) -> Capaciteitsregel:
    return Capaciteitsregel(team=TeamCode(code), van=van, tot=tot, soort=soort, fte=Decimal(fte))


def jaar_capaciteit(code: str, fte: str, jaar: int = 2027) -> Capaciteitsregel:
    return capaciteit(code, fte, Maand(jaar, 1), Maand(jaar, 12))


def kale_norm(jaar: int = 2027, teamcode: str | None = None, voltijd: str = "25") -> Norm:
    """Nothing comes off: 25 hours a week is 5 a working day, 100 in February 2027."""
    return Norm(
        jaar=jaar,
        team=TeamCode(teamcode) if teamcode else None,
        voltijd_uren_per_week=Decimal(voltijd),
        verlofuren=Decimal(0),
        verzuim_pct=Decimal(0),
        indirect_pct=Decimal(0),
        ruimte_pct=Decimal(0),
    )


_T = TypeVar("_T")


def _venster(kans: Random) -> tuple[date, date]:
    eerste, tot = sorted(kans.sample(range(640), 2))
    begin = date(2026, 7, 1)
    return begin + timedelta(days=eerste), begin + timedelta(days=tot)


def _soms(kans: Random, waarde: _T, deel: float = 0.5) -> _T | None:
    return waarde if kans.random() < deel else None


def _opdracht(kans: Random, code: str) -> Opdracht:
    van, tot = _venster(kans)
    return opdracht(
        code,
        status=kans.choice([Status.LOPEND] * 6 + list(Status)),
        soort_werk=kans.choice(list(SoortWerk)[:3]),
        opdrachtgever=_soms(kans, PersoonCode(kans.choice(["A1", "A2"])), 0.7),
        portefeuillehouders=tuple(
            PersoonCode(kans.choice(["W1", "W2", "W3"])) for _ in range(kans.randint(0, 3))
        ),
        programma=_soms(kans, ProgrammaCode(kans.choice(["P1", "P2", "P3"])), 0.8),
        doel=_soms(kans, DoelCode(kans.choice(["D1", "D2"]))),
        wettelijk=kans.random() < 0.3,
        rang=_soms(kans, kans.randint(1, 3)),
        van=_soms(kans, van),
        tot=_soms(kans, tot),
        budget_cent=_soms(kans, kans.randint(0, 3_000), 0.8),
        maatschappelijke_waarde=_soms(kans, Decimal(kans.randint(0, 5))),
        financiele_waarde=_soms(kans, Decimal(kans.randint(0, 5))),
    )


def _capaciteit(kans: Random, teams: list[str]) -> list[Capaciteitsregel]:
    """Most teams have a row over both years, some a shorter one or none (then persons count)."""
    regels = []
    for teamcode in teams:
        if kans.random() < 0.7:
            begin, einde = Maand(2026, 1), Maand(2028, 12)
            fte = str(Decimal(kans.randint(1, 60)) / 100)
            regels.append(capaciteit(teamcode, fte, begin, einde))
        if kans.random() < 0.3:
            van, tot = _venster(kans)
            soort = kans.choice(list(CapaciteitSoort))
            regels.append(
                capaciteit(teamcode, "0.25", Maand.van_dag(van), Maand.van_dag(tot), soort)
            )
    return regels


def _personen(kans: Random, teams: list[str]) -> dict[str, Any]:
    rollen, afwezig = [], []
    for _ in range(kans.randint(0, 3)):
        van, tot = _venster(kans)
        rollen.append(
            Teamrol(
                medewerker=MedewerkerCode("M1"),
                team=TeamCode(kans.choice(teams)),
                aandeel_pct=Decimal(kans.randint(10, 100)),
                van=_soms(kans, van),
                tot=_soms(kans, tot),
            )
        )
    for _ in range(kans.randint(0, 2)):
        van, tot = _venster(kans)
        afwezig.append(
            Afwezigheid(
                medewerker=MedewerkerCode("M1"),
                van=van,
                tot=tot,
                afwezig_pct=Decimal(kans.randint(0, 100)),
            )
        )
    persoon = Medewerker(
        medewerker=MedewerkerCode("M1"),
        uren_per_week=Decimal(kans.randint(8, 36)),
        dienstverband=Dienstverband.VAST,
        tot=_soms(kans, _venster(kans)[1], 0.2),
    )
    return {
        "medewerkers": (persoon,),
        "teamrollen": tuple(rollen),
        "afwezigheid": tuple(afwezig),
    }


def _gebieden(kans: Random, codes: list[str]) -> dict[str, Any]:
    """Shares never add up to more than 100; sometimes no area is gemeentebreed."""
    g1 = GebiedCode("G1")
    breed = kans.choice([GebiedSoort.GEMEENTEBREED, GebiedSoort.KERN])
    return {
        "gebieden": (
            Gebied(gebied=g1, naam="G1", soort=GebiedSoort.KERN),
            Gebied(gebied=GebiedCode("G2"), naam="G2", soort=GebiedSoort.BUURT, valt_onder=g1),
            Gebied(gebied=GebiedCode("Z"), naam="Z", soort=breed),
        ),
        "gebiedsagenda": tuple(
            Agendapunt(
                gebied=GebiedCode(kans.choice(["G1", "G2", "Z"])),
                opdracht=OpdrachtCode(code),
                vraagstuk=str(nummer),
                aandeel_pct=_soms(kans, Decimal(kans.randint(0, 33)), 0.9),
            )
            for code in codes
            for nummer in range(kans.randint(0, 3))
        ),
    }


_NORMEN = (
    Norm(jaar=2027, verzuim_pct=Decimal("10")),
    Norm(jaar=2027, team=TeamCode("T1"), verlofuren=Decimal("100.5")),
    Norm(jaar=2026, voltijd_uren_per_week=Decimal("40")),
)


def willekeurig_plan(kans: Random) -> Plan:
    """A plan in which most things are scarce and every rule comes along."""
    teams = [f"T{nummer}" for nummer in range(1, kans.randint(3, 4))]
    codes = [f"O{nummer}" for nummer in range(1, kans.randint(3, 8))]
    besloten = kans.sample(codes, kans.randint(0, min(2, len(codes))))
    return Plan(
        teams=tuple(
            team(
                code,
                kans.choice(list(Domein)[:2]),
                tot=_soms(kans, _venster(kans)[1], 0.2),
            )
            for code in teams
        ),
        programmas=tuple(Programma(programma=ProgrammaCode(p), naam=p) for p in ("P1", "P2", "P3")),
        begroting=tuple(
            Begrotingsregel(
                programma=ProgrammaCode(programma),
                jaar=jaar,
                lasten_cent=0,
                taakveld=taakveld,
                beschikbaar_cent=_soms(kans, kans.randint(0, 1_500), 0.8),
            )
            for programma, taakveld in (("P1", "0.1"), ("P1", "0.10"), ("P2", None))
            for jaar in (2026, 2027)
        ),
        opdrachten=tuple(_opdracht(kans, code) for code in codes),
        capaciteit=tuple(_capaciteit(kans, teams)),
        inzet=tuple(
            inzet(code, kans.choice(teams), *_venster(kans), kans.randint(0, 90_000))
            for code in codes
            for _ in range(kans.randint(0, 4))
        ),
        normen=tuple(norm for norm in _NORMEN if kans.random() < 0.5),
        besloten_rang={OpdrachtCode(code): n for n, code in enumerate(besloten, start=1)},
        instellingen=Instellingen(
            methode=kans.choice(list(Methode)), wettelijk_eerst=kans.random() < 0.5
        ),
        **_personen(kans, teams),
        **_gebieden(kans, codes),
    )


def plannen() -> st.SearchStrategy[Plan]:
    """Plans from a drawn seed: hypothesis by itself draws too few that are scarce."""
    return st.integers(0, 2**32 - 1).map(lambda zaad: willekeurig_plan(Random(zaad)))


horizonnen = st.sampled_from(
    [
        Horizon.planjaar(2027),
        Horizon(Maand(2026, 11), Maand(2027, 2)),
        Horizon(Maand(2027, 3), Maand(2027, 4)),
    ]
)
