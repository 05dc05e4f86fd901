"""One workbook with remarks: the list of findings, then the person's own sheets with marked cells.

Owns: how much of a file is copied. A sheet that fits is copied whole, values instead of formulas,
every cell at its own address. Of a larger one only the rows around findings are copied, under
another name, so that nobody brings back half a sheet as if it were whole. Must never show digits
that can be a BSN, except as a number in a column of numbers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.intake.bewaking import lees_bewaakt
from sturing.intake.cellen import Cel, Werkblad
from sturing.intake.csvblad import benoem
from sturing.intake.eigen_bladen import BEVINDINGEN, BEVINDINGKOPPEN, is_eigen_blad
from sturing.intake.koppen import KOP_BINNEN, Herkenning, herken_bladen
from sturing.intake.melding import advies, betekenis, masker
from sturing.intake.schema import Kolom, normaal
from sturing.services.kopiecellen import Celstijl, schrijf_cel

MAX_CELLEN = 100_000
"""Cells copied in whole sheets; a sheet that does not fit any more is copied in part."""
MAX_DEELRIJEN = 2_000
"""Rows of a sheet that is copied in part."""
RAND = 3
"""Rows above and below a finding in such a part."""
MAX_BEVINDINGEN = 20_000
MAX_OPMERKINGEN = 2_000
_GEMAAKT = datetime(2026, 1, 1)
"""In every copy the same, so that the same file gives the same bytes."""
_LANGSTE_NAAM = 31
_VERBODEN = re.compile(r"[\[\]:*?/\\]")
_BREEDTES = (9, 26, 18, 9, 26, 70, 60)
_REGELHOOGTE = 15
"""Points of one line of text; programs do not all fit a row to its text."""
_PUNTEN_PER_TEKEN = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kopie:
    """A sheet of the file, its name in the copy, and the rows that are copied."""

    werkblad: Werkblad
    naam: str
    rijen: tuple[tuple[int, tuple[Cel, ...]], ...]
    kolommen: Mapping[int, Kolom]
    nummers: frozenset[int] | None
    """The rows that are copied; None for all."""

    def toont(self, rij: int) -> bool:
        """Does the copy hold this row?"""
        return self.nummers is None or rij in self.nummers


def maak_opmerkingenboek(
    bestand: str, inhoud: bytes, bevindingen: Sequence[Bevinding], max_cellen: int = MAX_CELLEN
) -> bytes:
    """A workbook with `bevindingen` (all of this file) and the sheets of the file.

    A file that was refused as a whole has no sheets: then the list stands alone.
    """
    werkbladen = [
        blad
        for blad in benoem(lees_bewaakt(inhoud, bestand)).bladen
        if not (is_eigen_blad(blad) and normaal(blad.naam) == normaal(BEVINDINGEN))
    ]
    herkend, _ = herken_bladen(bestand, werkbladen)
    per_blad = _per_werkblad(herkend, werkbladen, bevindingen)
    kolommen = {blad.werkblad.naam: kop.kolommen for blad, kop, _ in herkend if kop is not None}
    namen = {BEVINDINGEN.casefold()}
    kopieen: list[_Kopie] = []
    meldingen: list[str] = []
    over = max_cellen
    for werkblad in werkbladen:
        cellen = sum(len(rij) for _, rij in werkblad.rijen)
        plekken = [_plek(b) for b in per_blad.get(werkblad.naam, ()) if b.cel]
        heel = cellen <= over
        if heel:
            over -= cellen
        elif not plekken:
            meldingen.append(
                f"Blad '{masker(werkblad.naam)}' is te groot voor deze kopie en staat er niet in."
            )
            continue
        else:
            meldingen.append(
                f"Van blad '{masker(werkblad.naam)}' staan alleen de rijen rond een bevinding in "
                "deze kopie. Verbeter de cellen in uw eigen bestand."
            )
        nummers = None if heel else _rondom({rij for rij, _ in plekken})
        kopieen.append(
            _Kopie(
                werkblad=werkblad,
                naam=_bladnaam(masker(werkblad.naam), namen, deel=not heel),
                rijen=_met_nummers(werkblad, nummers),
                kolommen=kolommen.get(werkblad.naam, {}),
                nummers=nummers,
            )
        )
    if len(bevindingen) > MAX_BEVINDINGEN:
        meldingen.append(
            f"Dit zijn de eerste {MAX_BEVINDINGEN} van {len(bevindingen)} bevindingen."
        )
    uit = BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(uit, opties) as boek:
        boek.set_properties({"title": "Sturing", "created": _GEMAAKT})
        _lijst(boek, bestand, bevindingen, kopieen, per_blad, meldingen)
        stijl = Celstijl(boek)
        ruimte = MAX_OPMERKINGEN
        for kopie in kopieen:
            eigen = per_blad.get(kopie.werkblad.naam, ())
            ruimte = _blad(boek.add_worksheet(kopie.naam), kopie, eigen, stijl, ruimte)
    return uit.getvalue()


def _per_werkblad(
    herkend: Sequence[Herkenning], werkbladen: Sequence[Werkblad], bevindingen: Sequence[Bevinding]
) -> dict[str, list[Bevinding]]:
    """Findings by the name of the sheet in the file; they name the sheet of the contract."""
    van_contract = {blad.blad.naam: blad.werkblad.naam for blad, _, _ in herkend}
    eigen = {masker(werkblad.naam): werkblad.naam for werkblad in werkbladen}
    per_blad: dict[str, list[Bevinding]] = defaultdict(list)
    for bevinding in bevindingen:
        naam = van_contract.get(bevinding.blad or "") or eigen.get(bevinding.blad or "")
        if naam is not None:
            per_blad[naam].append(bevinding)
    return per_blad


def _bladnaam(naam: str, gebruikt: set[str], *, deel: bool) -> str:
    """A name that Excel takes, that no other sheet has and that is no sheet of the contract when it
    holds a part only."""
    kaal = _VERBODEN.sub("_", naam).strip().strip("'") or "Blad"
    staart, nummer = (" (deel)" if deel else ""), 1
    while True:
        kandidaat = kaal[: _LANGSTE_NAAM - len(staart)].rstrip() + staart
        if kandidaat.casefold() not in gebruikt:
            gebruikt.add(kandidaat.casefold())
            return kandidaat
        nummer += 1
        staart = f" ({'deel ' if deel else ''}{nummer})"


def _plek(bevinding: Bevinding) -> tuple[int, int]:
    """Row and column of a finding, from 1."""
    rij, kolom = xl_cell_to_rowcol(bevinding.cel or "A1")
    return rij + 1, kolom + 1


def _rondom(rijen_met_bevinding: set[int]) -> frozenset[int]:
    """The first rows, where the headings stand, and the rows around the first findings."""
    nodig = set(range(1, KOP_BINNEN + 1))
    for rij in sorted(rijen_met_bevinding):
        if len(nodig) >= MAX_DEELRIJEN:
            break
        nodig.update(range(max(1, rij - RAND), rij + RAND + 1))
    return frozenset(nodig)


def _met_nummers(
    werkblad: Werkblad, nummers: frozenset[int] | None
) -> tuple[tuple[int, tuple[Cel, ...]], ...]:
    if nummers is None:
        return werkblad.rijen
    return tuple((rij, cellen) for rij, cellen in werkblad.rijen if rij in nummers)


def _lijst(
    boek: Workbook,
    bestand: str,
    bevindingen: Sequence[Bevinding],
    kopieen: Sequence[_Kopie],
    per_blad: Mapping[str, Sequence[Bevinding]],
    meldingen: Sequence[str],
) -> None:
    """The first sheet: every finding with a link to its cell, fouten first."""
    vel = boek.add_worksheet(BEVINDINGEN)
    kop = boek.add_format({"bold": True, "bg_color": "#0F5470", "font_color": "#FFFFFF"})
    tekst = boek.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    link = boek.add_format({"font_color": "#0F5470", "underline": 1, "valign": "top"})
    vet = boek.add_format({"bold": True})
    vel.freeze_panes(1, 0)
    vel.set_landscape()
    vel.set_paper(9)
    vel.fit_to_pages(1, 0)
    vel.repeat_rows(0)
    for plek, (naam, breedte) in enumerate(zip(BEVINDINGKOPPEN, _BREEDTES, strict=True)):
        vel.set_column(plek, plek, breedte)
        vel.write_string(0, plek, naam, kop)
    doelen = {id(b): kopie for kopie in kopieen for b in per_blad.get(kopie.werkblad.naam, ())}
    rij = 0
    for melding in meldingen:
        rij += 1
        vel.write_string(rij, 0, melding, vet)
    gesorteerd = sorted(bevindingen, key=lambda b: b.ernst is Ernst.LET_OP)
    for bevinding in gesorteerd[:MAX_BEVINDINGEN]:
        rij += 1
        waarden = (
            bevinding.ernst.value,
            bevinding.bestand or bestand,
            bevinding.blad or "",
            bevinding.cel or "",
            bevinding.waarde or "",
            betekenis(bevinding),
            advies(bevinding),
        )
        regels = max(-(-len(w) // b) for w, b in zip(waarden, _BREEDTES, strict=True))
        vel.set_row(rij, _REGELHOOGTE * max(1, regels))
        for plek, waarde in enumerate(waarden):
            if waarde:
                vel.write_string(rij, plek, waarde, tekst)
        doel = doelen.get(id(bevinding))
        if bevinding.cel and doel is not None and doel.toont(_plek(bevinding)[0]):
            naam = doel.naam.replace("'", "''")
            vel.write_url(rij, 3, f"internal:'{naam}'!{bevinding.cel}", link, bevinding.cel)
    if not meldingen and rij:
        vel.autofilter(0, 0, rij, len(BEVINDINGKOPPEN) - 1)


def _blad(
    vel: Worksheet, kopie: _Kopie, bevindingen: Sequence[Bevinding], stijl: Celstijl, ruimte: int
) -> int:
    """Copy one sheet; returns how many remarks may still be written in the file."""
    per_cel: dict[tuple[int, int], list[Bevinding]] = defaultdict(list)
    for bevinding in bevindingen:
        if bevinding.cel:
            per_cel[_plek(bevinding)].append(bevinding)
    breedtes: dict[int, int] = {}
    gevuld: set[tuple[int, int]] = set()
    for rij, cellen in kopie.rijen:
        for cel in cellen:
            plek = (rij, cel.kolom)
            contract = kopie.kolommen.get(cel.kolom)
            lengte = schrijf_cel(vel, rij, cel, contract, per_cel.get(plek, ()), stijl)
            breedtes[cel.kolom] = max(breedtes.get(cel.kolom, 9), min(lengte + 2, 40))
            gevuld.add(plek)
    for (rij, kolom), gevonden in sorted(per_cel.items()):
        if not kopie.toont(rij):
            continue
        if (rij, kolom) not in gevuld:
            vel.write_blank(rij - 1, kolom - 1, None, stijl.leeg(gevonden))
        if ruimte > 0:
            ruimte -= 1
            _opmerking(vel, rij, kolom, gevonden)
    if kopie.nummers is not None:
        vel.set_default_row(hide_unused_rows=True)
    for kolom, breedte in breedtes.items():
        vel.set_column(kolom - 1, kolom - 1, breedte)
    return ruimte


def _opmerking(vel: Worksheet, rij: int, kolom: int, gevonden: Sequence[Bevinding]) -> None:
    tekst = "\n\n".join(f"{b.ernst.value}: {betekenis(b)}\n{advies(b)}" for b in gevonden)
    hoogte = 40 + round(len(tekst) * _PUNTEN_PER_TEKEN)
    vel.write_comment(
        rij - 1,
        kolom - 1,
        tekst,
        {"author": "Sturing", "font_size": 9, "width": 260, "height": hoogte},
    )
