"""Everything a person sees before something is stored: rows, effect and choices, of one levering.

Owns putting the three together and who may take the rows along as a file. Serves every change of
stored rows, an upload as well as what else becomes a levering. Must never store anything.
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
from sturing.rights.mag import (
    Actie,
    Object,
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
    return Vooruitblik(
        verschil=maak_verschilbeeld(
            tellingen, rijen, namen, mag_downloaden=_mag_meenemen(wie, index, rijen)
        ),
        gevolg=maak_gevolgbeeld(gevolg, wie) if gevolg and mutaties else None,
        rangen=maak_rangbeeld(rangen, basis.uitkomst, gevolg.na if gevolg else None, namen, wie)
        if rangen
        else None,
    )


def _mag_meenemen(wie: Wie, index: Planindex, rijen: Iterable[Rijverschil]) -> bool:
    """Rows in a file are an export: every team and opdracht in them must be one to take along."""
    if _rij_mag_mee(wie, object_organisatie()):
        return True
    teams, opdrachten = set(), set()
    for verschil in rijen:
        for rij in (verschil.oud, verschil.nieuw):
            if rij is None:
                continue
            team, opdracht = rij.get("team"), rij.get("opdracht")
            if isinstance(team, str):
                teams.add(TeamCode(team))
            elif isinstance(opdracht, str):
                opdrachten.add(OpdrachtCode(opdracht))
    objecten = [
        *(object_team(index, code) for code in teams),
        *(object_opdracht(index, code) for code in opdrachten),
    ]
    return all(_rij_mag_mee(wie, object_) for object_ in objecten)


def _rij_mag_mee(wie: Wie, object_: Object) -> bool:
    """A row is no figure of a group: a right on aggregates is not enough."""
    oordeel = mag(wie, Actie.TOTALEN_EXPORTEREN, object_)
    return bool(oordeel) and not oordeel.geaggregeerd
