"""Which of the chosen files count when a corrected one was added beside the one it replaces.

Owns the rule: of one name the file that was chosen last counts, and a copy with remarks replaces
the file it was made of. What does not count is told; nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from sturing.services import notatie
from sturing.services.opmerkingen import ACHTERVOEGSEL


def laatste_keuze(namen: Sequence[str]) -> tuple[tuple[int, ...], str]:
    """Places of the files that count, in the order of choice, and what to tell about the others.

    `namen` are in the order in which they were chosen; the sentence is empty when all count.
    """
    opvolger = {
        plaats: later
        for plaats, naam in enumerate(namen)
        for later in range(plaats + 1, len(namen))
        if _vervangt(namen[later], naam)
    }
    plaatsen = tuple(plaats for plaats in range(len(namen)) if plaats not in opvolger)
    if not opvolger:
        return plaatsen, ""
    nieuw = _genoemd(namen[later] for later in opvolger.values() if later in plaatsen)
    oud = _genoemd(namen[plaats] for plaats in opvolger)
    if oud == nieuw:
        return plaatsen, f"U koos {nieuw} opnieuw. Het laatst gekozen bestand telt."
    return plaatsen, f"U koos {nieuw} in plaats van {oud}. Het laatst gekozen bestand telt."


def _vervangt(nieuw: str, oud: str) -> bool:
    """The same name, or one of both is the copy with remarks of the other."""
    if nieuw.casefold() == oud.casefold():
        return True
    (stam, is_kopie), (ander, was_kopie) = _stam(nieuw), _stam(oud)
    return stam == ander and (is_kopie or was_kopie)


def _stam(naam: str) -> tuple[str, bool]:
    """The name without extension and without the addition of a copy, and whether it is a copy."""
    stam = PurePosixPath(naam.casefold()).stem
    kaal = stam
    while kaal.endswith(ACHTERVOEGSEL):
        kaal = kaal.removesuffix(ACHTERVOEGSEL)
    return kaal, kaal != stam


def _genoemd(namen: Iterable[str]) -> str:
    return notatie.opsomming([f"'{naam}'" for naam in dict.fromkeys(namen)])
