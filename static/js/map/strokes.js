/**
 * The strokes of all ties, as columns: of very many, an object each would cost more than the drawing.
 * Stroke 2n is the way there of tie n, 2n + 1 the way back.
 */
import { STROKES, strokeColour, strokeWidth } from "./ties.js";

const MANY = 20_000; // strokes: of more only the strongest stay while the picture moves
const STRONGEST = 2_000;
const A_CROWD = 4_000; // ties: of more each is drawn fainter, so that they do not become one blot
const FAINTEST = 0.12;
const QUIET = { healthy: 0.75, cooling: 0.75, unknown: 0.42 }; // what is usual steps back
const OVER = { unknown: 0, "one-sided": 2, strained: 2 }; // what matters lies on top; the rest is 1
const LAYERS = 3;
const LIFTED = 0.95;
const BACK = { most: 0.07, share: 0.2 }; // how clear the rest is then, of what it was

/** The tie a stroke belongs to, and the rows of those it leads from and to. */
export function endsOf({ low, high }, stroke) {
  const tie = stroke >> 1;
  return stroke & 1 ? [high[tie], low[tie]] : [low[tie], high[tie]];
}

/**
 * The strokes of the ties that are `drawn`, coloured `by` one of STROKES.
 * @returns {{order: Uint32Array, weak: number, inks: string[], ink: Uint8Array, size: Float32Array, alpha: Float32Array}}
 *   order: who is drawn, later ones over earlier ones, the first `weak` left out while moving;
 *   then of each stroke: which of the tokens `inks`, its width in pixels, and how clear it is, from 0 to 1
 */
export function findStrokes(ties, drawn, by) {
  const { there, back } = ties;
  const most = there.reduce((top, one, tie) => Math.max(top, one, back[tie]), 0) || 1;
  const many = drawn.reduce((sum, one) => sum + one, 0);
  const clear = Math.max(Math.min(Math.sqrt(A_CROWD / many), 1), FAINTEST);
  const [inks, least] = [STROKES[by].map(([ink]) => ink), leastToStay(ties)];
  const [ink, size, alpha] = [Uint8Array, Float32Array, Float32Array].map((Column) => new Column(2 * there.length));
  const layers = Array.from({ length: 2 * LAYERS }, () => []);
  const add = (tie, way, attention) => {
    const colour = strokeColour(ties, tie, way, by);
    const stroke = 2 * tie + (way === "back");
    ink[stroke] = inks.indexOf(colour);
    size[stroke] = strokeWidth(attention, most);
    alpha[stroke] = (0.35 + 0.6 * Math.sqrt(attention / most)) * (QUIET[colour] ?? 1) * clear;
    layers[(OVER[colour] ?? 1) + (attention < least ? 0 : LAYERS)].push(stroke);
  };
  drawn.forEach((shown, tie) => {
    if (!shown) return;
    if (there[tie] || !back[tie]) add(tie, "there", there[tie]);
    if (back[tie]) add(tie, "back", back[tie]);
  });
  const weak = layers.slice(0, LAYERS).reduce((sum, layer) => sum + layer.length, 0);
  return { order: new Uint32Array([].concat(...layers)), weak, inks, ink, size, alpha };
}

/** How much attention a stroke needs to be among the strongest of many. */
function leastToStay({ there, back }) {
  if (there.length * 2 <= MANY) return 0;
  const all = new Float64Array(2 * there.length);
  all.set(there);
  all.set(back, there.length);
  return all.sort().at(-STRONGEST);
}

/**
 * The same strokes, once some are lifted: those lie over all others, who nearly vanish.
 * @param {object} strokes as found
 * @param {((tie: number) => boolean) | null} own whether a tie is lifted; null: none is
 */
export function liftStrokes(strokes, own) {
  if (!own) return strokes;
  const lifted = strokes.order.filter((stroke) => own(stroke >> 1));
  const before = new Set(lifted);
  const rest = strokes.order.filter((stroke) => !before.has(stroke));
  const order = new Uint32Array([...rest, ...lifted]);
  const alpha = strokes.alpha.map((clear) => Math.min(BACK.most, BACK.share * clear));
  for (const stroke of lifted) alpha[stroke] = LIFTED;
  const strong = strokes.order.subarray(strokes.weak).reduce((sum, stroke) => sum + !before.has(stroke), 0);
  return { ...strokes, order, alpha, weak: rest.length - strong };
}
