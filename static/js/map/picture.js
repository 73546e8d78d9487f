/** The map as a picture to take along: title, day, what is drawn, and the legend. */
import { faint } from "./colours.js";
import { labels } from "./frame.js";
import { paintGround, paintNames } from "./ground.js";
import { legendOf } from "./legend.js";
import { ribbon } from "./ribbon.js";
import { endsOf } from "./strokes.js";
import { isDashed } from "./ties.js";

const HEAD = 56; // pixels above the drawing
const SIDE = 260; // pixels beside it, for the legend
const LINE = 22;

/** How large the picture of a drawing is, in pixels. */
export function sizeOf(drawing) {
  const { width, height } = drawing.sigma.getDimensions();
  return { width: width + SIDE, height: height + HEAD };
}

/** Paint `drawing` as it is seen now with a brush like a canvas's. */
export function paintPicture(brush, drawing, { title, day }) {
  const { palette } = drawing;
  const room = drawing.sigma.getDimensions();
  const { width, height } = sizeOf(drawing);
  block(brush, palette.page, 0, 0, width, height);
  brush.translate(0, HEAD);
  const places = paintGround(brush, drawing);
  paintStrokes(brush, drawing);
  paintDots(brush, drawing);
  paintNames(brush, { places: drawing.lifted ? [] : places, people: labels(drawing, room), room, palette });
  brush.translate(0, -HEAD);
  block(brush, palette.surface, 0, 0, width, HEAD);
  block(brush, palette.surface, room.width, HEAD, SIDE, room.height);
  write(brush, title, 16, HEAD / 2 - 9, "600 18px system-ui, sans-serif", palette.ink);
  write(brush, day, 16, HEAD / 2 + 14, "13px system-ui, sans-serif", palette.soft);
  paintLegend(brush, legendOf(drawing), room.width + 16, HEAD + 20, palette);
}

function block(brush, colour, x, y, width, height) {
  brush.fillStyle = colour;
  brush.beginPath();
  brush.rect(x, y, width, height);
  brush.fill();
}

function write(brush, text, x, y, font, colour) {
  Object.assign(brush, { font, fillStyle: colour, textBaseline: "middle" });
  brush.fillText(text, x, y);
}

/** Strokes as the shader bends them: to the right of their way, arrow at the end. */
function paintStrokes(brush, drawing) {
  const { sigma, palette, data: { ties } } = drawing;
  const { order, inks, ink, size, alpha } = drawing.strokes;
  const [spots, radii] = [drawing.spot, (row) => drawing.radius(row)].map((ask) => drawing.data.people.id.map((_, row) => ask(row)));
  for (const stroke of order) {
    const [from, to] = endsOf(ties, stroke);
    const width = Math.max(sigma.scaleSize(size[stroke]), 0.8);
    const { begin, bend, neck, tip, across } = ribbon(spots[from], spots[to], [radii[from], radii[to]], width);
    const colour = inks[ink[stroke]];
    brush.strokeStyle = brush.fillStyle = faint(palette[colour], alpha[stroke]);
    brush.lineWidth = width;
    brush.setLineDash(isDashed(colour) ? [3 + 1.5 * width, 2 + width] : []);
    brush.beginPath();
    brush.moveTo(...begin);
    brush.quadraticCurveTo(...bend, ...neck);
    brush.stroke();
    brush.beginPath();
    brush.moveTo(...tip);
    for (const side of [1, -1]) brush.lineTo(neck[0] + side * across[0], neck[1] + side * across[1]);
    brush.closePath();
    brush.fill();
  }
  brush.setLineDash([]);
}

function paintDots(brush, drawing) {
  for (const row of [...drawing.scene.order].reverse()) {
    const { color, hidden } = drawing.person(row);
    if (hidden) continue;
    brush.fillStyle = color;
    brush.beginPath();
    brush.arc(...drawing.spot(row), drawing.radius(row), 0, 2 * Math.PI);
    brush.fill();
  }
}

function paintLegend(brush, { people, ties, notes }, x, top, { ink }) {
  let y = top;
  for (const { colour, words, dashed, line } of [...people, ...ties.map((tie) => ({ ...tie, line: true }))]) {
    brush.fillStyle = brush.strokeStyle = colour;
    brush.beginPath();
    if (line) {
      brush.lineWidth = 3;
      brush.setLineDash(dashed ? [6, 4] : []);
      brush.moveTo(x, y);
      brush.lineTo(x + 20, y);
      brush.stroke();
    } else {
      brush.arc(x + 10, y, 6, 0, 2 * Math.PI);
      brush.fill();
    }
    write(brush, words, x + 30, y, "13px system-ui, sans-serif", ink);
    y += LINE;
  }
  brush.setLineDash([]);
  for (const words of notes.flatMap(lines)) {
    write(brush, words, x, y, "12px system-ui, sans-serif", ink);
    y += LINE - 4;
  }
}

/** A sentence in lines that fit beside the drawing. */
function lines(sentence) {
  return sentence.match(/.{1,36}(\s|$)/g).map((line) => line.trim());
}
