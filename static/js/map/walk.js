/** Walking from person to person with the arrow keys. */

export const ARROWS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const WIDEST = Math.cos((60 * Math.PI) / 180); // further off the arrow is another direction

/**
 * The person to walk to: the nearest within 60 degrees of the arrow.
 * @param {{x: number[], y: number[]}} people places, y upwards
 * @param {number} from row of the person walked from
 * @param {[number, number]} arrow one of ARROWS
 * @param {Iterable<number>} among rows of those to choose from
 * @returns {number | null} a row, or null when nobody stands that way
 */
export function nextPerson(people, from, arrow, among) {
  let [best, shortest] = [null, Infinity];
  for (const row of among) {
    const [x, y] = [people.x[row] - people.x[from], people.y[row] - people.y[from]];
    const distance = Math.hypot(x, y);
    const along = (x * arrow[0] + y * arrow[1]) / distance;
    if (row === from || !(along >= WIDEST)) continue;
    const effort = distance / along;
    if (effort < shortest) [best, shortest] = [row, effort];
  }
  return best;
}
