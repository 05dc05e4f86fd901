"""A file has one question; past 300 lines it usually has two."""

from __future__ import annotations

from tests.architecture.sources import ROOT, name, product_files

MOST_LINES = 300
EMPTY_NAMES = {"utils", "helpers", "common", "manager", "misc", "tools"}


def test_no_module_is_longer_than_300_lines() -> None:
    found = {
        name(path): lines
        for path in product_files()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert not found, f"split these by question: {found}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    found = [
        name(path)
        for path in product_files()
        if {part.removesuffix(".py") for part in path.relative_to(ROOT).parts} & EMPTY_NAMES
    ]
    assert not found, f"name the question it answers: {found}"


def test_every_init_file_is_empty() -> None:
    found = [
        name(path)
        for path in product_files()
        if path.name == "__init__.py" and path.read_text(encoding="utf-8").strip()
    ]
    assert not found, f"importing a folder must run nothing: {found}"
