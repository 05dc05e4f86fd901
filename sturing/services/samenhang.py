"""Why undoing a levering would leave a code that nobody knows: who still uses it, or who ended it.

Owns finding the later levering behind a broken reference, in words. Must never decide whether
undoing is allowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sturing.domain.levering import Levering, Mutatie, Rij, Waarde
from sturing.intake.schema import BLADEN, PER_BLAD, Soort
from sturing.services import notatie
from sturing.services.omgeving import Omgeving
from sturing.services.toestanden import Toestand
from sturing.store import leveringen as register
from sturing.store.geschiedenis import laatste_met_rij, mutaties_van_blad

NAGEZOCHT = 20
"""So many rows that use a code are looked up; the last levering among them is named."""

_WOORD = {
    "Teams": "Team",
    "Personen": "Persoon",
    "Gebieden": "Gebied",
    "Programmas": "Programma",
    "Doelen": "Doel",
    "Opdrachten": "Opdracht",
    "Medewerkers": "Medewerker",
}


def verbroken(
    omgeving: Omgeving, nummer: int, terug: Sequence[Mutatie], na: Toestand
) -> tuple[str, ...]:
    """One sentence per code that would be unknown, with the levering that needs or ended it.

    `terug` are the mutations that undo levering `nummer`, `na` all rows after them.
    """
    lijst = {item.nummer: item for item in register.lijst(omgeving.opslag)}
    return tuple(
        _zin(omgeving, nummer, lijst, doel, code, rijen)
        for (doel, code), rijen in _onbekend(na, terug).items()
    )


def _onbekend(
    na: Toestand, terug: Sequence[Mutatie]
) -> dict[tuple[str, str], list[tuple[str, Rij, bool]]]:
    """Unknown code -> (sheet, row, is it a row that comes back) of the rows that name it."""
    bekend = {
        blad.naam: {rij[blad.sleutel[0]] for rij in na.get(blad.naam, ())}
        for blad in BLADEN
        if blad.codekolom is not None
    }
    komt_terug = {id(m.nieuw) for m in terug if m.nieuw is not None}
    gevonden: dict[tuple[str, str], list[tuple[str, Rij, bool]]] = {}
    for blad in BLADEN:
        kolommen = [k for k in blad.kolommen if k.verwijst_naar in bekend and k.opgeslagen]
        for rij in na.get(blad.naam, ()):
            for kolom in kolommen:
                doel = str(kolom.verwijst_naar)
                for code in _codes(kolom.soort, rij.get(kolom.veld)):
                    if code not in bekend[doel]:
                        gevonden.setdefault((doel, code), []).append(
                            (blad.naam, rij, id(rij) in komt_terug)
                        )
    return gevonden


def _codes(soort: Soort, waarde: Waarde) -> Iterator[str]:
    if isinstance(waarde, str) and waarde:
        delen = waarde.split(";") if soort is Soort.CODES else (waarde,)
        yield from (deel.strip() for deel in delen if deel.strip())


def _zin(
    omgeving: Omgeving,
    nummer: int,
    lijst: dict[int, Levering],
    doel: str,
    code: str,
    rijen: Sequence[tuple[str, Rij, bool]],
) -> str:
    # A code of a person is not for every reader.
    wat = _WOORD[doel] if doel == "Medewerkers" else f"{_WOORD[doel]} '{code}'"
    bladen = notatie.opsomming(list(dict.fromkeys(blad for blad, _, _ in rijen)))
    if all(terug for _, _, terug in rijen):
        door = _wie_beeindigde(omgeving, nummer, doel, code)
        wie = f" sinds levering {door} van {lijst[door].naam}" if door in lijst else ""
        return f"{wat} bestaat niet meer{wie}, maar is nodig voor {bladen}."
    gebruikers = [(blad, rij) for blad, rij, terug in rijen if not terug][:NAGEZOCHT]
    nummers = [laatste_met_rij(omgeving.opslag, blad, rij) for blad, rij in gebruikers]
    door = max((n for n in nummers if n is not None), default=None)
    wie = f", door levering {door} van {lijst[door].naam}" if door in lijst else ""
    return f"{wat} wordt nog gebruikt op {bladen}{wie}."


def _wie_beeindigde(omgeving: Omgeving, nummer: int, doel: str, code: str) -> int | None:
    """The last levering after `nummer` in which the code vanished or got another one."""
    sleutel = PER_BLAD[doel].sleutel[0]
    door = None
    for later, mutatie in mutaties_van_blad(omgeving.opslag, doel, nummer + 1):
        was = mutatie.oud is not None and mutatie.oud[sleutel] == code
        is_ = mutatie.nieuw is not None and mutatie.nieuw[sleutel] == code
        if was and not is_:
            door = later
    return door
