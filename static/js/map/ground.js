/** What is painted by hand under and over sigma's layers: territories below, names above. */
import { blend } from "./colours.js";
import { convexHull, core, territoryNames } from "./hulls.js";
import { placeLabels, shortName } from "./labels.js";
import { territories } from "./people.js";
import { groupColour } from "./scene.js";

const FONT = "13px system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
const LINE = 17;
const MOST_NAMES = 400;

/** The outlined territories: rows of the people whose places span each, and its name. */
export function findTerritories(data) {
  const members = new Map();
  territories(data).forEach((key, row) => {
    if (key === null) return;
    if (!members.has(key)) members.set(key, []);
    members.get(key).push(row);
  });
  const found = [...members].filter(([, rows]) => rows.length >= 4);
  const names = territoryNames(data, found);
  return found.map(([key, rows], index) => ({ key, rows, name: names[index] }));
}

/** Paint each territory's ground as a soft shape, and return where its name may stand. */
export function paintGround(brush, grounds, { spot, palette, dark }) {
  brush.lineJoin = "round";
  brush.lineWidth = 44;
  const places = grounds.map(({ key, rows, name }) => {
    const outline = convexHull(core(rows.map(spot)));
    const tint = groupColour(key, "community", palette, dark);
    brush.fillStyle = brush.strokeStyle = blend(palette.page, tint, dark ? 0.13 : 0.09);
    brush.beginPath();
    outline.forEach(([x, y]) => brush.lineTo(x, y));
    brush.closePath();
    brush.stroke();
    brush.fill();
    const top = outline.reduce((a, b) => (b[1] < a[1] ? b : a));
    return { name, x: (outline.reduce((sum, [x]) => sum + x, 0) / outline.length + top[0]) / 2, y: top[1] - 28 };
  });
  return places;
}

/** Write territory names, then people's names, none over another. */
export function paintNames(brush, { places, people, room, palette }) {
  brush.font = `600 ${FONT}`;
  brush.textBaseline = "middle";
  brush.lineJoin = "round";
  const titles = places.map((place) => ({ ...place, text: shortName(place.name), radius: 0 }));
  const names = people.slice(0, MOST_NAMES);
  const wanted = [...names.filter((one) => one.strong), ...titles, ...names.filter((one) => !one.strong)];
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
