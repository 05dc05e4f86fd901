"""Escaping, tables and downloads: a text of the data is never markup and never a formula."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

from sturing.domain.levering import BladVerschil, Levering
from sturing.services.beelden import Bevindingrij, Celfragment
from sturing.services.uitlegbeeld import Begrip
from sturing.ui.components import difference, tables, upload
from sturing.ui.components.explain import matching
from sturing.ui.components.texts import link, plain
from sturing.ui.theme import LIGHT


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("**vet**", r"\*\*vet\*\*"),
        ("[x](y)", r"\[x\]\(y\)"),
        ("<b>", r"\<b\>"),
        (":red[x]", r"\:red\[x\]"),
        ("1. een", r"1\. een"),
        ("a\nb", "a b"),
        ("a -> b", "a \\-\u2060\\> b"),
        ("www.x.nl", "www\u2060.x.nl"),
    ],
)
def test_signs_that_markdown_reads_are_escaped(text: str, escaped: str) -> None:
    assert plain(text) == escaped


def test_plain_words_stay_as_they_are() -> None:
    assert plain("Er wordt 5% meer gevraagd dan er is.") == "Er wordt 5% meer gevraagd dan er is."


def test_a_number_stays_with_its_word_on_a_screen() -> None:
    assert plain("er zijn 5 onder druk") == "er zijn 5\u00a0onder druk"
    assert plain("Omgevingsvisie en -programma") == "Omgevingsvisie en \\-\u2060programma"


def test_a_link_keeps_its_words() -> None:
    assert link("Tabel") == ":blue[Tabel]"


def test_numbers_of_a_table_are_dutch_and_unknown_is_a_dash() -> None:
    assert [tables.dutch(x) for x in (12345, -5, 0, None, float("nan"))] == [
        "12.345",
        "−5",
        "0",
        "–",
        "–",
    ]


def test_a_text_that_stands_right_is_shown_as_the_text_of_its_row() -> None:
    frame = pd.DataFrame({"naam": ["a", "b"], "geld": ["€ 1,2 mln", "€ 3,4 mln"]})
    html = tables.styled(frame, right=["geld"]).to_html()
    assert "€ 1,2 mln" in html
    assert "€ 3,4 mln" in html
    assert frame["geld"][0] == "€ 1,2 mln"


def test_a_download_opens_in_dutch_and_holds_no_formula() -> None:
    frame = pd.DataFrame({"Team": ["=CMD()", "Wonen"], "Uren": [1.5, 2.0]})
    assert tables.csv(frame).decode("utf-8-sig") == "Team;Uren\n'=CMD();1,5\nWonen;2,0\n"


def test_a_finding_shows_what_stands_in_the_cell_as_it_stands() -> None:
    rij = Bevindingrij(
        ernst="fout", plaats="Inzet!E17", waarde="*twaalf*", melding="Geen getal.", bestand="a.xlsx"
    )
    kort = upload.findings_frame([rij], several=False, markdown=True).iloc[0]
    assert kort["Ernst"] == ":red-badge[✕ fout]"
    assert kort["Er staat"] == r"\*twaalf\*"
    assert "Bestand" not in kort
    lang = upload.findings_frame([rij], several=True, markdown=False).iloc[0]
    assert list(lang) == ["fout", "Inzet!E17", "*twaalf*", "Geen getal.", "a.xlsx"]


def test_a_levering_of_a_decision_names_the_decision_where_files_would_stand() -> None:
    levering = Levering(
        nummer=2,
        tijdstip=datetime(2026, 11, 26, 9, 0, tzinfo=UTC),
        account="dir",
        naam="Algemeen directeur",
        bestanden=(),
        verschil=(),
        besluit=1,
    )
    assert upload.leveringen_frame([levering]).iloc[0]["Bestanden"] == "besluit 1"


def test_the_cells_keep_their_letters_and_row_numbers_and_the_wrong_one_is_marked() -> None:
    fragment = Celfragment(
        blad="Inzet",
        kolommen=("A", "B"),
        rijnummers=(3, 17),
        cellen=(("opdracht", "uren"), ("O001", "twaalf")),
        gemarkeerd={(17, 1): "fout"},
    )
    html = upload.cells_styler(fragment, LIGHT).to_html()
    assert f"background-color: {LIGHT.niet_tint}" in html
    assert ">17</th>" in html
    assert ">twaalf</td>" in html


def test_counts_of_a_difference_stand_per_sheet() -> None:
    frame = difference.counts_frame(
        [BladVerschil(blad="Inzet", nieuw=2), BladVerschil(blad="Teams")]
    )
    assert frame.to_dict("list") == {
        "Rijen per blad": ["Inzet", "Teams"],
        "Nieuw": [2, 0],
        "Gewijzigd": [0, 0],
        "Vervallen": [0, 0],
    }


def test_terms_are_found_by_word_and_those_that_begin_with_it_stand_first() -> None:
    lijst = [
        Begrip(term="aanbod", betekenis="netto uren"),
        Begrip(term="netto", betekenis="wat overblijft"),
        Begrip(term="lijn", betekenis="tot waar alles haalbaar is"),
    ]
    assert [b.term for b in matching(lijst, " Netto ")] == ["netto", "aanbod"]
    assert len(matching(lijst, "")) == 3
