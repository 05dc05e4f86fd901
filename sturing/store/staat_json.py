"""What decisions leave beside the sheets, as canonical JSON and back, exactly.

Owns how the order, the settings and the added supply stand in a line of the ledger. Must never
judge them. Places count from 1, fte are the text of a decimal.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from sturing.domain.besluit import BeslotenStaat, Bezwaartekst, Verlies
from sturing.domain.codes import OpdrachtCode
from sturing.domain.organisatie import Capaciteitsregel
from sturing.domain.plan import Instellingen
from sturing.store.wijziging_json import als_json, uit_json, waarde_van


def staat_naar_json(staat: BeslotenStaat) -> str:
    """The state; the order as pairs of code and place, first place first."""
    rang = sorted(staat.rang.items(), key=lambda paar: (paar[1], paar[0]))
    return als_json(
        {
            "rang": [list(paar) for paar in rang],
            "instellingen": staat.instellingen,
            "aanbod": staat.aanbod,
        }
    )


def staat_van_json(tekst: str) -> BeslotenStaat:
    """The state as it was written. Raises OpslagError when the text is not one."""

    def maak(delen: dict[str, Any]) -> BeslotenStaat:
        return BeslotenStaat(
            rang=MappingProxyType({OpdrachtCode(code): plaats for code, plaats in delen["rang"]}),
            instellingen=waarde_van(Instellingen, delen["instellingen"]),
            aanbod=tuple(waarde_van(Capaciteitsregel, deel) for deel in delen["aanbod"]),
        )

    return uit_json(tekst, maak)


def verlies_van_json(tekst: str) -> tuple[Verlies, ...]:
    """What opdrachten lost, as it was written. Raises OpslagError when the text is not that."""
    return uit_json(tekst, lambda delen: tuple(waarde_van(Verlies, deel) for deel in delen))


def bezwaren_van_json(tekst: str) -> tuple[Bezwaartekst, ...]:
    """The objections as they were written; the first decisions kept no answers. Raises OpslagError
    when the text is not that."""
    return uit_json(
        tekst,
        lambda delen: tuple(waarde_van(Bezwaartekst, {"antwoord": "", **deel}) for deel in delen),
    )
