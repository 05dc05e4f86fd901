"""Streamlit's own page shell with our preload links: the files exist and none is missed."""

from __future__ import annotations

import re

import pytest

from sturing.ui.server_scripts import PARTS, SCRIPTS, SMALLEST, scripts_of_parts, with_preloads

SHELL = (SCRIPTS.parents[1] / "index.html").read_bytes()
_LINK = re.compile(
    rb'<link rel="preload" as="script" crossorigin( fetchpriority="low")?'
    rb' href="\./static/js/([^"]+)">'
)


def _preloaded() -> list[str]:
    return [name.decode() for _low, name in _LINK.findall(with_preloads(SHELL))]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_a_file_of_this_streamlit(part: str) -> None:
    assert [name for name in scripts_of_parts() if re.fullmatch(rf"{part}\.[\w-]+\.js", name)]


def test_every_large_script_of_the_shell_and_the_parts_is_preloaded_once() -> None:
    own = re.findall(rb'static/js/([^"]+\.js)"', SHELL)
    assert len(own) > 1
    needed = {name.decode() for name in own} | set(scripts_of_parts())
    names = _preloaded()
    assert set(names) == {name for name in needed if (SCRIPTS / name).stat().st_size >= SMALLEST}
    assert len(names) == len(set(names))


def test_what_only_the_screens_need_comes_after_what_the_page_begins_with() -> None:
    links = _LINK.findall(with_preloads(SHELL))
    low = [bool(priority) for priority, _name in links]
    assert low == sorted(low)
    assert (low[0], low[-1]) == (False, True)
    assert {name for priority, name in links if not priority} <= set(
        re.findall(rb'static/js/([^"]+\.js)"', SHELL)
    )


def test_what_a_part_imports_comes_along() -> None:
    part = next(name for name in scripts_of_parts() if name.startswith("PlotlyChart."))
    imported = re.findall(r'from"\./([^"]+)"', (SCRIPTS / part).read_text(encoding="utf-8"))
    assert imported
    assert set(imported) <= set(scripts_of_parts())


def test_the_links_stand_before_the_script_and_replace_those_that_compile_anew() -> None:
    html = with_preloads(SHELL)
    assert b"modulepreload" not in html
    assert html.rindex(b'rel="preload" as="script"') < html.index(b'<script type="module"')


def test_a_shell_without_streamlits_script_stays_as_it_is() -> None:
    assert with_preloads(b"<html><head></head></html>") == b"<html><head></head></html>"
