"""Made-up exports of time registration and planning tools: their headings, no real data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from sturing.domain.koppeling import Koppeling, Vastlegging
from sturing.domain.levering import Rij
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.lezer import lees_bestand
from tests.intake.bouwer import boek

Rijen = list[list[object]]
AFAS_KOP: list[object] = [
    "EmId",
    "DaTi",
    "VaIt",
    "ItCd",
    "StId",
    "Qu",
    "PrId",
    "StTi",
    "EnTi",
    "Id",
]


def afas(*regels: tuple[str, object, str, object]) -> Rijen:
    """(medewerker, dag, project, uren) per row."""
    return [
        AFAS_KOP,
        *(
            [wie, dag, 1, "W1", "N", uren, project, None, None, nummer]
            for nummer, (wie, dag, project, uren) in enumerate(regels, start=1)
        ),
    ]


WORKBOOK: Rijen = [
    [
        "JobNum",
        "EmpNum",
        "AId",
        "RegDate",
        "HrsQty",
        "HrsCost",
        "HrsSale",
        "SupplementalDescr",
        "Postdate",
        "IsBillable",
    ],
    ["O1", "E77", 3, "2026-10-05T00:00:00", "7.50", "1", "2", "overleg", "2026-10-06", 1],
    ["O1", "E78", 3, "2026-10-06T09:30:00Z", "0.25", "1", "2", "", "2026-10-06", 1],
]
TIMECHIMP: Rijen = [
    ["Datum", "Klant", "Project", "Projectcode", "Taak", "Medewerker", "Uren"],
    ["2026-09-05", "Gemeente", "Spoorzone", "O1", "Werk", "iemand", "58:30"],
]
TIMEWAX: Rijen = [
    ["Sjabloon", "Code", "Naam", "Klant", "Afdeling", "Projectmanager"],
    [None, "O7", "Nieuw zwembad", "Gemeente", "T01", "iemand"],
    [None, "X1", "Verlof", "Gemeente", "T01", "iemand"],
]
URENBEGROTING: Rijen = [
    ["Urenbegroting 2027"],
    [
        "Code",
        "Omschrijving (product/activiteit)",
        "Team",
        "Medewerker of functie",
        "Jaar",
        "Uren of fte",
    ],
    ["O1", "Spoorzone", "T01", "adviseur", 2027, 100],
    ["O1", "Spoorzone", "T01", "projectleider", 2027, "50,5"],
    ["O2", "Wegen", "T01", "adviseur", 2027, 10],
]
PORTFOLIO: Rijen = [
    [
        "Projectnaam",
        "Projectmanager",
        "Programma",
        "Ambtelijk opdrachtgever",
        "Bestuurlijk opdrachtgever",
        "Projectfase",
    ],
    ["Soestdijkseweg 12 - woningen", "iemand", "8", "P1", "P2", "definitie"],
]
REGISTRATIE: Rijen = [
    ["Uren van oktober"],
    ["Datum", "Afdeling", "Werkorder", "Uren"],
    ["05-10-2026", "T01", "O1", "7,5"],
]


def lees(
    rijen: Rijen,
    opslag: Mapping[str, list[Rij]],
    koppeling: Koppeling | None = None,
    blad: str = "Blad1",
) -> Beoordeling:
    vastgelegd = {} if koppeling is None else {koppeling.kenmerk: vastgelegde(koppeling)}
    bestand = Bestand(naam="export.xlsx", inhoud=boek({blad: rijen}))
    return beoordeel([bestand], opslag, {}, lees=lees_bestand, vastgelegd=vastgelegd)


def vastgelegde(koppeling: Koppeling) -> Vastlegging:
    return Vastlegging(
        nummer=1,
        koppeling=koppeling,
        account="demo",
        naam="Teamondersteuner",
        tijdstip=dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC),
    )


def met(
    koppeling: Koppeling,
    *,
    vast: Mapping[str, str] | None = None,
    waarden: Mapping[str, Mapping[str, str]] | None = None,
    decimaalpunt: bool = False,
) -> Koppeling:
    """The proposed koppeling with what a person adds."""
    return Koppeling(
        kenmerk=koppeling.kenmerk,
        bron=koppeling.bron,
        doel=koppeling.doel,
        kolommen=koppeling.kolommen,
        vast={**koppeling.vast, **(vast or {})},
        waarden=MappingProxyType(dict(waarden or {})),
        decimaalpunt=decimaalpunt,
    )
