import assert from "node:assert/strict";
import { test } from "node:test";

import { convexHull, core, isClear, territoryNames } from "../map/hulls.js";
import { placeLabels, shortName } from "../map/labels.js";
import { fitRoom } from "../map/room.js";
import { ARROWS, nextPerson } from "../map/walk.js";
import { describePerson, describeView } from "../map/words.js";
import { network } from "./map-data.js";

const data = network();
const room = { width: 400, height: 300, line: 16 };

test("names stand beside their people without touching", () => {
  const crowd = Array.from({ length: 60 }, (_, i) => ({
    x: 20 + (i % 10) * 35,
    y: 20 + Math.floor(i / 10) * 12,
    radius: 5,
    width: 60,
  }));
  const boxes = placeLabels(crowd, room).map(({ x, y }) => [x, y - 8, x + 60, y + 8]);
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      assert.ok(a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3]);
});

test("the most important name is written first", () => {
  const twins = [1, 2].map(() => ({ x: 200, y: 150, radius: 2, width: 180 }));
  assert.equal(placeLabels(twins, room)[0].index, 0);
});

test("a name that would leave the picture is not written there", () => {
  const edge = [{ x: 395, y: 150, radius: 5, width: 60 }];
  assert.ok(placeLabels(edge, room)[0].x < 395);
});

test("a long name is cut to reading length", () => {
  assert.equal([...shortName("x".repeat(200))].length, 36);
});

test("a name that is empty is said to be", () => {
  assert.match(shortName("  "), /no name/);
});

test("a name is kept in its own direction", () => {
  assert.equal(shortName("דנה"), "\u2068דנה\u2069");
});

test("an arrow leads to the person standing that way", () => {
  assert.equal(nextPerson(data.people, 0, ARROWS.ArrowRight, [1, 2, 3]), 1);
  assert.equal(nextPerson(data.people, 0, ARROWS.ArrowUp, [1, 2, 3]), 2);
});

test("an arrow into the empty leads nowhere", () => {
  assert.equal(nextPerson(data.people, 0, ARROWS.ArrowDown, [1, 2, 3]), null);
});

test("a person is described with layer, unit and closest ties", () => {
  const ties = [
    { row: 0, other: 1, way: "there" },
    { row: 1, other: 2, way: "there" },
    { row: 2, other: 3, way: "there" },
  ];
  assert.equal(
    describePerson(data, 0, ties),
    "Dana Ruiz, Our team, IT. 3 ties: Omar Haddad, both reach out; " +
      "José Müller, too little to tell; Vera <b>Bold</b>, mostly reached out to.",
  );
});

test("somebody without ties is described as such", () => {
  assert.equal(describePerson(data, 4, []), "(no name), Business peer, Operations. No ties logged.");
});

test("a one-sided tie is told from the other end too", () => {
  const told = describePerson(data, 3, [{ row: 2, other: 0, way: "back" }]);
  assert.match(told, /Dana Ruiz, who mostly reaches out/);
});

test("the view says how many match", () => {
  assert.match(describeView(2, 5), /^2 of 5 people match/);
  assert.equal(describeView(0, 5), "None of 5 people match.");
});

test("the outline of a square leaves out what is inside", () => {
  const square = [[0, 0], [2, 0], [2, 2], [0, 2]];
  assert.deepEqual(new Set(convexHull([...square, [1, 1]])), new Set(square));
});

test("one who strayed does not stretch the ground", () => {
  const near = Array.from({ length: 9 }, (_, i) => [i % 3, Math.floor(i / 3)]);
  assert.deepEqual(core([...near, [90, 90]]), near);
});

test("a territory is called after its main unit", () => {
  assert.deepEqual(territoryNames(data, [["0", [0, 2]]]), ["IT"]);
});

test("a territory of nobody's unit is called after its best connected person", () => {
  assert.deepEqual(territoryNames(data, [["1", [3]]]), ["Around Vera <b>Bold</b>"]);
});

test("two territories of one unit are told apart", () => {
  const names = territoryNames(data, [["0", [0]], ["1", [2]]]);
  assert.deepEqual(names, ["IT, around Dana Ruiz", "IT, around José Müller"]);
});

test("our team is called our team", () => {
  assert.deepEqual(territoryNames(data, [["team", [0, 2]]]), ["Our team"]);
});

test("a wide picture stretches the map to fill it, above what zooms", () => {
  const { stretch, bounds } = fitRoom({ x: [-1, 1], y: [-1, 1] }, { width: 1500, height: 1028 });
  assert.equal(stretch, 1.5);
  assert.deepEqual(bounds, { x: [-1.5, 1.5], y: [-1.056, 1] });
});

test("a map is not stretched beyond recognition", () => {
  assert.equal(fitRoom({ x: [-1, 1], y: [-1, 1] }, { width: 9000, height: 1000 }).stretch, 1.7);
});

test("a map of one person has bounds", () => {
  const { bounds } = fitRoom({ x: [0.5], y: [0.5] }, { width: 800, height: 800 });
  assert.ok(bounds.x[0] < bounds.x[1] && bounds.y[0] < bounds.y[1]);
});

test("a map of nobody has bounds", () => {
  const { bounds } = fitRoom({ x: [], y: [] }, { width: 800, height: 800 });
  assert.ok(Number.isFinite(bounds.x[0]) && Number.isFinite(bounds.y[1]));
});

test("a name does not cover the dot of another", () => {
  const one = { x: 100, y: 150, radius: 5, width: 60 };
  const beside = { x: 130, y: 150, radius: 9 };
  const [{ x }] = placeLabels([one], { ...room, dots: [one, beside] });
  assert.ok(x + 60 <= 100);
});

test("a name that matters is written even where dots stand all around", () => {
  const dots = [[60, 0], [-60, 0], [0, 16], [0, -16]].map(([x, y]) => ({ x: 200 + x, y: 150 + y, radius: 60 }));
  const one = { x: 200, y: 150, radius: 5, width: 60 };
  assert.deepEqual(placeLabels([one], { ...room, dots }), []);
  assert.equal(placeLabels([{ ...one, strong: true }], { ...room, dots }).length, 1);
});

test("an outline that holds mostly others is not drawn", () => {
  const square = [[0, 0], [10, 0], [10, 10], [0, 10]];
  const places = [[1, 1], [9, 9], [5, 5], [4, 4], [3, 3], [50, 50]];
  assert.ok(isClear(square, [0, 1, 2], places));
  assert.ok(!isClear(square, [0, 1], places));
});
