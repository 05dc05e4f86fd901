// The board: one list of opdrachten in order and the effect of moving them. This file ties the
// parts together and talks with Streamlit: data in, one action at a time out (queue.js).

const LEGAL_FIRST = "Wettelijk werk gaat voor; zet die instelling uit om dit te veranderen.";
const KEY_HELP = "Pijltjes kiezen een opdracht. Alt met pijl omhoog of omlaag verplaatst haar. Alt Home en Alt End "
  + "zetten haar vooraan of achteraan, Alt L net boven de lijn. F2 of Enter: typ een plaats. Ctrl Z maakt ongedaan.";
const MIN_LIST_PX = 12 * ROW_PX;
const BELOW_LIST_PX = 44; // the line with the count, and air under the list
const TINT_MS = 2000; // without motion the moved row is tinted a while instead

class Board {
  constructor(root) {
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
    this.view = { filter: "alles", zoek: "", team: "", toonWettelijk: false };
    this.data = null;
    this.rows = []; // as the server last said
    this.shown = []; // with the moves that wait for an answer
    this.movedLast = null;
    this.heard = 0; // count of the last announcement
    this.refusals = new Map(); // opdracht -> reason, until dismissed
    this.queue = new Queue((action) => this.trigger("actie", action));
    this.list = new List(this.find(".vak"), this.find(".lijf"), (item, node) => this.drawItem(item, node));
    this.toolbar = new Toolbar(root, this.view, () => this.refresh(false), () => this.act({ soort: "tabel" }));
    this.effect = new Effect(this.find(".effect-top"), this.find(".effect-rest"), (action) => this.act(action));
    const back = (row) => this.list.select(row.opdracht, true);
    const range = (row) => this.range(row);
    this.menu = new Menu(this.find(".menu"), (row, entry) => this.command(row, entry), back);
    this.form = new PlaceForm(this.find(".plaatsvak"), (row, place) => this.move(row, place), back, range);
    this.range = (row) => bounds(this.shown, row, this.data.wettelijkEerst);
    this.drag = new Drag(this.list, this.find(".vak"), {
      rowOf: (node) => this.rowOf(node),
      mayMove: (row) => this.movable(row),
      targetPlace: (gap, row) => this.targetPlace(gap, row),
      drop: (row, place) => this.move(row, place),
    });
    setText(this.find("#uitleg"), KEY_HELP);
    this.listen();
  }

  listen() {
    const body = this.find(".lijf");
    body.addEventListener("keydown", (event) => this.key(event));
    body.addEventListener("click", (event) => this.click(event));
    body.addEventListener("dblclick", (event) => {
      const node = event.target.closest(".rij.opdracht");
      if (node && event.target.closest(".plaats")) this.command(this.rowOf(node), { soort: "plaats" });
    });
    body.addEventListener("focusin", (event) => this.focused(event.target.closest(".lijf > *")));
    this.fit = () => this.fitHeight();
    window.addEventListener("resize", this.fit);
    this.observer = new ResizeObserver(this.fit);
    this.observer.observe(this.find(".scherm"));
  }

  // ---- data in -------------------------------------------------------------------------------

  /** New data from the server; `trigger(name, value)` is the way back. */
  update(data, trigger) {
    this.trigger = trigger;
    const first = this.data === null;
    this.data = data;
    this.rows = data.rijen.map(readRow);
    this.find(".scherm").classList.toggle("alleen-effect", !data.lijst);
    this.toolbar.setTeams(data.teams);
    if (first && data.team !== null) this.toolbar.set({ team: String(data.team) });
    this.queue.answered(data.sessie, data.nr, data.versie);
    const [heard, text, refused] = data.omroep;
    const news = !first && heard !== this.heard;
    this.heard = heard;
    if (news && data.anderen) this.queue.drop();
    this.refresh(!first);
    this.effect.update(data.effect, data.mag);
    if (news && refused) this.refuse(refused, text);
    else if (news && text) this.announce(text);
    this.queue.next();
  }

  refresh(slide) {
    this.shown = this.rows;
    for (const action of this.queue.waiting) {
      if (action.soort === "verplaats") this.shown = moved(this.shown, action.opdracht, action.plaats);
    }
    const { items, shown, filtered } = viewItems(this.shown, this.view, this.data);
    this.byCode = new Map(this.shown.map((row) => [row.opdracht, row]));
    this.find(".rooster").setAttribute("aria-rowcount", String(items.length + 1));
    this.list.show(items, slide);
    this.count(shown, filtered);
    // To measure costs a layout of the whole page: only when the list is longer or shorter.
    if (this.fitted !== items.length) this.fitHeight();
  }

  count(shown, filtered) {
    const line = this.find(".telregel");
    line.replaceChildren();
    if (!filtered) return;
    const some = shown === 0 ? "Geen enkele" : String(shown);
    line.append(`${some} van de ${this.shown.length} opdrachten. De plaatsen blijven die van het hele plan. `);
    const all = el("button", { type: "button", class: "link" }, "Toon alles");
    all.addEventListener("click", () => this.toolbar.clear());
    line.append(all);
  }

  drawItem(item, known) {
    if (item.kind === "fold") {
      const node = known ?? makeFold();
      updateFold(node, item, this.data.wettelijk);
      return node;
    }
    if (item.kind === "line") {
      const node = known ?? makeLine();
      updateLine(node, item);
      return node;
    }
    const node = known ?? makeRow();
    updateRow(node, item.row, {
      moved: item.key === this.movedLast,
      movable: this.movable(item.row),
      refusal: this.refusals.get(item.key) ?? "",
    });
    return node;
  }

  /** The list ends at the foot of the window, so that the answer and the effect stay in sight. */
  fitHeight() {
    this.fitted = this.list.items.length;
    const viewport = this.find(".vak");
    const top = viewport.getBoundingClientRect().top + (this.scroller()?.scrollTop ?? 0);
    const room = Math.max(MIN_LIST_PX, window.innerHeight - top - BELOW_LIST_PX);
    const lines = Math.min(Math.floor(room / ROW_PX), this.list.items.length + 1);
    const height = `${lines * ROW_PX + 1}px`;
    if (viewport.style.height === height) return;
    viewport.style.height = height;
    this.list.later();
  }

  scroller() {
    return this.root.host?.closest('[data-testid="stMain"]');
  }

  // ---- acts of the person --------------------------------------------------------------------

  movable(row) {
    return this.data.mag && !(this.data.wettelijkEerst && row.wettelijk);
  }

  rowOf(node) {
    return this.byCode.get(node.dataset.opdracht);
  }

  focused(node) {
    if (!node || node.classList.contains("lijn")) return;
    const key = node.dataset.opdracht ?? "fold";
    if (key === this.list.current) return;
    this.list.current = key;
    this.list.render(false);
  }

  click(event) {
    const node = event.target.closest(".lijf > *");
    if (!node) return;
    const row = this.rowOf(node);
    if (event.target.closest(".toon") || node.classList.contains("opgevouwen")) return this.toggleFold();
    if (event.target.closest(".weg")) return this.dismiss(row);
    if (event.target.closest(".meer")) return this.menu.open(row, event.target);
    return row && this.list.select(row.opdracht, true);
  }

  toggleFold() {
    this.view.toonWettelijk = !this.view.toonWettelijk;
    this.refresh(false);
    this.list.select("fold", true);
  }

  key(event) {
    if (event.target.closest("button") && event.key === "Enter") return;
    const command = keyCommand(event);
    const row = this.byCode.get(this.list.current);
    if (command === null || (!row && command.soort !== "kies" && this.list.current !== "fold")) return;
    event.preventDefault();
    if (command.soort === "kies") this.list.step(command.stappen);
    else if (row) this.command(row, command);
    else if (command.soort === "plaats") this.toggleFold();
    else if (command.soort === "ongedaan" || command.soort === "opnieuw") this.act(command);
  }

  /** Carry out what a key or the menu asks for `row`. */
  command(row, { soort, stap }) {
    if (soort === "sluit") return this.dismiss(row);
    if (soort === "ongedaan" || soort === "opnieuw") return this.data.mag && this.act({ soort });
    if (!this.data.mag) return this.announce(this.data.waaromNiet);
    const node = this.list.nodes.get(row.opdracht);
    if (!this.movable(row)) return this.refuse(row.opdracht, LEGAL_FIRST);
    if (soort === "plaats") return this.form.open(row, node.parts.plaats, this.range);
    if (soort === "menu") return this.menu.open(row, node.parts.menu);
    const { first, last } = this.range(row);
    const line = this.view.team === "" ? this.data.lijn : this.data.teams[Number(this.view.team)].lijn;
    const place = { stap: row.plaats + stap, eerste: first, laatste: last, lijn: Math.max(line.plaats, first) }[soort];
    return this.move(row, place);
  }

  move(row, place) {
    const { first, last } = this.range(row);
    if (place < first && first > 1) return this.refuse(row.opdracht, LEGAL_FIRST);
    const target = Math.max(first, Math.min(place, last));
    this.dismiss(row);
    if (target !== row.plaats) {
      this.movedLast = row.opdracht;
      this.queue.push({ soort: "verplaats", opdracht: row.opdracht, plaats: target });
      this.refresh(true);
      this.flash(row.opdracht);
    }
    return this.list.select(row.opdracht, true);
  }

  /** Place and landing line for a drop in the gap above item `gap`. */
  targetPlace(gap, row) {
    const { items } = this.list;
    const isOther = (item) => item.kind === "row" && item.key !== row.opdracht;
    const below = items.slice(gap).find(isOther);
    const above = items.slice(0, gap).reverse().find(isOther);
    let place = row.plaats;
    if (below) place = below.row.plaats > row.plaats ? below.row.plaats - 1 : below.row.plaats;
    else if (above) place = above.row.plaats > row.plaats ? above.row.plaats : above.row.plaats + 1;
    const { first, last } = this.range(row);
    if (place >= first && place <= last) return { place, gap };
    const edge = items.findIndex((item) => item.kind === "row" && item.row.plaats >= first);
    return { place: Math.max(first, Math.min(place, last)), gap: Math.max(gap, edge) };
  }

  act(action) {
    this.movedLast = null;
    this.queue.push(action);
  }

  refuse(opdracht, reason) {
    if (this.byCode.has(opdracht)) {
      this.refusals.set(opdracht, reason);
      this.list.render(false);
    } else {
      this.notice(reason);
    }
    this.announce(reason);
  }

  /** A refusal that belongs to no row stands above the list until it is closed. */
  notice(text) {
    const close = el("button", { type: "button", class: "weg", "aria-label": "Sluit deze melding" }, "×");
    close.addEventListener("click", () => this.find(".notitie").replaceChildren());
    this.find(".notitie").replaceChildren(el("span", {}, text), close);
  }

  dismiss(row) {
    if (!row || !this.refusals.delete(row.opdracht)) return;
    this.list.select(row.opdracht, true);
  }

  flash(opdracht) {
    if (!calm()) return;
    const node = this.list.nodes.get(opdracht);
    node?.classList.add("even");
    window.setTimeout(() => node?.classList.remove("even"), TINT_MS);
  }

  /** Say `text` to a screen reader, also when it is the same text again. */
  announce(text) {
    const region = this.find(".omroep");
    region.replaceChildren();
    window.setTimeout(() => setText(region, text), 30);
  }

  stop() {
    this.queue.stop();
    this.observer.disconnect();
    window.removeEventListener("resize", this.fit);
  }
}

const boards = new WeakMap();

/** Streamlit calls this at the first drawing and after every new data. */
export default function show({ parentElement, data, setTriggerValue }) {
  if (!boards.has(parentElement)) boards.set(parentElement, new Board(parentElement));
  const board = boards.get(parentElement);
  board.update(data, setTriggerValue);
  return () => {
    board.stop();
    boards.delete(parentElement);
  };
}
