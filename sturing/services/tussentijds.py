"""Two uploads at once: who stored what while a file was being looked at, in words.

Owns telling the second that the first was there, and whether it touched the same rows. Names sheets
and codes of scopes, never the contents of a row. Must never judge or store.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sturing.domain.levering import Bereik, gedeeld
from sturing.domain.wie import Wie
from sturing.services import toestanden
from sturing.services.bereiktekst import in_woorden
from sturing.services.omgeving import Omgeving
from sturing.store import leveringen as register

GENOEMD = 5
"""So many leveringen are told one by one; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tussentijds:
    """What came in between, one sentence per levering, and what it means for who reads it.

    `zelfde` says whether any of it touched rows that the own file touches as well.
    """

    zinnen: tuple[str, ...]
    gevolg: str
    zelfde: bool


def tussentijds(
    omgeving: Omgeving, wie: Wie, sinds: int, bereiken: Iterable[Bereik]
) -> Tussentijds | None:
    """The leveringen after number `sinds`; None when there are none.

    `bereiken` are the scopes of the own file as it was judged.
    """
    later = [item for item in register.lijst(omgeving.opslag) if item.nummer > sinds]
    if not later:
        return None
    eigen = tuple(bereiken)
    per_levering = toestanden.bereiken(omgeving, sinds + 1, later[-1].nummer)
    zinnen = []
    for item in later[:GENOEMD]:
        geraakt = per_levering[item.nummer]
        samen = gedeeld(eigen, geraakt)
        wat = in_woorden(samen or geraakt)
        naam = "heeft u" if item.account == wie.account else f"heeft {item.naam}"
        zin = f"Intussen {naam} levering {item.nummer} opgeslagen{f': {wat}' if wat else ''}."
        zinnen.append(f"{zin} Dat raakt ook uw bestand." if samen else zin)
    if len(later) > GENOEMD:
        zinnen.append(f"En daarna nog {len(later) - GENOEMD} leveringen.")
    zelfde = any(gedeeld(eigen, per_levering[item.nummer]) for item in later)
    return Tussentijds(
        zinnen=tuple(zinnen),
        gevolg="U ziet nu het nieuwe verschil. Bekijk het en bevestig opnieuw."
        if zelfde
        else "Uw bestand raakt andere rijen. Het is opnieuw gecontroleerd; bevestig opnieuw.",
        zelfde=zelfde,
    )
