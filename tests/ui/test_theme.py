"""The tokens: one source for our components and Streamlit's theme, and readable everywhere."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from sturing.ui.theme import (
    DARK,
    LABEL_PX,
    LIGHT,
    NAME_PX,
    SMALL_PX,
    TEXT_PX,
    Theme,
    css_variables,
    theme_of,
)

CONFIG = tomllib.loads(
    (Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)["theme"]
SAME = {
    "backgroundColor": "bg",
    "secondaryBackgroundColor": "paper",
    "textColor": "ink",
    "linkColor": "link",
    "borderColor": "line",
    "primaryColor": "accent",
    "blueColor": "granted",
    "blueTextColor": "haalbaar",
    "blueBackgroundColor": "haalbaar_tint",
    "orangeColor": "druk_fill",
    "orangeTextColor": "druk",
    "orangeBackgroundColor": "druk_tint",
    "redTextColor": "niet",
    "redBackgroundColor": "niet_tint",
    "violetTextColor": "wettelijk",
    "grayTextColor": "parkeer",
}


def contrast(a: str, b: str) -> float:
    """The ratio of WCAG 2 between two colours like `#1B2025`."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("name", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_streamlit_and_our_components_have_the_same_colours(name: str, theme: Theme) -> None:
    for option, token in SAME.items():
        assert CONFIG[name][option] == getattr(theme, token), option


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_the_page_and_on_paper(theme: Theme) -> None:
    for token in (
        "ink",
        "ink2",
        "ink3",
        "link",
        "haalbaar",
        "druk",
        "niet",
        "wettelijk",
        "parkeer",
    ):
        for ground in (theme.bg, theme.paper):
            assert contrast(getattr(theme, token), ground) >= 4.5, token


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_status_can_be_read_on_its_own_tint_and_numbers_on_their_step(theme: Theme) -> None:
    for token in ("haalbaar", "druk", "niet", "wettelijk", "parkeer"):
        assert contrast(getattr(theme, token), getattr(theme, f"{token}_tint")) >= 4.5, token
    for fill, text in zip(theme.heat, theme.heat_text, strict=True):
        assert contrast(text, fill) >= 4.5, fill


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_bars_and_borders_stand_out(theme: Theme) -> None:
    for token in ("granted", "druk_fill", "short"):
        assert contrast(getattr(theme, token), theme.asked) >= 3.0, token
    assert contrast(theme.edge, theme.bg) >= 3.0


def test_the_heat_map_gets_darker_or_lighter_step_by_step() -> None:
    light = [contrast(fill, LIGHT.bg) for fill in LIGHT.heat[1:]]
    dark = [contrast(fill, DARK.bg) for fill in DARK.heat[1:]]
    assert light == sorted(light)
    assert dark == sorted(dark)


def test_a_component_knows_both_themes_at_once() -> None:
    css = css_variables()
    assert "--ink2: light-dark(#50575E, #B6BBC0);" in css
    assert "--ink: var(--st-text-color);" in css


def test_the_theme_is_light_until_the_browser_has_said_so() -> None:
    assert theme_of(None) is LIGHT
    assert theme_of("dark") is DARK


TOKENS = {
    value.upper()
    for theme in (LIGHT, DARK)
    for each in asdict(theme).values()
    for value in ((each,) if isinstance(each, str) else each)
}
ROOT = Path(__file__).parents[2]


def test_every_colour_of_screens_paper_and_files_to_take_along_is_a_token() -> None:
    """Other layers may not read the theme, so that they write a token down again; a colour of
    their own nobody may have. A template has the colours of its workbook."""
    folders = ("sturing/ui", "sturing/rapport", "sturing/services", "pages", "static")
    files = [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".css", ".js", ".html"} and path.name != "theme.py"
    ]
    found = {
        (path.name, colour.upper())
        for path in files
        for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text())
    }
    assert len(found) > 20
    assert {(name, colour) for name, colour in found if colour not in TOKENS} == set()


def test_no_text_is_smaller_than_the_smallest() -> None:
    assert min(NAME_PX, TEXT_PX, LABEL_PX, SMALL_PX) == SMALL_PX == 12
    style = (ROOT / "sturing/ui/bord/bord.css").read_text()
    rules = re.findall(r"([^{}]+)\{[^}]*font-size: ([\d.]+)px", style)
    too_small = [name.strip() for name, size in rules if float(size) < SMALL_PX]
    assert too_small == [".greep"], "the dots of a handle are no text"
