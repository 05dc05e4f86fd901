"""A row of which there is nothing to be said is read at once, with the outcome of any row."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sturing.intake import ontleden
from sturing.intake.cellen import Cel, Celsoort, Werkblad
from sturing.intake.koppen import herken_bladen

KOPPEN = ("opdracht", "team", "van", "tot", "uren", "opmerking")
T, G = Celsoort.TEKST, Celsoort.GETAL
FOUT = (Celsoort.FOUT, "#N/A")
CELLEN = [
    [(T, "O1"), (T, " O2 "), (T, "Totaal"), (T, "eindtotaal:"), (T, " "), (G, 7), FOUT],
    [(T, "T1"), (T, "T2"), (T, "totaal"), (T, "")],
    [(Celsoort.DAG, date(2027, 1, 1)), (Celsoort.MAAND, date(2027, 2, 1)), (T, "mrt 2027")],
    [(Celsoort.DAG, date(2027, 6, 30)), (Celsoort.DAG, date(2027, 7, 1)), (T, "onzin")],
    [(G, 5), (G, 2.5), (G, -4), (G, 1.234), (T, "58:30"), (T, "1.5"), (G, float("inf"))],
    [(T, "los"), (T, "totaal"), (G, 3), (T, " ")],
    [(T, "zonder kop")],
]  # fmt: skip


@st.composite
def bladen(trek: st.DrawFn) -> Werkblad:
    """Inzet with columns that are not read; equal cells are one object or are not."""
    gedeeld = [[Cel(k, *deel) for deel in delen] for k, delen in enumerate(CELLEN, start=1)]
    rijen = [(1, tuple(Cel(k, T, kop) for k, kop in enumerate(KOPPEN, start=1)))]
    for rij in range(2, 2 + trek(st.integers(0, 8))):
        kolommen = trek(st.sets(st.integers(0, len(CELLEN) - 1), max_size=4))
        kolommen |= trek(st.sampled_from([set(), {0, 1, 2, 3, 4}]))
        cellen = [trek(st.sampled_from(gedeeld[kolom])) for kolom in sorted(kolommen)]
        if trek(st.booleans()):
            cellen = [Cel(*cel) for cel in cellen]
        rijen.append((rij, tuple(cellen)))
    leeg = trek(st.sampled_from([False, False, True]))
    return Werkblad(naam="Inzet", rijen=tuple(rijen), fout_lijkt_leeg=leeg)


def ontleed(blad: Werkblad) -> tuple[list[object], list[object]]:
    ((herkend, kop, _),), _ = herken_bladen("a.xlsx", [blad])
    assert kop is not None
    _, regels, bevindingen = ontleden.ontleed("a.xlsx", 0, herkend, kop)
    return [(r.rij, r.waarden, r.fout, r.twijfel) for r in regels], list(bevindingen)


@given(bladen())
@settings(max_examples=150, deadline=None)
def test_a_row_read_at_once_is_the_row_read_cell_by_cell(blad: Werkblad) -> None:
    gelezen = ontleed(blad)
    with pytest.MonkeyPatch.context() as plek:
        plek.setattr(ontleden._Lezing, "_gewone_rij", lambda *_: False)
        assert gelezen == ontleed(blad)
