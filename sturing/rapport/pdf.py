"""A report or letter as a PDF: tagged (PDF/UA-1), with plain tables, the same bytes every time.

Owns the way into Typst: everything that a person wrote goes in as data (JSON), never as markup.
Fonts are our own; no font of the machine and no other address is asked. Must never write a file.
"""

from __future__ import annotations

import json
import threading
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import typst

from sturing.errors import InvariantError
from sturing.rapport import huisstijl
from sturing.rapport.model import Brief, Deel, Grafiek, Herkomst, Rapport, Tabel, Zinnen
from sturing.rapport.regelval import bijeen

_MAP: Final = Path(str(files("sturing.rapport")))
_KLEUR: Final = {
    "ink": huisstijl.INK,
    "ink2": huisstijl.INK2,
    "line": huisstijl.LINE,
    "edge": huisstijl.EDGE,
    "gevraagd": huisstijl.ASKED,
    "toegekend": huisstijl.GRANTED,
    "tekort": huisstijl.SHORT,
    "tekort_vlak": huisstijl.SHORT_TINT,
    "haalbaar": huisstijl.HAALBAAR,
    "druk_vlak": huisstijl.DRUK_FILL,
}
_TEKEN_IN_LETTER: Final = {"✕": "×"}
"""Our own font has no ✕."""
_PPI: Final = 240
_SLOT: Final = threading.Lock()
"""One compiler, one document at a time."""


@cache
def _zetter() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(_MAP / "letters")],
    )
    return typst.Compiler(input=str(_MAP / "pdf.typ"), root=str(_MAP), font_paths=fonts)


def schrijf_pdf(stuk: Rapport | Brief) -> bytes:
    """The PDF of a report or a letter."""
    gegevens = _rapport(stuk) if isinstance(stuk, Rapport) else _brief(stuk)
    return _zet(gegevens, stuk.herkomst, {"format": "pdf", "pdf_standards": "ua-1"})


def teken_grafiek(grafiek: Grafiek, herkomst: Herkomst) -> bytes:
    """The chart alone as a PNG of 176 x 38 mm, for a file that has no charts of its own."""
    gegevens = {
        "soort": "grafiek",
        "titel": grafiek.kop,
        "zin": grafiek.zin,
        "voettekst": "",
        "grafiek": asdict(grafiek),
    }
    return _zet(gegevens, herkomst, {"format": "png", "ppi": _PPI})


def _zet(gegevens: dict[str, Any], herkomst: Herkomst, soort: dict[str, Any]) -> bytes:
    alles = {
        "kleur": _KLEUR,
        "status": {
            woord: {"teken": _TEKEN_IN_LETTER.get(teken, teken), "kleur": kleur}
            for woord, (teken, kleur) in huisstijl.STATUS.items()
        },
        "dag": [herkomst.dag.year, herkomst.dag.month, herkomst.dag.day],
        **_bijeen(gegevens),
    }
    moment = datetime.combine(herkomst.dag, time(), UTC)
    with _SLOT:
        uit = _zetter().compile(
            sys_inputs={"gegevens": json.dumps(alles, ensure_ascii=False)},
            timestamp=moment,
            **soort,
        )
    if not isinstance(uit, bytes):
        raise InvariantError("De zetter gaf geen document.")
    return uit


def _bijeen(waarde: Any) -> Any:
    """Every text in it with what belongs together on one line."""
    if isinstance(waarde, str):
        return bijeen(waarde)
    if isinstance(waarde, dict):
        return {naam: _bijeen(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [_bijeen(deel) for deel in waarde]
    return waarde


def _rapport(rapport: Rapport) -> dict[str, Any]:
    return {
        "soort": "rapport",
        "titel": rapport.titel,
        "zin": rapport.zin,
        "periode": rapport.herkomst.periode,
        "cijfers": [asdict(cijfer) for cijfer in rapport.cijfers],
        "delen": [_deel(deel) for deel in rapport.delen],
        **_herkomst(rapport.herkomst),
    }


def _brief(brief: Brief) -> dict[str, Any]:
    return {
        "soort": "brief",
        "titel": brief.onderwerp,
        "zin": brief.onderwerp,
        "aan": brief.aan,
        "onderwerp": brief.onderwerp,
        "aanhef": brief.aanhef,
        "delen": [_deel(deel) for deel in brief.delen],
        "groet": brief.groet,
        **_herkomst(brief.herkomst),
    }


def _herkomst(herkomst: Herkomst) -> dict[str, Any]:
    return {
        "voettekst": f"Gegevens tot en met {herkomst.gegevens_tot} · levering "
        f"{herkomst.levering} · kenmerk {herkomst.kenmerk}",
        "herkomst": [list(regel) for regel in herkomst.regels],
        "vingerafdruk": herkomst.vingerafdruk,
    }


def _deel(deel: Deel) -> dict[str, Any]:
    match deel:
        case Tabel():
            kolommen = [
                asdict(k) | {"rechts": k.rechts, "maat": deel.tekstmaat(nummer)}
                for nummer, k in enumerate(deel.kolommen)
            ]
            return asdict(deel) | {"type": "tabel", "kolommen": kolommen}
        case Grafiek():
            return asdict(deel) | {"type": "grafiek"}
        case Zinnen():
            return asdict(deel) | {"type": "zinnen"}
