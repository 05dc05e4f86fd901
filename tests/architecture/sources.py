"""The Python files of the product as syntax trees: what the architecture tests look at."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def product_files() -> list[Path]:
    """app.py, pages/ and sturing/, in a fixed order."""
    return [
        ROOT / "app.py",
        *sorted((ROOT / "pages").rglob("*.py")),
        *sorted((ROOT / "sturing").rglob("*.py")),
    ]


def name(path: Path) -> str:
    """The path as a person reads it, from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=name(path))


def docstrings(module: ast.Module) -> set[int]:
    """The ids of the nodes that are docstrings, or texts under a field that explain it."""
    return {
        id(statement.value)
        for node in ast.walk(module)
        if isinstance(body := getattr(node, "body", None), list)
        for statement in body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }


def texts(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of every string that is not a docstring; of an f-string its fixed parts."""
    skipped = docstrings(module)
    for node in ast.walk(module):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in skipped:
            yield node.lineno, node.value


def calls(names: Collection[str]) -> Iterator[tuple[str, ast.Call]]:
    """Where (as `file:line`) and how the product calls a method with one of these names."""
    for path in product_files():
        for node in ast.walk(tree(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in names
            ):
                yield f"{name(path)}:{node.lineno}", node
