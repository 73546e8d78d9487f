import assert from "node:assert/strict";
import { test } from "node:test";

import { ITEMS, handed } from "../map/handed.js";
import { tieAt } from "../map/reach.js";
import { endsOf, findStrokes, liftStrokes } from "../map/strokes.js";
import { network } from "./map-data.js";

const { people, ties } = network();
const all = [true, true, true];
const found = findStrokes(ties, all, "known");
const inkOf = (stroke) => found.inks[found.ink[stroke]];

test("a direction in which nobody reaches out has no stroke", () => {
  assert.deepEqual([...found.order].sort(), [0, 1, 2, 3, 4]);
  assert.deepEqual([...findStrokes(ties, [true, false, false], "known").order].sort(), [0, 1]);
});

test("a tie without attention either way is still a stroke", () => {
  const quiet = { ...ties, there: [0, 2, 2], back: [0, 2, 0] };
  assert.ok(findStrokes(quiet, all, "known").order.includes(0));
});

test("a stroke leads from who reaches out", () => {
  assert.deepEqual([endsOf(ties, 4), endsOf(ties, 3)], [[0, 3], [2, 0]]);
});

test("what matters lies over what is usual, and the unknown below", () => {
  assert.deepEqual([...found.order].map(inkOf), ["unknown", "unknown", "healthy", "cooling", "one-sided"]);
});

test("of very many strokes the strongest stay while the picture moves", () => {
  const many = Object.fromEntries(Object.keys(ties).map((name) => [name, new Array(10_001).fill(ties[name][0])]));
  many.there = many.there.map((_, tie) => tie + 1);
  const { order, weak } = findStrokes(many, new Array(10_001).fill(true), "known");
  assert.equal(order.length - weak, 2_000);
  assert.equal(found.weak, 0);
});

test("what is lifted lies over all else, which nearly vanishes", () => {
  const { order, alpha, weak } = liftStrokes({ ...found, weak: 2 }, (tie) => tie === 1);
  assert.deepEqual(new Set(order.slice(-2)), new Set([2, 3]));
  assert.ok(alpha[2] > 0.9 && alpha[0] < 0.1);
  assert.equal(weak, 0);
});

test("a row for the graphics card holds places, sizes and a colour of four bytes", () => {
  const stand = people.x.map((x, row) => ({ x, y: people.y[row], size: row }));
  const palette = Object.fromEntries(found.inks.map((ink) => [ink, "rgb(1, 2, 3)"]));
  const rows = handed(ties, { ...found, order: Uint32Array.of(4) }, stand, palette);
  assert.deepEqual([...rows.slice(0, 4), ...rows.slice(5, 8)], [0, 0, -1, 0, 0, 3, 0]);
  assert.deepEqual([...new Uint8Array(rows.buffer, 4 * (ITEMS - 1), 3)], [1, 2, 3]);
});

test("a point on a stroke is on its tie, and one between the strokes on none", () => {
  const drawing = {
    data: { people, ties },
    strokes: found,
    sigma: { scaleSize: (size) => size },
    radius: () => 5,
    spot: (row) => [people.x[row] * 200, -people.y[row] * 200],
  };
  assert.equal(tieAt(drawing, { x: 100, y: 15 }), 0);
  assert.equal(tieAt(drawing, { x: -100, y: -15 }), 2);
  assert.equal(tieAt(drawing, { x: 100, y: 0 }), null);
  assert.equal(tieAt(drawing, { x: 190, y: 190 }), null);
});
