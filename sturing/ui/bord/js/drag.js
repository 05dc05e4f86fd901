// Dragging with mouse, pen or finger (pointer events). The row stays where it is while a copy
// follows the pointer and a mark shows where it will land; Esc leaves everything as it was.
// Dragging always has the keys and the menu as its equal (WCAG 2.5.7).

const START_PX = 4; // a smaller movement is a click
const EDGE_PX = 36; // this close to the edge of the list it scrolls
const SCROLL_PX = 14; // per frame

class Drag {
  /** `targetPlace(above, row)` turns a gap between lines into a place; `drop(row, place)` moves. */
  constructor(list, frame, { rowOf, mayMove, targetPlace, drop }) {
    Object.assign(this, { list, frame, rowOf, mayMove, targetPlace, drop });
    this.active = null;
    this.pressed = { x: 0, y: 0 };
    list.body.addEventListener("pointerdown", (event) => this.down(event));
    list.body.addEventListener("dragstart", (event) => event.preventDefault());
  }

  /** Was the pointer moved between the press and this click? */
  wasDrag(event) {
    const { x, y } = this.pressed;
    return event.detail > 0 && Math.max(Math.abs(event.clientX - x), Math.abs(event.clientY - y)) >= START_PX;
  }

  down(event) {
    this.pressed = { x: event.clientX, y: event.clientY };
    const node = event.target.closest(".rij.opdracht");
    const onHandle = event.target.closest(".greep") !== null;
    if (event.button !== 0 || !node || event.target.closest("button")) return;
    // A finger drags by the handle only: elsewhere it scrolls the list.
    if (event.pointerType === "touch" && !onHandle) return;
    const row = this.rowOf(node);
    if (!row || !this.mayMove(row)) return;
    this.active = { node, row, pointer: event.pointerId, startY: event.clientY, y: event.clientY, copy: null };
    this.listen(true);
  }

  listen(on) {
    const change = on ? "addEventListener" : "removeEventListener";
    this.handlers ??= {
      pointermove: (event) => this.move(event),
      pointerup: (event) => this.up(event),
      pointercancel: () => this.stop(),
      keydown: (event) => this.key(event),
      blur: () => this.stop(),
    };
    for (const [name, handler] of Object.entries(this.handlers)) window[change](name, handler, true);
  }

  move(event) {
    const drag = this.active;
    if (!drag || event.pointerId !== drag.pointer) return;
    drag.y = event.clientY;
    if (!drag.copy) {
      if (Math.abs(event.clientY - drag.startY) < START_PX) return;
      this.begin(drag);
    }
    event.preventDefault();
    this.draw();
  }

  begin(drag) {
    drag.copy = drag.node.cloneNode(true);
    drag.copy.className = "rij opdracht zwevend";
    drag.copy.setAttribute("aria-hidden", "true");
    drag.copy.removeAttribute("role");
    drag.mark = el("div", { class: "landing", "aria-hidden": "true" }, el("span"));
    this.frame.append(drag.copy, drag.mark);
    drag.node.classList.add("opgetild");
    this.frame.classList.add("sleept");
    const scroll = () => {
      if (this.active !== drag) return;
      this.scrollAtEdge(drag);
      drag.frame = window.requestAnimationFrame(scroll);
    };
    scroll();
  }

  scrollAtEdge(drag) {
    const box = this.list.viewport.getBoundingClientRect();
    if (drag.y < box.top + ROW_PX + EDGE_PX) this.list.viewport.scrollTop -= SCROLL_PX;
    else if (drag.y > box.bottom - EDGE_PX) this.list.viewport.scrollTop += SCROLL_PX;
    else return;
    this.draw();
  }

  draw() {
    const drag = this.active;
    const frame = this.frame.getBoundingClientRect();
    const gap = Math.round(this.list.linesAbove(drag.y));
    const { place, gap: landing } = this.targetPlace(gap, drag.row);
    drag.place = place;
    const body = this.list.body.getBoundingClientRect();
    drag.copy.style.transform = `translateY(${drag.y - frame.top - ROW_PX / 2}px)`;
    drag.mark.style.transform = `translateY(${body.top - frame.top + this.list.topOf(landing) - 1}px)`;
    setText(drag.mark.firstChild, `plaats ${place}`);
  }

  up(event) {
    const drag = this.active;
    if (!drag || event.pointerId !== drag.pointer) return;
    const dropped = drag.copy !== null;
    this.stop();
    if (dropped) this.drop(drag.row, drag.place);
  }

  key(event) {
    if (event.key !== "Escape" || !this.active?.copy) return;
    event.preventDefault();
    event.stopPropagation();
    this.stop();
  }

  stop() {
    const drag = this.active;
    if (!drag) return;
    this.active = null;
    this.listen(false);
    window.cancelAnimationFrame(drag.frame);
    drag.node.classList.remove("opgetild");
    this.frame.classList.remove("sleept");
    drag.copy?.remove();
    drag.mark?.remove();
  }
}
