"""Scenarios: making, copying, sharing, archiving and comparing them, each by right and logged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sturing.demonstratie.identiteiten import IDENTITEITEN
from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Status
from sturing.domain.scenario import Deelrecht
from sturing.errors import InvoerError, RechtError
from sturing.services import delen, scenarios
from sturing.services import prioriteiten as p
from sturing.services.beelden import Bordbeeld, Geweigerd
from sturing.services.concept import eigen_concept
from sturing.services.omgeving import systeem
from sturing.services.scenariobeeld import Scenariosbeeld, Vergelijkbeeld
from sturing.services.scenariolijst import scenariokop, scenariolijst
from sturing.services.scenariovergelijk import vergelijking
from sturing.services.verdeling_json import verdeling
from sturing.store import concepten, logboek

from .conftest import omgeving_met, rijen

PER_ACCOUNT = {w.account: w for w in IDENTITEITEN}
ANNA = PER_ACCOUNT["demo-sm-ruimtelijk"]
BRAM = PER_ACCOUNT["demo-sm-sociaal"]
WETHOUDER = PER_ACCOUNT["demo-wethouder-wonen"]
ZONDER_ROL = PER_ACCOUNT["demo-zonder-rol"]


@pytest.fixture
def omgeving():
    omgeving = omgeving_met(rijen(), demo=True)
    yield omgeving
    omgeving.sluit()


def zet(omgeving, wie, opdracht, plaats):
    antwoord = p.verplaats(omgeving, wie, bord(omgeving, wie).versie, opdracht, plaats)
    assert not antwoord.geweigerd


def bord(omgeving, wie) -> Bordbeeld:
    beeld = p.bord(omgeving, wie)
    assert isinstance(beeld, Bordbeeld)
    return beeld


def lijst(omgeving, wie) -> Scenariosbeeld:
    beeld = scenariolijst(omgeving, wie)
    assert isinstance(beeld, Scenariosbeeld)
    return beeld


def acties(omgeving) -> list[tuple[str, str | None, str | None]]:
    return [
        (regel.actie, regel.oud, regel.nieuw)
        for regel in logboek.lees(omgeving.opslag)
        if regel.actie.startswith("scenario")
    ]


def test_each_scenario_keeps_its_own_changes_and_the_chosen_one_is_shown(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Wonen eerst", "Nobelkwartier moet door")
    zet(omgeving, ANNA, "S3", 2)
    twee = scenarios.maak(omgeving, ANNA, "Groen eerst")
    assert not bord(omgeving, ANNA).wijzigingen
    zet(omgeving, ANNA, "R1", 2)
    scenarios.kies(omgeving, ANNA, een)
    assert bord(omgeving, ANNA).rijen[1].opdracht == "S3"
    assert eigen_concept(omgeving, ANNA).id == een
    beeld = lijst(omgeving, ANNA)
    assert [(r.naam, r.wijzigingen, r.gekozen) for r in beeld.eigen] == [
        ("Groen eerst", 1, False),
        ("Wonen eerst", 1, True),
    ]
    assert beeld.kop.titel == "U heeft 2 scenario’s. U werkt nu in ‘Wonen eerst’."
    assert twee != een


def test_a_name_is_cleaned_bounded_and_logged_with_the_old_one(omgeving):
    een = scenarios.maak(omgeving, ANNA, "  Wonen \n eerst ")
    scenarios.hernoem(omgeving, ANNA, een, "Wonen later", "waarom")
    (regel,) = lijst(omgeving, ANNA).eigen
    assert (regel.naam, regel.omschrijving) == ("Wonen later", "waarom")
    assert acties(omgeving) == [
        ("scenario maken", None, "Wonen eerst"),
        ("scenario hernoemen", "Wonen eerst", "Wonen later"),
    ]
    for naam in ("", "  ", "x" * 61):
        with pytest.raises(InvoerError):
            scenarios.hernoem(omgeving, ANNA, een, naam, "")
    with pytest.raises(InvoerError):
        scenarios.maak(omgeving, ANNA, "goed", "x" * 501)
    assert len(lijst(omgeving, ANNA).eigen) == 1
    assert logboek.verifieer(omgeving.opslag) is None


def test_a_move_writes_no_line_in_the_log(omgeving):
    scenarios.maak(omgeving, ANNA, "Een")
    voor = len(logboek.lees(omgeving.opslag))
    zet(omgeving, ANNA, "S3", 2)
    assert len(logboek.lees(omgeving.opslag)) == voor


def test_the_draft_that_the_first_change_begins_has_the_same_line_as_a_named_one(omgeving):
    zet(omgeving, ANNA, "S3", 2)
    zet(omgeving, ANNA, "S3", 3)
    assert acties(omgeving) == [("scenario maken", None, "Eerste concept")]
    (regel,) = [r for r in logboek.lees(omgeving.opslag) if r.actie == "scenario maken"]
    assert (regel.account, regel.object) == (
        ANNA.account,
        f"scenario {eigen_concept(omgeving, ANNA).id}",
    )


def test_a_first_change_that_moves_nothing_leaves_no_draft_and_no_line(omgeving):
    voor = logboek.lees(omgeving.opslag)
    # The only legal work stays before the rest, wherever it is put.
    p.verplaats(omgeving, ANNA, 0, "W1", 3)
    assert eigen_concept(omgeving, ANNA) is None
    assert logboek.lees(omgeving.opslag) == voor


def test_a_copy_begins_with_the_same_lines_and_goes_its_own_way(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Een")
    zet(omgeving, ANNA, "S3", 2)
    kopie = scenarios.kopieer(omgeving, ANNA, een, "Twee")
    zet(omgeving, ANNA, "R1", 2)
    bron, nieuw = (concepten.lees(omgeving.opslag, n) for n in (een, kopie))
    assert nieuw.regels[0] == bron.regels[0]
    assert (len(bron.regels), len(nieuw.regels)) == (1, 2)
    assert (nieuw.kopie_van, nieuw.basis_levering) == (een, bron.basis_levering)
    assert lijst(omgeving, ANNA).eigen[0].kopie_van == "Een"


def test_an_archived_scenario_is_worked_in_by_nobody_until_it_is_back(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Een")
    zet(omgeving, ANNA, "S3", 2)
    scenarios.archiveer(omgeving, ANNA, een)
    assert eigen_concept(omgeving, ANNA) is None
    beeld = lijst(omgeving, ANNA)
    assert (beeld.eigen, [r.naam for r in beeld.archief]) == ((), ["Een"])
    with pytest.raises(InvoerError, match="gearchiveerd"):
        scenarios.kies(omgeving, ANNA, een)
    scenarios.haal_terug(omgeving, ANNA, een)
    assert len(bord(omgeving, ANNA).wijzigingen) == 1
    assert [a for a, *_ in acties(omgeving)][1:] == ["scenario archiveren", "scenario terughalen"]


def test_what_is_not_shared_is_seen_copied_and_changed_by_nobody_else(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Geheim")
    assert lijst(omgeving, BRAM).open == ()
    for doe in (
        lambda: scenarios.kies(omgeving, BRAM, een),
        lambda: scenarios.kopieer(omgeving, BRAM, een, "Kopie"),
        lambda: scenarios.hernoem(omgeving, BRAM, een, "Mijn", ""),
        lambda: scenarios.archiveer(omgeving, BRAM, een),
        lambda: delen.deelbeeld(omgeving, BRAM, een),
        lambda: delen.maak_link(omgeving, BRAM, een, Deelrecht.KIJKEN),
        lambda: delen.open_link(omgeving, BRAM, een),
        lambda: delen.open_link(omgeving, BRAM, een, "geraden"),
        lambda: delen.open_link(omgeving, BRAM, 999, "geraden"),
        lambda: delen.geef_recht(omgeving, BRAM, een, BRAM.account, Deelrecht.MEEWERKEN),
        lambda: vergelijking(omgeving, BRAM, [een, 999]),
        lambda: scenarios.maak(omgeving, WETHOUDER, "Mag niet"),
        lambda: scenarios.maak(omgeving, ZONDER_ROL, "Mag niet"),
    ):
        with pytest.raises(RechtError):
            doe()
    assert [a for a, *_ in acties(omgeving)] == ["scenario maken"]
    assert isinstance(scenariolijst(omgeving, ZONDER_ROL), Geweigerd)
    assert scenariokop(omgeving, ZONDER_ROL).keuzes == ()


def test_a_link_gives_its_right_at_the_first_use_and_its_key_stands_in_no_log(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Samen")
    link = delen.maak_link(omgeving, ANNA, een, Deelrecht.MEEWERKEN)
    assert len(link.sleutel) >= 40
    geopend = delen.open_link(omgeving, BRAM, een, link.sleutel)
    assert geopend.zin == "U werkt nu mee in ‘Samen’ van Strategisch manager ruimtelijk."
    assert not geopend.eigenaar
    zet(omgeving, BRAM, "S3", 2)
    assert bord(omgeving, ANNA).wijzigingen == bord(omgeving, BRAM).wijzigingen
    assert lijst(omgeving, ANNA).eigen[0].gedeeld_met == (BRAM.naam,)
    assert lijst(omgeving, BRAM).gedeeld[0].recht is Deelrecht.MEEWERKEN
    assert (
        scenariokop(omgeving, BRAM).keuzes[0].naam == "Samen (van Strategisch manager ruimtelijk)"
    )
    assert not any(link.sleutel in str(regel) for regel in logboek.lees(omgeving.opslag))


def test_a_link_gives_who_may_have_no_scenario_a_look_only(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Samen")
    link = delen.maak_link(omgeving, ANNA, een, Deelrecht.MEEWERKEN)
    geopend = delen.open_link(omgeving, WETHOUDER, een, link.sleutel)
    assert geopend.zin.startswith("U kijkt nu mee in")
    with pytest.raises(RechtError):
        p.verplaats(omgeving, WETHOUDER, eigen_concept(omgeving, ANNA).versie, "S3", 2)
    with pytest.raises(RechtError, match="rol"):
        delen.open_link(omgeving, ZONDER_ROL, een, link.sleutel)


def test_a_newer_link_ends_the_one_before(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Samen")
    oud = delen.maak_link(omgeving, ANNA, een, Deelrecht.KIJKEN)
    nieuw = delen.maak_link(omgeving, ANNA, een, Deelrecht.KIJKEN)
    with pytest.raises(RechtError):
        delen.open_link(omgeving, BRAM, een, oud.sleutel)
    delen.trek_link_in(omgeving, ANNA, een)
    with pytest.raises(RechtError):
        delen.open_link(omgeving, BRAM, een, nieuw.sleutel)


def test_who_is_put_out_is_out_at_once_and_the_link_with_it(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Samen")
    link = delen.maak_link(omgeving, ANNA, een, Deelrecht.MEEWERKEN)
    delen.open_link(omgeving, BRAM, een, link.sleutel)
    gezien = bord(omgeving, BRAM).versie
    delen.geef_recht(omgeving, ANNA, een, BRAM.account, None)
    p.verplaats(omgeving, BRAM, gezien, "S3", 2)
    assert concepten.lees(omgeving.opslag, een).regels == ()
    assert lijst(omgeving, BRAM).gedeeld == ()
    with pytest.raises(RechtError):
        delen.open_link(omgeving, BRAM, een, link.sleutel)
    assert delen.deelbeeld(omgeving, ANNA, een).sleutel == ""


def test_only_known_colleagues_can_be_chosen_and_work_only_by_their_role(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Samen")
    with pytest.raises(InvoerError, match="wel meekijken"):
        delen.geef_recht(omgeving, ANNA, een, WETHOUDER.account, Deelrecht.MEEWERKEN)
    for account in ("verzonnen", ANNA.account, ZONDER_ROL.account):
        with pytest.raises(InvoerError):
            delen.geef_recht(omgeving, ANNA, een, account, Deelrecht.KIJKEN)
    delen.geef_recht(omgeving, ANNA, een, WETHOUDER.account, Deelrecht.KIJKEN)
    beeld = delen.deelbeeld(omgeving, ANNA, een)
    assert [(c.naam, c.recht) for c in beeld.deelnemers] == [(WETHOUDER.naam, Deelrecht.KIJKEN)]
    accounts = {c.account: c.kan_meewerken for c in beeld.collegas}
    assert accounts[BRAM.account]
    assert not {WETHOUDER.account, ANNA.account, ZONDER_ROL.account} & set(accounts)


def test_a_role_that_was_taken_away_ends_working_in_a_shared_scenario(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Samen")
    delen.geef_recht(omgeving, ANNA, een, BRAM.account, Deelrecht.MEEWERKEN)
    scenarios.kies(omgeving, BRAM, een)
    zonder = replace(BRAM, toekenningen=())
    with pytest.raises(RechtError):
        scenarios.hernoem(omgeving, zonder, een, "Anders", "")
    with pytest.raises(RechtError):
        scenarios.kies(omgeving, zonder, een)


def test_the_command_calculates_a_shared_scenario_with_the_lines_that_are_on(omgeving):
    een = scenarios.maak(omgeving, ANNA, "Een")
    zet(omgeving, ANNA, "S3", 2)
    horizon = omgeving.horizon()
    volgorde = [
        o["opdracht"] for o in verdeling(omgeving, systeem(), horizon, scenario=een)["opdrachten"]
    ]
    assert volgorde[:2] == ["W1", "S3"]
    concept = concepten.lees(omgeving.opslag, een)
    uit = (replace(concept.regels[0], aan=False),)
    concepten.vervang(omgeving.opslag, een, uit, concept.versie, ANNA.account)
    volgorde = [
        o["opdracht"] for o in verdeling(omgeving, systeem(), horizon, scenario=een)["opdrachten"]
    ]
    assert volgorde[:2] == ["W1", "S1"]


@pytest.fixture
def twee(omgeving):
    """'Wonen' puts S3 on place 2, 'Groen' R1; both of ANNA."""
    wonen = scenarios.maak(omgeving, ANNA, "Wonen")
    zet(omgeving, ANNA, "S3", 2)
    groen = scenarios.maak(omgeving, ANNA, "Groen")
    zet(omgeving, ANNA, "R1", 2)
    return wonen, groen


def vergelijk(omgeving, nummers, wie=ANNA) -> Vergelijkbeeld:
    beeld = vergelijking(omgeving, wie, nummers)
    assert isinstance(beeld, Vergelijkbeeld)
    return beeld


def test_a_comparison_has_a_column_each_and_the_plan_first(omgeving, twee):
    beeld = vergelijk(omgeving, twee)
    assert beeld.kolommen == ("Plan van nu", "Wonen", "Groen")
    assert all(len(r.waarden) == len(r.anders) == 3 for r in beeld.rijen)
    assert not any(r.anders[0] for r in beeld.rijen)


def test_a_comparison_has_only_opdrachten_that_differ_and_not_those_that_made_room(omgeving, twee):
    rijen_ = {
        r.wat: r for r in vergelijk(omgeving, twee).rijen if r.groep == "Opdrachten die verschillen"
    }
    # T2 has 1.375 hours for S1 900, S2 700 and S3 600; T3 has enough for all.
    assert rijen_["Nobelkwartier"].waarden == (
        "plaats 4 · niet haalbaar · 0%",
        "plaats 2 · haalbaar · 100%",
        "plaats 5 · niet haalbaar · 0%",
    )
    assert rijen_["Nobelkwartier"].anders == (False, True, False)
    assert rijen_["Groenonderhoud"].anders == (False, False, True)
    assert "Dorpsplein" not in rijen_
    assert "Reisdocumenten" not in rijen_


def test_the_numbers_of_a_comparison_are_those_of_the_board(omgeving, twee):
    rijen_ = {(r.groep, r.wat): r for r in vergelijk(omgeving, twee).rijen}
    for nummer, kolom in ((twee[0], 1), (twee[1], 2)):
        scenarios.kies(omgeving, ANNA, nummer)
        telling = bord(omgeving, ANNA).telling_na
        for wat, getal in (("Haalbaar", telling.haalbaar), ("Onder druk", telling.onder_druk)):
            assert rijen_["Opdrachten", wat].waarden[kolom].split(" ")[0] == str(getal)


def test_differences_of_key_figures_come_first(omgeving, twee):
    verschilt = [
        r.verschilt
        for r in vergelijk(omgeving, twee).rijen
        if r.groep in ("Opdrachten", "Uren", "Euro's")
    ]
    assert verschilt == sorted(verschilt, reverse=True)
    assert any(verschilt)


def test_one_to_four_different_scenarios_are_compared(omgeving, twee):
    wonen, groen = twee
    for keuze in ([], [wonen, groen, 3, 4, 5]):
        with pytest.raises(InvoerError, match="1 tot en met 4"):
            vergelijking(omgeving, ANNA, keuze)
    for keuze in ([wonen], [wonen, wonen]):
        assert vergelijk(omgeving, keuze).kolommen == ("Plan van nu", "Wonen")


def test_what_only_made_room_is_not_counted_as_the_same_everywhere(omgeving, twee):
    beeld = vergelijk(omgeving, [twee[1]])
    verschillen = [r.wat for r in beeld.rijen if r.groep == "Opdrachten die verschillen"]
    # R1 went from place 5 to 2: S1, S2 and S3 stand one place lower and keep their hours.
    assert verschillen == ["Groenonderhoud"]
    assert beeld.opgeschoven == 3
    assert beeld.verborgen.startswith("4 opdrachten")


def test_hours_per_opdrachtgever_are_the_whole_hours_of_the_board(omgeving, twee):
    stop = w.Parkeer(opdracht=OpdrachtCode("R1"), oude_status=Status.LOPEND)
    versie = concepten.lees(omgeving.opslag, twee[0]).versie
    concepten.vervang(omgeving.opslag, twee[0], [stop], versie, ANNA.account)
    beeld = vergelijk(omgeving, [twee[0]])
    assert beeld.kop.titel.startswith("Haalbare opdrachten in ‘Wonen’: 3, nu 4.")
    rijen_ = {r.wat: r for r in beeld.rijen}
    scenarios.kies(omgeving, ANNA, twee[0])
    effect = bord(omgeving, ANNA).effect
    assert effect is not None
    anders = [r for r in effect.rijen if r.oordeel and not r.totaal]
    assert anders
    for rij in anders:
        voor, na = rijen_[rij.naam].waarden
        assert (voor, na.split(" ")[0]) == (rij.voor, rij.na)


def test_scenarios_without_differences_say_so(omgeving):
    nummers = [scenarios.maak(omgeving, ANNA, naam) for naam in ("Een", "Een")]
    beeld = vergelijk(omgeving, nummers)
    assert beeld.kolommen[1:] == ("Een", "Een (2)")
    assert beeld.kop.titel.endswith("Geen opdracht wijkt af.")
    assert not any(r.verschilt for r in beeld.rijen)


def test_who_sees_a_part_compares_that_part(omgeving, twee):
    leider = replace(
        PER_ACCOUNT["demo-pl-woningbouw"],
        eigen_opdrachten=frozenset({"S3"}),
        toekenningen=tuple(
            replace(t, domein=None) for t in PER_ACCOUNT["demo-pl-woningbouw"].toekenningen
        ),
    )
    for nummer in twee:
        delen.geef_recht(omgeving, ANNA, nummer, leider.account, Deelrecht.KIJKEN)
    beeld = vergelijk(omgeving, twee, leider)
    assert {r.groep for r in beeld.rijen} == {
        "Opdrachten",
        "Uren",
        "Euro's",
        "Opdrachten die verschillen",
    }
    assert {r.wat for r in beeld.rijen if r.groep.endswith("verschillen")} == {"Nobelkwartier"}
    gevraagd = next(r for r in beeld.rijen if (r.groep, r.wat) == ("Uren", "Gevraagd"))
    assert gevraagd.waarden[0] == "600"


def test_only_what_one_may_take_along_goes_into_a_file_of_a_comparison_or_of_the_board(omgeving):
    """ANNA exports the domain ruimtelijk, BRAM sociaal; the board they both read whole."""
    een = scenarios.maak(omgeving, ANNA, "Wonen")
    zet(omgeving, ANNA, "S3", 2)
    rijen_mee = [r for r in vergelijk(omgeving, [een]).rijen if r.mee]
    assert {r.groep for r in rijen_mee} == {"Opdrachten die verschillen"}
    assert {r.wat for r in rijen_mee} >= {"Nobelkwartier"}
    for wie, mee in ((ANNA, {"N1", "R1", "S1", "S2", "S3"}), (BRAM, set())):
        beeld = bord(omgeving, wie)
        assert {r.opdracht for r in beeld.rijen} > mee
        assert p.mee_te_nemen(omgeving, wie, beeld) == mee
