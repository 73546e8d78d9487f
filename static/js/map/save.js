/** Saving the picture as a file, on this machine alone. */
import { paintPicture, sizeOf } from "./picture.js";
import { isoDay } from "./source.js";
import { SvgBrush } from "./svg-brush.js";
import { inWords } from "./time.js";

const SHARP = 2; // pixels of a PNG in one of the page

/** Hand the person what `map` shows as an "svg" or "png" file. */
export async function save(map, kind) {
  const { drawing } = map;
  const { width, height } = sizeOf(drawing);
  const told = { title: "Map of relationships", day: `As of ${inWords(isoDay(map.data.day))}` };
  const canvas = Object.assign(document.createElement("canvas"), { width: width * SHARP, height: height * SHARP });
  const brush = canvas.getContext("2d");
  if (kind === "svg") {
    const svg = new SvgBrush((text, font) => ((brush.font = font), brush.measureText(text).width));
    paintPicture(svg, drawing, told);
    return hand(new Blob([svg.toString(width, height, told.title)], { type: "image/svg+xml" }), "map.svg");
  }
  brush.scale(SHARP, SHARP);
  paintPicture(brush, drawing, told);
  hand(await new Promise((done) => canvas.toBlob(done, "image/png")), "map.png");
}

function hand(blob, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
