""" "Waarom?": why an opdracht falls short, and what would help it (rekenmodel section 7).

The door of services to the explanation. Pure and exact, like the rest of the engine: the same
result gives the same explanation. Hours are hundredths, euros cents.
"""

from __future__ import annotations

from sturing.domain.codes import OpdrachtCode
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.uitleg_bindingen import bindingen
from sturing.engine.uitleg_plaats import laagste_plaats
from sturing.engine.uitleg_ruil import kleinste_ruil
from sturing.engine.uitleg_venster import vensters
from sturing.engine.uitleg_vormen import Uitleg
from sturing.engine.uitleg_zicht import build_zicht
from sturing.errors import InvoerError


def komt_tekort(regel: Opdrachtregel) -> bool:
    """Is there something to explain: hours short, or euros short?"""
    return not regel.past or regel.budget_tekort


def leg_uit(uitkomst: Uitkomst, opdracht: OpdrachtCode) -> Uitleg:
    """The explanation of one opdracht of this result.

    Raises InvoerError when it has no place in the order, or gets everything it asks.
    """
    zicht = build_zicht(uitkomst.verdeling, opdracht)
    regel = uitkomst.effecten.opdrachten[zicht.plaats - 1]
    if not komt_tekort(regel):
        raise InvoerError(f"De opdracht '{opdracht}' krijgt alles wat zij vraagt.")
    uren, euros = bindingen(zicht)
    return Uitleg(
        opdracht=opdracht,
        plaats=zicht.plaats,
        methode=uitkomst.verdeling.methode,
        past=regel.past,
        uren=uren,
        euros=euros,
        laagste_plaats=None if regel.past else laagste_plaats(zicht),
        venster=None if regel.past else vensters(zicht, uitkomst.stand.plan),
        ruil=None if regel.past else kleinste_ruil(zicht),
    )
