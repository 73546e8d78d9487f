/** The legend: every encoding in use, and nothing else. */
import { ENGAGED, groupColour, groupKeys, groupName } from "./scene.js";
import { STROKES, isDashed } from "./ties.js";

const MOST = 12; // entries of one kind; the rest is "others"
const SIZES = {
  contact: "Larger dot: more conversations",
  influence: "Larger dot: more influence",
  central: "Larger dot: more central",
  same: null,
};

/**
 * What stands in the legend.
 * @param {object} drawing as in drawing.js
 * @returns {{people: {colour: string, words: string}[], ties: {colour: string,
 *   words: string, dashed: boolean}[], notes: string[]}}
 */
export function legendOf({ data, view, scene, palette, dark, communities }) {
  const { order, inks, ink } = scene.strokes;
  const used = new Set(order.map((stroke) => ink[stroke]));
  const ties = STROKES[scene.colourBy]
    .filter(([key]) => used.has(inks.indexOf(key)))
    .map(([key, words]) => ({ colour: palette[key], words, dashed: isDashed(key) }));
  const people = colours(data, scene, communities)
    .map(([key, words]) => ({ colour: groupColour(key, scene.nodesBy, palette, dark), words }));
  const notes = [SIZES[view.size], data.ties.low.length ? "Wider stroke: reaches out more, to where the arrow points" : null];
  return { people, ties, notes: notes.filter(Boolean) };
}

/** The colours of people in use, the most common first, with their words. */
function colours(data, { nodesBy, seen }, communities) {
  const counts = new Map();
  groupKeys(data, nodesBy).forEach((key, row) => seen[row] && counts.set(key, (counts.get(key) ?? 0) + 1));
  const words = {
    layer: (key) => groupName(data, key, "layer"),
    unit: (key) => groupName(data, key, "unit"),
    health: (key) => `${key[0].toUpperCase()}${key.slice(1).replace("_", "-")}${key === "unknown" ? "" : " with us"}`,
    engagement: (key) => ENGAGED[key][1],
    community: (key) => communities.find((ground) => ground.key === key)?.name ?? "A small group",
  }[nodesBy];
  const known = [...counts].filter(([key]) => key !== null).sort((a, b) => b[1] - a[1]);
  const shown = known.slice(0, MOST).map(([key]) => [key, words(key)]);
  if (counts.has(null)) shown.push([null, { unit: "No unit", engagement: "Engagement not said" }[nodesBy] ?? "No ties"]);
  return shown;
}

/** Write the legend into `list`, as text: names may hold anything. */
export function writeLegend(list, { people, ties, notes }) {
  const entries = [
    ...people.map(({ colour, words }) => [mark("dot", colour), words]),
    ...ties.map(({ colour, words, dashed }) => [mark(dashed ? "dashes" : "line", colour), words]),
    ...notes.map((words) => [words]),
  ];
  list.replaceChildren(...entries.map((parts) => {
    const item = document.createElement("li");
    item.append(...parts);
    return item;
  }));
}

function mark(shape, colour) {
  const swatch = document.createElement("span");
  swatch.className = `swatch ${shape}`;
  swatch.style.setProperty("--mark", colour);
  return swatch;
}
