"""Escaping: a text from the data is shown as it stands, also where Streamlit reads Markdown.

Owns the one function through which every cell text, name and message passes on its way into a
label, a heading, a caption or a table. Must never be skipped for text that a person typed.
"""

from __future__ import annotations

import re

from sturing.services.notatie import bijeen

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$:^=&-])")
_LIST = re.compile(r"^(\s*)(\d+)([.)])(\s)")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
"""What ends a line of text, or a cell of a table (components/tables.py)."""
_CHANGED_AFTER_PARSING = re.compile(
    r"(?<=-)(?=[->])|(?<=[<>])(?=[-=])|(?<=:)(?=material/)|(?<=:)(?=streamlit:)"
    r"|(?<=http)(?=s?://)|(?<=www)(?=\.)|(?<=@)|(?<=xmpp)(?=:)|(?<=mailto)(?=:)",
    re.IGNORECASE,
)
"""Where Streamlit would still make an arrow, a dash, an icon or a link of escaped text."""
_COLOURED = re.compile(r"(?<!\\):[a-z]+(?:-[a-z]+)?\[((?:\\.|[^\[\]\\])*)\]")
_BOLD = re.compile(r"(?<!\\)\*\*")
_ESCAPED = re.compile(r"\\(.)")
_NOTHING = "\u2060"
"""Word joiner: has no width and is not read out; keeps two signs apart, or on one line."""
_SPACE = "\u00a0"


def plain(text: str) -> str:
    """`text` as Markdown that shows exactly `text`, as one paragraph that does not break between a
    number and its word.

    Covers emphasis, links, images, HTML, code, tables, math, colour directives, emoji names, and
    the signs and addresses that Streamlit replaces.
    """
    line = _CHANGED_AFTER_PARSING.sub(_NOTHING, bijeen(_LINE_END.sub(" ", text)))
    return _LIST.sub(r"\1\2\\\3\4", _SPECIAL.sub(r"\\\1", line))


def bare(markdown: str) -> str:
    """The words of a text in Markdown of ours: without colour, bold and escapes."""
    shown, marked = _COLOURED.subn(r"\1", markdown)
    while marked:
        shown, marked = _COLOURED.subn(r"\1", shown)
    return _ESCAPED.sub(r"\1", _BOLD.sub("", shown)).replace(_NOTHING, "")


def unbroken(text: str) -> str:
    """`plain`, kept on one line: a date, a number with its unit, a word with its sign."""
    return plain(text.replace(" ", _SPACE)).replace("-", f"-{_NOTHING}")


def link(text: str) -> str:
    """The label of a button that reads as a link, in the colour of links in both themes."""
    return f":blue[{plain(text)}]"


DIFFERENCE = "Verschil: toegekende uren tegenover het plan van nu."
"""What a column Verschil means, beside a scenario."""


def note(text: str) -> str:
    """Quiet small text. Streamlit's own caption is too pale to read (4.4 on white)."""
    return f":small[:gray[{plain(text)}]]"
