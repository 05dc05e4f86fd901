"""Paper and screen have the same colours."""

from __future__ import annotations

import pytest

from sturing.rapport import huisstijl
from sturing.ui.theme import LIGHT


@pytest.mark.parametrize(
    ("papier", "scherm"),
    [
        ("INK", "ink"),
        ("INK2", "ink2"),
        ("LINE", "line"),
        ("EDGE", "edge"),
        ("ASKED", "asked"),
        ("GRANTED", "granted"),
        ("SHORT", "short"),
        ("SHORT_TINT", "niet_tint"),
        ("HAALBAAR", "haalbaar"),
        ("DRUK", "druk"),
        ("DRUK_FILL", "druk_fill"),
        ("NIET", "niet"),
    ],
)
def test_a_colour_on_paper_is_the_token_of_the_light_theme(papier: str, scherm: str) -> None:
    assert getattr(huisstijl, papier) == getattr(LIGHT, scherm)
