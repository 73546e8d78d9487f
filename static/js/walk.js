/**
 * The place a key leads to in a list.
 * @param {string} key as the browser names it
 * @param {number} at the place now, or -1 for none
 * @param {number} count of places, >= 0
 * @param {{round?: boolean}} how `round`: from the last to the first and back
 * @returns {number | null} the new place, or null when the key does not move
 */
export function walk(key, at, count, { round = false } = {}) {
  if (count === 0) return null;
  const last = count - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key === "ArrowDown" || key === "j") return at < last ? at + 1 : round ? 0 : last;
  if (key === "ArrowUp" || key === "k") return at > 0 ? at - 1 : round ? last : 0;
  return null;
}
