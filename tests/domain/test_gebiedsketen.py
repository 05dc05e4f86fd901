"""The way up in the tree of areas."""

from __future__ import annotations

from sturing.domain.codes import GebiedCode
from sturing.domain.keuzes import GebiedSoort
from sturing.domain.organisatie import Gebied, gebiedsketen


def _boom(**onder: str | None) -> dict[GebiedCode, Gebied]:
    return {
        GebiedCode(code): Gebied(
            gebied=GebiedCode(code),
            naam=code,
            soort=GebiedSoort.WIJK,
            valt_onder=GebiedCode(boven) if boven else None,
        )
        for code, boven in onder.items()
    }


def test_an_area_stands_first_and_the_top_last() -> None:
    boom = _boom(buurt="wijk", wijk="kern", kern=None)
    assert gebiedsketen(GebiedCode("buurt"), boom) == ("buurt", "wijk", "kern")
    assert gebiedsketen(GebiedCode("kern"), boom) == ("kern",)


def test_a_circle_ends_where_it_began() -> None:
    boom = _boom(a="b", b="c", c="a")
    assert gebiedsketen(GebiedCode("b"), boom) == ("b", "c", "a")


def test_an_area_that_is_not_known_is_not_above_another() -> None:
    assert gebiedsketen(GebiedCode("buurt"), _boom(buurt="weg")) == ("buurt",)
    assert gebiedsketen(GebiedCode("weg"), _boom(buurt=None)) == ("weg",)
