"""Reads a hand-calculated case (tests/cases/*.toml) into a plan, changes and expectations.

Hours and euros stand in the files as people write them (12.5); percentages as in the workbook.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from sturing.domain import keuzes as k
from sturing.domain import organisatie as o
from sturing.domain import werk
from sturing.domain.plan import Gewichten, Instellingen, Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wijziging import Wijziging

_BLADEN: dict[str, type[Any]] = {
    "teams": o.Team,
    "personen": o.Persoonsrol,
    "gebieden": o.Gebied,
    "programmas": o.Programma,
    "begroting": o.Begrotingsregel,
    "opdrachten": werk.Opdracht,
    "gebiedsagenda": werk.Agendapunt,
    "capaciteit": o.Capaciteitsregel,
    "medewerkers": o.Medewerker,
    "teamrollen": o.Teamrol,
    "afwezigheid": o.Afwezigheid,
    "inzet": werk.Inzetregel,
    "normen": o.Norm,
}
_STANDAARD: dict[str, dict[str, Any]] = {
    "teams": {"soort": k.TeamSoort.DIENSTVERLENEND, "domein": k.Domein.RUIMTELIJK},
    "opdrachten": {"soort_werk": k.SoortWerk.REGULIER, "status": k.Status.LOPEND},
    "capaciteit": {"soort": k.CapaciteitSoort.BEZETTING},
    "medewerkers": {"dienstverband": k.Dienstverband.VAST},
    "begroting": {"lasten_cent": 0},
    "gebieden": {"soort": k.GebiedSoort.KERN},
    "personen": {"rol": k.Rol.DIRECTIE},
}
_KEUZES: dict[str, type[Any]] = {
    "domein": k.Domein,
    "status": k.Status,
    "oude_status": k.Status,
    "soort_werk": k.SoortWerk,
    "methode": k.Methode,
}
_SOORTEN: dict[str, type[Any]] = {
    "teams": k.TeamSoort,
    "capaciteit": k.CapaciteitSoort,
    "gebieden": k.GebiedSoort,
}
_MAAND_IN = ("capaciteit", "inhuur", "vacature", "uitlenen")
_WIJZIGINGEN: dict[str, type[Any]] = {soort.soort: soort for soort in get_args(Wijziging)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    titel: str
    plan: Plan
    horizon: Horizon
    wijzigingen: tuple[Wijziging, ...]
    verwacht: dict[str, Any]


def honderdste(getal: int | Decimal) -> int:
    """Hours to hundredths, euros to cents; the file may not hold more than two decimals."""
    uit = Decimal(getal) * 100
    assert uit == int(uit), f"{getal} heeft meer dan twee decimalen"
    return int(uit)


def lees(pad: Path) -> Geval:
    with pad.open("rb") as bestand:
        ruw = tomllib.load(bestand, parse_float=Decimal)
    ruw.pop("uitleg")
    van, tot = (Maand.van_tekst(tekst) for tekst in ruw.pop("horizon"))
    plan: dict[str, Any] = {
        blad: tuple(_rij(soort, blad, rij) for rij in ruw.pop(blad, []))
        for blad, soort in _BLADEN.items()
    }
    instellingen = ruw.pop("instellingen", {})
    plan["instellingen"] = Instellingen(
        **{veld: _waarde(veld, waarde, "") for veld, waarde in instellingen.items()}
    )
    plan["besloten_rang"] = ruw.pop("besloten_rang", {})
    plan["peildatum"] = ruw.pop("peildatum", None)
    wijzigingen = tuple(_wijziging(rij) for rij in ruw.pop("wijzigingen", []))
    geval = Geval(
        titel=ruw.pop("titel"),
        plan=Plan(**plan),
        horizon=Horizon(van, tot),
        wijzigingen=wijzigingen,
        verwacht=ruw.pop("verwacht"),
    )
    assert not ruw, f"onbekend in {pad.name}: {sorted(ruw)}"
    return geval


def _rij(soort: type[Any], blad: str, rij: dict[str, Any]) -> Any:
    velden = _STANDAARD.get(blad, {}) | {
        veld: _waarde(veld, waarde, blad) for veld, waarde in _uren(soort, rij).items()
    }
    if blad in ("teams", "gebieden", "programmas", "opdrachten", "personen"):
        velden.setdefault("naam", next(iter(rij.values())))
    return soort(**velden)


def _wijziging(rij: dict[str, Any]) -> Any:
    rij = dict(rij)
    soort = _WIJZIGINGEN[rij.pop("soort")]
    velden = {
        veld: _waarde(veld, waarde, soort.soort) for veld, waarde in _uren(soort, rij).items()
    }
    for veld in ("oud", "nieuw"):
        if soort.soort == "methode":
            velden[veld] = k.Methode(velden[veld])
        if soort.soort == "gewichten":
            velden[veld] = Gewichten(**velden[veld])
    return soort(**velden)


def _uren(soort: type[Any], rij: dict[str, Any]) -> dict[str, Any]:
    """`uren` becomes `uren_honderdste`, `tarief` becomes `tarief_cent`, where the type says so."""
    namen = {veld.name for veld in fields(soort)}
    uit = {}
    for veld, waarde in rij.items():
        for staart in ("_honderdste", "_cent"):
            if veld + staart in namen:
                uit[veld + staart] = honderdste(waarde)
                break
        else:
            uit[veld] = waarde
    return uit


def _waarde(veld: str, waarde: Any, blad: str) -> Any:
    if veld == "soort" and blad in _SOORTEN:
        return _SOORTEN[blad](waarde)
    if veld in _KEUZES:
        return _KEUZES[veld](waarde)
    if veld in ("van", "tot") and blad in _MAAND_IN:
        return Maand.van_tekst(waarde)
    if veld == "gewichten":
        return Gewichten(**{naam: Decimal(gewicht) for naam, gewicht in waarde.items()})
    if isinstance(waarde, list):
        return tuple(waarde)
    if (
        isinstance(waarde, bool | str | date | dict)
        or veld in _GEHEEL
        or veld.endswith(("_cent", "_honderdste"))
    ):
        return waarde
    return Decimal(waarde)


_GEHEEL = ("jaar", "rang", "plaats", "oude_plaats", "maanden", "regel")
