/** What is drawn: who is shown, how each person and each direction of a tie looks. */
import { blend, faint, hue, isDark } from "./colours.js";
import { kept } from "./kept.js";
import { radius, territories, usualNodes } from "./people.js";
import { strokeColour, strokeWidth, usualColour } from "./ties.js";

/** How engaged people are, 1 to 5: a colour and the word for it. */
export const ENGAGED = {
  1: ["shareholder", "Unaware"],
  2: ["strained", "Resistant"],
  3: ["one-sided", "Neutral"],
  4: ["cooling", "Supportive"],
  5: ["healthy", "Leading"],
};

const A_CROWD = 4_000; // ties: of more each is drawn fainter, so that they do not become one blot
const FAINTEST = 0.12;

/** The ties of each person, strongest first: {row, other, way}, way leading away. */
export function neighbourhoods(data) {
  const { low, high, there, back } = data.ties;
  const around = data.people.id.map(() => []);
  low.forEach((from, row) => {
    if (data.ties.present?.[row] === false) return;
    around[from].push({ row, other: high[row], way: "there" });
    around[high[row]].push({ row, other: from, way: "back" });
  });
  const strength = ({ row }) => there[row] + back[row];
  for (const ties of around) ties.sort((a, b) => strength(b) - strength(a));
  return around;
}

/**
 * Everything that depends on the view and the theme, once for all frames.
 * @param {object} data the map's data
 * @param {object} view as in address.js
 * @param {Record<string, string>} palette tokens, resolved
 */
export function compose(data, view, palette) {
  const { stays, ties: drawn } = kept(data, view);
  const { low, high, there, back } = data.ties;
  const seen = [...stays];
  low.forEach((from, row) => drawn[row] && (seen[from] = seen[high[row]] = true));
  const most = high.reduce((top, _, row) => Math.max(top, there[row], back[row]), 0) || 1;
  const colourBy = view.colour || usualColour(data.ties);
  const nodesBy = view.nodes || usualNodes(data.people);
  const people = drawPeople(data, { ...view, nodes: nodesBy }, palette, stays);
  const strokes = drawStrokes(data, { colourBy, most, palette, drawn });
  return {
    stays,
    seen,
    drawn,
    colourBy,
    nodesBy,
    people,
    order: [...people.keys()].sort((a, b) => people[b].size - people[a].size),
    tie: (row, way) => strokes[way][row],
  };
}

function drawPeople(data, view, palette, stays) {
  const key = groupKeys(data, view.nodes);
  const dark = isDark(palette.page);
  const most = Math.max(...data.people.contact, 0) || 1;
  return data.people.id.map((_, row) => {
    const colour = groupColour(key[row], view.nodes, palette, dark);
    return {
      size: radius(data.people, row, view.size, most),
      color: stays[row] ? colour : blend(palette.page, colour, 0.35),
    };
  });
}

/** What each person's colour stands for: a layer, a unit's row, a territory, a band or a step. */
export function groupKeys(data, by) {
  if (by === "unit") return data.people.unit.map((unit) => (unit < 0 ? null : unit));
  if (by === "community") return territories(data);
  if (by === "health") return data.people.band;
  if (by === "engagement") return data.people.engagement;
  return data.people.layer.map((layer) => data.layers[layer][0]);
}

/** What a unit's row, or a layer, is called. */
export function groupName({ units, layers }, key, by) {
  return by === "unit" ? units[key].name : layers.find(([layer]) => layer === key)[1];
}

/** The colour that stands for such a key. */
export function groupColour(key, by, palette, dark) {
  if (key === null) return palette.unknown;
  if (by === "health") return palette[key.replace("_", "-")];
  if (by === "engagement") return palette[ENGAGED[key][0]];
  if (by === "layer" || key === "team") return palette[key];
  return hue(Number(key), dark);
}

function drawStrokes(data, how) {
  const many = how.drawn.filter(Boolean).length;
  const clear = Math.max(Math.min(Math.sqrt(A_CROWD / many), 1), FAINTEST);
  const looks = (way) => data.ties.low.map((_, row) => drawStroke(data, row, way, { ...how, clear }));
  return { there: looks("there"), back: looks("back") };
}

function drawStroke({ ties }, row, way, { colourBy, most, palette, drawn, clear }) {
  const colour = strokeColour(ties, row, way, colourBy);
  const quiet = { healthy: 0.75, cooling: 0.75, unknown: 0.42 }[colour] ?? 1;
  const share = Math.sqrt(ties[way][row] / most);
  return {
    hidden: !drawn[row] || (!ties[way][row] && Boolean(ties[way === "there" ? "back" : "there"][row])),
    size: strokeWidth(ties[way][row], most),
    colour: palette[colour],
    alpha: (0.35 + 0.6 * share) * quiet * clear,
    dashed: colour === "unknown",
    zIndex: { unknown: 0, "one-sided": 2, strained: 2 }[colour] ?? 1,
  };
}

/** A stroke's colour: clear when lifted, nearly gone when others are, else by strength. */
export function strokeInk(look, lifted) {
  const alpha = lifted === null ? look.alpha : lifted ? 0.95 : 0.07;
  return faint(look.colour, alpha);
}
