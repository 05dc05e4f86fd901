"""The order and the settings on which a draft rests, as canonical JSON and back.

Owns how they are kept beside a draft. Must never read the database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.domain.plan import Gewichten, Instellingen
from sturing.store.wijziging_json import als_json, uit_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Conceptbasis:
    """The decided order (1 for the first) and the settings when the draft was based on the plan."""

    besloten_rang: Mapping[OpdrachtCode, int]
    instellingen: Instellingen


def basis_naar_json(basis: Conceptbasis) -> str:
    """Canonical JSON of a basis."""
    return als_json({"rang": dict(basis.besloten_rang), "instellingen": basis.instellingen})


def basis_van_json(tekst: str) -> Conceptbasis:
    """The basis as it was written. Raises OpslagError when the text is not one."""
    return uit_json(tekst, _basis)


def _basis(delen: dict[str, Any]) -> Conceptbasis:
    velden = dict(delen["instellingen"])
    gewichten = {naam: Decimal(waarde) for naam, waarde in velden.pop("gewichten").items()}
    velden["methode"] = Methode(velden["methode"])
    return Conceptbasis(
        besloten_rang=MappingProxyType(
            {OpdrachtCode(code): plaats for code, plaats in delen["rang"].items()}
        ),
        instellingen=Instellingen(**velden, gewichten=Gewichten(**gewichten)),
    )
