import assert from "node:assert/strict";
import { test } from "node:test";
import { matching } from "../palette.js";

const ENTRIES = ["Today", "Log a conversation", "Conversations", "Add a person"];

test("nothing typed offers everything", () => assert.deepEqual(matching(" ", ENTRIES), [0, 1, 2, 3]));
test("every word must occur, in any order and case", () => assert.deepEqual(matching("CONV log", ENTRIES), [1]));
test("what is nowhere finds nothing", () => assert.deepEqual(matching("zebra", ENTRIES), []));
