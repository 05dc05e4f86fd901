"""Which levering last touched a sheet of a team or gebied in a year.

Owns reading that from the history of leveringen: a levering counts where it changed a row, and
where its file spoke about a scope, so that equal rows brought again are seen. Must never write. A
year is a calendar year.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from types import MappingProxyType
from weakref import WeakKeyDictionary

from sturing.store.opslag import Opslag
from sturing.store.sql_tekst import sql

Bladplek = tuple[str, str | None, int | None]
"""Sheet; the team or gebied, None for all together; the year, None when the sheet has none."""

_BEKEND: WeakKeyDictionary[Opslag, tuple[int, Mapping[Bladplek, int]]] = WeakKeyDictionary()
_SLOT = threading.Lock()
"""What was read before, up to which levering: a levering never changes, so only newer ones are
read again. Reading two million changes takes seconds, reading one levering takes none."""


def laatste_per_bladplek(opslag: Opslag) -> Mapping[Bladplek, int]:
    """The number of the newest levering for everything that was ever touched."""
    with _SLOT:
        tot, bekend = _BEKEND.get(opslag, (0, MappingProxyType({})))
        with opslag.lezen() as cursor:
            nummer = int(cursor.execute(sql("levering/laatste_nummer")).fetchall()[0][0])
            if nummer == tot:
                return bekend
            nieuw = cursor.execute(sql("levering/laatste_per_bladplek"), {"na": tot}).fetchall()
        gelezen = dict(bekend)
        gelezen.update({(blad, sleutel, jaar): n for blad, sleutel, jaar, n in nieuw})
        _BEKEND[opslag] = (nummer, MappingProxyType(gelezen))
        return _BEKEND[opslag][1]
