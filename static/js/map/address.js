/** What the map shows, written in the address, so that a link opens the same view. */

/** Every part of the view and what it is when the address does not say. */
export const PLAIN = Object.freeze({
  q: "",
  layer: "",
  unit: "",
  colour: "",
  nodes: "",
  size: "contact",
  who: "",
  tie: "",
});

const CHOICES = {
  colour: ["", "trust", "balance", "recency", "health"],
  nodes: ["", "layer", "unit", "community"],
  size: ["contact", "influence", "same"],
};

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
