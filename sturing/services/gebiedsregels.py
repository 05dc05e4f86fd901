"""What opdrachten ask and get in one or more areas: the parts of the engine with their codes back.

Only reads; the parts of all areas together are the whole. Hours are hundredths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

import numpy as np

from sturing.analyses.gebied import onder
from sturing.domain.codes import GebiedCode
from sturing.domain.keuzes import GebiedSoort
from sturing.domain.organisatie import Gebied
from sturing.engine.gebiedsdelen import toegekende_delen
from sturing.engine.uitkomst import Uitkomst
from sturing.services.regels import Verdeelregel


def gebiedsregels(uitkomst: Uitkomst, gebieden: Collection[str]) -> tuple[Verdeelregel, ...]:
    """Per opdracht, team and month what falls in these areas; sums as effecten per gebied."""
    model, verdeling = uitkomst.model, uitkomst.verdeling
    delen = model.kaart.gebieden
    toegekend = toegekende_delen(delen, model.vraag.cel_gevraagd, verdeling.toegekend)
    gekozen = [n for n, sleutel in enumerate(delen.sleutels) if sleutel in gebieden]
    hier = np.flatnonzero(np.isin(delen.gebied, gekozen))
    som: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    rijen = zip(
        delen.cel[hier].tolist(),
        delen.gevraagd[hier].tolist(),
        toegekend[hier].tolist(),
        strict=True,
    )
    for cel, vraagt, krijgt in rijen:
        som[cel][0] += vraagt
        som[cel][1] += krijgt
    return tuple(_regel(uitkomst, cel, *paar) for cel, paar in sorted(som.items()))


def _regel(uitkomst: Uitkomst, cel: int, gevraagd: int, toegekend: int) -> Verdeelregel:
    opdracht, team, maand = uitkomst.model.cel(cel)
    return Verdeelregel(
        opdracht=opdracht,
        team=team,
        maand=maand,
        gevraagd_honderdste=gevraagd,
        toegekend_honderdste=toegekend,
    )


def binnen(gebieden: Sequence[Gebied], gebied: GebiedCode) -> tuple[GebiedCode, ...]:
    """The area and everything below it, by code; the gemeentebreed area by itself alone, as on
    Gebieden: it is no sum of the others."""
    if any(g.gebied == gebied and g.soort is GebiedSoort.GEMEENTEBREED for g in gebieden):
        return (gebied,)
    return tuple(sorted(onder(gebieden, gebied)))
