"""Undoing puts exactly its own scopes back, and says who stands in the way when it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sturing.domain.keuzes import Status
from sturing.domain.levering import Bereik, gedeeld
from sturing.domain.wie import RechtRol
from sturing.domain.wijziging import Parkeer
from sturing.errors import ConflictError, InvoerError, RechtError
from sturing.intake.standverschil import verschil_tussen
from sturing.services import leveringen as dienst
from sturing.services import terugdraaien, toestanden
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store import beheer, concepten, logboek
from sturing.store import leveringen as register
from sturing.store.geschiedenis import bereiken_van, toestand_na
from sturing.store.plan import lees_besloten_rang
from sturing.store.sql_tekst import sql
from tests.intake.bouwer import goed

from .conftest import omgeving_met, rijen
from .leverproef import alleen, begin, draai_terug, lever, met_rol, stand, voorstel

ANNA = replace(LOKAAL, account="anna", naam="Teamondersteuner A")
BERT = replace(LOKAAL, account="bert", naam="Teamondersteuner B")
O100 = ["O100", *goed()["Opdrachten"][1][1:-1], "O1"]
"""The row of O1 under the code O100."""
T40 = ["T40", *goed()["Teams"][1][1:-1], "T01"]

PER_SOORT = {
    "upsert, changed and new": {
        **alleen("Doelen", ["D1", "Anders wonen", "raadskader", "8", "P2"]),
        **alleen("Programmas", ["8", "Wonen", "P2"], ["9", "Nieuw", None]),
    },
    "Begroting per programma and jaar": alleen("Begroting", ["8", 2027, "8.3", 10, None, None]),
    "Gebiedsagenda per gebied": alleen(
        "Gebiedsagenda", ["BIL", None, "Te weinig groen", "vraagstuk", None, None, None, None, None]
    ),
    "Capaciteit of a team and year": alleen(
        "Capaciteit", ["T01", "2027-03", "2027-12", "inhuur", 2]
    ),
    "Capaciteit over a year end": alleen(
        "Capaciteit", ["T01", "2027-07", "2028-06", "bezetting", "4,25"]
    ),
    "Medewerkers and their roles": {
        **alleen("Medewerkers", ["M1", 32, "vast"], ["M2", 18, "tijdelijk"]),
        **alleen("Teamrollen", ["M2", "T02", None, None, 50], ["M1", "T02", "2027-03", None, 40]),
    },
    "Afwezigheid per medewerker and jaar": alleen(
        "Afwezigheid", ["M1", "jan 2027", "feb 2027", 50]
    ),
    "Inzet of a team and year": alleen("Inzet", ["O2", "T01", "2027-01", "2027-03", 50]),
    "Inzet over a year end": alleen("Inzet", ["O1", "T01", "2027-11", "2028-02", 40]),
    "Inzet over three years, in two rows": alleen(
        "Inzet", ["O1", "T02", "2026-07", "2028-06", 300], ["O2", "T02", "2027-03", "2027-09", 7]
    ),
    "Uren per team and maand": alleen("Uren", ["okt 2026", "T01", "O2", 8]),
    "Besteding per opdracht and maand": alleen("Besteding", ["O1", "okt 2026", 1]),
    "Teamplannen per team and jaar": alleen("Teamplannen", ["T01", 2027, 2, None, "Tweede"]),
    "Normen": alleen("Normen", [2027, "T01", 38], [2027, None, 36]),
    "one row with zero hours": alleen("Inzet", ["O2", "T01", "2027-01", "2027-12", 0]),
    "an opdracht renamed": {
        **alleen("Opdrachten", O100),
        **alleen("Inzet", ["O100", "T01", "2027-01", "2027-12", 900]),
    },
    "a team renamed": alleen("Teams", T40),
}


@pytest.fixture
def omgeving() -> Iterator[Omgeving]:
    omgeving = begin()
    yield omgeving
    omgeving.sluit()


@pytest.mark.parametrize("naam", list(PER_SOORT))
def test_undoing_gives_exactly_the_rows_of_before(omgeving: Omgeving, naam: str) -> None:
    voor = stand(omgeving)
    gemaakt = voorstel(omgeving, PER_SOORT[naam])
    lever(omgeving, PER_SOORT[naam])
    na = stand(omgeving)
    assert na != voor
    gezien = terugdraaien.bekijk(omgeving, LOKAAL, 2)
    assert gezien.bezwaar is None
    terug = draai_terug(omgeving, 2)
    assert (terug.nummer, terug.maakt_ongedaan) == (3, 2)
    assert stand(omgeving) == voor == toestand_na(omgeving.opslag, 1)
    assert terug.verschil == gezien.telling
    # And undoing that is the file again.
    assert draai_terug(omgeving, 3).maakt_ongedaan == 3
    assert stand(omgeving) == na
    assert beheer.controleer(omgeving.opslag) == ()
    heen = {
        v.blad: (v.telling.nieuw, v.telling.gewijzigd, v.telling.vervallen)
        for v in verschil_tussen(voor, na, toestanden.codes_tussen(omgeving, 1, 2))
        if v.rijen
    }
    geteld = {
        v.blad: (v.nieuw, v.gewijzigd, v.vervallen)
        for v in gemaakt.beoordeling.verschil
        if v.nieuw or v.gewijzigd or v.vervallen
    }
    assert heen == geteld


def test_undoing_after_another_upload_in_other_scopes_leaves_that_one_alone(
    omgeving: Omgeving,
) -> None:
    lever(omgeving, alleen("Inzet", ["O1", "T01", "2027-01", "2027-12", 700]), ANNA)
    lever(omgeving, alleen("Inzet", ["O2", "T02", "2027-03", "2027-09", 300]), BERT)
    van_bert = [r for r in stand(omgeving)["Inzet"] if r["team"] == "T02"]
    draai_terug(omgeving, 2, ANNA)
    na = stand(omgeving)
    assert [r for r in na["Inzet"] if r["team"] == "T02"] == van_bert
    assert [r for r in na["Inzet"] if r["team"] == "T01"] == [
        r for r in toestand_na(omgeving.opslag, 1)["Inzet"] if r["team"] == "T01"
    ]
    assert {blad: rijen_ for blad, rijen_ in na.items() if blad != "Inzet"} == {
        blad: rijen_ for blad, rijen_ in toestand_na(omgeving.opslag, 3).items() if blad != "Inzet"
    }


def test_a_later_levering_of_the_same_scope_stands_in_the_way_and_is_named(
    omgeving: Omgeving,
) -> None:
    lever(omgeving, alleen("Inzet", ["O1", "T01", "2027-01", "2027-12", 700]), ANNA)
    lever(omgeving, alleen("Inzet", ["O1", "T01", "2027-01", "2027-12", 800]), BERT)
    voor = stand(omgeving)
    with pytest.raises(ConflictError) as fout:
        draai_terug(omgeving, 2, ANNA)
    assert "Levering 3 van Teamondersteuner B" in fout.value.message
    assert "Inzet van T01" in fout.value.message
    assert "levering 3 ongedaan" in fout.value.hint
    assert stand(omgeving) == voor
    assert omgeving.nummer() == 3


def test_a_later_file_that_only_confirmed_the_rows_touched_the_scope_as_well(
    omgeving: Omgeving,
) -> None:
    werk = alleen("Inzet", ["O1", "T01", "2027-01", "2027-12", 700])
    lever(omgeving, werk, ANNA)
    bevestigd = lever(omgeving, werk, BERT)
    assert not bevestigd.verschil[0].gewijzigd
    with pytest.raises(ConflictError, match=re.escape("Levering 3 van Teamondersteuner B")):
        draai_terug(omgeving, 2, ANNA)
    with pytest.raises(InvoerError, match="veranderde niets"):
        draai_terug(omgeving, 3, BERT)


@pytest.mark.parametrize(
    ("eerst", "later", "raakt"),
    [
        # The part of a row over a year end against a file that is complete for that year.
        (
            ["O1", "T01", "2027-11", "2028-02", 40],
            ["O2", "T01", "2028-03", "2028-04", 5],
            "2028 is complete",
        ),
        (["O2", "T01", "2028-03", "2028-04", 5], ["O1", "T01", "2027-11", "2028-02", 40], "2028"),
        # Two rows over the same year end: of one opdracht they share a scope, of two they do not.
        (
            ["O1", "T01", "2027-11", "2028-02", 40],
            ["O1", "T01", "2028-11", "2029-02", 40],
            "2028 of O1",
        ),
        (["O1", "T01", "2027-11", "2028-02", 40], ["O2", "T01", "2027-11", "2028-02", 40], None),
        (["O1", "T01", "2027-11", "2028-02", 40], ["O1", "T02", "2027-11", "2028-02", 40], None),
    ],
)
def test_year_ends_share_a_scope_only_where_they_meet(
    omgeving: Omgeving, eerst: list[object], later: list[object], raakt: str | None
) -> None:
    voor = stand(omgeving)
    lever(omgeving, alleen("Inzet", eerst))
    lever(omgeving, alleen("Inzet", later))
    if raakt:
        with pytest.raises(ConflictError, match="Levering 3 van"):
            draai_terug(omgeving, 2)
        return
    draai_terug(omgeving, 2)
    sleutel = (later[0], later[1])
    van_later = [r for r in stand(omgeving)["Inzet"] if (r["opdracht"], r["team"]) == sleutel]
    assert van_later == [
        r for r in toestand_na(omgeving.opslag, 3)["Inzet"] if (r["opdracht"], r["team"]) == sleutel
    ]
    anders = [r for r in stand(omgeving)["Inzet"] if r not in van_later]
    assert anders == [r for r in voor["Inzet"] if (r["opdracht"], r["team"]) != sleutel]


def test_the_recorded_scopes_are_those_of_the_contract(omgeving: Omgeving) -> None:
    lever(
        omgeving,
        {
            **alleen(
                "Inzet",
                ["O1", "T01", "2027-11", "2028-02", 40],
                ["O2", "T01", "2027-01", "2027-02", 40],
            ),
            **alleen("Uren", ["okt 2026", "T01", "O1", "58:30"]),
            **alleen("Normen", [2027, None, 36]),
        },
    )
    assert set(bereiken_van(omgeving.opslag, 2, 2)[2]) == {
        Bereik(blad="Inzet", sleutel=("T01", 2027)),
        Bereik(blad="Inzet", sleutel=("T01", 2028, "O1")),
        Bereik(blad="Uren", sleutel=("T01", date(2026, 10, 1))),
        Bereik(blad="Normen", sleutel=(2027, None)),
    }


def test_scopes_share_rows_when_one_holds_the_other() -> None:
    def b(*sleutel: object, blad: str = "Inzet") -> Bereik:
        return Bereik(blad=blad, sleutel=sleutel)

    assert gedeeld([b("T1", 2027)], [b("T1", 2027, "O1")]) == [b("T1", 2027, "O1")]
    assert gedeeld([b("T1", 2027, "O1")], [b("T1", 2027)]) == [b("T1", 2027)]
    assert gedeeld([b()], [b("T1", 2027)]) == [b("T1", 2027)]
    assert gedeeld([b("T1", 2027, "O1")], [b("T1", 2027, "O2"), b("T1", 2028)]) == []
    assert gedeeld([b("T1", 2027)], [b("T1", 2027, blad="Capaciteit")]) == []


def test_a_rename_touches_everything_under_both_codes(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Uren", ["okt 2026", "T01", "O1", 9]), ANNA)
    lever(omgeving, alleen("Opdrachten", O100), BERT)
    with pytest.raises(ConflictError, match="Levering 3 van Teamondersteuner B"):
        draai_terug(omgeving, 2, ANNA)
    lever(omgeving, alleen("Uren", ["okt 2026", "T01", "O100", 10]), ANNA)
    with pytest.raises(ConflictError, match="Levering 4 van Teamondersteuner A"):
        draai_terug(omgeving, 3, BERT)


def test_rows_that_would_come_back_under_a_code_that_was_renamed_since_are_refused(
    omgeving: Omgeving,
) -> None:
    # Levering 2 takes the only row of O2 of team T02 away; then O2 gets another code.
    lever(omgeving, alleen("Inzet", ["O1", "T02", "2027-02", "2027-06", 1]), ANNA)
    nieuw = ["O200", *goed()["Opdrachten"][2][1:-1], "O2"]
    lever(omgeving, alleen("Opdrachten", nieuw), BERT)
    with pytest.raises(ConflictError) as fout:
        draai_terug(omgeving, 2, ANNA)
    assert "Opdracht 'O2' bestaat niet meer sinds levering 3 van Teamondersteuner B" in str(
        fout.value
    )
    assert omgeving.nummer() == 3


def test_a_code_that_is_used_since_is_not_taken_away_and_the_user_of_it_is_named(
    omgeving: Omgeving,
) -> None:
    nieuw = ["O3", "Nieuw werk", "regulier", "idee", "P1"]
    kop: list[object] = ["opdracht", "naam", "soort werk", "status", "opdrachtgever"]
    lever(omgeving, alleen("Opdrachten", nieuw, kop=kop), ANNA)
    lever(omgeving, alleen("Inzet", ["O3", "T02", "2028-01", "2028-12", 5]), BERT)
    lever(omgeving, alleen("Uren", ["okt 2026", "T02", "O2", 5]), ANNA)
    voor = stand(omgeving)
    with pytest.raises(ConflictError) as fout:
        draai_terug(omgeving, 2, ANNA)
    assert "Opdracht 'O3' wordt nog gebruikt op Inzet, door levering 3 van Teamondersteuner B" in (
        fout.value.message
    )
    assert stand(omgeving) == voor
    draai_terug(omgeving, 3, BERT)
    draai_terug(omgeving, 2, ANNA)
    assert not [r for r in stand(omgeving)["Opdrachten"] if r["opdracht"] == "O3"]


def test_a_rule_across_rows_that_undoing_would_break_is_said_and_nothing_is_stored(
    omgeving: Omgeving,
) -> None:
    def agenda(gebied: str, deel: int) -> list[object]:
        return [gebied, "O1", None, None, deel, None, None, None, None]

    lever(omgeving, alleen("Gebiedsagenda", agenda("BIL", 10)), ANNA)
    lever(omgeving, alleen("Gebiedsagenda", agenda("GEM", 90)), BERT)
    with pytest.raises(ConflictError) as fout:
        draai_terug(omgeving, 2, ANNA)
    assert "Levering 3 van Teamondersteuner B" in fout.value.message
    assert "Gebiedsagenda van GEM" in fout.value.message
    assert "meer dan 100%" in fout.value.message
    assert beheer.controleer(omgeving.opslag) == ()
    assert omgeving.nummer() == 3


def test_a_levering_is_undone_once_and_the_message_says_by_which(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Uren", ["okt 2026", "T01", "O1", 9]), ANNA)
    draai_terug(omgeving, 2, BERT)
    with pytest.raises(ConflictError, match="al ongedaan gemaakt, door levering 3 van Teamonder"):
        draai_terug(omgeving, 2, ANNA)


def test_what_was_undone_itself_does_not_stand_in_the_way_of_an_earlier_levering(
    omgeving: Omgeving,
) -> None:
    voor = stand(omgeving)
    for uren in (10, 20):
        lever(omgeving, alleen("Inzet", ["O2", "T01", "2027-01", "2027-03", uren]))
    with pytest.raises(ConflictError, match="Levering 3"):
        draai_terug(omgeving, 2)
    draai_terug(omgeving, 3)
    draai_terug(omgeving, 2)
    assert stand(omgeving) == voor
    assert beheer.controleer(omgeving.opslag) == ()
    draai_terug(omgeving, 5)  # the undoing of 2 undone: 2 counts again, and can be undone again
    draai_terug(omgeving, 2)
    assert stand(omgeving) == voor
    assert beheer.controleer(omgeving.opslag) == ()


def test_drafts_and_the_decided_order_follow_an_undone_rename(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Opdrachten", O100))
    concept = concepten.maak(omgeving.opslag, naam="C", eigenaar="anna", basis_levering=2)
    concepten.voeg_toe(
        omgeving.opslag,
        concept.id,
        Parkeer(opdracht="O100", oude_status=Status.LOPEND),
        concept.versie,
    )
    with omgeving.opslag.schrijven() as cursor:
        cursor.execute(sql("plan/voeg_rang_in"), {"opdracht": "O100", "plaats": 1})
    draai_terug(omgeving, 2)
    assert dict(lees_besloten_rang(omgeving.opslag)) == {"O1": 1}
    assert concepten.lees(omgeving.opslag, concept.id).wijzigingen == (
        Parkeer(opdracht="O1", oude_status=Status.LOPEND),
    )


def test_a_decision_taken_in_between_stays(omgeving: Omgeving) -> None:
    kop: list[object] = ["opdracht", "naam", "soort werk", "status", "opdrachtgever"]
    lever(omgeving, alleen("Opdrachten", ["O3", "Nieuw", "regulier", "gepland", "P1"], kop=kop))
    with omgeving.opslag.schrijven() as cursor:
        for plaats, code in enumerate(("O3", "O2", "O1"), start=1):
            cursor.execute(sql("plan/voeg_rang_in"), {"opdracht": code, "plaats": plaats})
    draai_terug(omgeving, 2)
    assert dict(lees_besloten_rang(omgeving.opslag)) == {"O3": 1, "O2": 2, "O1": 3}
    assert [r.opdracht for r in omgeving.basis().uitkomst.effecten.opdrachten] == ["O2", "O1"]


def test_emptying_the_demonstration_is_undone_until_anything_came_after_it() -> None:
    demo = omgeving_met(rijen(), demo=True)
    voor = stand(demo)
    dienst.maak_leeg(demo, LOKAAL)
    draai_terug(demo, 2)
    assert stand(demo) == voor
    dienst.maak_leeg(demo, LOKAAL)
    lever(demo, {"Programmas": [*goed()["Programmas"][:1], ["P9", "Los", None]]}, BERT)
    with pytest.raises(ConflictError, match="Levering 5 van Teamondersteuner B"):
        draai_terug(demo, 4)
    demo.sluit()


def test_a_levering_without_recorded_scopes_is_judged_by_its_mutations(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Inzet", ["O1", "T01", "2027-01", "2027-12", 700]), ANNA)
    lever(omgeving, alleen("Inzet", ["O1", "T01", "2027-01", "2027-12", 800]), BERT)
    lever(omgeving, alleen("Inzet", ["O2", "T02", "2027-03", "2027-09", 300]), ANNA)
    with omgeving.opslag.schrijven() as cursor:
        cursor.execute("delete from levering_bereik")
    with pytest.raises(ConflictError, match="Levering 3 van Teamondersteuner B"):
        draai_terug(omgeving, 2, ANNA)
    draai_terug(omgeving, 3, BERT)
    assert ("T01", 70000) in {(r["team"], r["uren_honderdste"]) for r in stand(omgeving)["Inzet"]}


def test_undoing_asks_the_right_to_bring_these_rows_now() -> None:
    omgeving = omgeving_met(rijen())
    van_t1 = met_rol("to1", "Teamondersteuner T1", RechtRol.TEAMONDERSTEUNER, "T1")
    van_t2 = met_rol("to2", "Teamondersteuner T2", RechtRol.TEAMONDERSTEUNER, "T2")
    beheerder = met_rol("bh", "Beheerder", RechtRol.BEHEERDER)
    lezer = met_rol("dir", "Directeur", RechtRol.DIRECTIE)
    lever(omgeving, alleen("Uren", ["okt 2026", "T1", "W1", 9]), van_t1)
    for wie in (van_t2, lezer, replace(van_t1, toekenningen=())):
        with pytest.raises(RechtError):
            draai_terug(omgeving, 2, wie)
    assert omgeving.nummer() == 2
    assert draai_terug(omgeving, 2, beheerder).nummer == 3
    # A changed row that comes back has no cell, and still asks the right of its team.
    assert draai_terug(omgeving, 3, van_t1).nummer == 4
    with pytest.raises(RechtError):
        draai_terug(omgeving, 4, van_t2)
    omgeving.sluit()


def test_the_difference_that_was_seen_is_the_one_that_is_stored(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Uren", ["okt 2026", "T01", "O1", 9]), ANNA)
    gezien = terugdraaien.bekijk(omgeving, ANNA, 2)
    lever(omgeving, alleen("Normen", [2028, None, 36]), BERT)
    with pytest.raises(ConflictError, match="Intussen is levering 3 opgeslagen"):
        terugdraaien.maak_ongedaan(omgeving, ANNA, 2, gezien.op_levering)
    assert omgeving.nummer() == 3


def test_undoing_stands_in_the_register_and_the_log(omgeving: Omgeving) -> None:
    lever(omgeving, alleen("Uren", ["okt 2026", "T01", "O1", 9]), ANNA)
    draai_terug(omgeving, 2, BERT)
    laatste = register.laatste(omgeving.opslag)
    assert laatste is not None
    assert (laatste.nummer, laatste.naam, laatste.maakt_ongedaan, laatste.bestanden) == (
        3,
        "Teamondersteuner B",
        2,
        (),
    )
    regels = [(r.account, r.actie, r.object) for r in logboek.lees(omgeving.opslag)][-2:]
    assert regels == [
        ("bert", "levering opslaan", "levering 3"),
        ("bert", "levering ongedaan maken", "levering 2"),
    ]
    assert beheer.controleer(omgeving.opslag) == ()


def test_a_number_that_was_never_given_out_is_refused_in_words(omgeving: Omgeving) -> None:
    for nummer in (0, 2, -1):
        with pytest.raises(InvoerError, match="bestaat niet"):
            terugdraaien.bekijk(omgeving, LOKAAL, nummer)
