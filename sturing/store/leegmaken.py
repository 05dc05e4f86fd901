"""What people made and said about an organisation, taken away with it when a demonstration empties.

Owns that no draft, open proposal, signal, escalation, note of a talk, recorded koppeling, reason
with an afspraak or seen teamplan is left that names what is gone, and that the afspraken are those
of the product. The ledger of decisions stays, with the proposals that it names: an earlier plan
opens from the history. Numbers that a window can act on are not given out again, so that one that
is still open never acts on something else (those of afspraken and reasons only keep their order,
and begin anew). One line in the log tells how many of each. Must never judge a right.
"""

from __future__ import annotations

from sturing.domain.levering import Levering
from sturing.domain.wie import Wie
from sturing.store import logboek
from sturing.store.opslag import Opslag
from sturing.store.sql_tekst import sql

ACTIE = "samenspel wissen"
_SOORTEN = (
    "concept",
    "voorstel",
    "signaal",
    "escalatie",
    "gespreksnotitie",
    "koppeling",
    "gewijzigde afspraak",
    "reden bij een afspraak",
    "gezien",
)


def wis(opslag: Opslag, wie: Wie, levering: Levering) -> None:
    """Take it all away, as part of `levering`; no line in the log when there is nothing."""
    with opslag.schrijven() as cursor:
        (aantallen,) = cursor.execute(sql("leegmaken/telling")).fetchall()
        if not any(aantallen):
            return
        cursor.execute(sql("leegmaken/wis"))
        logboek.schrijf(
            opslag,
            wie=wie,
            tijdstip=levering.tijdstip,
            actie=ACTIE,
            object_naam=f"levering {levering.nummer}",
            oud=", ".join(f"{soort} {n}" for soort, n in zip(_SOORTEN, aantallen, strict=True)),
        )
