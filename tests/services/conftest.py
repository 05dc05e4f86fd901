"""A small organisation in a real database in memory: four teams, eight opdrachten, 2027."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sturing.domain.levering import Mutatie, Rij
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store import leveringen as register
from sturing.store.opslag import Opslag

LEEG: dict[str, dict[str, object]] = {
    "Teams": dict.fromkeys(
        [
            "korte_naam",
            "teamondersteuner",
            "zelforganisatie",
            "begeleiding",
            "formatie_fte",
            "gebied",
            "opdracht",
            "van",
            "tot",
        ]
    ),
    "Personen": dict.fromkeys(["domein", "team", "van", "tot"]),
    "Gebieden": dict.fromkeys(["valt_onder", "gebiedsmakelaar", "inwoners"]),
    "Opdrachten": dict.fromkeys(
        [
            "korte_naam",
            "opdrachtgever",
            "gedelegeerd_aan",
            "portefeuillehouders",
            "opdrachtnemer",
            "programma",
            "doel",
            "rang",
            "van",
            "tot",
            "budget_cent",
            "maatschappelijke_waarde",
            "medewerkerswaarde",
            "financiele_waarde",
            "waarde",
            "kwaliteit",
            "voortgang",
            "peildatum",
            "resultaat",
            "toelichting",
        ]
    )
    | {"wettelijk": False},
    "Capaciteit": {"volgnr": 0},
    "Inzet": {"volgnr": 0},
    "Uren": {},
}
JAAR = {"van": date(2027, 1, 1), "tot": date(2027, 12, 31)}
FTE = {"T1": "2", "T2": "1", "T3": "4", "T4": "0.5"}
OPDRACHTEN = {
    # code: (naam, soort werk, wettelijk, rang, status, uren per team)
    "W1": ("Reisdocumenten", "regulier", True, None, "lopend", {"T1": 2500}),
    "S1": ("Spoorzone", "strategische agenda", False, 1, "lopend", {"T2": 900, "T3": 1200}),
    "S2": ("Schapenweide", "strategische agenda", False, 2, "gepland", {"T2": 700, "T3": 400}),
    "S3": ("Nobelkwartier", "strategische agenda", False, 3, "gepland", {"T2": 600}),
    "R1": ("Groenonderhoud", "regulier", False, 4, "lopend", {"T3": 2000}),
    "R2": ("Dorpsplein", "gebiedsagenda", False, 5, "gepland", {"T3": 900, "T4": 100}),
    "N1": ("Visie zonder uren", "programmabegroting", False, 6, "gepland", {}),
    "P1": ("Oud project", "programmabegroting", False, 7, "parkeerplaats", {"T4": 300}),
}


def rijen() -> dict[str, list[Rij]]:
    """The rows as a levering stores them."""
    personen = [
        ("SM", "Strategisch manager ruimtelijk domein", "strategisch manager", "ruimtelijk", None),
        ("PV", "Procesverantwoordelijke Team Een", "procesverantwoordelijke", None, "T1"),
    ]
    return {
        "Teams": [
            LEEG["Teams"]
            | {
                "team": t,
                "naam": f"Team {t}",
                "soort": "opgave",
                "domein": "ruimtelijk",
                "formatie_fte": Decimal(fte) + 1,
            }
            for t, fte in FTE.items()
        ],
        "Personen": [
            LEEG["Personen"]
            | {"persoon": p, "naam": naam, "rol": rol, "domein": domein, "team": team}
            for p, naam, rol, domein, team in personen
        ],
        "Gebieden": [
            LEEG["Gebieden"] | {"gebied": "GEM", "naam": "Gemeente", "soort": "gemeentebreed"}
        ],
        "Opdrachten": [
            LEEG["Opdrachten"]
            | {
                "opdracht": code,
                "naam": naam,
                "soort_werk": soort,
                "wettelijk": wettelijk,
                "rang": rang,
                "status": status,
                "opdrachtgever": None if code == "R2" else ("PV" if code == "W1" else "SM"),
            }
            for code, (naam, soort, wettelijk, rang, status, _) in OPDRACHTEN.items()
        ],
        "Capaciteit": [
            LEEG["Capaciteit"] | JAAR | {"team": t, "soort": "bezetting", "fte": Decimal(fte)}
            for t, fte in FTE.items()
        ],
        "Inzet": [
            LEEG["Inzet"] | JAAR | {"opdracht": o, "team": t, "uren_honderdste": uren * 100}
            for o, (*_, per_team) in OPDRACHTEN.items()
            for t, uren in per_team.items()
        ],
        "Uren": [
            {"maand": date(2026, 10, 1), "team": "T4", "opdracht": "P1", "uren_honderdste": 40_00}
        ],
    }


def lever_rijen(opslag: Opslag, gegeven: dict[str, list[Rij]]) -> None:
    """Store `gegeven` as the next levering."""
    register.sla_op(
        opslag,
        wie=LOKAAL,
        bestanden=(),
        mutaties=[
            Mutatie(blad=blad, oud=None, nieuw=rij) for blad, rs in gegeven.items() for rij in rs
        ],
        verschil=(),
        tijdstip=datetime(2026, 11, 16, 9, 0, tzinfo=UTC),
    )


def omgeving_met(gegeven: dict[str, list[Rij]], *, demo: bool = False) -> Omgeving:
    """An environment on a database in memory that holds `gegeven` as levering 1."""
    opslag = Opslag.open(None, demo=demo)
    if gegeven:
        lever_rijen(opslag, gegeven)
    return Omgeving(opslag=opslag, demo=demo)


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = omgeving_met(rijen())
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def lege_omgeving() -> Iterator[Omgeving]:
    omgeving = omgeving_met({})
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def manager() -> Wie:
    return Wie(
        account="sm",
        naam="Strategisch manager ruimtelijk",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.STRATEGISCH_MANAGER, domein="ruimtelijk"),),
        persoon="SM",
    )


@pytest.fixture
def niemand() -> Wie:
    """An account without any role."""
    return Wie(account="niemand", naam="Zonder rol", herkomst=Herkomst.DEMONSTRATIE)
