"""Long tables: heads over their numbers where Streamlit can, and never a text read as Markdown."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from sturing.ui.components import tables


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


def shown(script: AppTest) -> list[list[str]]:
    """What the cells of the plain table show, column by column."""
    from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

    data = script.table[0].proto.arrow_data
    frame = convert_arrow_bytes_to_pandas_df(data.styler.display_values)
    return [list(frame[name]) for name in frame]


def test_a_table_without_choice_is_a_plain_one_that_prints_whole() -> None:
    script = long_table(tables.PLAIN)
    assert len(script.table) == 1
    assert not script.dataframe
    assert len(script.table[0].value) == tables.PLAIN


def test_very_many_rows_and_a_choice_need_the_grid() -> None:
    assert long_table(tables.PLAIN + 1).dataframe
    assert long_table(20, choose=True).dataframe


def test_a_name_is_no_markdown_and_what_is_short_stays_on_one_line() -> None:
    names, status, hours, empty = shown(long_table(3))
    assert names[0] == "Een \\*naam\\*"
    assert status[0] == "✕\u00a0niet\u00a0haalbaar"
    assert hours == ["1.234"] * 3
    assert empty == [tables.UNKNOWN] * 3


def test_ready_texts_of_numbers_stand_right() -> None:
    """Streamlit puts numbers right and texts left: the texts go in as numbers."""
    assert long_table(3).table[0].value["Uren"].dtype.kind == "i"
