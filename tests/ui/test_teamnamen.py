"""A name of a team stands on the screen as it was typed, in a short table and in a long one."""

from __future__ import annotations

from sturing.services.teamcijfers import Cijferpaar, Teamverschil
from sturing.ui.components import difference, state_rows
from sturing.ui.components.texts import plain

NAAM = "![x](http://voorbeeld.invalid/x.png) :red[team] $a$"
CIJFER = Cijferpaar(naam="fte", voor="1,0", na="1,0", verschil="", richting=0)
TEAM = Teamverschil(
    sleutel="T1", naam=NAAM, fte=CIJFER, beschikbaar=CIJFER, gevraagd=CIJFER, deel=CIJFER
)


def test_the_name_of_a_team_is_never_markdown() -> None:
    assert list(state_rows.teams_frame([TEAM], markdown=True)["Team"]) == [plain(NAAM)]
    assert list(state_rows.teams_frame([TEAM], markdown=False)["Team"]) == [NAAM]
    assert list(difference.teams_frame([TEAM], markdown=True)["Team of domein"]) == [plain(NAAM)]
    assert list(difference.teams_frame([TEAM], markdown=False)["Team of domein"]) == [NAAM]
