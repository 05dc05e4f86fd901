"""Twenty people in one scenario at once: nothing is lost, and every refusal shows both values.

Each works in the same scenario on the same opdrachten, looks at the newest state only now and then
(0 to 3 edits ago), and sets a place, a shift or the hours of a team to a value of its own. The
judgement does not use the keys of the product: what an edit touches is written down here, as kind,
opdracht and team. Every figure is read back from the database after it was closed and opened.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from sturing.demonstratie.identiteiten import IDENTITEITEN
from sturing.domain.codes import OpdrachtCode
from sturing.domain.scenario import Deelrecht, Regel
from sturing.domain.wie import RechtRol, Wie
from sturing.domain.wijziging import InzetWijziging, Rang, Verschuif, Wijziging
from sturing.errors import ConflictError
from sturing.rights.mag import zichtbare_opdrachten
from sturing.services.bordzinnen import wijzigingszin
from sturing.services.concept import Verplaatsing, bewerk
from sturing.services.namen import Namen
from sturing.services.omgeving import Omgeving
from sturing.store import concepten, conceptversies, deling, scenarios
from sturing.store.concepten import Concept
from sturing.store.conceptversies import Versie
from sturing.store.opslag import Opslag
from tests.proeven.uitslag import Maat, Uitslag
from tests.services.conftest import lever_rijen, rijen

KORT = 200
VOL = 4_000
BEWERKERS = 20
ZAAD = 20261201
OPDRACHTEN = ("S1", "S2", "S3", "R1", "R2", "N1")
TEAMS = ("T2", "T3")
ZONDER = {RechtRol.MEDEWERKER, RechtRol.BEHEERDER, RechtRol.BESTUUR}
"""These have no scenario."""

Plek = tuple[str, str, str]
"""What an edit sets: kind, opdracht, team."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poging:
    """One edit: by whom, on which version seen, what, and the version it gave or the refusal."""

    wie: Wie
    gezien: int
    wijziging: Wijziging
    versie: int | None = None
    weigering: ConflictError | None = None


def _mensen(omgeving: Omgeving) -> list[Wie]:
    """The identities that may have a scenario and see every opdracht: to the others a refusal does
    not name what they may not see."""
    index = omgeving.basis().index
    codes = [OpdrachtCode(code) for code in OPDRACHTEN]
    return [
        wie
        for wie in IDENTITEITEN
        if not _rollen(wie) & ZONDER and len(zichtbare_opdrachten(wie, index, codes)) == len(codes)
    ]


def beproef(aantal: int, map_: Path) -> Uitslag:
    """`aantal` edits in all, shared out over BEWERKERS; which ones follows ZAAD."""
    pad = map_ / "bewerkers.duckdb"
    with Opslag.open(pad, demo=True) as opslag:
        lever_rijen(opslag, rijen())
        omgeving = Omgeving(opslag=opslag, demo=True)
        mensen = _mensen(omgeving)
        concept = concepten.maak(
            opslag, naam="Samen", eigenaar=mensen[0].account, basis_levering=1
        ).id
        for wie in mensen:
            if wie is not mensen[0]:
                deling.zet_deelnemer(opslag, concept, wie.account, Deelrecht.MEEWERKEN)
            scenarios.kies(opslag, wie.account, concept)
        klaar = threading.Barrier(BEWERKERS)
        with ThreadPoolExecutor(BEWERKERS) as draden:
            taken = [
                draden.submit(_werk, omgeving, mensen[nr % len(mensen)], concept, nr, aantal, klaar)
                for nr in range(BEWERKERS)
            ]
            pogingen = [poging for taak in taken for poging in taak.result()]
        namen = omgeving.basis().namen
    with Opslag.open(pad) as opslag:
        einde = concepten.lees(opslag, concept)
        historie = conceptversies.geschiedenis(opslag, concept)
    gelukt = [p for p in pogingen if p.versie is not None]
    geweigerd = [p for p in pogingen if p.weigering is not None]
    fouten = [
        *_verloren(gelukt, historie, einde),
        *_overschreven(gelukt, historie),
    ]
    zonder = [f for p in geweigerd if (f := _onvolledig(p, historie, namen))]
    return Uitslag(
        naam="bewerkers",
        aantal=len(pogingen),
        maten=(
            Maat(
                wat=f"aangenomen en geweigerd samen, {BEWERKERS} bewerkers, zaad {ZAAD}",
                gemeten=f"{len(gelukt)} + {len(geweigerd)} = {len(pogingen)}",
                eis=f"{BEWERKERS * (aantal // BEWERKERS)}, en van beide ten minste 5%",
                gehaald=len(pogingen) == BEWERKERS * (aantal // BEWERKERS)
                and min(len(gelukt), len(geweigerd)) * 20 >= len(pogingen),
            ),
            Maat(
                wat="aangenomen bewerkingen die weg zijn, of die iets ongezien overschreven",
                gemeten=str(len(fouten)) + (f"; eerste: {fouten[0]}" if fouten else ""),
                eis="0",
                gehaald=not fouten,
            ),
            Maat(
                wat="geweigerde bewerkingen zonder beide waarden en wie eerst was",
                gemeten=str(len(zonder)) + (f"; eerste: {zonder[0]}" if zonder else ""),
                eis="0",
                gehaald=not zonder,
            ),
        ),
    )


def _rollen(wie: Wie) -> set[RechtRol]:
    return {toekenning.rol for toekenning in wie.toekenningen}


def _werk(
    omgeving: Omgeving, wie: Wie, concept: int, nr: int, aantal: int, klaar: threading.Barrier
) -> list[Poging]:
    """What one person does, one edit after the other."""
    toeval = random.Random(ZAAD + nr)
    klaar.wait()
    gezien, uit = 0, []
    for keer in range(aantal // BEWERKERS):
        if not gezien or toeval.randrange(4) == 0:
            gezien = concepten.lees(omgeving.opslag, concept).versie
        wijziging = _trek(toeval, 1 + nr + keer * BEWERKERS)
        uit.append(_poog(omgeving, wie, gezien, wijziging))
        if uit[-1].weigering is not None:
            # Who is refused sees the newest state.
            gezien = 0
    return uit


def _trek(toeval: random.Random, waarde: int) -> Wijziging:
    """An edit whose value is `waarde`, which no other edit has."""
    opdracht = toeval.choice(OPDRACHTEN)
    match toeval.randrange(3):
        case 0:
            return Rang(opdracht=opdracht, oude_plaats=1, plaats=waarde)
        case 1:
            return Verschuif(opdracht=opdracht, maanden=waarde)
        case _:
            return InzetWijziging(
                opdracht=opdracht, team=toeval.choice(TEAMS), uren_honderdste=waarde * 100
            )


def _plek(wijziging: Wijziging) -> Plek:
    team = wijziging.team if isinstance(wijziging, InzetWijziging) else ""
    opdracht = getattr(wijziging, "opdracht", "")
    return wijziging.soort, opdracht, team


def _poog(omgeving: Omgeving, wie: Wie, gezien: int, wijziging: Wijziging) -> Poging:
    versies: list[int] = []

    def doe(concept: Concept) -> Verplaatsing:
        rest: tuple[Regel | Wijziging, ...] = tuple(
            r for r in concept.regels if _plek(r.wijziging) != _plek(wijziging)
        )
        nieuw = concepten.vervang(
            omgeving.opslag, concept.id, (*rest, wijziging), concept.versie, door=wie.account
        )
        versies.append(nieuw.versie)
        return Verplaatsing()

    try:
        bewerk(omgeving, wie, gezien, doe)
    except ConflictError as fout:
        return Poging(wie=wie, gezien=gezien, wijziging=wijziging, weigering=fout)
    return Poging(wie=wie, gezien=gezien, wijziging=wijziging, versie=versies[-1])


def _verloren(gelukt: Sequence[Poging], historie: Sequence[Versie], einde: Concept) -> list[str]:
    """Every accepted edit is its own version; the last one per place stands in the list."""
    fouten = []
    per_versie = {v.versie: v for v in historie}
    if len(historie) != len(gelukt) + 1:
        fouten.append(f"{len(historie)} versies van {len(gelukt)} bewerkingen")
    laatste: dict[Plek, Wijziging] = {}
    for poging in sorted(gelukt, key=lambda p: p.versie or 0):
        versie = per_versie.get(poging.versie or 0)
        if versie is None or [r.wijziging for r in versie.erbij] != [poging.wijziging]:
            fouten.append(f"{poging.wijziging} staat niet in de geschiedenis")
        elif versie.door != poging.wie.account:
            fouten.append(f"versie {versie.versie} is van {versie.door}")
        laatste[_plek(poging.wijziging)] = poging.wijziging
    if {_plek(x): x for x in einde.wijzigingen} != laatste or len(einde.regels) != len(laatste):
        fouten.append("de lijst is niet wat de bewerkingen samen geven")
    return fouten


def _overschreven(gelukt: Sequence[Poging], historie: Sequence[Versie]) -> list[str]:
    """Between what was seen and what was stored nobody else set the same place."""
    return [
        f"{poging.wijziging} over {versie.versie}"
        for poging in gelukt
        for versie in historie
        if poging.gezien < versie.versie < (poging.versie or 0)
        and _plek(poging.wijziging) in {_plek(r.wijziging) for r in versie.erbij}
    ]


def _onvolledig(poging: Poging, historie: Sequence[Versie], namen: Namen) -> str:
    """What is missing in a refusal; empty when it shows both values and who was first."""
    fout = poging.weigering
    assert fout is not None
    if wijzigingszin(poging.wijziging, namen) not in fout.message:
        return f"de eigen waarde ontbreekt: {fout}"
    for versie in historie:
        if versie.versie <= poging.gezien:
            continue
        for regel in versie.erbij:
            naam = next(w.naam for w in IDENTITEITEN if w.account == versie.door)
            wie = "U was zelf" if versie.door == poging.wie.account else f"{naam} was"
            if (
                _plek(regel.wijziging) == _plek(poging.wijziging)
                and wijzigingszin(regel.wijziging, namen) in fout.title
                and fout.title.startswith(wie)
            ):
                return ""
    return f"de eerste waarde of wie eerst was, klopt niet: {fout}"
