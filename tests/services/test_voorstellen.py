"""Proposals: who may lay one before the directie, who is asked, and what an answer is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sturing.domain import wijziging as w
from sturing.domain.besluit import Voorstel, Voorstelstand
from sturing.domain.keuzes import Domein, Status
from sturing.domain.levering import Mutatie
from sturing.domain.tijd import Horizon, Maand
from sturing.errors import ConflictError, InvoerError, RechtError
from sturing.services import reacties, voorstellen
from sturing.services.besluitrecht import besluitrecht, objecten_van
from sturing.services.omgeving import Omgeving
from sturing.services.voorstellen import beoordeel
from sturing.store import concepten, logboek
from sturing.store import voorstellen as opslag
from sturing.store.rijen import lees_blad
from tests.services.besluitproef import JAAR, REACTIE_TOT, leg_voor, lever, omgeving_van
from tests.services.besluitwereld import (
    CON,
    DIR,
    MEDEWERKER,
    S1,
    S2,
    S3,
    SM,
    SS,
    VOORAAN,
    wereld,
)


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = omgeving_van(wereld())
    yield omgeving
    omgeving.sluit()


def nu(omgeving: Omgeving, voorstel: Voorstel) -> Voorstel:
    return opslag.lees(omgeving.opslag, voorstel.nummer)


def test_a_proposal_is_a_frozen_copy_of_the_draft(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    concepten.leeg(omgeving.opslag, voorstel.concept, voorstel.concept_versie)
    gelezen = nu(omgeving, voorstel)
    assert gelezen == voorstel
    assert gelezen.wijzigingen == (VOORAAN,)
    assert (gelezen.stand, gelezen.versie, gelezen.naam) == (Voorstelstand.OPEN, 1, SM.naam)
    assert logboek.lees(omgeving.opslag)[-1].actie == "voorstel doen"


def test_who_loses_is_named_with_hours_against_the_plan_in_force(omgeving: Omgeving) -> None:
    beoordeling = beoordeel(omgeving, SM, leg_voor(omgeving, SM, VOORAAN))
    verlies = {v.opdracht: v.uren_honderdste for v in beoordeling.verlies}
    assert verlies.keys() == {S1, S3}
    voor = {r.opdracht: r for r in beoordeling.basis.uitkomst.effecten.opdrachten}
    na = {r.opdracht: r for r in beoordeling.na.effecten.opdrachten}
    for code, uren in verlies.items():
        assert uren == voor[code].toegekend_honderdste - na[code].toegekend_honderdste > 0


def test_a_manager_may_not_propose_what_is_of_another_domain(omgeving: Omgeving) -> None:
    with pytest.raises(RechtError, match="prioriteit"):
        leg_voor(omgeving, SS, VOORAAN)
    with pytest.raises(RechtError):
        leg_voor(omgeving, MEDEWERKER, VOORAAN)
    assert opslag.lijst(omgeving.opslag) == ()


def test_who_may_change_no_priority_proposes_no_other_knob_either(omgeving: Omgeving) -> None:
    knop = w.WettelijkEerst(nieuw=False, oud=True)
    with pytest.raises(RechtError):
        leg_voor(omgeving, CON, knop)
    assert leg_voor(omgeving, SM, knop).nummer == 1


def test_an_empty_draft_a_moved_draft_and_a_foreign_draft_are_refused(omgeving: Omgeving) -> None:
    leeg = concepten.maak(omgeving.opslag, naam="leeg", eigenaar=SM.account, basis_levering=1)

    def probeer(wie=SM, versie: int = leeg.versie, titel: str = "Naam") -> None:
        voorstellen.leg_voor(
            omgeving,
            wie,
            leeg.id,
            versie,
            titel=titel,
            toelichting="",
            reactie_tot=REACTIE_TOT,
            horizon=JAAR,
        )

    with pytest.raises(InvoerError, match="geen wijzigingen"):
        probeer()
    with pytest.raises(ConflictError):
        probeer(versie=99)
    with pytest.raises(RechtError, match="niet van u"):
        probeer(wie=DIR)
    concepten.voeg_toe(omgeving.opslag, leeg.id, VOORAAN, leeg.versie)
    with pytest.raises(InvoerError, match="naam"):
        probeer(versie=leeg.versie + 1, titel="  ")


def test_a_draft_with_a_conflict_is_not_put_forward(omgeving: Omgeving) -> None:
    with pytest.raises(ConflictError, match="past niet meer"):
        leg_voor(omgeving, SM, w.Parkeer(opdracht=S1, oude_status=Status.IDEE))


def test_outside_losers_must_agree_before_a_manager_may_decide(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    recht = beoordeel(omgeving, SM, voorstel).recht
    assert not recht.mag
    assert recht.wacht_op == ("SS",)
    assert beoordeel(omgeving, DIR, voorstel).recht.mag
    akkoord = reacties.stem_in(omgeving, SS, voorstel.nummer, voorstel.versie)
    assert beoordeel(omgeving, SM, akkoord).recht.mag
    assert not beoordeel(omgeving, SS, akkoord).recht.mag
    bezwaar = reacties.maak_bezwaar(omgeving, SS, voorstel.nummer, akkoord.versie, "Toch niet.")
    assert not beoordeel(omgeving, SM, bezwaar).recht.mag


def test_an_agreement_holds_no_further_than_the_loss_that_was_seen(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    akkoord = reacties.stem_in(omgeving, SS, voorstel.nummer, voorstel.versie)
    assert beoordeel(omgeving, SM, akkoord).recht.mag
    rij = next(
        r for r in lees_blad(omgeving.opslag, "Inzet") if (r["opdracht"], r["team"]) == ("S2", "T2")
    )
    lever(omgeving, [Mutatie(blad="Inzet", oud=rij, nieuw={**rij, "uren_honderdste": 900_00})])
    straks = beoordeel(omgeving, SM, akkoord)
    assert straks.verschoven
    assert straks.recht.wacht_op == ("SS",)


def test_a_loser_without_opdrachtgever_leaves_it_to_the_directie(omgeving: Omgeving) -> None:
    rij = next(r for r in lees_blad(omgeving.opslag, "Opdrachten") if r["opdracht"] == "S3")
    lever(omgeving, [Mutatie(blad="Opdrachten", oud=rij, nieuw={**rij, "opdrachtgever": None})])
    recht = beoordeel(omgeving, SM, leg_voor(omgeving, SM, VOORAAN)).recht
    assert (recht.mag, recht.zonder) == (False, (S3,))


def test_a_loss_in_another_plan_year_counts_as_well(omgeving: Omgeving) -> None:
    rijen = [r for r in lees_blad(omgeving.opslag, "Inzet") if r["team"] == "T2"]
    cap = [r for r in lees_blad(omgeving.opslag, "Capaciteit") if r["team"] == "T2"]
    lever(
        omgeving,
        [
            Mutatie(blad=blad, oud=rij, nieuw={**rij, **_jaar_later(rij)})
            for blad, lijst in (("Inzet", rijen), ("Capaciteit", cap))
            for rij in lijst
        ],
    )
    beoordeling = beoordeel(omgeving, SM, leg_voor(omgeving, SM, VOORAAN))
    assert beoordeling.verlies == ()
    assert {v.opdracht for v in beoordeling.verlies_ooit} == {S1, S3}
    assert not beoordeling.recht.mag


@pytest.mark.parametrize(
    "horizon",
    [
        Horizon(Maand(2027, 1), Maand(2027, 1)),
        Horizon(Maand(2027, 1), Maand(2028, 12)),
    ],
    ids=["one month", "two years"],
)
def test_no_choice_of_the_horizon_hides_what_another_loses(
    omgeving: Omgeving, horizon: Horizon
) -> None:
    van = {"van": date(2027, 3, 1), "tot": date(2027, 10, 31)}
    rij = next(r for r in lees_blad(omgeving.opslag, "Inzet") if r["opdracht"] == "S2")
    lever(omgeving, [Mutatie(blad="Inzet", oud=rij, nieuw={**rij, **van})])
    jaar = beoordeel(omgeving, SM, leg_voor(omgeving, SM, VOORAAN)).verlies_ooit
    assert S3 in {deel.opdracht for deel in jaar}
    ander = beoordeel(omgeving, SM, leg_voor(omgeving, SM, VOORAAN, horizon=horizon))
    assert ander.verlies_ooit == jaar
    assert not ander.recht.mag


def test_euros_lost_in_a_year_without_hours_count_as_well(omgeving: Omgeving) -> None:
    geld = {"programma": "P1", "naam": "Wonen", "portefeuillehouder": None}
    begroting = {"programma": "P1", "jaar": 2029, "taakveld": None, "lasten_cent": 0}
    begroting |= {"baten_cent": None, "beschikbaar_cent": 100_00}
    rijen = [r for r in lees_blad(omgeving.opslag, "Opdrachten") if r["opdracht"] in ("S2", "S3")]
    vraagt = {"programma": "P1", "budget_cent": 100_00}
    vraagt |= {"van": date(2029, 1, 1), "tot": date(2029, 12, 31)}
    lever(
        omgeving,
        [
            Mutatie(blad="Programmas", oud=None, nieuw=geld),
            Mutatie(blad="Begroting", oud=None, nieuw=begroting),
            *(Mutatie(blad="Opdrachten", oud=rij, nieuw={**rij, **vraagt}) for rij in rijen),
        ],
    )
    nu = beoordeel(omgeving, SM, leg_voor(omgeving, SM, VOORAAN))
    per_code = {deel.opdracht: deel.euro_cent for deel in nu.verlies_ooit}
    assert (per_code[S3], nu.recht.wacht_op) == (100_00, ("SS",))


def _jaar_later(rij) -> dict[str, object]:
    return {veld: rij[veld].replace(year=2028) for veld in ("van", "tot")}


def test_only_who_loses_agrees_or_objects_and_others_advise(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    with pytest.raises(RechtError, match="geen van uw opdrachten"):
        reacties.maak_bezwaar(omgeving, CON, voorstel.nummer, 1, "Nee.")
    na = reacties.adviseer(omgeving, CON, voorstel.nummer, 1, "Let op het budget.")
    assert na.reacties[-1].tekst == "Let op het budget."
    with pytest.raises(RechtError, match="advies"):
        reacties.adviseer(omgeving, MEDEWERKER, voorstel.nummer, na.versie, "Doe het.")
    with pytest.raises(InvoerError):
        reacties.maak_bezwaar(omgeving, SS, voorstel.nummer, na.versie, "  ")


def test_an_objection_is_open_until_it_is_answered_or_taken_back(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    met = reacties.maak_bezwaar(omgeving, SS, voorstel.nummer, 1, "Te weinig uren.")
    (bezwaar,) = met.open_bezwaren
    with pytest.raises(RechtError):
        reacties.antwoord(omgeving, CON, 1, met.versie, bezwaar.nummer, "Nou.")
    with pytest.raises(InvoerError):
        reacties.antwoord(omgeving, SM, 1, met.versie, 99, "Nou.")
    na = reacties.antwoord(omgeving, SM, 1, met.versie, bezwaar.nummer, "In juni komt het.")
    assert na.open_bezwaren == ()
    assert na.antwoord_op(bezwaar) == na.reacties[-1]
    weer = reacties.maak_bezwaar(omgeving, SS, 1, na.versie, "Te laat.")
    assert len(weer.open_bezwaren) == 1
    assert reacties.stem_in(omgeving, SS, 1, weer.versie).open_bezwaren == ()


def test_two_reactions_on_the_same_look_are_not_both_stored(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    reacties.maak_bezwaar(omgeving, SS, voorstel.nummer, 1, "Eerst.")
    with pytest.raises(ConflictError, match="gereageerd"):
        reacties.adviseer(omgeving, CON, voorstel.nummer, 1, "Daarna.")
    assert len(nu(omgeving, voorstel).reacties) == 1


def test_a_proposal_that_was_sent_back_or_taken_back_is_closed(omgeving: Omgeving) -> None:
    voorstel = leg_voor(omgeving, SM, VOORAAN)
    with pytest.raises(RechtError):
        reacties.stuur_terug(omgeving, SS, voorstel.nummer, 1, "Waarom?")
    terug = reacties.stuur_terug(omgeving, DIR, voorstel.nummer, 1, "Kan het in maart?")
    assert terug.stand is Voorstelstand.TERUGGESTUURD
    with pytest.raises(ConflictError, match="teruggestuurd"):
        reacties.stem_in(omgeving, SS, voorstel.nummer, terug.versie)
    ander = leg_voor(omgeving, SM, VOORAAN)
    with pytest.raises(RechtError, match="intrekken"):
        voorstellen.trek_in(omgeving, DIR, ander.nummer, 1)
    assert voorstellen.trek_in(omgeving, SM, ander.nummer, 1).stand is Voorstelstand.INGETROKKEN


def test_supply_of_a_team_is_decided_by_its_domain_and_settings_by_the_directie(
    omgeving: Omgeving,
) -> None:
    inhuur = w.Inhuur(team="T2", fte=Decimal(1), van=JAAR.van, tot=JAAR.tot)
    assert beoordeel(omgeving, SM, leg_voor(omgeving, SM, inhuur)).recht.mag
    assert not beoordeel(omgeving, SS, leg_voor(omgeving, SS, inhuur)).recht.mag
    knop = leg_voor(omgeving, SM, w.WettelijkEerst(nieuw=False, oud=True))
    assert not beoordeel(omgeving, SM, knop).recht.mag
    assert beoordeel(omgeving, DIR, knop).recht.mag


def _met_programma(omgeving: Omgeving, *codes: str) -> None:
    """Programme P1 with € 200.000 in 2027, of which each of `codes` asks € 60.000."""
    geld = {"programma": "P1", "naam": "Wonen", "portefeuillehouder": None}
    begroting = {"programma": "P1", "jaar": 2027, "taakveld": None, "lasten_cent": 0}
    begroting |= {"baten_cent": None, "beschikbaar_cent": 200_000_00}
    vraagt = {"programma": "P1", "budget_cent": 60_000_00}
    lever(
        omgeving,
        [
            Mutatie(blad="Programmas", oud=None, nieuw=geld),
            Mutatie(blad="Begroting", oud=None, nieuw=begroting),
            *(
                Mutatie(blad="Opdrachten", oud=rij, nieuw={**rij, **vraagt})
                for rij in lees_blad(omgeving.opslag, "Opdrachten")
                if rij["opdracht"] in codes
            ),
        ],
    )


@pytest.mark.parametrize(
    ("vragers", "mag"),
    [(("S1", "S2"), True), (("S2", "S3"), False), (("R2",), False), ((), False)],
    ids=["own domain", "also another", "one without a domain", "nobody"],
)
def test_inhuur_from_a_programme_asks_the_right_over_who_asks_of_it(
    omgeving: Omgeving, vragers: tuple[str, ...], mag: bool
) -> None:
    _met_programma(omgeving, *vragers)
    inhuur = w.Inhuur(team="T2", fte=Decimal("0.1"), van=JAAR.van, tot=JAAR.tot, tarief_cent=1_00)
    voorstel = leg_voor(omgeving, SM, replace(inhuur, programma="P1"))
    assert beoordeel(omgeving, SM, voorstel).recht.mag is mag
    assert beoordeel(omgeving, DIR, voorstel).recht.mag
    assert beoordeel(omgeving, SM, leg_voor(omgeving, SM, inhuur)).recht.mag


def test_the_supply_of_a_team_of_two_domains_is_about_both(omgeving: Omgeving) -> None:
    index = omgeving.basis(JAAR).index
    beide = frozenset({Domein.RUIMTELIJK, Domein.SOCIAAL})
    twee = replace(index, domeinen_team={**index.domeinen_team, "T2": beide})
    inhuur = w.Inhuur(team="T2", fte=Decimal(1), van=JAAR.van, tot=JAAR.tot)
    objecten = [object_ for _, object_ in objecten_van([inhuur], twee)]
    assert {d for object_ in objecten for d in object_.domeinen} == beide
    voorstel = leg_voor(omgeving, SM, inhuur)
    for manager in (SM, SS):
        assert not besluitrecht(manager, voorstel, (), twee, twee).mag
    assert besluitrecht(DIR, voorstel, (), twee, twee).mag


def test_giving_an_opdracht_to_another_domain_is_not_for_one_manager(omgeving: Omgeving) -> None:
    weg = w.Opdrachtgeverschap(
        opdracht=S2, delegatie=False, nieuw="SS", oud="SM", reden="past daar"
    )
    voorstel = leg_voor(omgeving, SM, weg)
    assert not beoordeel(omgeving, SM, voorstel).recht.mag
    assert beoordeel(omgeving, DIR, voorstel).recht.mag
