"""Which opdrachten really moved: against the smallest set that explains the new order."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sturing.engine.bewogen import bewogen


def test_one_move_is_one_opdracht_whatever_made_room():
    assert bewogen("ABCDEFG", "AFBCDEG") == {"F"}
    assert bewogen("ABCDEFG", "ACDEFBG") == {"B"}
    assert bewogen("ABC", "ABC") == frozenset()


def test_what_came_or_went_did_not_move():
    assert bewogen("ABC", "AXBC") == frozenset()
    assert bewogen("ABC", "AC") == frozenset()


@settings(deadline=None)
@given(st.permutations("ABCDEF"))
def test_no_smaller_set_explains_the_new_order(nieuw):
    oud = list("ABCDEF")
    weg = bewogen(oud, nieuw)

    def verklaart(weg: set[str] | frozenset[str]) -> bool:
        return [c for c in oud if c not in weg] == [c for c in nieuw if c not in weg]

    assert verklaart(weg)
    assert not any(verklaart(set(k)) for n in range(len(weg)) for k in combinations(oud, n))
