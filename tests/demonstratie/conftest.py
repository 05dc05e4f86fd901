"""The demonstration organisation, written once and loaded the way any upload is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sturing.demonstratie.identiteiten import PLANJAAR
from sturing.demonstratie.werkboeken import schrijf_werkboeken
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.intake.beoordeling import Beoordeling
from sturing.store.opslag import Opslag
from sturing.store.plan import lees_plan
from tests.demonstratie.laden import lees_in


@pytest.fixture(scope="session")
def werkboeken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return schrijf_werkboeken(tmp_path_factory.mktemp("demonstratie"))


@pytest.fixture(scope="session")
def geladen(werkboeken: tuple[Path, ...]) -> Iterator[tuple[Beoordeling, Plan]]:
    """What was found in all workbooks as one levering, and the plan that came of it."""
    opslag = Opslag.open(None, demo=True)
    try:
        yield lees_in(opslag, werkboeken), lees_plan(opslag)
    finally:
        opslag.close()


@pytest.fixture(scope="session")
def plan(geladen: tuple[Beoordeling, Plan]) -> Plan:
    return geladen[1]


@pytest.fixture(scope="session")
def uitkomst(plan: Plan) -> Uitkomst:
    """The plan in force: method strikt, plan year 2027."""
    return reken(plan, Horizon.planjaar(PLANJAAR))
