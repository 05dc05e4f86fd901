// How an act travels: straight to the server, which answers with the board; the page is drawn when
// the person pauses. What only the page can show, and what finds no answer, goes by the page.

const PAUSE_MS = 400; // so long without an act, and then the rest of the page follows
const PATIENCE_MS = RESEND_MS / 2; // an answer that stays out this long: the page is asked in its place

class Lane {
  /** `receive(data)` draws an answer; `byPage(action)` sends by the page; `idle()`: does nothing wait? */
  constructor(receive, byPage, idle) {
    Object.assign(this, { receive, byPage, idle });
    this.way = null;
    this.timer = 0;
    this.stopped = false; // the board is off the screen: no page that can follow or do an act
  }

  async send(action) {
    const direct = this.way && !this.way.pagina.includes(action.soort);
    const data = direct ? await this.ask(action) : null;
    if (data !== null) this.receive(data);
    if (this.stopped) return;
    if (data === null) this.byPage(action);
    else this.follow();
  }

  async ask(action) {
    try {
      const answer = await fetch(this.way.adres, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ sleutel: this.way.sleutel, actie: action }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  /** Let the page follow, once nothing waits any more. */
  follow() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.idle() ? this.byPage({ soort: "bij", nr: 0, versie: 0 }) : this.follow()), PAUSE_MS);
  }

  stop() {
    this.stopped = true;
    window.clearTimeout(this.timer);
  }
}

/** The answer above the board says what the board says, before the page is drawn. */
function setAnswer(title, text) {
  if (!title) return;
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  const node = walker.nextNode();
  if (node && !walker.nextNode() && node.data !== text) node.data = text;
}
