/** A brush that is used like a canvas's and writes SVG, so that both pictures are painted by one hand. */
export class SvgBrush {
  /** @param {(text: string, font: string) => number} measure width of a text, in pixels */
  constructor(measure) {
    Object.assign(this, { measure, marks: [], path: [], moved: [0, 0], dash: [] });
    Object.assign(this, { fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineJoin: "miter", font: "13px sans-serif" });
  }

  translate(x, y) {
    this.moved = [this.moved[0] + x, this.moved[1] + y];
  }

  beginPath() {
    this.path = [];
  }

  moveTo(x, y) {
    this.path.push(`M${this.at(x, y)}`);
  }

  lineTo(x, y) {
    this.path.push(`${this.path.length ? "L" : "M"}${this.at(x, y)}`);
  }

  quadraticCurveTo(bendX, bendY, x, y) {
    this.path.push(`Q${this.at(bendX, bendY)} ${this.at(x, y)}`);
  }

  arc(x, y, radius) {
    const half = `A${round(radius)} ${round(radius)} 0 1 0`;
    this.path.push(`M${this.at(x - radius, y)}${half} ${this.at(x + radius, y)}${half} ${this.at(x - radius, y)}Z`);
  }

  closePath() {
    this.path.push("Z");
  }

  rect(x, y, width, height) {
    this.path.push(`M${this.at(x, y)}h${round(width)}v${round(height)}h${round(-width)}Z`);
  }

  setLineDash(dash) {
    this.dash = dash;
  }

  fill() {
    this.mark(`fill="${this.fillStyle}"`);
  }

  stroke() {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.map(round).join(" ")}"` : "";
    this.mark(`fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}" stroke-linejoin="${this.lineJoin}"${dash}`);
  }

  mark(looks) {
    this.marks.push(`<path d="${this.path.join("")}" ${looks}/>`);
  }

  measureText(text) {
    return { width: this.measure(text, this.font) };
  }

  strokeText(text, x, y) {
    this.write(text, x, y, `fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}" stroke-linejoin="round"`);
  }

  fillText(text, x, y) {
    this.write(text, x, y, `fill="${this.fillStyle}"`);
  }

  write(text, x, y, looks) {
    const font = escaped(this.font);
    this.marks.push(`<text x="${round(x + this.moved[0])}" y="${round(y + this.moved[1])}" style="font:${font}" dominant-baseline="central" ${looks}>${escaped(text)}</text>`);
  }

  at(x, y) {
    return `${round(x + this.moved[0])} ${round(y + this.moved[1])}`;
  }

  /** The whole picture as a file. */
  toString(width, height, title) {
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"><title>${escaped(title)}</title>\n${this.marks.join("\n")}\n</svg>\n`;
  }
}

function round(value) {
  return Math.round(value * 100) / 100;
}

/** Text that XML takes for text, whatever it holds. */
export function escaped(text) {
  const safe = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
  return safe.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
