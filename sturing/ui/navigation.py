"""The pages of the product: their names, addresses and sections.

Owns the list of screens and how one goes to another. A screen that does not exist yet is not in
it. Must never draw anything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module
from typing import Final
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from sturing.ui.address import PROPOSAL, TEAM

SECTIONS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "": (("overzicht", "Overzicht"),),
    "Kiezen": (
        ("prioriteiten", "Prioriteiten"),
        ("scenarios", "Scenario's"),
        ("claims", "Claims"),
        ("besluiten", "Besluiten"),
        ("signalen", "Signalen"),
    ),
    "Kijken": (
        ("opdrachtgever", "Opdrachtgever"),
        ("teams", "Teams en teamplannen"),
        ("managementcollectief", "Managementcollectief"),
        ("gebieden", "Gebieden"),
        ("programmas", "Programma's en doelen"),
    ),
    "Op orde": (("afspraken", "Afspraken"), ("gegevens", "Gegevens")),
    "Meer": (("rapportage", "Rapportage"), ("uitleg", "Uitleg")),
}
"""Section -> (name of the module in pages/, which is also the address; title)."""
FIRST: Final = "overzicht"


def page(name: str, title: str, *, listed: bool = True) -> st.Page:
    """The page `name`: a function, so that no file can be opened past app.py. One that is not
    `listed` has an address, but stands in no menu."""
    show: Callable[[], None] = import_module(f"pages.{name}").toon
    return st.Page(
        show,
        title=title,
        url_path=name,
        default=name == FIRST,
        visibility="visible" if listed else "hidden",
    )


def sections(first: Sequence[str], listed: Collection[str]) -> dict[str, list[st.Page]]:
    """Everything for `st.navigation`; see `menu`."""
    return {
        section: [page(name, title, listed=name in listed) for name, title in items]
        for section, items in menu(first, listed).items()
    }


def menu(first: Sequence[str], listed: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    """Section -> pages: the section of the screen that comes first in `first` stands first. The
    first page stays on top and the last section at the foot; what is not `listed` stands in the
    section without a name, so that no section is without a page that is seen."""
    items = [item for section in SECTIONS.values() for item in section]
    found = {
        section: [item for item in SECTIONS[section] if item[0] in listed]
        for section in ordered(first)
    }
    found[""] += [item for item in items if item[0] not in listed]
    return {section: pages for section, pages in found.items() if pages}


def ordered(first: Sequence[str]) -> list[str]:
    """The names of the sections, in the order of `first`, the others as they stand."""
    names = list(SECTIONS)
    middle = names[1:-1]

    def rank(section: str) -> int:
        own = {name for name, _title in SECTIONS[section]}
        return next((i for i, name in enumerate(first) if name in own), len(first))

    return [names[0], *sorted(middle, key=rank), names[-1]]


def names() -> frozenset[str]:
    """Every page."""
    return frozenset(name for items in SECTIONS.values() for name, _title in items)


def title_of(name: str) -> str:
    """The title of page `name`."""
    return next(title for items in SECTIONS.values() for key, title in items if key == name)


def go(
    name: str | None,
    *,
    team: str | None = None,
    voorstel: int | None = None,
    parameters: Mapping[str, str] | None = None,
) -> None:
    """Go to page `name`, on one team, one proposal or with `parameters` in the address when given;
    None stays."""
    titles = {key: title for items in SECTIONS.values() for key, title in items}
    named = dict(parameters or {}) | ({TEAM: team} if team else {})
    if voorstel is not None:
        named[PROPOSAL] = str(voorstel)
    if name in titles:
        st.switch_page(page(name, titles[name]), query_params=named or None)


def address(name: str, **parameters: str) -> str:
    """The address of page `name` with these parameters, to send to a colleague."""
    here = urlsplit(st.context.url or "")
    return urlunsplit((here.scheme, here.netloc, f"/{name}", urlencode(parameters), ""))
