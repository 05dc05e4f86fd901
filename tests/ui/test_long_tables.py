"""Long tables: heads over their numbers where Streamlit can, and never a text read as Markdown."""

from __future__ import annotations

import re

import pandas as pd
from pandas.io.formats.style import Styler
from streamlit.testing.v1 import AppTest

from sturing.ui.components import tables
from sturing.ui.components.texts import plain
from sturing.ui.theme import LIGHT
from tests.pages.tabellen import Tabel, tabellen


def _html(table: pd.DataFrame | Styler) -> str:
    assert isinstance(table, Styler)
    return table.to_html()


def long_table(rows: int, *, choose: bool = False) -> AppTest:
    def page() -> None:
        import pandas as pd
        import streamlit as st

        from sturing.ui.components.tables import show_long_table

        number = st.session_state["rows"]
        frame = pd.DataFrame(
            {
                "Naam": ["Een *naam*", *["Twee"] * (number - 1)],
                "Status": ["✕ niet haalbaar"] * number,
                "Uren": ["1.234"] * number,
                "Leeg": [None] * number,
            }
        )
        show_long_table(
            frame, "Namen", key="tabel", numbers=["Uren"], choose=st.session_state["choose"]
        )

    script = AppTest.from_function(page)
    script.session_state["rows"], script.session_state["choose"] = rows, choose
    script.run()
    assert not script.exception
    return script


def the_table(script: AppTest) -> Tabel:
    (tabel,) = tabellen(script)
    return tabel


def test_a_table_without_choice_is_a_plain_one_that_prints_whole() -> None:
    script = long_table(tables.PLAIN)
    assert not script.dataframe
    assert len(the_table(script).value) == tables.PLAIN


def test_very_many_rows_and_a_choice_need_the_grid() -> None:
    assert long_table(tables.PLAIN + 1).dataframe
    assert long_table(20, choose=True).dataframe


def test_a_name_is_no_markdown_and_what_is_short_stays_on_one_line() -> None:
    script = long_table(3)
    (markdown,) = (m.value for m in script.markdown)
    assert "| Een \\*naam\\* |" in markdown
    shown = the_table(script).value
    assert list(shown["Naam"]) == ["Een *naam*", "Twee", "Twee"]
    assert list(shown["Leeg"]) == [tables.UNKNOWN] * 3


def test_a_sign_that_warns_and_its_words_have_their_colour() -> None:
    (markdown,) = (m.value for m in long_table(1).markdown)
    assert ":red[✕\u00a0niet\u00a0haalbaar]" in markdown


def test_a_sign_that_does_not_warn_leaves_its_words_quiet() -> None:
    assert tables.as_it_stands("● haalbaar") == "●\u00a0haalbaar"
    assert tables.as_it_stands("‖ geparkeerd") == "‖\u00a0geparkeerd"


def test_in_the_grid_too_only_what_warns_has_a_colour() -> None:
    signs = ["✕ niet haalbaar", "▲ onder druk", "● haalbaar", "‖ geparkeerd", None]
    frame = pd.DataFrame({"Naam": list("abcde"), "Status": signs, "Uren": range(5)})
    html = _html(tables.warned(tables.styled(frame), LIGHT))
    coloured = re.findall(r"row(\d)_col(\d) {\s*color: (#\w+);", html)
    assert coloured == [("0", "1", LIGHT.niet), ("1", "1", LIGHT.druk)]
    plain_frame = _html(tables.warned(frame, LIGHT))
    assert plain_frame.count(f">{tables.UNKNOWN}<") == 1
    assert "None" not in plain_frame


def test_a_grid_in_which_nothing_warns_stays_what_it_was() -> None:
    frame = pd.DataFrame({"Status": ["● haalbaar", None], "Uren": [1, 2]})
    assert tables.warned(frame, LIGHT) is frame


def test_the_name_of_the_table_stands_before_it_and_numbers_stand_right() -> None:
    tabel = the_table(long_table(3))
    assert tabel.alt == "Namen"
    assert list(tabel.value["Uren"]) == [1234] * 3
    assert tabel.sides == ("left", "left", "right", "left")


def test_a_sum_is_bold_once_and_empty_cells_stay_empty() -> None:
    frame = pd.DataFrame({"Wat": ["Een", "**Samen**"], "Uren": [1, 1234], "Rest": ["a", ""]})
    last = tables.as_markdown(
        tables.styled(frame, {"Uren": tables.dutch}, total=True), "Uren"
    ).splitlines()[-1]
    assert last == "| **Samen** | **1.234** |  |"


def test_no_text_of_a_cell_makes_a_cell_or_a_row_more() -> None:
    frame = pd.DataFrame({"Naam": [plain("a|b\nc\r\u2028\x1f\\|d | :-- |")], "Uren": [1]})
    lines = tables.as_markdown(tables.styled(frame), "Namen").splitlines()
    assert len(lines) == len(("alt", "", "heads", "sides", "row"))
    assert lines[-1].replace("\\\\", "").replace("\\|", "").count("|") == len(("|", "|", "|"))


def test_very_many_rows_are_a_grid_of_bare_words_whatever_they_were_asked_as() -> None:
    def page() -> None:
        import pandas as pd

        from sturing.ui.components.tables import PLAIN, show_table, styled
        from sturing.ui.components.texts import plain

        rows = PLAIN + 1
        names = [f":red[✕]\u00a0**{plain('a|b * [c]')}**"] * rows
        frame = pd.DataFrame({"Naam": names, "Uren": ["1.234"] * rows})
        show_table(styled(frame, right=["Uren"]), "Namen")

    script = AppTest.from_function(page).run()
    assert not script.exception
    assert not tabellen(script)
    (grid,) = script.dataframe
    assert list(grid.value.iloc[0]) == ["✕\u00a0a|b * [c]", "1.234"]
    assert len(grid.value) == tables.PLAIN + 1
