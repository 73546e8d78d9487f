import assert from "node:assert/strict";
import { test } from "node:test";

import { PLAIN } from "../map/address.js";
import { kept } from "../map/kept.js";
import { network } from "./map-data.js";

const data = network();
const found = (view, more) => kept({ ...data, ...more }, { ...PLAIN, ...view });
const places = (truths) => truths.flatMap((truth, row) => (truth ? [row] : []));
const rows = (view, more) => places(found(view, more).stays);
const ties = (view, more) => places(found(view, more).ties);

for (const [words, view, expected] of [
  ["without filters everybody stays", {}, [0, 1, 2, 3, 4]],
  ["a layer keeps its own people", { layer: "team" }, [0, 2]],
  ["a unit keeps the units below it", { unit: "7" }, [1, 4]],
  ["a unit nobody knows keeps nobody", { unit: "999" }, []],
  ["a search looks past accents and case", { q: "JOSE muller" }, [2]],
  ["a search finds a unit", { q: "night" }, [1]],
  ["a search finds a title", { q: "coo" }, [1]],
  ["filters hold together", { layer: "team", q: "omar" }, []],
  ["a counterpart keeps whose relationship they keep", { counterpart: "11" }, [1]],
  ["brokers are people", { show: "brokers" }, [0]],
  ["ties across units leave those who have none out", { show: "across" }, [0, 1]],
  ["one step around somebody", { centre: "12" }, [0, 1]],
  ["two steps around somebody", { centre: "12", steps: "2" }, [0, 1, 2, 3]],
])
  test(words, () => assert.deepEqual(rows(view), expected));

for (const [words, view, expected] of [
  ["a layer keeps the ties that lead to others", { layer: "vendor" }, [2]],
  ["one-sided ties only", { show: "one_sided" }, [2]],
  ["single threads only", { show: "threads" }, [2]],
  ["ties of one band", { band: "healthy" }, [0]],
  ["trust in either direction counts", { trust_from: "-1", trust_to: "0.2" }, [0, 2]],
  ["what is unknown lies within no bounds", { silence_from: "0" }, [0, 1]],
  ["bounds hold at their ends", { strength_from: "2", strength_to: "2" }, [1]],
  ["ties beyond the steps around somebody go", { centre: "12" }, [0]],
])
  test(words, () => assert.deepEqual(ties(view), expected));

test("only ties of certain conversations stay", () => {
  assert.deepEqual(ties({ topic: "cutover" }, { talked: [false, true, false] }), [1]);
});

test("a tie that was not there on a day is not kept", () => {
  const then = { ties: { ...data.ties, present: [true, false, false] } };
  assert.deepEqual(ties({}, then), [0]);
});
