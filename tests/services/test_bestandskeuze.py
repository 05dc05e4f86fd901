"""A corrected file that is added beside the wrong one takes its place, and that is told."""

from __future__ import annotations

import pytest

from sturing.intake.codes import Code
from sturing.intake.melding import meld
from sturing.services.bestandskeuze import laatste_keuze
from sturing.services.opmerkingen import naam_en_soort


def test_the_same_name_again_counts_once_the_last_one() -> None:
    plaatsen, zin = laatste_keuze(["T13.xlsx", "uren.csv", "t13.XLSX"])
    assert plaatsen == (1, 2)
    assert zin == "U koos 't13.XLSX' in plaats van 'T13.xlsx'. Het laatst gekozen bestand telt."
    assert laatste_keuze(["a.ods", "a.ods", "a.ods"]) == (
        (2,),
        "U koos 'a.ods' opnieuw. Het laatst gekozen bestand telt.",
    )


@pytest.mark.parametrize("bron", ["T13.xlsx", "T13.ods", "inzet.csv"])
def test_the_copy_with_remarks_replaces_its_file_and_the_other_way_round(bron: str) -> None:
    fout = meld(Code.BLAD_ONBEKEND, "dit blad kennen wij niet.", "Kies een ander blad.")
    kopie, _ = naam_en_soort([(bron, b"")], [fout])
    nog_eens, _ = naam_en_soort([(kopie, b"")], [fout])
    assert laatste_keuze([bron, kopie])[0] == (1,)
    assert laatste_keuze([kopie, bron])[0] == (1,)
    assert laatste_keuze([bron, kopie, nog_eens])[0] == (2,)
    assert f"'{kopie}' in plaats van '{bron}'" in laatste_keuze([bron, kopie])[1]


@pytest.mark.parametrize(
    "namen",
    [
        [],
        ["T13.xlsx"],
        ["T13.xlsx", "T14.xlsx"],
        ["inzet.csv", "inzet.xlsx"],
        ["uren.csv", "uren (1).csv"],
    ],
)
def test_other_files_all_count_and_nothing_is_told(namen: list[str]) -> None:
    assert laatste_keuze(namen) == (tuple(range(len(namen))), "")
