// The panel beside the list: what the changes do. Tally, who gains, who gives, when it pinches, the
// table (table.js) and the lines (changes.js). Gain and loss look the same and are never folded.

class Effect {
  /** `act(action)` sends an action of the panel: undo, redo, back to the plan, take one out. */
  constructor(top, rest, act) {
    this.top = top;
    this.rest = rest;
    this.act = act;
    this.table = new EffectTable((look) => act({ soort: "kijk", ...look }));
    this.changes = new Changes(act);
    this.signature = "";
  }

  update(effect, may) {
    const signature = JSON.stringify([effect, may]);
    if (signature === this.signature) return;
    this.signature = signature;
    this.effect = effect;
    const focus = this.rest.getRootNode().activeElement?.dataset?.doel;
    this.top.replaceChildren(this.head(effect, may), this.tally(effect));
    this.rest.replaceChildren(...this.lists(effect), ...this.pinches(effect), ...this.table.draw(effect), ...this.changes.draw(effect, may));
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
    const add = this.button("+", "Wijziging toevoegen", "erbij", { soort: "knop" });
    head.append(el("span", { class: "knoppen" }, add, undo, redo));
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
    return [["Komt erbij", effect.erbij, "Niemand krijgt er uren of geld bij."], ["Levert in", effect.levert, "Niemand levert uren of geld in."]].flatMap(
      ([title, items, none]) => [
        el("h3", {}, title),
        ...(items.length === 0 ? [el("p", { class: "leeg" }, none)] : this.perOwner(items)),
      ],
    );
  }

  /** The opdrachten of one opdrachtgever together, the one with the largest change first. */
  perOwner(items) {
    const owners = new Map();
    for (const item of items) owners.set(item[4], [...(owners.get(item[4]) ?? []), item]);
    return [...owners].map(([owner, own]) =>
      el("ul", { class: "wie", "aria-label": owner }, el("li", { class: "gever" }, owner), ...own.map((item) => this.who(item))));
  }

  who([status, naam, before, after]) {
    // Without a before (the percentages are equal) the after says it all: "−3 uur".
    const was = before === "" ? [] : [el("s", {}, before), el("span", { "aria-hidden": "true" }, " → "), el("span", { class: "sr" }, ", nu ")];
    return el("li", {}, shape(status), el("span", { class: "naam", title: naam }, naam), el("span", { class: "getal" }, ...was, after));
  }

  /** The team-months whose shortage changed most. */
  pinches(effect) {
    if (effect.knelt.length === 0) return [];
    const items = effect.knelt.map(([naam, before, after, better]) =>
      el("li", {}, shape(better ? 1 : 2), el("span", { class: "naam", title: naam }, naam),
        el("span", { class: "getal" }, el("s", {}, before), el("span", { "aria-hidden": "true" }, " → "),
          el("span", { class: "sr" }, ", nu "), after, el("span", { class: "sr" }, better ? " uur tekort, beter" : " uur tekort, slechter"))));
    return [el("h3", {}, "Waar het knelt, uren tekort"), el("ul", { class: "wie" }, ...items)];
  }
}
