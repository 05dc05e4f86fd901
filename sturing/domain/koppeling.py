"""A koppeling: how the columns of an export of another program are read as a sheet of Sturing.

Confirmed once by a person and remembered per source. `kenmerk` names the source: its headings,
normalised, sorted and joined. Holds names of columns and of projects, never a person or a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppeling:
    """How one source is read. Fields are those of the sheet `doel`.

    `kolommen` maps a field to the normalised heading of the source, `vast` a field to one value for
    all rows (as a person types it), `waarden` a field to what a value of the source means; the
    empty text leaves the rows out. `decimaalpunt`: 88.58 has two decimals in this source.
    """

    kenmerk: str
    bron: str
    doel: str
    kolommen: Mapping[str, str]
    vast: Mapping[str, str]
    waarden: Mapping[str, Mapping[str, str]]
    decimaalpunt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastlegging:
    """A koppeling as it was recorded: by whom and when. The highest number counts."""

    nummer: int
    koppeling: Koppeling
    account: str
    naam: str
    tijdstip: datetime
