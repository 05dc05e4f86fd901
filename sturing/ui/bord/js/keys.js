// The keyboard of the list (a row has focus): every way to move that the mouse has, and more.

const PAGE_LINES = 10;

/** What a key asks for; null when the list has nothing to do with it. */
function keyCommand(event) {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (ctrlKey || metaKey) {
    if (altKey || code !== "KeyZ") return null;
    return { soort: shiftKey ? "opnieuw" : "ongedaan" };
  }
  if (altKey) {
    // On some keyboards Alt changes the letter: the key itself counts.
    if (code === "KeyL") return { soort: "lijn" };
    return { ArrowUp: { soort: "stap", stap: -1 }, ArrowDown: { soort: "stap", stap: 1 },
      Home: { soort: "eerste" }, End: { soort: "laatste" } }[key] ?? null;
  }
  if (key === "Delete") return { soort: "parkeer" };
  if (key === " ") return { soort: "merk" };
  if (shiftKey && (key === "ArrowUp" || key === "ArrowDown")) {
    return { soort: "merk_verder", stappen: key === "ArrowUp" ? -1 : 1 };
  }
  const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -PAGE_LINES, PageDown: PAGE_LINES,
    Home: -Infinity, End: Infinity };
  if (key in steps) return { soort: "kies", stappen: steps[key] };
  if (key === "F2") return { soort: "plaats" };
  if (key === "Enter") return { soort: "waarom" };
  if (key === "ContextMenu" || (key === "F10" && shiftKey)) return { soort: "menu" };
  if (key === "Escape") return { soort: "sluit" };
  return null;
}
