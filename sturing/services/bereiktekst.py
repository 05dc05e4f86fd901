"""What a levering touched, in words: `Inzet en Capaciteit van T07`. Owns no right and no scope.

Codes of persons are never named: of those sheets only the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sturing.domain.levering import Bereik
from sturing.intake.schema import BLADVOLGORDE
from sturing.rights.lezen import PERSOONSBLADEN
from sturing.services import notatie

GENOEMD = 3
"""So many codes, and so many sheets, are named; the rest is counted."""

_PLAATS_TEAM: Mapping[str, int] = {
    "Teams": 0,
    "Capaciteit": 0,
    "Inzet": 0,
    "Uren": 0,
    "Teamplannen": 0,
    "Normen": 1,
}
"""Where in a scope the code of the team stands; elsewhere the first value names it."""


def in_woorden(bereiken: Iterable[Bereik]) -> str:
    """Sheets with the codes that each touched, those of the same codes together; "" for none."""
    per_blad: dict[str, dict[str, None]] = {}
    for bereik in bereiken:
        codes = per_blad.setdefault(bereik.blad, {})
        plek = _PLAATS_TEAM.get(bereik.blad, 0)
        if bereik.blad not in PERSOONSBLADEN and len(bereik.sleutel) > plek:
            waarde = bereik.sleutel[plek]
            if waarde is not None:
                codes[str(waarde)] = None
    per_codes: dict[tuple[str, ...], list[str]] = {}
    for blad in sorted(per_blad, key=lambda naam: BLADVOLGORDE[naam]):
        per_codes.setdefault(tuple(sorted(per_blad[blad])), []).append(blad)
    delen = [
        notatie.opsomming(bladen) + (f" van {_kort(codes, 'andere')}" if codes else "")
        for codes, bladen in per_codes.items()
    ]
    return _kort(delen, "andere bladen") if len(delen) > GENOEMD + 1 else notatie.opsomming(delen)


def _kort(delen: Iterable[str], rest: str) -> str:
    lijst = list(delen)
    if len(lijst) <= GENOEMD + 1:
        return notatie.opsomming(lijst)
    return notatie.opsomming([*lijst[:GENOEMD], f"{len(lijst) - GENOEMD} {rest}"])
