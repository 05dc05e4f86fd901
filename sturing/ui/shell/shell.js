// Replaces the fixed English texts of Streamlit's own controls by Dutch ones, now and whenever the
// page changes. Exact texts only; a text is passed over where the product itself writes (Markdown,
// tables, lists to choose from, shadow roots), so that a name in the data is never translated.

const OWN = '[data-testid="stMarkdownContainer"], [data-testid="stPlotlyChart"], [data-testid="stTable"], [data-testid="stDataFrame"] td, [role="option"]';
const THEIRS = '[data-testid="stFileUploaderDropzone"]'; // its button has its text in Markdown
const ICON = '[data-testid="stIconMaterial"]'; // its text is the name of a drawing in an icon font
const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt"];
const patterns = WORDS.patronen.map(([from, to]) => [new RegExp(`^${from}$`), to]);

const ours = (node) =>
  node !== null && (node.closest(ICON) !== null || (node.closest(OWN) !== null && node.closest(THEIRS) === null));

function dutch(text) {
  const bare = text.trim();
  if (bare === "") return null;
  if (Object.hasOwn(WORDS.woorden, bare)) return text.replace(bare, WORDS.woorden[bare]);
  const found = patterns.find(([from]) => from.test(bare));
  return found ? bare.replace(found[0], found[1]) : null;
}

function translateElement(node) {
  for (const name of ATTRIBUTES) {
    const value = node.getAttribute(name);
    const words = value === null ? null : dutch(value);
    if (words !== null && words !== value) node.setAttribute(name, words);
  }
}

function translate(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    const words = ours(root.parentElement) ? null : dutch(root.data);
    if (words !== null && words !== root.data) root.data = words;
    return;
  }
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  translateElement(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      translateElement(node);
    } else if (!ours(node.parentElement)) {
      const words = dutch(node.data);
      if (words !== null && words !== node.data) node.data = words;
    }
  }
}

// At this width the board and its effect need the room of the sidebar (tokens.md 3). Folded once for
// each time that the page is opened, before it is seen (static/scherm.css): who opens it keeps it open.
const FOLD_BELOW_PX = 1100;
const FOLDED = "data-gevouwen";
const FOLD_WITHIN_MS = 5000; // a menu that will not fold is better than none

function foldSidebar() {
  const root = document.documentElement;
  const until = performance.now() + FOLD_WITHIN_MS;
  const fold = () => {
    if (root.hasAttribute(FOLDED)) return;
    const folded = document.querySelector('[data-testid="stSidebar"]')?.dataset.collapsed === "true";
    if (folded || window.innerWidth >= FOLD_BELOW_PX || performance.now() > until) {
      root.setAttribute(FOLDED, "");
      return;
    }
    document.querySelector('[data-testid="stSidebarCollapseButton"] button[aria-expanded="true"]')?.click();
    window.requestAnimationFrame(fold);
  };
  fold();
}

/** Once the page has been whole, what is drawn anew no longer waits for its turn (static/scherm.css). */
function noteWhole() {
  const done = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";
  if (done && !document.querySelector('[data-testid="stMain"] [data-testid="stSkeleton"]')) {
    document.documentElement.setAttribute("data-staat", "");
  }
}

/** Four faults of Streamlit's own elements that a screen reader or a keyboard meets. */
function mend() {
  // The sidebar is a list with groups in it that are no items: name the groups, not the list.
  for (const list of document.querySelectorAll('[data-testid="stSidebarNavItems"]')) {
    list.setAttribute("role", "group");
    for (const item of list.querySelectorAll("li")) item.setAttribute("role", "none");
  }
  // The place to drop a file has a name and takes the focus: it is no decoration.
  for (const place of document.querySelectorAll(`${THEIRS}[role="presentation"]`)) place.setAttribute("role", "group");
  // A table of Markdown is named by the sentence before it; where it scrolls, the keyboard must reach it.
  for (const table of document.querySelectorAll('[data-testid="stMarkdownContainer"] > table')) {
    const sentence = table.parentElement.firstElementChild;
    sentence.id ||= `tabelnaam-${(window.sturingTables = (window.sturingTables ?? 0) + 1)}`;
    table.setAttribute("aria-labelledby", sentence.id);
    for (const box of [table.parentElement, table.closest('[class*="st-key-schuift_"]')]) {
      if (!box || (box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight)) continue;
      if (getComputedStyle(box).overflowX === "visible") continue;
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-labelledby", sentence.id);
    }
  }
  // So must the cells of a workbook, which are a table of Streamlit's own.
  for (const table of document.querySelectorAll('[data-testid="stTable"]')) {
    for (const box of [table, ...table.querySelectorAll(":scope > div, :scope > div > div")]) {
      if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible") box.tabIndex = 0;
    }
  }
}

// For print (static/afdruk.css): a drawing has a fixed size in pixels, and would be cut off on a sheet
// that is narrower than the screen; and a style sheet cannot see that the theme is dark.
function beforePrint() {
  for (const drawing of document.querySelectorAll(".main-svg:not([viewBox])")) {
    const [wide, high] = ["width", "height"].map((name) => drawing.getAttribute(name));
    if (wide && high) drawing.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  }
  const app = document.querySelector('[data-testid="stApp"]');
  document.documentElement.toggleAttribute("data-donker", app !== null && getComputedStyle(app).colorScheme === "dark");
}

function afterPrint() {
  document.documentElement.removeAttribute("data-donker");
  for (const drawing of document.querySelectorAll(".main-svg[viewBox]")) drawing.removeAttribute("viewBox");
}

let mending = 0;
const mendSoon = () => {
  window.clearTimeout(mending);
  mending = window.setTimeout(() => {
    mend();
    noteWhole();
  }, 200);
};

// Streamlit recolours its own elements when the system turns dark or light, and does not ask for the
// pictures again, which the server draws in the colours of the theme. So this asks.
const THEME_PAUSE_MS = 100; // Streamlit is told of the change by the same event, and needs a drawing
let askForTheme = () => {};

function followTheme() {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => window.setTimeout(() => askForTheme(dark.matches), THEME_PAUSE_MS));
}

let observer = null;

export default function start({ setTriggerValue }) {
  askForTheme = (dark) => setTriggerValue("donker", dark);
  foldSidebar();
  mend();
  if (observer) return undefined;
  followTheme();
  window.addEventListener("beforeprint", beforePrint);
  window.addEventListener("afterprint", afterPrint);
  observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") {
        translateElement(change.target);
      } else if (change.type === "characterData") translate(change.target);
      else change.addedNodes.forEach(translate);
    }
    mendSoon();
  });
  observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
  translate(document.body);
  return undefined;
}
