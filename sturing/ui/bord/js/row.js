// One line of the list as elements: made once, then only its changed values are written again.

const TICK_FROM = 1.5; // percent point; a smaller difference has no tick (tokens.md, before/after)
const BAR = { 1: "haalbaar", 2: "druk", 3: "niet" };

/** An empty row; `updateRow` fills it. */
function makeRow() {
  const node = el("div", { role: "row", class: "rij opdracht", tabindex: "-1" });
  const cell = (css, ...kids) => {
    const made = el("span", { role: "gridcell", class: css }, ...kids);
    node.append(made);
    return made;
  };
  node.append(el("span", { class: "greep", "aria-hidden": "true" }, "⠿"));
  const bar = el("span", { class: "balk", "aria-hidden": "true" }, el("b"), el("i"));
  node.parts = {
    plaats: cell("plaats getal"),
    verplaatst: cell("verplaatst"),
    status: cell("status"),
    naam: cell("naam"),
    gever: cell("klein breed"),
    soort: cell("klein breed"),
    uren: cell("getal"),
    dekking: cell("dekking", bar, el("span", { class: "getal pct" })),
    knelpunt: cell("knelpunt breed", el("span", { class: "tekst" }), el("b", { class: "getal" })),
    menu: cell("menucel", el("button", { type: "button", class: "meer", tabindex: "-1" }, "⋯")),
  };
  return node;
}

/** Write the values of `row`; `state` holds what is not in the data (moved last, open, a refusal). */
function updateRow(node, row, state) {
  const signature = JSON.stringify([row, state]);
  if (node.signature === signature) return;
  node.signature = signature;
  const { parts } = node;
  node.dataset.opdracht = row.opdracht;
  node.classList.toggle("bewogen", state.moved);
  node.classList.toggle("vast", !state.movable);
  node.classList.toggle("geopend", state.open);
  node.classList.toggle("gekozen", state.chosen);
  node.setAttribute("aria-selected", String(state.chosen));
  setText(node.firstChild, state.chosen ? "✓" : "⠿");
  setText(parts.plaats, String(row.plaats));
  fillMoved(parts.verplaatst, row.verplaatst);
  if (parts.status.code !== row.status) {
    parts.status.code = row.status;
    parts.status.replaceChildren(shape(row.status));
  }
  fillName(parts.naam, row);
  fill(parts.gever, row.gever, row.geverVoluit);
  fill(parts.soort, row.soort, "");
  setText(parts.uren, row.uren);
  fillCoverage(parts.dekking, row);
  setText(parts.knelpunt.firstChild, row.knelpunt);
  parts.knelpunt.firstChild.title = row.knelpunt;
  setText(parts.knelpunt.lastChild, row.tekort);
  parts.menu.firstChild.setAttribute("aria-label", `Meer voor ${row.naam}`);
  parts.menu.firstChild.hidden = !state.may;
  fillRefusal(node, state.refusal);
}

function fill(cell, text, title) {
  setText(cell, text);
  cell.title = title || text;
}

function fillName(cell, row) {
  cell.title = row.voluit;
  cell.replaceChildren(el("span", { class: "tekst" }, row.naam));
  if (row.budget) {
    const label = `budget tekort, ${row.budget}`;
    cell.append(el("span", { class: "euro", role: "img", "aria-label": label, title: label }, "€"));
  }
}

function fillMoved(cell, places) {
  cell.className = `verplaatst ${places > 0 ? "hoger" : "lager"}`;
  if (places === 0) return cell.replaceChildren();
  const n = Math.abs(places);
  const word = `${n} ${n === 1 ? "plaats" : "plaatsen"} ${places > 0 ? "hoger" : "lager"} dan in het plan`;
  return cell.replaceChildren(
    el("span", { "aria-hidden": "true" }, `${places > 0 ? "▲" : "▼"} ${n}`),
    el("span", { class: "sr" }, word),
  );
}

function fillCoverage(cell, row) {
  const [bar, pct] = cell.children;
  const [now, before] = bar.children;
  bar.hidden = row.pct === null;
  cell.title = row.toelichting;
  setText(pct, row.pct === null ? "–" : `${row.pct}%`);
  if (row.pct === null) return;
  now.className = BAR[row.status] ?? "haalbaar";
  now.style.width = `${Math.min(row.pct, 100)}%`;
  const tick = row.voor !== null && Math.abs(row.voor - row.pct) >= TICK_FROM;
  before.hidden = !tick;
  if (tick) before.style.left = `${Math.min(row.voor, 100)}%`;
  const was = tick ? el("span", { class: "sr" }, `, was ${row.voor}%`) : "";
  pct.append(was);
}

function fillRefusal(node, reason) {
  node.querySelector(".geweigerd")?.remove();
  if (!reason) return;
  const close = el("button", { type: "button", class: "weg", "aria-label": "Sluit deze melding" }, "×");
  const cell = el("span", { role: "gridcell", class: "geweigerd" }, el("span", {}, reason), close);
  node.append(cell);
}

/** The folded wettelijke rows: one line with Toon or Vouw op. */
function makeFold() {
  const button = el("button", { type: "button", class: "link toon" });
  const cell = el("span", { role: "gridcell", class: "vouw" }, shape(5), el("span", { class: "tekst" }), button);
  return el("div", { role: "row", class: "rij opgevouwen", tabindex: "-1" }, cell);
}

function updateFold(node, item, text) {
  const [, words, button] = node.firstChild.children;
  setText(words, text);
  setText(button, item.open ? "Vouw op" : "Toon");
  button.setAttribute("aria-expanded", String(item.open));
}

/** The line that the computer draws, with its words. */
function makeLine() {
  const cell = el("span", { role: "gridcell", class: "streep" }, el("b"), el("span"));
  return el("div", { role: "row", class: "rij lijn" }, cell);
}

function updateLine(node, item) {
  const [words, note] = node.firstChild.children;
  setText(words, item.line.tekst);
  setText(note, item.line.bijschrift);
}
