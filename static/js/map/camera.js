/** From how near the map is seen, moved gently where motion is welcome. */

/** Bring a person back into the picture when they stand outside it. */
export function follow({ sigma, spot }, row) {
  const { width, height } = sigma.getDimensions();
  const [x, y] = spot(row);
  if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
  const at = sigma.getNodeDisplayData(row);
  sigma.getCamera().animate({ x: at.x, y: at.y }, pace());
}

/** Come closer ("in"), step back ("out"), or see everybody ("all"). */
export function zoom({ sigma }, way) {
  const camera = sigma.getCamera();
  if (way === "in") camera.animatedZoom(pace());
  else if (way === "out") camera.animatedUnzoom(pace());
  else camera.animatedReset(pace());
}

function pace() {
  return { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 160 };
}
