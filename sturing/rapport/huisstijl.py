"""The look of a report on paper: colours, signs of a status, and sizes.

Owns the light tokens that paper needs; a test holds them to the theme of the screens. Colour is
never alone: a sign and the word stand with it. Sizes are points.
"""

from __future__ import annotations

from typing import Final

INK: Final = "#1B2025"
INK2: Final = "#50575E"
LINE: Final = "#E1DED6"
EDGE: Final = "#89857B"
PAPER: Final = "#F4F3EF"
ASKED: Final = "#D8E5EA"
GRANTED: Final = "#2E7491"
SHORT: Final = "#A3262A"
SHORT_TINT: Final = "#FAE9E7"
HAALBAAR: Final = "#1F6885"
DRUK: Final = "#8A5600"
DRUK_FILL: Final = "#AC7105"
NIET: Final = "#A3262A"
ACCENT: Final = "#0F5470"

STATUS: Final = {
    "haalbaar": ("●", HAALBAAR),
    "onder druk": ("▲", DRUK),
    "niet haalbaar": ("✕", NIET),
}
"""The word of a status -> its sign and the colour of its text."""
LETTER_KANTOOR: Final = "Calibri"
"""In Word and Excel: a letter that the reader has; its digits are of one width."""
MERK: Final = "Sturing"
