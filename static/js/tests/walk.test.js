import assert from "node:assert/strict";
import { test } from "node:test";

import { walk } from "../walk.js";

test("down from nowhere leads to the first place", () => {
  assert.equal(walk("ArrowDown", -1, 3), 0);
});

test("j and k walk like the arrows", () => {
  assert.equal(walk("j", 0, 3), 1);
  assert.equal(walk("k", 2, 3), 1);
});

test("the ends of a list hold", () => {
  assert.equal(walk("ArrowDown", 2, 3), 2);
  assert.equal(walk("ArrowUp", 0, 3), 0);
});

test("a round list goes from the last to the first and back", () => {
  assert.equal(walk("ArrowDown", 2, 3, { round: true }), 0);
  assert.equal(walk("ArrowUp", 0, 3, { round: true }), 2);
});

test("Home and End lead to the ends", () => {
  assert.equal(walk("Home", 2, 3), 0);
  assert.equal(walk("End", 0, 3), 2);
});

test("another key does not move", () => {
  assert.equal(walk("x", 0, 3), null);
});

test("an empty list has no place to lead to", () => {
  assert.equal(walk("ArrowDown", -1, 0), null);
});
