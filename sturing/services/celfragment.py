"""The rows of an uploaded sheet around its findings, so that a person recognises the own file.

Reads the workbook once more through the same guarded reader, and only when there are findings.
Shows texts (masked as in the findings) and decides nothing; the list of findings is complete, a
fragment shows at most forty rows of a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.intake.lezer import Celsoort, Werkblad, adres
from sturing.intake.lezer_bestand import lees_bestand
from sturing.intake.melding import waarde_tekst
from sturing.intake.schema import normaal
from sturing.services.beelden import Celfragment

RIJEN = 40
RAND = 1
"""Rows shown above and below a finding."""

_CEL = re.compile(r"([A-Z]+)(\d+)")


def fragmenten(
    bestanden: Sequence[tuple[str, bytes]], bevindingen: Sequence[Bevinding]
) -> tuple[Celfragment, ...]:
    """One fragment per file and sheet with findings at a cell, sheets with a fout first."""
    uit: list[tuple[bool, Celfragment]] = []
    for naam, inhoud in bestanden:
        eigen = [
            b
            for b in bevindingen
            if b.cel and b.blad and (b.bestand == naam or len(bestanden) == 1)
        ]
        if not eigen:
            continue
        bladen = {normaal(blad.naam): blad for blad in lees_bestand(inhoud, naam).bladen}
        for bladnaam in dict.fromkeys(b.blad for b in eigen if b.blad):
            blad = bladen.get(normaal(bladnaam))
            if blad is not None and blad.rijen:
                fragment = _fragment(blad, bladnaam, [b for b in eigen if b.blad == bladnaam])
                uit.append(("fout" not in fragment.gemarkeerd.values(), fragment))
    return tuple(fragment for _, fragment in sorted(uit, key=lambda p: p[0]))


def _fragment(blad: Werkblad, naam: str, bevindingen: Sequence[Bevinding]) -> Celfragment:
    gemarkeerd: dict[tuple[int, int], str] = {}
    for bevinding in sorted(bevindingen, key=lambda b: b.ernst is Ernst.FOUT):
        gevonden = _CEL.fullmatch(bevinding.cel or "")
        if gevonden:
            kolom = _kolom(gevonden[1])
            gemarkeerd[int(gevonden[2]), kolom] = bevinding.ernst.value
    gevuld = {rij: cellen for rij, cellen in blad.rijen if cellen}
    breedte = max(
        [cel.kolom for cellen in gevuld.values() for cel in cellen]
        + [kolom + 1 for _, kolom in gemarkeerd]
    )
    kop = min(gevuld)
    rondom = {
        rij + stap
        for rij, _ in sorted(gemarkeerd, key=lambda plek: (gemarkeerd[plek] != "fout", plek))[
            :RIJEN
        ]
        for stap in range(-RAND, RAND + 1)
    }
    nummers = sorted(
        {kop} | {r for r in rondom if r in gevuld or any(r == g for g, _ in gemarkeerd)}
    )
    cellen = []
    for nummer in nummers[:RIJEN]:
        per_kolom = {cel.kolom: _tekst(cel.soort, cel.waarde) for cel in gevuld.get(nummer, ())}
        cellen.append(tuple(per_kolom.get(k, "") for k in range(1, breedte + 1)))
    return Celfragment(
        blad=naam,
        kolommen=tuple(adres(1, k)[:-1] for k in range(1, breedte + 1)),
        rijnummers=tuple(nummers[:RIJEN]),
        cellen=tuple(cellen),
        gemarkeerd=gemarkeerd,
    )


def _kolom(letters: str) -> int:
    """Index of a column from 0: A is 0."""
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer - 1


def _tekst(soort: Celsoort, waarde: object) -> str:
    if soort is Celsoort.FORMULE:
        return "(formule)"
    if soort is Celsoort.PROCENT and isinstance(waarde, (int, float)):
        return f"{waarde_tekst(round(waarde * 100, 6))}%"
    return waarde_tekst(waarde)
