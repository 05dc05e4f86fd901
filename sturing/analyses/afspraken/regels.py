"""The afspraken that come with the product, and what the organisation made of them.

Owns `regels.csv` (one row per rule, with the sentence of the sturingskader that it rests on) and
`rollen.csv` (which role may be ambtelijk opdrachtgever of which soort werk). Must never read the
database: the changes come in as records.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from importlib.resources import files
from io import StringIO
from types import MappingProxyType

from sturing.domain.afspraak import Afspraak, Afspraakgroep, Afspraakveld, Afspraakwijziging
from sturing.domain.bevinding import Ernst
from sturing.domain.keuzes import Rol, SoortWerk
from sturing.errors import InvariantError

JA, NEE = "ja", "nee"


class Roloordeel(StrEnum):
    """Whether a role may be ambtelijk opdrachtgever of a soort werk.

    `met reden`: "in specifieke gevallen", which no data can tell. `gedelegeerd`: only when the role
    was delegated to it.
    """

    PAST = "past"
    MET_REDEN = "met reden"
    GEDELEGEERD = "gedelegeerd"
    PAST_NIET = "past niet"


def lees_regels(tekst: str) -> tuple[Afspraak, ...]:
    """The rules in the order of the file. Raises InvariantError for a code that stands twice."""
    regels = tuple(_regel(rij) for rij in csv.DictReader(StringIO(tekst)))
    codes = [regel.code for regel in regels]
    for code in codes:
        if codes.count(code) > 1:
            raise InvariantError(f"De afspraak {code} staat twee keer in de lijst.")
    return regels


def _regel(rij: Mapping[str, str]) -> Afspraak:
    return Afspraak(
        code=rij["code"],
        groep=Afspraakgroep(rij["groep"]),
        titel=rij["titel"],
        ernst=Ernst(rij["ernst"]),
        aan=rij["aan"] == JA,
        drempel=int(rij["drempel"]) if rij["drempel"] else None,
        eenheid=rij["eenheid"],
        plek=rij["plek"],
        zin=rij["zin"],
    )


def lees_rollen(tekst: str) -> Mapping[tuple[SoortWerk, Rol], Roloordeel]:
    """Every soort werk with every role. Raises InvariantError when one is missing."""
    oordelen = {
        (SoortWerk(rij["soort_werk"]), rol): Roloordeel(rij[rol])
        for rij in csv.DictReader(StringIO(tekst))
        for rol in Rol
    }
    for soort in SoortWerk:
        if (soort, Rol.DIRECTIE) not in oordelen:
            raise InvariantError(f"De rollen bij {soort} ontbreken.")
    return MappingProxyType(oordelen)


def _bestand(naam: str) -> str:
    return files("sturing.analyses.afspraken").joinpath(naam).read_text(encoding="utf-8")


STANDAARD: tuple[Afspraak, ...] = lees_regels(_bestand("regels.csv"))
ROLLEN: Mapping[tuple[SoortWerk, Rol], Roloordeel] = lees_rollen(_bestand("rollen.csv"))


def waarde(afspraak: Afspraak, veld: Afspraakveld) -> str:
    """A field of a rule in the words of a change; empty for no threshold."""
    match veld:
        case Afspraakveld.TITEL:
            return afspraak.titel
        case Afspraakveld.ERNST:
            return afspraak.ernst.value
        case Afspraakveld.AAN:
            return JA if afspraak.aan else NEE
        case Afspraakveld.DREMPEL:
            return "" if afspraak.drempel is None else str(afspraak.drempel)


def gewijzigd(afspraak: Afspraak, veld: Afspraakveld, nieuw: str) -> Afspraak:
    """The rule with `nieuw` in a field, in the words of a change."""
    match veld:
        case Afspraakveld.TITEL:
            return replace(afspraak, titel=nieuw)
        case Afspraakveld.ERNST:
            return replace(afspraak, ernst=Ernst(nieuw))
        case Afspraakveld.AAN:
            return replace(afspraak, aan=nieuw == JA)
        case Afspraakveld.DREMPEL:
            return replace(afspraak, drempel=int(nieuw))


def regels_na(wijzigingen: Iterable[Afspraakwijziging]) -> tuple[Afspraak, ...]:
    """The rules in force after these changes, oldest first.

    A change of a rule that the product no longer has is history only.
    """
    regels = {regel.code: regel for regel in STANDAARD}
    for wijziging in wijzigingen:
        if wijziging.afspraak in regels:
            regel = regels[wijziging.afspraak]
            regels[regel.code] = gewijzigd(regel, wijziging.veld, wijziging.nieuw)
    return tuple(regels.values())
