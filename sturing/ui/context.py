"""What every page starts from: the open environment, who acts, and which period is looked at.

Owns the choice of identity and of the plan year; roles are read anew on every run. Must never show
anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.services.beelden import Omgevingsbeeld
from sturing.services.blik import Kijk
from sturing.services.omgeving import Omgeving, huidige_omgeving, omgevingsbeeld, wie_van
from sturing.ui import state
from sturing.ui.theme import Theme, theme_of


@dataclass(frozen=True, kw_only=True)
class PageContext:
    """The environment and the acting person; no slots, because the texts are made at first use."""

    omgeving: Omgeving
    wie: Wie

    @cached_property
    def beeld(self) -> Omgevingsbeeld:
        """The texts about both, and the plan year of the data."""
        return omgevingsbeeld(self.omgeving, self.wie)

    @property
    def kijk(self) -> Kijk:
        """What the pages look at: the period, and the chosen scenario and domain."""
        viewed = state.viewed()
        return Kijk(horizon=self.horizon, scenario=viewed.scenario, domein=viewed.domein)

    @property
    def horizon(self) -> Horizon:
        """The period of the pages: the chosen plan year, else the one of the data."""
        chosen = state.plan_year()
        return self.beeld.horizon if chosen is None else Horizon.planjaar(chosen)


def page_context() -> PageContext:
    """Raises StartError when the application was not started by its own command."""
    omgeving = huidige_omgeving()
    return PageContext(omgeving=omgeving, wie=wie_van(omgeving, state.identity()))


def current_theme() -> Theme:
    """The tokens of the theme that the browser shows."""
    return theme_of(st.context.theme.type)
