// The lines of the draft: each can be switched off, changed and taken out. A line that no longer
// fits says why and what can be done.

class Changes {
  /** `act(action)` sends an action. */
  constructor(act) {
    this.act = act;
  }

  draw(effect, may) {
    if (effect.wijzigingen.length === 0 && !may) return [];
    const head = el("div", { class: "kopregel" }, el("h2", {}, "Knoppen"));
    if (may) head.append(this.button("Wijziging toevoegen", "Wijziging toevoegen", "toevoegen", { soort: "knop" }, "link"));
    if (effect.wijzigingen.length === 0) return [head];
    const items = effect.wijzigingen.map((line) => this.line(line, may));
    const list = el("ol", { class: "wijzigingen" }, ...items);
    if (!may) return [head, list];
    const back = this.button("Terug naar het plan", "Terug naar het plan van nu", "terug", { soort: "terug" }, "link");
    return [head, list, back];
  }

  button(words, label, goal, action, css) {
    const node = el("button", { type: "button", class: css, "aria-label": label, title: label, "data-doel": goal }, words);
    node.addEventListener("click", () => this.act(action));
    return node;
  }

  line([nr, text, conflict, line, on, advice, refresh], may) {
    const state = on ? [] : [el("span", { class: "sr" }, ", staat uit")];
    const words = el("span", { class: "naam", title: text }, text, ...state);
    const item = el("li", { class: on ? null : "uit" }, el("span", { class: "nr" }, String(nr)), words);
    if (may) {
      const label = `Wijziging ${nr} telt mee: ${text}`;
      const toggle = el("button", { type: "button", role: "switch", class: "schakel", "aria-checked": String(Boolean(on)),
        "aria-label": label, title: on ? "Zet uit" : "Zet aan", "data-doel": `aan-${line}` }, el("i"));
      toggle.addEventListener("click", () => this.act({ soort: on ? "zet_uit" : "zet_aan", nummer: line }));
      item.append(toggle,
        this.button("✎", `Pas wijziging ${nr} aan: ${text}`, `pas-${line}`, { soort: "pas_aan", nummer: line }, "weg"),
        this.button("×", `Maak wijziging ${nr} ongedaan: ${text}`, `weg-${line}`, { soort: "verwijder", nummer: line }, "weg"));
    }
    if (conflict) {
      const reason = el("span", { class: "conflict" }, shape(2), `${conflict} ${advice}`.trim());
      if (may && refresh) {
        reason.append(" ", this.button("Neem de waarde van nu", `Neem voor wijziging ${nr} de waarde van nu`, `ververs-${line}`,
          { soort: "ververs", nummer: line }, "link"));
      }
      item.append(reason);
    }
    return item;
  }
}
