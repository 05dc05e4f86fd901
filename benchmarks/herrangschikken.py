"""One opdracht moved, at the size of De Bilt: order, allocation, checks and all effects.

    python -m benchmarks.herrangschikken

Prints the median per method of a whole call of `reken` with the earlier result as basis, and the
time of the first calculation (arrays included). Aim: under 5 ms per move.
"""

from __future__ import annotations

import gc
import random
import statistics
import time

from benchmarks.de_bilt import JAAR, maak_plan
from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Horizon
from sturing.domain.wijziging import MethodeWijziging, Rang, Wijziging
from sturing.engine.uitkomst import reken

HERHALINGEN = 200


def main() -> None:
    """Measure a move per method."""
    plan, horizon = maak_plan(), Horizon.planjaar(JAAR)
    kans = random.Random(3)
    begin = time.perf_counter()
    geldend = reken(plan, horizon)
    eerste = (time.perf_counter() - begin) * 1000
    model = geldend.model
    print(
        f"{len(model.teams)} teams, {len(model.opdrachten)} opdrachten, {len(plan.inzet)} rijen "
        f"Inzet, {len(horizon)} maanden: {len(model.vraag.cel_bron):,} cellen, "
        f"{len(model.kaart.koppen)} regels effecten"
    )
    print(f"eerste berekening {eerste:.1f} ms")
    for methode in Methode:
        vooraf: tuple[Wijziging, ...] = (
            ()
            if methode is Methode.STRIKT
            else (MethodeWijziging(nieuw=methode, oud=Methode.STRIKT),)
        )
        basis = reken(plan, horizon, vooraf, basis=geldend)
        gc.collect()
        tijden = []
        for _ in range(HERHALINGEN):
            wie = kans.choice(basis.verdeling.volgorde)
            plaats = kans.randint(1, len(model.opdrachten))
            rang = Rang(opdracht=wie, oude_plaats=1, plaats=plaats)
            begin = time.perf_counter()
            reken(plan, horizon, (*vooraf, rang), basis=basis)
            tijden.append((time.perf_counter() - begin) * 1000)
        print(
            f"{methode.value:<15} mediaan {statistics.median(tijden):6.2f} ms   "
            f"95% onder {statistics.quantiles(tijden, n=20)[-1]:6.2f} ms"
        )


if __name__ == "__main__":
    main()
