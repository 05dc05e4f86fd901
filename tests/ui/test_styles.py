"""The style sheets of a screen and of paper say the same as the code beside them."""

from __future__ import annotations

import re
from pathlib import Path

from sturing.services.plaatsen import app_map
from sturing.ui import router
from sturing.ui.theme import DARK, LIGHT

SCREEN = (app_map() / "static" / "scherm.css").read_text(encoding="utf-8")
SHELL = Path(router.__file__).parent / "shell" / "shell.js"


def test_the_place_that_is_kept_for_the_menu_is_as_wide_as_the_menu() -> None:
    assert re.findall(r"padding-left: (\d+)px;\n  \}", SCREEN) == [str(router.SIDEBAR_PX)]


def test_the_style_and_the_script_fold_the_menu_below_the_same_width() -> None:
    below = re.findall(r"FOLD_BELOW_PX = (\d+);", SHELL.read_text(encoding="utf-8"))
    assert re.findall(r"min-width: (\d+)px", SCREEN) == below
    assert re.findall(r"max-width: (\d+)\.98px", SCREEN) == [str(int(*below) - 1)]


def test_every_colour_on_the_screen_is_a_token() -> None:
    assert set(re.findall(r"#[0-9a-fA-F]{3,}", SCREEN)) == {LIGHT.bg, DARK.bg}
