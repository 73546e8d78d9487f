/** How one direction of a tie is drawn: width is attention, colour what was asked for. */

/** Colours a stroke can have: the key names a CSS token, the words stand in the legend. */
export const STROKES = {
  known: [
    ["healthy", "trusts the other"],
    ["cooling", "mixed experience"],
    ["strained", "let down"],
    ["one-sided", "one-sided: only one reaches out"],
    ["unknown", "trust unknown"],
  ],
  trust: [
    ["healthy", "trusts the other"],
    ["cooling", "mixed experience"],
    ["strained", "let down"],
    ["unknown", "trust unknown"],
  ],
  balance: [
    ["healthy", "both reach out"],
    ["one-sided", "one-sided: only one reaches out"],
    ["unknown", "too little to tell"],
  ],
  recency: [
    ["healthy", "spoke within a month"],
    ["cooling", "spoke within three months"],
    ["unknown", "longer ago"],
  ],
  change: [
    ["healthy", "more than three months ago"],
    ["accent", "new since then"],
    ["edge", "about as then"],
    ["one-sided", "less than then"],
  ],
  health: [
    ["healthy", "healthy"],
    ["cooling", "cooling"],
    ["one-sided", "one-sided"],
    ["strained", "strained"],
    ["unknown", "health unknown"],
  ],
};

const TRUSTED = 0.25; // of -1 to 1
const LET_DOWN = -0.25;

/**
 * Line width of one direction of a tie, in CSS pixels.
 * @param {number} attention how much one reaches out to the other, >= 0
 * @param {number} most the most of any tie in view, > 0
 * @returns {number} from 0.7 to 6; no attention is the thinnest line
 */
export function strokeWidth(attention, most) {
  if (!(attention >= 0)) throw new RangeError(`attention ${attention} is below 0`);
  return 0.7 + 5.3 * Math.sqrt(Math.min(attention / most, 1));
}

/**
 * Which colour a direction of a tie has.
 * @param {object} ties the columns of the map's data
 * @param {number} row of the tie
 * @param {"there" | "back"} way from its low end, or to it
 * @param {keyof STROKES} by
 * @returns {string} name of a CSS token; "unknown" is drawn dashed
 */
export function strokeColour(ties, row, way, by) {
  if (by === "known" || by === "trust") {
    const trust = ofTrust(ties[way === "there" ? "trustThere" : "trustBack"][row]);
    return by === "known" && trust === "unknown" && ties.sided[row] ? "one-sided" : trust;
  }
  if (by === "balance") return ofBalance(ties.sided[row]);
  if (by === "health") return ties.band[row].replace("_", "-");
  if (by === "change") return ofChange(ties, row, way);
  return ofQuiet(ties.quiet[row]);
}

/** Whether strokes of such a colour are drawn in dashes. */
export function isDashed(colour) {
  return colour === "unknown";
}

/** What a tie is coloured by when nobody chose: trust and who reaches out, once any trust is known. */
export function usualColour(ties) {
  const known = (trust) => trust !== null;
  return ties.trustThere.some(known) || ties.trustBack.some(known) ? "known" : "balance";
}

function ofTrust(trust) {
  if (trust === null) return "unknown";
  if (trust >= TRUSTED) return "healthy";
  return trust > LET_DOWN ? "cooling" : "strained";
}

function ofBalance(sided) {
  if (sided === null) return "unknown";
  return sided === 0 ? "healthy" : "one-sided";
}

/** More or less attention than three months before, by a fifth or more. */
function ofChange({ there, back, before }, row, way) {
  if (!before?.there[row] && !before?.back[row]) return "accent";
  const [now, then] = [{ there, back }, before].map((ties) => ties[way][row]);
  if (now > then * 1.25) return "healthy";
  return now < then * 0.8 ? "one-sided" : "edge";
}

function ofQuiet(days) {
  if (days === null || days > 90) return "unknown";
  return days <= 30 ? "healthy" : "cooling";
}
