/** The graph of people, and the sigma that draws it. */
import { Graph, NodePointProgram, Sigma } from "../../vendor/graph.js";
import { AT_ONCE, isCalm } from "./camera.js";
import { StrokeProgram, moving, strokesOf } from "./stroke.js";

const A_REST = 150; // milliseconds

/** A node per person, for sigma; ties are drawn beside it. */
export function buildGraph({ x, y }) {
  const graph = new Graph();
  x.forEach((_, row) => graph.addNode(row, { x: x[row], y: y[row] }));
  return graph;
}

/**
 * A sigma on `stage`, with a layer under and one over its own; throws without WebGL. It opens
 * without anybody: while the data are still on their way, and so that all are drawn once, in place.
 */
export function openCanvas(stage, nodeReducer) {
  const sigma = new Sigma(new Graph(), stage, {
    nodeReducer,
    ...(isCalm() ? AT_ONCE : {}),
    renderLabels: false,
    zIndex: true,
    minCameraRatio: 0.03,
    maxCameraRatio: 1.6,
    stagePadding: 36,
    nodeProgramClasses: { circle: NodePointProgram }, // without a graphics card a fifth of the time
    edgeProgramClasses: { stroke: StrokeProgram },
    defaultEdgeType: "stroke",
    defaultDrawNodeHover: () => {},
  });
  sigma.createCanvasContext("ground", { beforeLayer: "edges" });
  sigma.createCanvasContext("names", { beforeLayer: "mouse" });
  noteMoves(sigma);
  return sigma.resize(true);
}

/** Note that the picture moves, by mouse, touch, wheel or keys, until it rests. */
function noteMoves(sigma) {
  let rest;
  sigma.getCamera().on("updated", () => {
    moving.add(sigma);
    clearTimeout(rest);
    rest = setTimeout(() => {
      moving.delete(sigma);
      if (strokesOf.get(sigma)?.weak) sigma.scheduleRender();
    }, A_REST);
  });
  sigma.on("kill", () => clearTimeout(rest));
}
