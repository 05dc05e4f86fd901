"""Koppelingen as a use case: recorded by who may deliver, remembered, and told; and answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sturing.domain.wie import Herkomst, Wie
from sturing.errors import InvoerError, RechtError
from sturing.intake.beoordeling import Beoordeling
from sturing.services import bedoeld, koppeling
from sturing.services.inlezen import lees_in
from sturing.services.koppeling import Koppelkeuze
from sturing.services.leveringen import controleer_bestanden, neem_over
from sturing.services.omgeving import LOKAAL, Omgeving, open_omgeving, systeem, wie_van
from sturing.store import koppelingen, logboek
from tests.conftest import NieuweDemonstratie
from tests.intake.bouwer import boek, goed
from tests.intake.exports import Rijen, afas

RIJEN = afas(
    ("GEHEIM1", dt.date(2026, 11, 5), "O1", 8),
    ("GEHEIM2", dt.date(2026, 11, 6), "O1", 4),
    ("GEHEIM1", dt.date(2026, 11, 7), "Verlof", 8),
)
KOLOMMEN = {"opdracht": "PrId", "maand": "DaTi", "uren_honderdste": "Qu", "team": ""}


@pytest.fixture
def omgeving(tmp_path: Path) -> Iterator[Omgeving]:
    omgeving = open_omgeving(tmp_path / "eigen.duckdb")
    voorstel = controleer_bestanden(omgeving, LOKAAL, [("w.xlsx", boek(goed()))])
    neem_over(omgeving, LOKAAL, voorstel, let_op_gezien=True, verwijdering_bevestigd=True)
    yield omgeving
    omgeving.sluit()


def lees(omgeving: Omgeving, wie: Wie = LOKAAL, rijen: Rijen = RIJEN) -> Beoordeling:
    inhoud = boek({"PtRealization": rijen})
    return controleer_bestanden(omgeving, wie, [("afas.xlsx", inhoud)]).beoordeling


def keuze(**anders: object) -> Koppelkeuze:
    velden: dict[str, object] = {
        "doel": "Uren",
        "kolommen": KOLOMMEN,
        "vast": {"team": "T01"},
        "pseudo": {"Verlof": ""},
        "decimaalpunt": False,
    }
    return Koppelkeuze(**{**velden, **anders})  # type: ignore[arg-type]


def bevestig(omgeving: Omgeving, wie: Wie = LOKAAL) -> int:
    beoordeling = lees(omgeving, wie)
    [(sleutel, _)] = koppeling.openstaand(beoordeling)
    return koppeling.bevestig(omgeving, wie, beoordeling, sleutel, keuze())


def uren(beoordeling: Beoordeling) -> list[object]:
    return [m.nieuw["uren_honderdste"] for m in beoordeling.mutaties if m.nieuw]


def test_the_form_says_what_is_read_and_what_never_is(omgeving: Omgeving) -> None:
    beoordeling = lees(omgeving)
    [(sleutel, doel)] = koppeling.openstaand(beoordeling)
    beeld = koppeling.koppelbeeld(omgeving, LOKAAL, beoordeling, sleutel, doel)
    assert beeld.titel == "Blad 'PtRealization' lijkt op een export van AFAS Profit."
    assert beeld.uitleg == "Wij lezen: PrId = opdracht, DaTi = maand, Qu = uren."
    assert "EmId" in beeld.niet_gelezen
    assert "EmId" not in [k.sleutel for k in beeld.koppen]
    [team] = [k for k in beeld.kolommen if k.veld == "team"]
    assert (team.verplicht, team.kop) == (True, "")
    assert [k.sleutel for k in team.keuzes] == ["T01", "T02"]
    assert [k.sleutel for k in beeld.pseudo] == ["Verlof"]
    assert beeld.pseudo_keuzes["Verlof"][0].naam == "Telt niet mee"


def test_another_sheet_has_its_own_columns(omgeving: Omgeving) -> None:
    beoordeling = lees(omgeving)
    [(sleutel, _)] = koppeling.openstaand(beoordeling)
    beeld = koppeling.koppelbeeld(omgeving, LOKAAL, beoordeling, sleutel, "Besteding")
    assert {k.veld for k in beeld.kolommen if k.verplicht} == {"opdracht", "maand", "euro_cent"}
    assert beeld.uitleg == ""


def test_what_was_recorded_is_applied_with_a_notice_also_on_the_command_line(
    omgeving: Omgeving,
) -> None:
    export = ("afas.xlsx", boek({"PtRealization": RIJEN}))
    geweigerd = lees_in(omgeving, systeem(), [export])
    assert geweigerd.status == "geweigerd"
    [fout] = [b for b in geweigerd.bevindingen if b.code == "EXPORT_NIET_GEKOPPELD"]
    assert "pagina Gegevens" in fout.melding
    assert fout.blad == "PtRealization"

    assert bevestig(omgeving) == 1
    beoordeling = lees(omgeving)
    assert uren(beoordeling) == [1200]
    gelezen = lees_in(omgeving, systeem(), [export])
    assert gelezen.status == "opgeslagen"
    [melding] = [b.melding for b in gelezen.bevindingen if b.code == "EXPORT_GEKOPPELD"]
    assert "vastgelegd door Lokale gebruiker op" in melding


def test_a_koppeling_can_be_changed_and_the_newest_counts(omgeving: Omgeving) -> None:
    bevestig(omgeving)
    beoordeling = lees(omgeving)
    [(sleutel, doel, bron)] = koppeling.gelezen(beoordeling)
    assert (doel, bron, koppeling.openstaand(beoordeling)) == ("Uren", "AFAS Profit", ())
    beeld = koppeling.koppelbeeld(omgeving, LOKAAL, beoordeling, sleutel, doel)
    assert beeld.titel == "Zo lezen wij de export van AFAS Profit."
    assert [k.vast for k in beeld.kolommen if k.veld == "team"] == ["T01"]
    anders = keuze(vast={"team": "T02"}, pseudo={})
    koppeling.bevestig(omgeving, LOKAAL, beoordeling, sleutel, anders)
    assert {m.nieuw["team"] for m in lees(omgeving).mutaties if m.nieuw} == {"T02"}
    assert [v.nummer for v in koppelingen.lijst(omgeving.opslag)] == [2]


def test_no_person_of_an_export_reaches_the_database_or_the_log(omgeving: Omgeving) -> None:
    bevestig(omgeving)
    voorstel = controleer_bestanden(
        omgeving, LOKAAL, [("afas.xlsx", boek({"PtRealization": RIJEN}))]
    )
    neem_over(omgeving, LOKAAL, voorstel, let_op_gezien=True, verwijdering_bevestigd=True)
    assert "GEHEIM" not in repr(koppelingen.lijst(omgeving.opslag))
    assert "GEHEIM" not in repr(logboek.lees(omgeving.opslag))
    pad = omgeving.opslag.pad
    assert pad is not None
    omgeving.opslag.close()
    assert b"GEHEIM" not in pad.read_bytes()


def test_recording_is_a_line_in_the_log_without_values(omgeving: Omgeving) -> None:
    bevestig(omgeving)
    regel = logboek.lees(omgeving.opslag)[-1]
    assert (regel.actie, regel.account) == ("koppeling", "lokaal")
    assert regel.object == "koppeling 1: AFAS Profit als Uren"
    assert (regel.oud, regel.nieuw) == (None, None)
    assert logboek.verifieer(omgeving.opslag) is None


def test_a_koppeling_that_is_not_complete_is_refused(omgeving: Omgeving) -> None:
    beoordeling = lees(omgeving)
    [(sleutel, _)] = koppeling.openstaand(beoordeling)
    for slecht in (
        keuze(vast={}),
        keuze(kolommen={**KOLOMMEN, "team": "EmId"}),
        keuze(kolommen={**KOLOMMEN, "maand": "Bestaat niet"}),
        keuze(doel="Medewerkers"),
    ):
        with pytest.raises(InvoerError):
            koppeling.bevestig(omgeving, LOKAAL, beoordeling, sleutel, slecht)
    assert koppelingen.lijst(omgeving.opslag) == ()


def test_who_may_not_deliver_may_not_record(omgeving: Omgeving) -> None:
    beoordeling = lees(omgeving)
    [(sleutel, _)] = koppeling.openstaand(beoordeling)
    zonder = Wie(account="niemand", naam="Niemand", herkomst=Herkomst.DEMONSTRATIE)
    with pytest.raises(RechtError):
        koppeling.bevestig(omgeving, zonder, beoordeling, sleutel, keuze())


def test_a_fixed_team_is_not_read_for_somebody_else(omgeving: Omgeving) -> None:
    bevestig(omgeving)
    [vastlegging] = koppelingen.lijst(omgeving.opslag)
    ander = Wie(account="ander", naam="Ander", herkomst=Herkomst.LOKAAL)
    assert koppeling.geldend(omgeving, ander) == {}
    assert koppeling.geldend(omgeving, systeem()) == {vastlegging.koppeling.kenmerk: vastlegging}
    koppeling.leg_vast(
        omgeving,
        LOKAAL,
        replace(
            vastlegging.koppeling,
            vast={},
            kolommen={**vastlegging.koppeling.kolommen, "team": "stid"},
        ),
    )
    assert list(koppeling.geldend(omgeving, ander)) == [vastlegging.koppeling.kenmerk]


def test_an_answer_in_an_export_is_remembered_for_its_source(omgeving: Omgeving) -> None:
    bevestig(omgeving)
    rijen = [*RIJEN, *afas(("GEHEIM1", dt.date(2026, 11, 8), "Spoorzon", 2))[1:]]
    beoordeling = lees(omgeving, rijen=rijen)
    [vraag] = bedoeld.vragen(omgeving, beoordeling)
    assert vraag.nabij[0].sleutel == "O1"
    assert vraag.onthouden
    assert bedoeld.antwoord(omgeving, LOKAAL, beoordeling, 0, "O1") is None
    assert uren(lees(omgeving, rijen=rijen)) == [1400]


def test_an_answer_in_a_workbook_counts_for_this_upload(omgeving: Omgeving) -> None:
    inhoud = boek(
        {"Uren": [["maand", "team", "opdracht", "uren"], ["dec 2026", "T01", "Spoorzon", 3]]}
    )
    beoordeling = controleer_bestanden(omgeving, LOKAAL, [("u.xlsx", inhoud)]).beoordeling
    [vraag] = bedoeld.vragen(omgeving, beoordeling)
    assert vraag.zin == "'Spoorzon' bestaat niet. Bedoelt u O1 Spoorzone?"
    hier = bedoeld.antwoord(omgeving, LOKAAL, beoordeling, 0, "O1")
    assert hier == ("Opdrachten", "Spoorzon")
    opnieuw = controleer_bestanden(
        omgeving, LOKAAL, [("u.xlsx", inhoud)], keuzes={hier: "O1"}
    ).beoordeling
    assert uren(opnieuw) == [300]
    assert koppelingen.lijst(omgeving.opslag) == ()


def test_verlof_in_a_workbook_is_asked_about_first_of_all_to_leave_out(omgeving: Omgeving) -> None:
    inhoud = boek(
        {"Uren": [["maand", "team", "opdracht", "uren"], ["dec 2026", "T01", "Verlof", 3]]}
    )
    beoordeling = controleer_bestanden(omgeving, LOKAAL, [("u.xlsx", inhoud)]).beoordeling
    [vraag] = bedoeld.vragen(omgeving, beoordeling)
    assert vraag.zin == "'Verlof' lijkt geen opdracht maar verlof."
    assert vraag.nabij[0].naam == "Deze rijen tellen niet mee"


def test_a_teamondersteuner_with_one_team_finds_it_filled_in(
    nieuwe_demonstratie: NieuweDemonstratie,
) -> None:
    with nieuwe_demonstratie().opslag as opslag:
        demo = Omgeving(opslag=opslag, demo=True)
        wie = wie_van(demo, "demo-to-ruimte")
        beoordeling = lees(demo, wie)
        [(sleutel, _)] = koppeling.openstaand(beoordeling)
        beeld = koppeling.koppelbeeld(demo, wie, beoordeling, sleutel, "Uren")
        [team] = [k for k in beeld.kolommen if k.veld == "team"]
        eigen = {t for toekenning in wie.toekenningen for t in toekenning.teams}
        assert team.vast == (str(min(eigen)) if len(eigen) == 1 else "")
        vreemd = next(k.sleutel for k in team.keuzes if k.sleutel not in eigen)
        koppeling.bevestig(demo, wie, beoordeling, sleutel, keuze(vast={"team": vreemd}))
        rijen = afas(("GEHEIM1", dt.date(2026, 11, 5), "O012", 8))
        [geen] = [b for b in lees(demo, wie, rijen).fouten if b.code == "GEEN_RECHT"]
        assert geen.plaats == "PtRealization!B2"
