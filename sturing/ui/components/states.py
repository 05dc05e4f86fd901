"""The designed states of a page beside its data: empty, refused, and a fault with its kenmerk.

Owns what a person sees when something goes wrong. Must never show a traceback or an English text
of a library; the log has the whole story under the same kenmerk.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from sturing.errors import SturingError
from sturing.services.beelden import Geweigerd, Leeg
from sturing.ui import navigation
from sturing.ui.components.texts import plain

LOG = logging.getLogger("sturing.ui")

T = TypeVar("T")


def to_draw(beeld: T | Geweigerd | Leeg) -> T | None:
    """The view that a page draws; None when there is none, and then the page says why: which role
    is needed, or what is missing, with one button to where that is done or answered."""
    if not isinstance(beeld, (Geweigerd, Leeg)):
        return beeld
    st.title(plain(beeld.titel), anchor=False)
    st.markdown(plain(beeld.uitleg))
    if beeld.knop and st.button(plain(beeld.knop), type="primary"):
        navigation.go(beeld.naar)
    return None


def show_error(fault: SturingError) -> None:
    """An error of the product in its own words, with a way to try again."""
    st.title(plain(fault.title), anchor=False)
    for part in (fault.message, fault.hint):
        if part:
            st.markdown(plain(part))
    _try_again()


def show_fault(kenmerk: str) -> None:
    """Anything unforeseen: what stays true, and the kenmerk to pass on."""
    st.title("Het rekenen lukte niet.", anchor=False)
    st.markdown(
        "Uw wijzigingen zijn bewaard. Probeer het opnieuw, of geef dit kenmerk door aan de "
        f"beheerder: **{kenmerk}**."
    )
    _try_again()


def _try_again() -> None:
    st.button("Probeer opnieuw", key="probeer_opnieuw")


def log_fault() -> str:
    """Log the exception being handled; its kenmerk, two groups of four that are easy to say."""
    token = secrets.token_hex(4)
    kenmerk = f"{token[:4]} {token[4:]}"
    LOG.exception("Fault %s", kenmerk)
    return kenmerk


def unforeseen() -> str:
    """What to say of the exception being handled where there is no page to replace; logs it."""
    return f"Dit lukte niet. Probeer het opnieuw, of geef kenmerk {log_fault()} door."


@contextmanager
def guard() -> Iterator[None]:
    """Show a fault of the `with` block as a state of the page, below what was drawn already."""
    try:
        yield
    except SturingError as fault:
        show_error(fault)
    except Exception:  # the last net of a page: whatever it is, it is logged and told in Dutch
        show_fault(log_fault())
