"""What the guarded process hands back survives the way, and nonsense is refused."""

from __future__ import annotations

import datetime as dt
import json
from array import array
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sturing.intake.cellen import Cel, Celsoort, Werkblad, Werkboek
from sturing.intake.celvorm import OverdrachtError
from sturing.intake.codes import Code
from sturing.intake.melding import meld_bestand
from sturing.intake.overdracht import Ontvanger, Soort, Zender, lees_storing, ontvang

TEKST = st.text(st.characters(exclude_categories=["Cs"]))
GETAL = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False)
DAG = st.dates(dt.date(1900, 1, 1), dt.date(9999, 12, 31))
WAARDEN = {
    Celsoort.GETAL: GETAL,
    Celsoort.PROCENT: GETAL,
    Celsoort.TEKST: TEKST,
    Celsoort.JANEE: st.booleans(),
    Celsoort.DAG: DAG,
    Celsoort.MAAND: DAG,
    Celsoort.DUUR: st.timedeltas(),
    Celsoort.FOUT: TEKST,
    Celsoort.FORMULE: st.just(""),
}
CEL = st.sampled_from(list(Celsoort)).flatmap(
    lambda soort: st.builds(Cel, st.integers(1, 200), st.just(soort), WAARDEN[soort])
)
RIJ = st.tuples(st.integers(1, 200_000), st.lists(CEL, min_size=1, max_size=5).map(tuple))
BLAD = st.builds(
    Werkblad,
    naam=TEKST,
    rijen=st.lists(RIJ, max_size=5).map(tuple),
    fout_lijkt_leeg=st.booleans(),
)
LET_OP = st.just(meld_bestand(Code.BESTAND_CP1252, "a.xlsx"))
WERKBOEK = st.builds(
    Werkboek,
    bestand=st.just("a.xlsx"),
    bladen=st.lists(BLAD, max_size=3).map(tuple),
    let_op=st.lists(LET_OP, max_size=2).map(tuple),
)


def overgedragen(werkboek: Werkboek) -> bytes:
    uit = BytesIO()
    Zender(uit).werkboek(werkboek)
    return uit.getvalue()


def ontvangen(berichten: bytes) -> Werkboek:
    ontvanger = Ontvanger("a.xlsx", lambda _blad, _deel: None)
    for soort, inhoud in ontvang(BytesIO(berichten)):
        if soort is not Soort.EINDE:
            ontvanger.neem(soort, inhoud)
    return ontvanger.werkboek()


@given(WERKBOEK)
def test_cells_arrive_as_they_left_also_in_type(werkboek: Werkboek) -> None:
    assert repr(ontvangen(overgedragen(werkboek))) == repr(werkboek)


def test_findings_arrive_and_leave_no_sheets() -> None:
    bevinding = meld_bestand(Code.BESTAND_TE_VEEL_RIJEN, "a.xlsx")
    werkboek = Werkboek(bestand="a.xlsx", bevindingen=(bevinding,))
    assert ontvangen(overgedragen(werkboek)) == werkboek


@given(WERKBOEK, st.data())
def test_damaged_messages_give_one_kind_of_error_and_no_other(
    werkboek: Werkboek, data: st.DataObject
) -> None:
    berichten = bytearray(overgedragen(werkboek))
    for _ in range(data.draw(st.integers(1, 4))):
        berichten[data.draw(st.integers(0, len(berichten) - 1))] = data.draw(st.integers(0, 255))
    einde = data.draw(st.integers(0, len(berichten)))
    try:
        ontvangen(bytes(berichten[:einde]))
    except OverdrachtError:
        return
    assert einde == len(berichten)


@pytest.mark.parametrize(
    "cel",
    [
        [0, 0, 1],
        [20_000, 0, 1],
        [1, 99, 1],
        [1, 0, "1"],
        [1, 0, True],
        [1, 2, 1],
        [1, 3, 1],
        [1, 4, 10**12],
        [1, 4, "2027-01-01"],
        [1, 6, 10**30],
        [1, 0],
        [1, 0, 1, 1],
        "cel",
        {"kolom": 1},
        None,
        [1, 2, "half een teken \ud800"],
        [1, 7, "\udfff"],
    ],
)
def test_a_cell_that_cannot_be_is_refused(cel: object) -> None:
    ontvanger = Ontvanger("a.xlsx", lambda _blad, _deel: None)
    ontvanger.neem(Soort.BLAD, b'"Inzet"')
    with pytest.raises(OverdrachtError):
        ontvanger.neem(Soort.CELLEN, json.dumps([cel]).encode())


@pytest.mark.parametrize(
    "rijen",
    [
        [1, 1, 0],
        [1, 5, 0],
        [1],
        [1, 1, 4_000_000_000],
        [0, 0],
        [1_048_577, 0],
        [1, 201, *[0] * 201],
    ],
)
def test_a_row_that_cannot_be_is_refused(rijen: list[int]) -> None:
    ontvanger = Ontvanger("a.xlsx", lambda _blad, _deel: None)
    ontvanger.neem(Soort.BLAD, b'"Inzet"')
    with pytest.raises(OverdrachtError):
        ontvanger.neem(Soort.RIJEN, b"".join(g.to_bytes(4, "little") for g in rijen))


def test_a_message_without_end_or_too_long_is_refused() -> None:
    with pytest.raises(OverdrachtError, match="te groot"):
        list(ontvang(BytesIO(b"B" + (2**31).to_bytes(4, "big"))))
    with pytest.raises(OverdrachtError, match="afgebroken"):
        list(ontvang(BytesIO(b"B" + (5).to_bytes(4, "big") + b"xx")))
    with pytest.raises(OverdrachtError, match="onbekend"):
        list(ontvang(BytesIO(b"?" + bytes(4))))


def test_more_sheets_or_rows_than_a_file_may_have_are_refused() -> None:
    ontvanger = Ontvanger("a.xlsx", lambda _blad, _deel: None)
    for _ in range(50):
        ontvanger.neem(Soort.BLAD, b'"Inzet"')
    with pytest.raises(OverdrachtError, match="bladen"):
        ontvanger.neem(Soort.BLAD, b'"Inzet"')
    ontvanger.neem(Soort.RIJEN, array("I", [1, 0] * 200_000).tobytes())
    with pytest.raises(OverdrachtError, match="rij"):
        ontvanger.neem(Soort.RIJEN, array("I", [1, 0]).tobytes())


@pytest.mark.parametrize("deel", ["NaN", "Infinity", "-1", "2", '"x"', "null"])
def test_progress_that_is_no_part_of_a_whole_is_refused(deel: str) -> None:
    ontvanger = Ontvanger("a.xlsx", lambda _blad, _deel: None)
    with pytest.raises(OverdrachtError):
        ontvanger.neem(Soort.VOORTGANG, f'["Inzet", {deel}]'.encode())


@pytest.mark.parametrize(
    "inhoud", [b"", b"{", b"5", b"[]", b'["a"]', b'["a", "b", 3]', b'["a", "b", "c", "d"]']
)
def test_a_fault_that_says_nothing_is_refused(inhoud: bytes) -> None:
    with pytest.raises(OverdrachtError):
        lees_storing(inhoud)
    assert lees_storing(b'["a", "b", "c"]') == ("a", "b", "c")


def test_a_fault_of_who_is_told_the_progress_is_not_blamed_on_the_file() -> None:
    def stuk(_blad: str, _deel: float) -> None:
        raise ValueError("screen")

    ontvanger = Ontvanger("werkboek.xlsx", stuk)
    with pytest.raises(ValueError, match="screen"):
        ontvanger.neem(Soort.VOORTGANG, b'["Inzet", 0.5]')
    with pytest.raises(OverdrachtError):
        ontvanger.neem(Soort.VOORTGANG, b'["Inzet", "half"]')
