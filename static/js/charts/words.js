/** What a chart says, to the eye and to a screen reader. */

/**
 * A value with its unit, or the word for what nobody knows.
 * @param {number | null} value
 * @param {string} unit "%" for shares from 0 to 1, a noun, or nothing
 */
export function said(value, unit = "") {
  if (value === null) return "unknown";
  if (unit === "%") return `${Math.round(value * 100)} %`;
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return unit ? `${shown} ${unit}` : shown;
}

/**
 * One row of a table as a sentence: "3 August: Healthy 12, Cooling unknown".
 * @param {{name: string}[]} heads of its columns
 * @param {{name: string, values: (number | null)[], people: {name: string}[]}} row
 */
export function sentence(heads, row, unit = "") {
  if (row.people.length) return `${row.name}: ${names(row.people, 6, row.values.at(-1))}`;
  const parts = heads.map((head, place) => `${head.name} ${said(row.values[place], unit)}`);
  return `${row.name}: ${parts.join(", ")}`;
}

/** The names of the first few of `total` people, and how many more there are. */
export function names(people, most = 6, total = people.length) {
  const first = people.slice(0, most).map((person) => person.name);
  const rest = total - first.length;
  return rest > 0 ? `${first.join(", ")} and ${rest} more` : first.join(", ");
}
