"""Sums over rows: shares of an opdracht, corrections of a month, roles of a person, norms.

Owns: the checks that add stored and new rows together. Hours are hundredths, euros cents,
percentages as written. A sum that goes wrong is reported at the row that takes it over the edge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import cast

from sturing.domain import normen
from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import Rij, Waarde
from sturing.engine.kalender import werkdagen
from sturing.intake.aaneen import voeg_aaneen
from sturing.intake.codes import Code
from sturing.intake.melding import waarde_tekst
from sturing.intake.ontleden import Regel
from sturing.intake.samenvoegen import Sleutel
from sturing.intake.stand import Geheel

_HONDERD = Decimal(100)


def controleer_aandelen(geheel: Geheel) -> Iterator[Bevinding]:
    """Shares of an opdracht over all areas, stored and new together, add to at most 100."""
    nieuw = geheel.nieuw("Gebiedsagenda")
    in_bestand = {(r["gebied"], r["opdracht"], r["vraagstuk"]) for _, r in nieuw}
    som: dict[Waarde, Decimal] = defaultdict(Decimal)
    for rij in geheel.na("Gebiedsagenda"):
        if (rij["gebied"], rij["opdracht"], rij["vraagstuk"]) not in in_bestand:
            som[rij["opdracht"]] += cast(Decimal, rij["aandeel_pct"] or 0)
    gemeld: set[Waarde] = set()
    for regel, rij in nieuw:
        opdracht = rij["opdracht"]
        if opdracht is None or rij["aandeel_pct"] is None:
            continue
        som[opdracht] += cast(Decimal, rij["aandeel_pct"])
        if som[opdracht] > _HONDERD and opdracht not in gemeld:
            gemeld.add(opdracht)
            totaal = sum(
                cast(Decimal, r["aandeel_pct"] or 0)
                for r in geheel.na("Gebiedsagenda")
                if r["opdracht"] == opdracht
            )
            yield regel.meld(
                Code.AANDEEL_BOVEN_100,
                f"de aandelen van opdracht '{opdracht}' zijn in alle gebieden samen "
                f"{waarde_tekst(totaal)}%.",
                "Toegestaan: samen ten hoogste 100%. De rest is gemeentebreed.",
                "aandeel_pct",
            )


def controleer_agenda(geheel: Geheel) -> Iterator[Bevinding]:
    """An item of a gebiedsagenda names an opdracht or a vraagstuk."""
    for regel, rij in geheel.nieuw("Gebiedsagenda"):
        if rij["opdracht"] is None and rij["vraagstuk"] is None:
            yield regel.meld(
                Code.AGENDA_LEEG,
                "opdracht en vraagstuk zijn allebei leeg.",
                "Vul de opdracht of het vraagstuk in.",
                "opdracht",
            )


def controleer_correcties(geheel: Geheel) -> Iterator[Bevinding]:
    """Corrections may not take a month below 0: of a team (Uren), of all opdrachten (Besteding)."""
    yield from _maandsom(
        geheel,
        "Uren",
        "uren_honderdste",
        lambda rij: (rij["team"], rij["maand"]),
        "de uren van dit team in deze maand zijn samen {som}.",
    )
    yield from _maandsom(
        geheel,
        "Besteding",
        "euro_cent",
        lambda rij: (rij["maand"],),
        "de euro's van deze maand zijn samen {som}.",
    )


def _maandsom(
    geheel: Geheel, blad: str, veld: str, groep: Callable[[Rij], Sleutel], zin: str
) -> Iterator[Bevinding]:
    negatief: dict[Sleutel, Regel] = {}
    for regel, rij in geheel.nieuw(blad):
        if cast(int, rij[veld]) < 0:
            negatief.setdefault(groep(rij), regel)
    if not negatief or blad in geheel.onvolledig:
        return
    som: dict[Sleutel, int] = defaultdict(int)
    for rij in geheel.na(blad):
        som[groep(rij)] += cast(int, rij[veld])
    for sleutel, regel in negatief.items():
        if som[sleutel] < 0:
            yield regel.meld(
                Code.SOM_ONDER_NUL,
                zin.format(som=waarde_tekst(Decimal(som[sleutel]) / 100)),
                "Toegestaan: een maand die samen 0 of meer is.",
                veld,
            )


def controleer_rollen(geheel: Geheel) -> Iterator[Bevinding]:
    """Roles of one medewerker at the same time above the whole contract."""
    regels: dict[Sleutel, Regel] = {}
    for regel, rij in geheel.nieuw("Teamrollen"):
        regels[rij["medewerker"], rij["team"], rij["van"]] = regel
    betrokken = {sleutel[0] for sleutel in regels}
    per_medewerker: dict[Waarde, list[Rij]] = defaultdict(list)
    for rij in voeg_aaneen("Teamrollen", geheel.na("Teamrollen")):
        if rij["medewerker"] in betrokken:
            per_medewerker[rij["medewerker"]].append(rij)
    for medewerker, rollen in per_medewerker.items():
        top, moment = _hoogste_som(rollen)
        if top <= _HONDERD:
            continue
        tegelijk = [
            regels[sleutel]
            for rol in rollen
            if _loopt(rol, moment)
            and (sleutel := (rol["medewerker"], rol["team"], rol["van"])) in regels
        ]
        laatste = max(
            tegelijk or [r for s, r in regels.items() if s[0] == medewerker],
            key=lambda regel: (regel.tabel.nummer, regel.rij),
        )
        yield laatste.meld(
            Code.ROLLEN_BOVEN_CONTRACT,
            f"de rollen van medewerker '{medewerker}' zijn samen {waarde_tekst(top)}% van het "
            "contract.",
            "Klopt dit? Dan hoeft u niets te doen.",
            "aandeel_pct",
        )


def _loopt(rol: Rij, dag: date) -> bool:
    return cast(date, rol["van"] or date.min) <= dag <= cast(date, rol["tot"] or date.max)


def _hoogste_som(rollen: list[Rij]) -> tuple[Decimal, date]:
    """The highest sum of shares on one day, and the first such day; sums rise only at a start."""
    stappen: list[tuple[date, int, Decimal]] = []
    for rol in rollen:
        aandeel = cast(Decimal, rol["aandeel_pct"])
        stappen.append((cast(date, rol["van"] or date.min), 1, aandeel))
        if rol["tot"] is not None:
            stappen.append((cast(date, rol["tot"]), 2, -aandeel))
    top, moment, som = Decimal(0), date.min, Decimal(0)
    for dag, _, stap in sorted(stappen):
        som += stap
        if som > top:
            top, moment = som, dag
    return top, moment


def controleer_normen(geheel: Geheel) -> Iterator[Bevinding]:
    """Norms must leave hours: leave below full time, indirect and ruimte together at most 100%."""
    nieuw = geheel.nieuw("Normen")
    rijen = {(rij["jaar"], rij["team"]): rij for rij in geheel.na("Normen")}
    per_jaar = {rij["jaar"]: regel for regel, rij in nieuw if rij["team"] is None}
    per_team = {(rij["jaar"], rij["team"]): regel for regel, rij in nieuw}
    for (jaar, team), rij in rijen.items():
        regel = per_team.get((jaar, team)) or per_jaar.get(jaar)
        if regel is None:
            continue
        geldig = _geldig(cast(int, jaar), rij, rijen.get((jaar, None), {}))
        if geldig["indirect_pct"] + geldig["ruimte_pct"] > _HONDERD:
            yield regel.meld(
                Code.NORM_TE_HOOG,
                "indirect en ruimte zijn samen meer dan 100%.",
                "Toegestaan: samen ten hoogste 100%.",
                "ruimte_pct",
            )
        dagen = werkdagen(date(cast(int, jaar), 1, 1), date(cast(int, jaar), 12, 31))
        if geldig["verlofuren"] > geldig["voltijd_uren_per_week"] / 5 * dagen:
            yield regel.meld(
                Code.NORM_TE_HOOG,
                f"{waarde_tekst(geldig['verlofuren'])} verlofuren is meer dan een heel jaar werk.",
                "Toegestaan: minder verlof dan er werkuren zijn.",
                "verlofuren",
            )


def _geldig(jaar: int, rij: Rij, van_jaar: Rij) -> dict[str, Decimal]:
    """Every norm of a row with its fall-back: team row, year row, default."""
    standaard = {
        "voltijd_uren_per_week": normen.VOLTIJD_UREN_PER_WEEK,
        "verlofuren": normen.verlofuren_standaard(jaar),
        "indirect_pct": normen.INDIRECT_PCT,
        "ruimte_pct": normen.RUIMTE_PCT,
    }
    geldig: dict[str, Decimal] = {}
    for veld, waarde in standaard.items():
        eigen = rij.get(veld)
        gedeeld = van_jaar.get(veld)
        gekozen = eigen if eigen is not None else gedeeld
        geldig[veld] = waarde if gekozen is None else cast(Decimal, gekozen)
    return geldig
