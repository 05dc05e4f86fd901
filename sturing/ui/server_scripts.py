"""Which of Streamlit's scripts a browser fetches along with the page shell.

Owns: the parts of Streamlit's front end that our screens draw with, and the links that make the
browser fetch them at once. Chromium (measured with 156) uses its cache of compiled code for a
module only when the file was fetched by `<link rel="preload" as="script">`: a module that is
imported or "modulepreloaded" is compiled anew at every visit, and Plotly alone is 4.7 MB. Must
never change a script or add one of ours. Sizes are bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import streamlit

SCRIPTS: Final = Path(streamlit.__file__).parent / "static" / "static" / "js"
PARTS: Final = ("BidiComponent", "Button", "Selectbox", "DataFrame", "PlotlyChart")
"""What most of our screens draw with, under Streamlit's own names of its files."""
SMALLEST: Final = 15_000
"""A smaller script costs more as a link of its own than it takes to compile."""

_IMPORT: Final = re.compile(rb"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")
_MODULE_LINK: Final = re.compile(
    rb'<link rel="modulepreload" crossorigin href="(?:\./|/)static/js/([^"]+)">\s*'
)
_FIRST_SCRIPT: Final = re.compile(
    rb'<script type="module" crossorigin src="(?:\./|/)static/js/([^"]+)"></script>'
)


def with_preloads(html: bytes) -> bytes:
    """The page shell with a preload link for each large script that it and our screens need.

    What only the screens need comes after what the page begins with. A shell without Streamlit's
    module script comes back as it is.
    """
    first = _FIRST_SCRIPT.search(html)
    if first is None:
        return html
    shell = (first[1].decode(), *(name.decode() for name in _MODULE_LINK.findall(html)))
    later = (name for name in scripts_of_parts() if name not in shell)
    links = _links(shell) + _links(later, ' fetchpriority="low"')
    html = _MODULE_LINK.sub(b"", html)
    return html.replace(first[0], links.encode() + first[0], 1)


def _links(names: Iterable[str], priority: str = "") -> str:
    return "".join(
        f'<link rel="preload" as="script" crossorigin{priority} href="./static/js/{name}">'
        for name in names
        if (SCRIPTS / name).stat().st_size >= SMALLEST
    )


@cache
def scripts_of_parts() -> tuple[str, ...]:
    """The file names of PARTS and of all that they import, each once."""
    found: dict[str, None] = {}
    waiting = [path.name for part in PARTS for path in sorted(SCRIPTS.glob(f"{part}.*.js"))]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = None
        waiting.extend(_imports(SCRIPTS / name))
    return tuple(found)


def _imports(script: Path) -> Iterable[str]:
    return (name.decode() for name in _IMPORT.findall(script.read_bytes()))
