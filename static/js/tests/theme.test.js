import assert from "node:assert/strict";
import { test } from "node:test";

import { themeCookie } from "../theme.js";

test("a theme is remembered for a year", () => {
  assert.equal(themeCookie("dark"), "theme=dark; path=/; max-age=31536000; samesite=lax");
});

test("following the system forgets the theme", () => {
  assert.match(themeCookie(""), /max-age=0/);
});

test("an unknown theme is refused", () => {
  assert.throws(() => themeCookie("blue; domain=evil"), RangeError);
});
