/** Which names are written, and where, so that none covers another. */
import { called } from "./people.js";

const GAP = 3; // pixels between a name and what is beside it

/**
 * Choose places for names, the most important first.
 * @param {{x: number, y: number, radius: number, width: number, strong?: boolean}[]} wanted in
 *   pixels, most important first; strong ones may cover dots where there is no other room
 * @param {{width: number, height: number, line: number, dots?: {x, y, radius}[]}} room of
 *   the picture, the height of a line, and dots that names must not cover
 * @returns {{index: number, x: number, y: number}[]} left end and middle height of each
 *   name that fits beside its person without touching another name
 */
export function placeLabels(wanted, room) {
  const [names, dots] = [new Boxes(room.line * 4), new Boxes(room.line * 4)];
  const placed = [];
  for (const dot of room.dots ?? []) dots.add(core(dot));
  wanted.forEach((one, index) => {
    const box = ([x, y]) => [x, y - room.line / 2, x + one.width, y + room.line / 2];
    const free = spots(one, room.line).filter((spot) => !outside(box(spot), room) && !names.touch(box(spot)));
    const spot = free.find((spot) => !dots.touch(box(spot))) ?? (one.strong ? free[0] : undefined);
    if (!spot) return;
    names.add(box(spot));
    placed.push({ index, x: spot[0], y: spot[1] });
  });
  return placed;
}

/** Where a name may stand: right of its person, left, below, above. */
function spots({ x, y, radius, width }, line) {
  const beside = radius + GAP;
  const under = radius + line / 2 + 1;
  return [
    [x + beside, y],
    [x - beside - width, y],
    [x - width / 2, y + under],
    [x - width / 2, y - under],
  ];
}

/** The middle of a dot; names may touch its rim. */
function core({ x, y, radius }) {
  const half = radius * 0.6;
  return [x - half, y - half, x + half, y + half];
}

function outside([left, top, right, bottom], room) {
  return left < 0 || top < 0 || right > room.width || bottom > room.height;
}

/** Boxes in a coarse grid, so that a thousand names cost no more than ten each. */
class Boxes {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  *near([left, top, right, bottom]) {
    const at = (value) => Math.floor(value / this.cell);
    for (let x = at(left); x <= at(right); x++)
      for (let y = at(top); y <= at(bottom); y++) yield `${x},${y}`;
  }

  touch(box) {
    const hit = (other) =>
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    return [...this.near(box)].some((key) => this.cells.get(key)?.some(hit));
  }

  add(box) {
    for (const key of this.near(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

/**
 * A name cut to a length people can read beside a dot, safe in either direction.
 * @param {string} name as stored: HTML, right-to-left or very long names included
 * @returns {string} at most 34 characters, in its own direction
 */
export function shortName(name) {
  const letters = [...called(name)];
  const cut = letters.length > 34 ? `${letters.slice(0, 33).join("").trimEnd()}…` : letters.join("");
  return `\u2068${cut}\u2069`;
}
