"""What an upload would do, shown before it is stored, is what it does once it is stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest

from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.levering import BladVerschil
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.intake.lezer import lees_bestand
from sturing.intake.sjabloon import maak_sjabloon
from sturing.services import leveringen as dienst
from sturing.services.gevolg import gevolg_van
from sturing.services.gevolgbeeld import Gevolgbeeld
from sturing.services.inlezen import lees_in
from sturing.services.leveringen import Voorstel
from sturing.services.omgeving import LOKAAL, Omgeving, open_voor_commando
from sturing.services.verschilbeeld import rijzin
from sturing.store.plan import lees_plan, plan_na
from tests.intake.bouwer import boek

from .conftest import omgeving_met, rijen
from .test_leveringen import EEN_RIJ, inzet_van_t2, neem_over, werkboek
from .trekking import Trekking


def zelfde_plan(een: Plan, ander: Plan) -> None:
    """Equal but for the order of the rows, which never matters to a result."""
    for veld in fields(Plan):
        links, rechts = getattr(een, veld.name), getattr(ander, veld.name)
        if isinstance(links, tuple):
            assert Counter(links) == Counter(rechts), veld.name
        else:
            assert links == rechts, veld.name


def oordeel(omgeving: Omgeving, **bladen: list[dict[str, object]]) -> Voorstel:
    return dienst.controleer_bestanden(
        omgeving, LOKAAL, [("b.xlsx", werkboek(**bladen))], lees=lees_bestand
    )


def gevolg(voorstel: Voorstel) -> Gevolgbeeld:
    beeld = voorstel.vooruitblik.gevolg
    assert beeld is not None
    return beeld


def met_uren(opdracht: str, team: str, uren: int) -> list[dict[str, object]]:
    """The rows of Inzet of a team, one of them with other hours."""
    eigen = [dict(r) for r in rijen()["Inzet"] if r["team"] == team]
    for rij in eigen:
        if rij["opdracht"] == opdracht:
            rij["uren_honderdste"] = uren * 100
    return eigen


def verander(trekking: Trekking) -> bytes:
    """The workbook of the same organisation a month later: hours, fte, statuses and rows differ."""
    kans, boek = trekking.kans, trekking.boek
    for rij in boek["Inzet"]:
        if kans.random() < 0.5 and rij["uren"] > 20:
            rij["uren"] = Decimal(kans.randint(2_000, 200_000)).scaleb(-2)
    boek["Inzet"] = [rij for rij in boek["Inzet"] if kans.random() < 0.85]
    for rij in boek["Capaciteit"]:
        if kans.random() < 0.5:
            rij["fte"] = Decimal(kans.randint(0, 900)).scaleb(-2)
    for rij in boek["Opdrachten"]:
        if kans.random() < 0.3:
            rij["status"] = kans.choice(["gepland", "gestopt", "parkeerplaats"])
    oud = boek["Opdrachten"][0]["opdracht"]
    for blad in boek.values():
        for rij in blad:
            if rij.get("opdracht") == oud:
                rij["opdracht"] = "NIEUW"
            if "status" in rij:
                rij["vorige code"] = oud if rij["opdracht"] == "NIEUW" else None
    return trekking.werkboek()


@pytest.mark.parametrize("zaad", range(12))
def test_the_effect_shown_is_the_plan_after_storing(zaad: int) -> None:
    omgeving = open_voor_commando(None, nieuw=True)
    trekking = Trekking(zaad)
    eerst = dienst.controleer_bestanden(
        omgeving, LOKAAL, [("a.xlsx", trekking.werkboek())], lees=lees_bestand
    )
    neem_over(omgeving, eerst)
    voorstel = dienst.controleer_bestanden(
        omgeving, LOKAAL, [("b.xlsx", verander(trekking))], lees=lees_bestand
    )
    assert [b.melding for b in voorstel.beoordeling.fouten] == []
    straks = gevolg_van(omgeving, voorstel.beoordeling.mutaties)
    voor = omgeving.basis(straks.horizon)
    assert straks.voor is voor.uitkomst
    beeld = gevolg(voorstel)
    assert omgeving.nummer() == 1, "looking ahead stores nothing"
    neem_over(omgeving, voorstel)
    na = omgeving.basis(straks.horizon)
    zelfde_plan(straks.na.plan, na.plan)
    assert straks.na.effecten == na.uitkomst.effecten
    assert beeld.telling_na.niet_haalbaar == sum(
        r.status is Haalbaarheid.NIET_HAALBAAR for r in na.uitkomst.effecten.opdrachten
    )
    tellingen = {v.blad: v for v in voorstel.beoordeling.verschil}
    for blad in voorstel.vooruitblik.verschil.bladen:
        assert len(blad.verschillen) == _som(tellingen[blad.telling.blad])
        assert blad.zoek().totaal == len(blad.verschillen)
    omgeving.sluit()


def _som(telling: BladVerschil) -> int:
    return telling.nieuw + telling.gewijzigd + telling.vervallen


def test_a_decided_order_follows_a_renamed_opdracht_into_the_plan_after(omgeving: Omgeving) -> None:
    with omgeving.opslag.schrijven() as cursor:
        cursor.execute("insert into besloten_rang values ('S3', 1), ('S1', 2)")
    plan = lees_plan(omgeving.opslag)
    oud = next(dict(r) for r in rijen()["Opdrachten"] if r["opdracht"] == "S3")
    kop = ["opdracht", "naam", "soort werk", "status", "vorige code"]
    bladen = {"Opdrachten": [kop, ["S30", oud["naam"], "strategische agenda", "gepland", "S3"]]}
    voorstel = dienst.controleer_bestanden(
        omgeving, LOKAAL, [("o.xlsx", boek(bladen))], lees=lees_bestand
    )
    straks = plan_na(plan, voorstel.beoordeling.mutaties)
    assert straks.besloten_rang == {"S30": 1, "S1": 2}
    neem_over(omgeving, voorstel)
    zelfde_plan(straks, lees_plan(omgeving.opslag))


def test_the_rows_say_what_was_there_and_what_comes(omgeving: Omgeving) -> None:
    voorstel = oordeel(omgeving, Inzet=[*inzet_van_t2(), EEN_RIJ])
    [blad] = voorstel.vooruitblik.verschil.bladen
    [rij] = blad.zoek().rijen
    assert (rij.soort, rij.rij, rij.naam, rij.wijziging) == (
        "gewijzigd",
        "S3, T2, jan t/m dec 2027",
        "Nobelkwartier, Team T2",
        "uren 600 → 650",
    )
    assert rijzin(blad.verschillen[0]) == "Inzet S3, T2, jan t/m dec 2027: uren 600 → 650"
    assert [(w.kolom, w.oud, w.nieuw) for w in blad.waarden()] == [("uren", "600", "650")]


def test_a_search_finds_codes_and_names_and_counts_what_it_does_not_show(
    omgeving: Omgeving,
) -> None:
    alle = [dict(r) | {"uren_honderdste": 1_00} for r in rijen()["Inzet"]]
    [blad] = oordeel(omgeving, Inzet=alle).vooruitblik.verschil.bladen
    assert blad.zoek("nobel").totaal == 1
    assert blad.zoek("T3").totaal == sum(r["team"] == "T3" for r in alle)
    assert blad.zoek("bestaat niet").totaal == 0
    deel = blad.zoek(maximum=2)
    assert (len(deel.rijen), deel.totaal) == (2, len(alle))


def test_fewer_hours_asked_let_others_fit_and_more_let_them_fall_short(omgeving: Omgeving) -> None:
    ruim = gevolg(oordeel(omgeving, Inzet=met_uren("S1", "T2", 100)))
    assert ruim.minder == ()
    assert [(r.naam, r.voor, r.na, r.oordeel) for r in ruim.beter] == [
        ("Nobelkwartier", "0%", "96%", "wordt haalbaar"),
        ("Schapenweide", "80%", "100%", "past nu helemaal"),
    ]
    assert ruim.zin == "Na overnemen gaat het aantal opdrachten dat niet haalbaar is van 1 naar 0."
    assert ruim.lijn == "De lijn gaat van plaats 2 naar plaats 6: tot daar is alles haalbaar."
    krap = gevolg(oordeel(omgeving, Inzet=met_uren("S1", "T3", 5000)))
    assert krap.beter == ()
    assert [(r.naam, r.voor, r.oordeel) for r in krap.minder] == [
        ("Groenonderhoud", "100%", "past niet meer"),
        ("Dorpsplein", "100%", "past niet meer"),
    ]
    assert krap.lijn == "De lijn blijft op plaats 2: tot daar is alles haalbaar."


def test_hours_and_fte_of_the_team_stand_before_and_after(omgeving: Omgeving) -> None:
    cap = [dict(r) for r in rijen()["Capaciteit"] if r["team"] == "T3"]
    cap.append(cap[0] | {"soort": "inhuur", "fte": Decimal("1.5")})
    beeld = gevolg(oordeel(omgeving, Capaciteit=cap, Inzet=met_uren("R2", "T3", 950)))
    [team] = beeld.teams
    assert beeld.samen is None
    fte, beschikbaar, gevraagd, deel = team.cijfers
    assert (fte.naam, fte.voor, fte.na, fte.verschil) == (
        "Fte, gemiddeld in 2027",
        "4,0",
        "5,5",
        "+1,5",
    )
    assert (gevraagd.voor, gevraagd.na, gevraagd.verschil) == ("4.500", "4.550", "+50")
    assert (fte.richting, beschikbaar.richting, deel.richting) == (1, 1, -1)
    assert deel.verschil.endswith("punten")
    assert [d.sleutel for d in beeld.domeinen] == ["ruimtelijk"]


def test_two_teams_are_shown_apart_and_together(omgeving: Omgeving) -> None:
    beeld = gevolg(
        oordeel(omgeving, Inzet=[*met_uren("S1", "T3", 1300), *met_uren("S2", "T2", 800)])
    )
    assert [t.sleutel for t in beeld.teams] == ["T2", "T3"]
    assert beeld.samen is not None
    assert beeld.samen.cijfers[2].verschil == "+200"


def test_gains_and_losses_per_opdrachtgever_and_gebied_add_up(omgeving: Omgeving) -> None:
    beeld = gevolg(oordeel(omgeving, Inzet=met_uren("S1", "T3", 300)))
    assert set(beeld.tabs) == {"Opdrachtgever", "Gebied", "Team"}
    for rijen_ in beeld.tabs.values():
        *delen, som = rijen_
        assert sum(r.verschil_uren for r in delen) == som.verschil_uren
        assert all(r.na_uren - r.voor_uren == r.verschil_uren for r in rijen_)


def test_a_file_that_changes_another_year_shows_that_year_and_says_so(omgeving: Omgeving) -> None:
    rij = EEN_RIJ | {"van": date(2028, 1, 1), "tot": date(2028, 12, 31)}
    beeld = gevolg(oordeel(omgeving, Inzet=[rij]))
    assert beeld.jaar == 2028
    assert beeld.toelichting == "Dit bestand verandert 2027 niet. U ziet hier 2028."
    beide = gevolg(oordeel(omgeving, Inzet=[rij, *met_uren("S1", "T3", 300)]))
    assert (beide.jaar, beide.toelichting) == (
        2027,
        "Dit bestand verandert ook 2028. U ziet hier 2027.",
    )


def test_a_first_file_shows_the_plan_year_that_it_brings(lege_omgeving: Omgeving) -> None:
    alle = {blad: [dict(r) for r in rs] for blad, rs in rijen().items()}
    for blad in ("Inzet", "Capaciteit"):
        for rij in alle[blad]:
            rij |= {"van": date(2031, 1, 1), "tot": date(2031, 12, 31)}
    beeld = gevolg(oordeel(lege_omgeving, **alle))
    assert (beeld.jaar, beeld.toelichting) == (2031, "")
    assert beeld.telling_voor.haalbaar == 0
    assert beeld.telling_na.haalbaar > 0


def test_a_file_without_a_difference_has_no_effect(omgeving: Omgeving) -> None:
    voorstel = oordeel(omgeving, Inzet=met_uren("S1", "T3", 1200))
    assert voorstel.vooruitblik.gevolg is None
    assert "Het verandert niets aan het plan van nu." in voorstel.beeld.kop.titel


def test_after_another_levering_no_effect_is_shown_of_a_plan_that_is_gone(
    omgeving: Omgeving,
) -> None:
    eerste = oordeel(omgeving, Inzet=met_uren("S1", "T3", 300))
    neem_over(omgeving, oordeel(omgeving, Inzet=met_uren("S1", "T3", 400)))
    assert eerste.vooruitblik.gevolg is None


def test_a_refused_file_shows_no_rows_and_no_effect(omgeving: Omgeving) -> None:
    vreemd = Wie(
        account="to",
        naam="Teamondersteuner",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.TEAMONDERSTEUNER, teams=frozenset({"T1"})),),
    )
    inhoud = werkboek(Inzet=met_uren("S1", "T3", 300))
    voorstel = dienst.controleer_bestanden(
        omgeving, vreemd, [("t3.xlsx", inhoud)], lees=lees_bestand
    )
    assert voorstel.beeld.geweigerd
    assert voorstel.vooruitblik.gevolg is None
    assert voorstel.vooruitblik.verschil.bladen == ()


def test_who_may_not_see_totals_sees_the_rows_and_nothing_of_the_line(omgeving: Omgeving) -> None:
    beheerder = Wie(
        account="bh",
        naam="Beheerder",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.BEHEERDER),),
    )
    inhoud = werkboek(Inzet=met_uren("S1", "T3", 300))
    voorstel = dienst.controleer_bestanden(
        omgeving, beheerder, [("t3.xlsx", inhoud)], lees=lees_bestand
    )
    beeld = gevolg(voorstel)
    assert (beeld.toont_lijn, beeld.tabs, beeld.teams, beeld.beter, beeld.minder) == (
        False,
        {},
        (),
        (),
        (),
    )
    assert "mag u met uw rol niet zien" in beeld.toelichting
    assert voorstel.beeld.kop.titel.endswith("geen fouten gevonden. 1 rij wijzigt.")
    blik = voorstel.vooruitblik.verschil
    assert blik.samen.gewijzigd == 1
    assert not blik.mag_downloaden


def test_a_procesverantwoordelijke_sees_the_own_team_and_the_own_opdrachten(
    omgeving: Omgeving,
) -> None:
    eigen = Wie(
        account="pv",
        naam="Procesverantwoordelijke",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.PROCESVERANTWOORDELIJKE, teams=frozenset({"T4"})),),
    )
    inhoud = werkboek(Inzet=met_uren("R2", "T4", 5))
    voorstel = dienst.controleer_bestanden(
        omgeving, eigen, [("t4.xlsx", inhoud)], lees=lees_bestand
    )
    beeld = gevolg(voorstel)
    assert [t.sleutel for t in beeld.teams] == ["T4"]
    assert beeld.tabs == {}
    assert {r.naam for r in (*beeld.beter, *beeld.minder)} <= {"Dorpsplein"}
    assert voorstel.vooruitblik.verschil.mag_downloaden


def test_a_large_removal_names_the_numbers_of_the_rows_shown(omgeving: Omgeving) -> None:
    voorstel = oordeel(omgeving, Inzet=[EEN_RIJ])
    telling = voorstel.vooruitblik.verschil.samen
    stond = sum(r["team"] == "T2" for r in rijen()["Inzet"])
    assert f"blad Inzet {telling.vervallen} van {stond}" in voorstel.beeld.bevestig_verwijdering
    assert telling.vervallen == stond - 1


def test_emptying_counts_rows_as_a_person_reads_them() -> None:
    over = [
        dict(r) | {"van": date(2027, 7, 1), "tot": date(2028, 6, 30)} for r in rijen()["Inzet"][:2]
    ]
    demo = omgeving_met({b: r for b, r in rijen().items() if b != "Inzet"}, demo=True)
    neem_over(demo, oordeel(demo, Inzet=over))
    leeg = dienst.maak_leeg(demo, LOKAAL)
    [inzet] = [v for v in leeg.verschil if v.blad == "Inzet"]
    assert (inzet.nieuw, inzet.gewijzigd, inzet.vervallen) == (0, 0, 2)
    demo.sluit()


def test_the_effect_is_of_the_chosen_period(omgeving: Omgeving) -> None:
    inhoud = maak_sjabloon({"Inzet": met_uren("S1", "T3", 300)}, bladen=("Inzet",))
    voorstel = dienst.controleer_bestanden(
        omgeving, LOKAAL, [("t3.xlsx", inhoud)], horizon=Horizon.planjaar(2026)
    )
    assert gevolg(voorstel).jaar == 2027, "2026 does not change"


def test_the_command_tells_the_first_rows_and_the_effect_when_asked(omgeving: Omgeving) -> None:
    alle = [dict(r) | {"uren_honderdste": 1_00} for r in rijen()["Inzet"]]
    bestanden = [("a.xlsx", werkboek(Inzet=alle))]
    uit = lees_in(omgeving, LOKAAL, bestanden, alleen_controle=True, toelichten=True)
    assert uit.toelichting[0] == "Inzet W1, T1, jan t/m dec 2027: uren 2.500 → 1"
    assert "Inzet: en nog 5 rijen" in uit.toelichting
    assert uit.toelichting[-2].startswith("Plan 2027: Na overnemen gaat het aantal opdrachten")
    assert uit.toelichting[-1].startswith("De lijn gaat van plaats 2 naar ")
    kaal = lees_in(omgeving, LOKAAL, bestanden, alleen_controle=True)
    assert kaal.toelichting == ()
    assert kaal.verschil == uit.verschil
