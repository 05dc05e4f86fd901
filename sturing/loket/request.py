"""What a command asks and what it gets: the same beside a running application as without one.

Owns: the request and the answer as frozen values, and the limits on the files that go along. A
request holds the contents of files, never a place to read from: the command reads them itself, with
the rights of who typed it. Must never open anything. Units: bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from sturing.errors import LoketError

MOST_FILE_BYTES: Final = 64 * 1024 * 1024
"""Of all files of one request together."""

MOST_FILES: Final = 1000
CHANGING: Final = frozenset({"inlezen", "backup"})
"""The commands that leave something behind: they may not be carried out twice by mistake."""

Value = str | int | bool | None


class Form(StrEnum):
    """How the answer is wanted."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """One file as the command read it: its name without a path, and its bytes."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One command with its arguments (plain values) and the files that belong to it.

    With `trace` an unexpected fault is answered with the lines of the program that led to it.
    """

    command: str
    form: Form = Form.TEXT
    arguments: Mapping[str, Value] = field(default_factory=dict)
    files: tuple[InputFile, ...] = ()
    trace: bool = False

    @property
    def changes(self) -> bool:
        """Whether carrying it out leaves something behind."""
        return self.command in CHANGING and not self.flag("alleen_controle")

    def text(self, name: str) -> str:
        """An argument that must be there. Raises LoketError for anything but text."""
        value = self.optional_text(name)
        if value is None:
            raise LoketError(f"Het verzoek mist '{name}'.")
        return value

    def optional_text(self, name: str) -> str | None:
        """An argument that may be absent. Raises LoketError for anything but text."""
        value = self.arguments.get(name)
        if value is None or isinstance(value, str):
            return value
        raise LoketError(f"In het verzoek is '{name}' geen tekst.")

    def optional_number(self, name: str) -> int | None:
        """An argument that may be absent. Raises LoketError for anything but a whole number."""
        value = self.arguments.get(name)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise LoketError(f"In het verzoek is '{name}' geen geheel getal.")

    def flag(self, name: str) -> bool:
        """A switch; absent is off. Raises LoketError for anything but on or off."""
        value = self.arguments.get(name, False)
        if isinstance(value, bool):
            return value
        raise LoketError(f"In het verzoek is '{name}' geen ja of nee.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the command prints and ends with.

    `content` is what the command still has to write to the file it was asked for; None when there
    is no such file.
    """

    code: int = 0
    out: str = ""
    err: str = ""
    content: bytes | None = field(default=None, repr=False)
