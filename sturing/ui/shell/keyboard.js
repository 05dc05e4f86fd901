// Where the keyboard goes when Streamlit loses it. Two faults, each mended in one place: what was
// opened by a button stands at the end of the page and not after that button; and an element that is
// drawn anew, or a dialog that closes, drops the focus, so that one starts again at the top of the menu.

const LOST_FOR_MS = 6000; // so long a run may take that draws the page after a press
const LOOK_EACH_MS = 100;
const STOPS = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), summary, [tabindex="0"]';
const OPENED = '[data-testid="stPopoverBody"]';

/** The element that has the keyboard, also inside a shadow root. */
function focused() {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node;
}

const lost = () => focused() === null || focused() === document.body;
const shown = (node) => node.checkVisibility({ visibilityProperty: true });
const stops = (root) => [...root.querySelectorAll(STOPS)].filter((node) => node.tabIndex >= 0 && shown(node));

/** What stands where `node` stood: itself, or what was drawn in its place. */
function twin(node, root, key) {
  if (node.isConnected && shown(node)) return node;
  const goal = node.dataset.doel;
  const again = goal && root.host?.isConnected ? root.querySelector(`[data-doel="${goal}"]:not(:disabled)`) : null;
  return again ?? (key ? document.querySelector(`.${CSS.escape(key)} :is(${STOPS})`) : null);
}

/** The answer of the page: from there the next Tab goes into the page, not into the menu. */
function answer() {
  const head = document.querySelector('[data-testid="stMain"] h1');
  if (head) head.tabIndex = -1;
  return head;
}

let watching = 0;

/** Until it is sure that the page stands still: bring the keyboard back when it falls off. */
function watch(pressed) {
  window.clearInterval(watching);
  const until = performance.now() + LOST_FOR_MS;
  watching = window.setInterval(() => {
    if (performance.now() > until) window.clearInterval(watching);
    const busy = document.querySelector('[data-testid="stDialog"]') !== null;
    if (!lost() || busy) return;
    (twin(pressed.node, pressed.root, pressed.key) ?? answer())?.focus({ preventScroll: true });
  }, LOOK_EACH_MS);
}

function remember(node) {
  const key = [...(node.closest('[class*="st-key-"]')?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  return { node, root: node.getRootNode(), key };
}

let pressed = null; // what was last pressed outside a dialog

function onPress(node) {
  if (!(node instanceof HTMLElement) || node === document.body || node.closest('[role="dialog"]')) return;
  pressed = remember(node);
  watch(pressed);
}

/** Tab from a button goes into what it opened; before the first of that is the button, after the last
 * is what follows the button. */
function throughOpened(event) {
  const here = focused();
  const body = [...document.querySelectorAll(OPENED)].at(-1);
  const button = document.querySelector('[data-testid="stPopoverButton"][aria-expanded="true"]');
  if (!body || !button) return;
  const inside = stops(body);
  let next = null;
  if (here === button && !event.shiftKey) [next] = inside;
  else if (body.contains(here) && event.shiftKey && here === inside[0]) next = button;
  else if (body.contains(here) && !event.shiftKey && here === inside.at(-1)) {
    next = stops(document).find((node) => !body.contains(node) && button.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
  }
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function guideKeyboard() {
  if (window.sturingKeyboard) return;
  window.sturingKeyboard = true;
  document.addEventListener("keydown", (event) => {
    window.clearInterval(watching);
    if (event.key === "Tab") throughOpened(event);
    else if (event.key === "Enter" || event.key === " ") onPress(focused());
  }, true);
  document.addEventListener("pointerdown", (event) => {
    window.clearInterval(watching);
    const [node] = event.composedPath();
    const button = node instanceof Element ? node.closest(STOPS) : null;
    if (button && !button.closest('[role="dialog"]')) pressed = remember(button);
  }, true);
  // A dialog hangs on the page itself, whoever opened it.
  new MutationObserver((changes) => {
    const closed = changes.some((change) => [...change.removedNodes].some((node) => node.dataset?.testid === "stDialog"));
    if (closed && pressed) watch(pressed);
  }).observe(document.body, { childList: true });
}

guideKeyboard();
