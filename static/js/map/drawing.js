/** The picture: who is drawn how, who is lifted, chosen and focused, and from how near. */
import { buildGraph, openCanvas } from "./canvas.js";
import { TOKENS, blend, isDark, resolve } from "./colours.js";
import { paintFrame } from "./frame.js";
import { findTerritories, outlines } from "./ground.js";
import { liftedBy, ownStroke } from "./lifted.js";
import { fitRoom } from "./room.js";
import { compose, neighbourhoods, strokeInk } from "./scene.js";

export class Drawing {
  /** Draw `data` as `view` asks in `stage`; throws where WebGL is missing. */
  constructor(stage, data, view) {
    Object.assign(this, { stage, data, view, scale: 1, by: "" });
    Object.assign(this, { hovered: null, focused: null, chosen: null, tie: null, way: null, group: null });
    this.around = neighbourhoods(data);
    this.communities = this.grounds = findTerritories(data);
    this.graph = buildGraph(data);
    this.theme();
    this.scene = compose(data, view, this.palette);
    this.sigma = openCanvas(this.graph.size, stage, {
      nodeReducer: (node) => this.person(Number(node)),
      edgeReducer: (_, { row, way, type }) => ({ ...this.stroke(row, way), type }),
    });
    this.sigma.on("afterRender", () => paintFrame(this));
    this.sigma.on("enterNode", ({ node }) => this.lift({ hovered: Number(node) }));
    this.sigma.on("leaveNode", () => this.lift({ hovered: null }));
    this.fit();
  }

  theme() {
    this.palette = resolve(this.stage, TOKENS);
    this.dark = isDark(this.palette.page);
  }

  /** Show `view` of `data` in the colours of the theme as it is now. */
  show(view, data) {
    if (data !== this.data) this.around = neighbourhoods(data);
    if (view.together !== this.by) this.grounds = view.together ? findTerritories(data, view.together) : this.communities;
    Object.assign(this, { view, data, by: view.together });
    this.theme();
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
    const { stretch, bounds, scale } = fitRoom(this.data.people, this.room);
    this.scale = scale;
    this.sigma.setCustomBBox(bounds);
    const { x, y } = this.data.people;
    this.graph.updateEachNodeAttributes((node, at) => ({ ...at, x: x[node] * stretch, y: y[node] }));
    this.outlines = outlines(this.grounds, x.length, (row) => [x[row] * stretch, y[row]]);
    if (this.sigma.getGraph() === this.graph) this.sigma.refresh();
    else this.sigma.setGraph(this.graph);
  }

  /** Change who is hovered, focused or chosen, or which tie, way or group; the rest steps back. */
  lift(change) {
    const before = this.lifted ?? null;
    Object.assign(this, change);
    this.lifted = liftedBy(this);
    if (before || this.lifted) this.sigma.refresh({ skipIndexation: true });
  }

  /** The person whose ties are lifted, or null. */
  get centre() {
    return this.hovered ?? this.focused ?? this.chosen;
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
    const own = this.lifted && ownStroke(this, row);
    return { ...look, color: strokeInk(look, own ?? null), zIndex: own ? 3 : look.zIndex };
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
