// The board: one list of opdrachten in order and the effect of moving them. This file ties the
// parts together and talks with Streamlit: data in, one action at a time out (queue.js).

const LEGAL_FIRST = "Wettelijk werk gaat voor; zet die instelling uit om dit te veranderen.";
const KEY_HELP = "Pijltjes kiezen een opdracht. Alt met pijl omhoog of omlaag verplaatst haar. Alt Home en Alt End "
  + "zetten haar vooraan of achteraan, Alt L net boven de lijn. F2: typ een plaats. Enter: waarom krijgt zij niet alles? "
  + "Met Tab komt u bij wat helpt, Esc sluit dat. Spatie kiest meer opdrachten, Shift met pijl ook de volgende. "
  + "Delete parkeert. Ctrl Z maakt ongedaan.";
const MIN_LIST_PX = 12 * ROW_PX;
const BELOW_LIST_PX = 44; // the line with the count, and air under the list

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
    this.queue = new Queue((action) => this.lane.send(action));
    this.lane = new Lane((data) => this.receive(data), (action) => this.trigger("actie", action), () => this.queue.idle);
    this.list = new List(this.find(".vak"), this.find(".lijf"), (item, node) => this.drawItem(item, node));
    this.teller = new Teller(this.find, this.list, (opdracht) => this.byCode.has(opdracht));
    this.toolbar = new Toolbar(root, this.view, () => this.refresh(false), () => this.act({ soort: "tabel" }));
    this.effect = new Effect(this.find(".effect-top"), this.find(".effect-rest"), (action) => this.act(action));
    this.why = new Why(this.list, this.queue, () => this.refresh(false));
    this.rest = new Rest(this.find(".rest"), (action) => this.act(action));
    this.selection = new Selection(() => this.list.items.flatMap((item) => (item.kind === "row" ? [item.key] : [])),
      () => this.chosen());
    this.countLine = new CountLine(this.find(".telregel"), this.selection, {
      openMenu: (row, anchor) => this.openMenu(row, anchor),
      showAll: () => this.toolbar.clear(),
    });
    const back = (row) => this.list.select(row.opdracht, true);
    const range = (row) => this.range(row);
    this.menu = new Menu(this.find(".menu"), (row, entry) => this.command(row, entry), back);
    this.form = new PlaceForm(this.find(".plaatsvak"), (row, place) => this.move(row, place), back, range);
    this.range = (row) => bounds(this.shown, row, this.data.wettelijkEerst);
    this.drag = new Drag(this.list, this.find(".vak"), {
      rowOf: (node) => this.rowOf(node),
      mayMove: (row) => this.movable(row),
      targetPlace: (gap, row) => landingPlace(this.list.items, gap, row, this.range(row)),
      drop: (row, place) => this.drop(row, place),
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
    this.fit = () => [this.why.measure(), this.fitHeight()];
    window.addEventListener("resize", this.fit);
    this.observer = new ResizeObserver(this.fit);
    this.observer.observe(this.find(".scherm"));
  }

  // ---- data in -------------------------------------------------------------------------------

  /** New data from the page; `trigger(name, value)` is the way back. */
  update(data, trigger) {
    this.trigger = trigger;
    this.lane.way = data.weg;
    this.receive(data);
  }

  /** What the server says the board is now, by either way. */
  receive(data) {
    // What began before the last answer knows less than the board does, whichever way it came.
    if (this.queue.knewMore(data.sessie, data.nr)) return;
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
    if (first && data.waarom) this.list.select(data.waarom.opdracht, true);
    this.effect.update(data.effect, data.mag);
    if (!first) setAnswer(this.scroller()?.querySelector("h1"), data.kop);
    this.rest.update(data.nietGepland, data.mag);
    if (news && refused) this.teller.refuse(refused, text);
    else if (news && text) this.teller.announce(text);
    else if (this.why.opened(data.waarom)) this.teller.announce(this.why.words(data.waarom));
    this.queue.next();
  }

  refresh(slide) {
    this.shown = this.rows;
    for (const action of this.queue.waiting) {
      if (action.soort === "verplaats") this.shown = moved(this.shown, action.opdracht, action.plaats);
      if (action.soort === "blok") this.shown = movedBlock(this.shown, action.opdrachten, action.plaats);
    }
    const { items, shown, filtered } = viewItems(this.shown, this.view, this.data);
    this.byCode = new Map(this.shown.map((row) => [row.opdracht, row]));
    this.why.insert(items, this.data.waarom);
    this.find(".rooster").setAttribute("aria-rowcount", String(items.length + 1));
    this.list.show(items, slide);
    this.why.measure();
    Object.assign(this, { visible: shown, filtered });
    this.countLine.update(this.shown, shown, filtered);
    // To measure costs a layout of the whole page: only when the list is longer or shorter.
    if (this.fitted !== this.list.total) this.fitHeight();
  }

  /** The choice of rows changed: draw the rows and the count, nothing else. */
  chosen() {
    this.list.render(false);
    this.countLine.update(this.shown, this.visible, this.filtered);
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
    if (item.kind === "why") return this.why.draw(known, this.data.waarom, item.opdracht, this.data.mag);
    const node = known ?? makeRow();
    updateRow(node, item.row, {
      moved: item.key === this.movedLast,
      open: item.key === this.why.open,
      movable: this.movable(item.row),
      may: this.data.mag,
      chosen: this.selection.has(item.key),
      refusal: this.teller.refusals.get(item.key) ?? "",
    });
    return node;
  }

  /** The list ends at the foot of the window, so that the answer and the effect stay in sight. */
  fitHeight() {
    this.fitted = this.list.total;
    const viewport = this.find(".vak");
    const top = viewport.getBoundingClientRect().top + (this.scroller()?.scrollTop ?? 0);
    const room = Math.max(MIN_LIST_PX, window.innerHeight - top - BELOW_LIST_PX);
    const height = `${Math.min(Math.floor(room / ROW_PX) * ROW_PX, this.list.total + ROW_PX) + 1}px`;
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
    if (!node || node.classList.contains("lijn") || node.classList.contains("waarom")) return;
    const key = node.dataset.opdracht ?? "fold";
    if (key === this.list.current) return;
    this.list.current = key;
    this.list.render(false);
  }

  click(event) {
    const node = event.target.closest(".lijf > *");
    if (!node) return;
    if (node.classList.contains("waarom")) return undefined;
    const row = this.rowOf(node);
    if (event.target.closest(".toon") || node.classList.contains("opgevouwen")) return this.toggleFold();
    if (event.target.closest(".weg")) return this.teller.dismiss(row);
    if (event.target.closest(".meer")) return this.openMenu(row, event.target);
    if (row && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      this.list.select(row.opdracht, true);
      return event.shiftKey ? this.selection.range(row.opdracht) : this.selection.toggle(row.opdracht);
    }
    if (row && !this.selection.has(row.opdracht)) this.selection.clear();
    if (row && event.target.closest(WHY_CELLS) && !this.drag.wasDrag(event)) return this.why.toggle(row.opdracht);
    return row && this.list.select(row.opdracht, true);
  }

  toggleFold() {
    this.view.toonWettelijk = !this.view.toonWettelijk;
    this.refresh(false);
    this.list.select("fold", true);
  }

  key(event) {
    if (event.target.closest(".waarom")) return this.why.key(event);
    if (event.target.closest("button") && (event.key === "Enter" || event.key === " ")) return;
    const command = keyCommand(event);
    const row = this.byCode.get(this.list.current);
    if (command === null || (!row && command.soort !== "kies" && this.list.current !== "fold")) return;
    event.preventDefault();
    if (command.soort === "kies") this.list.step(command.stappen);
    else if (command.soort === "merk_verder") this.mark(row, command.stappen);
    else if (row) this.command(row, command);
    else if (command.soort === "plaats" || command.soort === "waarom") this.toggleFold();
    else if (command.soort === "ongedaan" || command.soort === "opnieuw") this.act(command);
  }

  /** Choose the focused row, and the next one with it. */
  mark(row, steps) {
    if (row && this.selection.codes.size === 0) this.selection.toggle(row.opdracht);
    this.list.step(steps);
    const next = this.byCode.get(this.list.current);
    if (next) this.selection.range(next.opdracht);
  }

  openMenu(row, anchor) {
    const group = this.group(row);
    this.menu.open(row, anchor, { movable: group.every((other) => this.movable(other)), count: group.length });
  }

  /** The rows on which an act on `row` works: the chosen ones when it is one of them, else itself. */
  group(row) {
    return this.selection.covers(row.opdracht) ? this.selection.list(this.shown) : [row];
  }

  /** Carry out what a key or the menu asks for `row`. */
  command(row, { soort, stap, knop }) {
    if (soort === "sluit") {
      if (this.selection.clear()) return undefined;
      return this.teller.refusals.has(row.opdracht) ? this.teller.dismiss(row) : this.why.close();
    }
    if (soort === "waarom") return this.why.toggle(row.opdracht);
    if (soort === "merk") return this.selection.toggle(row.opdracht);
    if (soort === "ongedaan" || soort === "opnieuw") return this.data.mag && this.act({ soort });
    if (!this.data.mag) return this.teller.announce(this.data.waaromNiet);
    const node = this.list.nodes.get(row.opdracht);
    const group = this.group(row);
    const codes = group.map((other) => other.opdracht);
    if (soort === "menu") return this.openMenu(row, node.parts.menu);
    if (soort === "knop") return this.act({ soort, knop, opdrachten: codes });
    if (soort === "parkeer" || soort === "stop") return this.status(soort, codes);
    if (!group.every((other) => this.movable(other))) return this.teller.refuse(row.opdracht, LEGAL_FIRST);
    if (soort === "zo_hoog") return this.act({ soort, opdracht: row.opdracht });
    if (soort === "plaats") return this.form.open(row, node.parts.plaats, this.range);
    const { first, last } = this.range(row);
    const line = this.view.team === "" ? this.data.lijn : this.data.teams[Number(this.view.team)].lijn;
    const place = { stap: group[0].plaats + stap, eerste: first, laatste: last, lijn: Math.max(line.plaats, first) }[soort];
    return this.move(row, place);
  }

  /** Park or stop: the rows leave the board, so that the next row gets the focus. */
  status(soort, codes) {
    const gone = new Set(codes);
    const rows = this.list.items.filter((item) => item.kind === "row");
    const at = rows.findIndex((item) => gone.has(item.key));
    const next = rows.slice(at).find((item) => !gone.has(item.key)) ?? rows.slice(0, at).pop();
    this.selection.clear();
    if (next) this.list.select(next.key, true);
    this.act({ soort, opdrachten: codes });
  }

  move(row, place) {
    const group = this.group(row);
    const { first, last } = this.range(row);
    if (place < first && first > 1) return this.teller.refuse(row.opdracht, LEGAL_FIRST);
    const target = Math.max(first, Math.min(place, last - group.length + 1));
    this.teller.dismiss(row);
    const moves = group.some((other, i) => other.plaats !== target + i);
    if (moves) {
      this.movedLast = row.opdracht;
      this.queue.push(group.length > 1
        ? { soort: "blok", opdrachten: group.map((other) => other.opdracht), plaats: target }
        : { soort: "verplaats", opdracht: row.opdracht, plaats: target });
      this.refresh(true);
      this.teller.flash(row.opdracht);
    }
    return this.list.select(row.opdracht, true);
  }

  /** A drop names the place of the row by itself; a block begins after the others that stay above. */
  drop(row, place) {
    const group = this.group(row);
    if (!group.every((other) => this.movable(other))) return this.teller.refuse(row.opdracht, LEGAL_FIRST);
    if (group.length === 1) return this.move(row, place);
    const chosen = new Set(group);
    const above = this.shown.filter((other) => other !== row).slice(0, place - 1);
    return this.move(row, above.filter((other) => !chosen.has(other)).length + 1);
  }

  act(action) {
    this.movedLast = null;
    this.queue.push(action);
  }

  stop() {
    this.queue.stop();
    this.lane.stop();
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
