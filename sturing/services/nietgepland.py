"""The opdrachten that claim nothing now: ideas, parked, stopped, finished. From there they start.

Hours are what they would ask over their whole window.
"""

from __future__ import annotations

from collections.abc import Collection

from sturing.domain.keuzes import Status
from sturing.engine.oude_waarde import gevraagde_uren
from sturing.engine.uitkomst import Uitkomst
from sturing.services import notatie
from sturing.services.bordblik import Nietgepland, Nietgeplandrij
from sturing.services.namen import Namen

_VOLGORDE = (Status.PARKEERPLAATS, Status.IDEE, Status.GESTOPT, Status.AFGEROND)


def niet_gepland(
    uitkomst: Uitkomst, zichtbaar: Collection[str], namen: Namen, *, is_open: bool
) -> Nietgepland:
    """How many visible opdrachten claim nothing; which ones only when the list is open."""
    plan = uitkomst.stand.plan
    rust = [o for o in plan.opdrachten if not o.status.vraagt and o.opdracht in zichtbaar]
    if not is_open:
        return Nietgepland(aantal=len(rust))
    rust.sort(key=lambda o: (_VOLGORDE.index(o.status), o.kort.casefold(), o.opdracht))
    return Nietgepland(
        aantal=len(rust),
        open=True,
        rijen=tuple(
            Nietgeplandrij(
                opdracht=o.opdracht,
                naam=o.kort,
                opdrachtgever=namen.persoon_kort(o.opdrachtgever),
                status=o.status.value,
                uren=notatie.uren_met_eenheid(gevraagde_uren(plan, o.opdracht)),
            )
            for o in rust
        ),
    )
