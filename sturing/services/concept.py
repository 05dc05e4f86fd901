"""The working draft of a person: finding it, calculating it, and running one change on it.

Owns that a refusal by a rule becomes words, that every write asks the right with the draft, and
that two people in one draft never overwrite each other unseen (docs/adr/0011).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sturing.domain.scenario import Deelrecht
from sturing.domain.wie import Wie
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.errors import ConflictError
from sturing.rights.mag import Actie, Object, eis, mag, object_scenario
from sturing.services.accounts import naam_van
from sturing.services.botsing import eis_niet_geraakt
from sturing.services.namenvoor import namen_voor
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.scenariobegin import begin
from sturing.store import conceptversies
from sturing.store.concepten import Concept
from sturing.store.conceptversies import Versie
from sturing.store.scenarios import Werk

ERGENS_ANDERS = "Dit concept is net ergens anders gewijzigd."
MEEKIJKEN = (
    "U kijkt mee in dit scenario en kunt het niet wijzigen. Maak een kopie, of kies een ander."
)
GEEN_ROL = "U kunt dit plan bekijken, niet wijzigen. Vraag een strategisch manager."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verplaatsing:
    """Answer to one change: what a screen reader hears, or why it was refused (then nothing
    changed). `anderen`: the draft was changed elsewhere since it was seen."""

    aankondiging: str = ""
    geweigerd: str = ""
    anderen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Getoond:
    """The draft that the screens show to a person (None before the first change), and why it may
    not be changed (empty when it may)."""

    concept: Concept | None
    waarom_niet: str


class _NietsGeschreven(Exception):  # noqa: N818 - no fault: ends a transaction that wrote nothing
    """The change ended in words; what was opened for it is not kept."""

    def __init__(self, antwoord: Verplaatsing) -> None:
        super().__init__()
        self.antwoord = antwoord


def eigen_concept(omgeving: Omgeving, wie: Wie) -> Concept | None:
    """The draft that the acting user works in: the chosen one (own, or shared to work in), else
    the newest of its own; None before the first change, and while it looks at one of another."""
    werk = omgeving.werk(wie.account)
    return werk.concept if werk is not None and werk.recht is not Deelrecht.KIJKEN else None


def getoond_concept(omgeving: Omgeving, wie: Wie) -> Getoond:
    """What the screens show: `eigen_concept`, or the draft at which the acting user looks."""
    werk = omgeving.werk(wie.account)
    if not mag(wie, Actie.EIGEN_SCENARIO, _object(wie, werk)):
        niet = MEEKIJKEN if werk is not None and werk.recht is Deelrecht.KIJKEN else GEEN_ROL
        return Getoond(concept=werk.concept if werk else None, waarom_niet=niet)
    return Getoond(concept=werk.concept if werk else None, waarom_niet="")


def uitkomst_van(
    omgeving: Omgeving, basis: Basis, concept: Concept | None, vorige: Uitkomst | None = None
) -> Uitkomst:
    """The result of a draft; an empty draft, or none, is the plan in force itself.

    `vorige` is a result of the same plan: when the facts of the draft are its facts, as after a
    move, its arrays are used again.
    """
    if concept is None or not concept.wijzigingen:
        return basis.uitkomst
    horizon = basis.uitkomst.horizon
    # By the changes themselves: a change that was not kept must leave no result behind.
    return omgeving.onthoud(
        (basis.levering, horizon, concept.wijzigingen),
        lambda: reken(basis.plan, horizon, concept.wijzigingen, basis=vorige or basis.uitkomst),
    )


def in_concept(
    omgeving: Omgeving,
    wie: Wie,
    versie: int | None,
    doe: Callable[[Concept], Verplaatsing],
) -> Verplaatsing:
    """Run one change on the acting user's draft; a refusal by a rule becomes words, not a crash.

    `versie` is the draft that the person saw: 0 for none yet, None when it does not matter. As
    `bewerk`. Raises RechtError for who may not change the draft.
    """
    try:
        return bewerk(omgeving, wie, versie, doe)
    except ConflictError as fout:
        delen = (fout.title, fout.message, fout.hint)
        return Verplaatsing(geweigerd=" ".join(filter(None, delen)), anderen=True)


def bewerk(
    omgeving: Omgeving,
    wie: Wie,
    versie: int | None,
    doe: Callable[[Concept], Verplaatsing],
) -> Verplaatsing:
    """Run `doe` on the draft as it is now, in one transaction.

    When the draft moved since `versie`, what `doe` changes is laid on top, unless it touches what
    was touched since: ConflictError with both values and who was first, and nothing is stored.
    """
    try:
        with omgeving.opslag.schrijven() as cursor:
            werk = omgeving.werk(wie.account)
            eis(wie, Actie.EIGEN_SCENARIO, _object(wie, werk))
            concept = werk.concept if werk is not None else _eerste_concept(omgeving, wie)
            tussen = _sinds(omgeving, wie, concept, versie)
            antwoord = doe(concept)
            if conceptversies.huidige(cursor, concept.id) == concept.versie:
                raise _NietsGeschreven(antwoord)
            if tussen:
                eis_niet_geraakt(
                    conceptversies.sinds(cursor, concept.id, concept.versie),
                    tussen,
                    wie.account,
                    namen_voor(omgeving.basis(), wie),
                    lambda account: naam_van(omgeving, account),
                )
    except _NietsGeschreven as niets:
        antwoord = niets.antwoord
    return _met_anderen(omgeving, wie, antwoord, tussen)


def _sinds(
    omgeving: Omgeving, wie: Wie, concept: Concept, versie: int | None
) -> tuple[Versie, ...]:
    """What was done to the draft since the person saw it. Who saw no draft yet may only begin one
    of its own: another window may have begun it, or opened one of a colleague, since."""
    if versie in (None, concept.versie):
        return ()
    if not versie:
        leeg = not (concept.regels or concept.kan_ongedaan or concept.kan_opnieuw)
        if not leeg or concept.eigenaar != wie.account:
            raise ConflictError(ERGENS_ANDERS, hint="U ziet nu de nieuwste stand.")
        return ()
    with omgeving.opslag.lezen() as cursor:
        return conceptversies.sinds(cursor, concept.id, versie)


def _met_anderen(
    omgeving: Omgeving, wie: Wie, antwoord: Verplaatsing, tussen: tuple[Versie, ...]
) -> Verplaatsing:
    """The answer, and who else changed something that the person has not seen yet."""
    anderen = sorted({naam_van(omgeving, v.door) for v in tussen if v.door != wie.account})
    if not anderen or antwoord.geweigerd:
        return replace(antwoord, anderen=bool(tussen))
    ook = f"Intussen wijzigde {' en '.join(anderen)} iets anders; dat staat er ook in."
    return Verplaatsing(aankondiging=f"{antwoord.aankondiging} {ook}".strip(), anderen=True)


def _object(wie: Wie, werk: Werk | None) -> Object:
    """The draft as a right sees it; without one the draft that the acting user would begin."""
    if werk is None:
        return object_scenario(wie.account)
    mee = {wie.account} if werk.recht is Deelrecht.MEEWERKEN else set()
    return object_scenario(werk.concept.eigenaar, meewerkers=frozenset(mee))


def _eerste_concept(omgeving: Omgeving, wie: Wie) -> Concept:
    """The first draft of the acting user. Under the write lock: two windows that begin at the same
    moment get the same draft, so that neither works on one that the other hides."""
    return begin(omgeving, wie, "Eerste concept")
