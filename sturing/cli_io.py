"""What a command reads, prints and writes by itself, with the rights of who typed it.

Owns: the period and the files that go into a request, the file that comes out of an answer, and
both streams. Must never open a database. Units: bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from sturing.domain.tijd import Horizon, Maand
from sturing.errors import BestandError, InvoerError
from sturing.loket.request import Answer, InputFile, Value


def period(van: Maand | None, tot: Maand | None) -> dict[str, Value]:
    """A period as arguments; none is the plan year. Raises InvoerError for half of one, or for what
    is no period."""
    if van is None and tot is None:
        return {}
    if van is None or tot is None:
        raise InvoerError("Geef --van en --tot samen, of geen van beide.")
    Horizon(van, tot)
    return {"van": str(van), "tot": str(tot)}


def read_files(paths: Sequence[Path], most_bytes: int) -> tuple[InputFile, ...] | None:
    """Every file with its contents; None when together they hold more than `most_bytes`.

    Raises BestandError when a file cannot be read.
    """
    files: list[InputFile] = []
    for path in paths:
        try:
            with path.open("rb") as stream:
                content = stream.read(most_bytes + 1)
        except OSError as fault:
            raise BestandError(
                f"Bestand '{path.name}' kan niet gelezen worden.",
                hint="Controleer de naam en of het bestand op deze computer staat.",
            ) from fault
        most_bytes -= len(content)
        if most_bytes < 0:
            return None
        name = path.name.encode("utf-8", "replace").decode()  # a disk may hold other letters
        files.append(InputFile(name=name, content=content))
    return tuple(files)


def sizes(paths: Sequence[Path]) -> tuple[tuple[str, int], ...]:
    """Name and size of every file. Raises BestandError when one cannot be looked at."""
    try:
        return tuple((path.name, path.stat().st_size) for path in paths)
    except OSError as fault:
        raise BestandError(
            "Niet alle bestanden kunnen gelezen worden.",
            hint="Controleer de namen en of de bestanden op deze computer staan.",
        ) from fault


def write_file(path: Path, content: bytes, *, overwrite: bool) -> None:
    """Write `content` to `path`. Raises InvoerError when it would replace a file with something in
    it and may not, BestandError when it cannot be written."""
    try:
        if not overwrite and path.is_file() and path.stat().st_size > 0:
            raise InvoerError(
                f"'{path.name}' bestaat al en wordt niet overschreven.",
                hint="Kies een andere naam.",
            )
        path.write_bytes(content)
    except OSError as fault:
        raise BestandError(
            f"'{path.name}' kan niet geschreven worden.",
            hint="Controleer of de map bestaat, of u er mag schrijven en of er plaats is.",
        ) from fault


def show(answer: Answer, *, exact: bool = False) -> int:
    """Print an answer and return its exit code; `exact` for text that programs read: in UTF-8 with
    its own line ends, whatever the language of the terminal."""
    if exact:
        sys.stdout.flush()
        sys.stdout.buffer.write(answer.out.encode())
        sys.stdout.buffer.flush()
    else:
        click.echo(answer.out, nl=False)
    click.echo(answer.err, nl=False, err=True)
    return answer.code
