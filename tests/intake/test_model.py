"""Several uploads after each other against a plain model that follows the contract closely."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sturing.domain.tijd import Maand
from sturing.engine.spreiding import knip_per_jaar
from tests.intake.bouwer import Bladen, bewaar, keur, koppen, rij

TEAMS = ("T1", "T2")
OPDRACHTEN = ("O1", "O2")
SOORTEN = ("bezetting", "inhuur")
MAANDEN = [Maand(jaar, maand) for jaar in (2026, 2027, 2028) for maand in (1, 4, 9, 12)]

vensters = st.tuples(st.sampled_from(MAANDEN), st.sampled_from(MAANDEN)).filter(
    lambda v: v[0] <= v[1]
)


def tabel(ander: tuple[str, ...]) -> st.SearchStrategy[list[tuple[str, str, Maand, Maand, int]]]:
    """Rows of (other field, team, from, to, amount) with distinct keys."""
    return st.lists(
        st.tuples(st.sampled_from(ander), st.sampled_from(TEAMS), vensters, st.integers(0, 50)),
        max_size=6,
        unique_by=lambda r: r[:3],
    ).map(lambda rijen: [(a, t, v[0], v[1], n) for a, t, v, n in rijen])


uploads = st.lists(
    st.tuples(
        tabel(OPDRACHTEN),
        tabel(SOORTEN),
        st.dictionaries(
            st.tuples(
                st.sampled_from(TEAMS), st.sampled_from(OPDRACHTEN), st.sampled_from(MAANDEN[:3])
            ),
            st.integers(0, 9),
            max_size=4,
        ),
    ),
    min_size=1,
    max_size=4,
)

Deel = tuple[str, str, date, date, int]


def vaste_bladen() -> Bladen:
    return {
        "Teams": [
            koppen("Teams"),
            *(
                rij("Teams", team=t, naam=f"Team {t}", soort="opgave", domein="sociaal")
                for t in TEAMS
            ),
        ],
        "Opdrachten": [
            koppen("Opdrachten"),
            *(
                rij(
                    "Opdrachten",
                    opdracht=o,
                    naam=f"Opdracht {o}",
                    soort_werk="regulier",
                    status="idee",
                )
                for o in OPDRACHTEN
            ),
        ],
    }


def delen_van(rij_: tuple[str, str, Maand, Maand, int], verdeel: bool) -> list[Deel]:
    ander, team, van, tot, hoeveel = rij_
    gedeeld = knip_per_jaar(hoeveel * 100, van.eerste_dag, tot.laatste_dag)
    return [(ander, team, v, t, deel if verdeel else hoeveel) for v, t, deel in gedeeld]


def model_venster(
    opgeslagen: list[Deel], rijen: list[tuple[str, str, Maand, Maand, int]], verdeel: bool
) -> list[Deel]:
    """Complete per (team, year) with a row wholly in it; else only overlapping parts go."""
    volledig = {(team, van.jaar) for _, team, van, tot, _ in rijen if van.jaar == tot.jaar}
    nieuw = [deel for rij_ in rijen for deel in delen_van(rij_, verdeel)]
    blijft = [
        oud
        for oud in opgeslagen
        if (oud[1], oud[2].year) not in volledig
        and not any(n[:2] == oud[:2] and n[2] <= oud[3] and oud[2] <= n[3] for n in nieuw)
    ]
    return blijft + nieuw


@settings(max_examples=60, deadline=None)
@given(uploads)
def test_several_uploads_leave_what_the_plain_model_says(
    reeks: list[
        tuple[
            list[tuple[str, str, Maand, Maand, int]],
            list[tuple[str, str, Maand, Maand, int]],
            dict[tuple[str, str, Maand], int],
        ]
    ],
) -> None:
    opslag = bewaar({}, keur(vaste_bladen()))
    inzet: list[Deel] = []
    capaciteit: list[Deel] = []
    uren: dict[tuple[str, str, Maand], int] = {}
    for inzetrijen, capaciteitsrijen, urenrijen in reeks:
        bladen: Bladen = {
            "Inzet": [
                koppen("Inzet"),
                *([o, t, str(v), str(e), n] for o, t, v, e, n in inzetrijen),
            ],
            "Capaciteit": [
                koppen("Capaciteit"),
                *([t, str(v), str(e), s, n] for s, t, v, e, n in capaciteitsrijen),
            ],
            "Uren": [
                koppen("Uren"),
                *([str(m), t, o, n] for (t, o, m), n in urenrijen.items()),
            ],
        }
        oordeel = keur(bladen, opslag)
        opslag = bewaar(opslag, oordeel)
        inzet = model_venster(inzet, inzetrijen, verdeel=True)
        capaciteit = model_venster(capaciteit, capaciteitsrijen, verdeel=False)
        bereik = {(t, m) for t, _, m in urenrijen}
        uren = {k: n for k, n in uren.items() if (k[0], k[2]) not in bereik} | urenrijen

        assert Counter(inzet) == Counter(
            (r["opdracht"], r["team"], r["van"], r["tot"], r["uren_honderdste"])
            for r in opslag.get("Inzet", ())
        )
        assert Counter(capaciteit) == Counter(
            (r["soort"], r["team"], r["van"], r["tot"], int(r["fte"]))
            for r in opslag.get("Capaciteit", ())
        )
        assert {k: n * 100 for k, n in uren.items()} == {
            (r["team"], r["opdracht"], Maand.van_dag(r["maand"])): r["uren_honderdste"]
            for r in opslag.get("Uren", ())
        }
        nogmaals = keur(bladen, opslag)
        assert nogmaals.mutaties == ()
        assert all((v.nieuw, v.gewijzigd, v.vervallen) == (0, 0, 0) for v in nogmaals.verschil)


@settings(max_examples=40, deadline=None)
@given(tabel(OPDRACHTEN))
def test_a_first_upload_counts_its_rows_as_new(
    rijen: list[tuple[str, str, Maand, Maand, int]],
) -> None:
    bladen = vaste_bladen()
    bladen["Inzet"] = [koppen("Inzet"), *([o, t, str(v), str(e), n] for o, t, v, e, n in rijen)]
    [verschil] = [v for v in keur(bladen).verschil if v.blad == "Inzet"]
    assert (verschil.nieuw, verschil.gewijzigd, verschil.vervallen) == (len(rijen), 0, 0)
