/** What the map says to those who do not see it. */
import { called } from "./people.js";

/**
 * Who somebody is and how their ties are, in two sentences.
 * @param {object} data the map's data
 * @param {number} row of the person
 * @param {{row: number, other: number, way: "there" | "back"}[]} ties of the person,
 *   strongest first; way: the direction that leads away from the person
 */
export function describePerson(data, row, ties) {
  const { people } = data;
  const layer = data.layers[people.layer[row]][1];
  const unit = data.units[people.unit[row]]?.name;
  const who = [called(people.name[row]), layer, unit].filter(Boolean).join(", ");
  if (!ties.length) return `${who}. No ties logged.`;
  const closest = ties.slice(0, 3).map((tie) => describeTie(data, tie)).join("; ");
  return `${who}. ${ties.length} ${ties.length === 1 ? "tie" : "ties"}: ${closest}.`;
}

/** One tie, as seen from the person it is told about. */
export function describeTie(data, { row, other, way }) {
  const name = called(data.people.name[other]);
  const sided = data.ties.sided[row];
  if (sided === null) return `${name}, too little to tell`;
  if (sided === 0) return `${name}, both reach out`;
  const outward = sided > 0 === (way === "there");
  return outward ? `${name}, mostly reached out to` : `${name}, who mostly reaches out`;
}

/** How much of the network the filters keep, and as it was when; `everybody` counts also who is not drawn. */
export function describeView(shown, all, { on = "", everybody = all } = {}) {
  if (!all) return "Nobody is on the map yet.";
  const [some, drawn, whole] = [shown, all, everybody].map((count) => count.toLocaleString("en"));
  const people = all === 1 ? "person" : "people";
  const when = on ? ` As it was on ${on}.` : "";
  const rest = everybody > all ? ` The ${drawn} best connected of ${whole} people are drawn; the table has everybody.` : "";
  if (shown === all) return (rest.trim() || `Everybody is shown: ${drawn} ${people}.`) + when;
  if (!shown) return `None of ${drawn} ${people} ${all === 1 ? "matches" : "match"}.${rest}${when}`;
  return `${some} of ${drawn} people match; those tied to them are shown faintly.${rest}${when}`;
}
