"""Every report of the demonstration: two pages at most, sums that add up, and the golden texts of
the one for the directie.

`python -m tests.demonstratie.test_rapportages` writes tests/golden/rapport-directie.json again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sturing.engine.effecten import Dimensie
from sturing.rapport.model import Kolomsoort, Rapport, Soort, Tabel, Vorm
from sturing.rapport.schrijven import schrijf, schrijf_brief
from sturing.services.brief import brief_van, opdrachten_met_brief
from sturing.services.omgeving import Omgeving, open_omgeving, systeem
from sturing.services.rapportbron import Bron, bron_van
from sturing.services.rapporten import rapport_uit
from sturing.services.rapportrecht import keuzes
from tests.conftest import NieuweDemonstratie

GOLDEN = Path(__file__).parents[1] / "golden" / "rapport-directie.json"


GEMEENTEBREED = "GEM"


@pytest.fixture(scope="module")
def bron(nieuwe_demonstratie: NieuweDemonstratie) -> Iterator[Bron]:
    omgeving = nieuwe_demonstratie()
    yield bron_van(omgeving, systeem("proef"))
    omgeving.sluit()


@pytest.fixture(scope="module")
def rapporten(bron: Bron) -> list[tuple[Soort, str, Rapport]]:
    return [
        (soort, keuze.sleutel, rapport_uit(bron, soort, keuze.sleutel))
        for soort, lijst in keuzes(bron).items()
        for keuze in lijst
    ]


def regels(rapport: Rapport) -> int:
    """How much stands on its pages."""
    return sum(len(d.rijen) if isinstance(d, Tabel) else 4 for d in rapport.delen)


def test_the_longest_reports_are_two_pages(rapporten: list[tuple[Soort, str, Rapport]]) -> None:
    assert len(rapporten) > 80
    langste = sorted((rapport for _, _, rapport in rapporten), key=regels, reverse=True)[:14]
    lengtes = {
        rapport.naam: len(PdfReader(BytesIO(schrijf(rapport, Vorm.PDF))).pages)
        for rapport in langste
    }
    assert set(lengtes.values()) == {2}, lengtes


def test_every_column_of_hours_adds_up_to_its_total_as_shown(
    rapporten: list[tuple[Soort, str, Rapport]],
) -> None:
    tabellen = [
        tabel
        for _, _, rapport in rapporten
        for tabel in (*rapport.delen, *rapport.bijlagen)
        if isinstance(tabel, Tabel) and tabel.rijen[-1].totaal
    ]
    assert len(tabellen) > 60
    for tabel in tabellen:
        for nummer, kolom in enumerate(tabel.kolommen):
            if kolom.soort in (Kolomsoort.UREN, Kolomsoort.VERSCHIL):
                *delen, som = (rij.cellen[nummer].getal for rij in tabel.rijen)
                assert sum(d or 0 for d in delen) == som, tabel.kop


@pytest.mark.parametrize(
    ("soort", "dimensie"),
    [
        (Soort.OPDRACHTGEVER, Dimensie.OPDRACHTGEVER),
        (Soort.PORTEFEUILLEHOUDER, Dimensie.PORTEFEUILLEHOUDER),
        (Soort.TEAM, Dimensie.TEAM),
        (Soort.GEBIED, Dimensie.GEBIED),
    ],
)
def test_the_rows_of_a_report_are_the_dimension_of_the_engine(
    bron: Bron, rapporten: list[tuple[Soort, str, Rapport]], soort: Soort, dimensie: Dimensie
) -> None:
    per = {r.sleutel: r for r in bron.basis.uitkomst.effecten.per[dimensie]}
    for welke, sleutel, rapport in rapporten:
        if welke is not soort or sleutel not in per:
            continue
        tabel = next(
            (d for d in rapport.delen if isinstance(d, Tabel) and d.blad == "Opdrachten"), None
        )
        if tabel is None:
            assert not per[sleutel].gevraagd_honderdste
            continue
        kolom = next(n for n, k in enumerate(tabel.kolommen) if k.kop == "Toegekend")
        toegekend = sum(r.cellen[kolom].getal or 0 for r in tabel.rijen if not r.totaal)
        regel = per[sleutel]
        boom = regel.met_onderliggend if sleutel != GEMEENTEBREED else None
        verwacht = (boom or regel).toegekend_honderdste
        assert abs(toegekend * 100 - verwacht) <= 50, sleutel


def test_every_letter_is_one_page(bron: Bron) -> None:
    te_maken = opdrachten_met_brief(bron)
    assert len(te_maken) > 30
    assert te_maken[-1][1].endswith("(geparkeerd)")
    for code, _ in (*te_maken[::6], te_maken[-1]):
        inhoud = schrijf_brief(brief_van(bron, code), Vorm.PDF)
        assert len(PdfReader(BytesIO(inhoud)).pages) == 1, code


def test_the_report_for_the_directie_says_what_it_said(bron: Bron) -> None:
    assert als_json(rapport_uit(bron, Soort.DIRECTIE)) == GOLDEN.read_text(encoding="utf-8")


def als_json(rapport: Rapport) -> str:
    """All that is said, a table row a line, but of which levering and which kenmerk it is."""
    deel = asdict(rapport)
    del deel["herkomst"]
    for tabel in (*deel["delen"], *deel["bijlagen"]):
        if "rijen" in tabel:
            tabel["rijen"] = [" | ".join(c["tekst"] for c in r["cellen"]) for r in tabel["rijen"]]
            tabel["kolommen"] = [k["kop"] for k in tabel["kolommen"]]
    return json.dumps(deel, ensure_ascii=False, indent=1, default=str) + "\n"


def schrijf_golden(omgeving: Omgeving) -> None:
    rapport = rapport_uit(bron_van(omgeving, systeem("proef")), Soort.DIRECTIE)
    GOLDEN.write_text(als_json(rapport), encoding="utf-8")


if __name__ == "__main__":
    schrijf_golden(open_omgeving(None, demo=True))
