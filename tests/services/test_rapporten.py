"""Reports on the small organisation, worked out by hand; who may make them, and the log.

T2 has 1,375 hours and is asked 2,200: Spoorzone (S1) gets its 900, Schapenweide (S2) 475 of 700 and
Nobelkwartier (S3) none of 600. All other teams have enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sturing.domain.codes import GebiedCode
from sturing.domain.keuzes import Domein, GebiedSoort
from sturing.domain.organisatie import Gebied
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wie import RechtRol, Wie
from sturing.engine.effecten import Dimensie
from sturing.errors import InvoerError, RechtError
from sturing.rapport.model import Grafiek, Rapport, Soort, Tabel, Vorm, Zinnen
from sturing.services import notatie, rapportverzoek, scenarios
from sturing.services import prioriteiten as p
from sturing.services.blik import Kijk
from sturing.services.gebiedsregels import binnen, gebiedsregels
from sturing.services.omgeving import LOKAAL, Omgeving, systeem
from sturing.services.overzicht import overzicht
from sturing.services.overzichtbeeld import Overzichtbeeld
from sturing.services.rapportage import Rapportagebeeld, rapportage
from sturing.services.rapportbron import bron_van
from sturing.services.rapporten import ACTIE, maak_brief, maak_rapport, rapport_uit
from sturing.services.rapportrecht import keuzes
from sturing.store import logboek
from tests.services.besluitproef import persoon
from tests.services.conftest import omgeving_met, rijen

DIRECTIE = persoon("dir", RechtRol.DIRECTIE)
BESTUUR = persoon("wet", RechtRol.BESTUUR, persoon="WET")
SOCIAAL = persoon("ss", RechtRol.STRATEGISCH_MANAGER, "sociaal")
ONDERSTEUNER = persoon("to", RechtRol.TEAMONDERSTEUNER, teams=frozenset({"T2"}))
PROJECTLEIDER = persoon("pl", RechtRol.PROJECTLEIDER, persoon="SM")
MAKELAAR = persoon("gm", RechtRol.GEBIEDSMAKELAAR, gebieden=frozenset({"GEM"}))
MEDEWERKER = persoon("med", RechtRol.MEDEWERKER, teams=frozenset({"T2"}))


@pytest.fixture(scope="module")
def klein() -> Iterator[Omgeving]:
    """The small organisation for who only reads."""
    omgeving = omgeving_met(rijen())
    yield omgeving
    omgeving.sluit()


def maak(omgeving: Omgeving, soort: Soort, sleutel: str = "", wie: Wie = LOKAAL) -> Rapport:
    return rapport_uit(bron_van(omgeving, wie), soort, sleutel)


def tabel(rapport: Rapport, blad: str) -> Tabel:
    return next(d for d in rapport.delen if isinstance(d, Tabel) and d.blad == blad)


def cellen(gegeven: Tabel) -> list[list[str]]:
    return [[cel.tekst for cel in rij.cellen] for rij in gegeven.rijen]


def zinnen(rapport: Rapport, kop: str) -> tuple[str, ...]:
    return next(d.zinnen for d in rapport.delen if isinstance(d, Zinnen) and d.kop == kop)


def test_an_opdrachtgever_reads_the_own_opdrachten_in_order_and_they_add_up(
    klein: Omgeving,
) -> None:
    rapport = maak(klein, Soort.OPDRACHTGEVER, "SM")
    assert rapport.zin == (
        "Van de 5 opdrachten van Strategisch manager ruimtelijk domein zijn er 1 niet haalbaar en "
        "1 onder druk, vooral door Team T2."
    )
    assert cellen(tabel(rapport, "Opdrachten")) == [
        ["2", "Spoorzone", "2.100", "2.100", "100%", "haalbaar", ""],
        ["3", "Schapenweide", "1.100", "875", "80%", "onder druk", "Team T2"],
        ["4", "Nobelkwartier", "600", "0", "0%", "niet haalbaar", "Team T2"],
        ["5", "Groenonderhoud", "2.000", "2.000", "100%", "haalbaar", ""],
        ["7", "Visie zonder uren", "0", "0", "–", "–", ""],
        ["", "Samen", "5.800", "4.975", "86%", "", ""],
    ]
    assert [(c.naam, c.waarde) for c in rapport.cijfers] == [
        ("Opdrachten", "5"),
        ("Gevraagd", "5.800\u00a0uur"),
        ("Toegekend", "4.975\u00a0uur"),
        ("Tekort", "825\u00a0uur"),
    ]
    assert zinnen(rapport, "Wat er tekortkomt en waarom") == (
        "Team T2 komt 825\u00a0uur tekort voor 2 opdrachten, in jan–dec.",
    )
    assert zinnen(rapport, "Geparkeerd") == (
        "1 opdracht staat op de parkeerplaats en vraagt nu geen uren: Oud project.",
    )
    assert zinnen(rapport, "Sinds het laatste besluit") == ("Er is nog geen besluit genomen.",)


def test_a_team_reads_its_own_hours_and_the_status_of_the_whole_opdracht(
    klein: Omgeving,
) -> None:
    rapport = maak(klein, Soort.TEAM, "T2")
    assert rapport.naam == "team-t2"
    assert rapport.zin == (
        "Van Team T2 wordt 60% meer gevraagd dan er is. "
        "2 van de 3 opdrachten krijgen hier niet alles."
    )
    assert [rij[1:-2] for rij in cellen(tabel(rapport, "Opdrachten"))] == [
        ["Spoorzone", "SM ruimtelijk", "900", "900", "100%"],
        ["Schapenweide", "SM ruimtelijk", "700", "475", "68%"],
        ["Nobelkwartier", "SM ruimtelijk", "600", "0", "0%"],
        ["Samen", "", "2.200", "1.375", "63%"],
    ]


def test_legal_work_that_does_not_fit_is_what_a_team_reads_first() -> None:
    gegeven = rijen()
    for rij in gegeven["Inzet"]:
        if rij["opdracht"] == "W1":
            rij["uren_honderdste"] = 3000_00
    omgeving = omgeving_met(gegeven)
    assert maak(omgeving, Soort.TEAM, "T1").zin == (
        "Wettelijk werk vraagt bij Team T1 249\u00a0uur meer dan er is. "
        "Van Team T1 wordt 9% meer gevraagd dan er is. De enige opdracht krijgt hier niet alles."
    )
    omgeving.sluit()


def test_the_directie_reads_the_sentence_and_figures_of_overzicht(klein: Omgeving) -> None:
    rapport = maak(klein, Soort.DIRECTIE)
    beeld = overzicht(klein, LOKAAL)
    assert isinstance(beeld, Overzichtbeeld)
    assert rapport.zin == beeld.kop.titel
    assert [(c.naam, c.waarde) for c in rapport.cijfers] == [
        (c.naam, c.waarde) for c in beeld.kerncijfers
    ]
    assert cellen(tabel(rapport, "Per portefeuillehouder"))[-1] == [
        *("Samen", "7", "1", "1", "9.300", "8.475", "91%"),
    ]
    krap = cellen(tabel(rapport, "Niet haalbaar of onder druk"))
    assert [rij[1] for rij in krap] == ["Schapenweide", "Nobelkwartier", "Samen"]
    assert [len(t.rijen) for t in rapport.bijlagen] == [8]


def test_the_months_of_the_directie_are_those_of_overzicht(klein: Omgeving) -> None:
    (grafiek,) = (d for d in maak(klein, Soort.DIRECTIE).delen if isinstance(d, Grafiek))
    beeld = overzicht(klein, LOKAAL)
    assert isinstance(beeld, Overzichtbeeld)
    for veld, van in (
        (grafiek.beschikbaar, "aanbod_honderdste"),
        (grafiek.gevraagd, "gevraagd_honderdste"),
        (grafiek.toegekend, "toegekend_honderdste"),
        (grafiek.tekort, "tekort_honderdste"),
    ):
        assert veld == tuple(notatie.uren_heel(getattr(m, van)) for m in beeld.maanden)
    assert grafiek.zin == (
        "In december 2027 is het tekort het grootst: 74\u00a0uur van de 839 gevraagd."
    )


def test_the_parts_of_all_areas_are_the_whole(klein: Omgeving) -> None:
    uitkomst = klein.basis().uitkomst
    for regel in uitkomst.effecten.per[Dimensie.GEBIED]:
        deel = gebiedsregels(uitkomst, {regel.sleutel})
        assert sum(r.gevraagd_honderdste for r in deel) == regel.gevraagd_honderdste
        assert sum(r.toegekend_honderdste for r in deel) == regel.toegekend_honderdste


def test_an_area_counts_what_lies_below_it_and_the_gemeentebreed_one_stands_alone() -> None:
    def gebied(code: str, soort: GebiedSoort, onder: str | None) -> Gebied:
        return Gebied(gebied=code, naam=code, soort=soort, valt_onder=onder)

    boom = (
        gebied("GEM", GebiedSoort.GEMEENTEBREED, None),
        gebied("K", GebiedSoort.KERN, "GEM"),
        gebied("K-W", GebiedSoort.WIJK, "K"),
    )
    assert binnen(boom, GebiedCode("K")) == ("K", "K-W")
    assert binnen(boom, GebiedCode("K-W")) == ("K-W",)
    assert binnen(boom, GebiedCode("GEM")) == ("GEM",)


def test_a_scenario_says_that_it_is_one_and_what_differs(omgeving: Omgeving) -> None:
    nummer = scenarios.maak(omgeving, LOKAAL, "Nobel eerst")
    bord = p.bord(omgeving, LOKAAL)
    p.verplaats(omgeving, LOKAAL, bord.versie, "S3", 2)  # type: ignore[union-attr]
    rapport = rapport_uit(
        bron_van(omgeving, LOKAAL, Kijk(scenario=nummer)), Soort.OPDRACHTGEVER, "SM"
    )
    assert rapport.herkomst.plan.startswith("scenario ‘Nobel eerst’")
    assert zinnen(rapport, "Verschil met het plan van nu") == (
        "Dit is scenario ‘Nobel eerst’. Het is een concept: er is niets besloten.",
        "Daarin krijgen 1 opdracht meer en 2 opdrachten minder uren of geld.",
    )
    # 1.375 of T2 go to S3 (600) and S1 (775); S2 keeps its 400 of T3.
    assert cellen(tabel(rapport, "Verschil")) == [
        ["Nobelkwartier", "0", "600", "+600"],
        ["Schapenweide", "875", "400", "−475"],
        ["Spoorzone", "2.100", "1.975", "−125"],
        ["Samen", "2.975", "2.975", "0"],
    ]


def test_a_scenario_without_changes_differs_nowhere(omgeving: Omgeving) -> None:
    nummer = scenarios.maak(omgeving, LOKAAL, "Nog leeg")
    bron = bron_van(omgeving, LOKAAL, Kijk(scenario=nummer))
    rapport = rapport_uit(bron, Soort.OPDRACHTGEVER, "SM")
    assert zinnen(rapport, "Verschil met het plan van nu")[1] == (
        "Daarin krijgt geen van deze opdrachten meer of minder uren of geld."
    )
    nu = maak(omgeving, Soort.OPDRACHTGEVER, "SM")
    assert cellen(tabel(rapport, "Opdrachten")) == cellen(tabel(nu, "Opdrachten"))


@pytest.mark.parametrize(
    ("wie", "soorten"),
    [
        (DIRECTIE, {"directie": 1, "opdrachtgever": 2, "gebied": 1, "team": 4}),
        (SOCIAAL, {}),
        (ONDERSTEUNER, {"team": 1}),
        (PROJECTLEIDER, {"opdrachtgever": 1}),
        (MAKELAAR, {"gebied": 1}),
        (BESTUUR, {"directie": 1}),
        (MEDEWERKER, {}),
    ],
    ids=lambda value: value.account if isinstance(value, Wie) else "",
)
def test_only_what_may_be_made_is_offered(
    klein: Omgeving, wie: Wie, soorten: dict[str, int]
) -> None:
    bron = bron_van(klein, wie)
    alle = keuzes(bron)
    assert {soort.value: len(lijst) for soort, lijst in alle.items()} == soorten
    for soort in Soort:
        for keuze in keuzes(bron_van(klein, DIRECTIE)).get(soort, ()):
            if keuze in alle.get(soort, ()):
                assert rapport_uit(bron, soort, keuze.sleutel).delen
            else:
                with pytest.raises(RechtError):
                    rapport_uit(bron, soort, keuze.sleutel)


def test_a_right_on_groups_only_gives_the_organisation_without_an_opdracht_or_team_by_name(
    klein: Omgeving,
) -> None:
    rapport = maak(klein, Soort.DIRECTIE, wie=BESTUUR)
    geschreven = str(rapport)
    for naam in ("Schapenweide", "Nobelkwartier", "Spoorzone", "Team T2"):
        assert naam not in geschreven
    assert rapport.bijlagen == ()
    assert rapport.zin == (
        "Van de 7 opdrachten van de organisatie zijn er 1 niet haalbaar en 1 onder druk."
    )


def test_what_may_not_go_along_by_name_is_one_row_so_that_the_columns_add_up(
    klein: Omgeving,
) -> None:
    # The area is theirs, and no opdracht of it hangs on the agenda of that area.
    rijen_ = cellen(tabel(maak(klein, Soort.GEBIED, "GEM", MAKELAAR), "Opdrachten"))
    assert rijen_ == [
        ["", "6 opdrachten buiten uw werk", "", "9.300", "8.475", "91%", "", ""],
        ["", "Samen", "", "9.300", "8.475", "91%", "", ""],
    ]


def test_every_file_that_is_made_has_a_line_in_the_log_and_a_refusal_has_none(
    omgeving: Omgeving,
) -> None:
    wie = systeem("proef")
    bestand = maak_rapport(omgeving, wie, Soort.TEAM, "T2", Vorm.XLSX)
    assert bestand.naam == "team-t2.xlsx"
    assert bestand.inhoud.startswith(b"PK")
    maak_brief(omgeving, wie, "S3", Vorm.PDF)
    rapportverzoek.maak_gevraagd(omgeving, wie, "bundel", "", ".zip")
    with pytest.raises(RechtError):
        maak_rapport(omgeving, SOCIAAL, Soort.TEAM, "T2", Vorm.PDF)
    with pytest.raises(RechtError, match="U mag geen rapportages maken"):
        rapportverzoek.maak_gevraagd(omgeving, MEDEWERKER, "bundel", "", ".zip")
    regels = [r for r in logboek.lees(omgeving.opslag) if r.actie == ACTIE]
    kenmerk = bron_van(omgeving, wie).herkomst.kenmerk
    assert [(r.account, r.object, r.nieuw) for r in regels] == [
        ("systeem:proef", "rapportage team T2", f"xlsx, kenmerk {kenmerk}"),
        ("systeem:proef", "brief S3", f"pdf, kenmerk {kenmerk}"),
        ("systeem:proef", "bundel", f"zip met 8 rapportages, kenmerk {kenmerk}"),
    ]
    assert logboek.verifieer(omgeving.opslag) is None


@pytest.mark.parametrize(
    ("soort", "sleutel", "uitgang", "zegt"),
    [
        ("weer", "", ".pdf", "Rapportage 'weer' bestaat niet."),
        ("team", "", ".pdf", "Van wie of wat"),
        ("team", "T9", ".pdf", "Team 'T9' bestaat niet."),
        ("gebied", "ZZ", ".pdf", "Gebied 'ZZ' bestaat niet."),
        ("opdrachtgever", "X", ".pdf", "'X' is van geen enkele opdracht opdrachtgever."),
        ("portefeuillehouder", "SM", ".pdf", "'SM' is van geen enkele opdracht"),
        ("directie", "T2", ".pdf", "van de hele organisatie"),
        ("directie", "", ".txt", "'.txt' is geen bestand dat hier kan."),
        ("directie", "", "", "heeft geen uitgang"),
        ("bundel", "T2", ".zip", "Een bundel is van alles samen."),
        ("bundel", "", ".pdf", "'.pdf' is geen bestand dat hier kan."),
        ("brief", "S3", ".xlsx", "'.xlsx' is geen bestand dat hier kan."),
        ("brief", "S1", ".pdf", "Opdracht 'S1' is haalbaar."),
        ("brief", "ZZ", ".pdf", "Opdracht 'ZZ' vraagt nu geen uren of geld."),
    ],
)
def test_a_request_that_cannot_be_is_refused_with_what_to_do(
    klein: Omgeving, soort: str, sleutel: str, uitgang: str, zegt: str
) -> None:
    with pytest.raises(InvoerError, match=zegt.replace("(", r"\(").replace(".", r"\.")):
        rapportverzoek.maak_gevraagd(klein, LOKAAL, soort, sleutel, uitgang)


def test_the_domain_of_another_screen_does_not_narrow_a_report(klein: Omgeving) -> None:
    bron = bron_van(klein, LOKAAL, Kijk(domein=Domein.SOCIAAL))
    assert rapport_uit(bron, Soort.DIRECTIE) == maak(klein, Soort.DIRECTIE)


def test_another_period_is_another_report(klein: Omgeving) -> None:
    januari = Kijk(horizon=Horizon(Maand(2027, 1), Maand(2027, 1)))
    rapport = rapport_uit(bron_van(klein, LOKAAL, januari), Soort.TEAM, "T2")
    assert tabel(rapport, "Opdrachten").kop == "Opdrachten die Team T2 vragen, 2027, januari"
    assert cellen(tabel(rapport, "Opdrachten"))[-1][3:6] == ["173", "108", "63%"]


@pytest.mark.parametrize(
    ("rol", "velden", "soort"),
    [
        (RechtRol.DIRECTIE, {}, "directie"),
        (RechtRol.TEAMONDERSTEUNER, {"teams": frozenset({"T2"})}, "team"),
        (RechtRol.STRATEGISCH_MANAGER, {"domein": "ruimtelijk"}, "opdrachtgever"),
    ],
)
def test_the_page_opens_with_the_report_that_a_role_asks_for_most(
    klein: Omgeving, rol: RechtRol, velden: dict[str, Any], soort: str
) -> None:
    beeld = rapportage(klein, persoon("iemand", rol, **velden))
    assert isinstance(beeld, Rapportagebeeld)
    assert beeld.soort == soort
