import assert from "node:assert/strict";
import { test } from "node:test";

import { radius, territories, usualNodes } from "../map/people.js";
import { network } from "./map-data.js";

const data = network();
test("more contact is a larger dot", () => {
  assert.ok(radius(data.people, 0, "contact", 10) > radius(data.people, 3, "contact", 10));
});

test("influence that is not known is the smallest dot", () => {
  assert.equal(radius(data.people, 2, "influence", 10), 4);
});

test("people can be drawn alike", () => {
  assert.equal(radius(data.people, 0, "same", 10), radius(data.people, 4, "same", 10));
});

test("our team is a territory of its own", () => {
  assert.deepEqual(territories(data), ["team", "0", "team", "1", null]);
});

test("a site of our team only falls back to its communities", () => {
  const ours = network();
  ours.people.layer = [1, 1, 1, 1, 1];
  assert.deepEqual(territories(ours), ["0", "0", "0", "1", null]);
});

test("people are coloured by layer once there are several", () => {
  assert.equal(usualNodes(data.people), "layer");
});

test("people of one layer are coloured by community", () => {
  assert.equal(usualNodes({ layer: [0, 0] }), "community");
});
