"""The rows of an uploaded sheet around its findings, so that a person recognises the own file.

Shows texts (masked as in the findings) and decides nothing; which rows is the choice of the intake
(uitsnede.py). The list of findings is complete, a fragment is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sturing.intake.cellen import Celsoort, kolomletters
from sturing.intake.melding import waarde_tekst
from sturing.intake.uitsnede import Uitsnede
from sturing.services.beelden import Celfragment
from sturing.services.notatie import MAANDEN_KORT


def fragmenten(uitsneden: Iterable[Uitsnede]) -> tuple[Celfragment, ...]:
    """One fragment per cut, in the same order."""
    return tuple(map(_fragment, uitsneden))


def _fragment(uitsnede: Uitsnede) -> Celfragment:
    breedte = max(
        [cel.kolom for _, cellen in uitsnede.rijen for cel in cellen]
        + [kolom for _, kolom in uitsnede.ernst]
    )
    regels = []
    for _, cellen in uitsnede.rijen:
        per_kolom = {cel.kolom: _tekst(cel.soort, cel.waarde) for cel in cellen}
        regels.append(tuple(per_kolom.get(kolom, "") for kolom in range(1, breedte + 1)))
    return Celfragment(
        blad=uitsnede.blad,
        kolommen=tuple(map(kolomletters, range(1, breedte + 1))),
        rijnummers=tuple(nummer for nummer, _ in uitsnede.rijen),
        cellen=tuple(regels),
        gemarkeerd={
            (rij, kolom - 1): ernst.value for (rij, kolom), ernst in uitsnede.ernst.items()
        },
    )


def _tekst(soort: Celsoort, waarde: object) -> str:
    if soort is Celsoort.FORMULE:
        return "(formule)"
    if soort is Celsoort.PROCENT and isinstance(waarde, (int, float)):
        return f"{waarde_tekst(round(waarde * 100, 6))}%"
    if soort is Celsoort.MAAND and isinstance(waarde, date):
        return f"{MAANDEN_KORT[waarde.month - 1]} {waarde.year}"
    return waarde_tekst(waarde)
