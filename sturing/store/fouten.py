"""What a fault of DuckDB means, and the Dutch sentence for it.

Owns the kinds: held by another process, full, read only, damaged, changed by two at once. Must
never show cell contents, which DuckDB quotes in some of its faults. No units.
"""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from sturing.errors import BezetError, ConflictError, OpslagError, SturingError

_VOL = ("no space left", "not enough space", "disk quota", "file too large")
_ALLEEN_LEZEN = ("read-only file system", "permission denied", "access is denied")
_SCHADE = ("checksum", "corrupt")
_GEEN_RUIMTE_IN_GEHEUGEN = (duckdb.OutOfMemoryException,)


def _noemt(fout: duckdb.Error, woorden: tuple[str, ...]) -> bool:
    tekst = str(fout).lower()
    return any(woord in tekst for woord in woorden)


def is_vol(fout: duckdb.Error) -> bool:
    """The disk is full, or the file may not grow any more."""
    return _noemt(fout, _VOL)


def is_alleen_lezen(fout: duckdb.Error) -> bool:
    """The file, its folder or its disk cannot be written."""
    return isinstance(fout, duckdb.IOException | duckdb.TransactionException) and _noemt(
        fout, _ALLEEN_LEZEN
    )


def is_schade(fout: duckdb.Error) -> bool:
    """A block does not have the checksum that was stored with it."""
    return _noemt(fout, _SCHADE)


def is_fataal(fout: duckdb.Error) -> bool:
    """DuckDB has given up on this opened database: it must be opened anew, also to read."""
    return isinstance(fout, duckdb.FatalException) or _noemt(fout, ("has been invalidated",))


def is_logschade(fout: duckdb.Error, pad: Path) -> bool:
    """The write-ahead log of `pad` cannot be replayed, and not because of a lack of room.

    DuckDB uses five kinds of exception for it (measured, 2.0.0): what they share is the word WAL.
    """
    if is_vol(fout) or is_alleen_lezen(fout) or isinstance(fout, _GEEN_RUIMTE_IN_GEHEUGEN):
        return False
    return re.search(r"\bWAL\b", str(fout).replace(str(pad), "")) is not None


def vertaal(fout: duckdb.Error, naam: str, advies: str = "") -> SturingError:
    """The Dutch error for a fault of DuckDB on the database called `naam`. Holds no cell contents.

    `advies` says which backup can be put back; it is used when the file itself is damaged.
    """
    tekst = str(fout)
    houder = re.search(r"held in (.*?) ?\(PID (\d+)\)", tekst)
    if houder:
        programma = Path(houder.group(1)).name
        return BezetError(
            f"De database '{naam}' is in gebruik door proces {houder.group(2)} ({programma}); "
            "sluit dat programma en probeer het opnieuw."
        )
    if isinstance(fout, duckdb.IOException) and re.search(
        r"set lock|conflicting lock|used by another process", tekst, re.IGNORECASE
    ):
        return BezetError(f"De database '{naam}' is in gebruik door een ander proces.")
    if is_vol(fout):
        return OpslagError(
            "De schijf is vol.",
            "Er is niets opgeslagen; wat er stond, is er nog en blijft te lezen.",
            hint="Maak ruimte vrij op de schijf van de database en probeer het opnieuw.",
        )
    if is_alleen_lezen(fout):
        return OpslagError(
            f"In de database '{naam}' kan niet worden geschreven.",
            "Er is niets opgeslagen.",
            hint="Vraag de beheerder of u in de map mag schrijven en of de schijf niet op "
            "alleen-lezen staat.",
        )
    if is_schade(fout):
        return OpslagError(
            f"De database '{naam}' is beschadigd.",
            hint=advies or "Zet een backup terug met: sturing herstel.",
        )
    if is_fataal(fout):
        return OpslagError(
            f"De database '{naam}' is opnieuw geopend na een fout.",
            hint="Er is niets opgeslagen. Probeer het opnieuw.",
        )
    return _overig(fout, naam, advies)


def _overig(fout: duckdb.Error, naam: str, advies: str) -> SturingError:
    if isinstance(fout, duckdb.TransactionException) and "conflict" in str(fout).lower():
        return ConflictError(
            "Iemand anders wijzigde hetzelfde op hetzelfde moment.",
            hint="Probeer het opnieuw. Er is niets opgeslagen.",
        )
    if isinstance(fout, duckdb.ConstraintException):
        return OpslagError(
            "Een gegeven past niet in de database.",
            hint="Er is niets opgeslagen. Meld dit aan de beheerder.",
        )
    if isinstance(fout, duckdb.IOException | duckdb.SerializationException):
        return OpslagError(
            f"De database '{naam}' kan niet worden gelezen of geschreven.",
            advies,
            hint="Controleer of het een database van Sturing is en of de schijf niet vol is.",
        )
    return OpslagError(
        f"De database '{naam}' gaf een fout.", hint="Er is niets opgeslagen. Start Sturing opnieuw."
    )
