"""The names of a plan for one reader: an opdracht that he may not see has none.

Owns the question to the rights behind it. A scenario is shared with whoever its owner chooses, also
with who may see only a part of what stands in it. Must never decide what a sentence says.
"""

from __future__ import annotations

from sturing.domain.wie import Wie
from sturing.rights.mag import zichtbare_opdrachten
from sturing.services.namen import Namen
from sturing.services.omgeving import Basis


def namen_voor(basis: Basis, wie: Wie) -> Namen:
    """The names of the plan in force for `wie`."""
    return basis.namen.voor(zichtbare_opdrachten(wie, basis.index, basis.index.opdrachten))
