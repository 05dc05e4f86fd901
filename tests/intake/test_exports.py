"""Exports of other programs: proposed, read by what a person recorded, and never more than that."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sturing.domain.koppeling import Koppeling
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.exportbron import gebreken_van_koppeling
from sturing.intake.lezer import lees_bestand
from tests.intake import exports
from tests.intake.bouwer import Opslag, boek, gevonden, goed, lever
from tests.intake.exports import afas, lees, met, vastgelegde


@pytest.fixture(scope="module")
def opgeslagen() -> Opslag:
    return lever({}, goed())


def voorgesteld(rijen: exports.Rijen, opslag: Opslag) -> Koppeling:
    [voorstel] = lees(rijen, opslag).voorstellen
    return voorstel.koppeling


def nieuw(oordeel: Beoordeling, blad: str) -> list[dict[str, object]]:
    return [dict(m.nieuw) for m in oordeel.mutaties if m.nieuw and m.blad == blad]


HERKEND = [
    (afas(("E1", dt.date(2026, 10, 5), "O1", 8)), "AFAS Profit", "Uren", {"prid", "dati", "qu"}),
    (exports.WORKBOOK, "WorkBook", "Uren", {"jobnum", "regdate", "hrsqty"}),
    (exports.TIMECHIMP, "TimeChimp", "Uren", {"projectcode", "datum", "uren"}),
    (exports.TIMEWAX, "Timewax", "Opdrachten", {"code", "naam", "afdeling"}),
    (exports.URENBEGROTING, "Urenbegroting", "Inzet", {"code", "team", "jaar", "urenoffte"}),
    (
        exports.PORTFOLIO,
        "Portfoliolijst",
        "Opdrachten",
        {"projectnaam", "ambtelijkopdrachtgever", "bestuurlijkopdrachtgever", "programma"},
    ),
    (exports.REGISTRATIE, "Urenregistratie", "Uren", {"werkorder", "datum", "uren", "afdeling"}),
]


@pytest.mark.parametrize(
    ("rijen", "bron", "doel", "koppen"), HERKEND, ids=[bron for _, bron, _, _ in HERKEND]
)
def test_a_known_export_is_proposed_and_not_read(
    rijen: exports.Rijen, bron: str, doel: str, koppen: set[str], opgeslagen: Opslag
) -> None:
    oordeel = lees(rijen, opgeslagen)
    [voorstel] = oordeel.voorstellen
    assert (voorstel.koppeling.bron, voorstel.koppeling.doel) == (bron, doel)
    assert set(voorstel.koppeling.kolommen.values()) == koppen
    assert gevonden(oordeel) == {
        "BLAD_ONBEKEND Blad1",
        "BESTAND_ZONDER_BLAD export.xlsx",
        "EXPORT_NIET_GEKOPPELD Blad1",
    }
    assert oordeel.mutaties == ()


@pytest.mark.parametrize(
    "rijen", [rijen for rijen, *_ in HERKEND], ids=[b for _, b, _, _ in HERKEND]
)
def test_no_proposal_reads_a_column_that_names_a_person(
    rijen: exports.Rijen, opgeslagen: Opslag
) -> None:
    [voorstel] = lees(rijen, opgeslagen).voorstellen
    personen = {"emid", "empnum", "medewerker", "medewerkeroffunctie", "projectmanager", "stti"}
    assert not personen & set(voorstel.koppeling.kolommen.values())
    assert not {k.lower() for k in voorstel.koppen} & {"emid", "empnum", "medewerker", "stti"}


def test_a_koppeling_with_a_persons_column_cannot_be_recorded(opgeslagen: Opslag) -> None:
    koppeling = voorgesteld(afas(("E1", "2026-10-05", "O1", 8)), opgeslagen)
    fout = replace(koppeling, kolommen={**koppeling.kolommen, "team": "emid"})
    assert any("persoon" in gebrek for gebrek in gebreken_van_koppeling(fout))
    assert gebreken_van_koppeling(koppeling) == ("Kies een kolom of een vaste waarde voor 'team'.",)
    assert gebreken_van_koppeling(met(koppeling, vast={"team": "T01"})) == ()


def test_hours_per_person_and_day_become_hours_per_month_team_and_opdracht(
    opgeslagen: Opslag,
) -> None:
    rijen = afas(
        ("E1", dt.date(2026, 10, 5), "O1", 8),
        ("E2", dt.date(2026, 10, 6), "O1", "7:30"),
        ("E1", "2026-11-02", "O1", 1.25),
        ("E1", "31-10-2026", "O2", "2,5"),
        ("E2", dt.date(2026, 10, 7), "O1", -1),
    )
    koppeling = met(voorgesteld(rijen, opgeslagen), vast={"team": "T01"})
    oordeel = lees(rijen, opgeslagen, koppeling)
    assert oordeel.mag_door
    assert {
        (rij["maand"].isoformat(), rij["team"], rij["opdracht"], rij["uren_honderdste"])
        for rij in nieuw(oordeel, "Uren")
    } == {
        ("2026-10-01", "T01", "O1", 1450),
        ("2026-11-01", "T01", "O1", 125),
        ("2026-10-01", "T01", "O2", 250),
    }
    assert gevonden(oordeel) >= {
        "EXPORT_GEKOPPELD Blad1",
        "EXPORT_OPGETELD Blad1",
        "CORRECTIE_ONDER_NUL Blad1!F6",
    }
    melding = next(b.melding for b in oordeel.bevindingen if b.code == "EXPORT_GEKOPPELD")
    assert "koppeling van AFAS Profit, vastgelegd door Teamondersteuner op 02-11-2026" in melding
    assert "PrId = opdracht" in melding
    assert "team is overal T01" in melding


def test_no_stored_row_and_no_finding_holds_who_did_the_work(opgeslagen: Opslag) -> None:
    rijen = afas(("GEHEIM7", dt.date(2026, 10, 5), "O9", 8), ("GEHEIM8", "x", "O1", 8))
    koppeling = met(voorgesteld(rijen, opgeslagen), vast={"team": "T01"})
    oordeel = lees(rijen, opgeslagen, koppeling)
    assert oordeel.bevindingen
    assert "GEHEIM" not in repr(oordeel.bevindingen)
    goede = lees([*rijen[:1], [*rijen[1][:6], "O1", *rijen[1][7:]]], opgeslagen, koppeling)
    assert goede.mutaties
    assert "GEHEIM" not in repr(goede)


def test_a_wrong_cell_is_named_in_the_persons_own_sheet(opgeslagen: Opslag) -> None:
    rijen = [["Export"], [], *afas(("E1", "gisteren", "O1", 8), ("E1", "2026-10-05", "O9", "x"))]
    koppeling = met(voorgesteld(rijen, opgeslagen), vast={"team": "T01"})
    oordeel = lees(rijen, opgeslagen, koppeling, blad="PtRealization")
    assert {b for b in gevonden(oordeel) if "GEKOPPELD" not in b} == {
        "DATUM_ONGELDIG PtRealization!B4",
        "CODE_ONBEKEND PtRealization!G5",
        "GETAL_ONGELDIG PtRealization!F5",
    }


def test_an_unknown_fixed_value_is_found_at_the_key_of_the_first_row(opgeslagen: Opslag) -> None:
    rijen = afas(("E1", "2026-10-05", "O1", 8))
    koppeling = met(voorgesteld(rijen, opgeslagen), vast={"team": "T99"})
    assert "CODE_ONBEKEND Blad1!B2" in gevonden(lees(rijen, opgeslagen, koppeling))


def test_a_decimal_point_counts_only_when_that_was_recorded(opgeslagen: Opslag) -> None:
    voorstel = voorgesteld(exports.WORKBOOK, opgeslagen)
    zonder = lees(exports.WORKBOOK, opgeslagen, met(voorstel, vast={"team": "T01"}))
    assert "GETAL_DUBBELZINNIG Blad1!E2" in gevonden(zonder)
    met_punt = met(voorstel, vast={"team": "T01"}, decimaalpunt=True)
    [rij] = nieuw(lees(exports.WORKBOOK, opgeslagen, met_punt), "Uren")
    assert rij["uren_honderdste"] == 775


def test_hours_with_minutes_of_timechimp(opgeslagen: Opslag) -> None:
    koppeling = met(voorgesteld(exports.TIMECHIMP, opgeslagen), vast={"team": "T01"})
    [rij] = nieuw(lees(exports.TIMECHIMP, opgeslagen, koppeling), "Uren")
    assert rij["uren_honderdste"] == 5850


def test_a_year_of_an_hours_budget_is_the_whole_year_and_people_add_up(opgeslagen: Opslag) -> None:
    koppeling = voorgesteld(exports.URENBEGROTING, opgeslagen)
    oordeel = lees(exports.URENBEGROTING, opgeslagen, koppeling)
    assert oordeel.mag_door
    [som] = [r for r in nieuw(oordeel, "Inzet") if r["opdracht"] == "O1"]
    assert (som["van"], som["tot"]) == (dt.date(2027, 1, 1), dt.date(2027, 12, 31))
    assert som["uren_honderdste"] == 15050


def test_a_list_of_projects_becomes_opdrachten_without_the_pseudo_ones(opgeslagen: Opslag) -> None:
    voorstel = lees(exports.TIMEWAX, opgeslagen).voorstellen[0]
    assert [(p.waarde, p.soort) for p in voorstel.pseudo] == [("X1", "verlof")]
    koppeling = met(voorstel.koppeling, waarden={"opdracht": {"X1": ""}})
    oordeel = lees(exports.TIMEWAX, opgeslagen, koppeling)
    assert [r["opdracht"] for r in nieuw(oordeel, "Opdrachten")] == ["O7"]
    assert "RIJ_TELT_NIET Blad1!B3" in gevonden(oordeel)


def test_a_portfolio_list_fills_what_it_has_and_what_was_chosen(opgeslagen: Opslag) -> None:
    koppeling = voorgesteld(exports.PORTFOLIO, opgeslagen)
    [rij] = nieuw(lees(exports.PORTFOLIO, opgeslagen, koppeling), "Opdrachten")
    assert rij["opdracht"] == rij["naam"] == "Soestdijkseweg 12 - woningen"
    assert (rij["opdrachtgever"], rij["portefeuillehouders"], rij["programma"]) == ("P1", "P2", "8")
    assert (rij["soort_werk"], rij["status"]) == ("programmabegroting", "lopend")


PSEUDO = afas(
    ("E1", "2026-10-05", "O1", 8),
    ("E1", "2026-10-06", "VERLOF", 8),
    ("E2", "2026-10-06", "verlof", 8),
    ("E2", "2026-10-07", "Teamoverleg", 2),
    ("E2", "2026-10-07", "", 1),
)


def test_pseudo_projects_need_a_choice_and_are_never_opdrachten(opgeslagen: Opslag) -> None:
    voorstel = lees(PSEUDO, opgeslagen).voorstellen[0]
    assert {(p.waarde, p.soort) for p in voorstel.pseudo} == {
        ("VERLOF", "verlof"),
        ("verlof", "verlof"),
        ("Teamoverleg", "overleg"),
        ("", ""),
    }
    koppeling = met(voorstel.koppeling, vast={"team": "T01"})
    oordeel = lees(PSEUDO, opgeslagen, koppeling)
    assert {b.code for b in oordeel.fouten} == {"PSEUDOPROJECT_NIEUW"}
    assert [v.bekend for v in oordeel.voorstellen] == [True]


def test_chosen_pseudo_projects_are_left_out_with_counts_or_mapped(opgeslagen: Opslag) -> None:
    keuzes = {"verlof": "", "teamoverleg": "O2", "": ""}
    koppeling = met(
        voorgesteld(PSEUDO, opgeslagen), vast={"team": "T01"}, waarden={"opdracht": keuzes}
    )
    oordeel = lees(PSEUDO, opgeslagen, koppeling)
    assert oordeel.mag_door
    assert oordeel.voorstellen == ()
    assert {(r["opdracht"], r["uren_honderdste"]) for r in nieuw(oordeel, "Uren")} == {
        ("O1", 800),
        ("O2", 200),
    }
    [verlof] = [b for b in oordeel.bevindingen if b.cel == "G3"]
    assert (verlof.code, verlof.ernst.value) == ("RIJ_TELT_NIET", "let op")
    assert "1 rij telt niet mee" in verlof.melding


def test_a_code_that_is_stored_is_no_pseudo_project(opgeslagen: Opslag) -> None:
    met_verlof = [
        *opgeslagen["Opdrachten"],
        {**opgeslagen["Opdrachten"][0], "opdracht": "Verlof", "naam": "Verlofregeling"},
    ]
    rijen = afas(("E1", "2026-10-05", "Verlof", 8))
    oordeel = lees(rijen, {**opgeslagen, "Opdrachten": met_verlof})
    assert oordeel.voorstellen[0].pseudo == ()


def test_totals_and_empty_rows_of_an_export_are_passed_over(opgeslagen: Opslag) -> None:
    rijen = [*afas(("E1", "2026-10-05", "O1", 8)), [], ["Totaal", None, None, None, None, 8]]
    koppeling = met(voorgesteld(rijen, opgeslagen), vast={"team": "T01"})
    oordeel = lees(rijen, opgeslagen, koppeling)
    assert oordeel.mag_door
    assert "RIJ_TOTAAL" in {b.code for b in oordeel.bevindingen}
    assert len(nieuw(oordeel, "Uren")) == 1


def test_a_sum_is_bounded_as_a_row_is(opgeslagen: Opslag) -> None:
    rijen = afas(("E1", "2026-10-05", "O1", 900_000), ("E2", "2026-10-06", "O1", 900_000))
    koppeling = met(voorgesteld(rijen, opgeslagen), vast={"team": "T01"})
    assert "GETAL_BUITEN_BEREIK Blad1!F2" in gevonden(lees(rijen, opgeslagen, koppeling))


def test_another_order_of_columns_is_the_same_source(opgeslagen: Opslag) -> None:
    rijen = afas(("E1", "2026-10-05", "O1", 8))
    koppeling = met(voorgesteld(rijen, opgeslagen), vast={"team": "T01"})
    omgekeerd = [rij[::-1] for rij in rijen]
    assert lees(omgekeerd, opgeslagen, koppeling).mag_door
    meer = [[*rijen[0], "Extra"], rijen[1]]
    assert "EXPORT_NIET_GEKOPPELD Blad1" in gevonden(lees(meer, opgeslagen, koppeling))


def test_a_workbook_in_the_form_of_the_contract_is_read_as_before(opgeslagen: Opslag) -> None:
    bladen = {**goed(), "Kladblok": [["x"]], "Registratie": exports.REGISTRATIE}
    oordeel = beoordeel([Bestand(naam="w.xlsx", inhoud=boek(bladen))], {}, {}, lees=lees_bestand)
    assert gevonden(oordeel) == {"BLAD_ONBEKEND Kladblok", "BLAD_ONBEKEND Registratie"}
    assert oordeel.mag_door
    assert [v.blad for v in oordeel.voorstellen] == ["Registratie"]
    assert opgeslagen


def test_an_export_may_stand_beside_sheets_of_the_contract_and_in_text(opgeslagen: Opslag) -> None:
    rijen = afas(("E1", "2026-10-05", "O1", "8"))
    koppeling = met(voorgesteld(rijen, opgeslagen), vast={"team": "T01"})
    tekst = "\n".join(";".join("" if w is None else str(w) for w in rij) for rij in rijen)
    oordeel = beoordeel(
        [Bestand(naam="afas-oktober.csv", inhoud=tekst.encode())],
        opgeslagen,
        {},
        vastgelegd={koppeling.kenmerk: vastgelegde(koppeling)},
        lees=lees_bestand,
    )
    assert gevonden(oordeel) == {"EXPORT_GEKOPPELD afas-oktober"}
    assert [r["uren_honderdste"] for r in nieuw(oordeel, "Uren")] == [800]
