"""Who gets fewer euros and as many hours loses, on every screen that says who loses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.levering import Mutatie
from sturing.domain.plan import Plan
from sturing.engine.uitkomst import reken
from sturing.services import prioriteiten
from sturing.services.beelden import Bordbeeld
from sturing.services.besluitbeeld import Besluitenbeeld
from sturing.services.besluitrecht import verliezen
from sturing.services.besluitscherm import besluiten, voorlegbeeld
from sturing.services.bordzinnen import gevolgzin, winnaars_en_verliezers
from sturing.services.omgeving import Omgeving
from tests.services.besluitproef import JAAR, leg_voor, omgeving_van
from tests.services.besluitwereld import R1, SM, wereld

N1 = OpdrachtCode("N1")
VOOR_R1 = w.Rang(opdracht=N1, oude_plaats=7, plaats=5, onder=None)
"""N1 asks no hours, and the same € 1.000 as R1 of a programme that has it once."""


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = omgeving_van([*(_met_geld(m) for m in wereld()), *_programma()])
    yield omgeving
    omgeving.sluit()


def _met_geld(mutatie: Mutatie) -> Mutatie:
    rij = mutatie.nieuw
    if mutatie.blad != "Opdrachten" or rij is None or rij["opdracht"] not in (N1, R1):
        return mutatie
    vraagt = {"programma": "P1", "budget_cent": 1_000_00, "van": JAAR.van.eerste_dag}
    vraagt["tot"] = JAAR.tot.laatste_dag
    gever = {"opdrachtgever": "SS"} if rij["opdracht"] == R1 else {}
    return Mutatie(blad="Opdrachten", oud=None, nieuw={**rij, **vraagt, **gever})


def _programma() -> list[Mutatie]:
    geld = {"programma": "P1", "naam": "Wonen", "portefeuillehouder": None}
    begroting = {"programma": "P1", "jaar": 2027, "taakveld": None, "lasten_cent": 0}
    begroting |= {"baten_cent": None, "beschikbaar_cent": 1_000_00}
    return [
        Mutatie(blad="Programmas", oud=None, nieuw=geld),
        Mutatie(blad="Begroting", oud=None, nieuw=begroting),
    ]


def test_a_loss_of_euros_only_counts_on_the_board_in_the_dialog_and_in_the_proposal(
    omgeving: Omgeving,
) -> None:
    leg_voor(omgeving, SM, VOOR_R1)
    bord = prioriteiten.bord(omgeving, SM)
    assert isinstance(bord, Bordbeeld)
    assert [(m.opdracht, m.dekking, m.dekking_voor) for m in bord.levert_in] == [
        (R1, "−€\u00a01.000", "")
    ]
    assert [(m.opdracht, m.dekking) for m in bord.komt_erbij] == [(N1, "+€\u00a01.000")]
    assert bord.kop.titel == (
        "Visie zonder uren staat op plaats 5 en krijgt evenveel uren, en meer geld. "
        "1 opdracht levert geld in."
    )
    dialoog = voorlegbeeld(omgeving, SM, JAAR)
    pagina = besluiten(omgeving, SM)
    assert isinstance(pagina, Besluitenbeeld)
    assert pagina.voorstel is not None
    for rijen in (dialoog.levert_in, pagina.voorstel.gevolg.levert_in):
        assert [(r.opdracht, r.opdrachtgever, r.na) for r in rijen] == [
            (R1, "SM sociaal", "−€\u00a01.000")
        ]
        assert [r.uren for r in rijen] == [""]
    assert pagina.voorstel.gevolg.gevers == ()
    assert pagina.voorstel.wacht_op == ("SM sociaal",)


def test_who_loses_is_the_same_row_for_row_as_whose_agreement_is_asked(omgeving: Omgeving) -> None:
    """R1 stops: it loses its hours and euros; N1 gets the euros."""
    plan: Plan = omgeving.basis().plan
    status = next(o.status for o in plan.opdrachten if o.opdracht == R1)
    basis = omgeving.basis()
    stop = w.Stop(opdracht=R1, oude_status=status)
    na = reken(plan, JAAR, (stop,), basis=basis.uitkomst)
    meer, minder = winnaars_en_verliezers(basis.uitkomst.effecten, na.effecten)
    assert [(b.opdracht, b.uren_honderdste, b.cent) for b in minder] == [(R1, -2_000_00, -1_000_00)]
    assert (N1, 0, 1_000_00) in [(b.opdracht, b.uren_honderdste, b.cent) for b in meer]
    assert [
        (v.opdracht, -v.uren_honderdste, -v.euro_cent) for v in verliezen(basis.uitkomst, na)
    ] == [(b.opdracht, b.uren_honderdste, b.cent) for b in minder]
    zin = gevolgzin(basis.uitkomst.effecten, na.effecten, {N1, R1})
    assert zin == "1 opdracht krijgt meer geld. 1 opdracht levert uren in."
