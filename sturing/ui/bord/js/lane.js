// How an act travels: straight to the server, which answers with the board; the page is drawn when
// the person pauses. What only the page can show, and what finds no answer, goes by the page.

const PAUSE_MS = 400; // so long without an act, and then the rest of the page follows

class Lane {
  /** `receive(data)` draws an answer; `byPage(action)` sends by the page; `idle()`: does nothing wait? */
  constructor(receive, byPage, idle) {
    Object.assign(this, { receive, byPage, idle });
    this.way = null;
    this.timer = 0;
  }

  async send(action) {
    if (!this.way || this.way.pagina.includes(action.soort)) return this.byPage(action);
    const data = await this.ask(action);
    if (data === null) return this.byPage(action);
    this.receive(data);
    return this.follow();
  }

  async ask(action) {
    try {
      const answer = await fetch(this.way.adres, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ sleutel: this.way.sleutel, actie: action }),
      });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  /** Let the page follow, once nothing waits any more. */
  follow() {
    this.stop();
    this.timer = window.setTimeout(() => (this.idle() ? this.byPage({ soort: "bij", nr: 0, versie: 0 }) : this.follow()), PAUSE_MS);
  }

  stop() {
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
