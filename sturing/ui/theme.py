"""The colours of everything that is seen: one frozen set of tokens per theme.

Owns the values of the design tokens (section 1, light and dark), the CSS variables that our own
components draw with, and the Plotly template. Must never hold a colour that is not a token. Sizes
are CSS pixels. The same values stand in .streamlit/config.toml for Streamlit's own elements; a test
holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import plotly.graph_objects as go

FONT = "Sturing Sans, Source Sans, sans-serif"
NAME_PX = 13.5
"""A name or a number of a row in a picture."""
TEXT_PX = 13
"""Other words in a picture, and what stands there when a mark is pointed at."""
LABEL_PX = 12.5
"""A label on or beside a mark."""
SMALL_PX = 12
"""Axes and heads; nothing is smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The tokens of one theme; names as in tokens.md."""

    bg: str
    paper: str
    hover: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    link: str
    accent: str
    supply: str
    asked: str
    granted: str
    short: str
    before: str
    haalbaar: str
    haalbaar_tint: str
    druk: str
    druk_fill: str
    druk_tint: str
    niet: str
    niet_tint: str
    wettelijk: str
    wettelijk_tint: str
    parkeer: str
    parkeer_tint: str
    heat: tuple[str, str, str, str, str]
    """Fill per step of the heat map, 0 (up to 100%) to 4 (155% and more)."""
    heat_text: tuple[str, str, str, str, str]


LIGHT = Theme(
    bg="#FFFFFF",
    paper="#F4F3EF",
    hover="#EAE8E1",
    line="#E1DED6",
    edge="#89857B",
    ink="#1B2025",
    ink2="#50575E",
    ink3="#686E75",
    link="#0F5470",
    accent="#0F5470",
    supply="#1B2025",
    asked="#D8E5EA",
    granted="#2E7491",
    short="#A3262A",
    before="#7A8087",
    haalbaar="#1F6885",
    haalbaar_tint="#E6F0F4",
    druk="#8A5600",
    druk_fill="#AC7105",
    druk_tint="#FBF0DC",
    niet="#A3262A",
    niet_tint="#FAE9E7",
    wettelijk="#4A4687",
    wettelijk_tint="#ECEBF6",
    parkeer="#5F656B",
    parkeer_tint="#EFEFEC",
    heat=("#F4F3EF", "#FBEBD3", "#F2CD96", "#DB9440", "#A8501A"),
    heat_text=("#50575E", "#1B2025", "#1B2025", "#1B2025", "#FFFFFF"),
)

DARK = Theme(
    bg="#12161A",
    paper="#1A1F24",
    hover="#252B31",
    line="#2D343A",
    edge="#7A828A",
    ink="#ECEAE5",
    ink2="#B6BBC0",
    ink3="#979DA4",
    link="#7CC4DD",
    accent="#2A7F9E",
    supply="#ECEAE5",
    asked="#29424E",
    granted="#5BA6C2",
    short="#F1948A",
    before="#8F969D",
    haalbaar="#7CC4DD",
    haalbaar_tint="#18303A",
    druk="#E8B75A",
    druk_fill="#D29B34",
    druk_tint="#362A12",
    niet="#F1948A",
    niet_tint="#3C201E",
    wettelijk="#B9B4F1",
    wettelijk_tint="#262541",
    parkeer="#A3AAB1",
    parkeer_tint="#262B30",
    heat=("#1A1F24", "#33280F", "#5C4314", "#9C6A1B", "#E8B75A"),
    heat_text=("#B6BBC0", "#ECEAE5", "#ECEAE5", "#FFFFFF", "#12161A"),
)


def theme_of(kind: str | None) -> Theme:
    """The tokens for Streamlit's `light` or `dark`; light while the browser has not said."""
    return DARK if kind == "dark" else LIGHT


def css_variables() -> str:
    """The tokens as CSS variables of a component, in both themes at once.

    `light-dark()` follows the colour scheme that Streamlit sets on the page, so a switch of the
    theme needs no new run. Streamlit's own variables are used where it has one of that name.
    """
    own = [
        f"--{field.name.replace('_', '-')}: "
        f"light-dark({getattr(LIGHT, field.name)}, {getattr(DARK, field.name)});"
        for field in fields(Theme)
        if isinstance(getattr(LIGHT, field.name), str)
    ]
    streamlit = (
        "--bg: var(--st-background-color);",
        "--ink: var(--st-text-color);",
        "--line: var(--st-border-color);",
        "--link: var(--st-link-color);",
        "--granted: var(--st-blue-color);",
        "--haalbaar: var(--st-blue-text-color);",
        "--druk: var(--st-orange-text-color);",
        "--druk-fill: var(--st-orange-color);",
        "--niet: var(--st-red-text-color);",
        "--font: var(--st-font);",
    )
    return ":host {\n  " + "\n  ".join((*own, *streamlit)) + "\n}\n"


def plotly_template(theme: Theme) -> go.layout.Template:
    """Section 9 of the tokens: Dutch numbers, no box, quiet grid, no zoom."""
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": TEXT_PX, "color": theme.ink},
            "separators": ",.",
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 48, "r": 96, "t": 8, "b": 24},
            "bargap": 0.24,
            "showlegend": False,
            "colorway": [
                theme.granted,
                theme.before,
                theme.druk_fill,
                theme.wettelijk,
                theme.niet,
            ],
            "hoverlabel": {
                "bgcolor": theme.ink,
                "bordercolor": theme.ink,
                "font": {"family": FONT, "size": TEXT_PX, "color": theme.bg},
            },
            "xaxis": {
                "showgrid": False,
                "showline": True,
                "linecolor": theme.edge,
                "ticks": "",
                "fixedrange": True,
                "tickfont": {"size": SMALL_PX, "color": theme.ink2},
            },
            "yaxis": {
                "gridcolor": theme.line,
                "zeroline": False,
                "showline": False,
                "ticks": "",
                "nticks": 4,
                "tickformat": ",d",
                "rangemode": "tozero",
                "fixedrange": True,
                "tickfont": {"size": SMALL_PX, "color": theme.ink2},
            },
        }
    )


def tekort_marker(theme: Theme) -> dict[str, Any]:
    """The mark of hours that are short: a hatch, so that colour is never alone."""
    return {
        "color": theme.niet_tint,
        "line": {"width": 0},
        "pattern": {"shape": "/", "fgcolor": theme.short, "size": 5, "solidity": 0.35},
    }
