"""One report, whatever it is written as: a title, the sentence first, figures, and parts.

Owns the frozen types that services fill and writers write. Texts are ready to read (Dutch
notation); `getal` beside a text is the same number for a workbook, as shown: whole hours, whole
euros, a ratio of 1 for a percentage. Must never hold anything that a writer has to calculate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_MINSTE_TEKENS = 8


class Soort(StrEnum):
    """For whom a report is; the value is its name in a command, an address and a file."""

    DIRECTIE = "directie"
    PORTEFEUILLEHOUDER = "portefeuillehouder"
    OPDRACHTGEVER = "opdrachtgever"
    GEBIED = "gebied"
    TEAM = "team"


class Vorm(StrEnum):
    """The kind of file; the value is its extension."""

    XLSX = "xlsx"
    DOCX = "docx"
    PDF = "pdf"


class Kolomsoort(StrEnum):
    """What the cells of a column are, for their alignment and their notation in a workbook."""

    TEKST = "tekst"
    UREN = "uren"
    VERSCHIL = "verschil"
    EURO = "euro"
    AANTAL = "aantal"
    DEKKING = "dekking"
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """`kop` with `eenheid` under it; `breedte` is relative to the other columns."""

    kop: str
    soort: Kolomsoort = Kolomsoort.TEKST
    eenheid: str = ""
    breedte: int = 2

    @property
    def rechts(self) -> bool:
        """Numbers stand right."""
        return self.soort not in (Kolomsoort.TEKST, Kolomsoort.STATUS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """The text as shown; `getal` is that number, None for text and for what is unknown."""

    tekst: str
    getal: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    cellen: tuple[Cel, ...]
    totaal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """`uitleg` says what stands in it, also to who cannot see it; `blad` is the name of its sheet
    in a workbook."""

    kop: str
    blad: str
    uitleg: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]

    def tekstmaat(self, nummer: int) -> int:
        """The share of the width that a column of texts wants beside the others, in signs: so that
        every word and four of five texts fit on a line; but for words at most four times its
        `breedte`. Cells without a text ask nothing."""
        teksten = [t for rij in self.rijen if (t := rij.cellen[nummer].tekst)]
        lengtes = sorted(map(len, teksten)) or [0]
        meeste = min(lengtes[4 * (len(lengtes) - 1) // 5], 4 * self.kolommen[nummer].breedte)
        woorden = (woord for tekst in teksten for woord in re.split("[ /-]", tekst))
        return max(_MINSTE_TEKENS, meeste, *map(len, woorden))


@dataclass(frozen=True, slots=True, kw_only=True)
class Zinnen:
    """Sentences under a head; `opsomming` gives each a line of its own with a dash."""

    kop: str
    zinnen: tuple[str, ...]
    opsomming: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfer:
    naam: str
    waarde: str
    bijschrift: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafiek:
    """Hours per month: granted and short are stacked and make what was asked.

    Whole hours, each rounded by itself as on the screens; `beschikbaar` is the line, empty when
    there is none. `zin` is what a person hears who cannot see it.
    """

    kop: str
    zin: str
    maanden: tuple[str, ...]
    gevraagd: tuple[int, ...]
    toegekend: tuple[int, ...]
    tekort: tuple[int, ...]
    beschikbaar: tuple[int, ...] = ()


Deel = Zinnen | Tabel | Grafiek


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """Of which plan and data the numbers are. `dag` is the day on which a file says it was made."""

    plan: str
    periode: str
    gegevens_tot: str
    levering: str
    methode: str
    vingerafdruk: str
    kenmerk: str
    dag: date

    @property
    def regels(self) -> tuple[tuple[str, str], ...]:
        """What stands at the foot, as name and value."""
        return (
            ("Plan", self.plan),
            ("Periode", self.periode),
            ("Gegevens tot en met", self.gegevens_tot),
            ("Levering", self.levering),
            ("Methode", self.methode),
            ("Kenmerk", self.kenmerk),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """One report. `naam` is that of its file, without extension; `bijlagen` are whole tables that
    only a workbook holds."""

    naam: str
    titel: str
    zin: str
    herkomst: Herkomst
    cijfers: tuple[Cijfer, ...]
    delen: tuple[Deel, ...]
    bijlagen: tuple[Tabel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One letter: to whom, about what, parts of sentences with a head (an empty one has none)."""

    naam: str
    aan: str
    onderwerp: str
    aanhef: str
    delen: tuple[Zinnen, ...]
    groet: str
    herkomst: Herkomst
