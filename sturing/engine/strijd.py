"""With whom does one party contest hours, and of which teams? Sums only, of many others at once.

The same team-months as engine/claims.py finds for each pair, without who asks what there. Hours are
hundredths.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sturing.domain.codes import TeamCode
from sturing.engine.claims import Partij, eigenaars, eis_partijen
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.vraag import som_per


def strijd_met(
    uitkomst: Uitkomst, een: Partij, anderen: Sequence[Partij]
) -> Mapping[str, Mapping[TeamCode, int]]:
    """Per other party, by key: what `een` and that party ask together above what is left for them,
    summed per team over the contested months; who contests nothing is left out.

    Raises InvoerError when two parties have one key or one opdracht.
    """
    partijen = (een, *(ander for ander in anderen if ander.sleutel != een.sleutel))
    if len(partijen) < 2:
        return {}
    eis_partijen(partijen)
    vraag, bronnen = uitkomst.model.vraag, len(uitkomst.model.vraag.aanbod)
    van = eigenaars(uitkomst, partijen)[vraag.cel_opdracht]
    eigen = van >= 0
    plek = van[eigen] * bronnen + vraag.cel_bron[eigen]
    vorm = (len(partijen), bronnen)
    lengte = len(partijen) * bronnen
    gevraagd = som_per(plek, vraag.cel_gevraagd[eigen], lengte).reshape(vorm)
    toegekend = som_per(plek, uitkomst.verdeling.toegekend[eigen], lengte).reshape(vorm)
    over = vraag.aanbod - som_per(vraag.cel_bron, uitkomst.verdeling.toegekend, bronnen)
    tekort = gevraagd[0] + gevraagd - (over + toegekend[0] + toegekend)
    tekort[(gevraagd[0] == 0) | (gevraagd == 0) | (tekort < 0)] = 0
    per_team = tekort.reshape(len(partijen), -1, vraag.periodes).sum(axis=2).tolist()
    teams = uitkomst.model.teams
    return {
        partij.sleutel: {team: uren for team, uren in zip(teams, rij, strict=True) if uren}
        for partij, rij in sorted(
            zip(partijen[1:], per_team[1:], strict=True), key=lambda paar: paar[0].sleutel
        )
        if any(rij)
    }


def meeste_strijd(uitkomst: Uitkomst, een: Partij, anderen: Sequence[Partij]) -> Partij | None:
    """With whom of `anderen` party `een` is short of most hours together; ties to the lower key.

    None when it contests with nobody.
    """
    som = {s: sum(per.values()) for s, per in strijd_met(uitkomst, een, anderen).items()}
    if not som:
        return None
    beste = min(som, key=lambda sleutel: (-som[sleutel], sleutel))
    return next(ander for ander in anderen if ander.sleutel == beste)
