"""A decided plan is exactly what its scenario showed, whatever kinds of change it holds."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sturing.domain.besluit import BeslotenStaat
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import Methode, Rol
from sturing.domain.organisatie import Persoonsrol
from sturing.engine.uitkomst import reken
from sturing.services.besluitplan import controleer_besluiten, plannen_van
from sturing.services.omgeving import LOKAAL
from sturing.services.regels import budgetregels, verdeelregels
from sturing.store.besloten import zet_staat
from sturing.store.controle import controleer
from sturing.store.plan import lees_plan
from tests.engine.plannen import willekeurig_plan
from tests.services.besluitproef import JAAR, leg_voor, neem, omgeving_van
from tests.services.planrijen import mutaties_van, trek_wijzigingen


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32 - 1), st.sampled_from(list(Methode)))
def test_het_plan_na_een_besluit_is_precies_het_voorstel(zaad: int, methode: Methode) -> None:
    kans = Random(zaad)
    plan = willekeurig_plan(kans)
    personen = tuple(
        Persoonsrol(persoon=PersoonCode(p), naam=p, rol=Rol.DIRECTIE) for p in ("A1", "A2")
    )
    plan = replace(
        plan, personen=personen, instellingen=replace(plan.instellingen, methode=methode)
    )
    omgeving = omgeving_van(mutaties_van(plan))
    try:
        with omgeving.opslag.schrijven() as cursor:
            zet_staat(
                cursor, BeslotenStaat(rang=plan.besloten_rang, instellingen=plan.instellingen)
            )
        stond = lees_plan(omgeving.opslag)
        lijst = trek_wijzigingen(kans, stond, JAAR)
        if not lijst:
            return
        scenario = reken(stond, JAAR, lijst)
        genomen = neem(omgeving, LOKAAL, leg_voor(omgeving, LOKAAL, *lijst))

        wordt = lees_plan(omgeving.opslag)
        nu = reken(wordt, JAAR)
        assert nu.effecten == scenario.effecten
        assert list(verdeelregels(nu)) == list(verdeelregels(scenario))
        assert list(budgetregels(nu)) == list(budgetregels(scenario))
        assert nu.verdeling.model.aanbod.ketens == scenario.verdeling.model.aanbod.ketens
        besluit = genomen.besluit
        assert (besluit.vingerafdruk, besluit.vingerafdruk_na) == (
            scenario.vingerafdruk,
            nu.vingerafdruk,
        )
        paar = plannen_van(omgeving, besluit)
        assert reken(paar.voor, JAAR, lijst).effecten == scenario.effecten
        assert paar.na is not None
        assert reken(paar.na, JAAR).effecten == scenario.effecten
        assert controleer_besluiten(omgeving) == ()
        assert [p for p in controleer(omgeving.opslag) if "besluit" in p.lower()] == []
        assert [p for p in controleer(omgeving.opslag) if "grens" in p.lower()] == []
    finally:
        omgeving.sluit()
