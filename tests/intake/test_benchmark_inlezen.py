"""The workbook that the benchmark of reading makes is sound and of the asked size. Never timed."""

from __future__ import annotations

from benchmarks.inlezen import maak_werkboek
from tests.intake.bouwer import keur, telling


def test_the_measured_workbook_has_only_new_rows_and_no_finding() -> None:
    oordeel = keur(maak_werkboek(120, zaad=0))
    assert oordeel.bevindingen == ()
    assert telling(oordeel, "Inzet") == (120, 0, 0, 0)


def test_another_seed_changes_the_hours_of_every_row_only() -> None:
    eerste, tweede = (keur(maak_werkboek(120, zaad=zaad)) for zaad in (0, 1))
    paren = [
        (een.nieuw, ander.nieuw)
        for een, ander in zip(eerste.mutaties, tweede.mutaties, strict=True)
        if een.blad == "Inzet" and een.nieuw and ander.nieuw
    ]
    assert len(paren) == 120
    for een, ander in paren:
        assert {veld for veld in een if een[veld] != ander[veld]} == {"uren_honderdste"}
