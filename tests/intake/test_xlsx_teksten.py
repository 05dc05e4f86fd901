"""Shared texts are those that openpyxl reads, or are left to it."""

from __future__ import annotations

from html import escape
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.reader.strings import read_string_table

from sturing.intake.xlsx_teksten import lees_teksten

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEKST = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n"),
    max_size=10,
).map(escape)
T = TEKST.map(lambda tekst: f"<t xml:space='preserve'>{tekst}</t>")
RIJK = T.map(lambda t: f"<r><rPr><b/></rPr>{t}</r>")
KLANK = T.map(lambda t: f"<rPh sb='0' eb='1'>{t}</rPh>")
SI = st.one_of(
    T,
    st.just("<t/>"),
    st.just(""),
    st.lists(RIJK, max_size=3).map("".join),
    st.tuples(T, KLANK).map("".join),
    st.just("<t>_x000D_ _x005F_x</t>"),
).map(lambda inhoud: f"<si>{inhoud}</si>")


def tabel(inhoud: str, ns: str = NS) -> bytes:
    return f"<?xml version='1.0' encoding='UTF-8'?>\r\n<sst xmlns='{ns}'>{inhoud}</sst>".encode()


@given(st.lists(SI, max_size=6))
def test_texts_are_those_of_openpyxl(delen: list[str]) -> None:
    bron = tabel("\n".join(delen))
    assert lees_teksten(BytesIO(bron)) == read_string_table(BytesIO(bron))


@pytest.mark.parametrize(
    "bron",
    [
        tabel("<si><t>a</t><r><t>b</t></r></si>"),
        tabel("<si><t>a</t><t>b</t></si>"),
        tabel("<x><si><t>a</t></si></x>"),
        tabel("<si><t>a</t>"),
        tabel("<si><t>&onbekend;</t></si>"),
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + tabel("<si><t>&a;</t></si>"),
        b"geen xml",
    ],
)
def test_odd_tables_are_left_to_openpyxl(bron: bytes) -> None:
    assert lees_teksten(BytesIO(bron)) is None


def test_another_namespace_gives_no_texts() -> None:
    assert lees_teksten(BytesIO(tabel("<si><t>a</t></si>", ns="x:y"))) == []
