"""The allocation (strikt) of the engine beside pandas and a DuckDB window query, in one run.

    python -m benchmarks.verdeling --maat S|M|L

Loading the tables is not measured; what is measured is a new order giving a new allocation, with
the checks of the engine included. The three results are compared before anything is timed.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from benchmarks.maten import MATEN, maak_volgorde, maak_vraag
from sturing.domain.keuzes import Methode
from sturing.engine.verdeling import geef_uit
from sturing.engine.vraag import Int, Vraagstructuur

SQL = Path(__file__).with_suffix(".sql")


def met_engine(vraag: Vraagstructuur, rijen: Int) -> Int:
    """The core of the engine, its checks included."""
    return geef_uit(vraag, rijen, Methode.STRIKT).toegekend


def maak_pandas(vraag: Vraagstructuur) -> Callable[[Int], Int]:
    """A loaded data frame, waiting for an order."""
    cellen = pd.DataFrame(
        {"opdracht": vraag.cel_opdracht, "bron": vraag.cel_bron, "gevraagd": vraag.cel_gevraagd}
    )
    cellen["beschikbaar"] = vraag.aanbod[vraag.cel_bron]

    def verdeel(rijen: Int) -> Int:
        plaats = pd.Series(np.arange(len(rijen)), index=rijen)
        tabel = cellen.assign(plaats=cellen["opdracht"].map(plaats))
        tabel = tabel.sort_values(["bron", "plaats"])
        ervoor = tabel.groupby("bron")["gevraagd"].cumsum() - tabel["gevraagd"]
        over = (tabel["beschikbaar"] - ervoor).clip(lower=0)
        toegekend = over.clip(upper=tabel["gevraagd"]).sort_index()
        return np.asarray(toegekend.to_numpy(), dtype=np.int64)

    return verdeel


def maak_duckdb(vraag: Vraagstructuur) -> Callable[[Int], Int]:
    """Loaded tables in memory, waiting for an order."""
    verbinding = duckdb.connect()
    cellen = pd.DataFrame(
        {
            "cel": np.arange(len(vraag.cel_bron)),
            "opdracht": vraag.cel_opdracht,
            "bron": vraag.cel_bron,
            "gevraagd": vraag.cel_gevraagd,
        }
    )
    aanbod = pd.DataFrame({"bron": np.arange(len(vraag.aanbod)), "beschikbaar": vraag.aanbod})
    verbinding.register("bron_cellen", cellen)
    verbinding.register("bron_aanbod", aanbod)
    verbinding.execute("create table benchmark_cellen as from bron_cellen")
    verbinding.execute("create table benchmark_aanbod as from bron_aanbod")
    query = SQL.read_text(encoding="utf-8")

    def verdeel(rijen: Int) -> Int:
        volgorde = pd.DataFrame({"opdracht": rijen, "plaats": np.arange(len(rijen))})
        verbinding.register("benchmark_volgorde", volgorde)
        uit = verbinding.execute(query).fetchnumpy()
        toegekend = np.empty(len(vraag.cel_bron), dtype=np.int64)
        toegekend[np.asarray(uit["cel"])] = np.asarray(uit["toegekend"])
        return toegekend

    return verdeel


def mediaan_ms(doe: Callable[[], Int], herhalingen: int) -> float:
    """Median of `herhalingen` runs, in milliseconds."""
    tijden = []
    for _ in range(herhalingen):
        begin = time.perf_counter()
        doe()
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden) * 1000


def main() -> None:
    """Compare the results, then time them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maat", choices=sorted(MATEN), default="S")
    maat = MATEN[parser.parse_args().maat]
    vraag, rijen = maak_vraag(maat), maak_volgorde(maat)
    print(
        f"{maat.teams} teams, {maat.opdrachten} opdrachten, {maat.periodes} periodes: "
        f"{len(vraag.cel_bron):,} cellen"
    )
    met_pandas, met_duckdb = maak_pandas(vraag), maak_duckdb(vraag)
    verwacht = met_engine(vraag, rijen)
    for naam, uitkomst in (("pandas", met_pandas(rijen)), ("duckdb", met_duckdb(rijen))):
        if not np.array_equal(uitkomst, verwacht):
            raise SystemExit(f"{naam} geeft een andere verdeling dan de rekenkern")
    print("gelijke uitkomsten: ja")
    gc.collect()
    metingen = {
        "rekenkern": mediaan_ms(lambda: met_engine(vraag, rijen), maat.herhalingen),
        "pandas": mediaan_ms(lambda: met_pandas(rijen), maat.herhalingen),
        "duckdb": mediaan_ms(lambda: met_duckdb(rijen), maat.herhalingen),
    }
    for naam, ms in metingen.items():
        print(f"{naam:<10} mediaan {ms:10.3f} ms   {ms / metingen['rekenkern']:7.1f} x")


if __name__ == "__main__":
    main()
