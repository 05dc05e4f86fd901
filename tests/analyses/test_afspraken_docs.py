"""docs/afspraken.md is what the rules are, and no sentence of the sturingskader was passed over."""

from __future__ import annotations

from sturing.analyses.afspraken.regels import STANDAARD
from sturing.domain.keuzes import SoortWerk
from tests.analyses.afspraken_md import CODE, DOC, gevuld, tabelrijen, waar, zinnen


def test_the_document_is_that_of_the_rules() -> None:
    tekst = DOC.read_text(encoding="utf-8")
    assert gevuld(tekst).splitlines() == tekst.splitlines()


def test_the_six_rows_of_the_table_stand_beside_their_reading() -> None:
    tekst = DOC.read_text(encoding="utf-8")
    assert len(tabelrijen()) == len(SoortWerk) == 6
    for soort, zin in tabelrijen():
        assert f"*{soort}*" in tekst
        assert f"> {zin}" in tekst


def test_every_sentence_of_the_sturingskader_has_its_rule_or_a_reason_why_not() -> None:
    gevonden = [zin for _, zin in zinnen()]
    assert len(gevonden) == len(waar()) == 138
    codes = {regel.code for regel in STANDAARD}
    for plek in waar():
        assert plek
        if CODE.match(plek):
            assert set(plek.split()) <= codes


def test_the_sentence_of_every_rule_leads_to_that_rule() -> None:
    bij = [(zin, plek.split()) for (_, zin), plek in zip(zinnen(), waar(), strict=True)]
    for regel in STANDAARD:
        [plek] = [codes for zin, codes in bij if zin.endswith(regel.zin)]
        assert regel.code in plek, regel.code
