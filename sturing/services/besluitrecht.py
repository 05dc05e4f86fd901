"""Who loses by a proposal, who may put it forward, and who may decide on it.

Owns what the matrix says of deciding, put beside a result: "own domain, when no opdracht outside it
gets fewer hours or euros than in the plan in force, or each opdrachtgever of those has agreed;
otherwise directie". Must never store. Hours are hundredths, euros cents.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sturing.domain import wijziging as w
from sturing.domain.besluit import Reactiesoort, Verlies, Voorstel
from sturing.domain.codes import OpdrachtCode, PersoonCode, ProgrammaCode, TeamCode
from sturing.domain.keuzes import Domein
from sturing.domain.wie import Herkomst, Wie
from sturing.domain.wijziging import Wijziging
from sturing.engine.uitkomst import Uitkomst
from sturing.rights.mag import (
    Actie,
    Object,
    Planindex,
    Voorwaarde,
    eis,
    mag,
    object_domein,
    object_opdracht,
    object_organisatie,
    object_scenario,
)
from sturing.rights.weigering import weigering


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitrecht:
    """May it be decided, and if not why. `wacht_op` are the opdrachtgevers outside the own reach
    who did not agree to what they lose; `zonder` the losing opdrachten that have none."""

    mag: bool
    waarom_niet: str = ""
    wacht_op: tuple[PersoonCode, ...] = ()
    zonder: tuple[OpdrachtCode, ...] = ()


def verliezen(voor: Uitkomst, na: Uitkomst) -> tuple[Verlies, ...]:
    """Every opdracht that gets fewer hours or euros over the horizon, in the order of the plan in
    force. One that no longer claims loses all that it had."""
    straks = {regel.opdracht: regel for regel in na.effecten.opdrachten}
    uit = []
    for regel in voor.effecten.opdrachten:
        nieuw = straks.get(regel.opdracht)
        uren = regel.toegekend_honderdste - (nieuw.toegekend_honderdste if nieuw else 0)
        cent = regel.toegekend_cent - (nieuw.toegekend_cent if nieuw else 0)
        if uren > 0 or cent > 0:
            uit.append(
                Verlies(
                    opdracht=regel.opdracht, uren_honderdste=max(uren, 0), euro_cent=max(cent, 0)
                )
            )
    return tuple(uit)


def samen(per_jaar: Iterable[Iterable[Verlies]]) -> tuple[Verlies, ...]:
    """Losses of several plan years as one list: per opdracht the sum of what it loses."""
    som: dict[OpdrachtCode, tuple[int, int]] = {}
    for lijst in per_jaar:
        for verlies in lijst:
            uren, cent = som.get(verlies.opdracht, (0, 0))
            som[verlies.opdracht] = (uren + verlies.uren_honderdste, cent + verlies.euro_cent)
    return tuple(
        Verlies(opdracht=code, uren_honderdste=uren, euro_cent=cent)
        for code, (uren, cent) in som.items()
    )


def objecten_van(
    wijzigingen: Iterable[Wijziging], *indexen: Planindex
) -> tuple[tuple[Wijziging, Object], ...]:
    """What each change is about, in each of these plans (before and after): an opdracht, the domain
    of a team and of who asks of the programme that pays, or (norms, budget, weights, method) the
    organisation."""
    return tuple(
        (wijziging, object_)
        for wijziging in wijzigingen
        for index in indexen
        for object_ in _objecten(wijziging, index)
    )


def _objecten(wijziging: Wijziging, index: Planindex) -> Iterable[Object]:
    match wijziging:
        case w.ScoreVolgorde():
            return [object_opdracht(index, code) for code in wijziging.opdrachten]
        case w.Uitlenen():
            return [*_team(index, wijziging.team), *_team(index, wijziging.naar_team)]
        case w.Inhuur():
            betaler = wijziging.programma
            geld = [] if betaler is None else _programma(index, betaler)
            return [*_team(index, wijziging.team), *geld]
        case w.VulVacature():
            return _team(index, wijziging.team)
        case w.NormWijziging():
            return (
                [object_organisatie()] if wijziging.team is None else _team(index, wijziging.team)
            )
        case w.InzetWijziging():
            return [object_opdracht(index, wijziging.opdracht)]
        case _:
            code: OpdrachtCode | None = getattr(wijziging, "opdracht", None)
            return [object_organisatie() if code is None else object_opdracht(index, code)]


def _team(index: Planindex, team: TeamCode) -> list[Object]:
    """The domains of a team, all of them: what a decision about its supply is about."""
    return _domeinen(index.domeinen_team.get(team, frozenset()))


def _programma(index: Planindex, programma: ProgrammaCode) -> list[Object]:
    """The domains of the opdrachten that ask euros of this programme: who takes from it, takes from
    them. When none does, or one has no domain, it is about the organisation."""
    vragers = [
        object_opdracht(index, code).domeinen
        for code, opdracht in index.opdrachten.items()
        if opdracht.programma == programma and opdracht.status.vraagt and opdracht.budget_cent
    ]
    return _domeinen(frozenset().union(*vragers) if all(vragers) else frozenset())


def _domeinen(domeinen: frozenset[Domein]) -> list[Object]:
    return [object_domein(domein) for domein in sorted(domeinen)] or [object_organisatie()]


def eis_voorleggen(wie: Wie, wijzigingen: Sequence[Wijziging], index: Planindex) -> None:
    """RechtError when `wie` may not propose this: changing (or proposing) the priority of each
    opdracht that the list names; who may change no priority at all, proposes nothing."""
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    opdrachten = [
        object_ for _, object_ in objecten_van(wijzigingen, index) if object_.soort == "opdracht"
    ]
    for object_ in opdrachten:
        eis(wie, Actie.PRIORITEIT_WIJZIGEN, object_, voorstel=True)
    if not opdrachten and not any(
        mag(wie, Actie.PRIORITEIT_WIJZIGEN, object_opdracht(index, code))
        for code in index.opdrachten
    ):
        eis(wie, Actie.PRIORITEIT_WIJZIGEN, object_organisatie(), voorstel=True)


def besluitrecht(
    wie: Wie,
    voorstel: Voorstel,
    verlies: Sequence[Verlies],
    index_voor: Planindex,
    index_na: Planindex,
) -> Besluitrecht:
    """May `wie` decide on this proposal, given what everybody loses by it now?"""
    voorwaarde = False
    for wijziging, object_ in objecten_van(voorstel.wijzigingen, index_voor, index_na):
        acties = [Actie.BESLUITEN]
        if isinstance(wijziging, w.Opdrachtgeverschap):
            acties.append(Actie.OPDRACHTGEVER_BENOEMEN)
        for actie in acties:
            oordeel = mag(wie, actie, object_)
            if not oordeel or oordeel.alleen_voorstel:
                titel, uitleg, vraag = weigering(wie, actie, object_, alleen_voorstel=bool(oordeel))
                return Besluitrecht(mag=False, waarom_niet=f"{titel} {uitleg} {vraag}".strip())
            voorwaarde |= oordeel.voorwaarde is Voorwaarde.NIEMAND_BUITEN_LEVERT_IN
    if not voorwaarde:
        return Besluitrecht(mag=True)
    wacht: list[PersoonCode] = []
    zonder: list[OpdrachtCode] = []
    for deel in verlies:
        if mag(wie, Actie.BESLUITEN, object_opdracht(index_voor, deel.opdracht)):
            continue
        gever = index_voor.opdrachten[deel.opdracht].opdrachtgever
        if gever is None:
            zonder.append(deel.opdracht)
        elif not heeft_ingestemd(voorstel, gever, deel):
            wacht.append(gever)
    if not wacht and not zonder:
        return Besluitrecht(mag=True)
    return Besluitrecht(
        mag=False,
        waarom_niet="Opdrachten buiten uw eigen werk leveren in. Daarvoor is het akkoord van hun "
        "opdrachtgevers nodig; anders besluit de directie.",
        wacht_op=tuple(dict.fromkeys(wacht)),
        zonder=tuple(zonder),
    )


def nog_geen_akkoord(
    voorstel: Voorstel, verlies: Iterable[Verlies], index: Planindex
) -> tuple[tuple[PersoonCode, ...], tuple[OpdrachtCode, ...]]:
    """The opdrachtgevers who lose and did not agree to it yet, and the losing opdrachten without
    one: a fact of the proposal, also for who may decide without their agreement. Who made the
    proposal agrees by making it."""
    wacht: list[PersoonCode] = []
    zonder: list[OpdrachtCode] = []
    for deel in verlies:
        gever = index.opdrachten[deel.opdracht].opdrachtgever
        if gever is None:
            zonder.append(deel.opdracht)
        elif gever != voorstel.persoon and not heeft_ingestemd(voorstel, gever, deel):
            wacht.append(gever)
    return tuple(dict.fromkeys(wacht)), tuple(zonder)


def heeft_ingestemd(voorstel: Voorstel, persoon: PersoonCode, verlies: Verlies) -> bool:
    """Did this opdrachtgever agree, as the last word, to losing at least this much?"""
    laatste = laatste_woord(voorstel, persoon)
    if laatste is not Reactiesoort.AKKOORD:
        return False
    eigen = [
        r for r in voorstel.reacties if r.persoon == persoon and r.soort is Reactiesoort.AKKOORD
    ][-1]
    return any(
        deel.opdracht == verlies.opdracht
        and deel.uren_honderdste >= verlies.uren_honderdste
        and deel.euro_cent >= verlies.euro_cent
        for deel in eigen.verlies
    )


def laatste_woord(voorstel: Voorstel, persoon: PersoonCode) -> Reactiesoort | None:
    """Agreement or objection, what this person said last; None when nothing yet."""
    eigen = [
        r.soort
        for r in voorstel.reacties
        if r.persoon == persoon and r.soort in (Reactiesoort.AKKOORD, Reactiesoort.BEZWAAR)
    ]
    return eigen[-1] if eigen else None


def eigen_verlies(wie: Wie, verlies: Iterable[Verlies], index: Planindex) -> tuple[Verlies, ...]:
    """What the opdrachten lose of which `wie` is opdrachtgever or delegate; of all of them for the
    one local user of an own database, who is everybody. Being named in the plan is no right: the
    opdracht must be readable as well."""
    if wie.herkomst is Herkomst.LOKAAL:
        return tuple(verlies)
    if wie.persoon is None:
        return ()
    return tuple(
        deel
        for deel in verlies
        if wie.persoon
        in (
            index.opdrachten[deel.opdracht].opdrachtgever,
            index.opdrachten[deel.opdracht].gedelegeerd_aan,
        )
        and mag(wie, Actie.TOTALEN_LEZEN, object_opdracht(index, deel.opdracht))
    )


def mag_adviseren(
    wie: Wie, voorstel: Voorstel, verlies: Iterable[Verlies], index: Planindex
) -> bool:
    """Advice is for who may advise on any opdracht that the proposal moves or takes from."""
    objecten = [object_ for _, object_ in objecten_van(voorstel.wijzigingen, index)]
    objecten += [object_opdracht(index, deel.opdracht) for deel in verlies]
    return any(mag(wie, Actie.ADVISEREN, object_) for object_ in objecten)


def mag_antwoorden(wie: Wie, voorstel: Voorstel, recht: Besluitrecht) -> bool:
    """An objection is answered by who made the proposal, or by who may decide on it."""
    return wie.account == voorstel.account or recht.mag


def rol_van(wie: Wie) -> str:
    """The roles of who decides, for the ledger; the local user has none."""
    if wie.herkomst is Herkomst.LOKAAL:
        return "lokale gebruiker"
    return ", ".join(dict.fromkeys(toekenning.rol.value for toekenning in wie.toekenningen))
