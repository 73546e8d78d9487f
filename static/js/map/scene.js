/** What is drawn: who is shown, how each person and each direction of a tie looks. */
import { blend, hue, isDark } from "./colours.js";
import { kept } from "./kept.js";
import { radius, territories, usualNodes } from "./people.js";
import { findStrokes } from "./strokes.js";
import { usualColour } from "./ties.js";

/** How engaged people are, 1 to 5: a colour and the word for it. */
export const ENGAGED = {
  1: ["shareholder", "Unaware"],
  2: ["strained", "Resistant"],
  3: ["one-sided", "Neutral"],
  4: ["cooling", "Supportive"],
  5: ["healthy", "Leading"],
};

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
  const { low, high } = data.ties;
  const seen = [...stays];
  low.forEach((from, row) => drawn[row] && (seen[from] = seen[high[row]] = true));
  const colourBy = view.colour || usualColour(data.ties);
  const nodesBy = view.nodes || usualNodes(data.people);
  const people = drawPeople(data, { ...view, nodes: nodesBy }, palette, stays);
  return {
    stays,
    seen,
    drawn,
    colourBy,
    nodesBy,
    people,
    order: [...people.keys()].sort((a, b) => people[b].size - people[a].size),
    strokes: findStrokes(data.ties, drawn, colourBy),
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
