/** What stands out: who is at the centre, which ties are one-sided, which unit is cut off. */
import { called } from "./people.js";

const FEW = 3; // of each kind
const ONE_IN = 5; // people is at the centre, while they are few
const A_UNIT = 4; // people; fewer are no unit to speak of
const CUT_OFF = 0.2; // of its contact is with others

/**
 * What a look at the picture should tell first, of those who are shown; of units only where nobody is left out.
 * @param {object} data the map's data
 * @param {{stays: boolean[], drawn: boolean[]}} scene
 * @returns {{central: number[], leaning: number[], apart: {unit: number, share: number}[]}}
 *   rows of people and of ties, the most attention first; rows of units, with the share of
 *   their contact that is with others, the least first
 */
export function outstanding({ people, ties, units, everybody = people.id.length }, { stays, drawn }) {
  const attention = (row) => ties.there[row] + ties.back[row];
  const rows = (truths) => truths.map((truth, row) => (truth ? row : -1)).filter((row) => row >= 0);
  const central = rows(stays).filter((row) => people.contact[row] > 0);
  const seen = rows(drawn);
  const leaning = seen.filter((row) => ties.sided[row]);
  return {
    central: central.sort((a, b) => people.contact[b] - people.contact[a]).slice(0, Math.min(FEW, Math.ceil(central.length / ONE_IN))),
    leaning: leaning.sort((a, b) => attention(b) - attention(a)).slice(0, FEW),
    apart: stays.every(Boolean) && stays.length === everybody ? cutOff(people, units, ties, seen) : [],
  };
}

/** The units that have little to do with others. */
function cutOff({ unit }, units, { low, high, there, back }, drawn) {
  const sums = units.map((_, row) => ({ unit: row, out: 0, all: 0, people: 0 }));
  for (const row of unit) if (row >= 0) sums[row].people += 1;
  for (const row of drawn) {
    const [one, other, attention] = [unit[low[row]], unit[high[row]], there[row] + back[row]];
    if (one >= 0) sums[one].all += attention;
    if (one === other) continue;
    if (other >= 0) sums[other].all += attention;
    for (const end of [one, other]) if (end >= 0) sums[end].out += attention;
  }
  const known = sums.filter(({ people, all }) => people >= A_UNIT && all > 0);
  const shares = known.map(({ unit, out, all }) => ({ unit, share: out / all }));
  return shares.filter(({ share }) => share <= CUT_OFF).sort((a, b) => a.share - b.share).slice(0, FEW);
}

/** Write what stands out into `list`, as text: names may hold anything. */
export function writeOutstanding(list, { people, ties, units }, { central, leaning, apart }) {
  const name = (row) => called(people.name[row]);
  const ends = (row) => [ties.low[row], ties.high[row]];
  const tie = (row) => ends(row).map((one) => people.id[one]).join("-");
  const towards = (row) => (ties.sided[row] > 0 ? ends(row) : ends(row).reverse());
  const within = (share) => part("small", ` ${Math.floor((1 - share) * 100)} % of its contact stays within`);
  const said = [
    ["At the centre", central.map((row) => [link("who", people.id[row], name(row))])],
    ["One-sided", leaning.map((row) => [link("tie", tie(row), ...towards(row).map(name))])],
    ["Cut off", apart.map(({ unit, share }) => [link("unit", units[unit].id, units[unit].name), within(share)])],
  ];
  const terms = said.filter(([, lines]) => lines.length);
  list.replaceChildren(...terms.flatMap(([kind, lines]) => [part("dt", kind), part("dd", ...lines.map((line) => part("div", ...line)))]));
}

function part(kind, ...inside) {
  const element = document.createElement(kind);
  element.append(...inside);
  return element;
}

/** A link that chooses somebody, a tie from one to another, or a unit. */
function link(kind, value, ...names) {
  const link = part("a", ...names.flatMap((name, at) => [at ? " to " : "", part("bdi", name)]));
  link.href = `?${new URLSearchParams({ [kind]: value })}`;
  link.dataset[kind] = value;
  return link;
}
