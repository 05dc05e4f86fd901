"""Builds the view of the board from two results: the plan in force and the draft. No I/O."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sturing.domain.keuzes import Haalbaarheid, Status
from sturing.domain.werk import Opdracht
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Rang, ScoreVolgorde, Start
from sturing.engine.effecten import Dimensie, Effecten, Opdrachtregel
from sturing.engine.uitkomst import Uitkomst
from sturing.services import notatie
from sturing.services.beelden import (
    Bordrij,
    Lijnbeeld,
    Opdrachtmelding,
    Telling,
)
from sturing.services.bordzinnen import Beweging, winnaars_en_verliezers
from sturing.services.delegaties import opdrachten_in
from sturing.services.namen import SOORT_WERK_KORT, ZONDER, Namen
from sturing.services.omgeving import Basis
from sturing.services.regels import opdrachten_van, teams_per_opdracht

KNELPUNT_VANAF_HONDERDSTE = 2000
"""A binding team is named from 20 hours short (ontwerp/beeld a): below that it is noise."""


def bordrijen(
    basis: Basis, na: Uitkomst, namen: Namen, wie: Wie, zichtbaar: Collection[str]
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
    voor = {r.opdracht: r for r in basis.uitkomst.effecten.opdrachten}
    teams = teams_per_opdracht(na)
    opdrachten = opdrachten_in(opdrachten_van(na), basis.delegaties, na.wijzigingen, na.horizon)
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
    dekking = notatie.dekking_heel(regel.dekking)
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
        dekking_pct=dekking,
        dekking_voor_pct=_eerst(voor, regel, dekking),
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


def _eerst(voor: Opdrachtregel | None, regel: Opdrachtregel, dekking: int | None) -> int | None:
    """The coverage in the plan in force, in whole percent; most rows have what they had."""
    if voor is None:
        return None
    uren = (voor.gevraagd_honderdste, voor.toegekend_honderdste)
    if uren == (regel.gevraagd_honderdste, regel.toegekend_honderdste):
        return dekking
    return notatie.dekking_heel(voor.dekking)


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
    """The words on the folded row: which places legal work has, whether it fits, and its hours.

    A narrow screen cuts off the end, so what may ask for an act comes first.
    """
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
        f"{past if niet else 'alles past'}; "
        f"{notatie.aantal(len(regels), 'opdracht', 'opdrachten')}, {uren}"
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
    """What came in and what gives hours or euros, both in full: losers as plain as winners."""
    meer, minder = winnaars_en_verliezers(voor.effecten, na.effecten)
    oud = {r.opdracht: r for r in voor.effecten.opdrachten}
    nog = {r.opdracht for r in na.effecten.opdrachten}
    eerder, straks = opdrachten_van(voor), opdrachten_van(na)

    def melding(beweging: Beweging, teken: int) -> Opdrachtmelding:
        regel = beweging.regel
        eerst = oud.get(regel.opdracht)
        vraagt = regel.opdracht in nog
        dekking = notatie.dekking(regel.dekking) if vraagt else notatie.ONBEKEND
        dekking_voor = notatie.dekking(eerst.dekking if eerst else None)
        if dekking == dekking_voor or beweging.uren_honderdste * teken <= 0:
            # The same whole percentage on both sides says nothing; the hours and euros do.
            dekking, dekking_voor = verschiltekst(beweging, teken), ""
        gever = (straks if regel.opdracht in straks else eerder)[regel.opdracht].opdrachtgever
        return Opdrachtmelding(
            opdracht=regel.opdracht,
            naam=namen.opdracht(regel.opdracht),
            opdrachtgever=namen.persoon_kort(gever) if gever else ZONDER[Dimensie.OPDRACHTGEVER],
            status=regel.status if vraagt else None,
            knelpunt=namen.team(regel.bindend_team),
            dekking=dekking,
            dekking_voor=dekking_voor,
            geparkeerd=not vraagt,
            verschil_honderdste=teken * max(beweging.uren_honderdste * teken, 0),
        )

    return tuple(melding(b, 1) for b in meer), tuple(melding(b, -1) for b in minder)


def verschiltekst(beweging: Beweging, teken: int) -> str:
    """How many hours more (`teken` 1) or fewer (-1); when it is not hours, how many euros."""
    uren = beweging.uren_honderdste
    if uren * teken <= 0:
        return notatie.euro_verschil(beweging.cent)
    if abs(uren) < 50:
        return "minder dan 1 uur"
    return f"{notatie.uren(uren, teken=True)}{notatie.VAST}uur"


def bijschrift(basis: Basis, na: Uitkomst) -> str:
    """Plan, levering with its date, and method: the line under the answer."""
    delen = [f"Plan {notatie.periode(na.horizon)}"]
    if basis.leverdatum is not None:
        delen.append(f"levering {basis.levering} van {notatie.datum(basis.leverdatum)}")
    methode = na.stand.plan.instellingen.methode.value.replace("-", " ")
    return " · ".join([*delen, f"methode {methode}"])
