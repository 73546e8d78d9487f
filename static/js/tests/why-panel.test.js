import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.HTMLElement = class {};
const { beside } = await import("../elements/why-panel.js");
const view = { width: 1000, height: 800 };
const panel = { width: 400, height: 300 };

test("the panel opens below the number", () => {
  assert.deepEqual(beside({ left: 50, bottom: 100 }, panel, view), { left: 50, top: 108 });
});

test("the panel stays inside the window at the right and at the foot", () => {
  assert.deepEqual(beside({ left: 900, bottom: 780 }, panel, view), { left: 592, top: 492 });
});

test("a panel larger than the window starts at its corner", () => {
  assert.deepEqual(beside({ left: 300, bottom: 10 }, { width: 1200, height: 900 }, view), { left: 8, top: 8 });
});
