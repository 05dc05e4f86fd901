"""The distribution as the stable JSON contract of `sturing verdeling --json`, version 1.

Numbers are JSON numbers with at most two decimals: hours and euros, made from the integers of the
engine. Unknown is null. Contract: ontwerp architecture, "The command sturing"; docs/beheer.md.
"""

from __future__ import annotations

from typing import Any

from sturing.domain import wijziging as w
from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Herkomst, Wie
from sturing.domain.wijziging import Wijziging
from sturing.engine.effecten import Aantallen, Dimensie, Effectregel, Paar
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.rights.mag import Actie, eis, object_organisatie, object_scenario
from sturing.services.omgeving import Omgeving
from sturing.services.regels import aanbodregels, budgetregels, verdeelregels
from sturing.store import concepten

VERSIE = 1
DIMENSIES = (
    Dimensie.OPDRACHTGEVER,
    Dimensie.GEBIED,
    Dimensie.PROGRAMMA,
    Dimensie.TEAM,
    Dimensie.SOORT_WERK,
    Dimensie.PORTEFEUILLEHOUDER,
)


def verdeling(
    omgeving: Omgeving,
    wie: Wie,
    horizon: Horizon,
    methode: Methode | None = None,
    scenario: int | None = None,
) -> dict[str, Any]:
    """The distribution over `horizon`, of the plan in force or of draft `scenario`.

    `methode` None is the method of the plan. Raises RechtError without the right to read totals and
    for a draft of somebody else, InvoerError for a scenario that does not exist. The command
    (`systeem`) may calculate every draft.
    """
    eis(wie, Actie.TOTALEN_LEZEN, object_organisatie())
    basis = omgeving.basis(horizon)
    wijzigingen: tuple[Wijziging, ...] = ()
    if scenario is not None:
        concept = concepten.lees(omgeving.opslag, scenario)
        if wie.herkomst is not Herkomst.SYSTEEM:
            eis(wie, Actie.EIGEN_SCENARIO, object_scenario(concept.eigenaar))
        wijzigingen = concept.wijzigingen
    oud = basis.plan.instellingen.methode
    if methode is not None:
        rest = tuple(x for x in wijzigingen if not isinstance(x, w.MethodeWijziging))
        wijzigingen = (
            rest if methode is oud else (*rest, w.MethodeWijziging(nieuw=methode, oud=oud))
        )
    uitkomst = (
        reken(basis.plan, horizon, wijzigingen, basis=basis.uitkomst)
        if wijzigingen
        else basis.uitkomst
    )
    return als_json(uitkomst)


def als_json(uitkomst: Uitkomst) -> dict[str, Any]:
    """The contract's object for any result."""
    effecten = uitkomst.effecten
    horizon = uitkomst.horizon
    return {
        "versie": VERSIE,
        "methode": uitkomst.stand.plan.instellingen.methode.value,
        "horizon": [str(horizon.van), str(horizon.tot)],
        "aanbod": [
            {"team": team, "maand": str(maand), "netto_uren": _twee(netto)}
            for team, maand, netto in aanbodregels(uitkomst)
        ],
        "lijn": effecten.lijn,
        "opdrachten": [
            {
                "opdracht": r.opdracht,
                "plaats": r.plaats,
                "gevraagd_uren": _twee(r.gevraagd_honderdste),
                "toegekend_uren": _twee(r.toegekend_honderdste),
                "gevraagd_euro": _twee(r.gevraagd_cent),
                "toegekend_euro": _twee(r.toegekend_cent),
                "status": r.status.value if r.status else None,
                "past": r.past,
            }
            for r in effecten.opdrachten
        ],
        "regels": [
            {
                "opdracht": regel.opdracht,
                "team": regel.team,
                "maand": str(regel.maand),
                "gevraagd_uren": _twee(regel.gevraagd_honderdste),
                "toegekend_uren": _twee(regel.toegekend_honderdste),
            }
            for regel in verdeelregels(uitkomst)
        ],
        "budget": [
            {
                "opdracht": regel.opdracht,
                "programma": regel.programma,
                "jaar": regel.jaar,
                "gevraagd_euro": _twee(regel.gevraagd_cent),
                "toegekend_euro": _twee(regel.toegekend_cent),
            }
            for regel in budgetregels(uitkomst)
        ],
        "per": {d.value: [_rij(d, r) for r in effecten.per[d]] for d in DIMENSIES},
    }


def _rij(dimensie: Dimensie, regel: Effectregel) -> dict[str, Any]:
    rij: dict[str, Any] = {"sleutel": regel.sleutel}
    if regel.aanbod_honderdste is not None:
        rij["aanbod_uren"] = _twee(regel.aanbod_honderdste)
    rij["gevraagd_uren"] = _twee(regel.gevraagd_honderdste)
    rij["toegekend_uren"] = _twee(regel.toegekend_honderdste)
    rij["opdrachten"] = _aantallen(regel.aantallen)
    if dimensie is Dimensie.GEBIED:
        rij["met_onderliggend"] = _paar(regel.met_onderliggend)
    if dimensie is Dimensie.PORTEFEUILLEHOUDER:
        rij["mede"] = _paar(regel.mede)
    return rij


def _aantallen(aantallen: Aantallen) -> dict[str, int]:
    return {
        "haalbaar": aantallen.haalbaar,
        "onder_druk": aantallen.onder_druk,
        "niet_haalbaar": aantallen.niet_haalbaar,
        "zonder_vraag": aantallen.zonder_vraag,
    }


def _paar(paar: Paar | None) -> dict[str, int | float]:
    paar = paar or Paar(gevraagd_honderdste=0, toegekend_honderdste=0)
    return {
        "gevraagd_uren": _twee(paar.gevraagd_honderdste),
        "toegekend_uren": _twee(paar.toegekend_honderdste),
    }


def _twee(honderdste: int) -> int | float:
    """Hundredths as a JSON number with at most two decimals; whole numbers stay whole."""
    heel = int(honderdste)
    return heel // 100 if heel % 100 == 0 else heel / 100
