/** One frame of what is painted by hand: grounds under sigma's layers, rings and names over. */
import { paintGround, paintLine, paintNames, paintRing } from "./ground.js";
import { shortName } from "./labels.js";

const FOREMOST = 5; // the largest dots, whose names come before all others
const MOST_NAMES = 400;

/** Paint what `drawing` shows, from where its camera is. */
export function paintFrame(drawing) {
  const { ground, names } = drawing.sigma.getCanvases();
  const room = drawing.sigma.getDimensions();
  const [under, over] = [ground, names].map((canvas) => canvas.getContext("2d"));
  for (const brush of [under, over]) brush.clearRect(0, 0, room.width, room.height);
  const { palette, lifted } = drawing;
  const places = paintGround(under, drawing);
  for (const [row, colour, width] of [
    [drawing.focused, palette.accent, 3],
    [drawing.chosen, palette.ink, 2],
    ...[...(drawing.group ?? [])].map((row) => [row, palette.ink, 1.5]),
  ])
    if (row !== null) paintRing(over, label(drawing, row), colour, width);
  if (drawing.lasso) paintLine(over, drawing.lasso, palette.accent);
  paintNames(over, { places: lifted ? [] : places, people: labels(drawing, room), room, palette });
}

/** Whose names to write: the lifted ones, or everybody in the picture; larger dots first. */
export function labels(drawing, room) {
  const { scene, lifted, view } = drawing;
  const wanted = [];
  for (const row of scene.order) {
    if (wanted.length === MOST_NAMES) break;
    if (!scene.seen[row] || (lifted && !lifted.has(row))) continue;
    const one = label(drawing, row);
    if (one.x > 0 && one.y > 0 && one.x < room.width && one.y < room.height) wanted.push(one);
  }
  if (view.size !== "same") wanted.slice(0, FOREMOST).forEach((one) => (one.strong = true));
  return wanted;
}

function label(drawing, row) {
  const [x, y] = drawing.spot(row);
  const strong = [drawing.hovered, drawing.focused, drawing.chosen].includes(row);
  return { x, y, radius: drawing.radius(row), strong, text: shortName(drawing.data.people.name[row]) };
}
