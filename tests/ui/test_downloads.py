"""The files of a picture: numbers stay numbers, text stays text, and a picture is a picture."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable

import kaleido
import openpyxl
import pandas as pd
import plotly.graph_objects as go
import pytest

from sturing.errors import SturingError
from sturing.ui.charts import png as pictures
from sturing.ui.components.tables import excel

needs_browser = pytest.mark.skipif(not pictures.browser_present(), reason="no browser here")


def test_a_workbook_holds_the_numbers_as_numbers_and_a_formula_as_text() -> None:
    frame = pd.DataFrame(
        {"Team": ["=1+1", "B"], "Uren": [1234, 5], "Deel": pd.array([None, 7], dtype="Int64")}
    )
    sheet = openpyxl.load_workbook(io.BytesIO(excel(frame, "uren", "Uren per team"))).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [["Team", "Uren", "Deel"], ["=1+1", 1234, None], ["B", 5, 7]]
    assert sheet["A2"].data_type == "s"


@needs_browser
def test_a_chart_becomes_a_png_of_twice_its_width() -> None:
    made = pictures.png(go.Figure(go.Bar(x=[1], y=[2])), width_px=300, background="#FFFFFF")
    assert made.startswith(b"\x89PNG")
    assert int.from_bytes(made[16:20], "big") == 600


async def _breaks(*_a: object, **_k: object) -> bytes:
    raise RuntimeError("the browser did not start")


async def _hangs(*_a: object, **_k: object) -> bytes:
    await asyncio.sleep(60)
    return b""


@pytest.mark.parametrize("browser", [_breaks, _hangs])
def test_a_picture_that_cannot_be_drawn_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, browser: Callable[..., Awaitable[bytes]]
) -> None:
    monkeypatch.setattr(kaleido, "calc_fig", browser)
    monkeypatch.setattr(pictures, "PATIENCE_S", 0.05)
    with pytest.raises(SturingError, match="lukte niet"):
        pictures.png(go.Figure(), width_px=300, background="#FFFFFF")


def test_a_picture_asks_no_other_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Left to itself, kaleido's page fetches MathJax."""
    asked: list[object] = []

    async def browser(*_a: object, kopts: dict[str, object], **_k: object) -> bytes:
        asked.append(kopts["mathjax"])
        return b""

    monkeypatch.setattr(kaleido, "calc_fig", browser)
    pictures.png(go.Figure(), width_px=300, background="#FFFFFF")
    assert asked == [False]
