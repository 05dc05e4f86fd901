"""SQL stands in .sql files, where a person and a formatter can read it; never in a string."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import ROOT, calls, name, product_files, texts, tree

STATEMENT = re.compile(
    r"""\b(
        select\s.+\sfrom\s | insert\s+(or\s+\w+\s+)?into\s | update\s+\w+\s+set\s
      | delete\s+from\s | create\s+(or\s+replace\s+)?(table|view|index|sequence|schema|type)\s
      | alter\s+table\s | drop\s+(table|view|index|sequence|schema)\s | with\s+\w+\s+as\s*\(
      | copy\s+from\s+database | attach\s+' | begin\s+transaction | pragma\s+\w
    )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
RUNS_SQL = {"execute", "executemany", "sql", "query"}


def test_no_text_in_the_code_is_sql() -> None:
    found = [
        f"{name(path)}:{line}"
        for path in product_files()
        for line, text in texts(tree(path))
        if STATEMENT.search(text)
    ]
    assert not found, f"move this SQL to a file under sturing/store/sql: {found}"


def test_no_statement_is_put_together_where_it_is_run() -> None:
    found = [
        where
        for where, call in calls(RUNS_SQL)
        if call.args and isinstance(call.args[0], (ast.Constant, ast.JoinedStr, ast.BinOp))
    ]
    assert not found, f"give the text of a .sql file, with named parameters: {found}"


def test_a_sql_file_says_its_grain_before_its_first_statement() -> None:
    found = [
        name(path)
        for path in sorted((ROOT / "sturing/store/sql").rglob("*.sql"))
        if not path.read_text(encoding="utf-8").startswith("--")
    ]
    assert not found, f"begin with a comment that says what a row is and in which unit: {found}"
