"""From a file to a stored levering, through the real reader and a real database."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.errors import ConflictError, InvoerError, RechtError
from sturing.intake.sjabloon import maak_sjabloon
from sturing.services import inlezen
from sturing.services import leveringen as dienst
from sturing.services.beelden import Geweigerd
from sturing.services.omgeving import LOKAAL
from sturing.store import leveringen as register
from sturing.store.rijen import lees_bladen

from .conftest import omgeving_met, rijen

EEN_RIJ = {
    "opdracht": "S3",
    "team": "T2",
    "van": date(2027, 1, 1),
    "tot": date(2027, 12, 31),
    "uren_honderdste": 650_00,
    "volgnr": 0,
}


def werkboek(**bladen: list[dict[str, object]]) -> bytes:
    """A workbook made by the product's own template writer."""
    return maak_sjabloon(bladen, bladen=tuple(bladen))


def kapot(inhoud: bytes, blad: str, cel: str, waarde: object) -> bytes:
    """The same workbook with one cell changed, the way a person does it."""
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    boek[blad][cel] = waarde
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def neem_over(omgeving, voorstel, wie=LOKAAL):
    return dienst.neem_over(
        omgeving, wie, voorstel, let_op_gezien=True, verwijdering_bevestigd=True
    )


def inzet_van_t2() -> list[dict[str, object]]:
    return [r for r in rijen()["Inzet"] if r["team"] == "T2" and r["opdracht"] != "S3"]


def test_an_accepted_file_is_the_next_levering_and_changes_the_plan(omgeving):
    inhoud = werkboek(Inzet=[*inzet_van_t2(), EEN_RIJ])
    voorstel = dienst.controleer_bestanden(omgeving, LOKAAL, [("t2.xlsx", inhoud)])
    assert not voorstel.beeld.geweigerd
    assert [(v.blad, v.nieuw, v.gewijzigd, v.vervallen) for v in voorstel.beeld.verschil] == [
        ("Inzet", 0, 1, 0)
    ]
    assert omgeving.nummer() == 1, "judging stores nothing"
    levering = neem_over(omgeving, voorstel)
    assert levering.nummer == 2
    gevraagd = {
        r.opdracht: r.gevraagd_honderdste for r in omgeving.basis().uitkomst.effecten.opdrachten
    }
    assert gevraagd["S3"] == 650_00


def test_a_file_with_a_fout_names_the_cell_and_stores_nothing(omgeving):
    voor = lees_bladen(omgeving.opslag)
    inhoud = kapot(werkboek(Inzet=[*inzet_van_t2(), EEN_RIJ]), "Inzet", "E3", "twaalf")
    voorstel = dienst.controleer_bestanden(omgeving, LOKAAL, [("t2.xlsx", inhoud)])
    assert voorstel.beeld.geweigerd
    assert voorstel.beeld.kop.titel.startswith("Er is niets opgeslagen. Herstel 1 fout in blad")
    assert [b.plaats for b in voorstel.beeld.bevindingen if b.ernst == "fout"] == ["Inzet!E3"]
    fragment = voorstel.beeld.fragmenten[0]
    assert fragment.blad == "Inzet"
    assert fragment.gemarkeerd == {(3, 4): "fout"}
    with pytest.raises(InvoerError, match="fouten"):
        neem_over(omgeving, voorstel)
    assert lees_bladen(omgeving.opslag) == voor
    assert omgeving.nummer() == 1


def test_somebody_else_first_is_told_and_nothing_is_stored(omgeving):
    eerste = dienst.controleer_bestanden(omgeving, LOKAAL, [("a.xlsx", werkboek(Inzet=[EEN_RIJ]))])
    tweede = dienst.controleer_bestanden(omgeving, LOKAAL, [("b.xlsx", werkboek(Inzet=[EEN_RIJ]))])
    neem_over(omgeving, eerste)
    with pytest.raises(ConflictError, match="niets opgeslagen"):
        neem_over(omgeving, tweede)
    assert omgeving.nummer() == 2


def test_a_large_removal_asks_for_a_confirmation_with_its_numbers(omgeving):
    inhoud = werkboek(Inzet=[EEN_RIJ])
    voorstel = dienst.controleer_bestanden(omgeving, LOKAAL, [("t2.xlsx", inhoud)])
    assert "2" in voorstel.beeld.bevestig_verwijdering
    assert "geen fouten gevonden. Er vervallen 2 rijen." in voorstel.beeld.kop.titel
    with pytest.raises(InvoerError, match="Bevestig"):
        dienst.neem_over(
            omgeving, LOKAAL, voorstel, let_op_gezien=True, verwijdering_bevestigd=False
        )
    assert omgeving.nummer() == 1


def test_a_row_outside_the_own_right_is_a_fout_at_its_cell(omgeving):
    ondersteuner = Wie(
        account="to",
        naam="Teamondersteuner",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.TEAMONDERSTEUNER, teams=frozenset({"T1"})),),
    )
    inhoud = werkboek(Inzet=[*inzet_van_t2(), EEN_RIJ])
    voorstel = dienst.controleer_bestanden(omgeving, ondersteuner, [("t2.xlsx", inhoud)])
    fouten = [b for b in voorstel.beoordeling.bevindingen if b.code == "GEEN_RECHT"]
    assert [(b.blad, b.ernst.value) for b in fouten] == [("Inzet", "fout")]
    assert voorstel.beeld.kop.titel == (
        "Er is niets opgeslagen. 1 rij valt buiten uw rol. Vraag wie dit bestand mag inleveren."
    )
    ongewijzigd = [r for r in rijen()["Inzet"] if r["team"] == "T2"]
    zelfde = dienst.controleer_bestanden(
        omgeving, ondersteuner, [("t2.xlsx", werkboek(Inzet=ongewijzigd))]
    )
    assert not zelfde.beeld.geweigerd, "a row that equals what is stored needs no right"


def test_storing_asks_the_rights_of_who_stores_not_of_who_judged(omgeving, niemand):
    inhoud = werkboek(Inzet=[*inzet_van_t2(), EEN_RIJ])
    voorstel = dienst.controleer_bestanden(omgeving, LOKAAL, [("t2.xlsx", inhoud)])
    ondersteuner = Wie(
        account="to",
        naam="Teamondersteuner",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.TEAMONDERSTEUNER, teams=frozenset({"T1"})),),
    )
    for wie in (ondersteuner, niemand):
        with pytest.raises(RechtError):
            neem_over(omgeving, voorstel, wie)
    assert omgeving.nummer() == 1
    assert neem_over(omgeving, voorstel).nummer == 2


def test_a_template_with_rows_is_for_who_may_take_them_along(omgeving, manager, niemand):
    lezer = Wie(
        account="bo",
        naam="Wethouder",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.BESTUUR),),
    )
    for wie in (niemand, lezer):
        with pytest.raises(RechtError):
            dienst.sjabloon(omgeving, wie, "T1")
    assert not dienst.gegevens(omgeving, lezer).teams
    assert [k.sleutel for k in dienst.gegevens(omgeving, manager).teams] == ["T1", "T2", "T3", "T4"]
    assert dienst.sjabloon(omgeving, manager, "T1")


def test_only_who_may_bring_everything_empties_the_demonstration(manager):
    demo = omgeving_met(rijen(), demo=True)
    assert not dienst.gegevens(demo, manager).kan_leegmaken
    with pytest.raises(RechtError):
        dienst.maak_leeg(demo, manager)
    assert demo.nummer() == 1
    beheerder = Wie(
        account="bh",
        naam="Beheerder",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=RechtRol.BEHEERDER),),
    )
    assert dienst.gegevens(demo, beheerder).kan_leegmaken
    assert dienst.maak_leeg(demo, beheerder).nummer == 2
    demo.sluit()


def test_who_may_not_deliver_is_refused_before_anything_is_read(omgeving, niemand):
    with pytest.raises(RechtError):
        dienst.controleer_bestanden(omgeving, niemand, [("t2.xlsx", b"geen werkboek")])


def test_a_template_filled_for_a_team_changes_nothing_when_it_comes_back(omgeving):
    inhoud = dienst.sjabloon(omgeving, LOKAAL, "T3")
    voorstel = dienst.controleer_bestanden(omgeving, LOKAAL, [("T3.xlsx", inhoud)])
    assert voorstel.beeld.fouten == 0
    assert not voorstel.beoordeling.mutaties


def test_an_unknown_team_has_no_template(omgeving):
    with pytest.raises(InvoerError, match="T99"):
        dienst.sjabloon(omgeving, LOKAAL, "T99")


def test_an_own_workbook_can_take_the_place_of_the_demonstration(lege_omgeving):
    demo = omgeving_met(rijen(), demo=True)
    leeg = dienst.maak_leeg(demo, LOKAAL)
    assert leeg.nummer == 2
    assert not any(lees_bladen(demo.opslag).values())
    nieuw = {"Teams": rijen()["Teams"][:1], "Capaciteit": rijen()["Capaciteit"][:1]}
    voorstel = dienst.controleer_bestanden(demo, LOKAAL, [("eigen.xlsx", werkboek(**nieuw))])
    assert neem_over(demo, voorstel).nummer == 3
    assert [t.team for t in demo.basis().plan.teams] == ["T1"]
    with pytest.raises(RechtError):
        dienst.maak_leeg(lege_omgeving, LOKAAL)
    assert [lev.nummer for lev in register.lijst(demo.opslag)] == [1, 2, 3]


def test_the_command_line_stores_only_what_it_may(omgeving, tmp_path):
    pad = tmp_path / "t2.xlsx"
    pad.write_bytes(werkboek(Inzet=[EEN_RIJ]))
    uit = inlezen.lees_in(omgeving, LOKAAL, [(pad.name, pad.read_bytes())], alleen_controle=False)
    assert (uit.status, uit.levering) == ("geweigerd", None)
    assert [b.code for b in uit.bevindingen if b.ernst.value == "fout"] == ["GROTE_VERWIJDERING"]
    controle = inlezen.lees_in(
        omgeving, LOKAAL, [(pad.name, pad.read_bytes())], alleen_controle=True, bevestig=True
    )
    assert (controle.status, controle.levering) == ("gecontroleerd", None)
    opgeslagen = inlezen.lees_in(omgeving, LOKAAL, [(pad.name, pad.read_bytes())], bevestig=True)
    assert (opgeslagen.status, opgeslagen.levering) == ("opgeslagen", 2)


def test_fte_of_an_upload_is_kept_to_six_decimals(omgeving):
    rij = rijen()["Capaciteit"][0] | {"fte": Decimal("2.333333")}
    voorstel = dienst.controleer_bestanden(
        omgeving, LOKAAL, [("c.xlsx", werkboek(Capaciteit=[rij]))]
    )
    neem_over(omgeving, voorstel)
    opgeslagen = [r for r in lees_bladen(omgeving.opslag)["Capaciteit"] if r["team"] == "T1"]
    assert [r["fte"] for r in opgeslagen] == [Decimal("2.333333")]


def test_a_manager_renames_an_opdracht_with_everything_that_hangs_on_it(omgeving, manager):
    opgeslagen = next(
        r for r in lees_bladen(omgeving.opslag)["Opdrachten"] if r["opdracht"] == "S3"
    )
    inhoud = werkboek(Opdrachten=[dict(opgeslagen) | {"opdracht": "S30"}])
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    koppen = [cel.value for cel in boek["Opdrachten"][1]]
    boek["Opdrachten"].cell(2, koppen.index("vorige code") + 1).value = "S3"
    uit = io.BytesIO()
    boek.save(uit)
    voorstel = dienst.controleer_bestanden(omgeving, manager, [("o.xlsx", uit.getvalue())])
    assert [b.melding for b in voorstel.beoordeling.fouten] == []
    neem_over(omgeving, voorstel, manager)
    inzet = {r["opdracht"] for r in lees_bladen(omgeving.opslag)["Inzet"]}
    assert "S30" in inzet
    assert "S3" not in inzet


def test_who_has_no_role_does_not_see_who_delivered_what(omgeving, niemand):
    assert isinstance(dienst.gegevens(omgeving, niemand), Geweigerd)


def test_progress_tells_every_step_and_never_goes_back(omgeving):
    stappen: list[tuple[str, float]] = []

    def voortgang(tekst: str, deel: float) -> None:
        stappen.append((tekst, deel))

    inhoud = werkboek(Inzet=[*inzet_van_t2(), EEN_RIJ])
    voorstel = dienst.controleer_bestanden(omgeving, LOKAAL, [("t2.xlsx", inhoud)], voortgang)
    teksten = [tekst for tekst, _ in stappen]
    assert teksten[0] == "Opgeslagen gegevens ophalen"
    assert "t2.xlsx lezen: blad Inzet" in teksten
    assert teksten[-3:] == ["Controleren", "Vergelijken", "Rechten controleren"]
    assert [deel for _, deel in stappen] == sorted(deel for _, deel in stappen)
    stappen.clear()
    dienst.neem_over(
        omgeving,
        LOKAAL,
        voorstel,
        let_op_gezien=True,
        verwijdering_bevestigd=True,
        voortgang=voortgang,
    )
    assert [tekst for tekst, _ in stappen] == ["Rechten controleren", "Opslaan"]


@pytest.mark.parametrize(
    ("naam", "bewaard"),
    [
        ("plan\u202excslx.xlsx", "plan·xcslx.xlsx"),
        ("caf\udce9.xlsx", "caf·.xlsx"),
        ("../../map\\plan.xlsx", "plan.xlsx"),
        ("a\nb\x1b[31m.xlsx", "a·b·[31m.xlsx"),
        ("x" * 5000 + ".xlsx", "x" * 159 + "…" + "x" * 35 + ".xlsx"),
    ],
)
def test_a_file_is_shown_and_stored_by_a_name_that_can_be_read(
    omgeving, naam: str, bewaard: str
) -> None:
    voorstel = dienst.controleer_bestanden(omgeving, LOKAAL, [(naam, werkboek(Inzet=[EEN_RIJ]))])
    assert [n for n, _ in voorstel.bestanden] == [bewaard]
    assert [b.naam for b in neem_over(omgeving, voorstel).bestanden] == [bewaard]
