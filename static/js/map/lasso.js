/** A group gathered by drawing around people, with Shift held or the group button pressed. */
import { turned } from "./picking.js";

const A_CLICK = 6; // pixels; a shorter line is a click

/** Whether a point lies inside the closed line of `corners`, by the even-odd rule. */
export function inside([x, y], corners) {
  let within = false;
  for (let at = 0, last = corners.length - 1; at < corners.length; last = at++) {
    const [a, b] = [corners[at], corners[last]];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) within = !within;
  }
  return within;
}

/** Let people be gathered on `map` until `signal` says that it left the page. */
export function gather(map, signal) {
  let line = null;
  const on = (kind, act) => map.stage.addEventListener(kind, act, { signal, capture: true });
  const at = ({ clientX, clientY }) => {
    const { left, top } = map.stage.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  on("pointerdown", (event) => {
    if (event.button || !(event.shiftKey || map.grouping)) return;
    line = [at(event)];
    map.stage.setPointerCapture(event.pointerId);
  });
  on("pointermove", (event) => {
    if (!line) return;
    line.push(at(event));
    map.drawing.lasso = line;
    map.drawing.sigma.scheduleRender();
  });
  on("pointerup", () => {
    if (!line) return;
    const drawn = line;
    line = map.drawing.lasso = null;
    map.drawing.sigma.scheduleRender();
    const rows = length(drawn) < A_CLICK ? under(map.drawing, drawn[0]) : around(map.drawing, drawn);
    if (rows.length) map.choose({ group: turned(map.view.group, rows.map((row) => map.data.people.id[row])) });
  });
  on("pointercancel", () => (line = map.drawing.lasso = null));
  for (const kind of ["mousedown", "mousemove", "touchstart", "touchmove", "click"])
    on(kind, (event) => (line || ((event.shiftKey || map.grouping) && kind === "click")) && event.stopPropagation());
}

function length(line) {
  return line.slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - line[at][0], y - line[at][1]), 0);
}

function shown({ data, scene }) {
  return data.people.id.map((_, row) => row).filter((row) => scene.seen[row]);
}

function under(drawing, [x, y]) {
  const hit = (row) => {
    const [px, py] = drawing.spot(row);
    return Math.hypot(px - x, py - y) <= drawing.radius(row) + 3;
  };
  return shown(drawing).filter(hit).slice(0, 1);
}

function around(drawing, line) {
  return shown(drawing).filter((row) => inside(drawing.spot(row), line));
}
