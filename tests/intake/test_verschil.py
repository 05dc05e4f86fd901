"""Every row of a difference with what was and what comes; its counts are those of the rows."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sturing.domain.levering import BladVerschil
from sturing.domain.tijd import Maand
from sturing.intake.aaneen import voeg_aaneen
from sturing.intake.beoordeling import Beoordeling
from sturing.intake.rijverschil import Rijsoort, Rijverschil
from sturing.intake.standverschil import verschil_tussen
from tests.intake.bouwer import Bladen, Opslag, bewaar, goed, keur, koppen, lever, telling
from tests.intake.test_model import tabel, vaste_bladen

OPDRACHTEN = ("O1", "O2")


def inzet(*rijen: list[object]) -> Bladen:
    return {"Inzet": [koppen("Inzet"), *rijen]}


def rijen_van(oordeel: Beoordeling, blad: str) -> list[Rijverschil]:
    return [r for r in oordeel.rijen if r.blad == blad]


def kern(verschil: Rijverschil) -> tuple[object, ...]:
    """Kind, hours before, hours after, changed fields."""
    oud, nieuw = verschil.oud or {}, verschil.nieuw or {}
    return (
        verschil.soort.value,
        oud.get("uren_honderdste"),
        nieuw.get("uren_honderdste"),
        verschil.velden,
    )


def begin() -> Opslag:
    return lever({}, goed())


def test_a_changed_row_has_its_old_and_its_new_value_and_the_cell_of_the_new_one() -> None:
    oordeel = keur(inzet(["O1", "T01", "2027-01", "2027-12", 1230]), begin())
    [verschil] = rijen_van(oordeel, "Inzet")
    assert kern(verschil) == ("gewijzigd", 1200_00, 1230_00, ("uren_honderdste",))
    assert verschil.cel == "E2"
    assert verschil.tabel is not None
    assert verschil.tabel.bestand == "werkboek.xlsx"


def test_a_row_with_another_window_is_paired_and_names_both_fields() -> None:
    oordeel = keur(inzet(["O1", "T01", "2027-03", "2027-12", 1100]), begin())
    [verschil] = rijen_van(oordeel, "Inzet")
    assert kern(verschil) == ("gewijzigd", 1200_00, 1100_00, ("van", "uren_honderdste"))
    assert verschil.oud is not None
    assert verschil.oud["van"] == date(2027, 1, 1)


def test_a_new_and_a_vanished_row_stand_with_all_their_values() -> None:
    oordeel = keur(inzet(["O2", "T01", "2027-01", "2027-03", 50]), begin())
    nieuw, weg = rijen_van(oordeel, "Inzet")
    assert kern(nieuw) == (
        "nieuw",
        None,
        50_00,
        ("opdracht", "team", "van", "tot", "uren_honderdste"),
    )
    assert (weg.soort, weg.nieuw, weg.cel) == (Rijsoort.VERVALLEN, None, None)
    assert weg.rij["uren_honderdste"] == 1200_00


def test_of_two_vanished_rows_the_one_that_began_on_the_same_day_is_the_changed_one() -> None:
    opslag = lever(
        begin(),
        inzet(["O1", "T01", "2027-01", "2027-06", 100], ["O1", "T01", "2027-07", "2027-12", 200]),
    )
    oordeel = keur(inzet(["O1", "T01", "2027-07", "2027-11", 190]), opslag)
    assert [kern(r)[:3] for r in rijen_van(oordeel, "Inzet")] == [
        ("gewijzigd", 200_00, 190_00),
        ("vervallen", 100_00, None),
    ]


def test_a_row_over_a_year_end_is_one_row_with_all_its_hours() -> None:
    opslag = lever(begin(), inzet(["O1", "T02", "2026-07", "2028-06", 300]))
    oordeel = keur(inzet(["O1", "T02", "2026-07", "2028-06", 410]), opslag)
    [verschil] = rijen_van(oordeel, "Inzet")
    assert kern(verschil) == ("gewijzigd", 300_00, 410_00, ("uren_honderdste",))
    assert verschil.rij["tot"] == date(2028, 6, 30)


def test_a_cleared_cell_is_a_change_to_nothing() -> None:
    kop: list[object] = ["team", "naam", "soort", "domein", "zelforganisatie"]
    bladen: Bladen = {"Teams": [kop, ["T01", "Projecten", "opgave", "ruimtelijk", None]]}
    [verschil] = rijen_van(keur(bladen, begin()), "Teams")
    assert verschil.velden == ("zelforganisatie",)
    assert (verschil.oud or {})["zelforganisatie"] == 3
    assert verschil.rij["zelforganisatie"] is None
    assert verschil.cel == "E2"


def test_a_renamed_row_changes_its_code_and_what_hangs_on_it_is_no_difference() -> None:
    kop: list[object] = ["opdracht", "naam", "soort werk", "status", "vorige code"]
    bladen: Bladen = {
        "Opdrachten": [kop, ["O100", "Spoorzone", "strategische agenda", "lopend", "O1"]],
        **inzet(["O100", "T01", "2027-01", "2027-12", 1201]),
    }
    oordeel = keur(bladen, begin())
    [opdracht] = rijen_van(oordeel, "Opdrachten")
    assert opdracht.velden == ("opdracht",)
    assert (opdracht.oud or {})["opdracht"] == "O1"
    assert opdracht.cel == "A2"
    [verschil] = rijen_van(oordeel, "Inzet")
    assert kern(verschil) == ("gewijzigd", 1200_00, 1201_00, ("uren_honderdste",))


def test_a_refused_file_has_no_rows() -> None:
    oordeel = keur(inzet(["O1", "T01", "2027-01", "2027-12", "twaalf"]), begin())
    assert oordeel.fouten
    assert oordeel.rijen == ()


def test_two_states_of_a_sheet_compare_without_a_file() -> None:
    voor = begin()
    na = lever(voor, inzet(["O1", "T01", "2026-07", "2027-12", 1230]))
    [heen] = verschil_tussen(voor, na, {})
    assert heen.telling == BladVerschil(blad="Inzet", gewijzigd=1)
    assert [kern(r)[1:3] for r in heen.rijen] == [(1200_00, 1230_00)]
    [terug] = verschil_tussen(na, voor, {})
    assert [kern(r)[1:3] for r in terug.rijen] == [(1230_00, 1200_00)]
    assert verschil_tussen(voor, {blad: list(rijen) for blad, rijen in voor.items()}, {}) == ()


Rijen = list[tuple[str, str, Maand, Maand, int]]


def als_bladen(rijen: Rijen) -> Bladen:
    return inzet(*([o, t, str(v), str(e), n] for o, t, v, e, n in rijen))


def per_paar(uren: list[tuple[object, object, int]]) -> Counter[tuple[object, object]]:
    som: Counter[tuple[object, object]] = Counter()
    for opdracht, team, honderdste in uren:
        som[opdracht, team] += honderdste
    return +som


def uren_van(rijen: list[dict[str, object]]) -> list[tuple[object, object, int]]:
    return [(r["opdracht"], r["team"], int(str(r["uren_honderdste"]))) for r in rijen]


@settings(max_examples=60, deadline=None)
@given(st.lists(tabel(OPDRACHTEN), min_size=2, max_size=4))
def test_counts_are_those_of_the_rows_and_the_rows_explain_every_hour(reeks: list[Rijen]) -> None:
    opslag = bewaar({}, keur(vaste_bladen()))
    for rijen in reeks:
        oordeel = keur(als_bladen(rijen), opslag)
        verschillen = rijen_van(oordeel, "Inzet")
        soorten = Counter(r.soort for r in verschillen)
        assert telling(oordeel, "Inzet")[:3] == (
            soorten[Rijsoort.NIEUW],
            soorten[Rijsoort.GEWIJZIGD],
            soorten[Rijsoort.VERVALLEN],
        )
        assert all(r.velden for r in verschillen), "a row without a change is no difference"
        na = bewaar(opslag, oordeel)
        erbij = per_paar(uren_van([dict(r.nieuw) for r in verschillen if r.nieuw]))
        eraf = per_paar(uren_van([dict(r.oud) for r in verschillen if r.oud]))
        voor_som = per_paar(uren_van([dict(r) for r in opslag.get("Inzet", ())]))
        na_som = per_paar(uren_van([dict(r) for r in na.get("Inzet", ())]))
        for paar in voor_som | na_som | erbij | eraf:
            assert voor_som[paar] - eraf[paar] + erbij[paar] == na_som[paar]
        assert all(r.tabel is None for r in verschillen if r.nieuw is None)
        opslag = na


KRAP = st.tuples(
    st.sampled_from([date(2026, 6, 14), *(date(2026, 12, dag) for dag in (1, 24, 28, 30, 31))]),
    st.sampled_from(
        [*(date(2027, 1, dag) for dag in (1, 2, 4)), date(2027, 2, 10), date(2028, 3, 1)]
    ),
)
"""Windows over the same year end of which one part has few working days or none."""


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(
        KRAP, st.tuples(st.integers(0, 400), st.integers(1, 500)), min_size=1, max_size=6
    )
)
@example(
    {
        (date(2026, 12, 1), date(2027, 1, 4)): (300, 7),
        (date(2026, 12, 30), date(2027, 1, 2)): (100, 9),
    }
)
def test_rows_over_the_same_year_end_that_all_change_are_all_changed_rows(
    rijen: dict[tuple[date, date], tuple[int, int]],
) -> None:
    """Also when a part has next to no hours, so that parts of two rows look alike."""
    opslag = bewaar({}, keur(vaste_bladen()))
    eerst = [["O1", "T1", van, tot, uren / 100] for (van, tot), (uren, _) in rijen.items()]
    opslag = lever(opslag, dagen(eerst))
    assert len(voeg_aaneen("Inzet", opslag["Inzet"])) == len(rijen)
    daarna = [["O1", "T1", van, tot, (a + b) / 100] for (van, tot), (a, b) in rijen.items()]
    oordeel = keur(dagen(daarna), opslag)
    assert telling(oordeel, "Inzet")[:3] == (0, len(rijen), 0)


def dagen(rijen: list[list[object]]) -> Bladen:
    """Rows of Inzet with windows in days."""
    return inzet(
        *([o, t, f"{van:%d-%m-%Y}", f"{tot:%d-%m-%Y}", uren] for o, t, van, tot, uren in rijen)
    )
