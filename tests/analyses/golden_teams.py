"""The golden files of the analyses of teams, which rest on teamplannen and spent hours as well.

`python -m tests.analyses.golden_teams` writes tests/golden/analyse-*.json again; read the
difference before it is committed. As golden.py, of the whole demonstration.
"""

from __future__ import annotations

from sturing.domain.tijd import Horizon
from sturing.services.omgeving import Omgeving, open_omgeving
from tests.analyses.golden import JAREN, als_json, bestand


def tekst(omgeving: Omgeving, naam: str) -> str:
    """What the golden file of `naam` should hold."""
    return als_json(naam, omgeving.basis(Horizon.planjaar(JAREN[naam])).uitkomst)


if __name__ == "__main__":
    demonstratie = open_omgeving(None, demo=True)
    for naam_ in JAREN:
        bestand(naam_).write_text(tekst(demonstratie, naam_), encoding="utf-8")
    demonstratie.sluit()
