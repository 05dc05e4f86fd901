"""Which screens the roles of a person may open: the menu lists these, and no others.

Owns the right behind each screen, by its name in the address. Must never be the guard: every screen
asks its own right again, and an address that was sent along still opens and says why it is empty.
"""

from __future__ import annotations

from sturing.domain.wie import Wie
from sturing.rights.mag import (
    Actie,
    mag,
    mag_iets_lezen,
    mag_leveren,
    object_organisatie,
    object_scenario,
)

HELE_ORGANISATIE = ("overzicht", "managementcollectief", "gebieden")
"""For who may read the totals of the whole organisation."""
EIGEN_DEEL = (
    "prioriteiten",
    "claims",
    "besluiten",
    "signalen",
    "opdrachtgever",
    "teams",
    "programmas",
    "afspraken",
    "rapportage",
)
"""For who may read the totals of anything; the screen shows that part."""


def toegankelijke_schermen(wie: Wie) -> frozenset[str]:
    """The screens that `wie` may open; Uitleg is for everybody."""
    iets = mag_iets_lezen(wie)
    schermen = {"uitleg"}
    if mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()):
        schermen.update(HELE_ORGANISATIE)
    if iets:
        schermen.update(EIGEN_DEEL)
    if iets or mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account)):
        schermen.add("scenarios")
    if iets or mag_leveren(wie):
        schermen.add("gegevens")
    return frozenset(schermen)
