import assert from "node:assert/strict";
import { test } from "node:test";

import { outstanding } from "../map/outstanding.js";
import { network } from "./map-data.js";

const all = (data) => ({ stays: data.people.id.map(() => true), drawn: data.ties.low.map(() => true) });

test("who has the most contact is at the centre, of a few one, and nobody without any", () => {
  const data = network();
  assert.deepEqual(outstanding(data, all(data)).central, [0]);
  data.people.contact = [0, 0, 0, 1, 0];
  assert.deepEqual(outstanding(data, all(data)).central, [3]);
});

test("ties that lean to one side are told, of those that are shown", () => {
  const data = network();
  assert.deepEqual(outstanding(data, all(data)).leaning, [2]);
  assert.deepEqual(outstanding(data, { ...all(data), drawn: [true, true, false] }).leaning, []);
});

/** Four of Operations who know each other, one of whom knows somebody of IT. */
function apart() {
  const data = network();
  data.people.unit = [0, 0, 0, 0, 2];
  Object.assign(data.ties, { low: [0, 0, 0, 1, 1, 3], high: [1, 2, 3, 2, 3, 4] });
  for (const name of ["there", "back", "sided"]) data.ties[name] = [1, 1, 1, 1, 1, 1];
  return data;
}

test("a unit that hardly deals with others is cut off", () => {
  const data = apart();
  assert.deepEqual(outstanding(data, all(data)).apart, [{ unit: 0, share: 2 / 12 }]);
});

test("no unit is cut off that deals with others, or that is too small to be one", () => {
  const data = apart();
  data.ties.high = [4, 4, 3, 4, 3, 4];
  assert.deepEqual(outstanding(data, all(data)).apart, []);
  const small = apart();
  small.people.unit = [0, 0, 0, -1, 2];
  assert.deepEqual(outstanding(small, all(small)).apart, []);
});

test("which unit is cut off is not told of a part of the network", () => {
  const data = apart();
  const some = { ...all(data), stays: [true, true, true, true, false] };
  assert.deepEqual(outstanding(data, some).apart, []);
});
