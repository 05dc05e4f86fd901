"""Per gebied and month: what is asked for the area and what does it get?

Each area counts without those below it, so that the rows add up to the organisation. Every area
that asks anything has a row for every month of the period, in the order of the tree. Hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.analyses.gebied import gebieden_in_volgorde
from sturing.analyses.gebiedsuren import uren_per_maand
from sturing.analyses.kolom import UREN, kolommen
from sturing.analyses.urencijfers import Urencijfers
from sturing.domain.codes import GebiedCode
from sturing.domain.tijd import Maand
from sturing.engine.effecten import Paar
from sturing.engine.uitkomst import Uitkomst

_GEEN = Paar(gevraagd_honderdste=0, toegekend_honderdste=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebiedsmaandregel(Urencijfers):
    """`gebied` None is work that belongs to no area."""

    gebied: GebiedCode | None
    naam: str | None
    maand: Maand


KOLOMMEN = (*kolommen(gebied="gebied", naam="naam", maand="maand"), *UREN)


def compute_gebiedsmaand(uitkomst: Uitkomst) -> tuple[Gebiedsmaandregel, ...]:
    """Areas in the order of the tree, those outside it by code, no area last; then by month."""
    paren = uren_per_maand(uitkomst)
    plan = uitkomst.stand.plan
    namen = {g.gebied: g.naam for g in plan.gebieden}
    boom = gebieden_in_volgorde(plan.gebieden)
    vragend = {gebied for _, gebied in paren}
    buiten = sorted(
        (code for code in vragend - {*boom}), key=lambda code: (code is None, code or "")
    )
    volgorde: list[GebiedCode | None] = [code for code in boom if code in vragend]
    return tuple(
        Gebiedsmaandregel(
            gebied=gebied,
            naam=namen.get(gebied) if gebied else None,
            maand=maand,
            gevraagd_honderdste=paar.gevraagd_honderdste,
            toegekend_honderdste=paar.toegekend_honderdste,
        )
        for gebied in [*volgorde, *buiten]
        for maand in uitkomst.horizon.maanden
        for paar in (paren.get((maand, gebied), _GEEN),)
    )
