/** The picture: who is lifted, chosen and focused, and what is painted at each frame. */
import { buildGraph, openCanvas } from "./canvas.js";
import { TOKENS, blend, isDark, resolve } from "./colours.js";
import { findTerritories, paintGround, paintNames, paintRing } from "./ground.js";
import { shortName } from "./labels.js";
import { fitRoom } from "./room.js";
import { compose, neighbourhoods, strokeInk } from "./scene.js";


const FOREMOST = 5; // the largest dots, whose names come before all others

export class Drawing {
  /** Draw `data` as `view` asks in `stage`; throws where WebGL is missing. */
  constructor(stage, data, view) {
    Object.assign(this, { stage, data, view, scale: 1, hovered: null, focused: null, chosen: null, tie: null });
    this.around = neighbourhoods(data);
    this.grounds = findTerritories(data);
    this.graph = buildGraph(data);
    this.theme();
    this.scene = compose(data, view, this.palette);
    this.sigma = openCanvas(this.graph, stage, {
      nodeReducer: (node) => this.person(Number(node)),
      edgeReducer: (_, { row, way }) => this.stroke(row, way),
    });
    this.sigma.on("afterRender", () => this.paint());
    this.sigma.on("enterNode", ({ node }) => this.lift({ hovered: Number(node) }));
    this.sigma.on("leaveNode", () => this.lift({ hovered: null }));
    this.fit();
  }

  theme() {
    this.palette = resolve(this.stage, TOKENS);
    this.dark = isDark(this.palette.page);
  }

  /** Show `view` in the colours of the theme as it is now. */
  show(view) {
    this.view = view;
    this.theme();
    this.scene = compose(this.data, view, this.palette);
    this.fit();
  }

  /** Use the room there is: a wide picture gets a wide map, a small one smaller dots. */
  fit() {
    const room = this.stage.getBoundingClientRect();
    const { stretch, bounds, scale } = fitRoom(this.data.people, room);
    this.scale = scale;
    this.sigma.setCustomBBox(bounds);
    const { x } = this.data.people;
    this.graph.updateEachNodeAttributes((node, at) => ({ ...at, x: x[node] * stretch }));
    this.sigma.refresh();
  }

  /** Change who is hovered, focused or chosen; the rest steps back. */
  lift(change) {
    Object.assign(this, change);
    const centre = this.hovered ?? this.focused ?? this.chosen;
    this.lifted = centre === null ? null : new Set([centre, ...this.around[centre].map((tie) => tie.other)]);
    this.sigma.refresh({ skipIndexation: true });
  }

  person(row) {
    const { size, color } = this.scene.people[row];
    const back = this.lifted && !this.lifted.has(row);
    return {
      ...this.graph.getNodeAttributes(row),
      size: size * this.scale,
      color: back ? blend(this.palette.page, color, 0.25) : color,
      hidden: !this.scene.seen[row],
      zIndex: back ? 0 : 1,
    };
  }

  stroke(row, way) {
    const look = this.scene.tie(row, way);
    const { low, high } = this.data.ties;
    const centre = this.hovered ?? this.focused ?? this.chosen;
    const lifted = this.tie === row || (centre === null ? (this.tie === null ? null : false) : low[row] === centre || high[row] === centre);
    return { ...look, color: strokeInk(look, lifted), zIndex: lifted ? 2 : look.zIndex };
  }

  /** Where a person stands in the picture, in pixels. */
  spot = (row) => {
    const { x, y } = this.sigma.graphToViewport(this.graph.getNodeAttributes(row));
    return [x, y];
  };

  paint() {
    const { ground, names } = this.sigma.getCanvases();
    const room = this.sigma.getDimensions();
    const [under, over] = [ground, names].map((canvas) => canvas.getContext("2d"));
    for (const brush of [under, over]) brush.clearRect(0, 0, room.width, room.height);
    const places = paintGround(under, this.grounds, this);
    const rings = [[this.focused, this.palette.accent, 3], [this.chosen, this.palette.ink, 2]];
    for (const [row, colour, width] of rings) if (row !== null) paintRing(over, this.label(row), colour, width);
    paintNames(over, { places: this.lifted ? [] : places, people: this.labels(), room, palette: this.palette });
  }

  /** Whose names to write: the lifted ones, or everybody shown; larger dots first. */
  labels() {
    const { seen, people } = this.scene;
    const rows = this.lifted ? [...this.lifted] : people.keys();
    const labels = [...rows].filter((row) => seen[row]).map((row) => this.label(row));
    labels.sort((a, b) => b.strong - a.strong || b.radius - a.radius);
    if (this.view.size !== "same") labels.slice(0, FOREMOST).forEach((label) => (label.strong = true));
    return labels;
  }

  label(row) {
    const [x, y] = this.spot(row);
    const strong = [this.hovered, this.focused, this.chosen].includes(row);
    const radius = this.sigma.scaleSize(this.scene.people[row].size * this.scale);
    return { x, y, radius, strong, text: shortName(this.data.people.name[row]) };
  }

  /** Bring a person back into the picture when they stand outside it. */
  follow(row) {
    const { width, height } = this.sigma.getDimensions();
    const [x, y] = this.spot(row);
    if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
    const at = this.sigma.getNodeDisplayData(row);
    this.sigma.getCamera().animate({ x: at.x, y: at.y }, this.pace());
  }

  /** Come closer ("in"), step back ("out"), or see everybody ("all"). */
  zoom(way) {
    const camera = this.sigma.getCamera();
    if (way === "in") camera.animatedZoom(this.pace());
    else if (way === "out") camera.animatedUnzoom(this.pace());
    else camera.animatedReset(this.pace());
  }

  pace() {
    return { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 160 };
  }

  kill() {
    this.sigma.kill();
  }
}
