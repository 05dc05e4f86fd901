"""How many hours go to each taakveld? Attributed by a key, for nobody measures them.

An opdracht hangs on a programme and has no taakveld. As in a kostenverdeelstaat the hours of a
programme are therefore divided by a verdeelsleutel: the lasten of its taakvelden in the begroting.

- The key is that of the calendar year in which the hours fall: each year that the horizon touches
  has its own rows, and the key of one year divides no hours of another.
- One taakveld has all hours of its programme, whatever its lasten: nothing is divided ("zeker").
- A taakveld with lasten below 0 (a saving still to be found) counts as 0: no work follows from it.
- Lasten of 0 or less together are no key, and a programme without taakvelden has none: those hours
  stand in a row of their own, as do those of opdrachten without a programme. They are not spread.

Asked hours by largest remainder, ties to the first taakveld; granted hours follow those parts
likewise, so that none gets more than it asks. The rows of a programme add up to it, all rows to the
plan. Hours are hundredths, lasten cents of the whole calendar year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sturing.analyses.begroting import Taakveldregel, compute_begroting
from sturing.analyses.kolom import UREN, kolommen
from sturing.analyses.opdrachtmaand import uren_per_maand
from sturing.analyses.urencijfers import Urencijfers
from sturing.domain.codes import OpdrachtCode, ProgrammaCode
from sturing.engine.effecten import Paar
from sturing.engine.spreiding import grootste_rest
from sturing.engine.uitkomst import Uitkomst

_GEEN = Paar(gevraagd_honderdste=0, toegekend_honderdste=0)
Plek = tuple[int, ProgrammaCode | None]
"""A calendar year and a programme; None is without."""


class Toerekening(StrEnum):
    """How sure it is that these hours belong to this taakveld."""

    ZEKER = "zeker"
    NAAR_LASTEN = "toegerekend naar lasten"
    ZONDER_TAAKVELD = "zonder taakveld"
    ZONDER_LASTEN = "zonder taakveld (lasten 0 of minder)"
    ZONDER_PROGRAMMA = "zonder programma"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakveldurenregel(Urencijfers):
    """One taakveld of a programme in one year. `taakveld` None: hours that have none, `toerekening`
    says why. `deel_ratio` is of the hours of the programme in that year, None for those; so is
    `lasten_cent`."""

    jaar: int
    programma: ProgrammaCode | None
    naam: str | None
    taakveld: str | None
    lasten_cent: int | None
    deel_ratio: Fraction | None
    toerekening: Toerekening


KOLOMMEN = (
    *kolommen(
        programma="programma",
        naam="naam",
        jaar="jaar",
        taakveld="taakveld",
        lasten_cent="lasten (euro)",
        deel_ratio="deel van het programma (deel van 1)",
        toerekening="toerekening",
    ),
    *UREN,
)


def compute_taakveld(
    uitkomst: Uitkomst, alleen: Collection[OpdrachtCode] | None = None
) -> tuple[Taakveldurenregel, ...]:
    """By year, programme and taakveld, without programme last; of the opdrachten in `alleen`, None
    for all. Every taakveld of a programme has a row, also when the programme asks nothing; of some
    opdrachten only the programmes that these ask hours of."""
    begroot: dict[Plek, list[Taakveldregel]] = defaultdict(list)
    for regel in compute_begroting(uitkomst):
        if regel.taakveld is not None:
            begroot[regel.jaar, regel.programma].append(regel)
    uren = _per_programma(uitkomst, alleen)
    namen = {p.programma: p.naam for p in uitkomst.stand.plan.programmas}
    plekken = begroot.keys() | uren.keys() if alleen is None else uren.keys()
    return tuple(
        rij
        for jaar, programma in sorted(plekken, key=lambda p: (p[0], p[1] is None, p[1] or ""))
        for rij in _rijen(
            (jaar, programma),
            namen.get(programma) if programma else None,
            begroot.get((jaar, programma), ()),
            uren.get((jaar, programma), _GEEN),
        )
    )


def _per_programma(uitkomst: Uitkomst, alleen: Collection[OpdrachtCode] | None) -> dict[Plek, Paar]:
    """Asked and granted hours of every programme and year in which hours are asked of it."""
    maanden = uitkomst.model.maanden
    per_maand = uren_per_maand(uitkomst)
    som: dict[Plek, list[int]] = defaultdict(lambda: [0, 0])
    for jaar in uitkomst.horizon.jaren:
        van_jaar = [nummer for nummer, maand in enumerate(maanden) if maand.jaar == jaar]
        vraagt, krijgt = (uren[:, van_jaar].sum(axis=1).tolist() for uren in per_maand)
        for nummer, opdracht in enumerate(uitkomst.model.opdrachten):
            if vraagt[nummer] and (alleen is None or opdracht.opdracht in alleen):
                hier = som[jaar, opdracht.programma]
                hier[0] += vraagt[nummer]
                hier[1] += krijgt[nummer]
    return {
        plek: Paar(gevraagd_honderdste=vraagt, toegekend_honderdste=krijgt)
        for plek, (vraagt, krijgt) in som.items()
    }


def _rijen(
    plek: Plek, naam: str | None, velden: Sequence[Taakveldregel], uren: Paar
) -> Iterator[Taakveldurenregel]:
    """The rows of one programme in one year: of its taakvelden, or one of what cannot be divided
    if it asks anything."""
    jaar, programma = plek
    hoe = _toerekening(programma, velden)
    gedeeld: Sequence[tuple[Taakveldregel | None, Fraction | None, int, int]]
    if hoe in (Toerekening.ZEKER, Toerekening.NAAR_LASTEN):
        gewichten = _sleutel(velden)
        gevraagd = grootste_rest(uren.gevraagd_honderdste, gewichten)
        toegekend = grootste_rest(uren.toegekend_honderdste, gevraagd)
        delen = [Fraction(gewicht, sum(gewichten)) for gewicht in gewichten]
        gedeeld = list(zip(velden, delen, gevraagd, toegekend, strict=True))
    elif uren.gevraagd_honderdste:
        gedeeld = [(None, None, uren.gevraagd_honderdste, uren.toegekend_honderdste)]
    else:
        gedeeld = []
    for veld, deel, vraagt, krijgt in gedeeld:
        yield Taakveldurenregel(
            jaar=jaar,
            programma=programma,
            naam=naam,
            taakveld=veld.taakveld if veld else None,
            lasten_cent=veld.lasten_cent if veld else None,
            deel_ratio=deel,
            toerekening=hoe,
            gevraagd_honderdste=vraagt,
            toegekend_honderdste=krijgt,
        )


def _toerekening(programma: ProgrammaCode | None, velden: Sequence[Taakveldregel]) -> Toerekening:
    if programma is None:
        return Toerekening.ZONDER_PROGRAMMA
    if not velden:
        return Toerekening.ZONDER_TAAKVELD
    if len(velden) == 1:
        return Toerekening.ZEKER
    if sum(veld.lasten_cent for veld in velden) <= 0:
        return Toerekening.ZONDER_LASTEN
    return Toerekening.NAAR_LASTEN


def _sleutel(velden: Sequence[Taakveldregel]) -> list[int]:
    """The weight of each taakveld of one programme and year: its lasten in cents, below 0 as 0; of
    one alone 1."""
    return [max(veld.lasten_cent, 0) for veld in velden] if len(velden) > 1 else [1]
