"""Undoing a levering: what it would do, whether it may, and doing it as a new numbered levering.

Owns the rules of werkboek.md for undoing: no later levering touched one of the same scopes; only
its own scopes go back; a decision taken in between stays, and is itself never undone. Undoing is
the exact reverse of the rows that the levering changed, so nothing else can change. The rights
are those of bringing these rows, asked now. No units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sturing.domain.levering import Bereik, BladVerschil, Levering, Mutatie, gedeeld
from sturing.domain.wie import Wie
from sturing.errors import ConflictError, InvoerError, RechtError, SturingError
from sturing.intake.hernoemen import hernoemingen
from sturing.intake.standverschil import Standverschil, na_mutaties, verschil_tussen
from sturing.intake.verwijdering import verlies_door_mutaties
from sturing.services import notatie, toestanden
from sturing.services.bereiktekst import in_woorden
from sturing.services.bewaren import bewaar
from sturing.services.leverrechten import buiten_recht, eis_leveren
from sturing.services.omgeving import Omgeving
from sturing.services.samenhang import verbroken
from sturing.store import leveringen as register
from sturing.store.controle import nieuwe_problemen
from sturing.store.rijen import lees_bladen

GENOEMD = 3
"""So many causes are said; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugdraaiing:
    """What undoing levering `nummer` does to the rows as they stand after `op_levering`.

    `bezwaar` says why it cannot be; None when it can. `na` are all rows after it.
    """

    nummer: int
    op_levering: int
    mutaties: tuple[Mutatie, ...]
    bereiken: tuple[Bereik, ...]
    verschil: tuple[Standverschil, ...]
    voor: toestanden.Toestand
    na: toestanden.Toestand
    bezwaar: SturingError | None

    @property
    def telling(self) -> tuple[BladVerschil, ...]:
        """Counts per sheet, as the register keeps them."""
        return tuple(v.telling for v in self.verschil)


def bekijk(omgeving: Omgeving, wie: Wie, nummer: int) -> Terugdraaiing:
    """What undoing would do; stores nothing.

    Raises InvoerError for a levering that does not exist and RechtError without any right to
    deliver; every other reason why it cannot be is `bezwaar`.
    """
    eis_leveren(wie)
    toestanden.eis_nummer(omgeving, nummer)
    op_levering = omgeving.nummer()
    voor = lees_bladen(omgeving.opslag)
    terug = tuple(
        Mutatie(blad=m.blad, oud=m.nieuw, nieuw=m.oud)
        for m in toestanden.mutaties(omgeving, nummer)
    )
    bezwaar = later_geraakt(omgeving, nummer)
    na: toestanden.Toestand = voor
    verschil: tuple[Standverschil, ...] = ()
    if bezwaar is None and not terug:
        bezwaar = _niets(nummer)
    if bezwaar is None:
        na = na_mutaties(voor, terug)
        verschil = verschil_tussen(voor, na, hernoemingen(terug))
        bezwaar = _geen_recht(omgeving, wie, nummer, terug, voor) or _verbreekt(
            omgeving, nummer, terug, na
        )
    return Terugdraaiing(
        nummer=nummer,
        op_levering=op_levering,
        mutaties=terug,
        bereiken=toestanden.bereiken(omgeving, nummer, nummer)[nummer],
        verschil=verschil,
        voor=voor,
        na=na,
        bezwaar=bezwaar,
    )


def maak_ongedaan(omgeving: Omgeving, wie: Wie, nummer: int, op_levering: int) -> Levering:
    """Undo levering `nummer` as the next levering, as it was looked at after `op_levering`.

    Raises ConflictError when a later levering touched one of the same scopes (the message names it
    and its owner), when something stored since needs its rows, when it was undone already, or when
    another levering came after `op_levering`; RechtError for rows outside the right of `wie`. Then
    nothing is stored.
    """
    terugdraaiing = bekijk(omgeving, wie, nummer)
    if terugdraaiing.op_levering != op_levering:
        raise ConflictError(
            f"Intussen is levering {terugdraaiing.op_levering} opgeslagen.",
            hint="Bekijk het verschil opnieuw. Er is niets opgeslagen.",
        )
    if terugdraaiing.bezwaar is not None:
        raise terugdraaiing.bezwaar
    return bewaar(
        omgeving,
        wie,
        bestanden=(),
        mutaties=terugdraaiing.mutaties,
        verschil=terugdraaiing.telling,
        bereiken=terugdraaiing.bereiken,
        op_levering=op_levering,
        maakt_ongedaan=nummer,
    )


def grote_verwijdering(terugdraaiing: Terugdraaiing) -> str:
    """What is to be confirmed when more than 10% of the rows in scope vanish, by the rule of an
    upload; else empty."""
    delen = verlies_door_mutaties(terugdraaiing.voor, terugdraaiing.mutaties, terugdraaiing.telling)
    return f"Ik zie dat veel rijen vervallen: {'; '.join(delen)}." if delen else ""


def later_geraakt(omgeving: Omgeving, nummer: int) -> SturingError | None:
    """Why levering `nummer` can no longer be undone because of what came after it; None if it can.

    Looks at scopes alone, so it is quick: whether codes are still needed, says `bekijk`.
    """
    lijst = {item.nummer: item for item in register.lijst(omgeving.opslag)}
    tellend = in_werking(lijst.values())
    if lijst[nummer].besluit is not None:
        return ConflictError(
            f"Levering {nummer} is besluit {lijst[nummer].besluit} en kan niet ongedaan worden "
            "gemaakt.",
            hint="Een besluit blijft staan. Wilt u het anders? Leg dan een nieuw voorstel voor.",
        )
    door = ongedaan_door(lijst.values()).get(nummer)
    if door is not None:
        return ConflictError(
            f"Levering {nummer} is al ongedaan gemaakt, door levering {door} van "
            f"{lijst[door].naam}.",
            hint=f"Wilt u haar terug? Maak dan levering {door} ongedaan.",
        )
    per_levering = toestanden.bereiken(omgeving, nummer, omgeving.nummer())
    eigen = per_levering[nummer]
    if not eigen:
        return _niets(nummer)
    for later in sorted((per_levering.keys() & tellend) - {nummer}, reverse=True):
        geraakt = gedeeld(eigen, per_levering[later])
        if geraakt:
            return ConflictError(
                f"Levering {nummer} kan niet meer ongedaan worden gemaakt.",
                f"{levering_van(lijst[later])} is later en raakte hetzelfde: "
                f"{in_woorden(geraakt)}.",
                f"Maak eerst levering {later} ongedaan, of vraag dat aan {lijst[later].naam}."
                if lijst[later].besluit is None
                else "Een besluit blijft staan. Wijzig deze rijen met een nieuw bestand.",
            )
    return None


def in_werking(leveringen: Iterable[Levering]) -> set[int]:
    """The numbers of the leveringen that count, of a whole register.

    A levering that was undone and the one that undid it leave everything as it was before both, so
    neither stands in the way of undoing an earlier one.
    """
    alle = tuple(leveringen)
    door = ongedaan_door(alle)
    return {item.nummer for item in alle} - door.keys() - set(door.values())


def ongedaan_door(leveringen: Iterable[Levering]) -> dict[int, int]:
    """Which levering is undone by which one now; an undoing that was undone itself is none."""
    door: dict[int, int] = {}
    for item in sorted(leveringen, key=lambda item: item.nummer, reverse=True):
        if item.maakt_ongedaan is not None and item.nummer not in door:
            door[item.maakt_ongedaan] = item.nummer
    return door


def levering_van(levering: Levering) -> str:
    """`Levering 12 van Teamondersteuner ruimte (16 november 2026)`; of a decision `Besluit 3 van
    ...`."""
    dag = notatie.datum_zin(notatie.dag(levering.tijdstip))
    if levering.besluit is not None:
        return f"Besluit {levering.besluit} van {levering.naam} ({dag})"
    return f"Levering {levering.nummer} van {levering.naam} ({dag})"


def _niets(nummer: int) -> SturingError:
    return InvoerError(f"Levering {nummer} veranderde niets. Er is niets om ongedaan te maken.")


def _geen_recht(
    omgeving: Omgeving,
    wie: Wie,
    nummer: int,
    terug: Sequence[Mutatie],
    stand: toestanden.Toestand,
) -> SturingError | None:
    buiten = buiten_recht(omgeving, wie, terug, stand["Teamrollen"])
    if not buiten:
        return None
    bladen = notatie.opsomming(list(dict.fromkeys(m.blad for m in buiten)))
    return RechtError(
        f"U mag levering {nummer} niet ongedaan maken.",
        f"Zij veranderde rijen die buiten uw rol vallen: {bladen}.",
        "Vraag wie haar heeft ingelezen, of een beheerder.",
    )


def _verbreekt(
    omgeving: Omgeving, nummer: int, terug: Sequence[Mutatie], na: toestanden.Toestand
) -> SturingError | None:
    problemen = nieuwe_problemen(omgeving.opslag, terug)
    if not problemen:
        return None
    oorzaken = verbroken(omgeving, nummer, terug, na) or (
        *_sindsdien(omgeving, nummer, terug),
        *problemen,
    )
    return ConflictError(
        f"Levering {nummer} kan niet meer ongedaan worden gemaakt: het plan klopt dan niet meer.",
        " ".join(oorzaken[:GENOEMD])
        + (f" En nog {len(oorzaken) - GENOEMD} keer." if len(oorzaken) > GENOEMD else ""),
        "Pas die rijen eerst aan met een nieuw bestand, of maak die levering eerst ongedaan.",
    )


def _sindsdien(omgeving: Omgeving, nummer: int, terug: Sequence[Mutatie]) -> Iterator[str]:
    """The last levering since that touched one of these sheets: there the rule was last in play."""
    bladen = {m.blad for m in terug}
    per_levering = toestanden.bereiken(omgeving, nummer + 1, omgeving.nummer())
    lijst = {item.nummer: item for item in register.lijst(omgeving.opslag)}
    for later in sorted(per_levering, reverse=True):
        geraakt = [b for b in per_levering[later] if b.blad in bladen]
        if geraakt:
            yield f"{levering_van(lijst[later])} raakte daarna {in_woorden(geraakt)}."
            return
