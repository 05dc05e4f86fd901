"""With whom an opdrachtgever has to talk: who asks the same hours, and which portefeuillehouders.

Owns two short lists on the screen Opdrachtgever. Must never show more than the screens Claims and
Besluiten (Gesprek) show the same reader. Hours whole as shown.
"""

from __future__ import annotations

from collections.abc import Collection

from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.wie import Wie
from sturing.services import notatie
from sturing.services.claims import strijd_van
from sturing.services.gesprek import gesprekken_over
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.opdrachtgeverbeeld import Claimregel, Overlegregel

MEESTE = 5
"""So many others are named, most hours short first; the screen Claims has them all."""


def open_claims(basis: Basis, wie: Wie, persoon: PersoonCode) -> tuple[Claimregel, ...]:
    """With whom this person asks more of a team together than there is, most hours first."""
    regels = []
    for ander, per_team in strijd_van(basis, wie, persoon).items():
        meest = min(per_team, key=lambda team: (-per_team[team], team))
        regels.append((-sum(per_team.values()), ander, len(per_team), meest))
    return tuple(
        Claimregel(
            persoon=ander,
            naam=basis.namen.persoon_kort(ander),
            tekort_uren=notatie.uren_heel(-tekort),
            teams=teams,
            team=basis.namen.team(meest),
        )
        for tekort, ander, teams, meest in sorted(regels)[:MEESTE]
    )


def gesprekken(
    omgeving: Omgeving, basis: Basis, wie: Wie, codes: Collection[OpdrachtCode]
) -> tuple[Overlegregel, ...]:
    """The portefeuillehouders of these opdrachten, those with most that falls short first."""
    regels = []
    for gesprek in gesprekken_over(omgeving, basis, wie, codes):
        knelt = sum(
            r.status in (Haalbaarheid.ONDER_DRUK, Haalbaarheid.NIET_HAALBAAR)
            for r in gesprek.regels
        )
        laatste = gesprek.laatste
        regel = Overlegregel(
            persoon=gesprek.persoon,
            naam=basis.namen.persoon(gesprek.persoon),
            opdrachten=len(gesprek.regels),
            knelt=knelt,
            laatste=notatie.datum(notatie.dag(laatste.tijdstip)) if laatste else notatie.ONBEKEND,
        )
        regels.append(regel)
    return tuple(sorted(regels, key=lambda r: (-r.knelt, -r.opdrachten, r.naam.casefold())))
