"""An uploaded rang against the decided order: shown per opdracht, and into the draft when chosen.

Owns the way from a rang of a file to a change in the acting person's draft. The plan never moves by
it: an uploaded rang does not change a decided order (werkboek.md). Places count from 1.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode
from sturing.domain.scenario import Regel
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Rang, Wijziging
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.volgorde import plaatsen, verplaats
from sturing.intake.controle_opdrachten import Rangverschil
from sturing.rights.mag import Actie, mag, object_scenario, zichtbare_opdrachten
from sturing.services import notatie
from sturing.services.bordzinnen import WETTELIJK_GRENS
from sturing.services.concept import Verplaatsing, eigen_concept, in_concept, uitkomst_van
from sturing.services.namen import Namen
from sturing.services.omgeving import Omgeving
from sturing.store import concepten
from sturing.store.concepten import Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Rangrij:
    """One opdracht: its place in force (None: it asks nothing now and has none), the decided rang,
    the rang of the file, and the words of its choice; `kan` is false when there is no choice."""

    opdracht: str
    naam: str
    plaats: int | None
    besloten_rang: int
    rang: int
    verschil: int
    kan: bool
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rangbeeld:
    """Every opdracht with another rang than decided; `waarom_niet` when nothing can be chosen.
    `versie` is the draft of the person when this was made (0: none yet)."""

    rijen: tuple[Rangrij, ...]
    waarom_niet: str
    versie: int


def maak_rangbeeld(
    omgeving: Omgeving,
    wie: Wie,
    rangen: Sequence[Rangverschil],
    voor: Uitkomst,
    na: Uitkomst | None,
    namen: Namen,
) -> Rangbeeld:
    """The choice per opdracht of an upload; `voor` is the plan in force, `na` the plan after it,
    in which a renamed opdracht is found under its new code."""
    concept = eigen_concept(omgeving, wie)
    mag_kiezen = bool(mag(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account)))
    plaats: dict[OpdrachtCode, int] = {}
    for uitkomst in (na, voor):
        if uitkomst is not None:
            plaats |= {regel.opdracht: regel.plaats for regel in uitkomst.effecten.opdrachten}
    return Rangbeeld(
        rijen=tuple(
            _rij(r, plaats.get(OpdrachtCode(r.opdracht)), namen.opdracht(r.opdracht), mag_kiezen)
            for r in rangen
        ),
        waarom_niet=""
        if mag_kiezen
        else "De besloten volgorde blijft. Met uw rol kunt u geen concept maken.",
        versie=concept.versie if concept else 0,
    )


def _rij(rang: Rangverschil, plaats: int | None, naam: str, mag_kiezen: bool) -> Rangrij:
    if plaats is None:
        tekst = f"{naam}: rang {rang.rang} in uw bestand. Vraagt nu niets en heeft geen plaats"
    else:
        stap = rang.rang - plaats
        hoe = "dezelfde plaats"
        if stap:
            n = notatie.aantal(abs(stap), "plaats", "plaatsen")
            hoe = f"{n} {'lager' if stap > 0 else 'hoger'}"
        tekst = f"{naam}: nu plaats {plaats}, in uw bestand rang {rang.rang} ({hoe})"
    return Rangrij(
        opdracht=rang.opdracht,
        naam=naam,
        plaats=plaats,
        besloten_rang=rang.besloten_rang,
        rang=rang.rang,
        verschil=0 if plaats is None else rang.rang - plaats,
        kan=mag_kiezen and plaats is not None and plaats != rang.rang,
        tekst=tekst,
    )


def neem_rangen_in_concept(
    omgeving: Omgeving,
    wie: Wie,
    versie: int,
    rangen: Sequence[Rangverschil],
    gekozen: Collection[str],
) -> Verplaatsing:
    """Put the chosen opdrachten at the rang of the file, in the draft of `wie`, as one step.

    `versie` is the draft as it was when the choice was shown (Rangbeeld): when one of these was
    moved since, all is refused, with both values and who was first. All are taken out first and
    put back from the lowest rang up, so that each ends at its own rang whatever place it came from.
    Legal work keeps its border. Raises RechtError for who may have no draft; a refusal by a rule is
    words.
    """
    basis = omgeving.basis()
    doel = sorted((r.rang, OpdrachtCode(r.opdracht)) for r in rangen if r.opdracht in gekozen)

    def doe(concept: Concept) -> Verplaatsing:
        stand = uitkomst_van(omgeving, basis, concept).stand
        nu = plaatsen(stand.plan, stand.volgorde)
        zichtbaar = zichtbare_opdrachten(wie, basis.index, [code for _, code in doel])
        plaatst = [(rang, code) for rang, code in doel if code in zichtbaar and code in nu]
        weg = {code for _, code in plaatst}
        volgorde = tuple(code for code in stand.volgorde if code not in weg)
        onder: dict[OpdrachtCode, OpdrachtCode | None] = {}
        for rang, code in plaatst:
            volgorde, _, onder[code] = verplaats(stand.plan, (*volgorde, code), code, rang)
        straks = plaatsen(stand.plan, volgorde)
        if straks == nu:
            return Verplaatsing(aankondiging="Uw concept heeft deze volgorde al.")
        nieuw = [
            Rang(opdracht=code, oude_plaats=nu[code], plaats=straks[code], onder=onder[code])
            for _, code in plaatst
        ]
        alle: tuple[Regel | Wijziging, ...] = (*concept.regels, *nieuw)
        concepten.vervang(omgeving.opslag, concept.id, alle, concept.versie, door=wie.account)
        zin = f"{notatie.aantal(len(nieuw), 'opdracht', 'opdrachten')} verplaatst in uw concept."
        grens = any(straks[code] != min(rang, len(straks)) for rang, code in plaatst)
        return Verplaatsing(aankondiging=f"{zin} {WETTELIJK_GRENS}" if grens else zin)

    return in_concept(omgeving, wie, versie, doe)
