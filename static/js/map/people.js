/** How one person is called and drawn, and where they belong. */

/** What somebody is called, who may have no name. */
export function called(name) {
  return name.trim() || "(no name)";
}

/**
 * Radius of a person, in CSS pixels.
 * @param {object} people the columns of the map's data
 * @param {number} row
 * @param {"contact" | "influence" | "central" | "same"} by
 * @param {number} most the highest contact of all, > 0
 * @returns {number} from 4 to 15; not known is 4
 */
export function radius(people, row, by, most) {
  if (by === "same") return 6;
  if (by === "central") return 4 + 11 * Math.sqrt(people.central[row]);
  if (by === "influence") return 4 + 2.2 * (people.influence[row] ?? 0);
  return 4 + 11 * Math.sqrt(Math.min(people.contact[row] / most, 1));
}

/** What people are coloured by when nobody chose: the layer, once there are several. */
export function usualNodes(people) {
  return new Set(people.layer).size > 1 ? "layer" : "community";
}

/** Rows of the unit with this id and of everything below it. */
export function within(units, id) {
  const rows = new Set(units.flatMap((unit, row) => (String(unit.id) === id ? [row] : [])));
  for (let size = 0; size !== rows.size; ) {
    size = rows.size;
    units.forEach((unit, row) => rows.has(unit.parent) && rows.add(row));
  }
  return rows;
}

/**
 * Which territory each person belongs to: our team, a community, or none (null).
 * @param {object} data
 * @returns {(string | null)[]}
 */
export function territories(data) {
  const team = data.layers.findIndex(([key]) => key === "team");
  const ours = data.people.layer.filter((layer) => layer === team).length;
  const apart = ours <= data.people.id.length / 2;
  return data.people.community.map((community, row) => {
    if (apart && data.people.layer[row] === team) return "team";
    return community === null ? null : String(community);
  });
}
