// Waarom: why one opdracht falls short, open below its row, one at a time. In words first, then the
// months of the binding team, who goes before, and buttons that try what helps.

const WHY_GUESS_PX = 7 * ROW_PX; // until it was drawn and measured
const WHY_CELLS = ".status, .dekking, .knelpunt"; // a click on what shows the shortage opens it
const MONTH_NAMES_UP_TO = 12; // more months are drawn without letters

class Why {
  /** Draws in `list`, sends by `queue`; `refresh()` draws the list with what now waits. */
  constructor(list, queue, refresh) {
    Object.assign(this, { list, queue, refresh });
    this.open = ""; // the opdracht below which it is drawn
    this.height = WHY_GUESS_PX;
    this.told = ""; // of which opdracht the answer was announced
  }

  toggle(code) {
    return this.ask(code, this.open === code ? "" : code);
  }

  close() {
    if (this.open) this.ask(this.open, "");
  }

  /** Ask the server to open `wanted` (empty: none); focus is on, or comes back to, the row. */
  ask(code, wanted) {
    this.queue.push({ soort: "waarom", opdracht: wanted });
    this.refresh();
    this.list.select(code, true);
  }

  /** Try what helps; the row has focus, so that the answer is heard there. */
  attempt(code, welke) {
    this.queue.push({ soort: "probeer", opdracht: code, welke });
    this.list.select(code, true);
  }

  /** What is open: what the person asked last, else what the server says. */
  wanted(data) {
    const asked = this.queue.waiting.filter((action) => action.soort === "waarom");
    return asked.length > 0 ? asked[asked.length - 1].opdracht : data?.opdracht ?? "";
  }

  /** Put the item below its row, when that row is in the list. */
  insert(items, data) {
    const code = this.wanted(data);
    const at = code ? items.findIndex((item) => item.key === code) : -1;
    this.open = at < 0 ? "" : code;
    this.item = { kind: "why", key: "why", opdracht: code, height: this.height };
    if (at >= 0) items.splice(at + 1, 0, this.item);
  }

  /** Is this the first answer about another opdracht? */
  opened(data) {
    const code = data?.opdracht ?? "";
    const fresh = code !== "" && code !== this.told;
    this.told = code;
    return fresh;
  }

  /** What a screen reader hears when it opens. */
  words(data) {
    const helps = data.proeven.map(([, knop]) => knop).join(", ");
    return [data.kern, data.zin, helps ? `Wat helpt: ${helps}.` : ""].filter(Boolean).join(" ");
  }

  /** Its height depends on its words: the list follows once it is drawn. */
  measure() {
    const node = this.open ? this.list.nodes.get("why") : undefined;
    const height = node ? Math.ceil(node.getBoundingClientRect().height) : 0;
    if (height === 0 || height === this.item.height) return;
    this.height = height;
    this.item.height = height;
    this.list.show(this.list.items, false);
    if (this.list.current === this.open) this.list.reveal(this.open);
  }

  draw(known, data, code, may) {
    const node = known ?? el("div", { role: "row", class: "rij waarom" });
    const answer = data?.opdracht === code ? data : null;
    const signature = JSON.stringify([code, answer, may]);
    if (node.signature === signature) return node;
    node.signature = signature;
    const had = node.contains(node.getRootNode().activeElement);
    const cell = el("div", { role: "gridcell" });
    if (answer === null) cell.append(el("p", { class: "waaromzin" }, "Even uitzoeken…"));
    else this.fill(cell, answer, may);
    node.replaceChildren(cell);
    if (had) this.list.select(code, true);
    return node;
  }

  fill(cell, data, may) {
    const shut = el("button", { type: "button", class: "weg", "aria-label": "Sluit Waarom" }, "×");
    shut.addEventListener("click", () => this.close());
    const text = el("p", { class: "waaromzin" }, el("b", {}, data.kern), ` ${data.zin}`);
    cell.append(el("div", { class: "waaromkop" }, text, shut));
    const parts = [this.months(data), this.before(data), this.helps(data, may)].filter(Boolean);
    if (parts.length > 0) cell.append(el("div", { class: "waaromdelen" }, ...parts));
  }

  months(data) {
    if (data.maanden.length === 0) return null;
    const letters = data.maanden.length <= MONTH_NAMES_UP_TO;
    const bars = data.maanden.map(([letter, words, granted, short]) =>
      el("li", { title: words },
        el("span", { class: "sr" }, words),
        el("span", { class: "staaf", "aria-hidden": "true" },
          el("i", { class: "tekort", style: `height:${short}%` }),
          el("i", { class: "toegekend", style: `height:${granted}%` })),
        letters ? el("span", { class: "letter", "aria-hidden": "true" }, letter) : ""));
    const head = el("h3", {}, `${data.maandkop}: toegekend en `, el("em", {}, "tekort"));
    return el("div", { class: "maanddeel" }, head, el("ol", { class: letters ? "maandbalken" : "maandbalken veel" }, ...bars));
  }

  before(data) {
    if (data.voor.length === 0) return null;
    const most = Math.max(...data.voor.map(([, pct]) => pct));
    const items = data.voor.map(([naam, pct]) => {
      const bar = el("span", { class: "deelbalk", "aria-hidden": "true" }, el("i", { style: `width:${(pct / most) * 100}%` }));
      return el("li", {}, el("span", { class: "naam", title: naam }, naam), bar, el("span", { class: "getal" }, `${pct}%`));
    });
    return el("div", { class: "voordeel" }, el("h3", {}, data.voorkop), el("ol", {}, ...items));
  }

  helps(data, may) {
    const rows = data.proeven.map(([welke, knop, words, warning]) => {
      const row = el("li", {}, may ? this.button(data.opdracht, welke, knop, words) : el("b", {}, knop));
      if (!may || welke !== "plaats") row.append(el("span", { class: "bij" }, words));
      if (warning) row.append(el("span", { class: "let-op" }, shape(2), warning));
      return row;
    });
    rows.push(...data.niet.map((words) => el("li", { class: "bij" }, words)));
    if (rows.length === 0) return null;
    return el("div", { class: "helpt" }, el("h3", {}, "Wat helpt?"), el("ul", {}, ...rows));
  }

  button(code, welke, knop, words) {
    const node = el("button", { type: "button", class: "knop", title: words }, knop);
    node.addEventListener("click", () => {
      node.disabled = true; // until the answer draws it anew: a second press would find it done
      this.attempt(code, welke);
    });
    return node;
  }

  /** A key inside it: Esc closes, everything else is for its buttons. */
  key(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.close();
  }
}
