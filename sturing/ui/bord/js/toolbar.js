// Search and filters above the list. They work in the browser, at once, and never renumber.

const CHOICES = [
  { filter: "alles", words: "Alle opdrachten", short: "Alles" },
  { filter: "mij", words: "Alleen van mij", short: "Van mij" },
  { filter: "gewijzigd", words: "Alleen gewijzigd", short: "Gewijzigd" },
];

class Toolbar {
  /** `changed()` is called after every change of `view`; `asTable()` swaps the list for a table. */
  constructor(root, view, changed, asTable) {
    this.view = view;
    this.changed = changed;
    this.search = root.querySelector(".zoek input");
    this.select = root.querySelector(".team select");
    const group = root.querySelector(".keuzes");
    this.radios = CHOICES.map((choice) => this.radio(group, choice));
    group.addEventListener("keydown", (event) => this.key(event));
    this.search.addEventListener("input", () => this.set({ zoek: this.search.value }));
    this.select.addEventListener("change", () => this.set({ team: this.select.value }));
    root.querySelector(".als-tabel").addEventListener("click", asTable);
    this.mark();
  }

  radio(group, { filter, words, short }) {
    const button = el("button", { type: "button", role: "radio", "aria-label": words },
      el("span", { class: "lang", "aria-hidden": "true" }, words),
      el("span", { class: "kort", "aria-hidden": "true" }, short));
    button.filter = filter;
    button.addEventListener("click", () => this.set({ filter }));
    group.append(button);
    return button;
  }

  key(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = this.radios.findIndex((radio) => radio.filter === this.view.filter);
    const next = this.radios[(at + step + this.radios.length) % this.radios.length];
    this.set({ filter: next.filter });
    next.focus();
  }

  set(change) {
    Object.assign(this.view, change);
    this.mark();
    this.changed();
  }

  mark() {
    for (const radio of this.radios) {
      const on = radio.filter === this.view.filter;
      radio.setAttribute("aria-checked", String(on));
      radio.tabIndex = on ? 0 : -1;
    }
    if (this.search.value !== this.view.zoek) this.search.value = this.view.zoek;
    this.select.value = this.view.team;
  }

  /** The teams to choose from; the choice stays when the list of teams is the same. */
  setTeams(teams) {
    const signature = JSON.stringify(teams.map((team) => team.naam));
    if (signature === this.teams) return;
    this.teams = signature;
    const options = teams.map((team, i) => el("option", { value: String(i) }, team.naam));
    this.select.replaceChildren(el("option", { value: "" }, "Alle teams"), ...options);
    if (Number(this.view.team) >= teams.length) this.view.team = "";
    this.mark();
  }

  /** Show everything again. */
  clear() {
    this.set({ filter: "alles", zoek: "", team: "" });
  }
}
