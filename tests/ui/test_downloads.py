"""The files of a picture: numbers stay numbers, text stays text, and a picture is a picture."""

from __future__ import annotations

import io

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


def test_a_picture_that_cannot_be_drawn_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(go.Figure, "to_image", lambda *_a, **_k: 1 / 0)
    with pytest.raises(SturingError, match="lukte niet"):
        pictures.png(go.Figure(), width_px=300, background="#FFFFFF")
