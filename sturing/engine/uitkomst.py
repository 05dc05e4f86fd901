"""The whole calculation in one call: the only door of services into the engine.

Pure: the same plan, horizon and changes give the same Uitkomst, bit for bit. Given an earlier
Uitkomst as `basis`, whatever the new changes did not touch is used again: the applied facts when
they are the same changes, the arrays when the plan behind them is the same, and in `strikt` all of
the allocation but the resources that a moved opdracht claims (engine/herrekening.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sturing.domain.keuzes import Methode
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.wijziging import Wijziging
from sturing.engine.effecten import Effecten
from sturing.engine.herrekening import herverdeel
from sturing.engine.model import Model, build_model
from sturing.engine.scenario import Feitenstand, Stand, feitenstand, is_feit, plaats_alles
from sturing.engine.tellen import compute_effecten
from sturing.engine.verdeling import Verdeling, verdeel
from sturing.engine.vingerafdruk import vingerafdruk

_FEITEN_VAN_MODEL = (
    "teams",
    "gebieden",
    "begroting",
    "opdrachten",
    "gebiedsagenda",
    "capaciteit",
    "scenario_aanbod",
    "medewerkers",
    "teamrollen",
    "afwezigheid",
    "inzet",
    "normen",
)
"""The tuples of a plan that the arrays are made of; order, method and weights are not in them."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Uitkomst:
    """One result: of the plan in force (`wijzigingen` empty) or of a scenario.

    `plan` is the plan before the changes, `stand.plan` the one after them. No slots, for the
    fingerprint is worked out on first use.
    """

    plan: Plan
    wijzigingen: tuple[Wijziging, ...]
    stand: Stand
    horizon: Horizon
    model: Model
    verdeling: Verdeling
    effecten: Effecten
    feiten: Feitenstand = field(repr=False)

    @cached_property
    def vingerafdruk(self) -> str:
        """Identifies this result; what a decision cites."""
        return vingerafdruk(self.plan, self.wijzigingen, self.horizon)


def reken(
    plan: Plan,
    horizon: Horizon,
    wijzigingen: Sequence[Wijziging] = (),
    *,
    basis: Uitkomst | None = None,
) -> Uitkomst:
    """Supply, demand, order, allocation and effects of the plan with the changes.

    Changes that no longer fit stand in `stand.conflicten`. Raises InvariantError when the result
    breaks a rule of the calculation model.
    """
    lijst = tuple(wijzigingen)
    feiten = _feiten(plan, horizon, lijst, basis)
    stand = plaats_alles(feiten, lijst)
    model = _model(stand.plan, horizon, basis)
    verdeling = _verdeling(model, stand, basis)
    return Uitkomst(
        plan=plan,
        wijzigingen=lijst,
        stand=stand,
        horizon=horizon,
        model=model,
        verdeling=verdeling,
        effecten=basis.effecten
        if basis is not None and verdeling is basis.verdeling
        else compute_effecten(verdeling),
        feiten=feiten,
    )


def _feiten(
    plan: Plan, horizon: Horizon, wijzigingen: tuple[Wijziging, ...], basis: Uitkomst | None
) -> Feitenstand:
    if basis is not None and basis.plan is plan and basis.horizon == horizon:
        oud = [paar for paar in enumerate(basis.wijzigingen) if is_feit(paar[1])]
        nieuw = [paar for paar in enumerate(wijzigingen) if is_feit(paar[1])]
        if oud == nieuw:
            return basis.feiten
    return feitenstand(plan, wijzigingen, horizon)


def _model(plan: Plan, horizon: Horizon, basis: Uitkomst | None) -> Model:
    if basis is not None and basis.horizon == horizon:
        oud = basis.model.plan
        if all(getattr(plan, veld) is getattr(oud, veld) for veld in _FEITEN_VAN_MODEL):
            return basis.model
    return build_model(plan, horizon)


def _verdeling(model: Model, stand: Stand, basis: Uitkomst | None) -> Verdeling:
    """On from the basis where that costs less: `strikt`, the same arrays, few moves. In the
    coupled methods a full pass is cheaper at the size of one organisation."""
    methode = stand.plan.instellingen.methode
    if (
        basis is not None
        and basis.model is model
        and basis.verdeling.methode is methode is Methode.STRIKT
    ):
        return herverdeel(basis.verdeling, stand.volgorde)
    return verdeel(model, stand.volgorde, methode)
