"""Which plan year is shown when nobody chose one. Years are calendar years."""

from __future__ import annotations

from datetime import UTC, datetime

from sturing.demonstratie.identiteiten import PLANJAAR
from sturing.domain.plan import Plan


def planjaar_van(plan: Plan, demo: bool) -> int:
    """The last year with at least half of the busiest year's asked hours; without any work the plan
    year of the demonstration, or the next calendar year."""
    per_jaar: dict[int, int] = {}
    for regel in plan.inzet:
        per_jaar[regel.van.year] = per_jaar.get(regel.van.year, 0) + regel.uren_honderdste
    if not any(per_jaar.values()):
        return PLANJAAR if demo else datetime.now(UTC).year + 1
    drempel = max(per_jaar.values()) / 2
    return max(jaar for jaar, uren in per_jaar.items() if uren >= drempel)
