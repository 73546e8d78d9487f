/** How one person is drawn: radius, colour, and whether the filters keep them. */

/**
 * Radius of a person, in CSS pixels.
 * @param {object} people the columns of the map's data
 * @param {number} row
 * @param {"contact" | "influence" | "same"} by
 * @param {number} most the highest contact of all, > 0
 * @returns {number} from 4 to 15; not known is 4
 */
export function radius(people, row, by, most) {
  if (by === "same") return 6;
  if (by === "influence") return 4 + 2.2 * (people.influence[row] ?? 0);
  return 4 + 11 * Math.sqrt(Math.min(people.contact[row] / most, 1));
}

/** What people are coloured by when nobody chose: the layer, once there are several. */
export function usualNodes(people) {
  return new Set(people.layer).size > 1 ? "layer" : "community";
}

/**
 * Which people the filters keep: an array of truths, one per person.
 * @param {object} data the map's data
 * @param {{q: string, layer: string, unit: string}} view
 */
export function kept(data, view) {
  const { people } = data;
  const units = view.unit ? within(data.units, view.unit) : null;
  const words = folded(view.q).split(/\s+/).filter(Boolean);
  return people.id.map((_, row) => {
    if (view.layer && data.layers[people.layer[row]][0] !== view.layer) return false;
    if (units && !units.has(people.unit[row])) return false;
    const unit = data.units[people.unit[row]]?.name ?? "";
    const said = folded(`${people.name[row]} ${people.title[row]} ${unit}`);
    return words.every((word) => said.includes(word));
  });
}

/** Rows of the unit with this id and of everything below it. */
function within(units, id) {
  const rows = new Set(units.flatMap((unit, row) => (String(unit.id) === id ? [row] : [])));
  for (let size = 0; size !== rows.size; ) {
    size = rows.size;
    units.forEach((unit, row) => rows.has(unit.parent) && rows.add(row));
  }
  return rows;
}

/** The text without case and accents, so that "Muller" finds "Müller". */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
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
