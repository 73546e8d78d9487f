/** The graph and the canvas sigma draws it on. */
import { Graph, Sigma } from "../../vendor/graph.js";
import { StrokeProgram } from "./stroke.js";

const MANY = 20000; // strokes: above this they are left out while moving and cannot be clicked

/** The network as graphology keeps it: a node per person, an edge per direction of a tie. */
export function buildGraph({ people, ties }) {
  const graph = new Graph({ type: "directed", multi: false });
  people.id.forEach((_, row) => graph.addNode(row, { x: people.x[row], y: people.y[row] }));
  ties.low.forEach((low, row) => {
    const silent = !ties.there[row] && !ties.back[row];
    if (ties.there[row] || silent) graph.addEdge(low, ties.high[row], { row, way: "there" });
    if (ties.back[row]) graph.addEdge(ties.high[row], low, { row, way: "back" });
  });
  return graph;
}

/**
 * A sigma on `stage`, ready for a graph of so many `strokes`, with a layer under and one over
 * its own; throws without WebGL. It opens without anybody, so that all are drawn once, in place.
 */
export function openCanvas(strokes, stage, reducers) {
  const many = strokes > MANY;
  const sigma = new Sigma(new Graph(), stage, {
    ...reducers,
    renderLabels: false,
    zIndex: true,
    enableEdgeEvents: !many,
    hideEdgesOnMove: many,
    minCameraRatio: 0.03,
    maxCameraRatio: 1.6,
    stagePadding: 36,
    edgeProgramClasses: { stroke: StrokeProgram },
    defaultEdgeType: "stroke",
    defaultDrawNodeHover: () => {},
  });
  sigma.createCanvasContext("ground", { beforeLayer: "edges" });
  sigma.createCanvasContext("names", { beforeLayer: "mouse" });
  return sigma.resize(true);
}
