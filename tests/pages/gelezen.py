"""A text of a service as a page shows it, with the spaces that one reads (see conftest)."""

from __future__ import annotations

from sturing.ui.components.texts import plain


def gelezen(tekst: str) -> str:
    return plain(tekst).replace("\u00a0", " ").replace("\u2060", "")
