// Several rows chosen together: with Ctrl or Shift and a click, or Space and Shift with an arrow.
// The choice lives in the browser only; what is done with it travels as one action.

class Selection {
  /** `changed()` is called after every change; `order()` gives the codes in the order on screen. */
  constructor(order, changed) {
    this.order = order;
    this.changed = changed;
    this.codes = new Set();
    this.anchor = null; // where a range with Shift begins
  }

  has(code) {
    return this.codes.has(code);
  }

  /** Are there enough rows to act on together, and is `code` one of them? */
  covers(code) {
    return this.codes.size > 1 && this.codes.has(code);
  }

  toggle(code) {
    if (!this.codes.delete(code)) this.codes.add(code);
    this.anchor = code;
    this.changed();
  }

  /** Everything between the last chosen row and `code`, both included. */
  range(code) {
    const order = this.order();
    const from = order.indexOf(this.anchor ?? code);
    const to = order.indexOf(code);
    if (from < 0 || to < 0) return this.toggle(code);
    this.codes = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
    this.anchor ??= code;
    return this.changed();
  }

  /** The chosen rows that are still on the board, in order. */
  list(rows) {
    return rows.filter((row) => this.codes.has(row.opdracht));
  }

  clear() {
    this.anchor = null;
    if (this.codes.size === 0) return false;
    this.codes.clear();
    this.changed();
    return true;
  }
}
