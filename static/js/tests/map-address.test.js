import assert from "node:assert/strict";
import { test } from "node:test";

import { PLAIN, readAddress, writeAddress } from "../map/address.js";

test("an empty address is the plain view", () => {
  assert.deepEqual(readAddress(""), { ...PLAIN });
});

test("the plain view writes an empty address", () => {
  assert.equal(writeAddress(PLAIN), "");
});

test("what is written is read back", () => {
  const view = { ...PLAIN, q: "Müller & <b>", layer: "vendor", colour: "trust", who: "12" };
  assert.deepEqual(readAddress(writeAddress(view)), view);
});

test("a choice that does not exist counts as not said", () => {
  assert.equal(readAddress("?nodes=shoesize").nodes, PLAIN.nodes);
});
