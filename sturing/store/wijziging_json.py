"""Changes of a scenario as canonical JSON and back, exactly.

Owns how a change is written in a draft or a decision: an object with `soort` and the fields of its
type, keys sorted, no spaces. A Decimal is its text (never a float), a Maand `2027-01`, a day
`2027-01-31`, a closed list its text. The types of sturing/domain/wijziging.py are the only
description: a new kind of change needs no line here. Must never judge or apply a change.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sturing.domain.tijd import Maand
from sturing.domain.wijziging import Wijziging
from sturing.errors import InvariantError, OpslagError, SturingError

T = TypeVar("T")

_SOORTEN: Mapping[str, type] = {soort.soort: soort for soort in get_args(Wijziging)}


def to_json(wijziging: Wijziging) -> str:
    """One change as canonical JSON."""
    return als_json(wijziging)


def from_json(tekst: str) -> Wijziging:
    """The change as it was written. Raises OpslagError when the text is not one."""
    return uit_json(tekst, wijziging_van)


def lijst_to_json(wijzigingen: Iterable[Wijziging]) -> str:
    """A list of changes, in order, as canonical JSON."""
    return als_json(tuple(wijzigingen))


def lijst_from_json(tekst: str) -> tuple[Wijziging, ...]:
    """The list of changes as it was written. Raises OpslagError when the text is not one."""
    return uit_json(tekst, lambda delen: tuple(wijziging_van(deel) for deel in delen))


def als_json(waarde: object) -> str:
    """Canonical JSON of a change, of a list of them, or of plain values."""
    return json.dumps(
        _uit(waarde), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def uit_json(tekst: str, maak: Callable[[Any], T]) -> T:
    """What `maak` makes of the parsed text. Raises OpslagError when the text is not what it was."""
    try:
        return maak(json.loads(tekst))
    except (ValueError, TypeError, KeyError, InvalidOperation, SturingError) as fout:
        raise OpslagError(
            "Een opgeslagen wijziging kan niet worden gelezen.",
            hint="Misschien is zij gemaakt met een andere versie van Sturing.",
        ) from fout


def wijziging_van(waarde: dict[str, Any]) -> Wijziging:
    """One change of its parsed object; raises as the parsing does, inside `uit_json`."""
    rest = dict(waarde)
    wijziging: Wijziging = _in(_SOORTEN[rest.pop("soort")], rest)
    return wijziging


def _uit(waarde: object) -> object:
    if waarde is None or isinstance(waarde, bool | int):
        return waarde
    if isinstance(waarde, str):
        return str(waarde)
    if isinstance(waarde, Decimal) and waarde.is_finite():
        return str(waarde)
    if isinstance(waarde, Maand):
        return str(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, tuple | list):
        return [_uit(deel) for deel in waarde]
    if isinstance(waarde, dict):
        return {str(naam): _uit(deel) for naam, deel in waarde.items()}
    if is_dataclass(waarde) and not isinstance(waarde, type):
        uit = {veld.name: _uit(getattr(waarde, veld.name)) for veld in fields(waarde)}
        soort = getattr(waarde, "soort", None)
        return uit if soort is None else {"soort": soort, **uit}
    raise InvariantError(f"Een wijziging houdt een waarde van soort {type(waarde).__name__}.")


@cache
def _velden(soort: type) -> dict[str, Any]:
    """Type per field; a NewType is what it stands for."""
    hints = get_type_hints(soort)
    return {veld.name: hints[veld.name] for veld in fields(soort)}


def _in(soort: Any, waarde: Any) -> Any:
    soort = getattr(soort, "__supertype__", soort)
    if get_origin(soort) in (Union, UnionType):
        if waarde is None:
            return None
        (soort,) = (deel for deel in get_args(soort) if deel is not type(None))
        return _in(soort, waarde)
    if get_origin(soort) is tuple:
        return tuple(_in(get_args(soort)[0], deel) for deel in waarde)
    if soort in (str, int, bool):
        return _precies(soort, waarde)
    if soort is Decimal:
        return Decimal(_precies(str, waarde))
    if soort is date:
        return date.fromisoformat(_precies(str, waarde))
    if soort is Maand:
        return Maand.van_tekst(_precies(str, waarde))
    if issubclass(soort, StrEnum):
        return soort(_precies(str, waarde))
    typen = _velden(soort)
    if waarde.keys() != typen.keys():
        raise ValueError(soort.__name__)
    return soort(**{naam: _in(typen[naam], deel) for naam, deel in waarde.items()})


def _precies(soort: type, waarde: Any) -> Any:
    if type(waarde) is not soort:
        raise ValueError(soort.__name__)
    return waarde
