"""The head of a page: its name and actions, the answer in words, and the line under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sturing.services.beelden import Keuze, Kop
from sturing.ui import address, state
from sturing.ui.components.texts import link, note, plain
from sturing.ui.context import PageContext
from sturing.ui.state import PLAN_YEAR


@contextmanager
def page_head(name: str, context: PageContext) -> Iterator[None]:
    """The first row: the name of the page left, the actions of the `with` block right."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        short = "Verzonnen gegevens" if context.beeld.demonstratie else "Zonder aanmelding"
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
        st.markdown(note(kop.bijschrift))


@contextmanager
def section(title: str) -> Iterator[None]:
    """The head of a part of a page, with the actions of the `with` block at its right."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(plain(title), anchor=False, width="content")
        st.space("stretch")
        yield


def close(key: str, place: str) -> None:
    """The button that closes what the address opens under `place`."""
    st.button(link("Sluit"), key=key, type="tertiary", on_click=address.put, args=(place, ""))


def choose_plan_year(context: PageContext) -> None:
    """Which plan year the page shows; kept in the address, so that a link carries it.

    Must stand before the first use of the horizon: it also reads the address.
    """
    default = context.beeld.horizon.van.jaar
    years = list(context.beeld.jaren)
    with _labelled("Plan"):
        st.selectbox(
            "Planjaar",
            years,
            index=years.index(default),
            key=PLAN_YEAR,
            bind="query-params",
            persist_state="session",
            label_visibility="collapsed",
            filter_mode=None,
            width=92,
        )


def choose(
    label: str,
    keuzes: Sequence[Keuze],
    chosen: str,
    *,
    key: str,
    name: str,
    before: str = "",
    width: int = 240,
) -> None:
    """Which of `keuzes` the page shows; the address follows, under `name`. With `before` that
    stands in front of it, else only a screen reader hears `label`."""
    names = {keuze.sleutel: keuze.naam for keuze in keuzes}
    state.put_widget(key, chosen)
    with _labelled(before) if before else nullcontext():
        st.selectbox(
            label,
            list(names),
            format_func=lambda code: names[code],
            key=key,
            on_change=address.choice_to_link,
            args=(name, key),
            label_visibility="collapsed",
            width=width,
        )


def _labelled(text: str) -> DeltaGenerator:
    """A place for one control with its name before it, on one line."""
    place = st.container(
        horizontal=True, vertical_alignment="center", gap="small", width="content", wrap=False
    )
    place.markdown(f":gray[{text}]", width="content")
    return place
