import assert from "node:assert/strict";
import { test } from "node:test";

import { inside } from "../map/lasso.js";
import { liftedBy, ownStroke } from "../map/lifted.js";
import { turned } from "../map/picking.js";
import { ribbon } from "../map/ribbon.js";
import { dayNumber, isoDay } from "../map/source.js";
import { strokeColour } from "../map/ties.js";
import { SvgBrush } from "../map/svg-brush.js";
import { dayAt, weeksBefore } from "../map/time.js";
import { whole } from "../map/unpack.js";
import { network } from "./map-data.js";

const { ties } = network();
const nothing = { centre: null, way: null, group: null, tie: null, around: [], data: { ties } };

test("numbers of several bytes come lowest byte first, row after row", () => {
  assert.deepEqual(whole(btoa(String.fromCharCode(1, 2, 3, 0, 1, 0)), 3), [1, 258, 3]);
});

test("a day is the server's number and back", () => {
  assert.equal(isoDay(dayNumber("2026-05-01")), "2026-05-01");
  assert.equal(dayNumber("1970-01-01"), 719163);
});

test("the slider stands for whole weeks before now", () => {
  const now = dayNumber("2026-11-21");
  assert.equal(dayAt(2, now), "2026-11-07");
  assert.equal(weeksBefore("2026-11-07", now), 2);
});

test("now is no day of its own in the address", () => {
  assert.equal(dayAt(0, 739000), "");
});

test("somebody turns in and out of a group", () => {
  assert.equal(turned("", [12]), "12");
  assert.equal(turned("12", [9, 30]), "9-12-30");
  assert.equal(turned("9-12", ["9"]), "12");
});

test("a point is inside the line drawn around it", () => {
  const line = [[0, 0], [10, 0], [10, 10], [0, 10]];
  assert.ok(inside([5, 5], line));
  assert.ok(!inside([15, 5], line));
});

test("a way lifts its own ties and nobody else", () => {
  const way = { ...nothing, way: [1, 0, 3] };
  assert.deepEqual([...liftedBy(way)], [1, 0, 3]);
  assert.deepEqual([0, 1, 2].map((row) => ownStroke(way, row)), [true, false, true]);
});

test("a group lifts the ties within it", () => {
  const group = { ...nothing, group: new Set([0, 2]) };
  assert.deepEqual([0, 1, 2].map((row) => ownStroke(group, row)), [false, true, false]);
});

test("change is against three months ago, a fifth or more", () => {
  const before = { there: [1, 2, 0], back: [6, 0, 0] };
  const colour = (row, way) => strokeColour({ ...ties, before }, row, way, "change");
  assert.equal(colour(0, "there"), "healthy");
  assert.equal(colour(0, "back"), "one-sided");
  assert.equal(colour(1, "there"), "edge");
  assert.equal(colour(2, "there"), "accent");
});

test("a stroke begins and ends at the rims, bent to the right of its way", () => {
  const { begin, bend, neck, tip } = ribbon([0, 0], [100, 0], [10, 10], 2);
  assert.ok(begin[0] > 5 && tip[0] > neck[0] && tip[0] < 95);
  assert.ok(bend[1] > begin[1]);
});

test("a name of any kind is text in an SVG", () => {
  const brush = new SvgBrush(() => 10);
  brush.fillText('<b>&"\u0007', 1, 2);
  assert.match(brush.toString(10, 10, "Map"), />&#60;b&#62;&#38;&#34;<\/text>/);
});

test("what is painted is where it was moved to", () => {
  const brush = new SvgBrush(() => 10);
  brush.translate(10, 5);
  brush.beginPath();
  brush.moveTo(1, 1);
  brush.lineTo(2, 2);
  brush.stroke();
  assert.match(brush.marks[0], /d="M11 6L12 7"/);
});
