"""The sentences of the board: what a change did, in words, from the numbers. No calculation."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.wijziging import Wijziging
from sturing.engine.effecten import Effecten, Opdrachtregel
from sturing.services import notatie
from sturing.services.namen import Namen
from sturing.services.wijzigingszinnen import wijzigingszin as wijzigingszin

WETTELIJK_GRENS = "Wettelijk werk gaat voor; zet die instelling uit om dit te veranderen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beweging:
    """An opdracht that is granted more or less: its row after (of before when it no longer claims),
    and the difference, after less before."""

    regel: Opdrachtregel
    uren_honderdste: int
    cent: int

    @property
    def opdracht(self) -> OpdrachtCode:
        return self.regel.opdracht


def winnaars_en_verliezers(
    voor: Effecten, na: Effecten
) -> tuple[tuple[Beweging, ...], tuple[Beweging, ...]]:
    """What was granted more hours or euros than before, and what was granted fewer: one rule with
    besluitrecht.verliezen, which says whose agreement is asked.

    Who gains of the one and loses of the other stands in both. Largest change of hours first, then
    of euros, ties in order; what no longer claims loses all that it had.
    """
    oud = {r.opdracht: r for r in voor.opdrachten}
    nieuw = {r.opdracht for r in na.opdrachten}
    alle = [_beweging(oud.get(r.opdracht), r) for r in na.opdrachten]
    alle += [_beweging(r, None) for r in voor.opdrachten if r.opdracht not in nieuw]
    meer = [b for b in alle if b.uren_honderdste > 0 or b.cent > 0]
    minder = [b for b in alle if b.uren_honderdste < 0 or b.cent < 0]
    meer.sort(key=lambda b: (-b.uren_honderdste, -b.cent, b.regel.plaats))
    minder.sort(key=lambda b: (b.uren_honderdste, b.cent, b.regel.plaats))
    return tuple(meer), tuple(minder)


def _beweging(voor: Opdrachtregel | None, na: Opdrachtregel | None) -> Beweging:
    regel = na or voor
    assert regel is not None
    return Beweging(
        regel=regel,
        uren_honderdste=(na.toegekend_honderdste if na else 0)
        - (voor.toegekend_honderdste if voor else 0),
        cent=(na.toegekend_cent if na else 0) - (voor.toegekend_cent if voor else 0),
    )


def _krijgen(meer: Sequence[Beweging]) -> str:
    """`2 opdrachten krijgen meer uren`."""
    wat = _middel([b.uren_honderdste > 0 for b in meer])
    return f"{notatie.aantal(len(meer), 'opdracht krijgt', 'opdrachten krijgen')} meer {wat}"


def leveren(minder: Sequence[Beweging]) -> str:
    """`1 opdracht levert uren in`, or `geld` when it is only that."""
    wat = _middel([b.uren_honderdste < 0 for b in minder])
    return f"{notatie.aantal(len(minder), 'opdracht levert', 'opdrachten leveren')} {wat} in"


def _middel(uren: Sequence[bool]) -> str:
    """Of what each of them gets more or fewer: hours (perhaps with euros), or euros only."""
    if all(uren):
        return "uren"
    return "uren of geld" if any(uren) else "geld"


def alle_zijn(effecten: Effecten, hoe: str) -> str:
    """The sentence that every opdracht with a status is `hoe`; the others ask nothing."""
    met_vraag = sum(r.status is not None for r in effecten.opdrachten)
    alle = met_vraag == len(effecten.opdrachten)
    if met_vraag == 1:
        return f"De enige opdracht{'' if alle else ' die uren of geld vraagt'} is {hoe}."
    aantal = notatie.getal(met_vraag)
    return f"Alle {aantal} opdrachten{'' if alle else ' die uren of geld vragen'} zijn {hoe}."


def stand_zin(effecten: Effecten, *, deel: bool = False) -> str:
    """The h1 of a board without changes: where the line is and what falls short. `deel`: the
    reader sees only a part of the opdrachten, and the counts are of that part."""
    aantal = notatie.getal(len(effecten.opdrachten))
    if not any(r.status for r in effecten.opdrachten):
        return "Geen opdracht vraagt nu uren of geld."
    druk = sum(r.status is Haalbaarheid.ONDER_DRUK for r in effecten.opdrachten)
    niet = sum(r.status is Haalbaarheid.NIET_HAALBAAR for r in effecten.opdrachten)
    if not druk and not niet:
        return alle_zijn(effecten, "haalbaar")
    begin = (
        f"Tot en met plaats {effecten.lijn} is alles haalbaar."
        if effecten.lijn
        else "Al vanaf plaats 1 is niet alles haalbaar."
    )
    welke = "opdrachten die u ziet" if deel else "opdrachten"
    if not druk or not niet:
        hoeveel, wat = (niet, "niet haalbaar") if niet else (druk, "onder druk")
        werkwoord = "is er" if hoeveel == 1 else "zijn er"
        return f"{begin} Van de {aantal} {welke} {werkwoord} {notatie.getal(hoeveel)} {wat}."
    return (
        f"{begin} Van de {aantal} {welke} zijn er {notatie.getal(druk)} onder druk "
        f"en {notatie.getal(niet)} niet haalbaar."
    )


def effect_zin(voor: Effecten, na: Effecten, laatste: Wijziging | None, namen: Namen) -> str:
    """The h1 after changes: what the last moved opdracht gets, and who gives, in one breath."""
    meer, minder = winnaars_en_verliezers(voor, na)
    code = getattr(laatste, "opdracht", None)
    begin = _over_opdracht(voor, na, code, namen) if code else ""
    if not begin:
        begin = f"{_krijgen(meer)}." if meer else ""
    geeft = tuple(r for r in minder if r.opdracht != code)
    if not meer and not minder:
        return f"{begin} Niemand krijgt meer of minder uren of geld.".strip()
    if not geeft:
        return f"{begin} Geen andere opdracht levert uren of geld in.".strip()
    return f"{begin} {leveren(geeft)}.".strip()


def _over_opdracht(voor: Effecten, na: Effecten, code: str, namen: Namen) -> str:
    oud = next((r for r in voor.opdrachten if r.opdracht == code), None)
    nieuw = next((r for r in na.opdrachten if r.opdracht == code), None)
    naam = namen.opdracht(code)
    if nieuw is None:
        return f"{naam} vraagt geen uren meer." if oud else ""
    toen = oud.toegekend_honderdste if oud else 0
    if nieuw.toegekend_honderdste > toen:
        if nieuw.past:
            return f"{naam} past nu helemaal."
        return f"{naam} krijgt nu {notatie.dekking(nieuw.dekking)} van de uren."
    if nieuw.toegekend_honderdste < toen:
        eerst = notatie.dekking(oud.dekking if oud else None)
        return f"{naam} krijgt minder: {notatie.dekking(nieuw.dekking)}, was {eerst}."
    gelijk = f"{naam} staat op plaats {nieuw.plaats} en krijgt evenveel uren"
    cent = nieuw.toegekend_cent - (oud.toegekend_cent if oud else 0)
    return f"{gelijk}, en {'meer' if cent > 0 else 'minder'} geld." if cent else f"{gelijk}."


def gevolgzin(voor: Effecten, na: Effecten, zichtbaar: Container[str] | None) -> str:
    """What a change does to hours, in one breath; only of the opdrachten in `zichtbaar` (None: of
    all). Gain first, then loss, then where the line went."""
    meer, minder = (
        [r for r in rijen if zichtbaar is None or r.opdracht in zichtbaar]
        for rijen in winnaars_en_verliezers(voor, na)
    )
    delen = []
    if meer:
        delen.append(f"{_krijgen(meer)}.")
    if minder:
        delen.append(f"{leveren(minder)}.")
    if not delen:
        delen.append("Niemand krijgt meer of minder uren of geld.")
    if zichtbaar is None and na.lijn != voor.lijn:
        delen.append(f"De lijn ligt op {na.lijn}, was {voor.lijn}.")
    return " ".join(delen)


def aankondiging(
    voor: Effecten, na: Effecten, opdracht: str, oude_plaats: int, namen: Namen
) -> str:
    """What a screen reader hears after one move, against the state before that move."""
    regel = next(r for r in na.opdrachten if r.opdracht == opdracht)
    delen = [f"{namen.opdracht(opdracht)} staat op plaats {regel.plaats}, was {oude_plaats}."]
    eerst = next((r for r in voor.opdrachten if r.opdracht == opdracht), None)
    if regel.past and eerst is not None and not eerst.past:
        delen.append("Past nu helemaal.")
    _, minder = winnaars_en_verliezers(voor, na)
    anderen = [r for r in minder if r.opdracht != opdracht]
    if anderen:
        delen.append(f"{leveren(anderen)}.")
    if na.lijn != voor.lijn:
        delen.append(f"De lijn ligt nu op {na.lijn}.")
    return " ".join(delen)
