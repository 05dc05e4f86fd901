"""Where do the hours go: from which programme, through which opdrachtgever, to which team?

"De ambtelijk opdrachtgever maakt de vertaalslag tussen de bestuurlijke doelen en de ambtelijke
organisatie" (sturingskader). One row per programme, opdrachtgever and team; None is without. The
rows add up to the organisation. Hours are hundredths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sturing.analyses.kolom import UREN, kolommen
from sturing.analyses.teamopdracht import compute_teamopdracht
from sturing.analyses.urencijfers import Urencijfers
from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode, TeamCode
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroomregel(Urencijfers):
    """The hours of the opdrachten of one programme and opdrachtgever at one team."""

    programma: ProgrammaCode | None
    opdrachtgever: PersoonCode | None
    team: TeamCode
    opdrachten: int


KOLOMMEN = (
    *kolommen(
        programma="programma", opdrachtgever="opdrachtgever", team="team", opdrachten="opdrachten"
    ),
    *UREN,
)


def compute_stroom(
    uitkomst: Uitkomst, alleen: Collection[OpdrachtCode] | None = None
) -> tuple[Stroomregel, ...]:
    """By programme, opdrachtgever and team, each without one last; of the opdrachten in `alleen`,
    None for all."""
    opdrachten = {o.opdracht: o for o in uitkomst.stand.plan.opdrachten}
    som: dict[tuple[ProgrammaCode | None, PersoonCode | None, TeamCode], list[int]] = defaultdict(
        lambda: [0, 0, 0]
    )
    for regel in compute_teamopdracht(uitkomst):
        if alleen is not None and regel.opdracht not in alleen:
            continue
        opdracht = opdrachten[regel.opdracht]
        hier = som[opdracht.programma, opdracht.opdrachtgever, regel.team]
        hier[0] += 1
        hier[1] += regel.gevraagd_honderdste
        hier[2] += regel.toegekend_honderdste
    volgorde = sorted(som, key=lambda s: (s[0] is None, s[0] or "", s[1] is None, s[1] or "", s[2]))
    return tuple(
        Stroomregel(
            programma=sleutel[0],
            opdrachtgever=sleutel[1],
            team=sleutel[2],
            opdrachten=som[sleutel][0],
            gevraagd_honderdste=som[sleutel][1],
            toegekend_honderdste=som[sleutel][2],
        )
        for sleutel in volgorde
    )
