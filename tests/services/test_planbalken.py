"""The sentence of the bars over the months: number, and which month has most that fall short."""

from __future__ import annotations

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.planbalkbeeld import Planbalk, Planmaand
from sturing.services.planbalken import planzin


def balk(*pct: int | None) -> Planbalk:
    return Planbalk(
        opdracht="A",
        naam="Een",
        maanden=tuple(
            Planmaand(
                dekking_pct=p,
                status=None if p is None else Haalbaarheid.HAALBAAR,
                toelichting="",
            )
            for p in pct
        ),
        gevraagd_uren=10,
    )


def test_one_that_gets_everything_is_told_in_the_singular() -> None:
    assert planzin((balk(100, None),), ("jan", "feb")) == (
        "1 opdracht vraagt uren in deze periode en krijgt elke maand alles."
    )
    assert "2 opdrachten vragen" in planzin((balk(100), balk(100)), ("jan",))
    assert "en krijgen elke maand alles" in planzin((balk(100), balk(100)), ("jan",))


def test_the_month_in_which_most_fall_short_is_named_also_when_a_name_comes_twice() -> None:
    """A month that asks nothing falls short of nothing; the first of two Januaries has most."""
    assert planzin((balk(50, 100),), ("jan", "feb")).endswith("jan: 1 opdracht komt tekort.")
    zin = planzin((balk(50, None, 100), balk(0, 80, 100)), ("jan", "feb", "jan"))
    assert zin.startswith("2 opdrachten vragen uren in deze periode. ")
    assert zin.endswith("De krapste maand is jan: 2 opdrachten komen tekort.")


def test_without_bars_it_says_so() -> None:
    assert planzin((), ("jan",)) == "Geen van deze opdrachten vraagt uren in deze periode."
