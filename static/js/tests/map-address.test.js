import assert from "node:assert/strict";
import { test } from "node:test";

import { narrows, ofEverybody, PLAIN, readAddress, writeAddress } from "../map/address.js";

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

test("a view of everybody keeps how it is looked at, and leaves nobody out", () => {
  const looks = { ...PLAIN, colour: "trust", together: "unit", on: "2026-10-01", who: "12" };
  assert.equal(narrows(looks), false);
  for (const part of [{ q: "zz" }, { layer: "vendor" }, { trust_from: "0.5" }, { centre: "7" }]) {
    assert.equal(narrows({ ...looks, ...part }), true);
    assert.deepEqual(ofEverybody({ ...looks, ...part }), looks);
  }
});
