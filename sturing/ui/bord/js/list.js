// The list in its scroll area: only the lines in sight are in the page, at fixed 28 px (an item may
// have a height of its own), and they slide to a new place in 160 ms. Focus stays on the same
// opdracht, whatever is drawn anew.

const ROW_PX = 28; // also the height of the head of the table
const OVERSCAN = 8; // lines drawn above and below the sight, so that scrolling shows no gap
const SLIDE = { duration: 160, easing: "ease-out" };
const NO_FOCUS = new Set(["line", "why"]); // kinds of items that the arrow keys pass over

const heightOf = (item) => item.height ?? ROW_PX;

class List {
  /** `body` is the rowgroup inside the scroll area `viewport`; `draw(item, node)` fills a line. */
  constructor(viewport, body, draw) {
    this.viewport = viewport;
    this.body = body;
    this.draw = draw;
    this.items = [];
    this.starts = []; // pixel offset of every item
    this.total = 0; // height of all items together
    this.index = new Map(); // key -> position in the items
    this.nodes = new Map(); // key -> element, for the lines that are drawn
    this.tops = new Map(); // key -> pixel offset at the last drawing
    this.current = null; // key of the line that takes part in the tab order
    this.frame = 0;
    viewport.addEventListener("scroll", () => this.later(), { passive: true });
  }

  later() {
    if (this.frame) return;
    this.frame = window.requestAnimationFrame(() => {
      this.frame = 0;
      this.render(false);
    });
  }

  /** Show `items`; with `slide` lines that were in sight move to their new place. */
  show(items, slide) {
    this.items = items;
    this.index = new Map(items.map((item, i) => [item.key, i]));
    if (!this.index.has(this.current)) {
      const first = items.find((item) => !NO_FOCUS.has(item.kind));
      this.current = first === undefined ? null : first.key;
    }
    this.total = 0;
    this.starts = items.map((item) => {
      const start = this.total;
      this.total += heightOf(item);
      return start;
    });
    this.body.style.height = `${this.total}px`;
    this.render(slide);
  }

  /** Pixel offset of the gap above item `i`. */
  topOf(i) {
    return this.starts[i] ?? this.total;
  }

  /** Position of the item at a pixel offset. */
  itemAt(offset) {
    let low = 0;
    let high = this.items.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  render(slide) {
    const sight = this.viewport.clientHeight || 600;
    const top = this.viewport.scrollTop;
    const first = Math.max(0, this.itemAt(top) - OVERSCAN);
    const last = Math.min(this.items.length, this.itemAt(top + sight) + 1 + OVERSCAN);
    const drawn = [];
    for (let i = first; i < last; i += 1) drawn.push(i);
    // The line in the tab order never leaves the page, however far it is scrolled away.
    const kept = this.index.get(this.current);
    if (kept < first) drawn.unshift(kept);
    else if (kept >= last) drawn.push(kept);
    const nodes = new Map();
    for (const i of drawn) {
      const item = this.items[i];
      const node = this.draw(item, this.nodes.get(item.key));
      node.setAttribute("aria-rowindex", String(i + 2)); // the head of the table is line 1
      if (!NO_FOCUS.has(item.kind)) node.tabIndex = item.key === this.current ? 0 : -1;
      nodes.set(item.key, node);
    }
    for (const [key, node] of this.nodes) if (!nodes.has(key)) node.remove();
    this.arrange([...nodes.values()]);
    this.place(nodes, slide && !calm());
    this.nodes = nodes;
  }

  /** Page order is reading order. The line that has focus is never moved: that would blur it. */
  arrange(wanted) {
    const focused = this.focusedNode();
    const at = Math.max(wanted.indexOf(focused), 0);
    const pivot = wanted[at];
    if (pivot === undefined) return;
    if (pivot.parentNode !== this.body) this.body.append(pivot);
    for (let i = at - 1, cursor = pivot; i >= 0; i -= 1) {
      if (cursor.previousSibling !== wanted[i]) this.body.insertBefore(wanted[i], cursor);
      cursor = wanted[i];
    }
    for (let i = at + 1, cursor = pivot; i < wanted.length; i += 1) {
      if (cursor.nextSibling !== wanted[i]) this.body.insertBefore(wanted[i], cursor.nextSibling);
      cursor = wanted[i];
    }
  }

  place(nodes, slide) {
    const tops = new Map();
    for (const [key, node] of nodes) {
      const top = this.starts[this.index.get(key)];
      const before = this.tops.get(key);
      if (before !== top) node.style.transform = `translateY(${top}px)`;
      if (slide && before !== undefined && before !== top) {
        node.animate([{ transform: `translateY(${before}px)` }, { transform: `translateY(${top}px)` }], SLIDE);
      }
      tops.set(key, top);
    }
    this.tops = tops;
  }

  focusedNode() {
    const active = this.body.getRootNode().activeElement;
    return active ? active.closest(".lijf > *") : null;
  }

  /** Make the line `key` the one in the tab order and bring it in sight; focus it when `focus`. */
  select(key, focus) {
    if (!this.index.has(key)) return;
    this.current = key;
    this.reveal(key);
    this.render(false);
    if (focus) this.nodes.get(key).focus({ preventScroll: true });
  }

  /** Scroll so that line `key`, and what is open below it, is in sight below the head of the table. */
  reveal(key) {
    const i = this.index.get(key);
    const top = this.starts[i];
    const below = this.items[i + 1]?.kind === "why" ? heightOf(this.items[i + 1]) : 0;
    const bottom = top + ROW_PX + below;
    const sight = this.viewport.clientHeight - ROW_PX;
    if (top < this.viewport.scrollTop) this.viewport.scrollTop = top;
    else if (bottom > this.viewport.scrollTop + sight) this.viewport.scrollTop = Math.min(top, bottom - sight);
  }

  /** Focus the line `steps` further (or back), passing over the line of the computer and Waarom. */
  step(steps) {
    const direction = Math.sign(steps);
    let i = this.index.get(this.current) ?? 0;
    for (let left = Math.abs(steps); left > 0; left -= 1) {
      let next = i + direction;
      while (NO_FOCUS.has(this.items[next]?.kind)) next += direction;
      if (this.items[next] === undefined) break;
      i = next;
    }
    if (this.items[i]) this.select(this.items[i].key, true);
  }

  /** How many lines lie above a point of the screen, with the part of the line it points in. */
  linesAbove(clientY) {
    const top = this.body.getBoundingClientRect().top;
    if (this.items.length === 0 || clientY <= top) return 0;
    const i = this.itemAt(clientY - top);
    return i + Math.min(1, (clientY - top - this.starts[i]) / heightOf(this.items[i]));
  }
}
