/** The shape of a stroke on paper: the same ribbon that `shaders.js` draws on the screen. */

/**
 * Where a stroke begins, bends and ends between two people, in pixels, y downwards.
 * @returns {{begin, bend, neck, tip, across}} points, and half the arrow's base
 */
export function ribbon([ax, ay], [bx, by], [near, far], width) {
  const span = Math.max(Math.hypot(bx - ax, by - ay), 1);
  const [x, y] = [(bx - ax) / span, (by - ay) / span];
  const off = Math.min(span * 0.12, 48) + width;
  const control = [(ax + bx) / 2 - y * off, (ay + by) / 2 + x * off];
  const at = (t) => blossom([ax, ay], control, [bx, by], t, t);
  const start = Math.min(near / span, 0.45);
  const end = 1 - Math.min((far + 1) / span, 0.45);
  const last = Math.max(end - (width * 1.5 + 4) / span, start);
  const [tip, neck] = [at(end), at(last)];
  const length = Math.hypot(tip[0] - neck[0], tip[1] - neck[1]) || 1;
  const half = (width / 2 + 2.2) / length;
  return {
    begin: at(start),
    bend: blossom([ax, ay], control, [bx, by], start, last),
    neck,
    tip,
    across: [-(tip[1] - neck[1]) * half, (tip[0] - neck[0]) * half],
  };
}

/** The blossom of a quadratic curve: a point on it where both places are one. */
export function blossom(a, b, c, s, t) {
  return [0, 1].map((axis) => (1 - s) * ((1 - t) * a[axis] + t * b[axis]) + s * ((1 - t) * b[axis] + t * c[axis]));
}
