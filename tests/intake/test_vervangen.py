"""What an upload replaces, sheet by sheet, against rows that can be counted by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sturing.intake.aaneen import voeg_aaneen
from tests.intake.bouwer import Bladen, Opslag, bewaar, gevonden, goed, keur, koppen, lever, telling


def alleen(blad: str, *rijen: list[object], kop: list[object] | None = None) -> Bladen:
    return {blad: [kop or koppen(blad), *rijen]}


def begin() -> Opslag:
    return lever({}, goed())


def inzet(opslag: Opslag) -> set[tuple[object, ...]]:
    return {
        (r["opdracht"], r["team"], str(r["van"]), str(r["tot"]), r["uren_honderdste"])
        for r in opslag["Inzet"]
    }


def test_a_file_is_complete_for_a_team_and_year_with_a_row_wholly_in_that_year() -> None:
    opslag = begin()
    oordeel = keur(alleen("Inzet", ["O2", "T01", "2027-01", "2027-03", 50]), opslag)
    assert telling(oordeel, "Inzet") == (1, 0, 1, 0)
    assert inzet(bewaar(opslag, oordeel)) == {
        ("O2", "T01", "2027-01-01", "2027-03-31", 5000),
        ("O2", "T02", "2027-02-01", "2027-06-30", 23450),
    }


def test_a_file_says_nothing_about_other_years_of_the_team() -> None:
    opslag = lever(begin(), alleen("Inzet", ["O1", "T01", "2028-01", "2028-12", 10]))
    assert ("O1", "T01", "2027-01-01", "2027-12-31", 120000) in inzet(opslag)
    assert ("O1", "T01", "2028-01-01", "2028-12-31", 1000) in inzet(opslag)


def test_a_row_over_a_year_end_is_stored_in_parts_that_add_up() -> None:
    opslag = lever(begin(), alleen("Inzet", ["O1", "T02", "2026-07", "2027-06", 100]))
    delen = [r for r in opslag["Inzet"] if (r["opdracht"], r["team"]) == ("O1", "T02")]
    assert [(r["van"], r["tot"], r["volgnr"]) for r in delen] == [
        (date(2026, 7, 1), date(2026, 12, 31), 1),
        (date(2027, 1, 1), date(2027, 6, 30), 2),
    ]
    # 131 working days in the second half of 2026, 123 in the first half of 2027.
    assert [r["uren_honderdste"] for r in delen] == [5157, 4843]


def test_a_row_over_a_year_end_replaces_only_overlapping_parts_of_the_same_opdracht() -> None:
    opslag = lever(
        begin(),
        alleen(
            "Inzet",
            ["O1", "T02", "2027-01", "2027-02", 10],
            ["O1", "T02", "2027-09", "2027-12", 20],
            ["O2", "T02", "2027-10", "2027-12", 30],
        ),
    )
    oordeel = keur(alleen("Inzet", ["O1", "T02", "2027-11", "2028-02", 40]), opslag)
    na = {(r[0], r[2]) for r in inzet(bewaar(opslag, oordeel)) if r[1] == "T02"}
    assert na == {
        ("O1", "2027-01-01"),
        ("O2", "2027-10-01"),
        ("O1", "2027-11-01"),
        ("O1", "2028-01-01"),
    }
    assert telling(oordeel, "Inzet") == (0, 1, 0, 0)


def test_of_rows_of_one_opdracht_and_team_only_window_or_hours_changed() -> None:
    opslag = begin()
    anders = alleen("Inzet", ["O1", "T01", "2027-03", "2027-12", 1100])
    assert telling(keur(anders, opslag), "Inzet") == (0, 1, 0, 0)
    erbij = alleen(
        "Inzet", ["O1", "T01", "2027-01", "2027-12", 1200], ["O1", "T01", "2027-03", "2027-12", 9]
    )
    assert telling(keur(erbij, opslag), "Inzet") == (1, 0, 0, 0)


def test_parts_of_one_row_count_once() -> None:
    opslag = begin()
    rij: list[object] = ["O1", "T02", "2026-07", "2028-06", 300]
    eerste = keur(alleen("Inzet", rij), opslag)
    assert telling(eerste, "Inzet") == (1, 0, 0, 0)
    assert sum(1 for m in eerste.mutaties if m.nieuw) == 3
    opslag = bewaar(opslag, eerste)
    assert keur(alleen("Inzet", rij), opslag).mutaties == ()
    meer: list[object] = [*rij[:4], 301]
    assert telling(keur(alleen("Inzet", meer), opslag), "Inzet") == (0, 1, 0, 0)


def test_two_rows_that_a_person_gave_apart_stay_two_rows() -> None:
    opslag = begin()
    twee = alleen(
        "Capaciteit",
        ["T01", "2027-01", "2027-12", "bezetting", 5],
        ["T01", "2028-01", "2028-12", "bezetting", 5],
    )
    oordeel = keur(twee, opslag)
    assert telling(oordeel, "Capaciteit") == (1, 0, 0, 0)
    assert len(voeg_aaneen("Capaciteit", bewaar(opslag, oordeel)["Capaciteit"])) == 2
    een = alleen("Capaciteit", ["T02", "2027-01", "2028-12", "bezetting", 5])
    oordeel = keur(een, opslag)
    assert telling(oordeel, "Capaciteit") == (1, 0, 0, 0)
    assert len(voeg_aaneen("Capaciteit", bewaar(opslag, oordeel)["Capaciteit"])) == 2


def test_two_stored_parts_with_the_same_window_both_stay() -> None:
    werk = alleen(
        "Inzet", ["O1", "T01", "2026-01", "2027-12", 100], ["O1", "T01", "2027-01", "2027-12", 7]
    )
    opslag = lever(begin(), werk)
    van_2027 = [
        (r["uren_honderdste"], r["volgnr"])
        for r in opslag["Inzet"]
        if r["team"] == "T01" and r["van"] == date(2027, 1, 1)
    ]
    assert sorted(van_2027) == [(700, 1), (5010, 2)]
    assert keur(werk, opslag).mutaties == ()


def test_one_row_with_zero_hours_empties_a_team_and_year() -> None:
    opslag = begin()
    oordeel = keur(alleen("Inzet", ["O2", "T01", "2027-01", "2027-12", 0]), opslag)
    assert ("O1", "T01", "2027-01-01", "2027-12-31", 120000) not in inzet(bewaar(opslag, oordeel))
    assert oordeel.grote_verwijdering is not None


def test_an_absent_column_leaves_the_value_and_an_empty_cell_clears_it() -> None:
    opslag = begin()
    kop: list[object] = ["team", "naam", "soort", "domein"]
    zonder = keur(alleen("Teams", ["T01", "Projecten", "opgave", "ruimtelijk"], kop=kop), opslag)
    assert zonder.mutaties == ()
    assert telling(zonder, "Teams") == (0, 0, 0, 1)
    leeg = keur(
        alleen(
            "Teams", ["T01", "Projecten", "opgave", "ruimtelijk", None], kop=[*kop, "begeleiding"]
        ),
        opslag,
    )
    [mutatie] = leeg.mutaties
    assert mutatie.oud is not None
    assert mutatie.nieuw is not None
    assert (mutatie.oud["begeleiding"], mutatie.nieuw["begeleiding"]) == ("coachend", None)
    assert mutatie.nieuw["zelforganisatie"] == 3
    assert telling(leeg, "Teams") == (0, 1, 0, 1)


def test_a_row_that_is_missing_from_an_upsert_sheet_stays() -> None:
    opslag = begin()
    oordeel = keur(
        alleen(
            "Opdrachten",
            ["O3", "Nieuw werk", "regulier", "idee", "P1"],
            kop=["opdracht", "naam", "soort werk", "status", "opdrachtgever"],
        ),
        opslag,
    )
    assert telling(oordeel, "Opdrachten") == (1, 0, 0, 2)
    assert len(bewaar(opslag, oordeel)["Opdrachten"]) == 3


def test_begroting_is_replaced_per_programma_and_jaar() -> None:
    opslag = lever(begin(), alleen("Begroting", ["8", 2028, "8.1", 5, None, None]))
    oordeel = keur(alleen("Begroting", ["8", 2027, "8.3", 10, None, None]), opslag)
    assert telling(oordeel, "Begroting") == (1, 0, 1, 0)
    na = bewaar(opslag, oordeel)["Begroting"]
    assert {(r["jaar"], r["taakveld"], r["lasten_cent"]) for r in na} == {
        (2028, "8.1", 500),
        (2027, "8.3", 1000),
    }


def test_gebiedsagenda_is_replaced_per_gebied_and_adds_shares_to_stored_ones() -> None:
    opslag = begin()
    nieuw = ["GEM", "O1", None, None, 41, None, None, None, None]
    assert gevonden(keur(alleen("Gebiedsagenda", nieuw), opslag)) == {
        "AANDEEL_BOVEN_100 Gebiedsagenda!E2"
    }
    nieuw[4] = 40
    assert len(lever(opslag, alleen("Gebiedsagenda", nieuw))["Gebiedsagenda"]) == 2
    nieuw[0], nieuw[4] = "BIL", 100
    assert telling(keur(alleen("Gebiedsagenda", nieuw), opslag), "Gebiedsagenda") == (0, 1, 0, 0)


def test_uren_are_replaced_per_team_and_maand() -> None:
    opslag = lever(begin(), alleen("Uren", ["nov 2026", "T01", "O1", 5]))
    na = lever(opslag, alleen("Uren", ["okt 2026", "T01", "O2", 8], ["okt 2026", "T02", "O2", 9]))
    assert {(str(r["maand"]), r["team"], r["opdracht"]) for r in na["Uren"]} == {
        ("2026-11-01", "T01", "O1"),
        ("2026-10-01", "T01", "O2"),
        ("2026-10-01", "T02", "O2"),
    }


def test_besteding_is_replaced_per_opdracht_and_maand() -> None:
    opslag = begin()
    na = lever(opslag, alleen("Besteding", ["O1", "okt 2026", 1], ["O2", "okt 2026", 2]))
    assert sorted(r["euro_cent"] for r in na["Besteding"]) == [100, 200]


def test_teamplannen_are_complete_per_team_and_jaar() -> None:
    opslag = begin()
    regel = ["T01", 2027, 2, None, "Tweede resultaat"]
    assert telling(keur(alleen("Teamplannen", regel), opslag), "Teamplannen") == (1, 0, 1, 0)
    regel[1] = 2028
    assert telling(keur(alleen("Teamplannen", regel), opslag), "Teamplannen") == (1, 0, 0, 0)


def test_teamrollen_are_replaced_per_team() -> None:
    opslag = lever(
        begin(),
        alleen("Medewerkers", ["M2", 18, "vast"])
        | alleen("Teamrollen", ["M2", "T01", None, None, 50]),
    )
    assert len(opslag["Teamrollen"]) == 2
    na = lever(opslag, alleen("Teamrollen", ["M2", "T02", None, None, 50]))
    assert {(r["medewerker"], r["team"]) for r in na["Teamrollen"]} == {
        ("M2", "T01"),
        ("M2", "T02"),
    }


def test_afwezigheid_is_replaced_per_medewerker_and_year_of_van() -> None:
    opslag = lever(begin(), alleen("Afwezigheid", ["M1", "jan 2028", "feb 2028", 50]))
    na = lever(opslag, alleen("Afwezigheid", ["M1", "dec 2027", "jan 2028"]))
    assert {(str(r["van"]), r["afwezig_pct"]) for r in na["Afwezigheid"]} == {
        ("2028-01-01", Decimal(50)),
        ("2027-12-01", Decimal(100)),
    }


def test_normen_are_updated_by_jaar_and_team() -> None:
    opslag = begin()
    rij: list[object] = [2027, "T01", 38]
    assert telling(keur(alleen("Normen", rij), opslag), "Normen") == (1, 0, 0, 1)


def test_a_previous_code_moves_everything_under_it() -> None:
    opslag = begin()
    werk = goed()
    rij = ["T40", *werk["Teams"][1][1:]]
    rij[-1] = "T01"
    oordeel = keur(alleen("Teams", rij), opslag)
    assert oordeel.bevindingen == ()
    assert telling(oordeel, "Teams") == (0, 1, 0, 1)
    assert [v.blad for v in oordeel.verschil] == ["Teams"]
    na = bewaar(opslag, oordeel)
    for blad, veld in (
        ("Teams", "team"),
        ("Opdrachten", "opdrachtnemer"),
        ("Capaciteit", "team"),
        ("Inzet", "team"),
        ("Uren", "team"),
        ("Teamplannen", "team"),
    ):
        codes = {r[veld] for r in na[blad]}
        assert "T40" in codes, blad
        assert "T01" not in codes, blad
    assert keur(alleen("Teams", rij), na).bevindingen == ()


def test_a_previous_code_and_new_rows_in_one_upload() -> None:
    opslag = begin()
    rij = list(goed()["Opdrachten"][1])
    rij[0], rij[-1] = "O100", "O1"
    werk = alleen("Opdrachten", rij) | alleen("Inzet", ["O100", "T01", "2027-01", "2027-12", 1000])
    oordeel = keur(werk, opslag)
    assert oordeel.bevindingen == ()
    assert telling(oordeel, "Inzet") == (0, 1, 0, 0)
    assert ("O100", "T01", "2027-01-01", "2027-12-31", 100000) in inzet(bewaar(opslag, oordeel))
    oud = alleen("Opdrachten", rij) | alleen("Inzet", ["O1", "T01", "2027-01", "2027-12", 1000])
    assert gevonden(keur(oud, opslag)) == {"CODE_ONBEKEND Inzet!A2"}


def test_a_previous_code_that_collides_is_refused() -> None:
    opslag = begin()
    rij = list(goed()["Teams"][2])
    rij += [None] * (14 - len(rij))
    rij[-1] = "T01"
    assert gevonden(keur(alleen("Teams", rij), opslag)) == {"VORIGE_CODE_BOTST Teams!N2"}


def test_a_new_code_with_a_known_name_resembles_it() -> None:
    kop: list[object] = ["team", "naam", "soort", "domein"]
    for naam in ("Projecten", "projecten ", "Projecte", "Porjecten"):
        werk = alleen("Teams", ["T50", naam, "opgave", "ruimtelijk"], kop=kop)
        assert gevonden(keur(werk, begin())) == {"LIJKT_OP Teams!B2"}, naam
    werk = alleen("Teams", ["T50", "Vergunningen", "opgave", "ruimtelijk"], kop=kop)
    assert gevonden(keur(werk, begin())) == set()


def test_an_uploaded_rank_never_changes_the_decided_order() -> None:
    opslag = begin()
    kop: list[object] = ["opdracht", "naam", "soort werk", "status", "rang"]
    werk = alleen(
        "Opdrachten",
        ["O1", "Spoorzone", "strategische agenda", "lopend", 2],
        ["O2", "Beheer wegen", "regulier", "gepland", 1],
        kop=kop,
    )
    oordeel = keur(werk, opslag, {"O1": 1, "O2": 2})
    [bevinding] = oordeel.bevindingen
    assert (bevinding.code, bevinding.plaats, bevinding.waarde) == (
        "RANG_BESLOTEN",
        "Opdrachten",
        "2",
    )
    assert oordeel.mag_door
    assert keur(werk, opslag, {"O1": 2, "O2": 1}).bevindingen == ()
    assert keur(werk, opslag).bevindingen == ()


def test_the_decided_rank_of_a_renamed_opdracht_is_still_decided() -> None:
    kop: list[object] = ["opdracht", "naam", "soort werk", "status", "rang", "vorige code"]
    rij: list[object] = ["O100", "Spoorzone", "strategische agenda", "lopend", 2, "O1"]
    werk = alleen("Opdrachten", rij, kop=kop)
    assert gevonden(keur(werk, begin(), {"O1": 1})) == {"RANG_BESLOTEN Opdrachten"}
    assert gevonden(keur(werk, begin(), {"O1": 2})) == set()


def test_removing_more_than_a_tenth_asks_for_confirmation_with_counts() -> None:
    rijen: list[list[object]] = [
        ["O1", "T01", f"2027-{maand:02d}", f"2027-{maand:02d}", maand] for maand in range(1, 11)
    ]
    opslag = lever(begin(), alleen("Inzet", *rijen))
    assert keur(alleen("Inzet", *rijen[:9]), opslag).grote_verwijdering is None
    bevinding = keur(alleen("Inzet", *rijen[:8]), opslag).grote_verwijdering
    assert bevinding is not None
    assert (bevinding.code, bevinding.blad) == ("GROTE_VERWIJDERING", "Inzet")
    assert "van de rijen: blad Inzet 2 van 10 (team T01 in 2027 2 van 10)." in bevinding.melding


def test_a_soort_that_vanishes_for_a_team_and_year_is_worth_a_look() -> None:
    opslag = lever(
        begin(),
        alleen(
            "Capaciteit",
            ["T01", "2027-01", "2027-12", "bezetting", 5],
            ["T01", "2027-01", "2027-12", "inhuur", 1],
        ),
    )
    werk = alleen("Capaciteit", ["T01", "2027-01", "2027-12", "bezetting", 6])
    assert gevonden(keur(werk, opslag)) == {"CAPACITEIT_SOORT_VERVALT Capaciteit!D2"}


def test_a_shorter_opdracht_leaves_stored_inzet_outside() -> None:
    opslag = begin()
    werk = alleen(
        "Opdrachten",
        ["O1", "Spoorzone", "strategische agenda", "lopend", "2026-01", "2027-06"],
        kop=["opdracht", "naam", "soort werk", "status", "van", "tot"],
    )
    assert gevonden(keur(werk, opslag)) == {"INZET_BUITEN_VENSTER Opdrachten!F2"}
