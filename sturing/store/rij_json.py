"""Canonical JSON of one row: the same row is always the same text, and comes back exactly.

Owns how a value of a row is written in the history of leveringen. Text, whole numbers, yes/no and
empty are JSON's own; a Decimal is {"decimaal": "6.5"} (never a float), a day {"dag": "2027-01-31"}.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from sturing.domain.levering import Rij, Waarde
from sturing.errors import InvariantError, OpslagError
from sturing.store.rijen import gewoon

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


def rij_naar_json(rij: Rij) -> str:
    """Keys sorted, no spaces. Raises InvariantError for a value no row can hold (a float)."""
    return _ENCODER.encode({veld: _inpakken(veld, waarde) for veld, waarde in rij.items()})


def rij_van_json(tekst: str) -> dict[str, Waarde]:
    """The row as it was written. Raises OpslagError for a text that is not one."""
    try:
        return {veld: _uitpakken(waarde) for veld, waarde in json.loads(tekst).items()}
    except (ValueError, AttributeError, KeyError, InvalidOperation) as fout:
        raise OpslagError("Een rij in de geschiedenis van de leveringen is beschadigd.") from fout


def sleutel_naar_json(sleutel: Sequence[Waarde]) -> str:
    """A key as a list of its values, no spaces."""
    return _ENCODER.encode([_inpakken("sleutel", waarde) for waarde in sleutel])


def sleutel_van_json(tekst: str) -> tuple[Waarde, ...]:
    """The key as it was written. Raises OpslagError for a text that is not one."""
    try:
        return tuple(_uitpakken(waarde) for waarde in json.loads(tekst))
    except (ValueError, TypeError, KeyError, InvalidOperation) as fout:
        raise OpslagError("Een bereik van een levering is beschadigd.") from fout


def _inpakken(veld: str, waarde: Waarde) -> object:
    if waarde is None or isinstance(waarde, str | bool | int):
        return waarde
    if isinstance(waarde, Decimal) and waarde.is_finite():
        return {"decimaal": f"{gewoon(waarde):f}"}
    if isinstance(waarde, date) and not isinstance(waarde, datetime):
        return {"dag": waarde.isoformat()}
    raise InvariantError(f"Veld {veld}: een waarde van soort {type(waarde).__name__} past niet.")


def _uitpakken(waarde: object) -> Waarde:
    if waarde is None or isinstance(waarde, str | bool | int):
        return waarde
    if isinstance(waarde, dict) and len(waarde) == 1:
        if "decimaal" in waarde:
            return Decimal(waarde["decimaal"])
        return date.fromisoformat(waarde["dag"])
    raise ValueError(type(waarde).__name__)
