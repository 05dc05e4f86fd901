"""Loads the SQL of this layer by name; all SQL of the product stands in files under `sql/`.

Owns reading those files, wherever the package is installed. Must never build SQL from values:
values go in as named parameters (`$naam`), rows as the registered table `inbreng`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


def _map(*delen: str) -> Traversable:
    return files("sturing.store").joinpath("sql", *delen)


@cache
def sql(naam: str) -> str:
    """The text of `sql/queries/<naam>.sql`; `naam` has a folder, as in `lees/inzet`."""
    groep, bestand = naam.split("/")
    return _map("queries", groep, f"{bestand}.sql").read_text(encoding="utf-8")


@cache
def sql_namen(groep: str) -> tuple[str, ...]:
    """The names of all queries of one folder, sorted: `integriteit/...`."""
    namen = (p.name for p in _map("queries", groep).iterdir())
    return tuple(sorted(f"{groep}/{n.removesuffix('.sql')}" for n in namen if n.endswith(".sql")))


@cache
def migratieteksten() -> tuple[tuple[str, str], ...]:
    """Name and text of every migration (`001_werkboek`), in order of number."""
    bestanden = (p for p in _map("migrations").iterdir() if p.name.endswith(".sql"))
    return tuple(
        sorted((p.name.removesuffix(".sql"), p.read_text(encoding="utf-8")) for p in bestanden)
    )
