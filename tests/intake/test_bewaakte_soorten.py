"""Every kind of file comes back from the guarded process as it was read in it."""

from __future__ import annotations

import pytest

from sturing.intake.bewaking import lees_bewaakt
from sturing.intake.lezer import lees_bestand
from tests.intake.ods import ods

KLEIN = {"Programmas": [["programma", "naam"], ["8", "Wonen"]]}
BESTANDEN = {
    "w.ods": ods(KLEIN),
    "excel.ods": ods(KLEIN, libreoffice=False),
    "programmas.csv": "programma;naam\n8;Coöperatie\n".encode("cp1252"),
    "komma.csv": b"programma,naam\n8,Wonen\n",
    "kapot.ods": ods(KLEIN)[:-50],
    "oud.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
}


@pytest.mark.parametrize("naam", BESTANDEN)
def test_the_guarded_process_gives_the_same(naam: str) -> None:
    werkboek = lees_bewaakt(BESTANDEN[naam], naam)
    assert werkboek == lees_bestand(BESTANDEN[naam], naam)
    assert werkboek.bladen or werkboek.bevindingen
