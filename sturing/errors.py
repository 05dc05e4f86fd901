"""The one error root of Sturing and a subclass per concern.

Owns: every exception that the product raises on purpose. Must never import anything of the
product. A refusal that users meet daily (a finding in a workbook, a move that ends at the border)
is a value, not an exception: exceptions are for faults of the system, broken invariants and calls
that a person had no right to make. `title`, `message` and `hint` are Dutch, B1, and are shown as
they stand; they never hold cell contents or secrets.
"""

from __future__ import annotations


class SturingError(Exception):
    """Root of all errors: `title` (what), `message` (why), `hint` (what the reader can do)."""

    exit_code: int = 3
    """What the command line ends with; 2 = refused by a rule, 3 = the system could not do it."""

    def __init__(self, title: str, message: str = "", hint: str = "") -> None:
        super().__init__(" ".join(part for part in (title, message, hint) if part))
        self.title = title
        self.message = message
        self.hint = hint


class OpslagError(SturingError):
    """The database cannot be opened, read or written."""


class BezetError(OpslagError):
    """Another process holds the database; the message names which."""


class LoketError(SturingError):
    """The command and the running application do not understand each other, or lost each other."""


class InvariantError(SturingError):
    """A result broke a rule of the calculation model. Always a bug, never the user's fault."""


class RechtError(SturingError):
    """`wie` may not do this with this object."""

    exit_code = 2


class InvoerError(SturingError):
    """A value given by a person or on the command line is not allowed; nothing was changed."""

    exit_code = 2


class ConflictError(SturingError):
    """Somebody else changed the same thing first, or a change no longer fits the plan."""

    exit_code = 2


class BestandError(SturingError):
    """A file cannot be read or written (not its contents: those give findings)."""


class StartError(SturingError):
    """The application refuses to start, because the settings would not be safe."""

    exit_code = 2


class PoortError(SturingError):
    """The port to listen on is taken, or may not be used."""
