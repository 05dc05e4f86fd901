"""The fingerprint of a result: SHA-256 over data, changes, horizon and engine version.

The order of rows in the plan does not matter, the order of the changes does. Equal numbers written
differently (1.0 and 1) give the same fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wijziging import Wijziging

ENGINE_VERSIE = "1"
"""Raised by every change after which the same data may give another result."""


def vingerafdruk(plan: Plan, wijzigingen: Sequence[Wijziging], horizon: Horizon) -> str:
    """Hex SHA-256 of plan, changes, horizon and ENGINE_VERSIE."""
    som = hashlib.sha256()
    som.update(f"sturing {ENGINE_VERSIE} {horizon.van} {horizon.tot}\n".encode())
    for veld in fields(plan):
        waarde = getattr(plan, veld.name)
        regels = sorted(map(_tekst, waarde)) if isinstance(waarde, tuple) else [_tekst(waarde)]
        som.update(f"{veld.name} {len(regels)}\n".encode())
        for regel in regels:
            som.update(regel.encode() + b"\n")
    for wijziging in wijzigingen:
        som.update(f"{wijziging.soort} {_tekst(wijziging)}\n".encode())
    return som.hexdigest()


def _tekst(waarde: object) -> str:
    """Canonical text of one value: no two different values share one."""
    if isinstance(waarde, Enum):
        return json.dumps(waarde.value)
    if isinstance(waarde, str):
        return json.dumps(waarde)
    if waarde is None or isinstance(waarde, bool | int):
        return repr(waarde)
    if isinstance(waarde, Decimal):
        return f"{waarde.normalize():f}" if waarde else "0"
    if isinstance(waarde, Maand):
        return str(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, tuple):
        return "[" + ",".join(map(_tekst, waarde)) + "]"
    if isinstance(waarde, Mapping):
        return "{" + ",".join(sorted(f"{_tekst(s)}:{_tekst(w)}" for s, w in waarde.items())) + "}"
    if is_dataclass(waarde) and not isinstance(waarde, type):
        inhoud = ",".join(f"{v.name}={_tekst(getattr(waarde, v.name))}" for v in fields(waarde))
        return f"({inhoud})"
    raise TypeError(f"geen vaste tekst voor {type(waarde).__name__}")
