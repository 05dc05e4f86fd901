"""Templates: who may have which one, what is in it, and that bringing it back changes nothing."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from sturing.domain.codes import TeamCode
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.errors import InvoerError, RechtError
from sturing.intake.aaneen import knip
from sturing.intake.lezer import lees_bestand
from sturing.services import leveringen as dienst
from sturing.services.omgeving import LOKAAL, systeem
from sturing.services.sjablonen import PLANBLADEN, TEAMBLADEN, domeinkeuzes, sjabloon, teamkeuzes
from sturing.store.plan import lees_besloten_rang
from sturing.store.rijen import lees_bladen

from .conftest import omgeving_met, rijen


def wie_met(rol: RechtRol, **recht: object) -> Wie:
    return Wie(
        account=rol.value,
        naam=rol.value,
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=rol, **recht),),
    )


ONDERSTEUNER = wie_met(RechtRol.TEAMONDERSTEUNER, teams=frozenset({TeamCode("T4")}))


def boek(inhoud: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(inhoud))


def kolom(inhoud: bytes, blad: str, kop: str) -> list[object]:
    koppen, *rest = boek(inhoud)[blad].values
    return [rij[koppen.index(kop)] for rij in rest]


def test_a_template_of_a_team_holds_what_a_team_brings_and_what_it_looks_up(omgeving):
    inhoud = sjabloon(omgeving, ONDERSTEUNER, team="T4")
    assert boek(inhoud).sheetnames == ["Uitleg", *TEAMBLADEN, "Codelijst"]
    assert kolom(inhoud, "Teams", "team") == ["T4"]
    assert kolom(inhoud, "Capaciteit", "fte") == [0.5]
    assert sorted(kolom(inhoud, "Inzet", "opdracht")) == ["P1", "R2"]
    assert kolom(inhoud, "Uren", "uren") == [40]
    codes = [cel for rij in boek(inhoud)["Codelijst"].values for cel in rij]
    assert {"T1", "T4", "R2", "Dorpsplein", "S1"} <= set(codes)


def test_a_template_of_a_domain_holds_what_that_domain_brings(omgeving, manager):
    inhoud = sjabloon(omgeving, manager, domein="ruimtelijk")
    assert boek(inhoud).sheetnames == ["Uitleg", *PLANBLADEN, "Codelijst"]
    # W1 is of a procesverantwoordelijke without a domain and R2 of nobody: of no domain.
    assert sorted(kolom(inhoud, "Opdrachten", "opdracht")) == ["N1", "P1", "R1", "S1", "S2", "S3"]
    assert kolom(inhoud, "Personen", "persoon") == ["PV", "SM"]
    alles = boek(sjabloon(omgeving, LOKAAL, domein="ruimtelijk")).sheetnames
    assert set(alles) == {"Uitleg", *PLANBLADEN, *TEAMBLADEN, "Codelijst"}


@pytest.mark.parametrize(
    ("wie", "keuze"),
    [
        (ONDERSTEUNER, {"team": "T4"}),
        (LOKAAL, {"team": "T3"}),
        (systeem(), {"domein": "ruimtelijk"}),
        (wie_met(RechtRol.STRATEGISCH_MANAGER, domein="ruimtelijk"), {"domein": "ruimtelijk"}),
    ],
)
def test_brought_back_unchanged_it_changes_nothing_and_needs_no_right(omgeving, wie, keuze):
    inhoud = sjabloon(omgeving, wie, **keuze)
    teams = frozenset({TeamCode("T1")})
    for brenger in (wie, wie_met(RechtRol.TEAMONDERSTEUNER, teams=teams)):
        voorstel = dienst.controleer_bestanden(
            omgeving, brenger, [("terug.xlsx", inhoud)], lees=lees_bestand
        )
        assert voorstel.beoordeling.fouten == ()
        assert voorstel.beoordeling.mutaties == ()
        assert {b.code for b in voorstel.beoordeling.let_op} <= {"OPDRACHT_ZONDER_OPDRACHTGEVER"}


def besluit(omgeving, **plaatsen: int) -> None:
    with omgeving.opslag.schrijven() as cursor:
        for opdracht, plaats in plaatsen.items():
            cursor.execute("insert into besloten_rang values (?, ?)", [opdracht, plaats])


def test_the_place_in_force_is_exported_and_comes_back_as_no_change(omgeving, manager):
    besluit(omgeving, S3=1, S1=2, S2=3)
    assert lees_besloten_rang(omgeving.opslag) == {"S3": 1, "S1": 2, "S2": 3}
    inhoud = sjabloon(omgeving, manager, domein="ruimtelijk")
    rangen = dict(
        zip(
            kolom(inhoud, "Opdrachten", "opdracht"),
            kolom(inhoud, "Opdrachten", "rang"),
            strict=True,
        )
    )
    assert rangen == {"S3": 1, "S1": 2, "S2": 3, "R1": 4, "N1": 6, "P1": 7}
    for wie in (manager, ONDERSTEUNER):
        voorstel = dienst.controleer_bestanden(
            omgeving, wie, [("terug.xlsx", inhoud)], lees=lees_bestand
        )
        assert voorstel.beoordeling.bevindingen == ()
        assert voorstel.beoordeling.mutaties == ()
    assert {
        r["opdracht"]: r["rang"] for r in lees_bladen(omgeving.opslag)["Opdrachten"] if r["rang"]
    } == {"S1": 1, "S2": 2, "S3": 3, "R1": 4, "R2": 5, "N1": 6, "P1": 7}


def test_another_rang_than_the_decided_place_stays_a_wish_of_the_file(omgeving, manager):
    besluit(omgeving, S3=1, S1=2, S2=3)
    werkboek = boek(sjabloon(omgeving, manager, domein="ruimtelijk"))
    vel = werkboek["Opdrachten"]
    koppen = [cel.value for cel in vel[1]]
    for rij in vel.iter_rows(min_row=2):
        if rij[0].value == "S1":
            rij[koppen.index("rang")].value = 9
    uit = io.BytesIO()
    werkboek.save(uit)
    voorstel = dienst.controleer_bestanden(
        omgeving, manager, [("wens.xlsx", uit.getvalue())], lees=lees_bestand
    )
    assert [b.code for b in voorstel.beoordeling.bevindingen] == ["RANG_BESLOTEN"]
    [mutatie] = voorstel.beoordeling.mutaties
    assert (mutatie.nieuw["opdracht"], mutatie.nieuw["rang"]) == ("S1", 9)


def test_only_who_may_take_rows_along_is_offered_a_filled_template(omgeving, manager, niemand):
    basis = omgeving.basis()
    assert [k.sleutel for k in domeinkeuzes(manager, basis)] == ["ruimtelijk"]
    assert [k.sleutel for k in teamkeuzes(manager, basis)] == ["T1", "T2", "T3", "T4"]
    assert [k.sleutel for k in teamkeuzes(ONDERSTEUNER, basis)] == ["T4"]
    bestuur, sociaal = (
        wie_met(RechtRol.BESTUUR),
        wie_met(RechtRol.STRATEGISCH_MANAGER, domein="sociaal"),
    )
    for wie in (niemand, bestuur, sociaal, ONDERSTEUNER):
        assert domeinkeuzes(wie, basis) == ()
        with pytest.raises(RechtError):
            sjabloon(omgeving, wie, domein="ruimtelijk")
    for wie in (niemand, bestuur, sociaal):
        assert teamkeuzes(wie, basis) == ()
        with pytest.raises(RechtError):
            sjabloon(omgeving, wie, team="T1")


def test_what_does_not_exist_is_named(omgeving):
    with pytest.raises(InvoerError, match="Domein 'fysiek' bestaat niet"):
        sjabloon(omgeving, LOKAAL, domein="fysiek")
    with pytest.raises(InvoerError, match="niet allebei"):
        sjabloon(omgeving, LOKAAL, team="T1", domein="ruimtelijk")


def test_a_filled_template_joins_the_parts_of_one_row():
    gegeven = rijen()
    een = {**gegeven["Inzet"][0], "tot": date(2028, 6, 30)}
    gegeven["Inzet"] = knip("Inzet", een)
    omgeving = omgeving_met(gegeven)
    inhoud = sjabloon(omgeving, LOKAAL, team=str(een["team"]))
    assert len(lees_bladen(omgeving.opslag)["Inzet"]) == 2
    assert kolom(inhoud, "Inzet", "uren") == [een["uren_honderdste"] / 100]
    voorstel = dienst.controleer_bestanden(
        omgeving, LOKAAL, [("terug.xlsx", inhoud)], lees=lees_bestand
    )
    assert voorstel.beoordeling.mutaties == ()
    omgeving.sluit()
