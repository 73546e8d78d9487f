/** The ground of each territory: the outline around those who belong together. */

/**
 * The corners of the smallest convex outline, counter-clockwise (Andrew 1979).
 * @param {[number, number][]} points
 */
export function convexHull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const half = (row) => {
    const chain = [];
    for (const point of row) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(a, b, c) {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/**
 * Those who stand with the others; one who strayed would stretch the ground over all.
 * @param {[number, number][]} points
 */
export function core(points) {
  const middle = [0, 1].map((axis) => median(points.map((point) => point[axis])));
  const far = points.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1]));
  const limit = 2.2 * median(far);
  return points.filter((_, index) => far[index] <= limit);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * What a territory is called: our team, its main unit, or its best connected person.
 * @param {object} data the map's data
 * @param {string} territory
 * @param {number[]} rows of those in it
 */
export function territoryName(data, territory, rows) {
  if (territory === "team") return "Our team";
  const counts = new Map();
  for (const row of rows) {
    const unit = data.people.unit[row];
    if (unit >= 0) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const [unit, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [-1, 0];
  if (count >= rows.length * 0.4) return data.units[unit].name;
  const central = rows.reduce((a, b) => (data.people.contact[b] > data.people.contact[a] ? b : a));
  return `Around ${data.people.name[central] || "(no name)"}`;
}
