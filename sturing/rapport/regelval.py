"""Where a line may not break: a number and its word, a hyphen that begins a word.

Owns the rule for everything that is read as a text: screens, Word and PDF. Workbooks and CSV files
keep plain spaces, so that what is searched there is found. Must never change a letter or a number.
"""

from __future__ import annotations

import re
from typing import Final

VAST: Final = "\u00a0"
"""The space at which no line breaks."""
LIJM: Final = "\u2060"
"""Word joiner: no width, and no line breaks at it."""

_LOS: Final = "en|of|van|is|zijn|tot|bij|in|op|te|voor|die|waarvan|heeft|hebben|krijgt|krijgen"
"""A word that goes with what follows it, or with the whole sentence."""
_GETAL_EN_WOORD: Final = re.compile(
    rf"(?<![\w.,-])(?!20\d\d )(\d+(?:[.,]\d+)*) (?!(?:{_LOS})\b)(?=[a-zà-ÿ])"
)
"""`1.234 uur`, `5 onder druk`, `16 november`; a year is no number of anything."""
_WOORD_EN_GETAL: Final = re.compile(
    r"(?<!\w)(plaats|levering|niveau|norm|score|andere|t/m) (?=\d)|(?<!\w)(in) (?=20\d\d\b)",
    re.IGNORECASE,
)
"""`plaats 55`, `norm 6,5%`, `in 2027`."""
_STREEPJE: Final = re.compile(r"(?<![^\s(])-(?=[^\W\d_])")
"""The hyphen of `Omgevingsvisie en -programma`; not a minus, and not the one inside a word."""

_TOT: Final = re.compile(r"(?<=\w)–(?=\w)")
"""The dash of `jan–okt`."""


def bijeen(tekst: str) -> str:
    """`tekst` that no longer breaks between what belongs together; reads the same."""
    tekst = _GETAL_EN_WOORD.sub(rf"\1{VAST}", tekst)
    tekst = _WOORD_EN_GETAL.sub(lambda gevonden: gevonden[0][:-1] + VAST, tekst)
    tekst = tekst.replace("→ ", f"→{VAST}")
    tekst = _TOT.sub(f"–{LIJM}", tekst)
    return _STREEPJE.sub(f"-{LIJM}", tekst)
