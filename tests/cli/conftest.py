"""The command line, and a database that holds the small workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.werkboek import Opdrachtregel, schrijf


@pytest.fixture
def sturing(capsys: pytest.CaptureFixture[str]) -> Opdrachtregel:
    return Opdrachtregel(capsys)


@pytest.fixture
def db(tmp_path: Path, sturing: Opdrachtregel) -> Path:
    plaats = tmp_path / "sturing.duckdb"
    antwoord = sturing("inlezen", schrijf(tmp_path / "klein.xlsx"), "--db", plaats)
    assert antwoord.code == 0, antwoord.uit + antwoord.fout
    return plaats
