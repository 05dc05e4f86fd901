"""From a workbook to the JSON of `sturing verdeling --json`: shape, sums, and a second calculation.

Drawn plans go through the real reader and a real database; the oracle beside this file reads the
same cells and shares no code with the product.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Horizon, Maand
from sturing.services.inlezen import lees_in
from sturing.services.omgeving import Omgeving, open_voor_commando, systeem
from sturing.services.verdeling_json import verdeling

from .orakel import reken
from .trekking import Trekking

UREN = {"gevraagd_uren", "toegekend_uren"}
EUROS = {"gevraagd_euro", "toegekend_euro"}
TELLING = {"haalbaar", "onder_druk", "niet_haalbaar", "zonder_vraag"}
DIMENSIES = {"opdrachtgever", "gebied", "programma", "team", "soort_werk", "portefeuillehouder"}
BREED = 14  # hours, budget lines that fall short, areas, more than one portefeuillehouder


def antwoord(omgeving: Omgeving, trekking: Trekking, methode: Methode) -> dict[str, Any]:
    """The object as a reader of the JSON text gets it."""
    horizon = Horizon(Maand(*trekking.van), Maand(*trekking.tot))
    uit: dict[str, Any] = json.loads(
        json.dumps(verdeling(omgeving, systeem(), horizon, methode), allow_nan=False)
    )
    return uit


def gevuld(trekking: Trekking, map_: Path) -> Omgeving:
    """A database that holds the workbook of `trekking`."""
    bestand = map_ / "plan.xlsx"
    bestand.write_bytes(trekking.werkboek())
    omgeving = open_voor_commando(None, nieuw=True)
    uitkomst = lees_in(
        omgeving,
        systeem(),
        [(bestand.name, bestand.read_bytes())],
        alleen_controle=False,
        streng=False,
        bevestig=False,
    )
    fouten = [b.melding for b in uitkomst.bevindingen if b.ernst.value == "fout"]
    assert (uitkomst.status, fouten) == ("opgeslagen", [])
    bladen = {blad: len(rijen) for blad, rijen in trekking.boek.items() if rijen}
    assert {v.blad: (v.nieuw, v.gewijzigd, v.vervallen) for v in uitkomst.verschil} == {
        blad: (aantal, 0, 0) for blad, aantal in bladen.items()
    }
    return omgeving


def geteld(rij: dict[str, Any]) -> dict[str, Any]:
    """The same row with hours and euros as integers of a hundredth."""
    uit = {}
    for sleutel, waarde in rij.items():
        if sleutel.endswith(("_uren", "_euro")):
            assert type(waarde) in (int, float)
            assert waarde == round(waarde, 2)
            uit[sleutel] = round(waarde * 100)
        else:
            uit[sleutel] = geteld(waarde) if isinstance(waarde, dict) else waarde
    return uit


def als_kaarten(json_: dict[str, Any]) -> dict[str, Any]:
    """The lists of the contract as maps by key, in the form of the oracle."""

    def kaart(rijen: list[dict[str, Any]], *sleutels: str) -> dict[Any, Any]:
        uit = {}
        for rij in map(geteld, rijen):
            if "maand" in rij:
                rij["maand"] = tuple(int(deel) for deel in rij["maand"].split("-"))
            sleutel = tuple(rij.pop(s) for s in sleutels)
            assert sleutel not in uit
            uit[sleutel] = tuple(rij.values())
        return uit

    per = {}
    for dimensie, rijen in json_["per"].items():
        per[dimensie] = {rij["sleutel"]: geteld(rij) for rij in rijen}
        assert len(per[dimensie]) == len(rijen)
        for rij in per[dimensie].values():
            del rij["sleutel"]
    return {
        "aanbod": {k: uren for k, (uren,) in kaart(json_["aanbod"], "team", "maand").items()},
        "lijn": json_["lijn"],
        "opdrachten": [geteld(rij) for rij in json_["opdrachten"]],
        "regels": kaart(json_["regels"], "opdracht", "team", "maand"),
        "budget": kaart(json_["budget"], "opdracht", "programma", "jaar"),
        "per": per,
    }


@pytest.mark.parametrize("zaad", range(25))
def test_hours_euros_statuses_line_and_sums_equal_a_second_plain_calculation(zaad, tmp_path):
    trekking = Trekking(zaad)
    omgeving = gevuld(trekking, tmp_path)
    try:
        for methode in Methode:
            json_ = antwoord(omgeving, trekking, methode)
            assert json_["methode"] == methode.value
            verwacht = reken(trekking.boek, trekking.van, trekking.tot, methode.value)
            gekregen = als_kaarten(json_)
            for deel, waarde in verwacht.items():
                assert gekregen[deel] == waarde, f"{methode.value}: {deel}"
    finally:
        omgeving.sluit()


@pytest.fixture(scope="module")
def brede_antwoorden(tmp_path_factory):
    trekking = Trekking(BREED)
    omgeving = gevuld(trekking, tmp_path_factory.mktemp("breed"))
    yield trekking, [antwoord(omgeving, trekking, methode) for methode in Methode]
    omgeving.sluit()


def test_the_contract_has_exactly_these_keys_and_kinds_of_value(brede_antwoorden):
    trekking, antwoorden = brede_antwoorden
    for json_ in antwoorden:
        assert list(json_) == [
            *("versie", "methode", "horizon", "aanbod", "lijn"),
            *("opdrachten", "regels", "budget", "per"),
        ]
        assert json_["versie"] == 1
        assert json_["horizon"] == [
            "{:04d}-{:02d}".format(*m) for m in (trekking.van, trekking.tot)
        ]
        assert all(set(a) == {"team", "maand", "netto_uren"} for a in json_["aanbod"])
        assert [o["plaats"] for o in json_["opdrachten"]] == [
            *range(1, len(json_["opdrachten"]) + 1)
        ]
        kop = {"opdracht", "plaats", "status", "past"} | UREN | EUROS
        for o in json_["opdrachten"]:
            assert set(o) == kop
            assert o["status"] in ("haalbaar", "onder druk", "niet haalbaar", None)
            assert isinstance(o["past"], bool)
        assert json_["regels"]
        assert json_["budget"]
        for regel in json_["regels"]:
            assert set(regel) == {"opdracht", "team", "maand"} | UREN
            assert regel["gevraagd_uren"] > 0
        for regel in json_["budget"]:
            assert set(regel) == {"opdracht", "programma", "jaar"} | EUROS
            assert regel["gevraagd_euro"] > 0
        assert set(json_["per"]) == DIMENSIES


def test_rows_per_key_have_their_own_extra_columns_and_null_comes_last(brede_antwoorden):
    _, antwoorden = brede_antwoorden
    extra = {"gebied": {"met_onderliggend"}, "portefeuillehouder": {"mede"}}
    for json_ in antwoorden:
        for dimensie, rijen in json_["per"].items():
            sleutels = [rij["sleutel"] for rij in rijen]
            assert sleutels == sorted(sleutels, key=lambda s: (s is None, s or ""))
            for rij in rijen:
                eigen = extra.get(dimensie, set())
                if dimensie == "team" and rij["sleutel"] is not None:
                    eigen = {"aanbod_uren"}
                assert set(rij) == {"sleutel", "opdrachten"} | UREN | eigen
                assert set(rij["opdrachten"]) == TELLING
                for naam in eigen - {"aanbod_uren"}:
                    assert set(rij[naam]) == UREN


def test_every_dimension_adds_up_to_the_whole(brede_antwoorden):
    for json_ in map(als_kaarten, brede_antwoorden[1]):
        for soort in UREN:
            geheel = sum(o[soort] for o in json_["opdrachten"])
            assert geheel > 0
            for rijen in json_["per"].values():
                assert sum(rij[soort] for rij in rijen.values()) == geheel
        for dimensie in ("opdrachtgever", "programma", "soort_werk", "portefeuillehouder"):
            tellingen = [rij["opdrachten"] for rij in json_["per"][dimensie].values()]
            assert sum(sum(t.values()) for t in tellingen) == len(json_["opdrachten"])


def test_supply_lists_every_team_and_month_of_the_horizon_also_without_hours(brede_antwoorden):
    trekking, antwoorden = brede_antwoorden
    maanden = (trekking.tot[0] - trekking.van[0]) * 12 + trekking.tot[1] - trekking.van[1] + 1
    for json_ in antwoorden:
        paren = [(a["team"], a["maand"]) for a in json_["aanbod"]]
        assert paren == sorted(set(paren))
        assert len(paren) == len(trekking.teams) * maanden
