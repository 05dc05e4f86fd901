"""A small organisation in rows, and ways to deliver it, for the tests of the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal

from sturing.domain.levering import Bestandsinfo, BladVerschil, Levering, Mutatie, Rij, Waarde
from sturing.domain.wie import Herkomst, Wie
from sturing.store import leveringen
from sturing.store.opslag import Opslag

WIE = Wie(account="proef", naam="Proefpersoon", herkomst=Herkomst.LOKAAL)
TIJD = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

_VELDEN = {
    "Teams": "team naam korte_naam soort domein teamondersteuner zelforganisatie begeleiding "
    "formatie_fte gebied opdracht van tot",
    "Personen": "persoon naam rol domein team van tot",
    "Gebieden": "gebied naam soort valt_onder gebiedsmakelaar inwoners",
    "Programmas": "programma naam portefeuillehouder",
    "Begroting": "programma jaar taakveld lasten_cent baten_cent beschikbaar_cent",
    "Doelen": "doel naam bron programma portefeuillehouder",
    "Opdrachten": "opdracht naam korte_naam soort_werk opdrachtgever gedelegeerd_aan "
    "portefeuillehouders opdrachtnemer programma doel wettelijk rang status van tot budget_cent "
    "maatschappelijke_waarde medewerkerswaarde financiele_waarde waarde kwaliteit voortgang "
    "peildatum resultaat toelichting",
    "Gebiedsagenda": "gebied opdracht vraagstuk soort aandeel_pct initiatief bijdrage_gemeente "
    "bijdrage_partners overstijgend",
    "Capaciteit": "team van tot soort fte volgnr",
    "Medewerkers": "medewerker uren_per_week dienstverband van tot",
    "Teamrollen": "medewerker team van rol aandeel_pct tot volgnr",
    "Afwezigheid": "medewerker van tot afwezig_pct",
    "Inzet": "opdracht team van tot uren_honderdste volgnr",
    "Uren": "maand team opdracht uren_honderdste",
    "Besteding": "opdracht maand euro_cent",
    "Teamplannen": "team jaar regel opgave resultaat kwaliteit opdracht doel nodig_van_team "
    "nodig_van_partner status",
    "Normen": "jaar team voltijd_uren_per_week verlofuren verzuim_pct indirect_pct ruimte_pct",
}
VELDEN = {blad: tuple(velden.split()) for blad, velden in _VELDEN.items()}
"""The field names of PLAN.md, per sheet."""

_JAN, _DEC = date(2027, 1, 1), date(2027, 12, 31)
_MINIMAAL: dict[str, dict[str, Waarde]] = {
    "Teams": {"team": "T1", "naam": "Wonen", "soort": "opgave", "domein": "ruimtelijk"},
    "Personen": {"persoon": "P1", "naam": "Manager een", "rol": "strategisch manager"},
    "Gebieden": {"gebied": "G1", "naam": "De gemeente", "soort": "gemeentebreed"},
    "Programmas": {"programma": "8", "naam": "Wonen"},
    "Begroting": {"programma": "8", "jaar": 2027, "lasten_cent": 100},
    "Doelen": {"doel": "D1", "naam": "Meer woningen", "bron": "raadskader"},
    "Opdrachten": {"opdracht": "O1", "naam": "Plein", "soort_werk": "regulier", "status": "lopend"},
    "Gebiedsagenda": {"gebied": "G1", "opdracht": "O1"},
    "Capaciteit": {
        "team": "T1",
        "van": _JAN,
        "tot": _DEC,
        "soort": "bezetting",
        "fte": Decimal("2.5"),
        "volgnr": 0,
    },
    "Medewerkers": {"medewerker": "M1", "uren_per_week": Decimal(36)},
    "Teamrollen": {"medewerker": "M1", "team": "T1", "aandeel_pct": Decimal(50), "volgnr": 0},
    "Afwezigheid": {"medewerker": "M1", "van": _JAN, "tot": _DEC},
    "Inzet": {
        "opdracht": "O1",
        "team": "T1",
        "van": _JAN,
        "tot": _DEC,
        "uren_honderdste": 12_000,
        "volgnr": 0,
    },
    "Uren": {"maand": date(2026, 10, 1), "team": "T1", "opdracht": "O1", "uren_honderdste": 800},
    "Besteding": {"opdracht": "O1", "maand": date(2026, 10, 1), "euro_cent": 5},
    "Teamplannen": {"team": "T1", "jaar": 2027, "regel": 1, "resultaat": "Tien woningen"},
    "Normen": {"jaar": 2027},
}


def rij(blad: str, **anders: Waarde) -> dict[str, Waarde]:
    """A whole row of a sheet: the required fields filled, all others empty, `anders` on top."""
    onbekend = anders.keys() - set(VELDEN[blad])
    assert not onbekend, onbekend
    return {**dict.fromkeys(VELDEN[blad]), **_MINIMAAL[blad], **anders}


def nieuw(blad: str, **anders: Waarde) -> Mutatie:
    """A new row."""
    return Mutatie(blad=blad, oud=None, nieuw=rij(blad, **anders), cel="A2", bestand="proef.xlsx")


def anders(blad: str, oud: Rij, **velden: Waarde) -> Mutatie:
    """A stored row of which some fields change."""
    return Mutatie(blad=blad, oud=oud, nieuw={**oud, **velden}, cel="B3", bestand="proef.xlsx")


def weg(blad: str, oud: Rij) -> Mutatie:
    """A stored row that vanishes."""
    return Mutatie(blad=blad, oud=oud, nieuw=None)


def organisatie() -> tuple[Mutatie, ...]:
    """One row of every sheet, whose codes all exist."""
    return tuple(nieuw(blad) for blad in VELDEN)


def lever(opslag: Opslag, *mutaties: Mutatie, na_levering: int | None = None) -> Levering:
    """Store these mutations as the next levering."""
    return leveringen.sla_op(
        opslag,
        wie=WIE,
        bestanden=(Bestandsinfo(naam="proef.xlsx", grootte=1234, sha256="ab" * 32),),
        mutaties=mutaties,
        verschil=_tel(mutaties),
        tijdstip=TIJD,
        na_levering=na_levering,
    )


def _tel(mutaties: Iterable[Mutatie]) -> tuple[BladVerschil, ...]:
    bladen = list(dict.fromkeys(m.blad for m in mutaties))
    return tuple(
        BladVerschil(blad=blad, nieuw=sum(m.blad == blad and m.oud is None for m in mutaties))
        for blad in bladen
    )
