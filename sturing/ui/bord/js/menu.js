// The "⋯" menu of a row and the small form to type a place. Both are popovers of the browser: they
// close with Esc or a click elsewhere, and give focus back to the row.

/** `move` needs a row that may move; `one` only works for one row. */
const MENU = [
  { soort: "plaats", words: "Zet op plaats…", keys: "F2", move: true },
  { soort: "stap", stap: -1, words: "Een plaats omhoog", keys: "Alt+↑", move: true },
  { soort: "stap", stap: 1, words: "Een plaats omlaag", keys: "Alt+↓", move: true },
  { soort: "eerste", words: "Naar boven", keys: "Alt+Home", move: true },
  { soort: "lijn", words: "Net boven de lijn", keys: "Alt+L", move: true },
  { soort: "zo_hoog", words: "Zo hoog als nodig om te passen", keys: "", move: true, one: true },
  { soort: "laatste", words: "Naar onder", keys: "Alt+End", move: true },
  { soort: "waarom", words: "Waarom?", keys: "Enter", one: true },
  { soort: "parkeer", words: "Parkeer", keys: "Delete", line: true },
  { soort: "knop", knop: "verschuif", words: "Verschuif…", keys: "", one: true },
  { soort: "knop", knop: "ambitie", words: "Ambitie…", keys: "", one: true },
  { soort: "knop", knop: "uren", words: "Uren van een team…", keys: "", one: true },
  { soort: "knop", knop: "delegatie", words: "Delegatie…", keys: "", one: true },
  { soort: "knop", knop: "score", words: "Op volgorde van score…", keys: "", several: true },
  { soort: "stop", words: "Stop", keys: "" },
];

/** Put a popover beside `anchor`, inside the window. */
function openAt(popover, anchor) {
  popover.showPopover();
  const box = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = box.bottom + height + 8 < window.innerHeight;
  popover.style.top = `${below ? box.bottom + 2 : Math.max(4, box.top - height - 2)}px`;
  popover.style.left = `${Math.max(4, Math.min(box.left, window.innerWidth - width - 8))}px`;
}

class Menu {
  /** `choose(row, command)` carries out a choice; `back(row)` gives focus to the row again. */
  constructor(node, choose, back) {
    this.node = node;
    this.row = null;
    this.items = MENU.map((entry) => {
      const item = el("button", { type: "button", role: "menuitem", tabindex: "-1", class: entry.line ? "streepje" : null },
        el("span", {}, entry.words), el("kbd", { "aria-hidden": "true" }, entry.keys));
      item.entry = entry;
      item.addEventListener("click", () => {
        const { row } = this;
        this.close();
        choose(row, entry);
      });
      return item;
    });
    node.append(...this.items);
    node.addEventListener("keydown", (event) => this.key(event));
    node.addEventListener("toggle", (event) => {
      if (event.newState === "closed" && this.row) {
        const { row } = this;
        this.row = null;
        back(row);
      }
    });
  }

  /** For one row, or for `count` rows of which `row` is one; `movable` when they may move. */
  open(row, anchor, { movable, count }) {
    this.row = row;
    for (const item of this.items) {
      const { move, one, several } = item.entry;
      item.hidden = Boolean((move && !movable) || (one && count > 1) || (several && count < 2));
    }
    this.node.setAttribute("aria-label", count > 1 ? `${count} gekozen opdrachten` : `Wat doet u met ${row.naam}?`);
    openAt(this.node, anchor);
    this.shown()[0].focus();
  }

  shown() {
    return this.items.filter((item) => !item.hidden);
  }

  close() {
    this.row = null;
    this.node.hidePopover();
  }

  key(event) {
    const items = this.shown();
    const at = items.indexOf(event.target);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Tab") this.node.hidePopover();
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length].focus();
  }
}

class PlaceForm {
  /** `choose(row, place)` moves; `range(row)` gives the first and last place it can have. */
  constructor(node, choose, back, range) {
    this.node = node;
    this.input = node.querySelector("input");
    this.echo = node.querySelector("output");
    this.row = null;
    this.input.addEventListener("input", () => this.say(range));
    node.addEventListener("submit", (event) => {
      event.preventDefault();
      const { row } = this;
      const place = this.read(range);
      if (place === null) return;
      this.row = null;
      node.hidePopover();
      choose(row, place);
    });
    node.addEventListener("toggle", (event) => {
      if (event.newState === "closed" && this.row) {
        const { row } = this;
        this.row = null;
        back(row);
      }
    });
  }

  open(row, anchor, range) {
    this.row = row;
    this.input.value = String(row.plaats);
    openAt(this.node, anchor);
    this.say(range);
    this.input.focus();
    this.input.select();
  }

  /** The typed place when it is one that this row can have, else null. */
  read(range) {
    const place = parsePlace(this.input.value);
    const { first, last } = range(this.row);
    return place !== null && place >= first && place <= last ? place : null;
  }

  say(range) {
    const { first, last } = range(this.row);
    const place = this.read(range);
    this.input.setAttribute("aria-invalid", String(place === null));
    setText(this.echo, place === null ? `Typ een heel getal van ${first} t/m ${last}` : `plaats ${place}`);
  }
}
