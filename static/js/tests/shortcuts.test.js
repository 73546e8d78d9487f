import assert from "node:assert/strict";
import { test } from "node:test";

import { shortcutFor } from "../shortcuts.js";

const FREE = { typing: false, enabled: true };

test("l asks for the quick log", () => {
  assert.equal(shortcutFor({ key: "l" }, FREE), "log");
});

test("a letter inside a text is only a letter", () => {
  assert.equal(shortcutFor({ key: "l" }, { ...FREE, typing: true }), null);
});

test("whoever turned single keys off is left alone", () => {
  assert.equal(shortcutFor({ key: "l" }, { ...FREE, enabled: false }), null);
});

test("the browser's own Ctrl, Alt and Meta keys stay its own", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"]) {
    assert.equal(shortcutFor({ key: "l", [held]: true }, FREE), null);
  }
});

test("a key held down asks once", () => {
  assert.equal(shortcutFor({ key: "?", repeat: true }, FREE), null);
});
