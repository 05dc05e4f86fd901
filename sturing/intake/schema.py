"""The workbook contract as data: every sheet and column, read once from `schema/*.csv`.

Owns: which sheets and columns exist, their types, ranges, lists and synonyms. The parser, the
column checks, the template, docs/kolommen.md and the tables of the store all rest on this one
description. Must never hold a rule that only code can say (those are the checks). Units: minimum
and maximum stand in the unit of the column (hours, euros, percent as written, years).
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from io import StringIO
from types import MappingProxyType

VOLGNR = "volgnr"
"""Key field beside the columns in sheets whose rows are stored in parts per calendar year.

Odd for a part that is (the first part of) a row of its own, even for a part that continues the
row of the year before; 1, 3, 5 ... and 2, 4, 6 ... where two parts have the same other keys.
"""


class Soort(StrEnum):
    """Type of a column: how a cell is read and how the value is stored (levering.Rij)."""

    CODE = "code"
    CODES = "codes"
    """Several codes with a semicolon between them, stored as `P1; P2`."""
    TAAKVELD = "taakveld"
    VORIGE_CODE = "vorige_code"
    """Read in an upload only, never stored."""
    TEKST = "tekst"
    KEUZE = "keuze"
    JANEE = "janee"
    GEHEEL = "geheel"
    DECIMAAL = "decimaal"
    UREN = "uren"
    """Stored as whole hundredths of an hour."""
    EURO = "euro"
    """Stored as whole cents."""
    PERCENTAGE = "percentage"
    MAAND = "maand"
    """Stored as the first day of the month."""
    MAAND_TOT = "maand_tot"
    """Stored as the last day of the month."""
    VAN = "van"
    TOT = "tot"
    """Month or day; a month counts from its first (van) or to its last day (tot)."""
    DAG = "dag"


_WAARDETYPE: Mapping[Soort, type] = MappingProxyType(
    {
        **dict.fromkeys(Soort, str),
        Soort.JANEE: bool,
        **dict.fromkeys((Soort.GEHEEL, Soort.UREN, Soort.EURO), int),
        **dict.fromkeys((Soort.DECIMAAL, Soort.PERCENTAGE), Decimal),
        **dict.fromkeys((Soort.MAAND, Soort.MAAND_TOT, Soort.VAN, Soort.TOT, Soort.DAG), date),
    }
)


class Vervanging(StrEnum):
    """What an upload replaces: upsert by key, a scope, or windows per (team, year)."""

    BIJWERKEN = "bijwerken"
    BEREIK = "bereik"
    VENSTER = "venster"


def normaal(tekst: str) -> str:
    """Letters and digits of a name without case, spaces, underscores and accents; `%` is kept."""
    ontleed = unicodedata.normalize("NFKD", tekst).casefold()
    return "".join(teken for teken in ontleed if teken.isalnum() or teken == "%")


@dataclass(frozen=True, kw_only=True)
class Kolom:
    """One column of one sheet. `minimum` and `maximum` are in the unit of the column, or None."""

    kolom: str
    veld: str
    soort: Soort
    verplicht: bool
    sleutel: bool
    toegestaan: tuple[str, ...]
    waarde_synoniemen: Mapping[str, str]
    """Normalised text of a list value or a synonym of it -> the value of the list."""
    minimum: Decimal | None
    maximum: Decimal | None
    eenheid: str
    verwijst_naar: str | None
    synoniemen: tuple[str, ...]
    beschrijving: str
    voorbeeld: str

    @property
    def waardetype(self) -> type:
        """Python type of a stored value: str, int, Decimal, bool or date."""
        return _WAARDETYPE[self.soort]

    @property
    def opgeslagen(self) -> bool:
        """False for `vorige code`, which only steers an upload."""
        return self.soort is not Soort.VORIGE_CODE


@dataclass(frozen=True, kw_only=True)
class Blad:
    """One sheet: its columns in the order of the contract and what an upload of it replaces."""

    naam: str
    vervanging: Vervanging
    bereik: tuple[str, ...]
    """What names a scope, `jaar` being the year of the window where no such column exists."""
    synoniemen: tuple[str, ...]
    beschrijving: str
    rij: str
    kolommen: tuple[Kolom, ...]

    @property
    def tabel(self) -> str:
        """Name of the table in the store."""
        return self.naam.lower()

    @property
    def met_volgnr(self) -> bool:
        """Are rows stored in parts, so that the key carries a volgnr?"""
        return self.naam in ("Capaciteit", "Teamrollen", "Inzet")

    @cached_property
    def velden(self) -> tuple[str, ...]:
        """Stored fields in the order of the columns, `volgnr` last where it exists."""
        velden = tuple(kolom.veld for kolom in self.kolommen if kolom.opgeslagen)
        return (*velden, VOLGNR) if self.met_volgnr else velden

    @cached_property
    def sleutel(self) -> tuple[str, ...]:
        """Key fields of a row as a person reads it (without volgnr)."""
        return tuple(kolom.veld for kolom in self.kolommen if kolom.sleutel)

    @cached_property
    def opslagsleutel(self) -> tuple[str, ...]:
        """Primary key in the store; fields that are not required may be None in it."""
        return (*self.sleutel, VOLGNR) if self.met_volgnr else self.sleutel

    @cached_property
    def per_veld(self) -> Mapping[str, Kolom]:
        return MappingProxyType({kolom.veld: kolom for kolom in self.kolommen})

    @cached_property
    def verplicht(self) -> tuple[Kolom, ...]:
        return tuple(kolom for kolom in self.kolommen if kolom.verplicht)

    @cached_property
    def verwijzingen(self) -> tuple[Kolom, ...]:
        """The columns that hold codes of another sheet."""
        return tuple(kolom for kolom in self.kolommen if kolom.verwijst_naar is not None)

    @property
    def codekolom(self) -> Kolom | None:
        """The column that defines codes, for sheets that others refer to."""
        eerste = self.kolommen[0]
        return eerste if eerste.verwijst_naar is None and eerste.soort is Soort.CODE else None


def lees_csv(naam: str) -> list[dict[str, str]]:
    """The rows of a table in `schema/`, by heading."""
    tekst = files("sturing.intake").joinpath("schema", naam).read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(tekst)))


def _delen(tekst: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in tekst.split("|") if deel.strip())


def _getal(tekst: str) -> Decimal | None:
    return Decimal(tekst) if tekst else None


def _kolom(rij: Mapping[str, str]) -> Kolom:
    lijst = tuple(deel.split("=") for deel in _delen(rij["toegestaan"]))
    return Kolom(
        kolom=rij["kolom"],
        veld=rij["veld"],
        soort=Soort(rij["type"]),
        verplicht=rij["verplicht"] == "ja",
        sleutel=rij["sleutel"] == "ja",
        toegestaan=tuple(namen[0] for namen in lijst),
        waarde_synoniemen=MappingProxyType(
            {normaal(naam): namen[0] for namen in lijst for naam in namen}
        ),
        minimum=_getal(rij["minimum"]),
        maximum=_getal(rij["maximum"]),
        eenheid=rij["eenheid"],
        verwijst_naar=rij["verwijst_naar"] or None,
        synoniemen=_delen(rij["synoniemen"]),
        beschrijving=rij["beschrijving"],
        voorbeeld=rij["voorbeeld"],
    )


def _blad(rij: Mapping[str, str]) -> Blad:
    return Blad(
        naam=rij["blad"],
        vervanging=Vervanging(rij["vervanging"]),
        bereik=_delen(rij["bereik"]),
        synoniemen=_delen(rij["synoniemen"]),
        beschrijving=rij["beschrijving"],
        rij=rij["rij"],
        kolommen=tuple(_kolom(kolom) for kolom in lees_csv(f"{rij['blad'].lower()}.csv")),
    )


BLADEN: tuple[Blad, ...] = tuple(_blad(rij) for rij in lees_csv("bladen.csv"))
"""All sheets in the order of the contract."""

PER_BLAD: Mapping[str, Blad] = MappingProxyType({blad.naam: blad for blad in BLADEN})
BLADVOLGORDE: Mapping[str, int] = MappingProxyType(
    {blad.naam: nummer for nummer, blad in enumerate(BLADEN)}
)
