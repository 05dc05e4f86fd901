// What is not planned: ideas, parked, stopped and finished. Folded under the board; the rows travel
// only while the list is open. From here an opdracht starts.

class Rest {
  /** `act(action)` sends an action. */
  constructor(node, act) {
    this.node = node;
    this.act = act;
    this.signature = "";
  }

  update(rest, may) {
    const signature = JSON.stringify([rest, may]);
    if (signature === this.signature) return;
    this.signature = signature;
    const focus = this.node.getRootNode().activeElement?.dataset?.doel;
    this.node.hidden = rest.aantal === 0;
    const fold = el("button", { type: "button", class: "link", "aria-expanded": String(rest.open), "data-doel": "rest" },
      `Niet gepland: ${rest.aantal}`);
    fold.addEventListener("click", () => this.act({ soort: "niet_gepland" }));
    const rows = rest.rijen.map((row) => this.row(row, may));
    this.node.replaceChildren(fold, ...(rest.open ? [el("ul", {}, ...rows)] : []));
    if (focus) this.node.querySelector(`[data-doel="${focus}"]`)?.focus();
  }

  row([opdracht, naam, gever, status, uren], may) {
    const row = el("li", { "data-opdracht": opdracht }, el("span", { class: "naam", title: naam }, naam),
      el("span", { class: "klein" }, gever), el("span", { class: "klein" }, status), el("span", { class: "getal" }, uren));
    if (!may) return row;
    const start = el("button", { type: "button", class: "link", "aria-label": `Start ${naam}` }, "Start");
    start.addEventListener("click", () => this.act({ soort: "start", opdracht }));
    const place = el("button", { type: "button", class: "link", "aria-label": `Start ${naam} op een plaats` }, "Op plaats…");
    place.addEventListener("click", () => this.act({ soort: "knop", knop: "start", opdracht }));
    row.append(start, place);
    return row;
  }
}
