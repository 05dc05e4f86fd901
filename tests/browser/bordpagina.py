"""The board alone in a page, without a server: its own files, made-up data, and what it sends.

For what belongs to the component itself: drawing only what is in sight, the keyboard, dragging, the
queue of moves. The page has the colour variables that Streamlit would set.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from sturing.services.beelden import Bordbeeld
from sturing.services.waarombeeld import Waarombeeld
from sturing.ui.bord.component import script
from sturing.ui.bord.payload import board_payload
from sturing.ui.state import BoardTalk
from sturing.ui.theme import css_variables

VARIABLES = """
  --st-background-color: #fff; --st-text-color: #1B2025; --st-border-color: #E1DED6;
  --st-link-color: #0F5470; --st-blue-color: #2E7491; --st-blue-text-color: #1F6885;
  --st-orange-text-color: #8A5600; --st-orange-color: #AC7105; --st-red-text-color: #A3262A;
  --st-font: sans-serif;
"""


def show_board(page: Page, data: dict[str, Any], *, width: int = 1084) -> None:
    """Draw the board with `data`; `sent(page)` gives what it sent since."""
    folder = files("sturing.ui.bord")
    page.set_content(
        f'<html lang="nl"><title>Bord</title><main style="width:{width}px;{VARIABLES}">'
        '<h1>Bord</h1><div id="bord"></div></main></html>'
    )
    page.evaluate(
        """async ({html, css, js, data}) => {
          const root = document.querySelector('#bord').attachShadow({mode: 'open'});
          root.innerHTML = `${html}<style>${css}</style>`;
          const url = URL.createObjectURL(new Blob([js], {type: 'text/javascript'}));
          const module = await import(url);
          window.sent = [];
          window.draw = (data) => module.default({
            parentElement: root, data, setTriggerValue: (name, value) => window.sent.push(value),
          });
          window.draw(data);
        }""",
        {
            "html": (folder / "bord.html").read_text(encoding="utf-8"),
            "css": css_variables() + (folder / "bord.css").read_text(encoding="utf-8"),
            "js": script(),
            "data": data,
        },
    )


def draw(page: Page, data: dict[str, Any]) -> None:
    """Give the board new data, as the server does after an action."""
    page.evaluate("(data) => window.draw(data)", data)


def sent(page: Page) -> list[dict[str, Any]]:
    """Everything that the board sent, in order."""
    actions: list[dict[str, Any]] = page.evaluate("() => window.sent")
    return actions


def row(page: Page, opdracht: str) -> Any:
    """The line of `opdracht`."""
    return page.locator(f'.lijf > .rij[data-opdracht="{opdracht}"]')


def place(page: Page, opdracht: str) -> int:
    """The place that stands in the line of `opdracht`."""
    return int(row(page, opdracht).locator(".plaats").inner_text())


def focused(page: Page) -> str:
    """The opdracht that has focus."""
    code: str = page.evaluate(
        "() => document.querySelector('#bord').shadowRoot.activeElement?.dataset.opdracht ?? ''"
    )
    return code


def payload(
    beeld: Bordbeeld,
    nr: int = 0,
    said: int = 0,
    text: str = "",
    refused: str = "",
    why: Waarombeeld | None = None,
) -> Any:
    """`beeld` as the answer to action `nr`, with announcement number `said`; `why` is open."""
    talk = BoardTalk(session="sessie", heard=nr, said=said, text=text, refused=refused)
    return board_payload(beeld, talk, why=why)
