"""Teams en teamplannen: what a team has, is asked and plans, and who saw its plan."""

from __future__ import annotations

import streamlit as st

from sturing.services.beelden import Geweigerd, Leeg
from sturing.services.teambeeld import Teamblad, Teamsoverzicht
from sturing.services.teams import ALLE, teams
from sturing.ui import address, state
from sturing.ui.components import team_hours
from sturing.ui.components.conversation import conversations
from sturing.ui.components.figures import figures
from sturing.ui.components.header import answer, choose, page_head
from sturing.ui.components.outcome import told
from sturing.ui.components.states import guard, to_draw
from sturing.ui.components.team_people import organisation, together
from sturing.ui.components.teamplan import needs, plan
from sturing.ui.components.teams import all_teams
from sturing.ui.components.view import choose_view
from sturing.ui.context import PageContext, current_theme, page_context


def toon() -> None:
    """Draw the page."""
    with guard():
        context = page_context()
        with page_head("Teams en teamplannen", context):
            place = st.container(width="content")
            choose_view(context)
        team = address.text_in_link(address.TEAM)
        beeld = teams(context.omgeving, context.wie, team, context.kijk)
        if isinstance(beeld, (Geweigerd, Leeg)):
            to_draw(beeld)
            return
        with place:
            choose(
                "Team",
                beeld.teams,
                beeld.team if isinstance(beeld, Teamblad) else ALLE,
                key=state.TEAM_PAGE,
                name=address.TEAM,
                width=200,
            )
        if isinstance(beeld, Teamsoverzicht):
            answer(beeld.kop)
            told()
            all_teams(beeld)
        else:
            _team(context, beeld)


def _team(context: PageContext, beeld: Teamblad) -> None:
    theme = current_theme()
    answer(beeld.kop)
    told()
    if beeld.cijfers:
        figures(beeld.cijfers)
    left, right = st.columns(2, gap="large")
    with left:
        team_hours.chain(beeld, theme)
    with right:
        team_hours.months(beeld, theme)
    plan(context, beeld)
    needs(beeld)
    team_hours.spent(beeld, theme)
    team_hours.work(beeld)
    left, right = st.columns(2, gap="large")
    with left:
        organisation(beeld)
    with right:
        together(beeld)
    st.header("Signalen van dit team", anchor=False)
    conversations(context, beeld.signalen, "Dit team heeft nu geen signalen die u mag lezen.")
