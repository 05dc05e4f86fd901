"""The hours per taakveld on the screen Programma's en doelen, and how sure they are in words.

Owns the words and the rounding: whole hours that add up to the hours of all opdrachten on the same
screen, and shares that add up to 100 per programme. The division itself is analyses/taakveld.py.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby
from math import lcm

from sturing.analyses.taakveld import Taakveldurenregel, Toerekening, compute_taakveld
from sturing.domain.codes import OpdrachtCode
from sturing.engine.effecten import Dimensie, dekking
from sturing.services import notatie
from sturing.services.blik import Blik
from sturing.services.doelrijen import TOTAAL
from sturing.services.namen import ZONDER
from sturing.services.programmasbeeld import Taakveldurenbeeld, Taakveldurenrij

Sleutel = tuple[int, str | None, str | None]


def taakvelduren(blik: Blik, alleen: Collection[OpdrachtCode] | None) -> Taakveldurenbeeld | None:
    """Every taakveld with hours, and the sum last; None when there is no taakveld and no hour."""
    nu = compute_taakveld(blik.uitkomst, alleen)
    eerst = compute_taakveld(blik.voor, alleen)
    regels = _met_wat_weg_is(nu, eerst)
    if not regels:
        return None
    gevraagd, toegekend = notatie.rond_paren(
        [r.gevraagd_honderdste for r in regels], [r.toegekend_honderdste for r in regels]
    )
    had = {_sleutel(r): r.toegekend_honderdste for r in eerst}
    verschil = notatie.rond_op_totaal(
        [r.toegekend_honderdste - had.get(_sleutel(r), 0) for r in regels]
    )
    rijen = [
        Taakveldurenrij(
            programma=_programma(regel),
            taakveld=regel.taakveld or notatie.ONBEKEND,
            jaar=str(regel.jaar),
            deel_pct=deel,
            gevraagd_uren=gevraagd[i],
            toegekend_uren=toegekend[i],
            tekort_uren=gevraagd[i] - toegekend[i],
            dekking_pct=notatie.dekking_heel(regel.dekking_ratio),
            toerekening=regel.toerekening.value,
            verschil_uren=verschil[i],
        )
        for i, (regel, deel) in enumerate(zip(regels, _delen(regels), strict=True))
    ]
    return Taakveldurenbeeld(
        titel=_titel(regels), rijen=(*rijen, _totaal(regels, rijen)), zin=_zin(regels)
    )


def _titel(regels: Sequence[Taakveldurenregel]) -> str:
    jaren = sorted({regel.jaar for regel in regels})
    return f"Uren per taakveld in {notatie.opsomming([str(jaar) for jaar in jaren])}"


def _sleutel(regel: Taakveldurenregel) -> Sleutel:
    return regel.jaar, regel.programma, regel.taakveld


def _met_wat_weg_is(
    nu: Sequence[Taakveldurenregel], eerst: Sequence[Taakveldurenregel]
) -> list[Taakveldurenregel]:
    """The rows that are looked at, and those of the plan in force that ask nothing any more."""
    bekend = {_sleutel(regel) for regel in nu}
    weg = [
        replace(regel, gevraagd_honderdste=0, toegekend_honderdste=0)
        for regel in eerst
        if _sleutel(regel) not in bekend
    ]
    return sorted([*nu, *weg], key=lambda r: (r.jaar, r.programma is None, r.programma or ""))


def _programma(regel: Taakveldurenregel) -> str:
    if regel.programma is None:
        return ZONDER[Dimensie.PROGRAMMA].capitalize()
    return regel.naam or regel.programma


def _delen(regels: Sequence[Taakveldurenregel]) -> list[int | None]:
    """Whole percentages of the hours of the programme; those of one programme add up to 100."""
    delen: list[int | None] = []
    for _, groep in groupby(regels, key=lambda r: (r.jaar, r.programma)):
        breuken = [r.deel_ratio for r in groep]
        bekend = [deel for deel in breuken if deel is not None]
        noemer = lcm(*(deel.denominator for deel in bekend))
        heel = notatie.rond_op_totaal([int(deel * noemer * 100) for deel in bekend], noemer)
        delen += heel or [None] * len(breuken)
    return delen


def _totaal(
    regels: Sequence[Taakveldurenregel], rijen: Sequence[Taakveldurenrij]
) -> Taakveldurenrij:
    gevraagd = sum(r.gevraagd_uren for r in rijen)
    toegekend = sum(r.toegekend_uren for r in rijen)
    return Taakveldurenrij(
        programma=TOTAAL,
        taakveld="",
        jaar="",
        deel_pct=None,
        gevraagd_uren=gevraagd,
        toegekend_uren=toegekend,
        tekort_uren=gevraagd - toegekend,
        dekking_pct=notatie.dekking_heel(
            dekking(
                sum(r.gevraagd_honderdste for r in regels),
                sum(r.toegekend_honderdste for r in regels),
            )
        ),
        toerekening="",
        verschil_uren=sum(r.verschil_uren for r in rijen),
    )


def _zin(regels: Sequence[Taakveldurenregel]) -> str:
    """How sure the hours are, and how many could not be divided."""
    hoe = {regel.toerekening for regel in regels}
    if Toerekening.NAAR_LASTEN in hoe:
        zeker = (
            "Niet gemeten: een opdracht heeft een programma en geen taakveld, dus zijn de uren "
            "van een programma verdeeld naar de lasten van zijn taakvelden."
        )
    elif Toerekening.ZEKER in hoe:
        zeker = "Geen programma heeft meer dan één taakveld, dus er is niets verdeeld."
    else:
        return (
            "De begroting noemt geen taakvelden met lasten, dus er is niets te verdelen. Lever "
            "het blad Begroting met een rij per taakveld."
        )
    los = sum(regel.gevraagd_honderdste for regel in regels if regel.taakveld is None)
    if not los:
        return zeker
    return f"{zeker} {notatie.uren_met_eenheid(los)} heeft geen taakveld en staat apart."
