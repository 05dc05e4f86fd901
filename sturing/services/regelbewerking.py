"""The lines of a draft: adding, replacing, switching, removing, and taking over the value of now.

Owns that a change of the same kind on the same object right after another takes its place, that a
change which does nothing leaves no line, and that a change which does not fit is refused with its
reason before it is stored. Another line may stop fitting by it: that is shown at that line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sturing.domain.scenario import Regel, actief
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Start, Wijziging
from sturing.engine.oude_waarde import doel, doet_niets, met_oude_waarde
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.errors import InvoerError
from sturing.services.bordzinnen import gevolgzin
from sturing.services.concept import Verplaatsing, in_concept, uitkomst_van
from sturing.services.conceptregels import kosten_per_regel, leesbare_reden
from sturing.services.knopstand import Knopstand
from sturing.services.namen import namen_van
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.wijzigingszinnen import wijzigingszin
from sturing.store import concepten
from sturing.store.concepten import Concept

WEG = "Deze wijziging staat niet meer in het concept."
AL_ZO = "Dit is al zo; er verandert niets."

Maak = Callable[[Knopstand], Sequence[Wijziging]]
"""Makes the changes from the result under them. Raises InvoerError, and nothing is stored."""


def knopstand(
    basis: Basis, wie: Wie, regels: Sequence[Regel], vorige: Uitkomst | None = None
) -> Knopstand:
    """The result of the lines that are on, as a knob starts from it; `vorige` is a result with the
    same changes of facts, of which the arrays can be used again."""
    wijzigingen = actief(regels)
    if not wijzigingen:
        return Knopstand(basis=basis, wie=wie, na=basis.uitkomst)
    horizon = basis.uitkomst.horizon
    na = reken(basis.plan, horizon, wijzigingen, basis=vorige or basis.uitkomst)
    return Knopstand(basis=basis, wie=wie, na=na)


def leg_vast(
    omgeving: Omgeving,
    wie: Wie,
    versie: int | None,
    maak: Maak,
    horizon: Horizon | None = None,
    *,
    regel: int | None = None,
) -> Verplaatsing:
    """Add what `maak` makes at the end of the draft, or put it in the place of line `regel`.

    Raises InvoerError for what cannot be read and RechtError for who may have no draft; a rule that
    forbids it is a refusal in words. Nothing is stored then.
    """
    basis = omgeving.basis(horizon)

    def doe(concept: Concept) -> Verplaatsing:
        nu = uitkomst_van(omgeving, basis, concept)
        voorstel = stel_voor(basis, wie, concept.regels, nu, maak, regel)
        if voorstel is None:
            return Verplaatsing(geweigerd=WEG)
        if voorstel.regels == concept.regels:
            return Verplaatsing(geweigerd=AL_ZO)
        if voorstel.past_niet:
            return Verplaatsing(geweigerd=voorstel.past_niet)
        zin = voorstel.zin or "Weer zoals het was"
        return _bewaar(omgeving, wie, basis, concept, voorstel.regels, nu, voorstel.straks, zin)

    return in_concept(omgeving, wie, versie, doe)


Nieuw = tuple[Wijziging, ...]
Lijst = tuple[Regel | Wijziging, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """The list as it would become, its result, and why a new change would not fit (empty: fits)."""

    regels: Lijst
    nieuw: Nieuw
    straks: Uitkomst
    past_niet: str

    @property
    def zin(self) -> str:
        """The new changes as the list will show them."""
        namen = namen_van(self.straks.stand.plan)
        kosten = kosten_per_regel(self.straks.stand.kosten)
        plek = {id(x): i for i, x in enumerate(_aan(self.regels))}
        return "; ".join(
            wijzigingszin(x, namen, kosten.get(plek.get(id(x), -1))) for x in self.nieuw
        )


def stel_voor(
    basis: Basis,
    wie: Wie,
    regels: tuple[Regel, ...],
    nu: Uitkomst,
    maak: Maak,
    regel: int | None = None,
) -> Voorstel | None:
    """What `leg_vast` would store; None when line `regel` is gone. Stores nothing."""
    if regel is None:
        straks_regels, nieuw = _erbij(basis, wie, regels, nu, maak)
    else:
        plek = _plek(regels, regel)
        if plek is None:
            return None
        straks_regels, nieuw = _vervangen(basis, wie, regels, plek, maak)
    straks = reken(basis.plan, nu.horizon, _aan(straks_regels), basis=nu)
    return Voorstel(
        regels=straks_regels,
        nieuw=nieuw,
        straks=straks,
        past_niet=_past_niet(straks, straks_regels, nieuw),
    )


def _erbij(
    basis: Basis, wie: Wie, regels: tuple[Regel, ...], nu: Uitkomst, maak: Maak
) -> tuple[Lijst, Nieuw]:
    """The lines with the new ones; the same kind on the same object right before makes way."""
    nieuw = tuple(maak(Knopstand(basis=basis, wie=wie, na=nu)))
    rest = regels
    if over := _voorganger(regels, nieuw):
        eerder = regels[:-over]
        try:
            nieuw, rest = tuple(maak(knopstand(basis, wie, eerder, nu))), eerder
        except InvoerError:
            # Without the earlier change there is nothing to do: parked and started is as it was.
            if not any(isinstance(x, Start) and x.plaats is not None for x in nieuw):
                nieuw, rest = (), eerder
    nieuw = tuple(x for x in nieuw if not doet_niets(x))
    return (*rest, *nieuw), nieuw


def _voorganger(regels: Sequence[Regel], nieuw: Nieuw) -> int:
    """How many of the last lines are about exactly what the new ones are about; else 0."""
    laatste = regels[-len(nieuw) :] if nieuw else ()
    if len(laatste) < len(nieuw) or not all(regel.aan for regel in laatste):
        return 0
    zelfde = {doel(r.wijziging) for r in laatste} == {doel(w) for w in nieuw}
    return len(nieuw) if zelfde else 0


def _vervangen(
    basis: Basis, wie: Wie, regels: tuple[Regel, ...], plek: int, maak: Maak
) -> tuple[Lijst, Nieuw]:
    nieuw = tuple(x for x in maak(knopstand(basis, wie, regels[:plek])) if not doet_niets(x))
    eigen: Lijst = tuple(replace(regels[plek], wijziging=x) for x in nieuw)
    return (*regels[:plek], *eigen, *regels[plek + 1 :]), nieuw


def _plek(regels: Sequence[Regel], nr: int) -> int | None:
    return next((i for i, regel in enumerate(regels) if regel.nr == nr), None)


def _aan(regels: Lijst) -> Nieuw:
    """The changes that count, of lines and of changes that have no line yet."""
    return tuple(
        r.wijziging if isinstance(r, Regel) else r
        for r in regels
        if not isinstance(r, Regel) or r.aan
    )


def _past_niet(straks: Uitkomst, regels: Lijst, nieuw: Nieuw) -> str:
    """Why one of the new changes does not fit; empty when they all do, or are off."""
    redenen = {c.index: c.reden for c in straks.stand.conflicten}
    namen = namen_van(straks.stand.plan)
    return next(
        (
            leesbare_reden(redenen[i], x, namen)
            for i, x in enumerate(_aan(regels))
            if i in redenen and any(x is y for y in nieuw)
        ),
        "",
    )


def _bewaar(
    omgeving: Omgeving,
    wie: Wie,
    basis: Basis,
    concept: Concept,
    regels: Lijst,
    nu: Uitkomst,
    straks: Uitkomst,
    zin: str,
) -> Verplaatsing:
    nieuw = concepten.vervang(omgeving.opslag, concept.id, regels, concept.versie, door=wie.account)
    # Kept for the board that is drawn next; the arrays of `straks` are used again.
    uitkomst_van(omgeving, basis, nieuw, straks)
    stand = Knopstand(basis=basis, wie=wie, na=straks)
    gevolg = gevolgzin(nu.effecten, straks.effecten, None if stand.totalen else stand.opdrachten)
    return Verplaatsing(aankondiging=f"{zin}. {gevolg}" if zin else gevolg)


def _op_regel(
    omgeving: Omgeving,
    wie: Wie,
    versie: int,
    nr: int,
    horizon: Horizon | None,
    doe_met: Callable[[Basis, tuple[Regel, ...], int], tuple[tuple[Regel, ...], str]],
) -> Verplaatsing:
    """Change the list around line `nr`, whatever that does to the other lines."""
    basis = omgeving.basis(horizon)

    def doe(concept: Concept) -> Verplaatsing:
        plek = _plek(concept.regels, nr)
        if plek is None:
            return Verplaatsing(geweigerd=WEG)
        nu = uitkomst_van(omgeving, basis, concept)
        regels, zin = doe_met(basis, concept.regels, plek)
        if regels == concept.regels:
            return Verplaatsing(geweigerd=AL_ZO)
        straks = reken(basis.plan, nu.horizon, actief(regels), basis=nu)
        return _bewaar(omgeving, wie, basis, concept, regels, nu, straks, zin)

    return in_concept(omgeving, wie, versie, doe)


def zet_regel(
    omgeving: Omgeving,
    wie: Wie,
    versie: int,
    nr: int,
    aan: bool,
    horizon: Horizon | None = None,
) -> Verplaatsing:
    """Switch line `nr` on or off; it keeps its place in the list."""

    def doe(_: Basis, regels: tuple[Regel, ...], plek: int) -> tuple[tuple[Regel, ...], str]:
        nieuw = replace(regels[plek], aan=aan)
        woord = "telt weer mee" if aan else "staat uit en telt niet mee"
        return (*regels[:plek], nieuw, *regels[plek + 1 :]), f"Wijziging {plek + 1} {woord}"

    return _op_regel(omgeving, wie, versie, nr, horizon, doe)


def verwijder_regel(
    omgeving: Omgeving, wie: Wie, versie: int, nr: int, horizon: Horizon | None = None
) -> Verplaatsing:
    """Take line `nr` out; the others are replayed."""

    def doe(_: Basis, regels: tuple[Regel, ...], plek: int) -> tuple[tuple[Regel, ...], str]:
        return (*regels[:plek], *regels[plek + 1 :]), f"Wijziging {plek + 1} is weggehaald"

    return _op_regel(omgeving, wie, versie, nr, horizon, doe)


def ververs_regel(
    omgeving: Omgeving, wie: Wie, versie: int, nr: int, horizon: Horizon | None = None
) -> Verplaatsing:
    """Give line `nr` the old value that the lines before it leave now, so that it fits again."""

    def doe(basis: Basis, regels: tuple[Regel, ...], plek: int) -> tuple[tuple[Regel, ...], str]:
        onder = knopstand(basis, wie, regels[:plek]).na
        nieuw = replace(
            regels[plek], wijziging=met_oude_waarde(onder.stand, regels[plek].wijziging)
        )
        zin = f"Wijziging {plek + 1} gaat nu uit van de waarde van nu"
        return (*regels[:plek], nieuw, *regels[plek + 1 :]), zin

    return _op_regel(omgeving, wie, versie, nr, horizon, doe)
