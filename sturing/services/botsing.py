"""Two edits of one scenario held against each other: may the second be laid on top of the first?

Owns the judgement by keys (domain/sleutel.py) and the words of a refusal: both values, and who was
first. Must never store anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sturing.domain.scenario import Regel
from sturing.domain.sleutel import Sleutel, raken, sleutel_van
from sturing.errors import ConflictError
from sturing.services import notatie
from sturing.services.bordzinnen import wijzigingszin
from sturing.services.namen import Namen
from sturing.store.conceptversies import Versie

NIETS = "weghalen"


def eis_niet_geraakt(
    mijn: Sequence[Versie],
    tussen: Sequence[Versie],
    account: str,
    namen: Namen,
    naam_van: Callable[[str], str],
) -> None:
    """Raise ConflictError when `mijn` touches what was touched in `tussen`, since it was seen.

    The value that is shown beside mine is the one that stands now, with who wrote it: of several
    edits in between the last.
    """
    velden = velden_van(mijn)
    for versie in reversed(tussen):
        if not raken(velden, velden_van([versie])):
            continue
        daarvan = velden_van([versie])
        wie = "U was zelf" if versie.door == account else f"{naam_van(versie.door)} was"
        waar = " in een ander venster" if versie.door == account else ""
        raise ConflictError(
            f"{wie}{waar} eerst: {waarde(versie, velden, namen)}.",
            f"Uw wijziging was: {'; '.join(waarde(v, daarvan, namen) for v in mijn)}.",
            "Er is niets van u opgeslagen. U ziet nu de nieuwste stand.",
        )


def velden_van(versies: Iterable[Versie]) -> Sleutel:
    """Every field that these versions set or gave back."""
    uit: set[tuple[str, ...]] = set()
    for versie in versies:
        for regel in (*versie.weg, *versie.erbij):
            uit |= sleutel_van(regel.wijziging)
    return frozenset(uit)


def waarde(versie: Versie, velden: Sleutel, namen: Namen) -> str:
    """What a version made of these fields, in words; a line that only went out is named as such."""

    def zinnen(regels: Iterable[Regel]) -> list[str]:
        return [
            wijzigingszin(r.wijziging, namen) + ("" if r.aan else " (uitgezet)")
            for r in regels
            if raken(sleutel_van(r.wijziging), velden)
        ]

    erbij = zinnen(versie.erbij)
    if erbij:
        return notatie.opsomming(erbij)
    return f"{NIETS}: {notatie.opsomming(zinnen(versie.weg))}"
