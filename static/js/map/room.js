/** How the map uses the picture it has. */

const MOST = 1.7; // a map is stretched, or squeezed, up to this
const FOOT = 28; // pixels more below everybody than above, for what zooms and what is said

/**
 * Stretch that fills the picture, the bounds it then has, and the scale of dots.
 * @param {{x: number[], y: number[]}} people places
 * @param {{width: number, height: number}} room of the picture, in pixels
 */
export function fitRoom({ x, y }, { width, height }) {
  const [left, right] = ends(x);
  const [low, high] = ends(y);
  const free = height - FOOT;
  const wanted = width / free / ((right - left) / (high - low));
  const stretch = Math.min(Math.max(wanted, 1 / MOST), MOST);
  return {
    stretch,
    bounds: { x: [left * stretch, right * stretch], y: [low - ((high - low) * FOOT) / free, high] },
    scale: Math.max(Math.min(Math.min(width, height) / 640, 1) * Math.min(20 / Math.sqrt(x.length), 1), 0.4),
  };
}

/** Lowest and highest value, at least a little apart. */
function ends(values) {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (high - low > 0.2) return [low, high];
  const middle = values.length ? (low + high) / 2 : 0;
  return [middle - 0.1, middle + 0.1];
}
