"""Storing a levering: the one place through which every levering goes into the register.

Owns what belongs to storing besides the rows themselves. Must never judge an upload. Every service
that stores calls this, so that nothing can be stored past it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from sturing.domain.besluit import Besluit
from sturing.domain.levering import Bereik, Bestandsinfo, BladVerschil, Levering, Mutatie
from sturing.domain.wie import Wie
from sturing.services.bewaking import stel_veilig
from sturing.services.omgeving import Omgeving
from sturing.store import besluiten as ledger
from sturing.store import leveringen as register
from sturing.store import staatwissel
from sturing.store.besluiten import Rijwijziging


def bewaar(
    omgeving: Omgeving,
    wie: Wie,
    *,
    bestanden: Iterable[Bestandsinfo],
    mutaties: Iterable[Mutatie],
    verschil: Iterable[BladVerschil],
    bereiken: Iterable[Bereik],
    op_levering: int,
    maakt_ongedaan: int | None = None,
    daarna: Callable[[Levering], None] | None = None,
) -> Levering:
    """Store the next levering in one transaction, as it was judged on `op_levering`.

    `bereiken` are the scopes that it touches, also where no row changed: they decide whether an
    earlier levering can still be undone. `maakt_ongedaan` is the levering that this one undoes:
    what that one changed of the decided state goes back with it. `daarna` is in the same
    transaction.
    A stored levering is then written into the file and gets a backup (bewaking.py). Raises
    ConflictError when another levering came in between, OpslagError when the database cannot be
    written; then nothing is stored.
    """
    with omgeving.opslag.schrijven():
        levering = register.sla_op(
            omgeving.opslag,
            wie=wie,
            bestanden=bestanden,
            mutaties=mutaties,
            verschil=verschil,
            tijdstip=datetime.now(UTC),
            na_levering=op_levering,
            bereiken=bereiken,
            maakt_ongedaan=maakt_ongedaan,
        )
        if maakt_ongedaan is not None:
            staatwissel.maak_ongedaan(omgeving.opslag, wie, levering, maakt_ongedaan)
        if daarna is not None:
            daarna(levering)
    stel_veilig(omgeving, wie, levering)
    return levering


def bewaar_besluit(
    omgeving: Omgeving,
    wie: Wie,
    *,
    besluit: Besluit,
    versie: int,
    rijen: Rijwijziging,
    daarna: Callable[[], None],
) -> tuple[Levering, Besluit]:
    """Store a decision as the next levering, and `daarna` in the same transaction; then kept safe
    as every levering. Errors as the store gives them; then nothing is stored."""
    with omgeving.opslag.schrijven():
        levering, genomen = ledger.neem_aan(
            omgeving.opslag, wie=wie, besluit=besluit, versie=versie, rijen=rijen
        )
        daarna()
    stel_veilig(omgeving, wie, levering)
    return levering, genomen
