import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const CSS = readFileSync(new URL("../../css/tokens.css", import.meta.url), "utf8");
const PAIR = /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g;
const COLOURS = new Map([...CSS.matchAll(PAIR)].map(([, name, light, dark]) => [name, [light, dark]]));
const GROUNDS = ["page", "surface", "sunken", "accent-soft"];
const BANDS = ["healthy", "cooling", "one-sided", "strained", "unknown"];
const LAYERS = ["peer", "shareholder", "customer", "vendor", "user", "team"];

/** Relative luminance of a colour like #1a2b3c, from 0 to 1 (WCAG 2.2, 1.4.3). */
function luminance(colour) {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The least contrast of two tokens over light and dark, from 1 to 21. */
function contrast(one, other) {
  return Math.min(...[0, 1].map((scheme) => {
    const [low, high] = [one, other].map((name) => luminance(COLOURS.get(name)[scheme])).sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }));
}

function holds(names, grounds, least) {
  for (const name of names) {
    for (const ground of grounds) {
      const found = contrast(name, ground);
      assert.ok(found >= least, `${name} on ${ground} is ${found.toFixed(2)}, not ${least}`);
    }
  }
}

test("body text reaches AAA on every ground", () => holds(["ink"], GROUNDS, 7));

test("soft text reaches AAA on pages and cards, AA everywhere", () => {
  holds(["soft"], ["page", "surface"], 7);
  holds(["soft"], GROUNDS, 4.5);
});

test("what can be pressed reaches AA, its words included", () => {
  holds(["accent", "accent-strong"], GROUNDS, 4.5);
  holds(["on-accent"], ["accent", "accent-strong"], 4.5);
});

test("bands and layers can be read as text on every ground", () => holds([...BANDS, ...LAYERS], GROUNDS, 4.5));

test("edges of controls are seen on every ground", () => holds(["edge"], GROUNDS, 3));

test("no two bands and no two layers share a colour", () => {
  const shown = [...BANDS, ...LAYERS].map((name) => COLOURS.get(name).join());
  assert.equal(new Set(shown).size, shown.length);
});
