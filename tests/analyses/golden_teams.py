"""The golden files of the analyses of teams, which rest on teamplannen and spent hours as well.

`python -m tests.analyses.golden_teams` writes tests/golden/analyse-*.json again; read the
difference before it is committed. As golden.py, of the whole demonstration.
"""

from __future__ import annotations

from sturing.domain.tijd import Horizon
from sturing.services.omgeving import Omgeving, open_omgeving
from tests.analyses.golden import als_json, bestand

JAREN = {
    "besteed": 2026,
    "besteed-team": 2026,
    "afhankelijkheid": 2027,
    "teamplan": 2027,
    "zelforganisatie": 2027,
    "teamondersteuning": 2027,
    "formatie": 2027,
    "ondersteunend": 2027,
    "ontwikkelopgave": 2027,
    "focus-team": 2027,
    "meerdere-teams": 2027,
}
"""Analysis -> the year looked at: hours are spent in the year before the plan year."""


def tekst(omgeving: Omgeving, naam: str) -> str:
    """What the golden file of `naam` should hold."""
    return als_json(naam, omgeving.basis(Horizon.planjaar(JAREN[naam])).uitkomst)


if __name__ == "__main__":
    demonstratie = open_omgeving(None, demo=True)
    for naam_ in JAREN:
        bestand(naam_).write_text(tekst(demonstratie, naam_), encoding="utf-8")
    demonstratie.sluit()
