"""Every word of the domain stands in docs/begrippen.md, so that code and people share it."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, name, tree

TERM_IN_TABLE = re.compile(r"^\| \*\*(.+?)\*\* \| (.+?) \|$")
TERM_IN_LIST = re.compile(r"^- \*\*(.+?)\*\*: (.+)$")
SMALL_WORDS = frozenset(
    {"aan", "alles", "blijft", "en", "gedelegeerd", "let", "naar", "niet", "niets", "of", "onder"}
    | {"ook", "op", "per", "tot", "valt", "van", "wie"}
)
"""Words that only join others; they mean nothing by themselves."""
TECHNICAL = frozenset({"sha256"})
DOMAIN = sorted((ROOT / "sturing/domain").glob("[!_]*.py"))


def plain(text: str) -> str:
    """Small letters without accents, words apart by a space."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", " ", ascii_text.casefold()).strip()


def terms() -> dict[str, str]:
    """Term and meaning, of both lists."""
    lines = (ROOT / "docs/begrippen.md").read_text(encoding="utf-8").splitlines()
    found = (TERM_IN_TABLE.match(line) or TERM_IN_LIST.match(line) for line in lines)
    return {match[1]: match[2] for match in found if match}


def names_of(path: Path) -> set[str]:
    """Public classes, new types, fields and values of enumerations in one module of the domain."""
    names: set[str] = set()
    for node in tree(path).body:
        if isinstance(node, ast.Assign) and _is_new_type(node.value):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        names.add(node.name)
        for member in node.body:
            if isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name):
                names.add(member.target.id)
            elif isinstance(member, ast.Assign) and isinstance(member.value, ast.Constant):
                names.add(str(member.value.value))
    return {n for n in names if not n.startswith("_")}


def _is_new_type(value: ast.expr) -> bool:
    return (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id == "NewType"
    )


def words_of(identifier: str) -> list[str]:
    """The words a name is made of: `BladVerschil`, `uren_per_week`, `alles-of-niets`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", identifier)
    return plain(apart).split()


def known_words() -> set[str]:
    """Every word of every term, with its plural and its adjective ending."""
    words = {word for term in terms() for word in plain(term).split()}
    endings = ("s", "e", "n", "en", "regel")
    return words | {word + ending for word in words for ending in endings} | _plurals(words)


def _plurals(words: set[str]) -> set[str]:
    doubled = {word + word[-1] + "en" for word in words}
    lengthened = {
        word[:-2] + word[-1] + "en" for word in words if len(word) > 3 and word[-3] == word[-2]
    }
    return doubled | lengthened


@pytest.mark.parametrize("path", DOMAIN, ids=name)
def test_every_word_of_the_domain_is_a_term(path: Path) -> None:
    known = known_words() | SMALL_WORDS | TECHNICAL
    found = sorted(
        f"{identifier} ({', '.join(missing)})"
        for identifier in names_of(path)
        if (missing := [word for word in words_of(identifier) if word not in known])
    )
    assert not found, f"give these words a meaning in docs/begrippen.md: {found}"


def test_a_word_that_nobody_explained_is_noticed() -> None:
    assert words_of("BladVerschil") == ["blad", "verschil"]
    assert "kwantumkorting" not in known_words()


def test_no_term_stands_twice() -> None:
    lines = (ROOT / "docs/begrippen.md").read_text(encoding="utf-8").splitlines()
    matches = [TERM_IN_TABLE.match(line) or TERM_IN_LIST.match(line) for line in lines]
    found = [plain(match[1]) for match in matches if match]
    twice = sorted({term for term in found if found.count(term) > 1})
    assert not twice, f"one term, one meaning: {twice}"


def test_the_table_is_in_order_of_the_alphabet() -> None:
    lines = (ROOT / "docs/begrippen.md").read_text(encoding="utf-8").splitlines()
    found = [plain(match[1]) for line in lines if (match := TERM_IN_TABLE.match(line))]
    assert found == sorted(found)
