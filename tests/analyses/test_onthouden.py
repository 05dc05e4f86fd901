"""The rows of an analysis are made once per result, and never given for another one."""

from __future__ import annotations

import gc

from sturing.analyses.onthouden import HOEVEEL, onthoud
from sturing.engine.uitkomst import Uitkomst
from tests.analyses.voorbeeld import maand_februari


def test_the_same_result_is_worked_out_once_and_another_one_anew() -> None:
    gemaakt: list[Uitkomst] = []

    @onthoud
    def tel(uitkomst: Uitkomst) -> int:
        gemaakt.append(uitkomst)
        return len(gemaakt)

    een, twee = maand_februari(), maand_februari()
    assert [tel(een), tel(een), tel(twee), tel(een)] == [1, 1, 2, 1]


def test_only_the_last_few_results_are_kept() -> None:
    keer: list[int] = []

    @onthoud
    def tel(_uitkomst: Uitkomst) -> int:
        keer.append(1)
        return len(keer)

    alle = [maand_februari() for _ in range(HOEVEEL + 1)]
    for uitkomst in alle:
        tel(uitkomst)
    assert tel(alle[-1]) == HOEVEEL + 1
    assert tel(alle[0]) == HOEVEEL + 2


def test_a_result_that_is_gone_lends_its_rows_to_no_other() -> None:
    @onthoud
    def zelf(uitkomst: Uitkomst) -> int:
        return id(uitkomst.effecten)

    for _ in range(3 * HOEVEEL):
        uitkomst = maand_februari()
        assert zelf(uitkomst) == id(uitkomst.effecten)
        del uitkomst
        gc.collect()
