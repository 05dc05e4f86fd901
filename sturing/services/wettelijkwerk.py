"""Legal work on the screen Afspraken: which opdrachten, and whether a team has the hours for it.

Owns the sentences about it. Only what the reader may see is shown. Hours are whole as shown.
"""

from __future__ import annotations

from sturing.analyses.afspraken.toets import Getoetst
from sturing.analyses.wettelijk import compute_wettelijke_opdrachten
from sturing.domain.wie import Wie
from sturing.rights.mag import (
    mee_te_nemen_opdrachten,
    zichtbare_opdrachten,
)
from sturing.services import notatie
from sturing.services.afspraakregels import Getoetstplan
from sturing.services.afsprakenbeeld import Wettelijkbeeld, Wettelijkrij
from sturing.services.blik import Blik

WETTELIJK = "WETTELIJK_PAST"
"""The rule that comes first: legal work alone asks more than a team has."""


def te_veel(plan: Getoetstplan) -> tuple[Getoetst, ...]:
    """The teams of which legal work alone asks too much, most first."""
    return next((u.open for u in plan.uitslagen if u.afspraak.code == WETTELIJK), ())


def titelzin(plan: Getoetstplan) -> str:
    """What the answer begins with when legal work does not fit, with a space behind it; else
    empty."""
    for getoetst in te_veel(plan)[:1]:
        team = getoetst.toetsing.naam
        return f"Wettelijk werk vraagt bij {team} {_uren(getoetst)} meer dan er is. "
    return ""


def wettelijkbeeld(wie: Wie, blik: Blik, plan: Getoetstplan) -> Wettelijkbeeld:
    """The legal opdrachten that the reader may see, most asked hours first."""
    basis = blik.basis
    opdrachten = {o.opdracht: o for o in basis.plan.opdrachten}
    alle = compute_wettelijke_opdrachten(basis.uitkomst)
    zichtbaar = zichtbare_opdrachten(wie, basis.index, [r.opdracht for r in alle])
    regels = [
        r for r in alle if r.opdracht in zichtbaar and blik.heeft_opdracht(opdrachten[r.opdracht])
    ]
    codes = frozenset(r.opdracht for r in regels)
    return Wettelijkbeeld(
        zin=_zin(plan),
        rijen=tuple(
            Wettelijkrij(
                naam=opdrachten[r.opdracht].kort,
                opdrachtgever=basis.namen.persoon_kort(r.opdrachtgever),
                status=r.stand.value if r.stand else "vraagt niets",
                gevraagd_uren=notatie.uren_heel(r.gevraagd_honderdste),
                tekort_uren=notatie.uren_heel(r.tekort_honderdste),
                dekking=notatie.dekking(r.dekking_ratio),
                knelpunt=basis.namen.team(r.bindend_team) if r.tekort_honderdste else "",
            )
            for r in regels
        ),
        mag_mee=mee_te_nemen_opdrachten(wie, basis.index, codes) == codes,
    )


def _zin(plan: Getoetstplan) -> str:
    namen = [f"{g.toetsing.naam} ({_uren(g)})" for g in te_veel(plan)]
    if namen:
        return (
            f"Alleen al het wettelijke werk vraagt meer dan er is bij {notatie.opsomming(namen)}."
        )
    if any(u.objecten for u in plan.uitslagen if u.afspraak.code == WETTELIJK):
        return "Bij elk team past het wettelijke werk in de uren die er zijn."
    return ""


def _uren(getoetst: Getoetst) -> str:
    return notatie.uren_met_eenheid(getoetst.punt.uren_honderdste if getoetst.punt else None)
