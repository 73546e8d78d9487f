/** The map's data as it travels (`map_columns.py`), brought back to columns of numbers. */

const PLACE = 8192;
const SIDES = [null, 1, -1, 0];
const BANDS = ["", "strained", "cooling", "one_sided", "healthy", "unknown"];

/**
 * Whole numbers from text of base 64: the lowest byte of every row first, then the next.
 * @param {string} text
 * @param {number} count of rows
 * @returns {number[]}
 */
export function whole(text, count) {
  const bytes = atob(text);
  const column = new Array(count).fill(0);
  for (let at = 0, unit = 1; at < bytes.length; unit *= 256)
    for (let row = 0; row < count; row++, at++) column[row] += bytes.charCodeAt(at) * unit;
  return column;
}

/** Everything the server sent, as the other modules read it; unknown is null. */
export function unpack(answer) {
  const { people, ties } = answer;
  const column = (name) => whole(people[name], people.count);
  const known = (name) => column(name).map((value) => value || null);
  return {
    ...answer,
    people: {
      id: summed(column("id")),
      name: people.name,
      title: people.title,
      layer: column("layer"),
      unit: column("unit").map((unit) => unit - 1),
      influence: known("influence"),
      engagement: known("engagement"),
      counterpart: known("counterpart"),
      band: column("band").map((band) => BANDS[band]),
      ...unpackPlaces(people),
      community: column("community").map((group) => (group ? group - 1 : null)),
      contact: column("contact").map((part) => (part / 65535) * people.mostContact),
      central: column("central").map((part) => part / 255),
      broker: column("broker").map(Boolean),
    },
    ties: unpackTies(ties),
  };
}

/** Where people stand, each axis from -4 to 4. */
export function unpackPlaces({ x, y, count }) {
  const place = (axis) => whole(axis, count).map((value) => value / PLACE - 4);
  return { x: place(x), y: place(y) };
}

/** The columns of ties; also those of a day gone by, which come alone. */
export function unpackTies(ties) {
  const column = (name) => whole(ties[name], ties.count);
  const meant = (name, meaning) => {
    const meanings = Array.from({ length: 256 }, (_, step) => meaning(step)); // not 25,000 numbers, but 256
    return column(name).map((step) => meanings[step]);
  };
  const told = (name, steps, from = 0) => meant(name, (step) => (step ? (step - 1) / steps + from : null));
  const attention = (name) => meant(name, (step) => (step / 127) ** 2 * ties.most);
  return {
    low: summed(column("low")),
    high: column("high"),
    there: attention("there"),
    back: attention("back"),
    trustThere: told("trustThere", 50, -1),
    trustBack: told("trustBack", 50, -1),
    silence: told("silence", 50),
    strength: told("strength", 4),
    quiet: told("quiet", 1),
    band: meant("marks", (mark) => BANDS[mark & 7]),
    sided: meant("marks", (mark) => SIDES[(mark >> 3) & 3]),
    thread: meant("marks", (mark) => mark >= 32),
  };
}

function summed(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}
