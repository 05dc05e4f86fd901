"""What can be asked of the product stands in its documentation."""

from __future__ import annotations

import re

import click
import pytest

from sturing import cli
from tests.architecture.sources import ROOT

BEHEER = (ROOT / "docs/beheer.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", list(cli.sturing.commands))
def test_every_command_is_explained(command: str) -> None:
    assert re.search(rf"^### `sturing {command}\b", BEHEER, re.MULTILINE), (
        f"give `sturing {command}` a heading in docs/beheer.md"
    )


@pytest.mark.parametrize("command", list(cli.sturing.commands))
def test_every_option_of_a_command_is_explained(command: str) -> None:
    chapter = re.split(r"^#+ ", BEHEER, flags=re.MULTILINE)
    text = next(part for part in chapter if part.startswith(f"`sturing {command}"))
    options = {
        name
        for parameter in cli.sturing.commands[command].params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }
    missing = sorted(option for option in options if option not in text)
    assert not missing, f"explain these under `sturing {command}` in docs/beheer.md: {missing}"


def test_the_readme_has_the_two_commands_on_one_line_each() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^```\n(.+?)\n```$", readme, re.MULTILINE | re.DOTALL)[:2]
    assert [len(command.splitlines()) for command in commands] == [1, 1]
    assert commands[0].endswith("sturing start --demo")
    assert commands[1].endswith("-m pytest")


def test_every_decision_has_a_number_and_a_status() -> None:
    decisions = sorted((ROOT / "docs/adr").glob("*.md"))
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(path.name[:4])}. "), path.name
        assert "Status: " in text, path.name


def test_the_readme_is_read_in_two_minutes_and_shows_three_pictures() -> None:
    """What comes before "For whom changes it", at 250 words a minute, commands left out."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8").split("## For whom changes it")[0]
    assert len(re.findall(r"!\[[^\]]+\]\(docs/beeld/", readme)) == 3
    prose = re.sub(r"```.+?```|!?\]\([^)]*\)|\|", " ", readme, flags=re.DOTALL)
    assert len(prose.split()) <= 500
