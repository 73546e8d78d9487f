import assert from "node:assert/strict";
import { createServer } from "node:http";
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

test("what the server refuses is told as what it is", async (t) => {
  const server = createServer((ask, answer) => answer.writeHead(Number(ask.url.slice(1))).end());
  await new Promise((open) => server.listen(0, "127.0.0.1", open));
  t.after(() => server.close());
  const source = new Source({}, t.signal);
  const asked = (status) => source.fetch(`http://127.0.0.1:${server.address().port}/${status}`);
  await assert.rejects(asked(400), { told: /day cannot be shown/ });
  await assert.rejects(asked(401), { told: /signed out/ });
  await assert.rejects(asked(503), { told: /being saved/ });
});
