"""Windows of days against the months of a horizon."""

from __future__ import annotations

from datetime import date

import pytest

from sturing.domain.tijd import Horizon, Maand

LENTE = Horizon(Maand(2027, 3), Maand(2027, 5))


@pytest.mark.parametrize(
    ("van", "tot", "raakt"),
    [
        (None, None, True),
        (date(2027, 5, 31), None, True),
        (date(2027, 6, 1), None, False),
        (None, date(2027, 3, 1), True),
        (None, date(2027, 2, 28), False),
        (date(2027, 1, 1), date(2027, 12, 31), True),
        (date(2027, 4, 2), date(2027, 4, 2), True),
        (date(2027, 1, 1), date(2027, 2, 28), False),
    ],
)
def test_a_window_touches_the_months_by_its_days_ends_included(
    van: date | None, tot: date | None, raakt: bool
) -> None:
    assert LENTE.raakt(van, tot) is raakt
