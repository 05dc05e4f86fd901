"""The plan in force with its result, names and rights: what every screen starts from.

Must never store or keep anything (services/omgeving.py does).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sturing.domain.levering import Levering
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.rights.mag import Planindex
from sturing.services import notatie
from sturing.services.delegaties import Delegaties, besloten_delegaties, index_op
from sturing.services.namen import Namen, namen_van
from sturing.store.opslag import Opslag


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The plan in force, calculated: what every screen starts from. Read only, shared.

    `index` is what rights rest on, on `dag`; `delegaties` are those that a decision laid down.
    """

    levering: int
    leverdatum: date | None
    plan: Plan
    uitkomst: Uitkomst
    namen: Namen
    index: Planindex
    dag: date
    delegaties: Delegaties


def maak_basis(
    opslag: Opslag, laatste: Levering | None, plan: Plan, horizon: Horizon, dag: date
) -> Basis:
    """The plan that `laatste` (None: nothing was loaded) left, over `horizon`, on `dag`."""
    delegaties = besloten_delegaties(opslag, plan)
    return Basis(
        levering=laatste.nummer if laatste else 0,
        leverdatum=notatie.dag(laatste.tijdstip) if laatste else None,
        plan=plan,
        uitkomst=reken(plan, horizon),
        namen=namen_van(plan),
        index=index_op(plan, delegaties, dag),
        dag=dag,
        delegaties=delegaties,
    )
