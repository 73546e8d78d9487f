/**
 * The entries whose words hold all that was typed, in their order.
 * @param {string} typed words in any order, in any case
 * @param {string[]} entries what can be chosen
 * @returns {number[]} the places of those that match; all of them for nothing typed
 */
export function matching(typed, entries) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (entry) => words.every((word) => entry.toLowerCase().includes(word));
  return entries.flatMap((entry, place) => (holds(entry) ? [place] : []));
}
