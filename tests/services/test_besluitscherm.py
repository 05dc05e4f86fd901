"""What Besluiten says to whom: the answer in words, the lists, the ledger and an earlier plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sturing.domain import wijziging as w
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import Status
from sturing.domain.levering import Mutatie
from sturing.domain.scenario import Deelrecht
from sturing.domain.wie import Herkomst, RechtRol, Wie
from sturing.errors import InvoerError, RechtError
from sturing.services import besluit, delen, gesprek, reacties
from sturing.services.beelden import Geweigerd
from sturing.services.besluitbeeld import Besluitenbeeld, Planbeeld
from sturing.services.besluitscherm import besluiten, voorlegbeeld
from sturing.services.besluitterug import open_plan
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store import concepten, logboek
from sturing.store.rijen import lees_blad
from tests.services.besluitproef import JAAR, leg_voor, lever, neem, omgeving_van, persoon
from tests.services.besluitwereld import (
    CON,
    DIR,
    MEDEWERKER,
    PV3,
    R1,
    S1,
    SM,
    SS,
    VOORAAN,
    wereld,
)
from tests.services.conftest import LEEG

NIEMAND = Wie(account="niemand", naam="Zonder rol", herkomst=Herkomst.DEMONSTRATIE)
WETHOUDER = persoon("wet", RechtRol.BESTUUR, persoon=PersoonCode("WET"))
ANDERE_WETHOUDER = persoon("wet2", RechtRol.BESTUUR, persoon=PersoonCode("WET2"))
TEAM_VAN_ALLES = persoon("to2", RechtRol.TEAMONDERSTEUNER, teams=frozenset({"T2"}))
"""Every opdracht of the portefeuillehouder asks hours of team T2."""


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = omgeving_van(wereld())
    yield omgeving
    omgeving.sluit()


def beeld(omgeving: Omgeving, wie: Wie, gekozen: int | None = None) -> Besluitenbeeld:
    gemaakt = besluiten(omgeving, wie, gekozen)
    assert isinstance(gemaakt, Besluitenbeeld)
    return gemaakt


def test_without_a_proposal_the_page_says_how_one_comes(omgeving: Omgeving) -> None:
    leeg = beeld(omgeving, DIR)
    assert leeg.kop.titel.startswith("Er ligt geen voorstel voor.")
    assert (leeg.voorstel, leeg.eerdere) == (None, ())
    assert isinstance(besluiten(omgeving, NIEMAND), Geweigerd)


def test_who_may_make_no_proposal_is_not_told_to_make_one(omgeving: Omgeving) -> None:
    assert beeld(omgeving, DIR).mag_voorleggen
    leeg = beeld(omgeving, WETHOUDER)
    assert not leeg.mag_voorleggen
    assert leeg.kop.titel == "Er ligt geen voorstel voor."
    neem(omgeving, DIR, leg_voor(omgeving, SM, VOORAAN, titel="Een"), "Goed.")
    assert beeld(omgeving, WETHOUDER).kop.bijschrift.endswith(f"door {DIR.naam}")


def test_after_a_decision_the_first_line_says_what_was_decided_last(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, SM, VOORAAN, titel="Een"), "Goed.")
    leg_voor(omgeving, SM, VOORAAN, titel="Twee")
    reacties.stuur_terug(omgeving, DIR, 2, 1, "Kan het later?")
    kop = beeld(omgeving, DIR).kop
    assert kop.titel == "Er ligt geen voorstel voor. Het laatste besluit: ‘Een’ is aangenomen."
    assert f"door {DIR.naam}" in kop.bijschrift
    assert kop.bijschrift.endswith("Leg bij Prioriteiten uw concept voor als besluit.")


def test_each_reader_hears_what_he_can_do_now(omgeving: Omgeving) -> None:
    leg_voor(omgeving, SM, VOORAAN)
    assert beeld(omgeving, DIR).kop.titel == (
        "Voorstel ‘Wonen eerst’ ligt voor bij de directie. U kunt nu besluiten."
    )
    assert beeld(omgeving, SS).kop.titel.endswith(
        "1 van uw opdrachten levert in: stem in of maak bezwaar."
    )
    reacties.maak_bezwaar(omgeving, SS, 1, 1, "Te weinig.")
    assert beeld(omgeving, DIR).kop.titel.endswith(
        "1 bezwaar is nog open. U kunt nu besluiten, met een reden."
    )
    assert beeld(omgeving, SS).kop.titel.endswith("Uw bezwaar staat erbij.")
    assert beeld(omgeving, CON).kop.titel.endswith("1 bezwaar is nog open. U kunt advies geven.")
    assert beeld(omgeving, SM).kop.titel.endswith("1 bezwaar is nog open.")
    voorstel = beeld(omgeving, SM).voorstel
    assert voorstel is not None
    assert (voorstel.mag_besluiten, voorstel.mag_antwoorden, voorstel.wacht_op) == (
        False,
        True,
        ("SM sociaal",),
    )


def test_who_decides_without_agreement_sees_who_did_not_agree_too(omgeving: Omgeving) -> None:
    leg_voor(omgeving, SM, VOORAAN)

    def gezien(wie: Wie) -> tuple[bool, tuple[str, ...]]:
        voorstel = beeld(omgeving, wie).voorstel
        assert voorstel is not None
        return voorstel.mag_besluiten, voorstel.wacht_op

    # S1 of SM, who made the proposal, gives as well: nobody asks him whether he agrees.
    assert gezien(DIR) == (True, ("SM sociaal",))
    assert gezien(CON) == (False, ("SM sociaal",))
    assert gezien(LOKAAL) == (True, ())
    reacties.maak_bezwaar(omgeving, SS, 1, 1, "Te weinig.")
    assert gezien(DIR) == (True, ("SM sociaal",))
    reacties.stem_in(omgeving, SS, 1, 2)
    assert gezien(DIR) == (True, ())


def test_a_proposal_inside_one_domain_lies_with_its_manager(omgeving: Omgeving) -> None:
    leg_voor(omgeving, SM, w.Parkeer(opdracht=R1, oude_status=Status.LOPEND))
    assert "bij de strategisch manager ruimtelijk. U kunt nu" in beeld(omgeving, SM).kop.titel


def test_gains_and_losses_stand_with_their_opdrachtgever_and_the_sums_agree(
    omgeving: Omgeving,
) -> None:
    leg_voor(omgeving, SM, VOORAAN)
    voorstel = beeld(omgeving, DIR).voorstel
    assert voorstel is not None
    gevolg = voorstel.gevolg
    assert [(r.opdracht, r.opdrachtgever) for r in gevolg.komt_erbij] == [("S2", "SM ruimtelijk")]
    assert {(r.opdracht, r.opdrachtgever) for r in gevolg.levert_in} == {
        ("S1", "SM ruimtelijk"),
        ("S3", "SM sociaal"),
    }
    assert gevolg.opdrachten[-1].totaal
    assert sum(r.na for r in gevolg.opdrachten[:-1]) == gevolg.opdrachten[-1].na
    assert gevolg.wijzigingen == ("Schapenweide: plaats 4 → 2",)
    assert gevolg.jaar == "2027"


def test_who_gives_reads_how_many_hours_per_opdracht_and_per_opdrachtgever(
    omgeving: Omgeving,
) -> None:
    # T2 has 1.375,4 hours: now S3 has 800 and S1 575,4; after, S2 takes 700, S3 keeps 675,4.
    leg_voor(omgeving, SM, VOORAAN)
    voorstel = beeld(omgeving, DIR).voorstel
    assert voorstel is not None
    gevolg = voorstel.gevolg
    assert [(r.opdracht, r.uren) for r in gevolg.komt_erbij] == [("S2", "+700")]
    assert [(r.opdracht, r.uren) for r in gevolg.levert_in] == [("S1", "−575"), ("S3", "−125")]
    assert [(g.naam, g.erbij, g.inlevert, g.verschil) for g in gevolg.gevers] == [
        ("SM ruimtelijk", 700, 575, 125),
        ("SM sociaal", 0, 125, -125),
        ("Samen", 700, 700, 0),
    ]
    assert [r.totaal for r in gevolg.gevers] == [False, False, True]
    dialoog = voorlegbeeld(omgeving, SM, JAAR)
    assert [r.uren for r in dialoog.levert_in] == ["−575", "−125"]


def test_the_hours_per_opdrachtgever_count_only_what_the_reader_may_see(
    omgeving: Omgeving,
) -> None:
    leg_voor(omgeving, SM, VOORAAN)
    voorstel = beeld(omgeving, WETHOUDER).voorstel
    assert voorstel is not None
    assert {g.naam: g.erbij for g in voorstel.gevolg.gevers}["Samen"] == 0


def test_who_sees_no_totals_sees_only_the_own_opdrachten(omgeving: Omgeving) -> None:
    leg_voor(omgeving, SM, VOORAAN)
    voorstel = beeld(omgeving, WETHOUDER).voorstel
    assert voorstel is not None
    assert {r.opdracht for r in voorstel.gevolg.levert_in} == {"S1", "S3"}
    assert (voorstel.gevolg.komt_erbij, voorstel.gevolg.wijzigingen) == ((), ())
    assert voorstel.gevolg.verborgen == 1


def test_conflicts_and_moved_data_are_told_before_anything_else(omgeving: Omgeving) -> None:
    leg_voor(omgeving, SM, w.Parkeer(opdracht=S1, oude_status=Status.LOPEND))
    rij = next(m.nieuw for m in wereld() if m.nieuw and m.nieuw.get("opdracht") == "S1")
    lever(omgeving, [Mutatie(blad="Opdrachten", oud=rij, nieuw={**rij, "status": "gestopt"})])
    nu = beeld(omgeving, DIR)
    assert "past niet meer op het plan van nu" in nu.kop.titel
    assert nu.voorstel is not None
    assert len(nu.voorstel.conflicten) == 1
    assert "nu 2" in nu.voorstel.verschoven


def test_the_dialog_names_who_loses_and_why_it_cannot_be(omgeving: Omgeving) -> None:
    assert voorlegbeeld(omgeving, SM, JAAR).waarom_niet.startswith("U heeft nog niets gewijzigd")
    for wie in (SM, SS):
        concept = concepten.maak(omgeving.opslag, naam="x", eigenaar=wie.account, basis_levering=1)
        concepten.voeg_toe(omgeving.opslag, concept.id, VOORAAN, concept.versie)
    eigen = voorlegbeeld(omgeving, SM, JAAR)
    assert {r.opdracht for r in eigen.levert_in} == {"S1", "S3"}
    assert (eigen.waarom_niet, eigen.conflicten) == ("", ())
    assert "prioriteit" in voorlegbeeld(omgeving, SS, JAAR).waarom_niet


def test_who_only_works_along_in_a_draft_leaves_proposing_to_its_owner(
    omgeving: Omgeving,
) -> None:
    concept = concepten.maak(omgeving.opslag, naam="x", eigenaar=SM.account, basis_levering=1)
    concepten.voeg_toe(omgeving.opslag, concept.id, VOORAAN, concept.versie)
    link = delen.maak_link(omgeving, SM, concept.id, Deelrecht.MEEWERKEN)
    delen.open_link(omgeving, DIR, concept.id, link.sleutel)
    assert "van een ander" in voorlegbeeld(omgeving, DIR, JAAR).waarom_niet
    assert voorlegbeeld(omgeving, SM, JAAR).waarom_niet == ""


def test_the_ledger_shows_every_end_of_a_proposal_newest_first(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, SM, VOORAAN, titel="Een"), "Goed.")
    leg_voor(omgeving, SM, VOORAAN, titel="Twee")
    besluit.wijs_af(omgeving, DIR, 2, 1, 2, "Te vroeg.")
    leg_voor(omgeving, SM, VOORAAN, titel="Drie")
    reacties.stuur_terug(omgeving, DIR, 3, 1, "Kan het later?")
    rijen = beeld(omgeving, CON).eerdere
    assert [(r.titel, r.uitkomst, r.reden, r.besluit) for r in rijen] == [
        ("Drie", "teruggestuurd", "Vraag: Kan het later?", None),
        ("Twee", "afgewezen", "Te vroeg.", 2),
        ("Een", "aangenomen", "Goed.", 1),
    ]


def test_an_earlier_plan_is_read_again_and_calculated_to_its_kenmerk(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, SM, VOORAAN, titel="Een"), "Goed.")
    toen = omgeving.basis(JAAR).uitkomst
    neem(omgeving, DIR, leg_voor(omgeving, SM, w.Stop(opdracht=R1, oude_status=Status.LOPEND)))
    plan = open_plan(omgeving, CON, 1)
    assert isinstance(plan, Planbeeld)
    assert plan.klopt
    assert plan.controle.startswith("Nagerekend")
    assert [r.code for r in plan.rijen] == [r.opdracht for r in toen.effecten.opdrachten]
    assert plan.rijen[1].code == "S2"
    assert plan.nakomst == ()
    with pytest.raises(InvoerError):
        open_plan(omgeving, CON, 99)
    assert isinstance(open_plan(omgeving, NIEMAND, 1), Geweigerd)


def test_of_an_earlier_plan_one_takes_along_what_the_plan_in_force_lets_one(
    omgeving: Omgeving,
) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, SM, VOORAAN), "Goed.")
    plannen = [open_plan(omgeving, wie, 1) for wie in (DIR, SM, SS, WETHOUDER)]
    mee = [{r.code for r in plan.rijen} & plan.mee for plan in plannen]  # type: ignore[union-attr]
    assert mee[0] == {r.code for r in plannen[0].rijen}  # type: ignore[union-attr]
    assert mee[1:] == [{"S1", "S2", "R1", "N1"}, {"S3"}, set()]


def test_what_came_of_a_decision_is_asked_granted_and_spent(omgeving: Omgeving) -> None:
    neem(omgeving, DIR, leg_voor(omgeving, SM, VOORAAN))
    uren = {"maand": date(2027, 2, 1), "team": "T2", "opdracht": "S2", "uren_honderdste": 90_00}
    lever(omgeving, [Mutatie(blad="Uren", oud=None, nieuw=uren)])
    plan = open_plan(omgeving, DIR, 1)
    assert isinstance(plan, Planbeeld)
    assert plan.nakomst_tekst == "Van januari 2027 t/m februari 2027, in uren."
    rij = next(r for r in plan.nakomst if r.opdracht == "Schapenweide")
    assert rij.besteed == "90"
    assert int(rij.toegekend) <= int(rij.gevraagd)
    assert {r.opdracht for r in plan.nakomst} == {"Schapenweide", "Spoorzone", "Nobelkwartier"}


def test_the_talk_has_the_opdrachten_of_one_portefeuillehouder_and_what_there_is_to_choose(
    omgeving: Omgeving,
) -> None:
    praat = gesprek.gesprek(omgeving, SM, JAAR)
    assert not isinstance(praat, Geweigerd)
    assert praat.gekozen == "WET"
    assert [r.naam for r in praat.rijen] == ["Nobelkwartier", "Spoorzone"]
    assert [k.naam for k in praat.keuzes] == ["Spoorzone"]
    assert praat.keuzes[0].team == "T2"
    assert "Wethouder heeft 2 opdrachten" in praat.kop.titel
    assert isinstance(gesprek.gesprek(omgeving, NIEMAND, JAAR), Geweigerd)


def test_the_talk_begins_with_oneself_else_with_whom_one_has_most_opdrachten(
    omgeving: Omgeving,
) -> None:
    zelf = gesprek.gesprek(omgeving, WETHOUDER, JAAR)
    assert not isinstance(zelf, Geweigerd)
    assert zelf.gekozen == "WET"
    assert zelf.kop.titel.startswith("U heeft 2 opdrachten")
    tweede = {"persoon": "WET2", "naam": "Tweede wethouder", "rol": "portefeuillehouder"}
    anders = {"S1": {"opdrachtgever": "SS"}, "S2": {"portefeuillehouders": "WET2"}}
    mutaties = [
        replace(m, nieuw={**m.nieuw, **anders.get(str(m.nieuw.get("opdracht")), {})})
        if m.blad == "Opdrachten" and m.nieuw
        else m
        for m in wereld()
    ]
    mutaties.append(Mutatie(blad="Personen", oud=None, nieuw=LEEG["Personen"] | tweede))
    twee = omgeving_van(mutaties)
    gekozen = {}
    for wie in (SM, SS, DIR):
        praat = gesprek.gesprek(twee, wie, JAAR)
        assert not isinstance(praat, Geweigerd)
        gekozen[wie.account] = praat.gekozen
    twee.sluit()
    # WET has two opdrachten, both of SS; the one of SM is of WET2. DIR is opdrachtgever of none.
    assert gekozen == {"sm": "WET2", "ss": "WET", "dir": "WET"}


def test_a_note_of_a_talk_stays_and_is_for_who_was_there(omgeving: Omgeving) -> None:
    eerste = gesprek.noteer(omgeving, SM, "WET", " S1 mag in juni. ")
    gesprek.noteer(omgeving, SM, "WET", "Volgende maand weer.")
    assert (eerste.nummer, eerste.tekst) == (1, "S1 mag in juni.")
    assert logboek.lees(omgeving.opslag)[-1].actie == "gesprek noteren"
    gelezen = {
        wie.account: [n.tekst for n in gesprek.gesprek(omgeving, wie, JAAR).notities]  # type: ignore[union-attr]
        for wie in (SM, WETHOUDER)
    }
    assert gelezen == {
        "sm": ["Volgende maand weer.", "S1 mag in juni."],
        "wet": ["Volgende maand weer.", "S1 mag in juni."],
    }
    with pytest.raises(InvoerError):
        gesprek.noteer(omgeving, SM, "WET", "  ")
    with pytest.raises(InvoerError):
        gesprek.noteer(omgeving, SM, "XX", "Iets.")
    for wie in (WETHOUDER, MEDEWERKER):
        with pytest.raises(RechtError):
            gesprek.noteer(omgeving, wie, "WET", "Iets.")


@pytest.mark.parametrize(
    ("wie", "leest", "schrijft"),
    [
        (LOKAAL, True, True),
        (DIR, True, True),
        (SM, True, True),
        (SS, True, True),
        (CON, True, True),
        (WETHOUDER, True, False),
        (ANDERE_WETHOUDER, False, False),
        (TEAM_VAN_ALLES, True, True),
        (persoon("to", RechtRol.TEAMONDERSTEUNER, teams=frozenset({"T3"})), False, False),
        (PV3, False, False),
        (persoon("gm", RechtRol.GEBIEDSMAKELAAR, gebieden=frozenset({"GEM"})), False, False),
        (persoon("pl", RechtRol.PROJECTLEIDER, eigen_opdrachten=frozenset({S1})), False, False),
        (MEDEWERKER, False, False),
        (persoon("bh", RechtRol.BEHEERDER), False, False),
        (NIEMAND, False, False),
    ],
    ids=lambda deel: deel.account if isinstance(deel, Wie) else "",
)
def test_notes_are_for_who_may_read_every_opdracht_of_the_portefeuillehouder(
    omgeving: Omgeving, wie: Wie, leest: bool, schrijft: bool
) -> None:
    gesprek.noteer(omgeving, DIR, "WET", "S3 wacht.")
    praat = gesprek.gesprek(omgeving, wie, JAAR, "WET")
    if isinstance(praat, Geweigerd):
        assert (leest, schrijft) == (False, False)
    else:
        assert [n.tekst for n in praat.notities] == (["S3 wacht."] if leest else [])
        assert (praat.mag_lezen, praat.mag_noteren) == (leest, schrijft)
    if schrijft:
        assert gesprek.noteer(omgeving, wie, "WET", "Gezien.").account == wie.account
    else:
        with pytest.raises((RechtError, InvoerError)):
            gesprek.noteer(omgeving, wie, "WET", "Gezien.")


def test_a_parked_opdracht_of_the_portefeuillehouder_counts_for_who_reads_notes(
    omgeving: Omgeving,
) -> None:
    rij = next(r for r in lees_blad(omgeving.opslag, "Opdrachten") if r["opdracht"] == "P1")
    nieuw = {**rij, "portefeuillehouders": "WET"}
    lever(omgeving, [Mutatie(blad="Opdrachten", oud=rij, nieuw=nieuw)])
    with pytest.raises(RechtError):  # P1 asks team T4, and is on the parkeerplaats
        gesprek.noteer(omgeving, TEAM_VAN_ALLES, "WET", "Iets.")
