"""Small plans for the tests of the engine: builders with defaults, and drawn plans."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

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


_dagen = st.dates(min_value=date(2026, 7, 1), max_value=date(2028, 3, 31))
_maanden = st.builds(Maand, st.sampled_from([2026, 2027]), st.integers(1, 12))


@st.composite
def _venster(draw: st.DrawFn) -> tuple[date, date]:
    van, tot = sorted((draw(_dagen), draw(_dagen)))
    return van, tot


@st.composite
def _maandvenster(draw: st.DrawFn) -> tuple[Maand, Maand]:
    van, tot = sorted((draw(_maanden), draw(_maanden)))
    return van, tot


@st.composite
def _opdrachten(draw: st.DrawFn, code: str) -> Opdracht:
    van, tot = draw(_venster())
    waarde = st.none() | st.integers(0, 5).map(Decimal)
    return opdracht(
        code,
        status=draw(st.sampled_from([Status.LOPEND] * 5 + list(Status))),
        soort_werk=draw(st.sampled_from(list(SoortWerk)[:3])),
        opdrachtgever=draw(st.none() | st.sampled_from(["A1", "A2"]).map(PersoonCode)),
        portefeuillehouders=tuple(
            PersoonCode(p) for p in draw(st.lists(st.sampled_from(["W1", "W2", "W3"]), max_size=3))
        ),
        programma=draw(st.none() | st.sampled_from(["P1", "P2", "P3"]).map(ProgrammaCode)),
        doel=draw(st.none() | st.sampled_from(["D1", "D2"]).map(DoelCode)),
        wettelijk=draw(st.booleans()),
        rang=draw(st.none() | st.integers(1, 3)),
        van=draw(st.sampled_from([van, None])),
        tot=draw(st.sampled_from([tot, None])),
        budget_cent=draw(st.none() | st.integers(0, 3_000)),
        maatschappelijke_waarde=draw(waarde),
        financiele_waarde=draw(waarde),
    )


@st.composite
def plannen(draw: st.DrawFn, max_opdrachten: int = 6) -> Plan:
    """Plans in which everything is scarce and every rule comes along."""
    teams = [f"T{nummer}" for nummer in range(1, draw(st.integers(2, 4)))]
    codes = [f"O{nummer}" for nummer in range(1, draw(st.integers(1, max_opdrachten)) + 1)]
    rijen = []
    for code in codes:
        for teamcode in draw(st.lists(st.sampled_from(teams), max_size=3)):
            van, tot = draw(_venster())
            rijen.append(inzet(code, teamcode, van, tot, draw(st.integers(0, 40_000))))
    regels = []
    for teamcode in draw(st.lists(st.sampled_from(teams), max_size=3)):
        begin, einde = draw(_maandvenster())
        soort = draw(st.sampled_from(list(CapaciteitSoort)))
        fte = draw(st.decimals(0, 1, places=2))
        regels.append(capaciteit(teamcode, str(fte), begin, einde, soort))
    rollen, afwezig = [], []
    for teamcode in draw(st.lists(st.sampled_from(teams), max_size=3)):
        van, tot = draw(_venster())
        rollen.append(
            Teamrol(
                medewerker=MedewerkerCode("M1"),
                team=TeamCode(teamcode),
                aandeel_pct=Decimal(draw(st.integers(10, 100))),
                van=draw(st.sampled_from([van, None])),
                tot=draw(st.sampled_from([tot, None])),
            )
        )
    for pct in draw(st.lists(st.integers(0, 100), max_size=2)):
        van, tot = draw(_venster())
        afwezig.append(
            Afwezigheid(medewerker=MedewerkerCode("M1"), van=van, tot=tot, afwezig_pct=Decimal(pct))
        )
    agenda = []
    for code in draw(st.lists(st.sampled_from(codes), max_size=3, unique=True)):
        for nummer, gebied in enumerate(draw(st.lists(st.sampled_from(["G1", "G2", "Z"])))):
            if nummer < 3:
                agenda.append(
                    Agendapunt(
                        gebied=GebiedCode(gebied),
                        opdracht=OpdrachtCode(code),
                        aandeel_pct=draw(st.none() | st.integers(0, 33).map(Decimal)),
                    )
                )
    gemeentebreed = draw(st.sampled_from([GebiedSoort.GEMEENTEBREED, GebiedSoort.KERN]))
    return Plan(
        teams=tuple(
            team(
                code,
                draw(st.sampled_from(list(Domein)[:2])),
                tot=draw(st.none() | _dagen),
            )
            for code in teams
        ),
        gebieden=(
            Gebied(gebied=GebiedCode("G1"), naam="G1", soort=GebiedSoort.KERN),
            Gebied(
                gebied=GebiedCode("G2"),
                naam="G2",
                soort=GebiedSoort.BUURT,
                valt_onder=GebiedCode("G1"),
            ),
            Gebied(gebied=GebiedCode("Z"), naam="Z", soort=gemeentebreed),
        ),
        programmas=tuple(Programma(programma=ProgrammaCode(p), naam=p) for p in ("P1", "P2", "P3")),
        begroting=tuple(
            Begrotingsregel(
                programma=ProgrammaCode(programma),
                jaar=jaar,
                lasten_cent=0,
                taakveld=taakveld,
                beschikbaar_cent=draw(st.none() | st.integers(0, 2_000)),
            )
            for programma, taakveld in (("P1", "0.1"), ("P1", "0.10"), ("P2", None))
            for jaar in (2026, 2027)
        ),
        opdrachten=tuple(draw(_opdrachten(code)) for code in codes),
        gebiedsagenda=tuple(agenda),
        capaciteit=tuple(regels),
        medewerkers=(
            Medewerker(
                medewerker=MedewerkerCode("M1"),
                uren_per_week=Decimal(draw(st.integers(8, 36))),
                dienstverband=Dienstverband.VAST,
                tot=draw(st.none() | _dagen),
            ),
        ),
        teamrollen=tuple(rollen),
        afwezigheid=tuple(afwezig),
        inzet=tuple(rijen),
        normen=tuple(
            draw(
                st.lists(
                    st.sampled_from(
                        [
                            Norm(jaar=2027, verzuim_pct=Decimal("10")),
                            Norm(jaar=2027, team=TeamCode("T1"), verlofuren=Decimal("100.5")),
                            Norm(jaar=2026, voltijd_uren_per_week=Decimal("40")),
                        ]
                    ),
                    unique_by=lambda norm: (norm.jaar, norm.team),
                )
            )
        ),
        besloten_rang={
            OpdrachtCode(code): nummer
            for nummer, code in enumerate(
                draw(st.lists(st.sampled_from(codes), max_size=2, unique=True)), start=1
            )
        },
        instellingen=Instellingen(
            methode=draw(st.sampled_from(list(Methode))), wettelijk_eerst=draw(st.booleans())
        ),
    )


horizonnen = st.sampled_from(
    [
        Horizon.planjaar(2027),
        Horizon(Maand(2026, 11), Maand(2027, 2)),
        Horizon(Maand(2027, 3), Maand(2027, 4)),
    ]
)
