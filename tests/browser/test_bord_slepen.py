"""The board by itself: dragging with mouse and finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from voorbeelden import bordbeeld

from .bordpagina import payload, place, row, sent, show_board


def drag(page: Page, opdracht: str, onto: str, *, drop: bool = True) -> None:
    """Drag `opdracht` to just above `onto`."""
    begin = row(page, opdracht).locator(".greep").bounding_box()
    end = row(page, onto).bounding_box()
    assert begin is not None
    assert end is not None
    page.mouse.move(begin["x"] + 4, begin["y"] + 10)
    page.mouse.down()
    page.mouse.move(begin["x"] + 20, begin["y"] - 20, steps=3)
    page.mouse.move(end["x"] + 40, end["y"] + 3, steps=4)
    if drop:
        page.mouse.up()


def test_a_row_is_dragged_to_where_the_mark_is(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    drag(bare, "O028", "O020", drop=False)
    expect(bare.locator(".landing")).to_have_text("plaats 20")
    bare.mouse.up()
    assert place(bare, "O028") == 20
    assert sent(bare)[0]["plaats"] == 20


def test_escape_while_dragging_leaves_everything_as_it_was(bare: Page) -> None:
    show_board(bare, payload(bordbeeld()))
    drag(bare, "O028", "O020", drop=False)
    bare.keyboard.press("Escape")
    bare.mouse.up()
    expect(bare.locator(".zwevend")).to_have_count(0)
    assert place(bare, "O028") == 28
    assert sent(bare) == []


@pytest.mark.parametrize(("part", "place_after"), [(".greep", 20), (".naam", 28)])
def test_a_finger_drags_by_the_handle_and_scrolls_elsewhere(
    browser: Browser, part: str, place_after: int
) -> None:
    context = browser.new_context(
        viewport={"width": 1240, "height": 900}, has_touch=True, reduced_motion="reduce"
    )
    page = context.new_page()
    show_board(page, payload(bordbeeld()))
    begin = row(page, "O028").locator(part).bounding_box()
    end = row(page, "O020").bounding_box()
    assert begin is not None
    assert end is not None
    finger = context.new_cdp_session(page)

    def touch(kind: str, *points: dict[str, float]) -> None:
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    x, from_y, to_y = begin["x"] + 5, begin["y"] + 8, end["y"] + 3
    touch("touchStart", {"x": x, "y": from_y})
    for step in range(1, 6):
        touch("touchMove", {"x": x, "y": from_y + (to_y - from_y) * step / 5})
    touch("touchEnd")
    assert place(page, "O028") == place_after
    context.close()
