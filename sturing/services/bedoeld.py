"""What was meant by an unknown code: the question on screen, and carrying out the answer.

An answer counts for this upload; in an export it is remembered with the koppeling of its source.
Must never choose for a person.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.wie import Wie
from sturing.intake.aangewezen import OVERSLAAN, Bedoeling
from sturing.intake.beoordeling import Beoordeling
from sturing.services import notatie
from sturing.services.beelden import Keuze
from sturing.services.koppeling import codes_van, vul_aan
from sturing.services.leverrechten import eis_leveren
from sturing.services.omgeving import Omgeving

_WAT = {
    "Opdrachten": "opdracht",
    "Teams": "team",
    "Personen": "persoon",
    "Gebieden": "gebied",
    "Programmas": "programma",
    "Doelen": "doel",
    "Medewerkers": "medewerker",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One unknown code, ready to show. `nabij` are the nearest known ones, the first is asked
    about; `alle` are all choices, with `overslaan` among them where rows may be left out."""

    nummer: int
    zin: str
    waar: str
    nabij: tuple[Keuze, ...]
    alle: tuple[Keuze, ...]
    onthouden: str
    """Says where the answer is remembered; empty when it counts for this upload only."""


def vragen(omgeving: Omgeving, beoordeling: Beoordeling) -> tuple[Vraag, ...]:
    """The unknown codes of an upload as questions, in the order of the upload."""
    lijsten: dict[str, tuple[Keuze, ...]] = {}
    uit = []
    for nummer, bedoeling in enumerate(beoordeling.bedoelingen):
        if bedoeling.blad not in lijsten:
            lijsten[bedoeling.blad] = codes_van(omgeving, bedoeling.blad)
        uit.append(_vraag(nummer, bedoeling, lijsten[bedoeling.blad]))
    return tuple(uit)


def _vraag(nummer: int, bedoeling: Bedoeling, lijst: tuple[Keuze, ...]) -> Vraag:
    wat = _WAT.get(bedoeling.blad, "code")
    nabij = tuple(Keuze(sleutel=c, naam=f"{c} {n}".strip()) for c, n in bedoeling.nabij)
    zin = f"'{bedoeling.waarde}' is geen {wat} die wij kennen. Wat bedoelt u?"
    if bedoeling.pseudo:
        zin = f"'{bedoeling.waarde}' lijkt geen {wat} maar {bedoeling.pseudo}."
    elif nabij:
        zin = f"'{bedoeling.waarde}' bestaat niet. Bedoelt u {nabij[0].naam}?"
    weg = (Keuze(sleutel=OVERSLAAN, naam="Deze rijen tellen niet mee"),)
    genoemd = {keuze.sleutel for keuze in nabij}
    return Vraag(
        nummer=nummer,
        zin=zin,
        waar=f"{bedoeling.plaats} · {notatie.aantal(bedoeling.rijen, 'rij', 'rijen')}",
        nabij=(*weg, *nabij) if bedoeling.pseudo and bedoeling.mag_overslaan else nabij,
        alle=(
            *(weg if bedoeling.mag_overslaan else ()),
            *nabij,
            *(keuze for keuze in lijst if keuze.sleutel not in genoemd),
        ),
        onthouden="Wij onthouden dit voor de volgende export van deze bron."
        if bedoeling.kenmerk
        else "",
    )


def antwoord(
    omgeving: Omgeving, wie: Wie, beoordeling: Beoordeling, nummer: int, code: str
) -> tuple[str, str] | None:
    """Carry out an answer. Gives what to read otherwise in this upload (sheet and what was typed);
    None when it was recorded with the koppeling of its export. Raises RechtError for who may not
    deliver."""
    eis_leveren(wie)
    bedoeling = beoordeling.bedoelingen[nummer]
    if bedoeling.kenmerk is None:
        return (bedoeling.blad, bedoeling.waarde)
    vul_aan(omgeving, wie, bedoeling.kenmerk, bedoeling.veld, {bedoeling.waarde: code})
    return None
