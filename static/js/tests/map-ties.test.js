import assert from "node:assert/strict";
import { test } from "node:test";

import { STROKES, strokeColour, strokeWidth, usualColour } from "../map/ties.js";
import { network } from "./map-data.js";

const { ties } = network();

test("the most attention is the widest stroke", () => {
  assert.equal(strokeWidth(8, 8), 6);
});

test("no attention is the thinnest stroke", () => {
  assert.equal(strokeWidth(0, 8), 0.7);
});

test("more attention is never a thinner stroke", () => {
  const widths = [0, 0.01, 1, 4, 8].map((attention) => strokeWidth(attention, 8));
  assert.deepEqual(widths, [...widths].sort((a, b) => a - b));
});

test("attention that is not a number is refused", () => {
  assert.throws(() => strokeWidth(Number.NaN, 8), RangeError);
});

test("each way has the colour of its own trust", () => {
  assert.equal(strokeColour(ties, 0, "there", "trust"), "healthy");
  assert.equal(strokeColour(ties, 0, "back", "trust"), "cooling");
});

test("trust that is not known is unknown, not mixed", () => {
  assert.equal(strokeColour(ties, 1, "there", "trust"), "unknown");
});

test("being let down shows", () => {
  assert.equal(strokeColour(ties, 2, "back", "trust"), "strained");
});

test("a one-sided tie shows", () => {
  assert.equal(strokeColour(ties, 2, "there", "balance"), "one-sided");
});

test("a tie with too few events is not called one-sided", () => {
  assert.equal(strokeColour(ties, 1, "there", "balance"), "unknown");
});

test("recency has three steps", () => {
  const colours = [0, 1, 2].map((row) => strokeColour(ties, row, "there", "recency"));
  assert.deepEqual(colours, ["healthy", "cooling", "unknown"]);
});

test("every colour a stroke can have stands in the legend", () => {
  for (const by of Object.keys(STROKES))
    for (const row of [0, 1, 2])
      for (const way of ["there", "back"]) {
        const colour = strokeColour(ties, row, way, by);
        assert.ok(STROKES[by].some(([key]) => key === colour), `${by}: ${colour}`);
      }
});

test("ties are coloured by what is known once any trust is", () => {
  assert.equal(usualColour(ties), "known");
});

test("a one-sided tie shows beside trust, where trust is not known", () => {
  const colours = [0, 1, 2].map((row) => strokeColour(ties, row, "there", "known"));
  assert.deepEqual(colours, ["healthy", "unknown", "one-sided"]);
  assert.equal(strokeColour(ties, 2, "back", "known"), "strained");
});

test("ties are coloured by balance while no trust is known", () => {
  assert.equal(usualColour({ trustThere: [null], trustBack: [null] }), "balance");
});
