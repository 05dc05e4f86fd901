"""The tables of completeness: signs with words, escaped names, and colour only where it warns."""

from __future__ import annotations

from pandas.io.formats.style import Styler

from sturing.services.volledigheidsbeeld import Bladcel, Bladrij, Leverregel, Teamrij, Teken
from sturing.ui.components import completeness, tables
from sturing.ui.theme import LIGHT

TEAMS = (
    Teamrij(
        team="T1",
        naam="*Wonen*",
        compleet=False,
        cellen=(
            Bladcel(teken=Teken.GOED, tekst="jan–dec · 3 dagen"),
            Bladcel(teken=Teken.NIET, tekst="te laat: ontbreekt"),
            Bladcel(teken=Teken.OPEN, tekst="ontbreekt"),
        ),
    ),
)
BLADEN = ("Capaciteit", "Inzet", "Teamplannen")


def test_every_cell_has_a_sign_and_words_and_a_name_is_never_markup() -> None:
    rij = completeness.teams_frame(TEAMS, BLADEN, markdown=True).iloc[0]
    assert rij["Team"] == r"**\*Wonen\***"
    assert rij["Capaciteit"] == ":blue[●]\u00a0jan–\u2060dec · 3\u00a0dagen"
    assert rij["Inzet"] == ":red[✕]\u00a0te laat\\: ontbreekt"
    assert rij["Teamplannen"] == ":gray[○]\u00a0ontbreekt"


def test_a_long_table_has_the_same_words_without_markdown() -> None:
    rij = completeness.teams_frame(TEAMS, BLADEN, markdown=False).iloc[0]
    assert list(rij) == [
        "*Wonen*",
        "● jan–dec · 3 dagen",
        "✕ te laat: ontbreekt",
        "○ ontbreekt",
    ]


def test_only_what_is_late_is_red_in_the_long_table() -> None:
    frame = completeness.teams_frame(TEAMS, BLADEN, markdown=False)
    grid = tables.warned(frame, LIGHT)
    assert isinstance(grid, Styler)
    html = grid.to_html()
    assert html.count(f"color: {LIGHT.niet}") == 1
    assert LIGHT.druk not in html
    cells = [tables.as_it_stands(cell) for cell in frame.to_numpy().ravel()]
    assert [cell for cell in cells if ":red[" in cell or ":orange[" in cell] == [
        ":red[✕ te laat\\: ontbreekt]"
    ]


def test_every_mark_has_a_sign_of_its_own() -> None:
    signs = [sign for _, sign in completeness.SIGNS.values()]
    assert set(completeness.SIGNS) == set(Teken)
    assert len(set(signs)) == len(signs)
    assert all(sign in completeness.LEGEND for sign in signs)


def regel(*, te_laat: bool) -> Leverregel:
    return Leverregel(
        te_laat=te_laat,
        dag=None,
        wanneer="3 dagen te laat" if te_laat else "over 3 dagen",
        uiterlijk="31-01-2027",
        wie="Teamondersteuner een",
        wat="Teamplannen",
        voor="Wonen",
        product="Teamplannen",
    )


def test_a_late_delivery_has_a_sign_and_the_days_stay_on_one_line() -> None:
    frame = completeness.deliveries_frame(
        [regel(te_laat=True), regel(te_laat=False)], markdown=True
    )
    assert list(frame["Wanneer"]) == [
        ":red[✕]\u00a03\u00a0dagen\u00a0te\u00a0laat",
        "over\u00a03\u00a0dagen",
    ]
    plain = completeness.deliveries_frame([regel(te_laat=True)], markdown=False)
    assert list(plain.iloc[0])[:2] == ["✕ 3 dagen te laat", "31-01-2027"]


def test_one_sheet_in_full_has_its_levering_and_what_comes() -> None:
    rij = Bladrij(
        naam="Bilthoven",
        blad="Gebiedsagenda",
        cel=TEAMS[0].cellen[0],
        levering="3",
        datum="16-11-2026",
        leeftijd="3 dagen",
        door="Systeem",
        uiterlijk="31-01-2027",
        wie="Makelaar",
    )
    frame = completeness.sheets_frame([rij], by="Gebied")
    assert list(frame.columns) == [
        "Gebied",
        "Stand",
        "Levering",
        "Datum",
        "Door",
        "Uiterlijk",
        "Wie",
    ]
    assert frame.iloc[0]["Gebied"] == "Bilthoven"
    assert completeness.sheets_frame([rij], by="Blad").iloc[0]["Blad"] == "Gebiedsagenda"
