"""Status and severity as a badge in Markdown: colour, shape and word together."""

from __future__ import annotations

from sturing.domain.keuzes import Haalbaarheid
from sturing.ui.components.texts import plain

STATUS = {
    Haalbaarheid.HAALBAAR: ("blue", "●"),
    Haalbaarheid.ONDER_DRUK: ("orange", "▲"),
    Haalbaarheid.NIET_HAALBAAR: ("red", "✕"),
}
SEVERITY = {"fout": ("red", "✕"), "let op": ("orange", "▲")}
SIGNAL = {"niet": ("red", "✕"), "druk": ("orange", "▲"), "goed": ("blue", "●")}


def status_word(status: Haalbaarheid | None) -> str:
    """`▲ onder druk`, for tables that read no Markdown; they colour it by its sign."""
    return "– vraagt geen uren" if status is None else f"{STATUS[status][1]} {status.value}"


def severity_badge(ernst: str) -> str:
    """`▲ let op` or `✕ fout` on its tint."""
    colour, sign = SEVERITY[ernst]
    return f":{colour}-badge[{sign} {plain(ernst)}]"


def signal_sign(ernst: str) -> str:
    """The sign of a signal in its colour; the words stand behind it."""
    colour, sign = SIGNAL[ernst]
    return f":{colour}[{sign}]"
