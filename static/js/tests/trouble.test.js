import assert from "node:assert/strict";
import { test } from "node:test";

import { sentence } from "../trouble.js";

test("no answer at all says that the words are kept", () => {
  assert.match(sentence(0), /cannot be reached.*still here/);
});

test("a status nobody thought of is our fault", () => {
  assert.match(sentence(507), /our side/);
});

test("a busy database says that the words are kept", () => {
  assert.match(sentence(503), /being saved.*still here/);
});

test("being signed out says where to sign in", () => {
  assert.match(sentence(401), /another tab/);
});
