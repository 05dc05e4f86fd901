// The line under the list: how many rows are chosen, with what to do about them, or how many of all
// rows a filter leaves.

class CountLine {
  /** `openMenu(row, anchor)` opens the menu of the chosen rows; `showAll()` takes the filter off. */
  constructor(line, selection, { openMenu, showAll }) {
    Object.assign(this, { line, selection, openMenu, showAll });
  }

  /** `rows`: all of the board; `visible`: how many of them pass the filter, when there is one. */
  update(rows, visible, filtered) {
    this.line.replaceChildren();
    const chosen = this.selection.list(rows);
    if (chosen.length > 1) this.several(chosen);
    else if (filtered) this.some(visible, rows.length);
  }

  several(chosen) {
    const menu = el("button", { type: "button", class: "link" }, "Kies wat u ermee doet");
    menu.addEventListener("click", () => this.openMenu(chosen[0], menu));
    const drop = el("button", { type: "button", class: "link" }, "Laat los");
    drop.addEventListener("click", () => this.selection.clear());
    this.line.append(`${chosen.length} opdrachten gekozen. `, menu, " · ", drop);
  }

  some(visible, count) {
    const some = visible === 0 ? "Geen enkele" : String(visible);
    this.line.append(`${some} van de ${count} opdrachten. De plaatsen blijven die van het hele plan. `);
    const all = el("button", { type: "button", class: "link" }, "Toon alles");
    all.addEventListener("click", () => this.showAll());
    this.line.append(all);
  }
}
