"""Small workbooks for tests: a sound one with every sheet, and the means to damage it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import openpyxl

from sturing.domain.levering import Rij
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.lezer import lees_bestand
from sturing.intake.schema import PER_BLAD

Bladen = dict[str, list[list[object]]]
Opslag = dict[str, list[Rij]]


@dataclass(frozen=True)
class Opmaak:
    """A cell value with a number format."""

    waarde: object
    formaat: str


def koppen(blad: str) -> list[object]:
    return [kolom.kolom for kolom in PER_BLAD[blad].kolommen]


def rij(blad: str, **waarden: object) -> list[object]:
    """A row in the order of the contract; keys are field names."""
    velden = [kolom.veld for kolom in PER_BLAD[blad].kolommen]
    assert waarden.keys() <= set(velden), waarden.keys() - set(velden)
    return [waarden.get(veld) for veld in velden]


def goed() -> Bladen:
    """A workbook with every sheet and no finding at all."""
    return {
        "Teams": [
            koppen("Teams"),
            rij(
                "Teams",
                team="T01",
                naam="Projecten",
                soort="opgave",
                domein="ruimtelijk",
                teamondersteuner="P1",
                zelforganisatie=3,
                begeleiding="coachend",
                formatie_fte=5,
                gebied="BIL",
                van="jan 2020",
            ),
            rij("Teams", team="T02", naam="Toegang", soort="dienstverlenend", domein="sociaal"),
        ],
        "Personen": [
            koppen("Personen"),
            rij(
                "Personen",
                persoon="P1",
                naam="Manager ruimtelijk",
                rol="strategisch manager",
                domein="ruimtelijk",
            ),
            rij("Personen", persoon="P2", naam="Wethouder wonen", rol="portefeuillehouder"),
        ],
        "Gebieden": [
            koppen("Gebieden"),
            rij("Gebieden", gebied="GEM", naam="Hele gemeente", soort="gemeentebreed"),
            rij(
                "Gebieden",
                gebied="BIL",
                naam="Bilthoven",
                soort="kern",
                valt_onder="GEM",
                inwoners=22500,
            ),
        ],
        "Programmas": [
            koppen("Programmas"),
            rij("Programmas", programma="8", naam="Wonen", portefeuillehouder="P2"),
        ],
        "Begroting": [
            koppen("Begroting"),
            rij(
                "Begroting",
                programma="8",
                jaar=2027,
                taakveld="8.1",
                lasten_cent=1000.5,
                beschikbaar_cent=500,
            ),
        ],
        "Doelen": [
            koppen("Doelen"),
            rij(
                "Doelen",
                doel="D1",
                naam="Betaalbaar wonen",
                bron="strategische agenda",
                programma="8",
                portefeuillehouder="P2",
            ),
        ],
        "Opdrachten": [
            koppen("Opdrachten"),
            rij(
                "Opdrachten",
                opdracht="O1",
                naam="Spoorzone",
                soort_werk="strategische agenda",
                opdrachtgever="P1",
                portefeuillehouders="P2",
                opdrachtnemer="T01",
                programma="8",
                doel="D1",
                wettelijk="nee",
                rang=1,
                status="lopend",
                van="jan 2026",
                tot="dec 2028",
                budget_cent=400,
            ),
            rij(
                "Opdrachten",
                opdracht="O2",
                naam="Beheer wegen",
                soort_werk="regulier",
                opdrachtgever="P1",
                status="gepland",
            ),
        ],
        "Gebiedsagenda": [
            koppen("Gebiedsagenda"),
            rij("Gebiedsagenda", gebied="BIL", opdracht="O1", aandeel_pct=60, soort="kans"),
        ],
        "Capaciteit": [
            koppen("Capaciteit"),
            rij("Capaciteit", team="T01", van="2027-01", tot="2027-12", soort="bezetting", fte=5),
        ],
        "Medewerkers": [
            koppen("Medewerkers"),
            rij("Medewerkers", medewerker="M1", uren_per_week=36, dienstverband="vast"),
        ],
        "Teamrollen": [
            koppen("Teamrollen"),
            rij("Teamrollen", medewerker="M1", team="T02", rol="adviseur", aandeel_pct=80),
        ],
        "Afwezigheid": [
            koppen("Afwezigheid"),
            rij("Afwezigheid", medewerker="M1", van="mrt 2027", tot="apr 2027"),
        ],
        "Inzet": [
            koppen("Inzet"),
            rij(
                "Inzet",
                opdracht="O1",
                team="T01",
                van="jan 2027",
                tot="dec 2027",
                uren_honderdste=1200,
            ),
            rij(
                "Inzet",
                opdracht="O2",
                team="T02",
                van="2027-02",
                tot="30-06-2027",
                uren_honderdste="234,5",
            ),
        ],
        "Uren": [
            koppen("Uren"),
            rij("Uren", maand="okt 2026", team="T01", opdracht="O1", uren_honderdste="58:30"),
        ],
        "Besteding": [
            koppen("Besteding"),
            rij("Besteding", opdracht="O1", maand="okt 2026", euro_cent=99.95),
        ],
        "Teamplannen": [
            koppen("Teamplannen"),
            rij(
                "Teamplannen",
                team="T01",
                jaar=2027,
                regel=1,
                resultaat="Plan vastgesteld",
                opdracht="O1",
                doel="D1",
                nodig_van_team="T02",
            ),
        ],
        "Normen": [
            koppen("Normen"),
            rij("Normen", jaar=2027, verzuim_pct=6.5),
        ],
    }


def boek(bladen: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """The bytes of a workbook with these rows, formulas and number formats included."""
    werkboek = openpyxl.Workbook()
    werkboek.remove(werkboek.worksheets[0])
    for naam, rijen in bladen.items():
        blad = werkboek.create_sheet(naam)
        for nummer, inhoud in enumerate(rijen, start=1):
            for plek, waarde in enumerate(inhoud, start=1):
                zet(blad.cell(nummer, plek), waarde)
    uit = BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


def zet(cel: object, waarde: object) -> None:
    if isinstance(waarde, Opmaak):
        cel.value, cel.number_format = waarde.waarde, waarde.formaat
    elif waarde is not None:
        cel.value = waarde


def goed_met(**cellen: object) -> bytes:
    """The sound workbook with some cells changed: `Inzet_E2="twaalf"`."""
    werkboek = openpyxl.load_workbook(BytesIO(boek(goed())))
    for plek, waarde in cellen.items():
        naam, _, adres = plek.rpartition("_")
        cel = werkboek[naam][adres]
        cel.value = None
        zet(cel, waarde)
    uit = BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


def keur(
    inhoud: bytes | Mapping[str, Sequence[Sequence[object]]],
    opgeslagen: Mapping[str, Sequence[Rij]] | None = None,
    besloten_rang: Mapping[str, int] | None = None,
) -> Beoordeling:
    """Judge one workbook, given as bytes or as rows."""
    bytes_ = inhoud if isinstance(inhoud, bytes) else boek(inhoud)
    return beoordeel(
        [Bestand(naam="werkboek.xlsx", inhoud=bytes_)],
        opgeslagen or {},
        besloten_rang or {},
        lees=lees_bestand,  # the guarded process has tests of its own (test_bewaking.py)
    )


def gevonden(beoordeling: Beoordeling) -> set[str]:
    """Findings as `CODE Inzet!E2`."""
    return {f"{b.code} {b.plaats}" for b in beoordeling.bevindingen}


def bewaar(opslag: Opslag, beoordeling: Beoordeling) -> Opslag:
    """What a store does with the mutations: delete every old row, insert every new one."""
    assert beoordeling.mag_door, beoordeling.fouten
    na = {naam: list(rijen) for naam, rijen in opslag.items()}
    for mutatie in beoordeling.mutaties:
        if mutatie.oud is not None:
            na[mutatie.blad].remove(mutatie.oud)
    for mutatie in beoordeling.mutaties:
        if mutatie.nieuw is not None:
            na.setdefault(mutatie.blad, []).append(mutatie.nieuw)
    for naam, rijen in na.items():
        sleutels = [tuple(rij.get(v) for v in PER_BLAD[naam].opslagsleutel) for rij in rijen]
        assert len(sleutels) == len(set(sleutels)), f"dubbele sleutel in {naam}"
    return na


def lever(opslag: Opslag, bladen: Mapping[str, Sequence[Sequence[object]]]) -> Opslag:
    """The stored rows after a workbook that must be accepted."""
    return bewaar(opslag, keur(bladen, opslag))


def herpak(inhoud: bytes, verander: Callable[[str, bytes], bytes | None]) -> bytes:
    """The package with every part passed through `verander`; None leaves a part out."""
    uit = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(inhoud)) as bron,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel,
    ):
        for deel in bron.namelist():
            nieuw = verander(deel, bron.read(deel))
            if nieuw is not None:
                doel.writestr(deel, nieuw)
    return uit.getvalue()


def met_deel(inhoud: bytes, naam: str, deel: bytes) -> bytes:
    """The package with one part added."""
    uit = BytesIO(inhoud)
    with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as pakket:
        pakket.writestr(naam, deel)
    return uit.getvalue()


def telling(beoordeling: Beoordeling, blad: str) -> tuple[int, int, int, int]:
    """(nieuw, gewijzigd, vervallen, blijft) of one sheet."""
    for verschil in beoordeling.verschil:
        if verschil.blad == blad:
            return (verschil.nieuw, verschil.gewijzigd, verschil.vervallen, verschil.blijft)
    raise AssertionError(f"blad {blad} staat niet in het verschil")
