/** What the graphics card is told of each stroke: a row of ITEMS numbers, as `stroke.js` declares them. */
import { channels } from "./colours.js";
import { endsOf } from "./strokes.js";
import { isDashed } from "./ties.js";

export const ITEMS = 9; // where from: x, y; where to: x, y; width; radius there, and there; 1 if dashed; colour

/**
 * The rows of `strokes`, in their order.
 * @param {{low: number[], high: number[]}} ties
 * @param {object} strokes as in strokes.js
 * @param {{x: number, y: number, size: number}[]} people where each stands, as sigma counts, and how large
 * @param {Record<string, string>} palette tokens, resolved
 * @returns {Float32Array}
 */
export function handed(ties, { order, inks, ink, size, alpha }, people, palette) {
  const rows = new Float32Array(order.length * ITEMS);
  const colours = new Uint32Array(rows.buffer); // the last of a row is four bytes: red, green, blue, alpha
  const tints = inks.map((name) => channels(palette[name]).reduceRight((sum, part) => sum * 256 + part, 0));
  order.forEach((stroke, at) => {
    const [one, other] = endsOf(ties, stroke);
    const [from, to] = [people[one], people[other]];
    const start = at * ITEMS;
    rows[start] = from.x;
    rows[start + 1] = from.y;
    rows[start + 2] = to.x;
    rows[start + 3] = to.y;
    rows[start + 4] = size[stroke];
    rows[start + 5] = from.size;
    rows[start + 6] = to.size;
    rows[start + 7] = isDashed(inks[ink[stroke]]);
    colours[start + 8] = tints[ink[stroke]] + Math.round(255 * alpha[stroke]) * 0x1000000;
  });
  return rows;
}
