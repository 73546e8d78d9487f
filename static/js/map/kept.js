/** Which people and ties a view keeps, by the same rules as the table (`map_filters.py`). */
import { within } from "./people.js";

const RANGES = { trust: ["trustThere", "trustBack"], silence: ["silence"], strength: ["strength"] };
const OF_TALKS = ["since", "until", "channel", "formality", "topic"];

/**
 * What the filters keep: a truth for each person, and for each tie.
 * @param {object} data the map's data; `data.talked` is null, or a truth for each tie
 * @param {object} view as in address.js
 * @returns {{stays: boolean[], ties: boolean[]}}
 */
export function kept(data, view) {
  const { low, high, present } = data.ties;
  const passes = [...tieTests(data, view)];
  let ties = low.map((_, row) => (present?.[row] ?? true) && passes.every((test) => test(row)));
  let stays = askedFor(data, view);
  if (view.centre) {
    const near = around(data, view, ties);
    stays = stays.map((stay, row) => stay && near[row]);
    ties = ties.map((tie, row) => tie && near[low[row]] && near[high[row]]);
  }
  ties = ties.map((tie, row) => tie && (stays[low[row]] || stays[high[row]]));
  return { stays: data.talked || asksTies(view) ? joined(data, stays, ties) : stays, ties };
}

/** Whether a view asks for conversations, which only the server can answer. */
export function asksTalks(view) {
  return OF_TALKS.some((name) => view[name]);
}

function asksTies(view) {
  const bounds = Object.keys(RANGES).some((score) => view[`${score}_from`] || view[`${score}_to`]);
  return Boolean(bounds || view.band || (view.show && view.show !== "brokers"));
}

/** People asked for by what they are themselves. */
function askedFor({ people, layers, units }, view) {
  const inside = view.unit ? within(units, view.unit) : null;
  const words = plain(view.q).split(/\s+/).filter(Boolean);
  return people.id.map((_, row) => {
    if (view.layer && layers[people.layer[row]][0] !== view.layer) return false;
    if (inside && !inside.has(people.unit[row])) return false;
    if (view.counterpart && String(people.counterpart[row] ?? "") !== view.counterpart) return false;
    if (view.show === "brokers" && !people.broker[row]) return false;
    if (!words.length) return true;
    const unit = units[people.unit[row]]?.name ?? "";
    const said = plain(`${people.name[row]} ${people.title[row]} ${unit}`);
    return words.every((word) => said.includes(word));
  });
}

/** Letters that Unicode does not take apart; the same as `WHOLE` in `plain.py`. */
const WHOLE = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ß: "ss", ς: "σ" };

/** The text without case and accents, so that "Muller" finds "Müller". */
function plain(text) {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/[øłđðþæœıßς]/g, (letter) => WHOLE[letter]);
}

/** What a tie must pass, each a question about its row. */
function* tieTests({ ties, people, talked }, view) {
  const unit = (row) => people.unit[row];
  const shown = {
    across: (row) => {
      const [one, other] = [unit(ties.low[row]), unit(ties.high[row])];
      return one !== other && one >= 0 && other >= 0;
    },
    one_sided: (row) => Boolean(ties.sided[row]),
    cooling: (row) => ties.band[row] === "cooling",
    threads: (row) => ties.thread[row],
  }[view.show];
  if (shown) yield shown;
  if (view.band) yield (row) => ties.band[row] === view.band;
  if (talked) yield (row) => talked[row];
  for (const [score, columns] of Object.entries(RANGES)) {
    const [from, to] = ["from", "to"].map((end) => view[`${score}_${end}`]);
    if (from || to) yield (row) => columns.some((name) => inside(ties[name][row], from, to));
  }
}

function inside(value, from, to) {
  if (value === null || value === undefined) return false;
  return (!from || value >= Number(from) - 1e-6) && (!to || value <= Number(to) + 1e-6);
}

/** Who is in the centre, or within so many steps of it over these ties. */
function around({ people, ties: { low, high } }, view, ties) {
  let near = people.id.map((id) => String(id) === view.centre);
  for (let step = 0; step < (view.steps === "2" ? 2 : 1); step++) {
    const reached = [...near];
    low.forEach((from, row) => {
      if (!ties[row]) return;
      if (near[from]) reached[high[row]] = true;
      if (near[high[row]]) reached[from] = true;
    });
    near = reached;
  }
  return near;
}

/** Those who stay and have a tie that stays. */
function joined({ ties: { low, high } }, stays, ties) {
  const ends = new Set();
  ties.forEach((tie, row) => tie && ends.add(low[row]).add(high[row]));
  return stays.map((stay, row) => stay && ends.has(row));
}
