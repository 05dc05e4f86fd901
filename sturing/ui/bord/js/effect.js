// The panel beside the list: what the changes do. Tally, who gains, who gives, the table per
// dimension, and the changes themselves. Gain and loss look the same and are never folded.

class Effect {
  /** `act(action)` sends an action of the panel: undo, redo, back to the plan, take one out. */
  constructor(top, rest, act) {
    this.top = top;
    this.rest = rest;
    this.act = act;
    this.tab = 0;
    this.signature = "";
  }

  update(effect, may) {
    const signature = JSON.stringify([effect, may]);
    if (signature === this.signature) return;
    this.signature = signature;
    this.effect = effect;
    const focus = this.rest.getRootNode().activeElement?.dataset?.doel;
    this.top.replaceChildren(this.head(effect, may), this.tally(effect));
    this.rest.replaceChildren(...this.lists(effect), ...this.tables(effect), ...this.changes(effect, may));
    // A button that was pressed is drawn anew: focus goes to the same one, or to its neighbour.
    if (focus) (this.find(focus) ?? this.find("ongedaan"))?.focus();
  }

  find(goal) {
    return this.top.querySelector(`[data-doel="${goal}"]:not(:disabled)`)
      ?? this.rest.querySelector(`[data-doel="${goal}"]:not(:disabled)`);
  }

  button(words, label, goal, action, css = "knop klein") {
    const node = el("button", { type: "button", class: css, "aria-label": label, title: label, "data-doel": goal }, words);
    node.addEventListener("click", () => this.act(action));
    return node;
  }

  head(effect, may) {
    const head = el("div", { class: "kopregel" }, el("h2", {}, effect.titel));
    if (!may) return head;
    const undo = this.button("↶", "Maak de laatste wijziging ongedaan (Ctrl+Z)", "ongedaan", { soort: "ongedaan" });
    const redo = this.button("↷", "Doe de wijziging opnieuw (Ctrl+Shift+Z)", "opnieuw", { soort: "opnieuw" });
    undo.disabled = !effect.kanOngedaan;
    redo.disabled = !effect.kanOpnieuw;
    head.append(el("span", { class: "knoppen" }, undo, redo));
    return head;
  }

  tally(effect) {
    const parts = effect.telling.map(([status, word, before, after]) => {
      const was = before === after ? [] : [el("s", {}, `was ${before}`)];
      return el("li", {}, el("b", {}, shape(status), " ", after), el("span", {}, word), ...was);
    });
    return el("ul", { class: "telling" }, ...parts);
  }

  lists(effect) {
    if (effect.leeg) return [el("p", { class: "leeg" }, effect.leeg)];
    return [["Komt erbij", effect.erbij, "Niemand krijgt er uren bij."], ["Levert in", effect.levert, "Niemand levert uren in."]].flatMap(
      ([title, items, none]) => [
        el("h3", {}, title),
        items.length === 0 ? el("p", { class: "leeg" }, none) : el("ul", { class: "wie" }, ...items.map((item) => this.who(item))),
      ],
    );
  }

  who([status, naam, before, after]) {
    // Without a before (the percentages are equal) the after says it all: "−3 uur".
    const was = before === "" ? [] : [el("s", {}, before), el("span", { "aria-hidden": "true" }, " → "), el("span", { class: "sr" }, ", nu ")];
    return el("li", {}, shape(status), el("span", { class: "naam", title: naam }, naam), el("span", { class: "getal" }, ...was, after));
  }

  tables(effect) {
    if (effect.tabellen.length === 0) return [];
    this.tab = Math.min(this.tab, effect.tabellen.length - 1);
    const tabs = effect.tabellen.map(({ naam }, i) => {
      const on = i === this.tab;
      const tab = el("button", { type: "button", role: "tab", id: `tab-${i}`, "aria-selected": String(on),
        "aria-controls": "tabel", tabindex: on ? "0" : "-1", "data-doel": `tab-${i}` }, naam);
      tab.addEventListener("click", () => this.choose(i));
      return tab;
    });
    const strip = el("div", { class: "tabs", role: "tablist", "aria-label": "Uren toegekend per" }, ...tabs);
    strip.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      this.choose((this.tab + step + tabs.length) % tabs.length);
    });
    const panel = el("div", { role: "tabpanel", id: "tabel", "aria-labelledby": `tab-${this.tab}` }, this.table(effect));
    return [strip, panel];
  }

  choose(i) {
    this.tab = i;
    this.signature = "";
    this.update(this.effect, this.may());
    this.find(`tab-${i}`).focus();
  }

  may() {
    return this.top.querySelector(".knoppen") !== null;
  }

  table(effect) {
    const { naam, rijen } = effect.tabellen[this.tab];
    const words = effect.leeg ? ["Uren toegekend", "Uren"] : ["Uren toegekend", "Voor", "Na", "Verschil"];
    const head = el("tr", {}, ...words.map((word, i) => el("th", { scope: "col", class: i ? "getal" : null }, word)));
    const body = rijen.map(([name, before, after, difference, kind, total]) => {
      const numbers = effect.leeg ? [[after, ""]] : [[before, "oud"], [after, ""], [difference, kind]];
      return el("tr", { class: total ? "som" : null }, el("th", { scope: "row", title: name }, name),
        ...numbers.map(([text, css]) => el("td", { class: `getal ${css}` }, text)));
    });
    const caption = el("caption", { class: "sr" }, `Uren toegekend per ${naam.toLocaleLowerCase("nl")}`);
    return el("table", {}, caption, el("thead", {}, head), el("tbody", {}, ...body));
  }

  changes(effect, may) {
    if (effect.wijzigingen.length === 0) return [];
    const head = el("div", { class: "kopregel" }, el("h2", {}, "Knoppen"));
    if (may) head.append(this.button("Terug naar het plan", "Terug naar het plan van nu", "terug", { soort: "terug" }, "link"));
    const items = effect.wijzigingen.map(([nr, text, conflict]) => {
      const item = el("li", {}, el("span", { class: "nr" }, String(nr)), el("span", { class: "naam", title: text }, text));
      if (may) item.append(this.button("×", `Maak wijziging ${nr} ongedaan: ${text}`, `weg-${nr}`, { soort: "verwijder", nummer: nr }, "weg"));
      if (conflict) item.append(el("span", { class: "conflict" }, shape(2), conflict));
      return item;
    });
    return [head, el("ol", { class: "wijzigingen" }, ...items)];
  }
}
