"""`sturing rapport`: a file of every kind, and a refusal that says what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.werkboek import Opdrachtregel


@pytest.mark.parametrize(
    ("naam", "begin"), [("d.xlsx", b"PK"), ("d.docx", b"PK"), ("d.PDF", b"%PDF-")]
)
def test_a_report_is_written_as_its_name_ends(
    sturing: Opdrachtregel, db: Path, tmp_path: Path, naam: str, begin: bytes
) -> None:
    pad = tmp_path / naam
    antwoord = sturing("rapport", "directie", "--db", db, "--uit", pad)
    assert (antwoord.code, antwoord.uit) == (0, f"De rapportage staat in {pad}.\n")
    assert pad.read_bytes().startswith(begin)


def test_the_bundle_is_a_zip_with_the_contents_in_front(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    pad = tmp_path / "alles.zip"
    assert sturing("rapport", "bundel", "--db", db, "--uit", pad).code == 0
    with zipfile.ZipFile(pad) as zip_:
        namen = zip_.namelist()
    assert namen[0] == "00-inhoud.pdf"
    assert {"1 directie/directie.pdf", "1 directie/directie.docx"} <= set(namen)


def test_the_same_plan_gives_the_same_bytes(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    paden = [tmp_path / f"{n}.pdf" for n in (1, 2)]
    for pad in paden:
        assert sturing("rapport", "team", "T01", "--db", db, "--uit", pad).code == 0
    assert paden[0].read_bytes() == paden[1].read_bytes()


def test_a_refusal_writes_nothing_and_says_what_there_is(
    sturing: Opdrachtregel, db: Path, tmp_path: Path
) -> None:
    pad = tmp_path / "weer.pdf"
    antwoord = sturing("rapport", "weer", "--db", db, "--uit", pad)
    assert antwoord.code == 2
    assert antwoord.fout == (
        "Rapportage 'weer' bestaat niet. Kies uit: directie, portefeuillehouder, opdrachtgever, "
        "gebied, team, brief, bundel.\n"
    )
    half = sturing("rapport", "directie", "--db", db, "--uit", pad, "--van", "2027-01")
    assert (half.code, half.fout) == (2, "Geef --van en --tot samen, of geen van beide.\n")
    assert not pad.exists()
