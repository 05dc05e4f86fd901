"""A trial for the letter about a parked opdracht: what it would get if it asked again, as planned.

Owns that trial only; nothing is stored and the plan does not change. Hours hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.werk import Opdracht
from sturing.domain.wijziging import Start
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.uitleg import komt_tekort
from sturing.services.bordzinnen import winnaars_en_verliezers
from sturing.services.rapportbron import Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Proef:
    """The result with the opdracht in it, its row there, and how many others get less."""

    uitkomst: Uitkomst
    regel: Opdrachtregel
    minder: int

    @property
    def past(self) -> bool:
        """Does it get all that it asks, and does nobody get less for it?"""
        return not self.minder and not komt_tekort(self.regel)

    @property
    def aantal(self) -> int:
        """How many opdrachten have a place in it."""
        return len(self.uitkomst.effecten.opdrachten)


def weer_meedoen(bron: Bron, opdracht: Opdracht) -> Proef | None:
    """The plan that is looked at with this parked opdracht started; None when it asks no hours and
    no euros in these months."""
    nu = bron.basis.uitkomst
    start = Start(opdracht=opdracht.opdracht, oude_status=opdracht.status)
    proef = reken(nu.plan, bron.horizon, (*nu.wijzigingen, start), basis=nu)
    rijen = proef.effecten.opdrachten
    regel = next((r for r in rijen if r.opdracht == opdracht.opdracht), None)
    if regel is None or not (regel.gevraagd_honderdste or regel.gevraagd_cent):
        return None
    _, minder = winnaars_en_verliezers(nu.effecten, proef.effecten)
    anderen = sum(beweging.opdracht != opdracht.opdracht for beweging in minder)
    return Proef(uitkomst=proef, regel=regel, minder=anderen)
