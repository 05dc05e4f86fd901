"""The sentences of the board: what a change did, in words, from the numbers. No calculation."""

from __future__ import annotations

from collections.abc import Container

from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.wijziging import Wijziging
from sturing.engine.effecten import Effecten, Opdrachtregel
from sturing.services import notatie
from sturing.services.namen import Namen
from sturing.services.wijzigingszinnen import wijzigingszin as wijzigingszin

WETTELIJK_GRENS = "Wettelijk werk gaat voor; zet die instelling uit om dit te veranderen."


def winnaars_en_verliezers(
    voor: Effecten, na: Effecten
) -> tuple[tuple[Opdrachtregel, ...], tuple[Opdrachtregel, ...]]:
    """Rows (after) that were granted more hours than before, and rows granted fewer.

    An opdracht that no longer claims is a loser with its row of before; one that newly claims is a
    winner when it is granted hours. Largest change first, ties in order.
    """
    oud = {r.opdracht: r for r in voor.opdrachten}
    nieuw = {r.opdracht: r for r in na.opdrachten}
    meer: list[tuple[int, int, Opdrachtregel]] = []
    minder: list[tuple[int, int, Opdrachtregel]] = []
    for regel in na.opdrachten:
        eerst = oud.get(regel.opdracht)
        verschil = regel.toegekend_honderdste - (eerst.toegekend_honderdste if eerst else 0)
        if verschil > 0:
            meer.append((-verschil, regel.plaats, regel))
        elif verschil < 0:
            minder.append((verschil, regel.plaats, regel))
    for regel in voor.opdrachten:
        if regel.opdracht not in nieuw and regel.toegekend_honderdste > 0:
            minder.append((-regel.toegekend_honderdste, regel.plaats, regel))
    return (
        tuple(r for _, _, r in sorted(meer, key=lambda t: t[:2])),
        tuple(r for _, _, r in sorted(minder, key=lambda t: t[:2])),
    )


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
        n = len(meer)
        begin = (
            f"{notatie.aantal(n, 'opdracht krijgt', 'opdrachten krijgen')} meer uren." if n else ""
        )
    geeft = tuple(r for r in minder if r.opdracht != code)
    if not meer and not minder:
        return f"{begin} Niemand krijgt meer of minder uren.".strip()
    if not geeft:
        return f"{begin} Geen andere opdracht levert uren in.".strip()
    zin = notatie.aantal(len(geeft), "opdracht levert uren in", "opdrachten leveren uren in")
    return f"{begin} {zin[0].upper()}{zin[1:]}.".strip()


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
        return f"{naam} krijgt nu {notatie.pct(nieuw.dekking)} van de uren."
    if nieuw.toegekend_honderdste < toen:
        eerst = notatie.pct(oud.dekking if oud else None)
        return f"{naam} krijgt minder: {notatie.pct(nieuw.dekking)}, was {eerst}."
    return f"{naam} staat op plaats {nieuw.plaats} en krijgt evenveel uren."


def gevolgzin(voor: Effecten, na: Effecten, zichtbaar: Container[str] | None) -> str:
    """What a change does to hours, in one breath; only of the opdrachten in `zichtbaar` (None: of
    all). Gain first, then loss, then where the line went."""
    meer, minder = (
        [r for r in rijen if zichtbaar is None or r.opdracht in zichtbaar]
        for rijen in winnaars_en_verliezers(voor, na)
    )
    delen = []
    if meer:
        zin = notatie.aantal(len(meer), "opdracht krijgt", "opdrachten krijgen")
        delen.append(f"{zin} meer uren.")
    if minder:
        zin = notatie.aantal(len(minder), "opdracht levert", "opdrachten leveren")
        delen.append(f"{zin} uren in.")
    if not delen:
        delen.append("Niemand krijgt meer of minder uren.")
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
        zin = notatie.aantal(len(anderen), "opdracht levert", "opdrachten leveren")
        delen.append(f"{zin} uren in.")
    if na.lijn != voor.lijn:
        delen.append(f"De lijn ligt nu op {na.lijn}.")
    return " ".join(delen)
