import assert from "node:assert/strict";
import { test } from "node:test";

import { bars } from "../charts/bars.js";
import { lines } from "../charts/lines.js";
import { quadrants, short } from "../charts/quadrants.js";
import { names, said, sentence } from "../charts/words.js";

const ink = { ink: "black", soft: "gray", surface: "white", edge: "gray", line: "gray", accent: "blue", healthy: "green" };
const heads = [{ name: "Healthy", hue: "healthy" }, { name: "Cooling" }];
const rows = [
  { name: "3 August", values: [12, null], people: [] },
  { name: "10 August", values: [13, 2], people: [] },
];
const chart = { heads, rows, ink, unit: "" };
const crowd = { name: "Influence 5, interest 2", values: [2, 5, 2], people: [{ name: "Omar" }, { name: "Dana" }] };
const spots = { heads: [{ name: "Interest" }, { name: "Influence" }], rows: [crowd], ink };

test("a share is said in percent, a count as it is, and nobody's number as unknown", () => {
  assert.equal(said(0.714, "%"), "71 %");
  assert.equal(said(3, "days"), "3 days");
  assert.equal(said(null, "%"), "unknown");
});

test("a row is said with every column, also the unknown", () => {
  assert.equal(sentence(heads, rows[0]), "3 August: Healthy 12, Cooling unknown");
});

test("people on one spot are said by name", () => {
  assert.equal(sentence(spots.heads, crowd), "Influence 5, interest 2: Omar, Dana");
});

test("a crowd is said by its first names and how many more there are", () => {
  assert.equal(names([{ name: "A" }, { name: "B" }, { name: "C" }], 2), "A, B and 1 more");
});

test("what is not known is a gap in a line, not a zero", () => {
  assert.deepEqual(lines(chart).series[1].data, [null, 2]);
});

test("lines differ by dash and mark, so that hue is not needed", () => {
  const [one, two] = lines(chart).series;
  assert.notDeepEqual([one.symbol, one.lineStyle.type], [two.symbol, two.lineStyle.type]);
});

test("columns of one row stand on each other in the hue of the page", () => {
  const [one, two] = bars(chart).series;
  assert.equal(one.stack, two.stack);
  assert.equal(one.color, "green");
});

test("no chart asks for a tip of HTML, which the page would refuse", () => {
  for (const option of [lines(chart), bars(chart), quadrants({ ...spots, corners: ["", "", "", ""] })])
    assert.equal(option.tooltip.renderMode, "richText");
});

test("a spot grows with who stands on it, by area", () => {
  const size = quadrants(spots).series[0].symbolSize;
  assert.ok(size([1, 1, 2]) > size([1, 1, 1]));
});

test("a spot is called by the first of its people, or by their number where room is short", () => {
  assert.equal(short(crowd), "Omar +1");
  assert.equal(short(crowd, true), "2");
});

test("quarters have their names, and without names a diagonal says where both agree", () => {
  const [named, plain] = [quadrants({ ...spots, corners: ["a", "b", "c", "d"] }), quadrants(spots)];
  assert.equal(named.series[1].data.length, 4);
  assert.equal(plain.series[1].markLine.data[0].length, 2);
});
