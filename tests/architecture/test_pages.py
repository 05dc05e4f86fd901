"""Pages place what services give: functions, nothing that runs when they are imported."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import ROOT, name, tree

PAGES = sorted((ROOT / "pages").glob("*.py"))
DECORATORS = {"st.fragment"}
"""Wraps the function and runs nothing."""
APP_MAY_IMPORT = {"__future__", "streamlit", "sturing.ui", "sturing.services", "pages"}


def _is_plain(value: ast.expr | None) -> bool:
    """A value that is written down, not made: literals, and sets of them."""
    if value is None or isinstance(value, ast.Constant):
        return True
    if isinstance(value, (ast.Tuple, ast.List, ast.Set)):
        return all(_is_plain(element) for element in value.elts)
    if isinstance(value, ast.Dict):
        return all(_is_plain(element) for element in (*value.keys, *value.values))
    if isinstance(value, ast.UnaryOp):
        return _is_plain(value.operand)
    return False


def _runs_on_import(statement: ast.stmt) -> bool:
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return False
    if isinstance(statement, ast.FunctionDef):
        return any(ast.unparse(d) not in DECORATORS for d in statement.decorator_list)
    if isinstance(statement, ast.Expr):
        return not isinstance(statement.value, ast.Constant)
    if isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return not _is_plain(statement.value)
    if isinstance(statement, ast.If):
        is_type_checking = isinstance(statement.test, ast.Name) and (
            statement.test.id == "TYPE_CHECKING"
        )
        return not is_type_checking
    return True


def test_there_are_pages() -> None:
    assert len(PAGES) >= 4


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_defines_functions_and_runs_nothing_when_it_is_imported(page) -> None:
    found = [
        f"{name(page)}:{statement.lineno}"
        for statement in tree(page).body
        if _runs_on_import(statement)
    ]
    assert not found, f"put these in a function; a page opened by its file would run them: {found}"


@pytest.mark.parametrize("page", [p for p in PAGES if p.stem != "__init__"], ids=name)
def test_a_page_is_drawn_by_its_function_toon(page) -> None:
    functions = {node.name for node in tree(page).body if isinstance(node, ast.FunctionDef)}
    assert "toon" in functions, f"{name(page)} needs `def toon() -> None`"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_does_no_arithmetic(page) -> None:
    found = [
        f"{name(page)}:{node.lineno}"
        for node in ast.walk(tree(page))
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod))
        and not _joins_text(node)
    ]
    assert not found, f"numbers come from a service, ready to show: {found}"


def _joins_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(part, ast.JoinedStr)
        or (isinstance(part, ast.Constant) and isinstance(part.value, str))
        for part in ast.walk(node)
    )


def test_the_entry_knows_only_the_screens_and_the_services() -> None:
    app = ROOT / "app.py"
    imported = [
        (node.lineno, module)
        for node in ast.walk(tree(app))
        for module in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    ]
    found = [
        f"app.py:{line} {module}"
        for line, module in imported
        if not any(module == may or module.startswith(f"{may}.") for may in APP_MAY_IMPORT)
    ]
    assert not found, f"app.py may import {sorted(APP_MAY_IMPORT)} only: {found}"
