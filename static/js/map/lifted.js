/** Who is lifted out of the picture while the rest steps back. */

/**
 * The rows of those lifted: a person's neighbours, a way, a group, or the two of a tie.
 * @param {object} drawing as in drawing.js
 * @returns {Set<number> | null} null when everybody is
 */
export function liftedBy(drawing) {
  const { centre, way, group, tie, data: { ties } } = drawing;
  if (centre !== null) return new Set([centre, ...drawing.around[centre].map(({ other }) => other), ...(group ?? [])]);
  if (way) return new Set(way);
  if (group) return group;
  return tie === null ? null : new Set([ties.low[tie], ties.high[tie]]);
}

/** Whether a tie belongs to what is lifted. */
export function ownStroke({ centre, way, group, tie, data: { ties } }, row) {
  const [low, high] = [ties.low[row], ties.high[row]];
  if (centre !== null) return low === centre || high === centre;
  if (way) return way.some((one, at) => at && sameTie([way[at - 1], one], low, high));
  if (group) return group.has(low) && group.has(high);
  return row === tie;
}

function sameTie([one, other], low, high) {
  return (one === low && other === high) || (one === high && other === low);
}
