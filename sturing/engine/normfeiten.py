"""Changes of the hour norms. Applied before all other facts, in list order. Units as in Normen."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from sturing.domain.organisatie import Norm
from sturing.domain.plan import Plan
from sturing.domain.wijziging import NormWijziging
from sturing.engine.uurnormen import NORMVELDEN
from sturing.engine.werkstand import Geweigerd


def pas_norm_toe(
    plan: Plan, normen: tuple[Norm, ...], wijziging: NormWijziging
) -> tuple[Norm, ...]:
    """The rows of Normen with one field changed; raises Geweigerd when the change does not fit."""
    veld, team, jaar = wijziging.veld, wijziging.team, wijziging.jaar
    if veld not in NORMVELDEN:
        raise Geweigerd(f"De norm '{veld}' bestaat niet.")
    if team is not None and all(bekend.team != team for bekend in plan.teams):
        raise Geweigerd(f"Team {team} bestaat niet meer.")
    rij = next((norm for norm in normen if (norm.jaar, norm.team) == (jaar, team)), None)
    huidig: Decimal | None = getattr(rij, veld) if rij is not None else None
    if huidig != wijziging.oud:
        raise Geweigerd(
            f"De norm {veld} van {jaar} is {_getal(huidig)} en niet meer {_getal(wijziging.oud)}."
        )
    _controleer_grens(veld, wijziging.nieuw)
    nieuw = _zet_veld(rij or Norm(jaar=jaar, team=team), veld, wijziging.nieuw)
    return (*(norm for norm in normen if norm is not rij), nieuw)


def _controleer_grens(veld: str, waarde: Decimal | None) -> None:
    if waarde is None:
        return
    if veld.endswith("_pct") and not 0 <= waarde <= 100:
        raise Geweigerd(f"De norm {veld} moet tussen 0 en 100 liggen.")
    if waarde < 0 or (veld == "voltijd_uren_per_week" and waarde == 0):
        raise Geweigerd(f"De norm {veld} moet meer dan 0 zijn.")


def _zet_veld(norm: Norm, veld: str, waarde: Decimal | None) -> Norm:
    if veld == "voltijd_uren_per_week":
        return replace(norm, voltijd_uren_per_week=waarde)
    if veld == "verlofuren":
        return replace(norm, verlofuren=waarde)
    if veld == "verzuim_pct":
        return replace(norm, verzuim_pct=waarde)
    if veld == "indirect_pct":
        return replace(norm, indirect_pct=waarde)
    return replace(norm, ruimte_pct=waarde)


def _getal(waarde: Decimal | None) -> str:
    return "niet ingevuld" if waarde is None else f"{waarde:f}".replace(".", ",")
