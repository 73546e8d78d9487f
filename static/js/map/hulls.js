/** The ground of each territory: the outline around those who belong together. */

import { inside } from "./lasso.js";
import { called } from "./people.js";

/**
 * The corners of the smallest convex outline, counter-clockwise (Andrew 1979).
 * @param {[number, number][]} points
 */
export function convexHull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const half = (row) => {
    const chain = [];
    for (const point of row) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(a, b, c) {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/**
 * Those who stand with the others; one who strayed would stretch the ground over all.
 * @param {[number, number][]} points
 */
export function core(points) {
  const middle = [0, 1].map((axis) => median(points.map((point) => point[axis])));
  const far = points.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1]));
  const limit = 1.7 * median(far);
  return points.filter((_, index) => far[index] <= limit);
}

/** Whether most of those who stand inside an outline belong there; else it would mislead. */
export function isClear(outline, own, points) {
  const [left, right, low, high] = [0, 1].flatMap((axis) => {
    const values = outline.map((corner) => corner[axis]);
    return [Math.min(...values), Math.max(...values)];
  });
  const members = new Set(own);
  let [ours, others] = [0, 0];
  for (let row = 0; row < points.length; row++) {
    const point = points[row];
    if (point[0] < left || point[0] > right || point[1] < low || point[1] > high) continue; // most are: a fast no
    if (!inside(point, outline)) continue;
    if (members.has(row)) ours += 1;
    else others += 1;
  }
  return ours >= others;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * What territories are called: our team, their main unit, or their best connected person;
 * two of one unit are told apart by that person.
 * @param {object} data the map's data
 * @param {[string, number[]][]} territories key and rows of those in each
 * @returns {string[]}
 */
export function territoryNames(data, territories) {
  const units = territories.map(([key, rows]) => (key === "team" ? "Our team" : mainUnit(data, rows)));
  return territories.map(([, rows], index) => {
    const unit = units[index];
    if (unit && units.filter((other) => other === unit).length === 1) return unit;
    return unit ? `${unit}, around ${central(data, rows)}` : `Around ${central(data, rows)}`;
  });
}

/** The unit of at least two in five of them, or two of at least a quarter each, or null. */
function mainUnit({ people, units }, rows) {
  const counts = new Map();
  for (const row of rows) counts.set(people.unit[row], (counts.get(people.unit[row]) ?? 0) + 1);
  counts.delete(-1);
  const [[unit, most] = [-1, 0], [next, some] = [-1, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  if (some >= rows.length * 0.25) return `${units[unit].name} and ${units[next].name}`;
  return most >= rows.length * 0.4 ? units[unit].name : null;
}

function central({ people }, rows) {
  const row = rows.reduce((a, b) => (people.contact[b] > people.contact[a] ? b : a));
  return called(people.name[row]);
}
