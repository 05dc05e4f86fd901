// Small building blocks of the drawing: elements with text, and the five shapes of a status.
// Text always goes in through textContent, so that a name can never become markup.

/** Make an element; `kids` are elements or texts. */
function el(tag, attributes = {}, ...kids) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...kids);
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/** Status codes as they travel in the data, in the order of the tally. */
const STATUS = {
  0: { word: "vraagt geen uren", css: "geen", path: "M2.5 6H9.5", stroke: true },
  1: { word: "haalbaar", css: "haalbaar", circle: true },
  2: { word: "onder druk", css: "druk", path: "M6 1.1 11.4 10.6H.6Z" },
  3: { word: "niet haalbaar", css: "niet", path: "M2 2 10 10M10 2 2 10", stroke: true },
  4: { word: "geparkeerd", css: "park", path: "M3.6 1.8V10.2M8.4 1.8V10.2", stroke: true },
  5: { word: "wettelijk", css: "wet", text: "§" },
};

/** The 12 x 12 shape of a status; the word is its accessible name, so colour is never alone. */
function shape(code) {
  const status = STATUS[code];
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("class", `teken ${status.css}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", status.word);
  const mark = document.createElementNS(SVG, status.circle ? "circle" : status.text ? "text" : "path");
  if (status.circle) {
    mark.setAttribute("cx", "6");
    mark.setAttribute("cy", "6");
    mark.setAttribute("r", "4.6");
  } else if (status.text) {
    mark.setAttribute("x", "6");
    mark.setAttribute("y", "10.4");
    mark.setAttribute("text-anchor", "middle");
    mark.textContent = status.text;
  } else {
    mark.setAttribute("d", status.path);
  }
  if (status.stroke) mark.setAttribute("class", "streek");
  svg.append(mark);
  return svg;
}

/** Put `text` in `node` only when it differs: a redraw that changes nothing costs nothing. */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
