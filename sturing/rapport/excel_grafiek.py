"""The native chart of a workbook: it draws the numbers of its own sheet, so it follows a change.

Owns the look of the chart. Columns of that sheet: month, granted, short, asked, available.
"""

from __future__ import annotations

from typing import Any

from sturing.rapport import huisstijl
from sturing.rapport.model import Grafiek


def teken(boek: Any, grafiek: Grafiek, blad: str) -> Any:
    """Granted and short as stacked columns, available as a line when there is any."""
    aantal = len(grafiek.maanden)

    def reeks(kolom: int) -> dict[str, Any]:
        return {
            "name": [blad, 0, kolom],
            "categories": [blad, 1, 0, aantal, 0],
            "values": [blad, 1, kolom, aantal, kolom],
        }

    staven = boek.add_chart({"type": "column", "subtype": "stacked"})
    staven.add_series(reeks(1) | {"fill": {"color": huisstijl.GRANTED}, "gap": 40})
    patroon = {
        "pattern": "wide_upward_diagonal",
        "fg_color": huisstijl.SHORT,
        "bg_color": huisstijl.SHORT_TINT,
    }
    staven.add_series(reeks(2) | {"pattern": patroon})
    if grafiek.beschikbaar:
        lijn = boek.add_chart({"type": "line"})
        lijn.add_series(reeks(4) | {"line": {"color": huisstijl.INK, "width": 2}})
        staven.combine(lijn)
    letter = {"name": huisstijl.LETTER_KANTOOR, "size": 9, "color": huisstijl.INK2}
    staven.set_x_axis({"num_font": letter, "line": {"color": huisstijl.EDGE}})
    staven.set_y_axis(
        {
            "num_font": letter,
            "num_format": "#,##0",
            "min": 0,
            "major_gridlines": {"visible": True, "line": {"color": huisstijl.LINE}},
            "line": {"none": True},
        }
    )
    staven.set_legend({"position": "right", "font": letter})
    staven.set_chartarea({"border": {"none": True}})
    staven.set_size({"width": 670, "height": 205})
    return staven
