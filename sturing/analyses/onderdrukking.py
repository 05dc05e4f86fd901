"""Which groups are too small to show, and which others would give them away?

Owns the rule of vertrouwen.md (Privacy): figures that rest on fewer persons than a minimum are not
shown, and neither are so many others that the hidden ones cannot be worked out from a sum that is
shown. Unit: persons.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

_K = TypeVar("_K", bound=str)


def te_klein(aantal: int, minimum: int) -> bool:
    """A group of one up to the minimum; nobody at all gives nobody away."""
    return 0 < aantal < minimum


def verborgen(groottes: Mapping[_K, int], klein: Collection[_K], minimum: int) -> frozenset[_K]:
    """The keys that are not shown: those of `klein`, and the smallest others until at least two
    are hidden that together hold at least `minimum` persons. Ties to the lower key."""
    uit = set(klein)
    if not uit:
        return frozenset()
    rest = sorted(
        (k for k, aantal in groottes.items() if k not in uit and aantal),
        key=lambda k: (groottes[k], k),
    )
    for sleutel in rest:
        if len(uit) > 1 and sum(groottes[k] for k in uit) >= minimum:
            break
        uit.add(sleutel)
    return frozenset(uit)
