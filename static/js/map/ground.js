/** What is painted by hand under and over sigma's layers: territories below, names above. */
import { blend } from "./colours.js";
import { convexHull, core, isClear, territoryNames } from "./hulls.js";
import { placeLabels, shortName } from "./labels.js";
import { territories } from "./people.js";
import { groupColour, groupKeys, groupName } from "./scene.js";

const FONT = "13px system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
const LINE = 17;

/** The outlined territories: rows of the people whose places span each, and its name; `by`: unit, layer or "". */
export function findTerritories(data, by) {
  const members = new Map();
  (by ? groupKeys(data, by) : territories(data)).forEach((key, row) => {
    if (key === null) return;
    if (!members.has(key)) members.set(key, []);
    members.get(key).push(row);
  });
  const found = [...members].filter(([, rows]) => rows.length >= 4);
  const names = by ? found.map(([key]) => groupName(data, key, by)) : territoryNames(data, found);
  return found.map(([key, rows], index) => ({ key, rows, by: by || "community", name: names[index] }));
}

/** The outline of each territory that stands clear, in the map's own units; `places`: where each row stands. */
export function outlines(grounds, places) {
  const drawn = grounds.map((ground) => ({ ...ground, outline: convexHull(core(ground.rows.map((row) => places[row]))) }));
  return drawn.filter(({ outline, rows }) => isClear(outline, rows, places));
}

/** Paint each territory's ground as a soft shape, and return where its name may stand. */
export function paintGround(brush, { outlines, sigma, palette, dark, lifted }) {
  const tinted = (dark ? 0.13 : 0.09) * (lifted ? 0.5 : 1);
  brush.lineJoin = "round";
  brush.lineWidth = 44;
  return outlines.map(({ key, by, outline, name }) => {
    const corners = outline.map(([x, y]) => sigma.graphToViewport({ x, y }));
    const tint = groupColour(key, by, palette, dark);
    brush.fillStyle = brush.strokeStyle = blend(palette.page, tint, tinted);
    brush.beginPath();
    for (const { x, y } of corners) brush.lineTo(x, y);
    brush.closePath();
    brush.stroke();
    brush.fill();
    const top = corners.reduce((a, b) => (b.y < a.y ? b : a));
    const middle = corners.reduce((sum, { x }) => sum + x, 0) / corners.length;
    return { name, x: (middle + top.x) / 2, y: top.y - 28 };
  });
}

/** Write territory names, then people's names, none over another. */
export function paintNames(brush, { places, people, room, palette }) {
  brush.font = `600 ${FONT}`;
  brush.textBaseline = "middle";
  brush.lineJoin = "round";
  const titles = places.map((place) => ({ ...place, text: shortName(place.name), radius: 0 }));
  const wanted = [...people.filter((one) => one.strong), ...titles, ...people.filter((one) => !one.strong)];
  for (const one of wanted) {
    brush.font = one.strong || one.radius === 0 ? `600 ${FONT}` : FONT;
    one.width = brush.measureText(one.text).width;
  }
  for (const { index, x, y } of placeLabels(wanted, { ...room, line: LINE, dots: people })) {
    const { text, strong, radius } = wanted[index];
    brush.font = strong || radius === 0 ? `600 ${FONT}` : FONT;
    brush.strokeStyle = palette.page;
    brush.lineWidth = 3.5;
    brush.strokeText(text, x, y);
    brush.fillStyle = radius === 0 ? palette.soft : palette.ink;
    brush.fillText(text, x, y);
  }
}

/** Ring the person in focus and the chosen one, so that they are found without colour. */
export function paintRing(brush, { x, y, radius }, colour, width) {
  brush.beginPath();
  brush.arc(x, y, radius + 3, 0, 2 * Math.PI);
  brush.strokeStyle = colour;
  brush.lineWidth = width;
  brush.stroke();
}

/** The line that is being drawn around people. */
export function paintLine(brush, line, colour) {
  brush.beginPath();
  for (const [x, y] of line) brush.lineTo(x, y);
  brush.strokeStyle = colour;
  brush.lineWidth = 2;
  brush.stroke();
}
