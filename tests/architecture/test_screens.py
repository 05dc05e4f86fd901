"""What a screen may never do: raw HTML, session state outside its owner, icons from elsewhere."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import calls, name, product_files, texts, tree

OWNER_OF_STATE = "sturing/ui/state.py"
FIELDS = {
    "checkbox",
    "multiselect",
    "number_input",
    "radio",
    "segmented_control",
    "selectbox",
    "slider",
    "text_area",
    "text_input",
    "toggle",
}


def test_session_state_is_touched_in_one_module() -> None:
    found = [
        f"{name(path)}:{node.lineno}"
        for path in product_files()
        for node in ast.walk(tree(path))
        if name(path) != OWNER_OF_STATE
        and (
            (isinstance(node, ast.Attribute) and node.attr == "session_state")
            or (isinstance(node, ast.alias) and node.name == "session_state")
        )
    ]
    assert not found, f"ask {OWNER_OF_STATE} for it: {found}"


def test_no_text_reaches_the_screen_as_html() -> None:
    found = [
        f"{name(path)}:{node.lineno}"
        for path in product_files()
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html")
        or (isinstance(node, ast.keyword) and node.arg == "unsafe_allow_javascript")
        or (
            isinstance(node, ast.Attribute)
            and node.attr == "html"
            and isinstance(node.value, ast.Name)
            and node.value.id == "st"
        )
    ]
    assert not found, f"use a component or a Styler; a cell could hold a script: {found}"


def test_no_icon_or_file_comes_from_another_address() -> None:
    found = [
        f"{name(path)}:{line} {text[:60]!r}"
        for path in product_files()
        if name(path).startswith(("pages/", "sturing/ui/", "app.py"))
        for line, text in texts(tree(path))
        if ":material/" in text or re.search(r"\b(https?:)?//[a-z0-9-]+\.[a-z]", text)
    ]
    assert not found, f"the browser may ask nothing of another address: {found}"


def test_no_field_has_the_english_sign_for_help() -> None:
    found = [
        where
        for where, call in calls(FIELDS)
        if any(keyword.arg == "help" for keyword in call.keywords)
    ]
    assert not found, f"write it under the field: the sign is read out as 'Help for ...': {found}"


def test_no_day_is_chosen_in_a_calendar() -> None:
    found = [
        f"{name(path)}:{node.lineno}"
        for path in product_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "date_input"
    ]
    assert not found, f"give a list of days: a calendar opens at Tab and is English: {found}"
