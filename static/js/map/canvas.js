/** The graph and the canvas sigma draws it on. */
import { Graph, NodePointProgram, Sigma } from "../../vendor/graph.js";
import { AT_ONCE, isCalm } from "./camera.js";
import { FaintProgram, StrokeProgram, moving } from "./stroke.js";

const MANY = 20_000; // strokes: above this they thin out while moving and cannot be clicked
const STRONGEST = 2_000; // strokes that stay while moving
const A_REST = 150; // milliseconds

/** The network as graphology keeps it: a node per person, an edge per direction of a tie. */
export function buildGraph({ people, ties }) {
  const graph = new Graph({ type: "directed", multi: false });
  people.id.forEach((_, row) => graph.addNode(row, { x: people.x[row], y: people.y[row] }));
  const least = leastToStay(ties);
  const type = (attention) => (attention < least ? "faint" : "stroke");
  ties.low.forEach((low, row) => {
    const [there, back] = [ties.there[row], ties.back[row]];
    if (there || !back) graph.addEdge(low, ties.high[row], { row, way: "there", type: type(there) });
    if (back) graph.addEdge(ties.high[row], low, { row, way: "back", type: type(back) });
  });
  return graph;
}

/** How much attention a stroke needs to be among the strongest of many. */
function leastToStay({ there, back }) {
  if (there.length * 2 <= MANY) return 0;
  return Float64Array.from([...there, ...back]).sort().at(-STRONGEST);
}

/**
 * A sigma on `stage`, ready for a graph of so many `strokes`, with a layer under and one over
 * its own; throws without WebGL. It opens without anybody, so that all are drawn once, in place.
 */
export function openCanvas(strokes, stage, reducers) {
  const sigma = new Sigma(new Graph(), stage, {
    ...reducers,
    ...(isCalm() ? AT_ONCE : {}),
    renderLabels: false,
    zIndex: true,
    enableEdgeEvents: strokes <= MANY,
    minCameraRatio: 0.03,
    maxCameraRatio: 1.6,
    stagePadding: 36,
    nodeProgramClasses: { circle: NodePointProgram }, // without a graphics card a fifth of the time
    edgeProgramClasses: { faint: FaintProgram, stroke: StrokeProgram },
    defaultEdgeType: "stroke",
    defaultDrawNodeHover: () => {},
  });
  sigma.createCanvasContext("ground", { beforeLayer: "edges" });
  sigma.createCanvasContext("names", { beforeLayer: "mouse" });
  if (strokes > MANY) noteMoves(sigma);
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
      sigma.scheduleRender();
    }, A_REST);
  });
  sigma.on("kill", () => clearTimeout(rest));
}
