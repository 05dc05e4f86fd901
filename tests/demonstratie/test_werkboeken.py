"""The workbooks are real: always the same, readable as any upload, and those in data/ are these."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sturing.demonstratie.werkboeken import rijen, schrijf_werkboeken
from sturing.domain.plan import Plan
from sturing.errors import BestandError
from sturing.intake.beoordeling import Beoordeling
from sturing.intake.sjabloon import maak_sjabloon
from sturing.store.opslag import Opslag
from sturing.store.plan import lees_plan
from tests.demonstratie.laden import lees_in

DATA = Path(__file__).parents[2] / "data"


def _delen(pad: Path) -> dict[str, bytes]:
    """The unpacked parts of a workbook; how they are packed differs per version of zlib."""
    with zipfile.ZipFile(pad) as boek:
        return {naam: boek.read(naam) for naam in boek.namelist()}


def test_writing_twice_gives_the_same_bytes(werkboeken: tuple[Path, ...], tmp_path: Path) -> None:
    opnieuw = schrijf_werkboeken(tmp_path)
    assert [pad.name for pad in opnieuw] == [pad.name for pad in werkboeken]
    assert all(a.read_bytes() == b.read_bytes() for a, b in zip(werkboeken, opnieuw, strict=True))


def test_the_committed_workbooks_are_the_generated_ones(werkboeken: tuple[Path, ...]) -> None:
    vast = {pad.name: _delen(pad) for pad in (DATA / "demonstratie").glob("*.xlsx")}
    assert vast == {pad.name: _delen(pad) for pad in werkboeken}


def test_the_committed_template_is_the_empty_one(tmp_path: Path) -> None:
    leeg = tmp_path / "sjabloon.xlsx"
    leeg.write_bytes(maak_sjabloon())
    assert _delen(DATA / "sjabloon.xlsx") == _delen(leeg)


def test_there_is_one_workbook_per_team_and_six_others(werkboeken: tuple[Path, ...]) -> None:
    namen = [pad.stem for pad in werkboeken]
    assert namen[0] == "organisatie"
    assert [n for n in namen if n.startswith("team-")] == [f"team-T{i:02d}" for i in range(1, 33)]
    assert {n for n in namen if not n.startswith("team-")} == {
        "organisatie",
        "medewerkers",
        "begroting",
        "gebiedsagenda",
        "teamplannen",
        "uren-2026",
    }


def test_all_workbooks_together_are_one_levering_without_a_fout(
    geladen: tuple[Beoordeling, Plan],
) -> None:
    beoordeling, _ = geladen
    assert beoordeling.fouten == ()
    let_op = [(b.code, b.plaats, b.waarde) for b in beoordeling.let_op]
    assert [code for code, _, _ in let_op] == ["OPDRACHT_ZONDER_OPDRACHTGEVER"], let_op


def test_one_by_one_they_give_the_same_plan(werkboeken: tuple[Path, ...], plan: Plan) -> None:
    opslag = Opslag.open(None, demo=True)
    try:
        for pad in werkboeken:
            assert lees_in(opslag, [pad]).fouten == (), pad.name
        assert lees_plan(opslag) == plan
    finally:
        opslag.close()


def test_uploading_them_again_changes_nothing(werkboeken: tuple[Path, ...], plan: Plan) -> None:
    opslag = Opslag.open(None, demo=True)
    try:
        lees_in(opslag, werkboeken)
        opnieuw = lees_in(opslag, werkboeken)
        assert opnieuw.fouten == ()
        assert opnieuw.mutaties == ()
        assert lees_plan(opslag) == plan
    finally:
        opslag.close()


def test_every_row_that_was_written_is_in_the_plan(plan: Plan) -> None:
    boeken = rijen()
    uren = sum(
        rij["uren_honderdste"]
        for boek in boeken.values()
        for rij in boek.get("Inzet", ())
        if isinstance(rij["uren_honderdste"], int)
    )
    assert sum(regel.uren_honderdste for regel in plan.inzet) == uren
    assert len(plan.uren) == len(boeken["uren-2026.xlsx"]["Uren"])


def test_a_folder_that_cannot_be_made_is_said_in_dutch(tmp_path: Path) -> None:
    bezet = tmp_path / "bezet"
    bezet.write_text("geen map")
    with pytest.raises(BestandError, match="kunnen niet geschreven worden"):
        schrijf_werkboeken(bezet)
