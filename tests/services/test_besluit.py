"""Deciding: what is stored, what is refused, and that an earlier plan opens again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from sturing.domain import wijziging as w
from sturing.domain.besluit import Voorstelstand
from sturing.domain.keuzes import Methode, Status
from sturing.domain.levering import Mutatie
from sturing.domain.tijd import Horizon
from sturing.engine.uitkomst import reken
from sturing.errors import ConflictError, InvoerError, OpslagError, RechtError
from sturing.services import beheer, besluit, reacties, terugdraaien, voorstellen
from sturing.services.besluitplan import controleer_besluiten, plannen_van
from sturing.services.besluitrijen import BLADEN, rijwijziging
from sturing.services.geschiedenis import historie
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store import besluiten as ledger
from sturing.store import concepten, leveringen, logboek
from sturing.store import voorstellen as opslag
from sturing.store.controle import schade
from sturing.store.plan import lees_plan, plan_na
from sturing.store.rijen import lees_blad, lees_bladen
from tests.services.besluitproef import JAAR, leg_voor, lever, neem, omgeving_van
from tests.services.besluitwereld import DIR, PV3, R1, S1, S2, S3, SM, SS, VOORAAN, W1, wereld


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = omgeving_van(wereld())
    yield omgeving
    omgeving.sluit()


def alles(omgeving: Omgeving) -> tuple[object, ...]:
    """Everything that a decision may touch."""
    return (
        lees_plan(omgeving.opslag),
        leveringen.lijst(omgeving.opslag),
        opslag.lijst(omgeving.opslag),
        ledger.lijst(omgeving.opslag),
        logboek.lees(omgeving.opslag),
        concepten.lijst(omgeving.opslag),
    )


def rij_van(omgeving: Omgeving, blad: str, **velden: object):
    return next(
        r for r in lees_blad(omgeving.opslag, blad) if all(r[v] == w_ for v, w_ in velden.items())
    )


def test_a_decision_is_the_next_levering_and_the_plan_in_force(omgeving: Omgeving) -> None:
    park = w.Parkeer(opdracht=S1, oude_status=Status.LOPEND)
    voorstel = leg_voor(omgeving, SM, park, VOORAAN)
    verwacht = voorstellen.beoordeel(omgeving, DIR, voorstel).na
    genomen = neem(omgeving, DIR, voorstel, "Wonen gaat voor.")
    assert genomen.levering is not None
    assert (genomen.levering.nummer, genomen.levering.besluit) == (2, 1)
    assert leveringen.lijst(omgeving.opslag)[-1] == genomen.levering
    basis = omgeving.basis(JAAR)
    assert basis.levering == 2
    assert basis.uitkomst.effecten == verwacht.effecten
    assert basis.index.opdrachten[S1].status is Status.PARKEERPLAATS
    assert S1 not in basis.plan.besloten_rang
    assert sorted(basis.plan.besloten_rang.values()) == list(
        range(1, len(basis.uitkomst.effecten.opdrachten) + 1)
    )
    assert opslag.lees(omgeving.opslag, 1).stand is Voorstelstand.AANGENOMEN
    (regel,) = ledger.lijst(omgeving.opslag)
    assert regel == genomen.besluit
    assert (regel.rol, regel.reden) == ("directie", "Wonen gaat voor.")
    assert regel.vingerafdruk == verwacht.vingerafdruk


def test_the_log_has_the_decision_with_old_and_new_in_its_chain(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, SM, VOORAAN))
    acties = [r.actie for r in logboek.lees(omgeving.opslag)]
    assert acties[-2:] == ["levering opslaan", "besluit nemen"]
    regel = next(r for r in logboek.lees(omgeving.opslag) if r.actie == "besluit nemen")
    assert regel.uitkomst == "aangenomen"
    assert json.loads(regel.oud or "")["rang"] == []
    nieuw = json.loads(regel.nieuw or "")
    assert json.loads(nieuw["staat"])["rang"][0] == ["W1", 1]
    assert logboek.verifieer(omgeving.opslag) is None
    assert schade(omgeving.opslag) == ()


def test_an_open_objection_demands_a_reason_and_stands_in_the_ledger(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    voorstel = reacties.maak_bezwaar(omgeving, SS, voorstel.nummer, 1, "Te weinig uren.")
    voor = alles(omgeving)
    with pytest.raises(InvoerError, match="Geef een reden"):
        neem(omgeving, DIR, voorstel, "  ")
    assert alles(omgeving) == voor
    genomen = neem(omgeving, DIR, voorstel, "De woningen kunnen niet wachten.")
    (bezwaar,) = genomen.besluit.bezwaren
    assert (bezwaar.naam, bezwaar.tekst) == (SS.naam, "Te weinig uren.")


def test_no_decision_without_a_reason_and_an_answered_objection_stands_with_its_answer(
    omgeving: Omgeving,
) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    voorstel = reacties.maak_bezwaar(omgeving, SS, 1, 1, "Te weinig uren.")
    voorstel = reacties.antwoord(omgeving, SM, 1, voorstel.versie, 1, "In juni komt het.")
    voor = alles(omgeving)
    with pytest.raises(InvoerError, match=r"^Geef een reden"):
        neem(omgeving, DIR, voorstel, " ")
    assert alles(omgeving) == voor
    neem(omgeving, DIR, voorstel, "Wonen gaat voor.")
    (regel,) = ledger.lijst(omgeving.opslag)
    assert [(b.naam, b.tekst, b.antwoord) for b in regel.bezwaren] == [
        (SS.naam, "Te weinig uren.", "In juni komt het.")
    ]


def test_an_objection_that_was_taken_back_stands_in_no_ledger(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    voorstel = reacties.maak_bezwaar(omgeving, SS, 1, 1, "Te weinig uren.")
    voorstel = reacties.stem_in(omgeving, SS, 1, voorstel.versie)
    assert neem(omgeving, DIR, voorstel, "Wonen gaat voor.").besluit.bezwaren == ()


def test_a_manager_decides_only_when_nobody_outside_gives_or_they_agreed(
    omgeving: Omgeving,
) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    voor = alles(omgeving)
    with pytest.raises(RechtError, match="niet besluiten"):
        neem(omgeving, SM, voorstel)
    with pytest.raises(RechtError):
        besluit.wijs_af(omgeving, SS, 1, 1, 1, "Nee.")
    assert alles(omgeving) == voor
    voorstel = reacties.stem_in(omgeving, SS, 1, 1)
    assert neem(omgeving, SM, voorstel).besluit.rol == "strategisch manager"


def test_a_process_owner_decides_on_regular_work_of_the_own_team_alone(omgeving: Omgeving) -> None:
    minder = w.Ambitie(opdracht=R1, factor=Decimal("0.9"))
    assert neem(omgeving, PV3, leg_voor(omgeving, PV3, minder)).levering is not None
    with pytest.raises(RechtError):
        leg_voor(omgeving, PV3, w.Ambitie(opdracht=W1, factor=Decimal("0.9")))
    geef = w.Opdrachtgeverschap(opdracht=R1, delegatie=True, nieuw="PV", oud=None)
    voorstel = leg_voor(omgeving, PV3, geef)
    assert not voorstellen.beoordeel(omgeving, PV3, voorstel).recht.mag


def test_data_that_changed_since_are_recomputed_and_shown_first(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    rij = rij_van(omgeving, "Inzet", opdracht="S2", team="T2")
    lever(omgeving, [Mutatie(blad="Inzet", oud=rij, nieuw={**rij, "uren_honderdste": 600_00})])
    with pytest.raises(ConflictError, match="veranderd"):
        besluit.neem_aan(omgeving, DIR, 1, voorstel.versie, 1, "Toch.")
    nu = voorstellen.beoordeel(omgeving, DIR, voorstel)
    assert nu.verschoven
    genomen = besluit.neem_aan(omgeving, DIR, 1, voorstel.versie, 2, "Nu dan.")
    assert genomen.besluit.vingerafdruk == nu.na.vingerafdruk != voorstel.vingerafdruk


def test_a_change_that_no_longer_fits_is_refused_with_its_reason(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, w.Parkeer(opdracht=S1, oude_status=Status.LOPEND))
    rij = rij_van(omgeving, "Opdrachten", opdracht="S1")
    lever(omgeving, [Mutatie(blad="Opdrachten", oud=rij, nieuw={**rij, "status": "gestopt"})])
    voor = alles(omgeving)
    with pytest.raises(ConflictError) as fout:
        neem(omgeving, DIR, voorstel)
    assert "heeft de status 'gestopt'" in fout.value.message
    assert alles(omgeving) == voor


def test_two_who_decide_at_once_take_one_decision(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    neem(omgeving, DIR, voorstel)
    with pytest.raises(ConflictError, match="aangenomen"):
        neem(omgeving, DIR, voorstel)
    assert len(ledger.lijst(omgeving.opslag)) == 1


def test_what_the_database_cannot_hold_stores_nothing(omgeving: Omgeving) -> None:
    fijn = w.Inhuur(team="T2", fte=Decimal("0.1234567"), van=JAAR.van, tot=JAAR.tot)
    voorstel = leg_voor(omgeving, SM, fijn)
    voor = alles(omgeving)
    with pytest.raises(OpslagError, match="past niet"):
        neem(omgeving, DIR, voorstel)
    assert alles(omgeving) == voor


def test_a_refusal_has_a_reason_and_leaves_the_plan(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    plan = lees_plan(omgeving.opslag)
    with pytest.raises(InvoerError, match="waarom"):
        besluit.wijs_af(omgeving, DIR, 1, voorstel.versie, 1, "")
    regel = besluit.wijs_af(omgeving, DIR, 1, voorstel.versie, 1, "Te vroeg.").besluit
    assert (regel.stand, regel.levering, regel.staat_na) == (Voorstelstand.AFGEWEZEN, None, None)
    assert (lees_plan(omgeving.opslag), omgeving.nummer()) == (plan, 1)
    assert ledger.lijst(omgeving.opslag) == (regel,)
    assert controleer_besluiten(omgeving) == ()


def test_hiring_leaves_a_team_its_persons(omgeving: Omgeving) -> None:
    voor = omgeving.basis(JAAR).uitkomst.model.aanbod.keten("T4")
    inhuur = w.Inhuur(team="T4", fte=Decimal(1), van=JAAR.van, tot=JAAR.tot)
    neem(omgeving, SM, leg_voor(omgeving, SM, inhuur))
    na = omgeving.basis(JAAR).uitkomst.model.aanbod.keten("T4")
    assert [k.fte for k in na] == [k.fte + 1 for k in voor]
    assert all(r["team"] != "T4" for r in lees_blad(omgeving.opslag, "Capaciteit"))


def test_asked_hours_over_a_year_end_go_in_cut_and_give_the_same_months(
    omgeving: Omgeving,
) -> None:
    ruim = Horizon(JAAR.van, JAAR.tot.plus(12))
    later = w.Verschuif(opdracht=S2, maanden=5)
    voorstel = leg_voor(omgeving, SM, later, horizon=ruim)
    verwacht = voorstellen.beoordeel(omgeving, DIR, voorstel).na
    neem(omgeving, DIR, voorstel)
    delen = [
        (r["van"], r["tot"])
        for r in lees_blad(omgeving.opslag, "Inzet")
        if (r["opdracht"], r["team"]) == ("S2", "T2")
    ]
    assert delen == [
        (date(2027, 6, 1), date(2027, 12, 31)),
        (date(2028, 1, 1), date(2028, 5, 31)),
    ]
    assert omgeving.basis(ruim).uitkomst.effecten == verwacht.effecten


def test_what_was_decided_leaves_the_draft_and_later_lines_stay(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    erbij = w.Parkeer(opdracht=R1, oude_status=Status.LOPEND)
    concept = concepten.voeg_toe(omgeving.opslag, voorstel.concept, erbij, voorstel.concept_versie)
    neem(omgeving, DIR, voorstel)
    na = concepten.lees(omgeving.opslag, concept.id)
    assert na.wijzigingen == (erbij,)
    assert na.versie == concept.versie + 1


def test_a_decision_is_not_undone_like_an_upload(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, SM, w.Stop(opdracht=R1, oude_status=Status.LOPEND)))
    with pytest.raises(ConflictError, match="is besluit 1"):
        terugdraaien.maak_ongedaan(omgeving, LOKAAL, 2, 2)
    with pytest.raises(ConflictError) as fout:
        terugdraaien.maak_ongedaan(omgeving, LOKAAL, 1, 2)
    assert "Besluit 1 van" in fout.value.message
    assert "nieuw bestand" in fout.value.hint
    beeld = historie(omgeving, LOKAAL)
    assert beeld.leveringen[0].levering.besluit == 1


def test_undoing_an_upload_leaves_the_decision_in_between(omgeving: Omgeving) -> None:
    rij = rij_van(omgeving, "Inzet", opdracht="R1", team="T3")
    lever(omgeving, [Mutatie(blad="Inzet", oud=rij, nieuw={**rij, "uren_honderdste": 100_00})])
    neem(
        omgeving,
        DIR,
        leg_voor(
            omgeving,
            SM,
            VOORAAN,
            w.MethodeWijziging(nieuw=Methode.SAMENHANGEND, oud=Methode.STRIKT),
            w.Inhuur(team="T2", fte=Decimal("0.5"), van=JAAR.van, tot=JAAR.tot),
        ),
    )
    besloten = lees_plan(omgeving.opslag)
    terugdraaien.maak_ongedaan(omgeving, LOKAAL, 2, 3)
    nu = lees_plan(omgeving.opslag)
    assert rij_van(omgeving, "Inzet", opdracht="R1", team="T3") == rij
    assert nu.besloten_rang == besloten.besloten_rang
    assert nu.instellingen == besloten.instellingen
    assert nu.scenario_aanbod == besloten.scenario_aanbod


def test_any_earlier_plan_opens_again_with_the_same_fingerprint(omgeving: Omgeving) -> None:
    eerste = neem(omgeving, DIR, leg_voor(omgeving, SM, VOORAAN)).besluit
    toen = reken(lees_plan(omgeving.opslag), JAAR)
    rij = rij_van(omgeving, "Teams", team="T2")
    lever(omgeving, [Mutatie(blad="Teams", oud=rij, nieuw={**rij, "naam": "Anders"})])
    terug = w.WettelijkEerst(nieuw=False, oud=True)
    tweede = neem(omgeving, DIR, leg_voor(omgeving, DIR, terug)).besluit
    paar = plannen_van(omgeving, eerste)
    assert paar.na is not None
    weer = reken(paar.na, JAAR)
    assert weer.vingerafdruk == toen.vingerafdruk == eerste.vingerafdruk_na
    assert weer.effecten == toen.effecten
    assert tweede.staat_voor == eerste.staat_na
    assert controleer_besluiten(omgeving) == ()
    assert beheer.controleer(omgeving, LOKAAL) == ()


def test_the_check_tells_the_first_decision_that_differs(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, SM, VOORAAN), "Om de woningen.")
    neem(omgeving, DIR, leg_voor(omgeving, DIR, w.WettelijkEerst(nieuw=False, oud=True)))
    with omgeving.opslag.schrijven() as cursor:
        cursor.execute("update besluit set reden = 'Iets anders' where nummer = 2")
    assert controleer_besluiten(omgeving) == (
        "Besluit 2 is anders dan het log zegt: er is iets aan veranderd.",
    )
    with omgeving.opslag.schrijven() as cursor:
        cursor.execute("update levering_mutatie set nieuw = replace(nieuw, '80000', '80100')")
    (melding,) = controleer_besluiten(omgeving)
    assert melding.startswith("Besluit 1 geeft bij narekenen een ander kenmerk")


def test_a_new_code_follows_in_decided_supply_and_open_proposals(omgeving: Omgeving) -> None:
    inhuur = w.Inhuur(team="T2", fte=Decimal("0.5"), van=JAAR.van, tot=JAAR.tot)
    neem(omgeving, SM, leg_voor(omgeving, SM, inhuur))
    open_ = leg_voor(omgeving, SM, VOORAAN, inhuur)
    teams = rij_van(omgeving, "Teams", team="T2")
    rijen = [
        Mutatie(blad=blad, oud=rij, nieuw={**rij, "team": "T22"})
        for blad in ("Inzet", "Capaciteit")
        for rij in lees_blad(omgeving.opslag, blad)
        if rij["team"] == "T2"
    ]
    mutaties = [Mutatie(blad="Teams", oud=teams, nieuw={**teams, "team": "T22"}), *rijen]
    straks = plan_na(lees_plan(omgeving.opslag), mutaties)
    lever(omgeving, mutaties)
    plan = lees_plan(omgeving.opslag)
    assert [r.team for r in plan.scenario_aanbod] == ["T22"]
    assert straks.scenario_aanbod == plan.scenario_aanbod
    assert opslag.lees(omgeving.opslag, open_.nummer).wijzigingen[1].team == "T22"
    assert [b.wijzigingen[0].team for b in ledger.lijst(omgeving.opslag)] == ["T2"]
    assert controleer_besluiten(omgeving) == ()


def test_rows_that_stay_equal_are_not_touched(omgeving: Omgeving) -> None:
    plan = lees_plan(omgeving.opslag)
    na = reken(plan, JAAR, [w.Ambitie(opdracht=S3, factor=Decimal(2))]).stand.plan
    wijziging = rijwijziging(lees_bladen(omgeving.opslag, BLADEN), plan, na)
    (mutatie,) = wijziging.mutaties
    assert (mutatie.blad, mutatie.nieuw and mutatie.nieuw["uren_honderdste"]) == (
        "Inzet",
        1_600_00,
    )
    assert [b.sleutel for b in wijziging.bereiken] == [("T2", 2027, "S3")]
    assert rijwijziging(lees_bladen(omgeving.opslag, BLADEN), plan, plan).mutaties == ()
