"""The board by itself: drawing, keyboard, filters, panel, and the queue of what was done."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Page, expect
from voorbeelden import bordbeeld, verplaatst

from .bordpagina import draw, focused, payload, place, row, sent, show_board

LEGAL_FIRST = "Wettelijk werk gaat voor; zet die instelling uit om dit te veranderen."

IN_FULL = """(text) => {
  const box = text.getBoundingClientRect();
  const root = text.getRootNode();
  const ends = [[box.left + 2, box.top + 4], [box.left + 2, box.bottom - 5]];
  return box.height > 28 && text.scrollWidth <= text.clientWidth
    && ends.every(([x, y]) => root.elementFromPoint(x, y) === text);
}"""
"""Neither cut off nor under the rows that follow."""


def test_of_four_thousand_only_what_is_in_sight_is_drawn(bare: Page) -> None:
    show_board(bare, payload(bordbeeld(4000, vast=2000)))
    assert bare.locator(".lijf > .rij").count() < 60
    assert bare.locator(".rooster").get_attribute("aria-rowcount") == str(4000 - 14 + 3)
    bare.locator(".vak").evaluate("(vak) => { vak.scrollTop = 2000 * 28; }")
    expect(bare.locator('.lijf > .rij[aria-rowindex="2004"]')).to_be_visible()
    assert bare.locator(".lijf > .rij").count() < 70


def test_four_thousand_rows_follow_a_key_within_a_blink(bare: Page) -> None:
    show_board(bare, payload(bordbeeld(4000, vast=2000)))
    row(bare, "O020").click()
    took = bare.evaluate(
        """() => {
          const root = document.querySelector('#bord').shadowRoot;
          const begin = performance.now();
          root.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', {key: 'ArrowDown', altKey: true, bubbles: true}));
          root.querySelector('.lijf').getBoundingClientRect();
          return performance.now() - begin;
        }"""
    )
    assert place(bare, "O020") == 21
    assert took < 100


def test_the_wettelijke_rows_are_one_line_until_they_are_shown(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    expect(row(bare, "O001")).to_have_count(0)
    bare.get_by_role("button", name="Toon").click()
    assert place(bare, "O001") == 1
    expect(row(bare, "O001").locator(".greep")).to_be_hidden()
    bare.get_by_role("button", name="Vouw op").click()
    expect(row(bare, "O001")).to_have_count(0)


def test_alt_arrow_moves_at_once_and_the_focus_stays_on_the_row(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").click()
    bare.keyboard.press("Alt+ArrowUp")
    assert place(bare, "O030") == 29
    assert place(bare, "O029") == 30
    assert focused(bare) == "O030"
    assert sent(bare) == [
        {"soort": "verplaats", "opdracht": "O030", "plaats": 29, "nr": 1, "versie": 0}
    ]


def test_quick_presses_are_never_lost_and_travel_as_one_final_place(bare: Page) -> None:
    beeld = bordbeeld()
    show_board(bare, payload(beeld))
    row(bare, "O030").click()
    for _ in range(8):
        bare.keyboard.press("Alt+ArrowUp")
    assert place(bare, "O030") == 22
    assert [action["plaats"] for action in sent(bare)] == [29]
    # The answer to the first press is older than what is on the screen: it changes nothing there.
    na = verplaatst(beeld, "O030", 29)
    draw(bare, payload(na, nr=1, said=1, text="op 29"))
    assert place(bare, "O030") == 22
    assert [(a["nr"], a["plaats"], a["versie"]) for a in sent(bare)] == [(1, 29, 0), (2, 22, 1)]
    draw(bare, payload(verplaatst(na, "O030", 22), nr=2, said=2, text="op 22"))
    assert place(bare, "O030") == 22
    assert len(sent(bare)) == 2
    assert focused(bare) == "O030"


def test_moves_of_two_rows_wait_for_each_other_in_order(bare: Page) -> None:
    beeld = bordbeeld()
    show_board(bare, payload(beeld))
    row(bare, "O030").click()
    bare.keyboard.press("Alt+ArrowUp")
    row(bare, "O040").click()
    bare.keyboard.press("Alt+ArrowDown")
    assert len(sent(bare)) == 1
    draw(bare, payload(verplaatst(beeld, "O030", 29), nr=1))
    assert [(a["opdracht"], a["plaats"]) for a in sent(bare)] == [("O030", 29), ("O040", 41)]
    assert place(bare, "O040") == 41


def test_a_new_session_gets_what_still_waited(bare: Page) -> None:
    beeld = bordbeeld()
    show_board(bare, payload(beeld))
    row(bare, "O030").click()
    bare.keyboard.press("Alt+ArrowUp")
    draw(bare, {**payload(beeld), "sessie": "nieuw"})
    assert [a["plaats"] for a in sent(bare)] == [29, 29]
    assert place(bare, "O030") == 29


def test_first_last_and_the_line_have_a_key(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").click()
    for key, expected in (("Alt+l", 25), ("Alt+Home", 15), ("Alt+End", 52)):
        bare.keyboard.press(key)
        assert place(bare, "O030") == expected


def test_the_border_of_wettelijk_is_said_and_nothing_is_sent(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O015").click()
    bare.keyboard.press("Alt+ArrowUp")
    expect(row(bare, "O015").locator(".geweigerd")).to_contain_text(LEGAL_FIRST)
    expect(bare.locator(".omroep")).to_have_text(LEGAL_FIRST)
    assert sent(bare) == []
    bare.keyboard.press("Escape")
    expect(row(bare, "O015").locator(".geweigerd")).to_have_count(0)
    bare.get_by_role("button", name="Toon").click()
    row(bare, "O003").click()
    bare.keyboard.press("Alt+ArrowDown")
    expect(row(bare, "O003").locator(".geweigerd")).to_contain_text(LEGAL_FIRST)


def test_a_place_is_typed_as_a_whole_number_and_echoed(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").click()
    bare.keyboard.press("F2")
    echo = bare.locator("#plaats-echo")
    for typed in ("2,5", "0", "14", "53", "2e1", ""):
        bare.locator(".plaatsvak input").fill(typed)
        expect(echo).to_have_text("Typ een heel getal van 15 t/m 52")
        bare.keyboard.press("Enter")
    assert sent(bare) == []
    bare.locator(".plaatsvak input").fill("22")
    expect(echo).to_have_text("plaats 22")
    bare.keyboard.press("Enter")
    assert place(bare, "O030") == 22
    assert focused(bare) == "O030"


def test_the_menu_does_what_dragging_does(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    row(bare, "O030").hover()
    row(bare, "O030").get_by_role("button", name="Meer voor").click()
    names = bare.get_by_role("menuitem").all_inner_texts()
    assert [name.split("\n")[0] for name in names] == [
        "Zet op plaats…",
        "Een plaats omhoog",
        "Een plaats omlaag",
        "Naar boven",
        "Net boven de lijn",
        "Zo hoog als nodig om te passen",
        "Naar onder",
        "Waarom?",
        "Parkeer",
        "Verschuif…",
        "Ambitie…",
        "Uren van een team…",
        "Delegatie…",
        "Stop",
    ]
    bare.get_by_role("menuitem", name="Net boven de lijn").click()
    assert place(bare, "O030") == 25
    assert focused(bare) == "O030"


def test_a_refused_move_goes_back_and_says_why_until_it_is_closed(bare: Page) -> None:
    beeld = bordbeeld()
    show_board(bare, payload(beeld))
    row(bare, "O030").click()
    bare.keyboard.press("Alt+Home")
    assert place(bare, "O030") == 15
    bare.set_viewport_size({"width": 1024, "height": 768})
    reason = "Dit mag niet. " * 12
    draw(bare, payload(beeld, nr=1, said=1, text=reason, refused="O030"))
    assert place(bare, "O030") == 30
    refusal = row(bare, "O030").locator(".geweigerd")
    expect(refusal).to_contain_text(reason.strip())
    assert refusal.locator("span").evaluate(IN_FULL)
    row(bare, "O030").get_by_role("button", name="Sluit deze melding").click()
    expect(row(bare, "O030").locator(".geweigerd")).to_have_count(0)


def test_filters_hide_rows_and_never_renumber(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    bare.get_by_role("searchbox").fill("nobel")
    codes = bare.locator(".rij.opdracht").evaluate_all("rows => rows.map(r => r.dataset.opdracht)")
    assert codes == ["O024", "O040"]
    assert place(bare, "O040") == 40
    expect(bare.locator(".telregel")).to_contain_text("2 van de 52 opdrachten")
    bare.get_by_role("button", name="Toon alles").click()
    expect(row(bare, "O015")).to_be_visible()
    bare.get_by_role("radio", name="Alleen van mij").click()
    assert place(bare, "O018") == 18
    expect(row(bare, "O019")).to_have_count(0)


def test_with_a_team_the_line_is_the_line_of_that_team(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    bare.get_by_label("Kijk naar team").select_option("Juridisch")
    expect(bare.locator(".lijn")).to_contain_text("genoeg van dit team: plaats 1 t/m 23")
    teams = {r.opdracht for r in bordbeeld().rijen if "T02" in r.teams}
    codes = bare.locator(".rij.opdracht").evaluate_all("rows => rows.map(r => r.dataset.opdracht)")
    assert set(codes) <= teams
    assert len(codes) == len(teams)


def test_a_name_is_text_and_never_markup(bare: Page) -> None:
    beeld = bordbeeld(20, wettelijk=0, vast=10)
    naam = "<img src=x onerror=alert(1)> **vet**"
    rijen = (replace(beeld.rijen[0], naam=naam, volledige_naam=naam, knelpunt="<b>T</b>"),)
    show_board(bare, payload(replace(beeld, rijen=(*rijen, *beeld.rijen[1:]))))
    expect(row(bare, "O001").locator(".naam .tekst")).to_have_text(naam)
    assert bare.locator("img").count() == 0


def test_the_tick_stands_where_it_was_only_when_the_difference_can_be_seen(bare: Page) -> None:
    beeld = bordbeeld(20, wettelijk=0, vast=10)
    rijen = (
        replace(beeld.rijen[0], dekking_pct=100, dekking_voor_pct=37),
        replace(beeld.rijen[1], dekking_pct=100, dekking_voor_pct=99),
        *beeld.rijen[2:],
    )
    show_board(bare, payload(replace(beeld, rijen=rijen)))
    tick = row(bare, "O001").locator(".balk i")
    expect(tick).to_be_visible()
    assert tick.evaluate("i => i.style.left") == "37%"
    expect(row(bare, "O001").locator(".dekking")).to_contain_text(", was 37%")
    expect(row(bare, "O002").locator(".balk i")).to_be_hidden()


def test_a_reader_has_no_handles_and_hears_why(bare: Page) -> None:
    reden = "U kunt dit plan bekijken, niet wijzigen."
    show_board(bare, payload(replace(bordbeeld(), mag_wijzigen=False, waarom_niet=reden)))
    expect(row(bare, "O020").locator(".greep")).to_be_hidden()
    row(bare, "O020").click()
    bare.keyboard.press("Alt+ArrowUp")
    expect(bare.locator(".omroep")).to_have_text(reden)
    assert sent(bare) == []
    expect(bare.get_by_role("button", name="ongedaan")).to_have_count(0)


def test_the_panel_undoes_and_its_tabs_follow_the_arrows(bare: Page) -> None:
    beeld = verplaatst(bordbeeld(), "O030", 22)
    show_board(bare, payload(beeld))
    expect(bare.get_by_role("heading", name="Effect van 1 wijziging")).to_be_visible()
    bare.get_by_role("tab", name="Opdrachtgever").press("ArrowRight")
    expect(bare.get_by_role("tab", name="Gebied")).to_be_focused()
    assert sent(bare)[0]["tab"] == "gebied"
    assert beeld.effect is not None
    beeld = replace(beeld, effect=replace(beeld.effect, tab="gebied"))
    draw(bare, payload(beeld, nr=1))
    expect(bare.get_by_role("tab", name="Gebied")).to_be_focused()
    expect(bare.get_by_role("tab", name="Gebied")).to_have_attribute("aria-selected", "true")
    bare.get_by_role("button", name="Maak wijziging 1 ongedaan").click()
    bare.get_by_role("button", name="Maak de laatste wijziging ongedaan").click()
    assert [a["soort"] for a in sent(bare)] == ["kijk", "verwijder"]
    assert sent(bare)[1]["nummer"] == beeld.wijzigingen[0].regel
    draw(bare, payload(bordbeeld(), nr=2))
    assert [a["soort"] for a in sent(bare)] == ["kijk", "verwijder", "ongedaan"]


def test_a_narrow_board_keeps_place_name_hours_and_coverage(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()), width=880)
    heads = bare.locator(".rij.kop > :visible").all_inner_texts()
    names = {"Opdracht", "Opdrachtgever", "Soort werk", "Uren", "Dekking", "Knelpunt, uren tekort"}
    assert [head for head in heads if head in names] == ["Opdracht", "Uren", "Dekking"]


DIRECT = """() => {
  window.asked = [];
  window.patience = new AbortController();
  AbortSignal.timeout = (ms) => { window.patienceMs = ms; return window.patience.signal; };
  window.fetch = (adres, { body, signal }) => new Promise((answer, fail) => {
    window.asked.push({ ...JSON.parse(body).actie, answer });
    signal.addEventListener('abort', () => fail(signal.reason));
  });
}"""
"""A server that answers when the test says so, and whose patience ends when the test says so."""
WEG = {"weg": {"adres": "/bord/actie", "sleutel": "x", "pagina": ["tabel"]}}


def answer(page: Page, number: int, data: dict[str, object]) -> None:
    """The direct way answers what it was asked as `number`."""
    page.evaluate(
        "([number, data]) => window.asked[number].answer({ok: true, json: async () => data})",
        [number, data],
    )


def asked(page: Page) -> list[str]:
    """The opdrachten of the acts that were asked directly, in order."""
    codes: list[str] = page.evaluate("() => window.asked.map((action) => action.opdracht)")
    return codes


def test_a_direct_answer_that_comes_late_never_overwrites_a_later_one(bare: Page) -> None:
    beeld = bordbeeld()
    show_board(bare, payload(beeld) | WEG)
    bare.evaluate(DIRECT)
    row(bare, "O030").click()
    bare.keyboard.press("Alt+ArrowUp")
    eerst = verplaatst(beeld, "O030", 29)
    draw(bare, payload(eerst, nr=1) | WEG)
    row(bare, "O040").click()
    bare.keyboard.press("Alt+ArrowDown")
    assert asked(bare) == ["O030", "O040"]
    answer(bare, 1, payload(verplaatst(eerst, "O040", 41), nr=2) | WEG)
    expect(row(bare, "O040").locator(".plaats")).to_have_text("41")
    answer(bare, 0, payload(eerst, nr=1) | WEG)
    bare.wait_for_timeout(100)
    assert place(bare, "O040") == 41


def test_a_direct_way_that_hangs_is_left_for_the_page_before_the_act_is_asked_again(
    bare: Page,
) -> None:
    show_board(bare, payload(bordbeeld()) | WEG)
    bare.evaluate(DIRECT)
    row(bare, "O030").click()
    bare.keyboard.press("Alt+ArrowUp")
    assert sent(bare) == []
    bare.evaluate("() => window.patience.abort()")
    bare.wait_for_function("() => window.sent.length === 1")
    assert [(a["nr"], a["opdracht"], a["plaats"]) for a in sent(bare)] == [(1, "O030", 29)]
    assert bare.evaluate("() => window.patienceMs") < 8000


def test_a_board_that_left_the_screen_still_sends_what_waited_and_asks_no_page(bare: Page) -> None:
    beeld = bordbeeld()
    show_board(bare, payload(beeld) | WEG)
    bare.evaluate(DIRECT)
    row(bare, "O030").click()
    bare.keyboard.press("Alt+ArrowUp")
    row(bare, "O040").click()
    bare.keyboard.press("Alt+ArrowDown")
    bare.evaluate("(data) => window.draw(data)()", payload(beeld) | WEG)
    na = verplaatst(beeld, "O030", 29)
    answer(bare, 0, payload(na, nr=1) | WEG)
    bare.wait_for_function("() => window.asked.length === 2")
    assert asked(bare) == ["O030", "O040"]
    answer(bare, 1, payload(verplaatst(na, "O040", 41), nr=2) | WEG)
    bare.wait_for_timeout(600)
    assert sent(bare) == []
