"""Gebieden by keyboard: choose an area, open an item, go on to why; no table runs off its edge.

At the end, in the same visit, Programma's en doelen: a part of a kernwaarde is clicked.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .conftest import Open, click_mark, settled
from .test_schermen import drawn
from .test_smal import CUT_OFF


def choose(page: Page, label: str, typed: str) -> None:
    """Choose in a list by keyboard alone."""
    field = page.get_by_role("combobox", name=label, exact=True)
    field.focus()
    field.press("ArrowDown")
    field.press_sequentially(typed)
    field.press("Enter")
    settled(page)


def test_an_area_is_chosen_an_item_opened_and_explained_by_keyboard(visit: Open) -> None:
    page = visit("/gebieden")
    choose(page, "Gebied", "Westbr")
    expect(page.get_by_role("heading", name="Gebiedsagenda Westbroek")).to_be_visible()
    expect(page.locator("h1")).to_contain_text("Westbroek krijgt")
    assert "gebied=WES" in page.url
    choose(page, "Onderwerp op de gebiedsagenda", "School")
    expect(page.get_by_role("heading", name="School en dorpshuis zijn oud")).to_be_visible()
    assert page.evaluate(CUT_OFF) == []
    page.set_viewport_size({"width": 1024, "height": 768})
    drawn(page)
    assert page.evaluate(CUT_OFF) == []
    why = page.get_by_role("button", name="Waarom? Bekijk op het bord")
    why.focus()
    why.press("Enter")
    page.wait_for_url("**/prioriteiten**")
    expect(page.get_by_role("grid")).to_be_visible()
    expect(page.get_by_text("'t Kompas Westbroek").first).to_be_visible()
    page.goto(f"{page.url.split('/prioriteiten')[0]}/programmas?doel=D05")
    expect(page.get_by_role("heading", name="Veilig en vlot op weg")).to_be_visible()
    drawn(page)
    assert page.evaluate(CUT_OFF) == []
    # The second part of the first bar, with the mouse: its opdrachten come under the picture.
    click_mark(page, "kernwaarden", ".bars .point path", 1)
    expect(page.get_by_role("heading", name="Maatschappelijke waarde: midden")).to_be_visible()
    assert "waarde=maatschappelijk-midden" in page.url
    drawn(page)
    assert page.evaluate(CUT_OFF) == []
    wide = page.get_by_test_id("stMain").evaluate("box => box.scrollWidth - box.clientWidth")
    assert wide == 0
