"""Who saw which version of a teamplan, and what that person remarked. Never changed, only added.

"De strategisch managers worden betrokken bij de totstandkoming en uitvoering van de teamplannen. Ze
kijken of met de teamplannen de doelen van het college en raad worden gerealiseerd" (sturingskader).
Moments have a time zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sturing.domain.codes import TeamCode
from sturing.domain.werk import Teamplanregel


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamplanGezien:
    """One time that the teamplan of a team and year was seen; `opmerking` may be empty.

    `versie` is that of the plan as it was then (`planversie`), with so many `regels`.
    """

    nummer: int
    team: TeamCode
    jaar: int
    versie: str
    regels: int
    tijdstip: datetime
    account: str
    naam: str
    opmerking: str


def planversie(regels: Iterable[Teamplanregel]) -> str:
    """A hash of everything that stands in the lines of one plan, in any order; the team and year
    themselves are not in it, so that a plan under a new team code is the same version. A new code
    of what a line names (an opdracht, a doel, another team) is another version: it reads
    differently."""
    rijen = sorted(
        (
            regel.regel,
            regel.resultaat,
            regel.opgave or "",
            regel.kwaliteit or "",
            regel.opdracht or "",
            regel.doel or "",
            regel.nodig_van_team or "",
            regel.nodig_van_partner or "",
            regel.status or "",
        )
        for regel in regels
    )
    return sha256(repr(rijen).encode()).hexdigest()
