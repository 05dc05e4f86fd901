"""With whom a draft is shared, and by which link.

Owns the right per draft and account, and the one link of a draft. Must never judge whether somebody
may share or open it (services/delen.py does), and never write a key of a link to the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sturing.domain.scenario import Deelrecht
from sturing.store.opslag import Opslag
from sturing.store.sql_tekst import sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The link of a draft: who opens it with `sleutel` gets `recht`."""

    sleutel: str
    recht: Deelrecht


def deelnemers(opslag: Opslag, concept: int) -> Mapping[str, Deelrecht]:
    """Account -> right, of everybody with whom the draft is shared."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("concept/deel"), {"concept": concept}).fetchall()
    return {account: Deelrecht(recht) for account, recht in rijen}


def gedeeld_met(opslag: Opslag, account: str) -> Mapping[int, Deelrecht]:
    """Draft -> right, of everything that was shared with the account."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("concept/gedeeld_met"), {"account": account}).fetchall()
    return {concept: Deelrecht(recht) for concept, recht in rijen}


def zet_deelnemer(opslag: Opslag, concept: int, account: str, recht: Deelrecht | None) -> None:
    """Give the account this right, or (None) take it away."""
    waarden: dict[str, object] = {"concept": concept, "account": account}
    with opslag.schrijven() as cursor:
        if recht is None:
            cursor.execute(sql("concept/neem_deel_uit"), waarden)
        else:
            cursor.execute(sql("concept/zet_deel"), {**waarden, "recht": recht.value})


def link_van(opslag: Opslag, concept: int) -> Link | None:
    """The link of the draft; None without one."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("concept/link"), {"concept": concept}).fetchall()
    return Link(sleutel=rijen[0][0], recht=Deelrecht(rijen[0][1])) if rijen else None


def zet_link(opslag: Opslag, concept: int, link: Link | None) -> None:
    """Give the draft this link in place of an earlier one, or (None) none."""
    with opslag.schrijven() as cursor:
        if link is None:
            cursor.execute(sql("concept/neem_link_uit"), {"concept": concept})
        else:
            cursor.execute(
                sql("concept/zet_link"),
                {"concept": concept, "sleutel": link.sleutel, "recht": link.recht.value},
            )
