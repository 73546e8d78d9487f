/** Which tie is under a pointer: asked of the strokes themselves, once somebody clicks. */
import { blossom, ribbon } from "./ribbon.js";
import { endsOf } from "./strokes.js";

const REACH = 4; // pixels beside the middle of a stroke that still count
const BENT = 60; // pixels that a stroke strays at most from the straight line between its ends
const STEPS = 8;

/**
 * The tie whose stroke is nearest to a point of the picture, or null where there is none.
 * @param {object} drawing as in drawing.js
 * @param {{x: number, y: number}} point in pixels
 * @returns {number | null} row of the tie
 */
export function tieAt(drawing, { x, y }) {
  const { data: { people, ties }, strokes, sigma } = drawing;
  const spots = people.id.map((_, row) => drawing.spot(row));
  const off = (a, b, at) => at < Math.min(a, b) - BENT || at > Math.max(a, b) + BENT;
  let [nearest, least] = [null, Infinity];
  for (const stroke of strokes.order) {
    const [from, to] = endsOf(ties, stroke);
    const [one, other] = [spots[from], spots[to]];
    if (off(one[0], other[0], x) || off(one[1], other[1], y)) continue;
    const width = Math.max(sigma.scaleSize(strokes.size[stroke]), 0.8);
    const shape = ribbon(one, other, [drawing.radius(from), drawing.radius(to)], width);
    const far = distance(shape, [x, y]);
    if (far <= Math.max(width / 2, REACH) && far <= least) [nearest, least] = [stroke >> 1, far];
  }
  return nearest;
}

/** How far a point is from the middle of a stroke, in pixels. */
function distance({ begin, bend, neck, tip }, point) {
  const corners = Array.from({ length: STEPS + 1 }, (_, step) => blossom(begin, bend, neck, step / STEPS, step / STEPS));
  const line = [...corners, tip];
  return Math.min(...line.slice(1).map((corner, at) => toSegment(point, line[at], corner)));
}

function toSegment([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}
