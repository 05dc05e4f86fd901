"""Which stored rows a decision changes: from the plan after the changes back to rows of sheets.

Owns the way from the result of the engine to mutations of Opdrachten, Inzet, Begroting and Normen.
Must never judge a change (the engine does) or store. Asked hours go in cut at year ends, as the
store demands; the parts give the same months as the whole row (rekenmodel section 2). Hours are
hundredths, euros cents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.levering import Mutatie, Rij
from sturing.domain.organisatie import Begrotingsregel, Norm
from sturing.domain.plan import Plan
from sturing.domain.werk import Inzetregel, Opdracht
from sturing.engine.spreiding import knip_per_jaar
from sturing.errors import InvariantError
from sturing.intake.bereiken import bereiken_per_rij
from sturing.intake.standverschil import na_mutaties, verschil_tussen
from sturing.store.besluiten import Rijwijziging

BLADEN = ("Opdrachten", "Begroting", "Inzet", "Normen")
"""The sheets that a scenario can change."""
_RIJVELDEN = {
    "teams",
    "personen",
    "gebieden",
    "programmas",
    "doelen",
    "gebiedsagenda",
    "capaciteit",
    "medewerkers",
    "teamrollen",
    "afwezigheid",
    "uren",
    "besteding",
    "teamplannen",
}
"""The fields of a plan that no change of a scenario touches."""
_Venster = tuple[date, date, int]


def rijwijziging(rijen: Mapping[str, Sequence[Rij]], voor: Plan, na: Plan) -> Rijwijziging:
    """What must change in `rijen` (the stored rows of BLADEN of `voor`) to make them those of `na`.

    Raises InvariantError when `na` differs in something that no row of these sheets can hold.
    """
    if any(getattr(voor, veld) != getattr(na, veld) for veld in _RIJVELDEN):
        raise InvariantError("Een besluit kan dit niet in de bladen wijzigen.")
    mutaties = (
        *_opdrachten(rijen["Opdrachten"], voor.opdrachten, na.opdrachten),
        *_begroting(rijen["Begroting"], voor.begroting, na.begroting),
        *_inzet(rijen["Inzet"], voor.inzet, na.inzet),
        *_normen(rijen["Normen"], voor.normen, na.normen),
    )
    verschil = verschil_tussen(rijen, na_mutaties(rijen, mutaties), {})
    return Rijwijziging(
        mutaties=mutaties,
        verschil=tuple(v.telling for v in verschil),
        bereiken=bereiken_per_rij(mutaties),
    )


def _opdrachten(
    rijen: Sequence[Rij], voor: Sequence[Opdracht], na: Sequence[Opdracht]
) -> Iterator[Mutatie]:
    oud = {opdracht.opdracht: opdracht for opdracht in voor}
    per_code = {str(rij["opdracht"]): rij for rij in rijen}
    for nieuw in na:
        stond = oud.get(nieuw.opdracht)
        if nieuw == stond:
            continue
        anders: Rij = {
            "status": nieuw.status.value,
            "van": nieuw.van,
            "tot": nieuw.tot,
            "budget_cent": nieuw.budget_cent,
            "opdrachtgever": nieuw.opdrachtgever,
            "gedelegeerd_aan": nieuw.gedelegeerd_aan,
        }
        if stond is None or _met_besluit(stond, nieuw) != nieuw:
            raise InvariantError(f"Een besluit kan opdracht {nieuw.opdracht} niet zo wijzigen.")
        rij = per_code[nieuw.opdracht]
        yield Mutatie(blad="Opdrachten", oud=rij, nieuw={**rij, **anders})


def _met_besluit(stond: Opdracht, nieuw: Opdracht) -> Opdracht:
    """`stond` with what a decision may change of an opdracht."""
    return replace(
        stond,
        status=nieuw.status,
        van=nieuw.van,
        tot=nieuw.tot,
        budget_cent=nieuw.budget_cent,
        opdrachtgever=nieuw.opdrachtgever,
        gedelegeerd_aan=nieuw.gedelegeerd_aan,
    )


def _begroting(
    rijen: Sequence[Rij], voor: Sequence[Begrotingsregel], na: Sequence[Begrotingsregel]
) -> Iterator[Mutatie]:
    per_sleutel = {(rij["programma"], rij["jaar"], rij["taakveld"]): rij for rij in rijen}
    stond = set(voor)
    for regel in na:
        if regel in stond:
            continue
        rij = per_sleutel.get((regel.programma, regel.jaar, regel.taakveld))
        nieuw: Rij = {
            "programma": regel.programma,
            "jaar": regel.jaar,
            "taakveld": regel.taakveld,
            "lasten_cent": regel.lasten_cent,
            "baten_cent": regel.baten_cent,
            "beschikbaar_cent": regel.beschikbaar_cent,
        }
        yield Mutatie(blad="Begroting", oud=rij, nieuw=nieuw)


def _normen(rijen: Sequence[Rij], voor: Sequence[Norm], na: Sequence[Norm]) -> Iterator[Mutatie]:
    per_sleutel = {(rij["jaar"], rij["team"]): rij for rij in rijen}
    stond = set(voor)
    for norm in na:
        if norm in stond:
            continue
        nieuw: Rij = {
            "jaar": norm.jaar,
            "team": norm.team,
            "voltijd_uren_per_week": norm.voltijd_uren_per_week,
            "verlofuren": norm.verlofuren,
            "verzuim_pct": norm.verzuim_pct,
            "indirect_pct": norm.indirect_pct,
            "ruimte_pct": norm.ruimte_pct,
        }
        yield Mutatie(blad="Normen", oud=per_sleutel.get((norm.jaar, norm.team)), nieuw=nieuw)


def _inzet(
    rijen: Sequence[Rij], voor: Sequence[Inzetregel], na: Sequence[Inzetregel]
) -> Iterator[Mutatie]:
    if voor is na:
        return
    toen, straks = _per_paar(voor), _per_paar(na)
    opgeslagen: dict[tuple[str, str], list[Rij]] = defaultdict(list)
    for rij in rijen:
        opgeslagen[str(rij["opdracht"]), str(rij["team"])].append(rij)
    for paar in sorted(toen.keys() | straks.keys()):
        if toen[paar] != straks[paar]:
            yield from _inzet_van(paar, opgeslagen[paar], straks[paar])


def _per_paar(
    regels: Iterable[Inzetregel],
) -> dict[tuple[OpdrachtCode, TeamCode], Counter[_Venster]]:
    """The windows with their hours per opdracht and team, cut at year ends."""
    uit: dict[tuple[OpdrachtCode, TeamCode], Counter[_Venster]] = defaultdict(Counter)
    for regel in regels:
        uit[regel.opdracht, regel.team].update(
            knip_per_jaar(regel.uren_honderdste, regel.van, regel.tot)
        )
    return uit


def _inzet_van(
    paar: tuple[OpdrachtCode, TeamCode], rijen: Sequence[Rij], wordt: Counter[_Venster]
) -> Iterator[Mutatie]:
    """Rows that stay are left alone; a new one takes the place of one that goes, while there is."""
    over, weg = Counter(wordt), []
    bezet: set[tuple[object, object, int]] = set()
    for rij in rijen:
        venster = _venster(rij)
        if over[venster] > 0:
            over[venster] -= 1
            bezet.add((rij["van"], rij["tot"], int(str(rij["volgnr"]))))
        else:
            weg.append(rij)
    nieuw: list[Rij] = []
    for van, tot, uren in sorted(over.elements()):
        volgnr = 0
        while (van, tot, volgnr) in bezet:
            volgnr += 1
        bezet.add((van, tot, volgnr))
        nieuw.append(
            {
                "opdracht": paar[0],
                "team": paar[1],
                "van": van,
                "tot": tot,
                "uren_honderdste": uren,
                "volgnr": volgnr,
            }
        )
    samen = min(len(weg), len(nieuw))
    for rij, rij_nieuw in zip(weg[:samen], nieuw[:samen], strict=True):
        yield Mutatie(blad="Inzet", oud=rij, nieuw=rij_nieuw)
    for rij in weg[samen:]:
        yield Mutatie(blad="Inzet", oud=rij, nieuw=None)
    for rij in nieuw[samen:]:
        yield Mutatie(blad="Inzet", oud=None, nieuw=rij)


def _venster(rij: Rij) -> _Venster:
    van, tot, uren = rij["van"], rij["tot"], rij["uren_honderdste"]
    if not (isinstance(van, date) and isinstance(tot, date) and isinstance(uren, int)):
        raise InvariantError("Een rij van Inzet heeft geen periode of uren.")
    return van, tot, uren
