"""A small organisation with areas, doelen and money, worked out by hand; February 2027 only.

The plan is that of tests/analyses/voorbeeld.py (1 fte is 100 hours). G1 has makelaar M; on its
agenda stand O1 (24 of 24 hours) and an item without opdracht; on that of the wijk G1-W, below it,
O2 (6 of 8 hours). On that of G2 stand O3 (5 hours, no opdrachtgever) and the parked O5. D1 is
served by O1 and O2 (120 of 140 hours, 1,000 euros), D2 by O4 (500 of 1,000 euros) and O5, D3 by
nothing; O3 has no doel. P1 may spend 1,500 euros; 300 were spent on O1 up to March.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sturing.domain.codes import DoelCode, GebiedCode, OpdrachtCode, PersoonCode, TeamCode
from sturing.domain.keuzes import AgendaSoort, DoelBron, Initiatief
from sturing.domain.organisatie import Doel
from sturing.domain.plan import Plan
from sturing.domain.tijd import Maand
from sturing.domain.werk import Agendapunt, Bestedingsregel
from sturing.domain.wie import RechtRol, Wie
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store import leveringen as register
from sturing.store.opslag import Opslag
from tests.analyses.voorbeeld import PLAN

from .besluitproef import persoon
from .planrijen import mutaties_van

GEBIEDEN = frozenset({GebiedCode("G1"), GebiedCode("G1-W")})
DIRECTIE = persoon("dir", RechtRol.DIRECTIE)
MAKELAAR = persoon("gm", RechtRol.GEBIEDSMAKELAAR, gebieden=GEBIEDEN, persoon=PersoonCode("M"))
BESTUUR = persoon("bo", RechtRol.BESTUUR, persoon=PersoonCode("W1"))
MEDEWERKER = persoon("med", RechtRol.MEDEWERKER, teams=frozenset({TeamCode("T2")}))
BEHEERDER = persoon("beheer", RechtRol.BEHEERDER)


def punt(
    gebied: str, opdracht: str, vraagstuk: str, aandeel: int | None, **velden: Any
) -> Agendapunt:
    """An item; the store keeps an empty opdracht as none."""
    return Agendapunt(
        gebied=GebiedCode(gebied),
        opdracht=OpdrachtCode(opdracht) if opdracht else None,
        vraagstuk=vraagstuk,
        aandeel_pct=None if aandeel is None else Decimal(aandeel),
        **velden,
    )


AGENDA = (
    punt(
        "G1",
        "O1",
        "Een nieuw plein",
        40,
        soort=AgendaSoort.KANS,
        initiatief=Initiatief.GEMEENTE,
        bijdrage_gemeente="Legt het aan",
        bijdrage_partners="Winkeliers",
    ),
    punt("G1", "", "Te weinig woningen", None, bijdrage_partners="Dorpsraad", overstijgend=True),
    punt("G1-W", "O2", "Veilig naar school", 10),
    punt("G2", "O3", "Te weinig woningen", 100),
    punt("G2", "O5", "Een bus", 50),
)


def plan() -> Plan:
    """The whole plan."""
    doel_van = {"O1": "D1", "O2": "D1", "O4": "D2", "O5": "D2"}
    return replace(
        PLAN,
        gebieden=tuple(
            replace(g, gebiedsmakelaar=PersoonCode("M")) if g.gebied == "G1" else g
            for g in PLAN.gebieden
        ),
        gebiedsagenda=AGENDA,
        doelen=tuple(
            Doel(doel=DoelCode(code), naam=f"Doel {code}", bron=DoelBron.RAADSKADER)
            for code in ("D1", "D2", "D3")
        ),
        opdrachten=tuple(
            replace(o, doel=DoelCode(doel_van[o.opdracht])) if o.opdracht in doel_van else o
            for o in PLAN.opdrachten
        ),
        besteding=(
            Bestedingsregel(opdracht=OpdrachtCode("O1"), maand=Maand(2027, 3), euro_cent=30_000),
        ),
    )


@contextmanager
def wereld(van: Plan | None = None) -> Iterator[Omgeving]:
    """An environment on a database in memory that holds the plan as levering 1."""
    opslag = Opslag.open(None)
    register.sla_op(
        opslag,
        wie=LOKAAL,
        bestanden=(),
        mutaties=mutaties_van(van or plan()),
        verschil=(),
        tijdstip=datetime(2026, 11, 16, 9, 0, tzinfo=UTC),
    )
    omgeving = Omgeving(opslag=opslag, demo=False)
    yield omgeving
    omgeving.sluit()


def wie_met(rol: RechtRol, **velden: object) -> Wie:
    """Somebody with one role."""
    return persoon(rol.value, rol, **velden)
