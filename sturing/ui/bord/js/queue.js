// What the person did and the server has not answered yet. One action travels at a time; moves of
// the same opdracht that wait behind it become one move to the final place. So no key press is
// lost, and an answer to an older action never overwrites what was done after it.

const RESEND_MS = 8000; // an answer that stays out this long: the line was broken, ask again

/** Do two actions move the same row, or the same block? Then only the last place counts. */
function sameRows(a, b) {
  if (a.soort !== b.soort) return false;
  if (a.soort === "verplaats") return a.opdracht === b.opdracht;
  return a.soort === "blok" && a.opdrachten.join() === b.opdrachten.join();
}

class Queue {
  /** `send(action)` carries one action to the server. */
  constructor(send) {
    this.send = send;
    this.waiting = []; // the first one is on its way when `busy`
    this.busy = false;
    this.number = 0;
    this.session = null;
    this.versie = 0;
    this.heard = 0; // the last action that an answer knew of
    this.timer = 0;
    this.stopped = false; // off the screen: what waits is still sent once, and not asked again
  }

  push(action) {
    const last = this.waiting[this.waiting.length - 1];
    const lastIsFree = this.waiting.length > (this.busy ? 1 : 0);
    if (lastIsFree && sameRows(last, action)) last.plaats = action.plaats;
    else this.waiting.push({ ...action, nr: ++this.number });
    this.next();
  }

  next() {
    if (this.busy || this.waiting.length === 0) return;
    this.busy = true;
    this.send({ ...this.waiting[0], versie: this.versie });
    if (this.stopped) return;
    this.timer = window.setTimeout(() => {
      this.busy = false;
      this.next();
    }, RESEND_MS);
  }

  get idle() {
    return this.waiting.length === 0;
  }

  /** Is data of this session that heard up to `nr` older than what was answered already? */
  knewMore(session, nr) {
    return session === this.session && nr < this.heard;
  }

  /** The server heard up to `nr`, in a session that may be a new one; the draft is at `versie`. */
  answered(session, nr, versie) {
    this.versie = versie;
    const fresh = session !== this.session;
    this.session = session;
    this.heard = nr;
    if (fresh) {
      // Another session counts anew; what waited is sent again under its numbers.
      this.number = nr;
      for (const action of this.waiting) action.nr = ++this.number;
    } else if (this.busy && nr >= this.waiting[0].nr) {
      this.waiting.shift();
    } else {
      return;
    }
    window.clearTimeout(this.timer);
    this.busy = false;
  }

  /** Let go of what waits: it was done before the person could see what somebody else changed. */
  drop() {
    this.waiting.length = this.busy ? 1 : 0;
  }

  stop() {
    this.stopped = true;
    window.clearTimeout(this.timer);
  }
}
