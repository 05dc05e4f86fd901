"""The pages on real services: the demonstration, and an own database without any data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1.element_tree import AlertBase, HeadingBase, Markdown

from sturing.services.omgeving import Omgeving, open_omgeving, stel_in
from tests.conftest import NieuweDemonstratie


@pytest.fixture(autouse=True)
def _as_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts as one reads them: a space or hyphen at which no line breaks reads like any other.
    Where a line may break is tried in tests/rapport/test_regelval.py and tests/ui/test_texts.py."""
    for kind in (HeadingBase, Markdown, AlertBase):
        monkeypatch.setattr(
            kind,
            "value",
            property(lambda self: self.proto.body.replace("\u00a0", " ").replace("\u2060", "")),
        )


@pytest.fixture(scope="session")
def _demonstratie(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    omgeving = nieuwe_demonstratie()
    yield omgeving
    omgeving.sluit()


@pytest.fixture
def demonstratie(_demonstratie: Omgeving) -> Omgeving:
    """The demonstration as the open environment; drafts of earlier tests may be in it."""
    stel_in(_demonstratie)
    return _demonstratie


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Omgeving]:
    """An own database in which nothing was ever delivered."""
    omgeving = open_omgeving(tmp_path / "leeg.duckdb")
    stel_in(omgeving)
    yield omgeving
    omgeving.sluit()
