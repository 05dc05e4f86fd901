"""The person's own file given back with remarks: which findings, which sheets, under which name.

Owns: the download beside "Wat wij vonden, per cel". One file gives a workbook, several give a zip
with a workbook per file that has findings. Reads the files once more through the same guarded
reader; stores nothing. What was masked in a finding is masked here too.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import PurePosixPath

from sturing.domain.bevinding import Bevinding
from sturing.services.opmerkingenboek import maak_opmerkingenboek

WERKMAP = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
ACHTERVOEGSEL = "-met-opmerkingen"
"""At the end of the name of a copy with remarks."""
_VASTE_TIJD = (2026, 1, 1, 0, 0, 0)


Bestanden = Sequence[tuple[str, bytes]]
"""Files of one upload: name and contents."""


def is_iets_gelezen(bevindingen: Sequence[Bevinding]) -> bool:
    """Whether a finding stands on a sheet. Of files that were refused as a whole there is nothing
    to put a remark in: what is wrong stands on the screen already."""
    return any(b.blad for b in bevindingen)


def naam_en_soort(bestanden: Bestanden, bevindingen: Sequence[Bevinding]) -> tuple[str, str]:
    """Under which name and media type the files are given back, known before they are made."""
    namen = [naam for naam, _ in bestanden if _van_bestand(naam, bestanden, bevindingen)]
    if len(namen) == 1:
        return _nieuwe_naam(namen[0]), WERKMAP
    return f"bestanden{ACHTERVOEGSEL}.zip", ZIP


def met_opmerkingen(bestanden: Bestanden, bevindingen: Sequence[Bevinding]) -> bytes:
    """The files with their findings in the cells; a zip when several files have findings."""
    boeken = [
        (_nieuwe_naam(naam), maak_opmerkingenboek(naam, inhoud, eigen))
        for naam, inhoud in bestanden
        if (eigen := _van_bestand(naam, bestanden, bevindingen))
    ]
    return boeken[0][1] if len(boeken) == 1 else _zip(boeken)


def _van_bestand(
    naam: str, bestanden: Bestanden, bevindingen: Sequence[Bevinding]
) -> list[Bevinding]:
    """The findings of one file; one that names no file belongs to the first."""
    eerste = bestanden[0][0]
    if len(bestanden) == 1:
        return list(bevindingen)
    return [b for b in bevindingen if (b.bestand or eerste) == naam]


def _nieuwe_naam(naam: str) -> str:
    stam = PurePosixPath(naam.replace("\\", "/")).stem or "bestand"
    return f"{stam}{ACHTERVOEGSEL}.xlsx"


def _zip(boeken: Sequence[tuple[str, bytes]]) -> bytes:
    uit = BytesIO()
    gebruikt: set[str] = set()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as pakket:
        for nummer, (naam, inhoud) in enumerate(boeken, start=1):
            eigen = naam if naam.casefold() not in gebruikt else f"{nummer}-{naam}"
            gebruikt.add(eigen.casefold())
            pakket.writestr(zipfile.ZipInfo(eigen, _VASTE_TIJD), inhoud)
    return uit.getvalue()
