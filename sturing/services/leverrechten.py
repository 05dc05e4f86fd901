"""Which rows of an upload are outside the right of who brings it. Stores and reads nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import Mutatie, Rij
from sturing.domain.wie import Wie
from sturing.errors import RechtError
from sturing.intake.codes import Code
from sturing.intake.hernoemen import alleen_verhuisd, hernoemingen
from sturing.intake.melding import meld as meld_bevinding
from sturing.rights.mag import mag_alles_leveren, mag_leveren
from sturing.rights.rijen import mag_rij
from sturing.services.omgeving import Omgeving


def eis_leveren(wie: Wie) -> None:
    """RechtError for who may bring no sheet at all."""
    if not mag_leveren(wie):
        raise RechtError(
            "U mag geen bestanden inlezen.",
            hint="Vraag een teamondersteuner of een beheerder.",
        )


def buiten_recht(
    omgeving: Omgeving, wie: Wie, mutaties: Sequence[Mutatie], teamrollen: Sequence[Rij]
) -> list[Mutatie]:
    """The rows that change something outside the right of `wie`; `teamrollen` as stored.

    A row that only moved along with a `vorige code` is the same row under its new name: the right
    to rename is asked at the row that renames.
    """
    if not mutaties or mag_alles_leveren(wie):
        return []
    index = omgeving.basis().index.met_rijen(
        {blad: _nieuwe_rijen(mutaties, blad) for blad in ("Personen", "Teams")}
    )
    rollen = (*teamrollen, *_nieuwe_rijen(mutaties, "Teamrollen"))
    hernoemd = hernoemingen(mutaties)
    return [
        m
        for m in mutaties
        if not alleen_verhuisd(m, hernoemd)
        and not all(mag_rij(wie, index, m.blad, rij, rollen) for rij in (m.oud, m.nieuw) if rij)
    ]


def _nieuwe_rijen(mutaties: Sequence[Mutatie], blad: str) -> list[Rij]:
    return [m.nieuw for m in mutaties if m.blad == blad and m.nieuw is not None]


def geen_recht(mutatie: Mutatie) -> Bevinding:
    """The fout at a row that changes something outside the right of who brings it."""
    rij = mutatie.nieuw or mutatie.oud or {}
    sleutel = str(rij.get("team") or rij.get("opdracht") or next(iter(rij.values()), ""))
    wat = "vervalt door dit bestand" if mutatie.nieuw is None else "verandert door dit bestand"
    return meld_bevinding(
        Code.GEEN_RECHT,
        f"De rij van '{sleutel}' {wat}, en dat valt buiten uw rol.",
        "Toegestaan: alleen rijen van uw eigen teams, gebieden of domein. Haal de rij weg, of "
        "vraag wie dit mag.",
        blad=mutatie.blad_van_cel or mutatie.blad,
        cel=mutatie.cel,
        waarde=sleutel,
        bestand=mutatie.bestand,
    )
