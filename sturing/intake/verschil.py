"""The difference of an upload as a person reads it, and whether it removes much.

Owns: counting. Parts of one row count once; Inzet rows of the same opdracht and team of which only
window or hours changed count as changed; a row that only moved to another code does not count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import BladVerschil, Rij, Waarde
from sturing.domain.normen import GROTE_VERWIJDERING_PCT
from sturing.intake.aaneen import ketens, voeg_aaneen
from sturing.intake.codes import Code
from sturing.intake.melding import meld
from sturing.intake.samenvoegen import Bladstand, Sleutel, Wissel, bereik_van, sleutel_van
from sturing.intake.schema import Vervanging

_GROEP = {
    "Inzet": ("opdracht", "team"),
    "Capaciteit": ("team", "soort"),
    "Teamrollen": ("medewerker", "team"),
}
"""Rows in parts are joined and compared within these fields."""

_GENOEMD = 10
"""Teams and years that the message names; more are counted."""


def tel_verschil(
    stand: Bladstand, opgeslagen: Sequence[Rij], hernoemd: Sequence[str] = ()
) -> BladVerschil:
    """Counts of one sheet. `opgeslagen` are the stored rows before, under their new codes.

    `hernoemd` are the new codes of rows of this sheet: such a row counts as changed, the rows on
    other sheets that moved with it do not.
    """
    blad = stand.blad
    if not blad.met_volgnr:
        veranderd = {sleutel_van(blad, w.nieuw)[0] for w in stand.wissels if w.nieuw}
        return BladVerschil(
            blad=blad.naam,
            nieuw=sum(1 for w in stand.wissels if w.oud is None),
            gewijzigd=sum(1 for w in stand.wissels if w.oud and w.nieuw)
            + len(set(hernoemd) - veranderd),
            vervallen=sum(1 for w in stand.wissels if w.nieuw is None),
            blijft=stand.blijft,
        )
    velden = _GROEP[blad.naam]

    def groep(rij: Rij) -> Sleutel:
        return tuple(rij[veld] for veld in velden)

    geraakt = {groep(rij) for wissel in stand.wissels for rij in (wissel.oud, wissel.nieuw) if rij}
    voor = voeg_aaneen(blad.naam, (rij for rij in opgeslagen if groep(rij) in geraakt))
    na = voeg_aaneen(blad.naam, (rij for rij in stand.stand if groep(rij) in geraakt))
    oud, nieuw = _zonder_gelijke(voor, na)
    gewijzigd = 0
    trappen: list[Callable[[Rij], Sleutel]] = [lambda rij: sleutel_van(blad, rij)]
    if blad.naam == "Inzet":
        trappen.append(groep)
    for trap in trappen:
        paren, oud, nieuw = _paar(oud, nieuw, trap)
        gewijzigd += paren
    return BladVerschil(
        blad=blad.naam, nieuw=len(nieuw), gewijzigd=gewijzigd, vervallen=len(oud), blijft=0
    )


def _zonder_gelijke(voor: Sequence[Rij], na: Sequence[Rij]) -> tuple[list[Rij], list[Rij]]:
    """Both lists without the rows that stand in both."""

    def waarden(rij: Rij) -> tuple[tuple[str, Waarde], ...]:
        return tuple(sorted(rij.items()))

    gemeen = Counter(map(waarden, voor)) & Counter(map(waarden, na))
    resten: list[list[Rij]] = []
    for rijen in (voor, na):
        over = Counter(gemeen)
        rest: list[Rij] = []
        for rij in rijen:
            if over[waarden(rij)] > 0:
                over[waarden(rij)] -= 1
            else:
                rest.append(rij)
        resten.append(rest)
    return resten[0], resten[1]


def _paar(
    oud: Sequence[Rij], nieuw: Sequence[Rij], sleutel: Callable[[Rij], Sleutel]
) -> tuple[int, list[Rij], list[Rij]]:
    """How many old and new rows pair by `sleutel`, and the rows that found no partner."""
    wachtend: dict[Sleutel, list[Rij]] = defaultdict(list)
    for rij in oud:
        wachtend[sleutel(rij)].append(rij)
    over: list[Rij] = []
    for rij in nieuw:
        kandidaten = wachtend.get(sleutel(rij))
        if kandidaten:
            kandidaten.pop(0)
        else:
            over.append(rij)
    rest = [rij for rijen in wachtend.values() for rij in rijen]
    return len(nieuw) - len(over), rest, over


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verlies:
    """Rows of one sheet, or of one team and year of it, that vanish, of all in that scope."""

    wat: str
    vervallen: int
    van: int

    @property
    def groot(self) -> bool:
        return self.vervallen * 100 > self.van * GROTE_VERWIJDERING_PCT

    def __str__(self) -> str:
        return f"{self.wat} {self.vervallen} van {self.van}"


def grote_verwijdering(
    standen: Iterable[Bladstand], verschillen: Iterable[BladVerschil]
) -> Bevinding | None:
    """The finding that over 10% of the rows in scope vanish, per sheet or per team and year."""
    delen: list[str] = []
    bladen: list[str] = []
    for stand, verschil in zip(standen, verschillen, strict=True):
        if stand.blad.vervanging is Vervanging.BIJWERKEN:
            continue
        naam = stand.blad.naam
        totaal = _Verlies(
            wat=f"blad {naam}",
            vervallen=verschil.vervallen,
            van=max(verschil.vervallen, _gelezen_rijen(stand)),
        )
        per_team = [verlies for verlies in _per_team_en_jaar(stand) if verlies.groot]
        if not totaal.groot and not per_team:
            continue
        bladen.append(naam)
        zin = str(totaal)
        if per_team:
            zin += f" ({'; '.join(str(verlies) for verlies in per_team[:_GENOEMD])}"
            if len(per_team) > _GENOEMD:
                zin += f"; en nog {len(per_team) - _GENOEMD} keer"
            zin += ")"
        delen.append(zin)
    if not delen:
        return None
    return meld(
        Code.GROTE_VERWIJDERING,
        f"door deze levering vervalt meer dan {GROTE_VERWIJDERING_PCT}% van de rijen: "
        f"{'; '.join(delen)}.",
        "Bevestig dat dit de bedoeling is.",
        blad=bladen[0] if len(bladen) == 1 else None,
    )


def _gelezen_rijen(stand: Bladstand) -> int:
    return len(ketens(stand.blad.naam, stand.in_bereik))


def _per_team_en_jaar(stand: Bladstand) -> list[_Verlies]:
    if stand.blad.bereik != ("team", "jaar"):
        return []
    van = Counter(bereik_van(stand.blad, rij) for rij in stand.in_bereik)
    return [
        _Verlies(wat=f"team {bereik[0]} in {bereik[1]}", vervallen=aantal, van=van[bereik])
        for bereik, aantal in sorted(_vervallen(stand).items(), key=lambda paar: str(paar[0]))
    ]


def _vervallen(stand: Bladstand) -> Counter[Sleutel]:
    """Vanished parts per (team, year), less those that an Inzet row of the opdracht follows up."""
    per_opdracht = stand.blad.naam == "Inzet"

    def groep(rij: Rij) -> Sleutel:
        return (*bereik_van(stand.blad, rij), rij["opdracht"] if per_opdracht else None)

    weg = Counter(groep(w.oud) for w in stand.wissels if w.oud is not None and _alleen_oud(w))
    if per_opdracht:
        weg -= Counter(groep(w.nieuw) for w in stand.wissels if w.nieuw and w.oud is None)
    per_bereik: Counter[Sleutel] = Counter()
    for sleutel, aantal in weg.items():
        per_bereik[sleutel[:-1]] += aantal
    return per_bereik


def _alleen_oud(wissel: Wissel) -> bool:
    return wissel.nieuw is None
