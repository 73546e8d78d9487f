import assert from "node:assert/strict";
import { test } from "node:test";

import { Source } from "../map/source.js";
import { network } from "./map-data.js";

/** What is known of five people, and a server that has marked those it tells of. */
function known(mark) {
  const source = new Source({ together: "/map/by/unit.json" });
  source.now = { ...network(), mark: 1 };
  source.fetch = async () => ({ mark, count: 5, x: btoa("\0".repeat(10)), y: btoa("\0".repeat(10)) });
  return source;
}

test("places are those of the people who are here", async () => {
  const { id, x } = await known(1).placed("unit");
  assert.deepEqual(id, [11, 12, 13, 14, 15]);
  assert.deepEqual(x, [-4, -4, -4, -4, -4]);
});

test("once somebody came or went, nobody is told of somebody else's place", async () => {
  await assert.rejects(known(2).placed("unit"), { told: /added or put away/ });
});
