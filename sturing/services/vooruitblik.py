"""Everything a person sees before something is stored: rows, effect and choices, of one levering.

Owns putting the three together, which stored rows of persons are kept from sight, and who may take
the rows along as a file. Serves every change of stored rows, an upload as well as what else becomes
a levering. Must never store anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.levering import BladVerschil, Mutatie
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.intake.controle_opdrachten import Rangverschil
from sturing.intake.rijverschil import Rijverschil
from sturing.rights.lezen import PERSOONSBLADEN, mag_rij_lezen
from sturing.rights.mag import (
    Actie,
    Planindex,
    mag,
    object_opdracht,
    object_organisatie,
    object_team,
)
from sturing.services.gevolg import gevolg_van
from sturing.services.gevolgbeeld import Gevolgbeeld, maak_gevolgbeeld
from sturing.services.omgeving import Omgeving
from sturing.services.rangkeuze import Rangbeeld, maak_rangbeeld
from sturing.services.verschilbeeld import Verschilbeeld, maak_verschilbeeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooruitblik:
    """The difference and what it does. `gevolg` is None when no row changes, or when the plan in
    force is not the one any more that the rows were compared with; `rangen` None without any."""

    verschil: Verschilbeeld
    gevolg: Gevolgbeeld | None
    rangen: Rangbeeld | None


def maak_vooruitblik(
    omgeving: Omgeving,
    wie: Wie,
    *,
    tellingen: Sequence[BladVerschil],
    rijen: Sequence[Rijverschil],
    mutaties: Sequence[Mutatie],
    op_levering: int,
    rangen: Sequence[Rangverschil] = (),
    horizon: Horizon | None = None,
) -> Vooruitblik:
    """What storing `mutaties` would do, as `wie` may see it. `rijen` are the rows that `tellingen`
    count; `op_levering` is the levering that both were made on."""
    basis = omgeving.basis(horizon)
    gevolg = gevolg_van(omgeving, mutaties, horizon) if basis.levering == op_levering else None
    index = gevolg.index_na if gevolg else basis.index
    namen = gevolg.namen if gevolg else basis.namen
    zichtbaar = _zichtbaar(wie, basis.index, rijen, mutaties)
    return Vooruitblik(
        verschil=maak_verschilbeeld(
            tellingen, zichtbaar, namen, mag_downloaden=_mag_meenemen(wie, index, zichtbaar)
        ),
        gevolg=maak_gevolgbeeld(gevolg, wie) if gevolg and mutaties else None,
        rangen=maak_rangbeeld(
            omgeving, wie, rangen, basis.uitkomst, gevolg.na if gevolg else None, namen
        )
        if rangen
        else None,
    )


def _zichtbaar(
    wie: Wie, index: Planindex, rijen: Sequence[Rijverschil], mutaties: Sequence[Mutatie]
) -> Sequence[Rijverschil]:
    """The rows without those that would show what is stored of a person to who may bring it but may
    not read it. What is new comes from the own file."""
    if all(verschil.blad not in PERSOONSBLADEN for verschil in rijen):
        return rijen
    rollen = [
        rij
        for mutatie in mutaties
        if mutatie.blad == "Teamrollen"
        for rij in (mutatie.oud, mutatie.nieuw)
        if rij is not None
    ]
    return [
        verschil
        for verschil in rijen
        if verschil.blad not in PERSOONSBLADEN
        or verschil.oud is None
        or mag_rij_lezen(wie, index, verschil.blad, verschil.oud, rollen)
    ]


def _mag_meenemen(wie: Wie, index: Planindex, rijen: Iterable[Rijverschil]) -> bool:
    """Rows in a file are an export: every team and opdracht in them must be one to take along.

    The euros of a programma are of the whole organisation.
    """
    if mag(wie, Actie.TOTALEN_EXPORTEREN, object_organisatie()).per_rij:
        return True
    teams, opdrachten = set(), set()
    for verschil in rijen:
        for rij in (verschil.oud, verschil.nieuw):
            if rij is None:
                continue
            team, opdracht = rij.get("team"), rij.get("opdracht")
            if verschil.blad == "Begroting":
                return False
            if isinstance(team, str):
                teams.add(TeamCode(team))
            elif isinstance(opdracht, str):
                opdrachten.add(OpdrachtCode(opdracht))
    objecten = [
        *(object_team(index, code) for code in teams),
        *(object_opdracht(index, code) for code in opdrachten),
    ]
    return all(mag(wie, Actie.TOTALEN_EXPORTEREN, object_).per_rij for object_ in objecten)
