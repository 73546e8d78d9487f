/** The picture: who is drawn how, who is lifted, chosen and focused, and from how near. */
import { createNormalizationFunction } from "../../vendor/graph.js";
import { buildGraph, openCanvas } from "./canvas.js";
import { TOKENS, blend, isDark, resolve } from "./colours.js";
import { paintFrame } from "./frame.js";
import { findTerritories, outlines } from "./ground.js";
import { handed } from "./handed.js";
import { liftedBy, ownStroke } from "./lifted.js";
import { fitRoom } from "./room.js";
import { compose, neighbourhoods } from "./scene.js";
import { strokesOf } from "./stroke.js";
import { liftStrokes } from "./strokes.js";

export class Drawing {
  /** Open a picture of nobody yet in `stage`; throws where WebGL is missing. */
  constructor(stage) {
    Object.assign(this, { stage, data: null, view: null, scale: 1, by: "" });
    Object.assign(this, { hovered: null, focused: null, chosen: null, tie: null, way: null, group: null });
    this.sigma = openCanvas(stage, (node) => this.person(Number(node)));
  }

  /** Show everybody in `data` for the first time, as `view` asks. */
  begin(view, data) {
    this.communities = this.grounds = findTerritories(data);
    this.graph = buildGraph(data.people);
    this.show(view, data);
    this.sigma.on("enterNode", ({ node }) => this.lift({ hovered: Number(node) }));
    this.sigma.on("leaveNode", () => this.lift({ hovered: null }));
  }

  /** Show `view` of `data` in the colours of the theme as it is now. */
  show(view, data) {
    if (data !== this.data) this.near = null;
    if (view.together !== this.by) this.grounds = view.together ? findTerritories(data, view.together) : this.communities;
    Object.assign(this, { view, data, by: view.together });
    this.palette = resolve(this.stage, TOKENS);
    this.dark = isDark(this.palette.page);
    this.scene = compose(data, view, this.palette);
    this.fit();
  }

  /** Use the room anew where it changed: an observer also tells the size it began with. */
  refit() {
    const { width, height } = this.stage.getBoundingClientRect();
    if (width !== this.room.width || height !== this.room.height) this.fit();
  }

  /** Use the room there is: a wide picture gets a wide map, a small one smaller dots. */
  fit() {
    this.room = this.stage.getBoundingClientRect();
    const { people } = this.data;
    const { stretch, bounds, scale } = fitRoom(people, this.room);
    this.scale = scale;
    this.sigma.setCustomBBox(bounds);
    const places = people.x.map((x, row) => ({ x: x * stretch, y: people.y[row] }));
    // Quietly: told of a change, sigma works through everybody three times before it draws.
    places.forEach((place, row) => Object.assign(this.graph.getNodeAttributes(row), place));
    this.framed = places.map(createNormalizationFunction(bounds));
    this.outlines = outlines(this.grounds, places.map(({ x, y }) => [x, y]));
    this.draw();
  }

  /** Hand everybody and all strokes to the graphics card as they look now, and have them drawn. */
  draw() {
    const { data: { ties }, scene: { people, strokes }, palette, scale, lifted } = this;
    this.strokes = liftStrokes(strokes, lifted ? (tie) => ownStroke(this, tie) : null);
    const sized = this.framed.map(({ x, y }, row) => ({ x, y, size: people[row].size * scale }));
    strokesOf.set(this.sigma, { rows: handed(ties, this.strokes, sized, palette), weak: this.strokes.weak });
    if (this.sigma.getGraph() === this.graph) return this.sigma.refresh();
    this.sigma.on("afterRender", () => paintFrame(this));
    this.sigma.setGraph(this.graph);
  }

  /** Change who is hovered, focused or chosen, or which tie, way or group; the rest steps back. */
  lift(change) {
    const before = this.lifted ?? null;
    Object.assign(this, change);
    this.lifted = liftedBy(this);
    if (before || this.lifted) this.draw();
  }

  /** The person whose ties are lifted, or null. */
  get centre() {
    return this.hovered ?? this.focused ?? this.chosen;
  }

  /** Everybody's ties, strongest first; asked for by whoever is pointed at. */
  get around() {
    return (this.near ??= neighbourhoods(this.data));
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

  /** Where a person stands in the picture, in pixels. */
  spot = (row) => {
    const { x, y } = this.sigma.graphToViewport(this.graph.getNodeAttributes(row));
    return [x, y];
  };

  /** How large a person's dot is in the picture, in pixels. */
  radius(row) {
    return this.sigma.scaleSize(this.scene.people[row].size * this.scale);
  }

  kill() {
    this.sigma.kill();
  }
}
