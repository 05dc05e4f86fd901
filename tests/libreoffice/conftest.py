"""LibreOffice, started three times for the whole folder: to save workbooks anew, to save some in
its own format, and to print some.

Everything that must go through it is written first, so that the tests share these starts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from sturing.intake.beoordeling import Bestand, beoordeel
from sturing.rapport.model import Soort, Vorm
from sturing.services import analyse, sjablonen
from sturing.services.omgeving import Omgeving, systeem
from sturing.services.opmerkingen import met_opmerkingen
from sturing.services.plaatsen import demonstratie_map
from sturing.services.rapporten import maak_rapport
from tests.conftest import NieuweDemonstratie
from tests.intake.bouwer import boek, goed, goed_met
from tests.libreoffice.cellen import FODS, ZELFDE_CELLEN
from tests.libreoffice.gebreken import werkboeken_met_gebreken

WERKBOEKEN = ("organisatie", "begroting", "gebiedsagenda", "teamplannen", "team-T14")
"""Of the demonstration: one of each kind; the hours are in the template of a team."""
AFGEDRUKT = ("sjabloon-leeg", "sjabloon-team", "opmerkingen")
ALS_ODS = ("sjabloon-leeg", "sjabloon-team", "goed", "gaaf")
GEDULD = 240

Omgezet = Mapping[str, tuple[bytes, bytes]]
"""Name of a workbook -> as the product (or another library) wrote it, as LibreOffice saved it."""


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command with a profile of its own. A person may do without LibreOffice, CI may not."""
    programma = shutil.which("soffice")
    if programma is None:
        reden = "LibreOffice is not installed: apt-get install libreoffice-calc-nogui"
        if os.environ.get("CI") == "true":
            pytest.fail(reden)
        pytest.skip(reden)
    profiel = tmp_path_factory.mktemp("libreoffice")
    return [programma, f"-env:UserInstallation={profiel.as_uri()}", "--headless", "--convert-to"]


def zet_om(soffice: Sequence[str], soort: str, paden: Sequence[Path], doel: Path) -> None:
    """Open every file and save it as another kind, in one start; fails when a file is refused."""
    antwoord = subprocess.run(
        [*soffice, soort, "--outdir", str(doel), *map(str, paden)],
        capture_output=True,
        text=True,
        timeout=GEDULD,
        check=False,
    )
    assert antwoord.returncode == 0, antwoord.stderr
    gemaakt = {pad.stem for pad in doel.iterdir()}
    assert {pad.stem for pad in paden} <= gemaakt, antwoord.stderr


@pytest.fixture(scope="session")
def demo(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Omgeving]:
    omgeving = nieuwe_demonstratie()
    yield omgeving
    omgeving.sluit()


@pytest.fixture(scope="session")
def eigen(demo: Omgeving) -> dict[str, bytes]:
    """Every kind of workbook that the product writes."""
    wie = systeem()
    fout = goed_met(Inzet_E2="twaalf", Opdrachten_E2=None, Opdrachten_Y3="=1+1", Teams_G2="#N/A")
    bevindingen = beoordeel([Bestand(naam="fout.xlsx", inhoud=fout)], {}, {}).bevindingen
    return {
        "sjabloon-leeg": sjablonen.leeg_sjabloon(),
        "sjabloon-team": sjablonen.sjabloon(demo, wie, team="T14"),
        "sjabloon-domein": sjablonen.sjabloon(demo, wie, domein="bestuur en veiligheid"),
        "opmerkingen": met_opmerkingen([("fout.xlsx", fout)], bevindingen),
        **{
            f"analyse-{naam}": analyse.als_xlsx(analyse.analyse(demo, wie, naam))
            for naam in analyse.namen()
        },
        "rapport": maak_rapport(demo, wie, Soort.DIRECTIE, "", Vorm.XLSX).inhoud,
        **{naam: (demonstratie_map() / f"{naam}.xlsx").read_bytes() for naam in WERKBOEKEN},
    }


@pytest.fixture(scope="session")
def vreemd() -> dict[str, bytes]:
    """Workbooks of other writers: sound, with every kind of cell, and with mistakes."""
    return {
        "goed": boek(goed()),
        **{naam: boek(bladen) for naam, bladen in ZELFDE_CELLEN.items()},
        **werkboeken_met_gebreken(),
    }


@pytest.fixture(scope="session")
def omgezet(
    soffice: list[str],
    eigen: dict[str, bytes],
    vreemd: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> Omgezet:
    """All of them saved by LibreOffice, and two workbooks that it made of a source of its own."""
    bron, doel = tmp_path_factory.mktemp("bron"), tmp_path_factory.mktemp("doel")
    voor = eigen | vreemd
    for naam, inhoud in voor.items():
        (bron / f"{naam}.xlsx").write_bytes(inhoud)
    for naam, tekst in FODS.items():
        (bron / f"zelfgemaakt-{naam}.fods").write_text(tekst, encoding="utf-8")
        voor[f"zelfgemaakt-{naam}"] = voor[naam]
    zet_om(soffice, "xlsx:Calc MS Excel 2007 XML", sorted(bron.iterdir()), doel)
    return {naam: (inhoud, (doel / f"{naam}.xlsx").read_bytes()) for naam, inhoud in voor.items()}


@pytest.fixture(scope="session")
def afgedrukt(
    soffice: list[str], eigen: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Some of the product's workbooks as LibreOffice prints them."""
    bron, doel = tmp_path_factory.mktemp("af"), tmp_path_factory.mktemp("pdf")
    for naam in AFGEDRUKT:
        (bron / f"{naam}.xlsx").write_bytes(eigen[naam])
    zet_om(soffice, "pdf", sorted(bron.iterdir()), doel)
    return {naam: (doel / f"{naam}.pdf").read_bytes() for naam in AFGEDRUKT}


@pytest.fixture(scope="session")
def als_ods(
    soffice: list[str],
    eigen: dict[str, bytes],
    vreemd: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> Omgezet:
    """Some workbooks saved in the format of LibreOffice itself, as its users do."""
    bron, doel = tmp_path_factory.mktemp("bron-ods"), tmp_path_factory.mktemp("ods")
    voor = {naam: (eigen | vreemd)[naam] for naam in ALS_ODS}
    for naam, inhoud in voor.items():
        (bron / f"{naam}.xlsx").write_bytes(inhoud)
    zet_om(soffice, "ods", sorted(bron.iterdir()), doel)
    return {naam: (inhoud, (doel / f"{naam}.ods").read_bytes()) for naam, inhoud in voor.items()}
