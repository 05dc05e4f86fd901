"""Waarom of every opdracht that falls short: what binds, lowest place, window, smallest swap.

    python -m benchmarks.waarom [werkboekmap]

Prints per method how many fall short and the median, 95% and longest time of `leg_uit`, on the
seeded plan at the size of De Bilt, or on the workbooks in a folder (data/demonstratie). Aim in
`strikt`: under 150 ms. How often no answer was found within the bounds of the search stands beside.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.de_bilt import JAAR, maak_plan
from sturing.domain.keuzes import Methode
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.engine.uitleg import komt_tekort, leg_uit
from sturing.engine.uitleg_vormen import GeenRuil, Ruil


def lees_werkboeken(map_: Path) -> Plan:
    """The plan of a folder of workbooks, by the road of every upload."""
    from sturing.services.demonstratie import vul_demonstratie
    from sturing.services.omgeving import Omgeving
    from sturing.store.opslag import Opslag

    omgeving = Omgeving(opslag=Opslag.open(None, demo=True), demo=True)
    try:
        vul_demonstratie(omgeving, map_)
        return omgeving.basis().plan
    finally:
        omgeving.sluit()


def meet(uitkomst: Uitkomst) -> str:
    """One line of figures for one method."""
    tijden, te_groot, grootste = [], 0, 0
    for regel in uitkomst.effecten.opdrachten:
        if not komt_tekort(regel):
            continue
        begin = time.perf_counter()
        uitleg = leg_uit(uitkomst, regel.opdracht)
        tijden.append((time.perf_counter() - begin) * 1000)
        te_groot += uitleg.ruil is GeenRuil.TE_GROOT
        if isinstance(uitleg.ruil, Ruil):
            grootste = max(grootste, len(uitleg.ruil.opdrachten))
    return (
        f"{len(tijden):3d} komen tekort   mediaan {statistics.median(tijden):6.1f} ms   "
        f"95% onder {statistics.quantiles(tijden, n=20)[-1]:7.1f} ms   "
        f"langste {max(tijden):7.1f} ms   grootste ruil {grootste}, te groot {te_groot}"
    )


def main() -> None:
    """Measure every method."""
    plan = lees_werkboeken(Path(sys.argv[1])) if len(sys.argv) > 1 else maak_plan()
    for methode in Methode:
        anders = replace(plan, instellingen=replace(plan.instellingen, methode=methode))
        print(f"{methode.value:<15} {meet(reken(anders, Horizon.planjaar(JAAR)))}", flush=True)


if __name__ == "__main__":
    main()
