"""Waarom on the board: which row is open, what travels of it, and trying what helps.

Owns the shape that js/waarom.js reads. Must never decide or count anything: words, numbers and
changes come ready from the services, which also ask for the rights.
"""

from __future__ import annotations

from typing import Any

from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.services.omgeving import Omgeving
from sturing.services.waarom import waarom
from sturing.services.waarombeeld import Waarombeeld
from sturing.ui.remembered import BoardTalk


def opened(
    talk: BoardTalk, omgeving: Omgeving, wie: Wie, horizon: Horizon | None
) -> Waarombeeld | None:
    """The explanation of the row that is open; it closes when there is nothing to explain, and when
    no other row was opened beside this drawing."""
    asked = talk.why
    beeld = waarom(omgeving, wie, asked, horizon) if asked else None
    if beeld is None and talk.why == asked:
        talk.why = ""
    return beeld


def why_payload(beeld: Waarombeeld | None) -> dict[str, Any] | None:
    """The data of the open row; None when none is open."""
    if beeld is None:
        return None
    return {
        "opdracht": beeld.opdracht,
        "kern": beeld.kern,
        "zin": beeld.zin,
        "maandkop": beeld.maandkop,
        "maanden": [
            [m.letter, m.toelichting, m.toegekend_pct, m.tekort_pct] for m in beeld.maanden
        ],
        "voorkop": beeld.voorkop,
        "voor": [[v.naam, v.pct] for v in beeld.voor],
        "proeven": [[p.welke, p.knop, p.toelichting, p.let_op] for p in beeld.proeven],
        "niet": list(beeld.niet),
    }
