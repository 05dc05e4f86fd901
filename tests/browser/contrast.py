"""Whether words in pictures can be read: what axe does not judge, measured in the picture itself.

axe passes over words in a drawing and leaves open what it cannot tell. Here the words are taken
away, the screen is photographed, and the colour of each word is laid against every pixel that was
behind it: so a cell of a heat map, a hatch and a bar are all seen as they are. Ratios are those of
WCAG 2.2 (1.4.3); sizes are CSS pixels.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page

ENOUGH = 4.5
ENOUGH_LARGE = 3.0
LARGE_PX = 24
LARGE_BOLD_PX = 18.66
BOLD = 700
MOST_BEHIND = 0.85
"""So large a part of what is behind a word must be apart from it: a line of the grid may cross."""
MARGIN_PX = 200
"""Above and below what scrolls."""

TAKE_AWAY = """(targets) => {
  const colour = (css) => {
    const made = css.match(/[0-9.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    return made.length === 3 ? [...made, 1] : made;
  };
  const roots = [document];
  for (const { shadowRoot: root } of document.querySelectorAll('*')) if (root) roots.push(root);
  const found = [];
  window.takenAway = [];
  const hide = (node, name, value) => {
    const was = [node.style.getPropertyValue(name), node.style.getPropertyPriority(name)];
    window.takenAway.push([node, name, ...was]);
    node.style.setProperty(name, value, 'important');
  };
  const seen = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const faded = (node) => {
    let part = 1;
    for (let up = node; up; up = up.parentElement) part *= Number(getComputedStyle(up).opacity);
    return part;
  };
  const keep = (node, words, box, paint, part) => {
    if (!words || box.width < 1 || box.height < 1) return;
    const style = getComputedStyle(node);
    const [red, green, blue, own] = colour(paint);
    found.push({ words, box: [box.left, box.top, box.right, box.bottom], colour: [red, green, blue],
      part: own * part, size: parseFloat(style.fontSize), weight: Number(style.fontWeight) });
  };
  const drawn = roots.flatMap((root) => [...root.querySelectorAll('svg text')]).filter(seen);
  for (const node of drawn) {
    const style = getComputedStyle(node);
    // A text of several lines, or with a bold part, has its own colour in each part.
    const lines = [...node.querySelectorAll('tspan')];
    const parts = lines.length ? lines : [node];
    for (const part of parts) {
      keep(part, part.textContent.trim(), part.getBoundingClientRect(), getComputedStyle(part).fill,
        faded(node) * Number(style.fillOpacity));
    }
  }
  for (const path of targets) {
    let root = document, node = null;
    for (const selector of path) {
      node = root.querySelector(selector);
      root = node?.shadowRoot ?? root;
    }
    if (!node || node instanceof SVGElement || !seen(node)) continue; // drawings are in already
    for (const text of node.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE || !text.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        keep(node, text.data.trim(), box, getComputedStyle(node).color, faded(node));
      }
    }
    hide(node, '-webkit-text-fill-color', 'transparent');
  }
  for (const node of drawn) hide(node, 'opacity', '0');
  return found;
}"""
PUT_BACK = """() => {
  for (const [node, name, value, priority] of window.takenAway.reverse()) {
    node.style.removeProperty(name);
    if (value) node.style.setProperty(name, value, priority);
  }
}"""

Pixels = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Words with their place (left, top, right, bottom), colour (0-255) and its cover (0-1)."""

    words: str
    box: tuple[float, float, float, float]
    colour: tuple[float, float, float]
    part: float
    size: float
    weight: float

    @property
    def needed(self) -> float:
        large = self.size >= LARGE_PX or (self.size >= LARGE_BOLD_PX and self.weight >= BOLD)
        return ENOUGH_LARGE if large else ENOUGH


def light(colours: Pixels) -> Pixels:
    """The relative luminance of colours (last axis red, green, blue; 0-255)."""
    parts = colours / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def ratios(word: Word, behind: Pixels) -> Pixels:
    """The contrast of the word with each pixel that is behind it."""
    over = word.part * np.array(word.colour) + (1 - word.part) * behind
    first, second = light(over), light(behind)
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)


def show_whole(page: Page) -> None:
    """Make the window as high as what scrolls in it, so that one photograph has it all."""
    size = page.viewport_size
    assert size is not None
    high = page.evaluate("() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    if high > size["height"] - MARGIN_PX:
        page.set_viewport_size({"width": size["width"], "height": high + MARGIN_PX})
        page.wait_for_timeout(200)


def photographed(page: Page, undecided: list[list[str]]) -> tuple[list[Word], Pixels]:
    """The words in the drawings and in what axe left open, and the screen without them."""
    words = [Word(**found) for found in page.evaluate(TAKE_AWAY, undecided)]
    screen = page.screenshot(animations="disabled", caret="hide")
    page.evaluate(PUT_BACK)
    return words, np.asarray(Image.open(io.BytesIO(screen)).convert("RGB"), dtype=np.float64)


def unreadable(words: list[Word], screen: Pixels) -> list[str]:
    """The words that are too little apart from what is behind them, with how little."""
    faults = []
    for word in words:
        left, top, right, bottom = (round(edge) for edge in word.box)
        behind = screen[max(top, 0) : bottom, max(left, 0) : right].reshape(-1, 3)
        if not len(behind):
            continue
        apart = ratios(word, behind)
        if np.mean(apart >= word.needed) < MOST_BEHIND:
            faults.append(f"{word.words!r}: {np.quantile(apart, 1 - MOST_BEHIND):.2f}")
    return faults


def undecided(results: dict[str, Any]) -> list[list[str]]:
    """What axe could not tell the contrast of: the way to each element, through shadow roots."""
    return [
        part if isinstance(part, list) else [part]
        for kind in results["incomplete"]
        if kind["id"] == "color-contrast"
        for node in kind["nodes"]
        for part in node["target"]
    ]
