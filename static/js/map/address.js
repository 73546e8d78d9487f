/** What the map shows, written in the address, so that a link opens the same view. */

/** Every part of the view and what it is when the address does not say. */
export const PLAIN = Object.freeze({
  q: "",
  layer: "",
  unit: "",
  counterpart: "",
  show: "",
  band: "",
  trust_from: "",
  trust_to: "",
  silence_from: "",
  silence_to: "",
  strength_from: "",
  strength_to: "",
  since: "",
  until: "",
  channel: "",
  formality: "",
  topic: "",
  centre: "",
  steps: "",
  on: "",
  together: "",
  colour: "",
  nodes: "",
  size: "contact",
  who: "",
  tie: "",
  path: "",
  group: "",
});

const LOOKS = ["steps", "on", "together", "colour", "nodes", "size", "who", "tie", "path", "group"]; // leave nobody out
const NARROWS = Object.keys(PLAIN).filter((name) => !LOOKS.includes(name));

const CHOICES = {
  together: ["", "unit", "layer"],
  colour: ["", "trust", "balance", "recency", "health", "change"],
  nodes: ["", "layer", "unit", "community", "health", "engagement"],
  size: ["contact", "influence", "central", "same"],
  show: ["", "across", "one_sided", "cooling", "threads", "brokers"],
  band: ["", "strained", "cooling", "one_sided", "healthy", "unknown"],
  steps: ["", "2"],
};
const NUMBERS = /_(from|to)$/;
const A_DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Read the view from an address; what is not a choice counts as not said.
 * @param {string} search as in location.search
 * @returns {typeof PLAIN}
 */
export function readAddress(search) {
  const given = new URLSearchParams(search);
  const view = { ...PLAIN };
  for (const name of Object.keys(PLAIN)) {
    const value = given.get(name)?.trim() ?? PLAIN[name];
    if (NUMBERS.test(name) && !Number.isFinite(Number(value))) continue;
    if (name === "on" && !A_DAY.test(value)) continue;
    if (!CHOICES[name] || CHOICES[name].includes(value)) view[name] = value;
  }
  return view;
}

/**
 * Write the view as the query of an address, without what is plain.
 * @param {Partial<typeof PLAIN>} view
 * @returns {string} "" or "?..."
 */
export function writeAddress(view) {
  const said = Object.keys(PLAIN).filter((name) => (view[name] ?? PLAIN[name]) !== PLAIN[name]);
  const query = new URLSearchParams(said.map((name) => [name, view[name]])).toString();
  return query && `?${query}`;
}

/** Whether a view leaves anybody out. */
export function narrows(view) {
  return NARROWS.some((name) => (view[name] ?? PLAIN[name]) !== PLAIN[name]);
}

/** The same view with nobody left out. */
export function ofEverybody(view) {
  return { ...view, ...Object.fromEntries(NARROWS.map((name) => [name, PLAIN[name]])) };
}

/** Whom or what a view chooses, told in the panel: one kind at a time. */
export function chosenIn({ who = "", tie = "", path = "", group = "" }) {
  return { who: String(who), tie, path, group };
}
