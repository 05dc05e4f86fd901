"""The user guide: a chapter of ten minutes for every role, links that lead somewhere, and pictures
that docs/beeld/maak.py makes, so that they never age."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import pytest

from sturing.domain.keuzes import Rol
from sturing.domain.wie import RechtRol
from tests.architecture.sources import ROOT, name
from tests.architecture.test_begrippen import plain

HANDLEIDING = ROOT / "docs/handleiding"
BEELD = ROOT / "docs/beeld"
ROLLEN = sorted(p for p in (HANDLEIDING / "rollen").glob("*.md") if p.name != "README.md")
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"])
HEADS = (
    "Uw vraag op maandag",
    "Uw scherm, en de eerste regel",
    "In deze volgorde",
    "Wat u mag en niet mag",
    "Neem mee naar het gesprek",
    "Lees verder",
)
MINUTES = 10
WORDS_PER_MINUTE = 200
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors of the heads of a page, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def made_pictures() -> set[str]:
    """The names in BEELDEN of docs/beeld/maak.py, without running it."""
    script = ast.parse(text(BEELD / "maak.py"))
    names: set[str] = set()
    for node in script.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            match node.targets[0].id, node.value:
                case "ALS_ROL", ast.Dict(keys=keys):
                    names |= {key.value for key in keys if isinstance(key, ast.Constant)}
                case "SCHERMEN", ast.Tuple(elts=rows):
                    names |= {row.elts[0].value for row in rows}
                case "WEGEN", ast.Tuple(elts=parts):
                    names |= {word.value for part in parts for word in part.value.elts}
    return names


def first_table() -> list[tuple[str, str]]:
    """Who, and the chapter, of the first table of the guide."""
    table = text(HANDLEIDING / "README.md").split("\n\n")
    rows = next(part for part in table if part.startswith("| u bent"))
    cells = [row.split(" | ") for row in rows.splitlines()[2:]]
    return [
        (who.removeprefix("| "), match[2]) for who, link, *_ in cells if (match := LINK.match(link))
    ]


@pytest.mark.parametrize("rol", sorted({*RechtRol, *Rol}, key=str))
def test_every_role_has_a_chapter_in_the_first_table_of_the_guide(rol: str) -> None:
    found = [link for who, link in first_table() if re.search(rf"\b{plain(rol)}\b", plain(who))]
    assert found, f"give '{rol}' a chapter in docs/handleiding/rollen and a row in the first table"
    assert all((HANDLEIDING / link).is_file() for link in found)


def test_every_chapter_of_a_role_stands_in_the_first_table() -> None:
    linked = {(HANDLEIDING / link).resolve() for _, link in first_table()}
    assert linked == set(ROLLEN)


@pytest.mark.parametrize("chapter", ROLLEN, ids=lambda chapter: chapter.stem)
def test_a_chapter_is_ten_minutes_of_reading_and_doing(chapter: Path) -> None:
    """Each step to do is a minute; the rest is read."""
    words = len(re.sub(r"[|#*>`\-]", " ", text(chapter)).split())
    steps = len(re.findall(r"^\d+\. \*\*", text(chapter), re.MULTILINE))
    assert 5 <= steps <= 7
    assert words / WORDS_PER_MINUTE + steps <= MINUTES


@pytest.mark.parametrize("chapter", ROLLEN, ids=lambda chapter: chapter.stem)
def test_a_chapter_asks_answers_shows_and_sends_on(chapter: Path) -> None:
    heads = re.findall(r"^## (.+)$", text(chapter), re.MULTILINE)
    assert tuple(heads) == HEADS
    pictures = [link for mark, link in LINK.findall(text(chapter)) if mark]
    assert 1 <= len(pictures) <= 2
    assert [link for mark, link in LINK.findall(text(chapter).split("## Lees verder")[1])]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for _, link in LINK.findall(text(page)):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert not dead


def test_every_picture_is_made_by_the_script_and_shown_somewhere() -> None:
    shown = {Path(link).stem for page in PAGES for mark, link in LINK.findall(text(page)) if mark}
    files = {file.stem for file in BEELD.glob("*.png")}
    assert made_pictures() == files
    assert shown == files


def test_a_head_becomes_the_anchor_that_a_link_names() -> None:
    assert "een-brief-hier-is-geen-plaats-voor" in anchors(HANDLEIDING / "rapportage.md")
    assert unicodedata.is_normalized("NFC", text(HANDLEIDING / "README.md"))
