"""The head of a page: its name and actions, the answer in words, and the line under it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from sturing.services.beelden import Kop
from sturing.ui.components.texts import plain
from sturing.ui.context import PageContext
from sturing.ui.state import PLAN_YEAR


@contextmanager
def page_head(name: str, context: PageContext) -> Iterator[None]:
    """The first row: the name of the page left, the actions of the `with` block right."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        short = "demonstratie" if context.beeld.demonstratie else "alleen op deze computer"
        st.markdown(
            f":gray[**{plain(name)}**] :gray-badge[{short}]",
            width="content",
            help=plain(context.beeld.melding),
        )
        st.space("stretch")
        yield


def answer(kop: Kop) -> None:
    """The answer of the page in words (h1), and plan, levering and method under it."""
    with st.container(gap=None):
        st.title(plain(kop.titel), anchor=False)
        st.caption(plain(kop.bijschrift))


def choose_plan_year(context: PageContext) -> None:
    """Which plan year the page shows; kept in the address, so that a link carries it."""
    default = context.beeld.horizon.van.jaar
    years = sorted({default - 1, default, default + 1})
    st.selectbox(
        "Planjaar",
        years,
        index=years.index(default),
        format_func=lambda year: f"Plan {year}",
        key=PLAN_YEAR,
        bind="query-params",
        persist_state="session",
        label_visibility="collapsed",
        filter_mode=None,
        width=120,
    )
