"""The history as it is read: whose levering, what it changed, what stood then, who sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sturing.domain.levering import Bereik
from sturing.domain.tijd import Horizon
from sturing.domain.wie import RechtRol
from sturing.errors import ConflictError, InvoerError, RechtError
from sturing.services import geschiedenis as dienst
from sturing.services import leveringen
from sturing.services.beelden import Geweigerd
from sturing.services.bereiktekst import in_woorden
from sturing.services.geschiedenisbeeld import Historiebeeld
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.tussentijds import tussentijds
from tests.intake.bouwer import goed

from .conftest import omgeving_met, rijen
from .leverproef import alleen, begin, draai_terug, lever, met_rol, voorstel

PLANJAAR = Horizon.planjaar(2027)
ANNA = replace(LOKAAL, account="anna", naam="Teamondersteuner A")
BERT = replace(LOKAAL, account="bert", naam="Teamondersteuner B")
INZET_T01 = ["O1", "T01", "2027-01", "2027-12"]
INZET_T02 = ["O2", "T02", "2027-02", "2027-06"]


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = begin()
    yield omgeving
    omgeving.sluit()


def test_the_answer_says_which_own_levering_can_be_undone(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Inzet", [*INZET_T01, 700]), ANNA)
    lever(omgeving, alleen("Inzet", [*INZET_T02, 300]), BERT)
    van_anna = dienst.historie(omgeving, ANNA)
    assert isinstance(van_anna, Historiebeeld)
    assert van_anna.kop.titel == (
        "Levering 3 is het plan van nu; u kunt uw laatste, 2, ongedaan maken."
    )
    assert van_anna.eigen_laatste == 2
    van_bert = dienst.historie(omgeving, BERT)
    assert isinstance(van_bert, Historiebeeld)
    assert van_bert.kop.titel == (
        "Levering 3 is het plan van nu; die is van u en u kunt haar ongedaan maken."
    )
    lever(omgeving, alleen("Inzet", [*INZET_T01, 800]), BERT)
    later = dienst.historie(omgeving, ANNA)
    assert isinstance(later, Historiebeeld)
    assert later.kop.titel.endswith("uw laatste, 2, kan niet meer ongedaan worden gemaakt.")
    assert later.eigen_laatste is None


def test_the_list_marks_what_was_undone_and_by_which(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Inzet", [*INZET_T01, 700]), ANNA)
    draai_terug(omgeving, 2, BERT)
    beeld = dienst.historie(omgeving, ANNA)
    assert isinstance(beeld, Historiebeeld)
    assert [(r.levering.nummer, r.merk, r.van_mij) for r in beeld.leveringen] == [
        (3, "maakt 2 ongedaan", False),
        (2, "ongedaan gemaakt door 3", True),
        (1, "", False),
    ]
    assert [b.naam for b in beeld.leveringen[1].levering.bestanden] == ["werkboek.xlsx"]


def test_the_difference_of_a_levering_has_old_and_new_values_of_whole_rows(
    omgeving: Omgeving,
) -> None:
    lever(omgeving, alleen("Inzet", ["O1", "T02", "2026-07", "2027-06", 100]))
    lever(
        omgeving,
        {
            **alleen("Inzet", ["O1", "T02", "2026-07", "2027-06", "120,5"]),
            **alleen("Doelen", ["D1", "Betaalbaar wonen", "raadskader", "8", None]),
        },
    )
    beeld = dienst.verschil_van(omgeving, LOKAAL, 3, PLANJAAR)
    assert [(v.blad, v.nieuw, v.gewijzigd, v.vervallen) for v in beeld.bladen] == [
        ("Doelen", 0, 1, 0),
        ("Inzet", 0, 1, 0),
    ]
    [rij] = dienst.rijen_van(omgeving, LOKAAL, 2, 3, "Inzet").rijen
    assert (rij.soort, rij.rij, rij.naam) == (
        "gewijzigd",
        "O1, T02, jul 2026 t/m jun 2027",
        "Spoorzone, Toegang",
    )
    assert rij.wijziging == "uren 100 → 120,50"
    [doel] = dienst.rijen_van(omgeving, LOKAAL, 2, 3, "Doelen").rijen
    assert doel.wijziging == ("bron strategische agenda → raadskader, portefeuillehouder P2 → leeg")


def test_a_rename_is_one_changed_row_and_the_rest_only_moved(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Opdrachten", ["O100", *goed()["Opdrachten"][1][1:-1], "O1"]))
    beeld = dienst.verschil_van(omgeving, LOKAAL, 2, PLANJAAR)
    assert [(v.blad, v.nieuw, v.gewijzigd, v.vervallen) for v in beeld.bladen] == [
        ("Opdrachten", 0, 1, 0)
    ]
    [rij] = dienst.rijen_van(omgeving, LOKAAL, 1, 2, "Opdrachten").rijen
    assert rij.wijziging == "opdracht O1 → O100"
    inzet = dienst.rijen_van(omgeving, LOKAAL, 1, 2, "Inzet")
    assert (inzet.rijen, inzet.verhuisd) == ((), 1)


def test_the_state_after_an_earlier_levering_has_its_rows_hours_and_fte(
    omgeving: Omgeving,
) -> None:
    lever(omgeving, alleen("Inzet", [*INZET_T01, 700]))
    lever(omgeving, alleen("Capaciteit", ["T01", "2027-01", "2027-12", "bezetting", 3]))
    cijfers = []
    for nummer in (1, 2, 3):
        stand = dienst.stand_na(omgeving, LOKAAL, nummer, PLANJAAR)
        [team] = [t for t in stand.teams if t.naam == "Projecten"]
        cijfers.append((dict(stand.bladen)["Inzet"], team.gevraagd.na, team.fte.na))
    assert cijfers == [(2, "1.200", "5,0"), (2, "700", "5,0"), (2, "700", "3,0")]
    rijen_ = dienst.rijen_na(omgeving, LOKAAL, 1, "Inzet")
    assert rijen_.kolommen == ("opdracht", "team", "van", "tot", "uren")
    assert rijen_.rijen[0] == ("O1", "T01", "jan 2027", "dec 2027", "1.200")
    for nummer in (0, 4):
        with pytest.raises(InvoerError, match="bestaat niet"):
            dienst.stand_na(omgeving, LOKAAL, nummer, PLANJAAR)


def test_two_states_are_compared_over_everything_in_between(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Inzet", [*INZET_T01, 700]))
    lever(omgeving, alleen("Opdrachten", ["O100", *goed()["Opdrachten"][1][1:-1], "O1"]))
    lever(omgeving, alleen("Inzet", ["O100", "T01", "2027-01", "2027-12", 900]))
    beeld = dienst.vergelijk(omgeving, LOKAAL, 1, 4, PLANJAAR)
    assert [(v.blad, v.nieuw, v.gewijzigd, v.vervallen) for v in beeld.bladen] == [
        ("Opdrachten", 0, 1, 0),
        ("Inzet", 0, 1, 0),
    ]
    [team] = beeld.teams
    gevraagd = team.gevraagd
    assert (team.naam, gevraagd.voor, gevraagd.na, gevraagd.richting) == (
        "Projecten",
        "1.200",
        "900",
        -1,
    )
    with pytest.raises(InvoerError):
        dienst.vergelijk(omgeving, LOKAAL, 4, 1, PLANJAAR)


def test_the_preview_of_undoing_shows_the_difference_and_what_it_does_to_the_plan(
    omgeving: Omgeving,
) -> None:
    lever(omgeving, alleen("Inzet", [*INZET_T01, 90000]))
    beeld = dienst.ongedaan_beeld(omgeving, LOKAAL, 2, PLANJAAR)
    assert beeld.kop.titel == ("Levering 2 ongedaan maken: 1 rij wijzigt.")
    assert not beeld.waarom_niet
    [blad] = beeld.rijen
    assert [r.wijziging for r in blad.rijen] == ["uren 90.000 → 1.200"]
    assert beeld.gevolg is not None
    assert [t.naam for t in beeld.gevolg.teams] == ["Projecten"]
    assert beeld.gevolg.zin == (
        "Daarna gaat het aantal opdrachten dat niet haalbaar is van 1 naar 0."
    )
    assert omgeving.nummer() == 2, "looking stores nothing"


def test_undoing_that_removes_much_asks_for_the_numbers_first(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Uren", ["nov 2026", "T01", "O1", 9], ["nov 2026", "T02", "O1", 9]))
    beeld = dienst.ongedaan_beeld(omgeving, LOKAAL, 2, PLANJAAR)
    assert beeld.bevestig == "Ik zie dat veel rijen vervallen: blad Uren 2 van 2."


def test_undoing_weighs_what_vanishes_per_team_and_year_as_an_upload_does(
    omgeving: Omgeving,
) -> None:
    def per_maand(team: str, jaar: int, aantal: int) -> list[list[object]]:
        maanden = [f"{jaar + n // 12}-{n % 12 + 1:02}" for n in range(aantal)]
        return [["O1", team, maand, maand, 8] for maand in maanden]

    lever(omgeving, alleen("Inzet", *per_maand("T02", 2030, 24)))
    lever(omgeving, alleen("Inzet", *per_maand("T01", 2029, 2)))
    beeld = dienst.ongedaan_beeld(omgeving, LOKAAL, 3, PLANJAAR)
    assert beeld.bevestig == (
        "Ik zie dat veel rijen vervallen: blad Inzet 2 van 2 (team T01 in 2029 2 van 2)."
    )


def test_a_reader_sees_rows_within_the_own_right_and_counts_of_the_others() -> None:
    omgeving = omgeving_met(rijen())
    van_t1 = met_rol("to1", "Teamondersteuner T1", RechtRol.TEAMONDERSTEUNER, "T1")
    directie = met_rol("dir", "Directeur", RechtRol.DIRECTIE)
    lezer = met_rol("bo", "Wethouder", RechtRol.BESTUUR)
    lever(
        omgeving,
        alleen("Uren", ["okt 2026", "T1", "W1", 9], ["okt 2026", "T2", "S1", 4]),
    )

    def gezien(wie: object) -> tuple[list[str], int]:
        blad = dienst.rijen_van(omgeving, wie, 1, 2, "Uren")
        return [r.rij for r in blad.rijen], blad.verborgen

    eigen, ander = "okt 2026, T1, W1", "okt 2026, T2, S1"
    assert gezien(van_t1) == ([eigen], 1)
    assert gezien(directie) == ([eigen, ander], 0)
    assert gezien(lezer) == ([], 2)
    stand = dienst.rijen_na(omgeving, van_t1, 2, "Uren")
    assert ([r[1] for r in stand.rijen], stand.verborgen) == (["T1"], 2)
    [telling] = dienst.verschil_van(omgeving, lezer, 2, PLANJAAR).bladen
    assert telling.nieuw == 2
    omgeving.sluit()


@pytest.mark.parametrize("blad", ["Medewerkers", "Teamrollen", "Afwezigheid"])
def test_rows_of_persons_are_only_for_who_may_see_hours_by_person(
    omgeving: Omgeving, blad: str
) -> None:
    eigen = met_rol("to", "Teamondersteuner", RechtRol.TEAMONDERSTEUNER, "T02")
    assert len(dienst.rijen_van(omgeving, eigen, 0, 1, blad).rijen) == 1
    for wie in (
        met_rol("to1", "Teamondersteuner", RechtRol.TEAMONDERSTEUNER, "T01"),
        met_rol("bh", "Beheerder", RechtRol.BEHEERDER),
        met_rol("dir", "Directeur", RechtRol.DIRECTIE),
        met_rol("con", "Controller", RechtRol.CONTROLLER),
    ):
        verschil = dienst.rijen_van(omgeving, wie, 0, 1, blad)
        assert (verschil.rijen, verschil.verborgen) == ((), 1)
        stand = dienst.rijen_na(omgeving, wie, 1, blad)
        assert (stand.rijen, stand.verborgen) == ((), 1)
    # Also after the person left the plan, and in a preview of undoing.
    lever(omgeving, alleen("Teamrollen", ["M1", "T02", None, None, 100]))
    beheerder = met_rol("bh", "Beheerder", RechtRol.BEHEERDER)
    for deel in dienst.ongedaan_beeld(omgeving, beheerder, 2, PLANJAAR).rijen:
        assert (deel.blad, deel.rijen, deel.verborgen) == ("Teamrollen", (), 1)


def test_without_a_role_there_is_no_history_and_no_undoing(
    omgeving: Omgeving, niemand: object
) -> None:
    assert isinstance(dienst.historie(omgeving, niemand), Geweigerd)
    with pytest.raises(RechtError):
        dienst.ongedaan_beeld(omgeving, niemand, 1, PLANJAAR)


def test_the_second_of_two_uploads_is_told_who_was_first_and_sees_the_difference_anew(
    omgeving: Omgeving,
) -> None:
    tweede = voorstel(omgeving, alleen("Inzet", [*INZET_T01, 800]), BERT)
    assert tussentijds(omgeving, BERT, tweede.op_levering, tweede.beoordeling.bereiken) is None
    lever(omgeving, alleen("Inzet", [*INZET_T01, 700]), ANNA)
    with pytest.raises(ConflictError):
        leveringen.neem_over(
            omgeving, BERT, tweede, let_op_gezien=True, verwijdering_bevestigd=True
        )
    tussen = tussentijds(omgeving, BERT, tweede.op_levering, tweede.beoordeling.bereiken)
    assert tussen is not None
    assert tussen.zinnen == (
        "Intussen heeft Teamondersteuner A levering 2 opgeslagen: Inzet van T01. "
        "Dat raakt ook uw bestand.",
    )
    assert tussen.zelfde
    assert tussen.gevolg == "U ziet nu het nieuwe verschil. Bekijk het en bevestig opnieuw."
    opnieuw = voorstel(omgeving, alleen("Inzet", [*INZET_T01, 800]), BERT)
    [mutatie] = opnieuw.beoordeling.mutaties
    assert mutatie.oud is not None
    assert mutatie.oud["uren_honderdste"] == 70000


def test_a_second_upload_of_other_rows_is_told_as_well(omgeving: Omgeving) -> None:
    tweede = voorstel(omgeving, alleen("Uren", ["nov 2026", "T02", "O1", 9]), BERT)
    lever(omgeving, alleen("Inzet", [*INZET_T01, 700]), ANNA)
    lever(omgeving, alleen("Normen", [2028, None, 36]), BERT)
    tussen = tussentijds(omgeving, BERT, tweede.op_levering, tweede.beoordeling.bereiken)
    assert tussen is not None
    assert not tussen.zelfde
    assert tussen.zinnen == (
        "Intussen heeft Teamondersteuner A levering 2 opgeslagen: Inzet van T01.",
        "Intussen heeft u levering 3 opgeslagen: Normen.",
    )


def test_scopes_in_words_name_no_person_and_count_what_is_too_much() -> None:
    def b(blad: str, *sleutel: object) -> Bereik:
        return Bereik(blad=blad, sleutel=sleutel)

    assert in_woorden([b("Inzet", "T07", 2027), b("Capaciteit", "T07", 2027, "inhuur")]) == (
        "Capaciteit en Inzet van T07"
    )
    assert in_woorden([b("Medewerkers", "M1"), b("Afwezigheid", "M1", 2027)]) == (
        "Medewerkers en Afwezigheid"
    )
    assert in_woorden([b("Uren", f"T{n}", None) for n in range(9)]) == (
        "Uren van T0, T1, T2 en 6 andere"
    )
    assert in_woorden([]) == ""
