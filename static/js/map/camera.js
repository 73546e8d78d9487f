/** From how near the map is seen, moved gently where motion is welcome. */

const GENTLE = 160; // milliseconds
const STEP = 1.5; // times as near
const ALL = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };

/** How sigma itself moves where motion is not welcome: a duration of 0 would lead it nowhere. */
export const AT_ONCE = { zoomDuration: 1, inertiaDuration: 1, doubleClickZoomingDuration: 1 };

/** Whether the person asked for less motion. */
export function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Bring a person back into the picture when they stand outside it. */
export function follow({ sigma, spot }, row) {
  const { width, height } = sigma.getDimensions();
  const [x, y] = spot(row);
  if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
  const at = sigma.getNodeDisplayData(row);
  move(sigma.getCamera(), { x: at.x, y: at.y });
}

/** Come closer ("in"), step back ("out"), or see everybody ("all"). */
export function zoom({ sigma }, way) {
  const camera = sigma.getCamera();
  const ratio = way === "in" ? camera.ratio / STEP : camera.ratio * STEP;
  move(camera, way === "all" ? ALL : { ratio });
}

function move(camera, state) {
  if (isCalm()) camera.setState(state);
  else camera.animate(state, { duration: GENTLE });
}
