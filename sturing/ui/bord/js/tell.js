// What the board says of an act: a refusal at its row or above the list, words for a screen reader,
// and without motion a tint of the row that moved. Must never change the order.

const TINT_MS = 2000; // without motion the moved row is tinted a while instead

class Teller {
  /** `onBoard(opdracht)`: has the board a row of it, drawn or not? */
  constructor(find, list, onBoard) {
    Object.assign(this, { find, list, onBoard });
    this.refusals = new Map(); // opdracht -> reason, until dismissed
  }

  refuse(opdracht, reason) {
    if (this.onBoard(opdracht)) {
      this.refusals.set(opdracht, reason);
      this.list.render(false);
    } else {
      this.notice(reason);
    }
    this.announce(reason);
  }

  /** A refusal that belongs to no row stands above the list until it is closed. */
  notice(text) {
    const close = el("button", { type: "button", class: "weg", "aria-label": "Sluit deze melding" }, "×");
    close.addEventListener("click", () => this.find(".notitie").replaceChildren());
    this.find(".notitie").replaceChildren(el("span", {}, text), close);
  }

  dismiss(row) {
    if (!row || !this.refusals.delete(row.opdracht)) return;
    this.list.select(row.opdracht, true);
  }

  flash(opdracht) {
    if (!calm()) return;
    const node = this.list.nodes.get(opdracht);
    node?.classList.add("even");
    window.setTimeout(() => node?.classList.remove("even"), TINT_MS);
  }

  /** Say `text` to a screen reader, also when it is the same text again. */
  announce(text) {
    const region = this.find(".omroep");
    region.replaceChildren();
    window.setTimeout(() => setText(region, text), 30);
  }
}
