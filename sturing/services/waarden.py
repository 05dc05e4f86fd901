"""Value against hours: each opdracht with its score, what it asks and what it gets, ready to draw.

Must never calculate: the score is the engine's. Hours are whole.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.waarde import compute_waarde
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Haalbaarheid
from sturing.services import notatie
from sturing.services.blik import Blik


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardebol:
    """One opdracht with a score; `score` is exact, `score_tekst` as written."""

    opdracht: str
    naam: str
    score: Fraction
    score_tekst: str
    gevraagd_uren: int
    toegekend_uren: int
    status: Haalbaarheid | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardenbeeld:
    """The opdrachten that have a score, largest demand first, so that small ones lie on top; and
    what the picture says, for who hears it."""

    bollen: tuple[Waardebol, ...]
    zin: str
    zonder: str
    """How many have no score, in words; empty for none."""


def waardenbeeld(blik: Blik, zichtbaar: Collection[OpdrachtCode]) -> Waardenbeeld:
    """Of the visible opdrachten of what is looked at; legal work has no choice and is left out."""
    opdrachten = {o.opdracht: o for o in blik.basis.plan.opdrachten}
    regels = [
        regel
        for regel in compute_waarde(blik.uitkomst)
        if regel.opdracht in zichtbaar
        and not regel.wettelijk
        and blik.heeft_opdracht(opdrachten[regel.opdracht])
    ]
    met = [(regel, regel.score) for regel in regels if regel.score is not None]
    zonder = len(regels) - len(met)
    bollen = tuple(
        Waardebol(
            opdracht=regel.opdracht,
            naam=blik.basis.namen.opdracht(regel.opdracht),
            score=score,
            score_tekst=_score(score),
            gevraagd_uren=notatie.uren_heel(regel.gevraagd_honderdste),
            toegekend_uren=notatie.uren_heel(regel.toegekend_honderdste),
            status=regel.stand,
        )
        for regel, score in sorted(met, key=lambda r: (-r[0].gevraagd_honderdste, r[0].opdracht))
    )
    return Waardenbeeld(
        bollen=bollen,
        zin=_zin(bollen),
        zonder=f"{notatie.aantal(zonder, 'opdracht heeft', 'opdrachten hebben')} geen score en "
        f"{'staat' if zonder == 1 else 'staan'} er niet bij."
        if zonder
        else "",
    )


def _score(waarde: Fraction) -> str:
    """A score with at most one decimal: `7` or `7,5`."""
    return notatie.getal(waarde, 1).removesuffix(",0")


def _zin(bollen: tuple[Waardebol, ...]) -> str:
    if not bollen:
        return "Nog geen opdracht heeft een score."
    midden = sorted(bol.score for bol in bollen)[len(bollen) // 2]
    niet = [
        bol for bol in bollen if bol.score >= midden and bol.status is Haalbaarheid.NIET_HAALBAAR
    ]
    if not niet:
        return "Alle opdrachten met een hoge score zijn haalbaar of onder druk."
    beste = max(niet, key=lambda bol: (bol.score, bol.opdracht))
    if len(niet) == 1:
        return (
            f"1 opdracht met een hoge score is niet haalbaar: {beste.naam}, met score "
            f"{beste.score_tekst}."
        )
    return (
        f"{notatie.getal(len(niet))} opdrachten met een hoge score zijn niet haalbaar, met "
        f"{beste.naam} als hoogste: score {beste.score_tekst}."
    )
