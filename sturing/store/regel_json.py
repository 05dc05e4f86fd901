"""The lines of a draft as canonical JSON and back.

Owns how a state of a draft is written: a list of objects with `nr`, `aan`, `door`, `versie` and
`wijziging` (wijziging_json.py). A list of bare changes, as drafts were written before lines had a
number, is read as lines of the owner that are all on. Must never judge a change.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sturing.domain.scenario import Regel
from sturing.errors import OpslagError
from sturing.store.wijziging_json import als_json, uit_json, wijziging_van

_VELDEN = {"nr": int, "aan": bool, "door": str, "versie": int}


def regels_naar_json(regels: Iterable[Regel]) -> str:
    """The lines, in order, as canonical JSON."""
    return als_json(
        [
            {
                "nr": regel.nr,
                "aan": regel.aan,
                "door": regel.door,
                "versie": regel.versie,
                "wijziging": regel.wijziging,
            }
            for regel in regels
        ]
    )


def regels_van_json(tekst: str, eigenaar: str) -> tuple[Regel, ...]:
    """The lines as they were written. Raises OpslagError when the text is not that."""

    def maak(delen: list[dict[str, Any]]) -> tuple[Regel, ...]:
        return tuple(_regel(deel, plek, eigenaar) for plek, deel in enumerate(delen, start=1))

    return uit_json(tekst, maak)


def _regel(deel: dict[str, Any], plek: int, eigenaar: str) -> Regel:
    if "wijziging" not in deel:
        return Regel(nr=plek, wijziging=wijziging_van(deel), door=eigenaar, versie=1)
    velden = {naam: deel[naam] for naam in _VELDEN}
    if any(type(velden[naam]) is not soort for naam, soort in _VELDEN.items()):
        raise OpslagError("Een regel van een concept kan niet worden gelezen.")
    return Regel(**velden, wijziging=wijziging_van(deel["wijziging"]))
