"""Claims as a screen shows them: names, hours, rights, and a draft that only a person makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.domain.wijziging import InzetWijziging, Rang
from sturing.engine.claims import Partij, bepaal_claims
from sturing.engine.claimvoorstel import Voorstelsoort
from sturing.errors import InvoerError, RechtError
from sturing.services.beelden import Geweigerd, Keuze, Leeg
from sturing.services.claims import claimsbeeld, neem_voorstel
from sturing.services.claimsbeeld import Claimsbeeld, claimrijen
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.opdrachtgeveroverleg import open_claims
from sturing.store import concepten, logboek
from tests.services.conftest import omgeving_met, rijen

VAN = {"S1": "AA", "S2": "AA", "S3": "SM", "R1": "SM", "R2": "PV", "W1": "PV"}


@pytest.fixture
def betwist() -> Iterator[Omgeving]:
    """T2 has 1,375 hours in 2027; in order AA asks 900 and 700 of it, SM 600, PV 50. The other
    teams have enough for all."""
    gegeven = rijen()
    (voorbeeld,) = (rij for rij in gegeven["Inzet"] if rij["opdracht"] == "S3")
    gegeven["Inzet"].append(voorbeeld | {"opdracht": "R2", "uren_honderdste": 5_000})
    gegeven["Personen"].append(
        gegeven["Personen"][0]
        | {"persoon": "AA", "naam": "Projectleider AA", "rol": "projectleider"}
    )
    gegeven["Opdrachten"] = [
        rij | {"opdrachtgever": VAN.get(str(rij["opdracht"]))} for rij in gegeven["Opdrachten"]
    ]
    omgeving = omgeving_met(gegeven)
    yield omgeving
    omgeving.sluit()


def beeld(omgeving: Omgeving, wie: Wie = LOKAAL, *gekozen: str) -> Claimsbeeld:
    uit = claimsbeeld(omgeving, wie, gekozen or None)
    assert isinstance(uit, Claimsbeeld)
    return uit


def test_de_zin_en_de_tabel_zeggen_waar_zij_samen_te_veel_vragen(betwist: Omgeving) -> None:
    uit = beeld(betwist, LOKAAL, "SM", "AA")
    assert [keuze.sleutel for keuze in uit.gekozen] == ["AA", "SM"]
    (rij,) = uit.rijen
    assert (rij.naam, rij.maanden, rij.gevraagd_uren) == ("Team T2", "jan–dec", (1_600, 600))
    assert rij.beschikbaar_uren == rij.over_uren
    assert (rij.over_uren, rij.tekort_uren) == (1_375, 825)
    assert (rij.anderen, rij.andere_uren) == ((("Dorpsplein", 50),), 0)
    assert uit.kop.titel == (
        f"Projectleider AA en SM ruimtelijk vragen samen {rij.tekort_uren}\u00a0uur te veel van "
        "Team T2."
    )
    assert "Plan 2027" in uit.kop.bijschrift
    assert uit.verborgen == ""


def test_wat_voor_hen_over_is_is_zonder_wat_anderen_krijgen(betwist: Omgeving) -> None:
    (rij,) = beeld(betwist, LOKAAL, "PV", "SM").rijen
    assert (rij.gevraagd_uren, rij.beschikbaar_uren) == ((50, 600), 1_375)
    assert (rij.over_uren, rij.tekort_uren) == (0, 650)
    assert (rij.anderen, rij.andere_uren) == ((("Spoorzone", 900), ("Schapenweide", 700)), 0)


def test_elk_voorstel_zegt_wat_ieder_krijgt_en_wat_er_zou_veranderen(betwist: Omgeving) -> None:
    beurt, gelijk, score = beeld(betwist, LOKAAL, "AA", "SM").voorstellen
    assert [v.titel for v in (beurt, gelijk, score)] == [
        "Om de beurt",
        "Gelijke delen",
        "Naar score",
    ]
    assert "Projectleider AA begint." in beurt.uitleg
    assert [k.naam for k in gelijk.krijgen] == ["Projectleider AA", "SM ruimtelijk"]
    assert [k.voor_uren for k in gelijk.krijgen] == [k.voor_uren for k in beurt.krijgen]
    aa, sm = gelijk.krijgen
    assert (aa.verschil_uren, sm.verschil_uren) == (-600, 600)
    assert gelijk.wijzigingen
    assert all(" uur van Team T2" in zin for zin in gelijk.wijzigingen)
    assert beurt.wijzigingen
    assert all("plaats" in zin for zin in beurt.wijzigingen)


def test_wie_elkaar_niet_in_de_weg_zit_krijgt_geen_tabel_en_geen_voorstel(
    betwist: Omgeving,
) -> None:
    uit = claimsbeeld(betwist, LOKAAL, ["AA", "PV"], Horizon.planjaar(2026))
    assert isinstance(uit, Claimsbeeld)
    assert uit.kop.titel.endswith("zitten elkaar niet in de weg: samen vragen zij nergens te veel.")
    assert (uit.rijen, uit.voorstellen) == ((), ())
    een = beeld(betwist, LOKAAL, "SM", "bestaat niet")
    assert een.kop.titel.startswith("Kies twee of meer opdrachtgevers")
    assert [keuze.sleutel for keuze in een.gekozen] == ["SM"]


def test_zonder_keuze_gaat_het_over_u_en_met_wie_u_het_meest_strijdt(betwist: Omgeving) -> None:
    manager = replace(LOKAAL, persoon=PersoonCode("PV"))
    assert [k.sleutel for k in beeld(betwist, manager).gekozen] == ["PV", "SM"]
    assert [k.sleutel for k in beeld(betwist).gekozen] == ["AA", "SM"]


def test_een_voorstel_wordt_een_nieuw_concept_en_verandert_verder_niets(betwist: Omgeving) -> None:
    voor = betwist.basis().uitkomst.vingerafdruk
    eerste = concepten.maak(betwist.opslag, naam="van mij", eigenaar="lokaal", basis_levering=1)
    nummer = neem_voorstel(betwist, LOKAAL, ["SM", "AA"], Voorstelsoort.GELIJK)
    concept = concepten.lees(betwist.opslag, nummer)
    assert (concept.naam, concept.eigenaar, concept.basis_levering) == (
        "Gelijke delen: Projectleider AA en SM ruimtelijk",
        "lokaal",
        1,
    )
    assert {type(x) for x in concept.wijzigingen} == {InzetWijziging}
    regel = logboek.lees(betwist.opslag)[-1]
    assert (regel.account, regel.actie) == ("lokaal", "scenario maken")
    assert (regel.object, regel.nieuw) == (f"scenario {nummer}", concept.naam)
    tweede = neem_voorstel(betwist, LOKAAL, ["SM", "AA"], Voorstelsoort.OM_DE_BEURT)
    assert {type(x) for x in concepten.lees(betwist.opslag, tweede).wijzigingen} == {Rang}
    assert concepten.lees(betwist.opslag, eerste.id) == eerste
    assert betwist.basis().uitkomst.vingerafdruk == voor


def test_een_voorstel_dat_niets_verandert_wordt_geen_concept(betwist: Omgeving) -> None:
    for gekozen in (["SM"], ["AA", "PV"]):
        with pytest.raises(InvoerError):
            neem_voorstel(betwist, LOKAAL, gekozen, Voorstelsoort.GELIJK, Horizon.planjaar(2026))
    assert concepten.lijst(betwist.opslag) == ()


def test_op_opdrachtgever_staat_met_wie_hij_strijdt_zoals_claims_het_zegt(
    betwist: Omgeving,
) -> None:
    basis = betwist.basis()
    eerste, tweede = open_claims(basis, LOKAAL, PersoonCode("SM"))
    assert (eerste.naam, eerste.teams, eerste.team) == ("Projectleider AA", 1, "Team T2")
    (rij,) = beeld(betwist, LOKAAL, "SM", "AA").rijen
    assert eerste.tekort_uren == rij.tekort_uren == 825
    assert (tweede.persoon, tweede.tekort_uren) == ("PV", 650)
    assert open_claims(basis, LOKAAL, PersoonCode("niemand")) == ()
    eigen = frozenset(map(OpdrachtCode, ("S2", "S3")))
    ziet = wie(RechtRol.PROJECTLEIDER, eigen_opdrachten=eigen)
    assert open_claims(basis, ziet, PersoonCode("SM")) == ()


# Rights -----------------------------------------------------------------------------------------


def wie(rol: RechtRol, **velden: object) -> Wie:
    return Wie(
        account="proef",
        naam="Proef",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=rol),),
        **velden,  # type: ignore[arg-type]
    )


def test_wat_u_niet_mag_zien_heeft_geen_naam_en_een_ander_team_telt_niet_mee(
    betwist: Omgeving,
) -> None:
    eigen = frozenset(map(OpdrachtCode, ("S2", "R1", "S3")))
    ziet = wie(RechtRol.PROJECTLEIDER, eigen_opdrachten=eigen)
    uit = beeld(betwist, ziet, "AA", "SM", "PV")
    assert {keuze.sleutel for keuze in uit.partijen} == {"AA", "SM"}
    assert [keuze.sleutel for keuze in uit.gekozen] == ["AA", "SM"]
    assert uit.verborgen == "Van 1 team mag u de uren niet zien. Die tellen hier niet mee."
    assert uit.kop.titel.endswith("niet in de weg bij de teams die u mag zien.")
    assert (uit.rijen, uit.voorstellen) == ((), ())
    with pytest.raises(InvoerError):
        neem_voorstel(betwist, ziet, ["AA", "SM"], Voorstelsoort.GELIJK)


def test_uren_van_een_opdracht_die_u_niet_mag_zien_tellen_als_andere(betwist: Omgeving) -> None:
    basis = betwist.basis()
    partijen = [
        Partij(sleutel="AA", opdrachten=frozenset({OpdrachtCode("S2")})),
        Partij(sleutel="SM", opdrachten=frozenset({OpdrachtCode("S3")})),
    ]
    claims = bepaal_claims(basis.uitkomst, partijen)
    keuzes = [Keuze(sleutel=p.sleutel, naam=p.sleutel) for p in partijen]
    zien = {OpdrachtCode("S2"), OpdrachtCode("S3"), OpdrachtCode("R2")}
    (rij,) = claimrijen(claims.betwist, keuzes, zien, basis.namen)
    assert (rij.gevraagd_uren, rij.anderen) == ((700, 600), (("Dorpsplein", 50),))
    assert rij.andere_uren == 900


def test_zonder_recht_is_er_geen_beeld_en_geen_concept(betwist: Omgeving) -> None:
    for iemand in (wie(RechtRol.BEHEERDER), wie(RechtRol.BESTUUR)):
        assert isinstance(claimsbeeld(betwist, iemand), Geweigerd)
        with pytest.raises(RechtError):
            neem_voorstel(betwist, iemand, ["AA", "SM"], Voorstelsoort.GELIJK)
    assert concepten.lijst(betwist.opslag) == ()


def test_zonder_twee_opdrachtgevers_zegt_het_scherm_wat_te_doen(lege_omgeving: Omgeving) -> None:
    uit = claimsbeeld(lege_omgeving, LOKAAL)
    assert isinstance(uit, Leeg)
    assert uit.naar == "gegevens"
