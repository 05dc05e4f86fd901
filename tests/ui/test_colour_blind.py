"""Marks of different meaning stay apart for who sees no difference between red and green.

Colours are simulated with the matrices of Machado, Oliveira and Fernandes (2009) for a complete
lack of one kind of cone, on linear light, and compared as a distance in CIELAB (1976), of which
about 2 can just be seen. Where the distance is not enough alone, a pattern or a sign stands in the
picture; those have their tests beside the pictures.
"""

from __future__ import annotations

from itertools import combinations

import pytest

from sturing.services.beelden import Telling
from sturing.ui.charts.statusbalk import statusbalk
from sturing.ui.theme import DARK, LIGHT, Theme

Triple = tuple[float, float, float]
BLIND: dict[str, tuple[Triple, Triple, Triple]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE: Triple = (0.95047, 1.0, 1.08883)
CLEAR = 10.0
"""A distance that is seen at a glance."""


def times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def linear(colour: str) -> Triple:
    r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    x, y, z = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in (r, g, b))
    return x, y, z


def lab(colour: str, kind: str) -> Triple:
    r, g, b = (min(max(part, 0.0), 1.0) for part in times(BLIND[kind], linear(colour)))
    xyz = times(TO_XYZ, (r, g, b))
    x, y, z = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (part / white for part, white in zip(xyz, WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, kind: str) -> float:
    pairs = zip(lab(one, kind), lab(other, kind), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def test_red_and_green_of_one_lightness_come_near_and_black_and_white_stay_apart() -> None:
    assert distance("#FFFFFF", "#000000", "protanopia") == pytest.approx(100, abs=0.1)
    assert (
        distance("#B05A5A", "#6F7A3C", "deuteranopia")
        < 25
        < distance("#2E7491", "#AC7105", "deuteranopia")
    )


@pytest.mark.parametrize("kind", BLIND)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_beside_each_other_stay_apart(theme: Theme, kind: str) -> None:
    sides = [
        *combinations((theme.granted, theme.druk_fill, theme.short), 2),
        (theme.granted, theme.asked),
        (theme.granted, theme.before),
        (theme.druk_tint, theme.granted),
        (theme.niet_tint, theme.granted),
        *zip(theme.heat[1:], theme.heat[2:], strict=False),
    ]
    near = {pair: distance(*pair, kind) for pair in sides if distance(*pair, kind) < CLEAR}
    assert near == {}


def test_a_status_in_the_bar_has_a_pattern_of_its_own() -> None:
    parts = statusbalk(Telling(haalbaar=3, onder_druk=2, niet_haalbaar=1), LIGHT).data
    assert len({part.marker.pattern.shape for part in parts}) == 3
    assert [list(part.customdata) for part in parts] == [[0], [1], [2]]
