"""One opdracht moved in a result of size S, M or L, beside a full pass over the same arrays.

    python -m benchmarks.verplaatsing --maat L [--methode strikt] [--keer 200]

Both are the engine's own core, in Python and NumPy over the same Vraagstructuur, their checks
included. The move is any opdracht to any place, drawn with a fixed seed. Before anything is timed
a row of moves is compared with a full pass, bit for bit; so is the order after the last timed one.
Prints medians in milliseconds and the ratio; aim for `strikt` at L: at least 200. The index of
every resource to its cells is made once per Vraagstructuur and printed apart.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import time

import numpy as np

from benchmarks.maten import MATEN, Maat, maak_volgorde, maak_vraag
from sturing.domain.keuzes import Methode
from sturing.engine.herrekening import Herrekening
from sturing.engine.verdeling import geef_uit
from sturing.engine.vraag import Vraagstructuur

DOEL = 200
VOORAF = 3
"""So many moves are compared with a full pass before the clock runs."""


def main() -> None:
    """Compare, then time: a full pass and one move, per method."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maat", choices=sorted(MATEN), default="S")
    parser.add_argument("--methode", choices=[m.value for m in Methode], action="append")
    parser.add_argument("--keer", type=int, default=200)
    keuze = parser.parse_args()
    maat = MATEN[keuze.maat]
    vraag = maak_vraag(maat)
    print(
        f"{maat.teams} teams, {maat.opdrachten} opdrachten, {maat.periodes} periodes: "
        f"{len(vraag.cel_bron):,} cellen, verplaatsingen per methode: {keuze.keer}"
    )
    begin = time.perf_counter()
    aantal = len(vraag.kolommen.nummers)
    duur = (time.perf_counter() - begin) * 1000
    print(f"index van bron naar {aantal:,} cellen, eenmalig {duur:.0f} ms")
    for naam in keuze.methode or [m.value for m in Methode]:
        meet(maat, vraag, Methode(naam), keuze.keer)


def meet(maat: Maat, vraag: Vraagstructuur, methode: Methode, keer: int) -> None:
    """One method: print the medians and the ratio. Ends the program when a result differs."""
    kans = random.Random(5)
    rijen = maak_volgorde(maat)
    vol = []
    for _ in range(maat.herhalingen):
        begin = time.perf_counter()
        uitgifte = geef_uit(vraag, rijen, methode)
        vol.append(time.perf_counter() - begin)
    lopend = Herrekening(vraag, rijen, methode, uitgifte)
    for _ in range(VOORAF):
        verplaats(lopend, vraag.n, kans)
    eis_gelijk(vraag, lopend, methode)
    gc.collect()
    gc.freeze()
    tijden = [verplaats(lopend, vraag.n, kans) for _ in range(keer)]
    eis_gelijk(vraag, lopend, methode)
    een, allen = statistics.median(tijden) * 1000, statistics.median(vol) * 1000
    print(
        f"{methode.value:<15} vol mediaan {allen:10.3f} ms   een verplaatsing mediaan "
        f"{een:8.3f} ms   95% onder {statistics.quantiles(tijden, n=20)[-1] * 1000:8.3f} ms   "
        f"vol/een {allen / een:9.1f}   vol herrekend {lopend.vol_herrekend} van {keer}"
    )


def verplaats(lopend: Herrekening, aantal: int, kans: random.Random) -> float:
    """Seconds of one move of any opdracht to directly under any other."""
    rij, onder = kans.sample(range(aantal), 2)
    begin = time.perf_counter()
    lopend.verplaats(rij, onder)
    return time.perf_counter() - begin


def eis_gelijk(vraag: Vraagstructuur, lopend: Herrekening, methode: Methode) -> None:
    """End the program when the running result is not that of a full pass, bit for bit."""
    nu, vol = lopend.uitgifte(), geef_uit(vraag, lopend.rijen(), methode)
    for veld in ("toegekend", "budget_toegekend", "over", "budget_over"):
        if not np.array_equal(getattr(nu, veld), getattr(vol, veld)):
            raise SystemExit(f"{methode.value}: {veld} is niet gelijk aan een volle berekening")


if __name__ == "__main__":
    main()
