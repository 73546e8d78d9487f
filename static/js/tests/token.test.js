import assert from "node:assert/strict";
import { test } from "node:test";

import { tokenIn } from "../token.js";

test("the token is found wherever it stands", () => {
  for (const cookies of ["csrftoken=abc", "theme=dark; csrftoken=abc", "csrftoken=abc; theme=dark"]) {
    assert.equal(tokenIn(cookies), "abc");
  }
});

test("no other cookie is taken for it", () => {
  for (const cookies of ["", "theme=dark", "oldcsrftoken=abc"]) assert.equal(tokenIn(cookies), undefined);
});
