/** What choosing somebody means: open them, reach them from another, or gather a group. */

/**
 * Take somebody into a group, or out of it.
 * @param {string} group ids joined by "-", or ""
 * @param {(number | string)[]} ids whom to turn; when all are in it, they leave
 * @returns {string} ids joined by "-", in order
 */
export function turned(group, ids) {
  const members = new Set(group.split("-").filter(Boolean));
  const names = ids.map(String);
  const all = names.every((id) => members.has(id));
  for (const id of names) all ? members.delete(id) : members.add(id);
  return [...members].sort((a, b) => a - b).join("-");
}

/** Choose the person with this id on `map`; `grouping`: turn them in the group. */
export function pick(map, id, grouping = map.grouping) {
  if (grouping) return map.choose({ group: turned(map.view.group, [id]) });
  const from = map.reaching;
  map.reaching = null;
  if (from && from !== String(id)) return map.choose({ path: `${from}-${id}` });
  map.choose({ who: id });
}

/** Start looking for the way from somebody: whom to reach is chosen next. */
export function reachFrom(map, id) {
  map.reaching = id;
  map.stage.focus();
  map.say("Now choose whom to reach: click them, or press / to search and Enter twice.");
}
