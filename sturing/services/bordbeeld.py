"""Builds the view of the board from two results: the plan in force and the draft. No I/O."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from fractions import Fraction

from sturing.domain.keuzes import Haalbaarheid, Status
from sturing.domain.werk import Opdracht
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Rang, ScoreVolgorde, Start
from sturing.engine.effecten import Dimensie, Effecten, Opdrachtregel, Verschilregel
from sturing.engine.uitkomst import Uitkomst
from sturing.services import notatie
from sturing.services.beelden import (
    Bordrij,
    Effectrij,
    Lijnbeeld,
    Opdrachtmelding,
    Telling,
)
from sturing.services.bordzinnen import winnaars_en_verliezers
from sturing.services.namen import SOORT_WERK_KORT, Namen
from sturing.services.regels import opdrachten_van, teams_per_opdracht

TABS = {
    "Opdrachtgever": Dimensie.OPDRACHTGEVER,
    "Gebied": Dimensie.GEBIED,
    "Team": Dimensie.TEAM,
    "Programma": Dimensie.PROGRAMMA,
}
KNELPUNT_VANAF_HONDERDSTE = 2000
"""A binding team is named from 20 hours short (ontwerp/beeld a): below that it is noise."""
_RIJEN_ZONDER_VOUW = 12


def bordrijen(
    basis: Uitkomst, na: Uitkomst, namen: Namen, wie: Wie, zichtbaar: Collection[str]
) -> tuple[Bordrij, ...]:
    """One row per claiming opdracht in order that stands in `zichtbaar`; places never change.

    `verplaatst` is told of the opdrachten that the draft itself places, not of those that shift
    because another one was moved.
    """
    geplaatst = {
        code
        for x in na.wijzigingen
        for code in (
            x.opdrachten
            if isinstance(x, ScoreVolgorde)
            else (x.opdracht,)
            if isinstance(x, (Rang, Start))
            else ()
        )
    }
    voor = {r.opdracht: r for r in basis.effecten.opdrachten}
    teams = teams_per_opdracht(na)
    opdrachten = opdrachten_van(na)
    return tuple(
        _bordrij(
            regel,
            voor.get(regel.opdracht),
            opdrachten[regel.opdracht],
            namen,
            wie,
            teams.get(regel.opdracht, ()),
            regel.opdracht in geplaatst,
        )
        for regel in na.effecten.opdrachten
        if regel.opdracht in zichtbaar
    )


def _bordrij(
    regel: Opdrachtregel,
    voor: Opdrachtregel | None,
    opdracht: Opdracht,
    namen: Namen,
    wie: Wie,
    teams: tuple[str, ...],
    geplaatst: bool,
) -> Bordrij:
    knelt = regel.bindend_tekort_honderdste >= KNELPUNT_VANAF_HONDERDSTE
    kort = namen.persoon_kort(opdracht.opdrachtgever)
    voluit = namen.persoon(opdracht.opdrachtgever)
    if opdracht.gedelegeerd_aan:
        voluit = f"{voluit}, gedelegeerd aan {namen.persoon(opdracht.gedelegeerd_aan)}"
    dekking, eerst = regel.dekking, voor.dekking if voor else None
    tekort_cent = regel.gevraagd_cent - regel.toegekend_cent
    return Bordrij(
        opdracht=regel.opdracht,
        plaats=regel.plaats,
        verplaatst=(voor.plaats - regel.plaats) if voor and geplaatst else 0,
        wettelijk=opdracht.wettelijk,
        status=regel.status,
        naam=opdracht.kort,
        volledige_naam=opdracht.naam,
        opdrachtgever=kort,
        opdrachtgever_voluit=voluit,
        soort_werk=SOORT_WERK_KORT[opdracht.soort_werk],
        uren=notatie.uren(regel.gevraagd_honderdste),
        dekking_pct=notatie.pct_heel(dekking),
        dekking_voor_pct=notatie.pct_heel(eerst),
        dekking_toelichting=_dekking_toelichting(regel, voor),
        knelpunt=namen.team(regel.bindend_team) if knelt else "",
        tekort_uren=notatie.uren_heel(regel.bindend_tekort_honderdste) if knelt else 0,
        budget_tekort=notatie.euro(tekort_cent) if regel.budget_tekort else "",
        teams=teams,
        van_mij=wie.persoon is not None
        and wie.persoon in (opdracht.opdrachtgever, opdracht.gedelegeerd_aan),
        gewijzigd=voor is None
        or voor.toegekend_honderdste != regel.toegekend_honderdste
        or voor.toegekend_cent != regel.toegekend_cent,
    )


def _dekking_toelichting(regel: Opdrachtregel, voor: Opdrachtregel | None) -> str:
    if not regel.gevraagd_honderdste:
        return "Vraagt geen uren"
    tekst = (
        f"{notatie.uren(regel.toegekend_honderdste)} van "
        f"{notatie.uren_met_eenheid(regel.gevraagd_honderdste)}"
    )
    if voor and voor.toegekend_honderdste != regel.toegekend_honderdste:
        tekst += f", was {notatie.uren(voor.toegekend_honderdste)}"
    return tekst


def lijnbeeld(voor: Effecten, na: Effecten) -> Lijnbeeld:
    """The words on the line; the engine alone decides where it stands."""
    tekst = (
        f"Tot hier is alles haalbaar: plaats 1 t/m {na.lijn}"
        if na.lijn
        else "Al vanaf de eerste plaats is niet alles haalbaar"
    )
    was = "" if voor.lijn == na.lijn else f"was {voor.lijn} in het plan van nu. "
    return Lijnbeeld(
        plaats=na.lijn, tekst=tekst, bijschrift=f"{was}Hieronder hangt het van het team af."
    )


def wettelijk_tekst(rijen: Sequence[Bordrij], na: Uitkomst) -> str:
    """The words on the folded row: which places legal work has, its hours, and whether it fits."""
    if not na.stand.plan.instellingen.wettelijk_eerst:
        return ""
    codes = {r.opdracht for r in rijen if r.wettelijk}
    regels = [r for r in na.effecten.opdrachten if r.opdracht in codes]
    if not regels:
        return ""
    niet = sum(not r.past for r in regels)
    uren = notatie.uren_met_eenheid(sum(r.gevraagd_honderdste for r in regels))
    past = f"{niet} past niet helemaal" if niet == 1 else f"{niet} passen niet helemaal"
    return (
        f"Plaats {regels[0].plaats}–{regels[-1].plaats}: wettelijke taken staan vooraan, "
        f"{notatie.aantal(len(regels), 'opdracht', 'opdrachten')}, {uren}, "
        f"{past if niet else 'alles past'}"
    )


def alleen(effecten: Effecten, zichtbaar: Collection[str]) -> Effecten:
    """The same result for who may not see the totals: its sentences count the visible rows only."""
    return replace(
        effecten, opdrachten=tuple(r for r in effecten.opdrachten if r.opdracht in zichtbaar)
    )


def geparkeerd(uitkomst: Uitkomst, zichtbaar: Collection[str] | None) -> int:
    """How many opdrachten (None: of all, else of the visible ones) are on the parkeerplaats."""
    return sum(
        o.status is Status.PARKEERPLAATS and (zichtbaar is None or o.opdracht in zichtbaar)
        for o in uitkomst.stand.plan.opdrachten
    )


def telling(effecten: Effecten, geparkeerd: int) -> Telling:
    """Opdrachten by status; `geparkeerd` counts those on the parkeerplaats."""
    statussen = [r.status for r in effecten.opdrachten]
    return Telling(
        haalbaar=statussen.count(Haalbaarheid.HAALBAAR),
        onder_druk=statussen.count(Haalbaarheid.ONDER_DRUK),
        niet_haalbaar=statussen.count(Haalbaarheid.NIET_HAALBAAR),
        zonder_vraag=statussen.count(None),
        geparkeerd=geparkeerd,
    )


def meldingen(
    voor: Uitkomst, na: Uitkomst, namen: Namen
) -> tuple[tuple[Opdrachtmelding, ...], tuple[Opdrachtmelding, ...]]:
    """What came in and what gives hours, both in full: losers as plain as winners."""
    meer, minder = winnaars_en_verliezers(voor.effecten, na.effecten)
    oud = {r.opdracht: r for r in voor.effecten.opdrachten}
    nog = {r.opdracht for r in na.effecten.opdrachten}

    def melding(regel: Opdrachtregel) -> Opdrachtmelding:
        eerst = oud.get(regel.opdracht)
        vraagt = regel.opdracht in nog
        dekking = notatie.pct(regel.dekking) if vraagt else notatie.ONBEKEND
        dekking_voor = notatie.pct(eerst.dekking if eerst else None)
        if dekking == dekking_voor:
            # The same whole percentage on both sides says nothing; the hours do.
            toen = eerst.toegekend_honderdste if eerst else 0
            verschil = regel.toegekend_honderdste - toen
            dekking = f"{notatie.getal(Fraction(verschil, 100), 0, teken=True)}{notatie.VAST}uur"
            if abs(verschil) < 50:
                dekking = "minder dan 1 uur"
            dekking_voor = ""
        return Opdrachtmelding(
            opdracht=regel.opdracht,
            naam=namen.opdracht(regel.opdracht),
            status=regel.status if vraagt else None,
            knelpunt=namen.team(regel.bindend_team),
            dekking=dekking,
            dekking_voor=dekking_voor,
            geparkeerd=not vraagt,
        )

    return tuple(map(melding, meer)), tuple(map(melding, minder))


def effectrijen(
    dimensie: Dimensie, verschil: Sequence[Verschilregel], namen: Namen
) -> tuple[Effectrij, ...]:
    """Granted hours per key, before and after, in the fixed order of the keys.

    Up to twelve keys stand all; of more, the changed ones and the largest, and one row for the
    others. Every column adds up to its total as shown.
    """
    paren = _paren(verschil)
    gekozen = _gekozen(paren)
    rest = [paar for paar in paren if paar[0] not in gekozen]
    delen = [
        (namen.sleutel(dimensie, s).removeprefix("Team "), a, b)
        for s, a, b in paren
        if s in gekozen
    ]
    if rest:
        naam = f"{len(rest)} andere"
        delen.append((naam, sum(a for _, a, _ in rest), sum(b for _, _, b in rest)))
    links = notatie.rond_op_totaal([a for _, a, _ in delen])
    verschillen = _verschillen([(a, b) for _, a, b in delen])
    rijen = [
        Effectrij(naam=naam, voor_uren=x, na_uren=x + verschil, verschil_uren=verschil)
        for (naam, _, _), x, verschil in zip(delen, links, verschillen, strict=True)
    ]
    rijen.append(
        Effectrij(
            naam="Samen",
            voor_uren=sum(links),
            na_uren=sum(links) + sum(verschillen),
            verschil_uren=sum(verschillen),
            totaal=True,
        )
    )
    return tuple(rijen)


def _verschillen(paren: Sequence[tuple[int, int]]) -> list[int]:
    """Differences in whole hours that add up; equal hundredths always show no difference.

    Largest remainder over the changed keys only, so that rounding never invents a loser.
    """
    doel = notatie.uren_heel(sum(b for _, b in paren)) - notatie.uren_heel(sum(a for a, _ in paren))
    uit = [(b - a) // 100 for a, b in paren]
    gewijzigd = [i for i, (a, b) in enumerate(paren) if a != b]
    gewijzigd.sort(key=lambda i: (-((paren[i][1] - paren[i][0]) % 100), i))
    tekort = doel - sum(uit)
    for i in gewijzigd[: max(0, tekort)]:
        uit[i] += 1
    for i in gewijzigd[::-1][: max(0, -tekort)]:
        uit[i] -= 1
    return uit


def _paren(verschil: Sequence[Verschilregel]) -> list[tuple[str | None, int, int]]:
    return [
        (
            regel.sleutel,
            regel.voor.toegekend_honderdste if regel.voor else 0,
            regel.na.toegekend_honderdste if regel.na else 0,
        )
        for regel in verschil
    ]


def _gekozen(paren: list[tuple[str | None, int, int]]) -> frozenset[str | None]:
    if len(paren) <= _RIJEN_ZONDER_VOUW:
        return frozenset(s for s, _, _ in paren)
    op_verschil = sorted(paren, key=lambda p: (-abs(p[2] - p[1]), -p[2]))
    return frozenset(s for s, _, _ in op_verschil[: _RIJEN_ZONDER_VOUW - 1])
