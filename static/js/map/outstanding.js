/** What stands out: who is at the centre, which ties are one-sided, which unit is cut off. */

const FEW = 3; // of each kind
const A_UNIT = 4; // people; fewer are no unit to speak of
const CUT_OFF = 0.2; // of its ties lead out

/**
 * What a look at the picture should tell first, of those who are shown.
 * @param {object} data the map's data
 * @param {{stays: boolean[], drawn: boolean[]}} scene
 * @returns {{central: number[], leaning: number[], apart: {unit: number, out: number, all: number} | null}}
 *   rows of people, of ties and of a unit; leaning and central: the most attention first
 */
export function outstanding({ people, ties, units }, { stays, drawn }) {
  const attention = (row) => ties.there[row] + ties.back[row];
  const rows = (truths) => truths.flatMap((truth, row) => (truth ? [row] : []));
  const central = rows(stays).filter((row) => people.contact[row] > 0);
  const leaning = rows(drawn).filter((row) => ties.sided[row]);
  return {
    central: central.sort((a, b) => people.contact[b] - people.contact[a]).slice(0, FEW),
    leaning: leaning.sort((a, b) => attention(b) - attention(a)).slice(0, FEW),
    apart: stays.every(Boolean) ? cutOff(people, ties, units, rows(drawn)) : null,
  };
}

/** The unit of which the fewest ties lead to others, if those are few. */
function cutOff({ unit }, { low, high }, units, drawn) {
  const counts = units.map((_, row) => ({ unit: row, out: 0, all: 0 }));
  for (const row of drawn) {
    const [one, other] = [unit[low[row]], unit[high[row]]];
    for (const end of new Set([one, other])) {
      if (end < 0) continue;
      counts[end].all += 1;
      counts[end].out += one === other ? 0 : 1;
    }
  }
  const size = (row) => unit.filter((one) => one === row).length;
  const share = ({ out, all }) => out / all;
  const some = counts.filter((one) => one.all && share(one) <= CUT_OFF);
  return some.sort((a, b) => share(a) - share(b)).find((one) => size(one.unit) >= A_UNIT) ?? null;
}

/** Write what stands out into `list`, as text: names may hold anything. */
export function writeOutstanding(list, data, { central, leaning, apart }) {
  const { people, ties, units } = data;
  const name = (row) => people.name[row].trim() || "(no name)";
  const towards = (row) => (ties.sided[row] > 0 ? [ties.low[row], ties.high[row]] : [ties.high[row], ties.low[row]]);
  const tie = (row) => `${people.id[ties.low[row]]}-${people.id[ties.high[row]]}`;
  const said = [
    ["At the centre", central.map((row) => link("who", people.id[row], name(row)))],
    ["One-sided", leaning.map((row) => link("tie", tie(row), ...towards(row).map(name)))],
    ["Cut off", apart ? [link("unit", units[apart.unit].id, units[apart.unit].name), ways(apart)] : []],
  ];
  list.replaceChildren(...said.filter(([, parts]) => parts.length).flatMap(([kind, parts]) => [part("dt", kind), part("dd", ...parts)]));
}

function ways({ out, all }) {
  const few = out ? `${out} of its ${all} ties ${out === 1 ? "leads" : "lead"}` : `none of its ${all} ties leads`;
  return part("small", `${few} to other units`);
}

function part(kind, ...inside) {
  const element = document.createElement(kind);
  element.append(...inside);
  return element;
}

/** A line with a link that chooses somebody, a tie from one to another, or a unit. */
function link(kind, value, ...names) {
  const link = part("a", ...names.flatMap((name, at) => [at ? " to " : "", part("bdi", name)]));
  link.href = `?${new URLSearchParams({ [kind]: value })}`;
  link.dataset[kind] = value;
  return part("div", link);
}
