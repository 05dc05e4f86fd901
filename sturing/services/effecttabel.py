"""The table of the effect that a reader chose: one dimension, one unit, before, after, difference.

Owns only the shape; the engine decided every number. A column adds up to its total; where an
opdracht counts with more than one key, the total counts it once and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from sturing.domain.codes import TeamCode
from sturing.domain.tijd import Maand
from sturing.engine.effecten import Dimensie, Effecten, Effectregel, Verschilregel, vergelijk_per
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.vraag import som_per
from sturing.services import notatie
from sturing.services.beelden import Effectrij
from sturing.services.bordblik import (
    MAAND,
    TABS,
    Bordblik,
    Eenheid,
    Effecttabel,
    Knelmaand,
    Tabelrij,
)
from sturing.services.effectrijen import Paar, gekozen_sleutels, hele_paren, paren_van, rijen_van
from sturing.services.namen import Namen

KOP = {
    Eenheid.UREN: "Uren toegekend",
    Eenheid.EURO: "Euro's toegekend",
    Eenheid.AANTAL: "Haalbare opdrachten",
}
ZONDER_EURO = frozenset({Dimensie.TEAM, Dimensie.DOMEIN, Dimensie.GEBIED})
"""Euros belong to an opdracht and its programme; they are not divided over these."""
MEER_DAN_EEN = frozenset({Dimensie.TEAM, Dimensie.DOMEIN, Dimensie.GEBIED})
"""An opdracht counts at every key of these of which it asks hours."""
STERKSTE = 4
"""So many team-months stand beside the board; all are in their own table."""

Kneluren = dict[tuple[TeamCode, Maand], int]


def effecttabel(voor: Uitkomst, na: Uitkomst, blik: Bordblik, namen: Namen) -> Effecttabel:
    """The table of `blik`; an unknown tab is that of the opdrachtgevers."""
    if blik.tab == MAAND:
        return _per_maand(voor, na, namen)
    dimensie = Dimensie(blik.tab) if blik.tab in TABS else Dimensie.OPDRACHTGEVER
    verschil = vergelijk_per(voor.effecten, na.effecten, dimensie)

    def naam(sleutel: str | None) -> str:
        return namen.sleutel(dimensie, sleutel).removeprefix("Team ")

    opmerking = ""
    rijen: tuple[Tabelrij, ...]
    if blik.eenheid is Eenheid.EURO:
        if dimensie in ZONDER_EURO:
            rijen = ()
            opmerking = (
                "Euro's horen bij een opdracht en haar programma; ze zijn niet verdeeld over "
                "teams, domeinen en gebieden."
            )
        else:
            paren = paren_van(verschil, lambda r: r.toegekend_cent or 0)
            rijen = tuple(map(_rij, rijen_van(paren, naam)))
    elif blik.eenheid is Eenheid.AANTAL:
        rijen, opmerking = _aantallen(voor.effecten, na.effecten, dimensie, verschil, naam)
    else:
        paren = paren_van(verschil, lambda r: r.toegekend_honderdste)
        rijen = tuple(map(_rij, rijen_van(paren, naam)))
    return Effecttabel(
        tab=dimensie.value,
        eenheid=blik.eenheid,
        kop=KOP[blik.eenheid],
        rijen=rijen,
        opmerking=opmerking,
    )


def _rij(rij: Effectrij) -> Tabelrij:
    return Tabelrij(
        naam=rij.naam,
        voor=notatie.getal(rij.voor_uren),
        na=notatie.getal(rij.na_uren),
        verschil=notatie.getal(rij.verschil_uren, teken=True),
        oordeel=(rij.verschil_uren > 0) - (rij.verschil_uren < 0),
        totaal=rij.totaal,
    )


def _aantallen(
    voor: Effecten,
    na: Effecten,
    dimensie: Dimensie,
    verschil: Sequence[Verschilregel],
    naam: Callable[[str | None], str],
) -> tuple[tuple[Tabelrij, ...], str]:
    """Opdrachten that are haalbaar per key; the other statuses stand in the explanation."""
    paren = paren_van(verschil, lambda r: r.aantallen.haalbaar * 100)
    if dimensie not in MEER_DAN_EEN:
        uitleg = {naam(r.sleutel): _statussen(r.voor, r.na) for r in verschil}
        rijen = (_rij(rij) for rij in rijen_van(paren, naam))
        return tuple(replace(rij, toelichting=uitleg.get(rij.naam, "")) for rij in rijen), ""
    gekozen = gekozen_sleutels(paren)
    eigen = [
        replace(_telrij(naam(r.sleutel), a, b), toelichting=_statussen(r.voor, r.na))
        for r, (_, a, b) in zip(verschil, paren, strict=True)
        if r.sleutel in gekozen
    ]
    eigen.sort(key=lambda rij: not rij.oordeel)
    totaal = _telrij(
        "Alle, elk één keer",
        voor.organisatie.aantallen.haalbaar * 100,
        na.organisatie.aantallen.haalbaar * 100,
        totaal=True,
    )
    wie = {Dimensie.TEAM: "team", Dimensie.DOMEIN: "domein"}.get(dimensie, "gebied")
    opmerking = f"Een opdracht telt bij elk {wie} waarvan zij uren vraagt."
    if weg := len(paren) - len(eigen):
        opmerking += f" Nog {weg} andere zijn niet getoond; daar verandert niets of weinig."
    return (*eigen, totaal), opmerking


def _telrij(naam: str, voor: int, na: int, *, totaal: bool = False) -> Tabelrij:
    verschil = (na - voor) // 100
    return Tabelrij(
        naam=naam,
        voor=notatie.getal(voor // 100),
        na=notatie.getal(na // 100),
        verschil=notatie.getal(verschil, teken=True),
        oordeel=(verschil > 0) - (verschil < 0),
        totaal=totaal,
    )


def _statussen(voor: Effectregel | None, na: Effectregel | None) -> str:
    delen = []
    for veld, woord in (
        ("haalbaar", "haalbaar"),
        ("onder_druk", "onder druk"),
        ("niet_haalbaar", "niet haalbaar"),
        ("zonder_vraag", "zonder vraag"),
    ):
        a, b = (getattr(r.aantallen, veld) if r else 0 for r in (voor, na))
        if a or b:
            delen.append(f"{woord} {a}" if a == b else f"{woord} {a} → {b}")
    return ", ".join(delen)


# The months in which it pinches


def kneluren(uitkomst: Uitkomst) -> Kneluren:
    """Hours short (hundredths) of every team and month where some are."""
    vraag, model = uitkomst.model.vraag, uitkomst.model
    tekort = som_per(
        vraag.cel_bron, vraag.cel_gevraagd - uitkomst.verdeling.toegekend, len(vraag.aanbod)
    )
    krap = np.flatnonzero(tekort)
    maanden = len(model.maanden)
    return {
        (model.teams[bron // maanden], model.maanden[bron % maanden]): uren
        for bron, uren in zip(krap.tolist(), tekort[krap].tolist(), strict=True)
    }


def _knelparen(voor: Uitkomst, na: Uitkomst) -> list[tuple[tuple[TeamCode, Maand], int, int]]:
    """Every team-month with a shortage on one side, the one that changed most first, then the
    largest shortage, then team and month."""
    eerst = kneluren(voor)
    straks = eerst if na is voor else kneluren(na)
    paren = [(plek, eerst.get(plek, 0), straks.get(plek, 0)) for plek in eerst | straks]
    return sorted(paren, key=lambda p: (-abs(p[2] - p[1]), -p[2], p[0]))


def sterkste_maanden(voor: Uitkomst, na: Uitkomst, namen: Namen) -> tuple[Knelmaand, ...]:
    """The team-months whose shortage changed by an hour or more, strongest first, at most STERKSTE.

    One rule for better and for worse: neither is hidden behind the other.
    """
    if na is voor:
        return ()
    paren = _knelparen(voor, na)
    heel = hele_paren([(_sleutel(plek), a, b) for plek, a, b in paren])
    return tuple(
        Knelmaand(
            naam=_maandnaam(plek, namen, na),
            voor=notatie.getal(heel[_sleutel(plek)][0]),
            na=notatie.getal(heel[_sleutel(plek)][1]),
            beter=b < a,
        )
        for plek, a, b in [p for p in paren if abs(p[2] - p[1]) >= 100][:STERKSTE]
    )


def _sleutel(plek: tuple[TeamCode, Maand]) -> str:
    return f"{plek[0]}|{plek[1]}"


def _maandnaam(plek: tuple[TeamCode, Maand], namen: Namen, uitkomst: Uitkomst) -> str:
    team, maand = plek
    jaar = f" {maand.jaar}" if len(uitkomst.horizon.jaren) > 1 else ""
    return f"{namen.team(team).removeprefix('Team ')}, {notatie.maand_kort(maand)}{jaar}"


def _per_maand(voor: Uitkomst, na: Uitkomst, namen: Namen) -> Effecttabel:
    knel = _knelparen(voor, na)
    plekken = {_sleutel(plek): plek for plek, _, _ in knel}
    paren: list[Paar] = [(_sleutel(plek), a, b) for plek, a, b in knel]

    def naam(sleutel: str | None) -> str:
        return _maandnaam(plekken[sleutel or ""], namen, na)

    gewoon = map(_rij, rijen_van(paren, naam))
    rijen = tuple(replace(rij, oordeel=-rij.oordeel) for rij in gewoon)  # more shortage is worse
    return Effecttabel(
        tab=MAAND,
        eenheid=Eenheid.UREN,
        kop="Uren tekort",
        rijen=rijen if paren else (),
        opmerking="" if paren else "Geen team komt in een maand uren tekort.",
    )
