// The table of the effect: per what, in which unit, before, after and difference. Only the chosen
// table travels; another one is asked of the server. Better is blue and worse is red, both in words.

const FIRST_TABS = 4; // the others stand in the list behind them
const KIND_WORDS = { beter: "beter", slechter: "slechter", gelijk: "" };

class EffectTable {
  /** `look({tab, eenheid})` asks for another table. */
  constructor(look) {
    this.look = look;
  }

  /** The choice and the table; an empty list when the reader may not see totals. */
  draw(effect) {
    if (!effect.tabel) return [];
    const panel = el("div", { role: "tabpanel", id: "tabel", "aria-label": this.name(effect) }, ...this.table(effect));
    const on = (key) => key === effect.tabel.tab;
    return [this.tabs(effect, on), el("div", { class: "keuzeregel" }, this.units(effect), this.others(effect, on)), panel];
  }

  name(effect) {
    return effect.tabs.find(([key]) => key === effect.tabel.tab)[1];
  }

  tabs(effect, on) {
    const first = effect.tabs.slice(0, FIRST_TABS);
    const reached = first.some(([key]) => on(key)) ? effect.tabel.tab : first[0][0];
    const buttons = first.map(([key, name]) => {
      const tab = el("button", { type: "button", role: "tab", "aria-selected": String(on(key)), "aria-controls": "tabel",
        tabindex: key === reached ? "0" : "-1", "data-doel": `tab-${key}` }, name);
      tab.addEventListener("click", () => this.look({ tab: key }));
      return tab;
    });
    const strip = el("div", { class: "tabs", role: "tablist", "aria-label": "Effect per" }, ...buttons);
    strip.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = buttons.indexOf(event.target);
      if (step === undefined || at < 0) return;
      event.preventDefault();
      const next = (at + step + buttons.length) % buttons.length;
      buttons[next].focus();
      buttons[next].click();
    });
    return strip;
  }

  others(effect, on) {
    const rest = effect.tabs.slice(FIRST_TABS);
    const chosen = rest.some(([key]) => on(key));
    const select = el("select", { "aria-label": "Effect per iets anders", "data-doel": "tab-anders",
      class: chosen ? "anders gekozen" : "anders" }, ...[["", "Per iets anders"], ...rest].map(([key, name]) => el("option", { value: key }, name)));
    select.value = chosen ? effect.tabel.tab : "";
    select.addEventListener("change", () => select.value && this.look({ tab: select.value }));
    return select;
  }

  units(effect) {
    if (effect.tabel.tab === "maand") return el("span", {});
    const buttons = effect.eenheden.map(([key, name]) => {
      const on = key === effect.tabel.eenheid;
      const unit = el("button", { type: "button", role: "radio", "aria-checked": String(on), tabindex: on ? "0" : "-1",
        "data-doel": `eenheid-${key}` }, name);
      unit.addEventListener("click", () => this.look({ eenheid: key }));
      return unit;
    });
    const group = el("div", { class: "eenheden", role: "radiogroup", "aria-label": "Eenheid" }, ...buttons);
    group.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const at = buttons.indexOf(event.target);
      if (step === undefined || at < 0) return;
      event.preventDefault();
      const next = (at + step + buttons.length) % buttons.length;
      buttons[next].focus();
      buttons[next].click();
    });
    return group;
  }

  table(effect) {
    const { kop, rijen, opmerking } = effect.tabel;
    const note = opmerking ? [el("p", { class: "leeg" }, opmerking)] : [];
    if (rijen.length === 0) return note;
    const words = effect.leeg ? [kop, "Nu"] : [kop, "Voor", "Na", "Verschil"];
    const head = el("tr", {}, ...words.map((word, i) => el("th", { scope: "col", class: i ? "getal" : null, title: word }, word)));
    const body = rijen.map(([name, before, after, difference, kind, total, more]) => {
      const judged = KIND_WORDS[kind] ? [difference, el("span", { class: "sr" }, `, ${KIND_WORDS[kind]}`)] : [difference];
      const numbers = effect.leeg ? [[[after], ""]] : [[[before], "oud"], [[after], kind === "gelijk" ? "rust" : ""], [judged, kind]];
      const title = more ? `${name}: ${more}` : name;
      return el("tr", { class: total ? "som" : null }, el("th", { scope: "row", title }, name),
        ...numbers.map(([texts, css]) => el("td", { class: `getal ${css}` }, ...texts)));
    });
    const caption = el("caption", { class: "sr" }, `${kop}, per ${this.name(effect).toLocaleLowerCase("nl")}`);
    return [el("table", {}, caption, el("thead", {}, head), el("tbody", {}, ...body)), ...note];
  }
}
