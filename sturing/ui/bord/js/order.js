// The order as the board knows it: pure functions over rows, no drawing. A row travels as a list
// of values; `readRow` gives them names. Places count from 1 over the whole organisation.

/** Names for the values of one row, in the order in which sturing/ui/bord/payload.py sends them. */
function readRow(values) {
  const [opdracht, plaats, verplaatst, wettelijk, status, naam, voluit, gever, geverVoluit, soort,
    uren, pct, voor, toelichting, knelpunt, tekort, budget, teams, vanMij, gewijzigd] = values;
  return {
    opdracht, plaats, verplaatst, wettelijk, status, naam, voluit: voluit || naam, gever,
    geverVoluit: geverVoluit || gever, soort, uren, pct, voor, toelichting, knelpunt, tekort,
    budget, teams, vanMij, gewijzigd,
    zoek: `${opdracht} ${naam} ${voluit} ${gever} ${geverVoluit}`.toLocaleLowerCase("nl"),
  };
}

/** First and last place that `row` can have: its own group when wettelijk goes first. */
function bounds(rows, row, wettelijkEerst) {
  if (!wettelijkEerst) return { first: 1, last: rows.length };
  const wettelijk = rows.filter((other) => other.wettelijk).length;
  return row.wettelijk ? { first: 1, last: wettelijk } : { first: wettelijk + 1, last: rows.length };
}

/** Rows with `opdracht` at `plaats`; the others close up. Places and the moved marks follow. */
function moved(rows, opdracht, plaats) {
  const from = rows.findIndex((row) => row.opdracht === opdracht);
  if (from < 0) return rows;
  const next = rows.slice();
  const [row] = next.splice(from, 1);
  next.splice(Math.max(0, Math.min(plaats - 1, next.length)), 0, row);
  return next.map((other, index) => {
    const nieuw = index + 1;
    if (other.plaats === nieuw) return other;
    const verplaatst = other === row ? other.verplaatst + other.plaats - nieuw : other.verplaatst;
    return { ...other, plaats: nieuw, verplaatst };
  });
}

/** Rows with the block of `codes` together, in its own order, the first of them at `plaats`. */
function movedBlock(rows, codes, plaats) {
  const chosen = new Set(codes);
  const block = rows.filter((row) => chosen.has(row.opdracht));
  const rest = rows.filter((row) => !chosen.has(row.opdracht));
  const at = Math.max(0, Math.min(plaats - 1, rest.length));
  rest.splice(at, 0, ...block);
  return rest.map((row, index) => {
    const nieuw = index + 1;
    if (row.plaats === nieuw) return row;
    const verplaatst = chosen.has(row.opdracht) ? row.verplaatst + row.plaats - nieuw : row.verplaatst;
    return { ...row, plaats: nieuw, verplaatst };
  });
}

/** Place and landing line for a drop of `row` in the gap above item `gap` of those of `viewItems`. */
function landingPlace(items, gap, row, { first, last }) {
  const isOther = (item) => item.kind === "row" && item.key !== row.opdracht;
  const below = items.slice(gap).find(isOther);
  const above = items.slice(0, gap).reverse().find(isOther);
  let place = row.plaats;
  if (below) place = below.row.plaats > row.plaats ? below.row.plaats - 1 : below.row.plaats;
  else if (above) place = above.row.plaats > row.plaats ? above.row.plaats : above.row.plaats + 1;
  if (place >= first && place <= last) return { place, gap };
  const edge = items.findIndex((item) => item.kind === "row" && item.row.plaats >= first);
  return { place: Math.max(first, Math.min(place, last)), gap: Math.max(gap, edge) };
}

/** A place as a person types it: whole digits only. Returns a number, or null. */
function parsePlace(text) {
  const trimmed = text.trim();
  return /^[1-9]\d{0,5}$/.test(trimmed) ? Number(trimmed) : null;
}

const FILTERS = { alles: () => true, mij: (row) => row.vanMij, gewijzigd: (row) => row.gewijzigd };

/**
 * What is drawn, one item per line of 28 px: rows that pass the filters, the folded wettelijke
 * rows, and the line. Filters hide rows and never give them another place.
 */
function viewItems(rows, view, board) {
  const words = view.zoek.trim().toLocaleLowerCase("nl").split(/\s+/).filter(Boolean);
  const team = view.team === "" ? null : Number(view.team);
  const filtered = words.length > 0 || view.filter !== "alles" || team !== null;
  const fold = board.wettelijk !== "" && !view.toonWettelijk && !filtered;
  const line = team === null ? board.lijn : board.teams[team].lijn;
  const items = [];
  let lineDrawn = false;
  if (board.wettelijk !== "" && !filtered) items.push({ kind: "fold", key: "fold", open: !fold });
  const drawLine = () => {
    items.push({ kind: "line", key: "line", line });
    lineDrawn = true;
  };
  let shown = 0;
  for (const row of rows) {
    if (!lineDrawn && row.plaats > line.plaats && !(fold && row.wettelijk)) drawLine();
    if (fold && row.wettelijk) {
      shown += 1;
      continue;
    }
    if (!FILTERS[view.filter](row)) continue;
    if (team !== null && !row.teams.includes(team)) continue;
    if (!words.every((word) => row.zoek.includes(word))) continue;
    shown += 1;
    items.push({ kind: "row", key: row.opdracht, row });
  }
  if (!lineDrawn && shown > 0) drawLine();
  return { items, shown, filtered };
}
