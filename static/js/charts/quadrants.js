/** Quadrants: people by two scales of 1 to 5, those on one spot together, by name. */
import { frame } from "./frame.js";
import { sentence } from "./words.js";

const STEPS = ["1", "2", "3", "4", "5"];
const WHOLE = { show: false, min: 0, max: 1 }; // an axis from edge to edge, for what is no person

/**
 * The ECharts option of spots: the first two columns say where, the third how many stand there.
 * corners: what each quarter is called, top left first; without them a diagonal is drawn:
 * where both scales say the same. steps: what 1 to 5 are called.
 */
export function quadrants(chart) {
  const { heads, rows, ink, corners, steps = STEPS, narrow, width } = chart;
  const base = frame({ ...chart, heads: [] });
  const most = Math.max(1, ...rows.map((row) => row.values[2]));
  const side = (head) => ({
    type: "category",
    data: narrow ? STEPS : steps,
    name: head.name,
    nameLocation: "middle",
    nameTextStyle: { color: ink.soft, fontWeight: 600 },
    axisLine: { lineStyle: { color: ink.edge } },
    axisTick: { show: false },
    axisLabel: { color: ink.soft, interval: 0 },
  });
  return {
    ...base,
    grid: { ...base.grid, bottom: 26, left: 26, right: 8 },
    tooltip: { ...base.tooltip, trigger: "item", formatter: ({ dataIndex }) => sentence(heads, rows[dataIndex]).replace(": ", "\n") },
    xAxis: [{ ...side(heads[0]), nameGap: 28 }, WHOLE],
    yAxis: [{ ...side(heads[1]), nameGap: narrow || steps === STEPS ? 24 : 76 }, WHOLE],
    series: [
      {
        type: "scatter",
        data: rows.map(({ values: [across, up, count] }) => ({
          value: [across - 1, up - 1, count],
          label: { position: up === 1 ? "top" : "bottom" }, // the lowest corners have names
        })),
        symbolSize: ([, , count]) => 10 + 26 * Math.sqrt(count / most),
        itemStyle: { color: ink.accent, borderColor: ink.surface, borderWidth: 1 },
        label: {
          show: true,
          color: ink.ink,
          width: width / 5.5,
          overflow: "truncate",
          formatter: ({ dataIndex }) => short(rows[dataIndex], narrow),
        },
        labelLayout: { hideOverlap: true },
        emphasis: { itemStyle: { color: ink["accent-strong"] } },
      },
      division(corners, ink),
    ],
  };
}

/** Who stands on a spot, as short as a drawing needs it: "Helen Brandt +2". */
export function short({ people, values: [, , count] }, narrow = false) {
  if (narrow) return count > 1 ? String(count) : people[0].name.split(" ").at(-1);
  return count > 1 ? `${people[0].name} +${count - 1}` : people[0].name;
}

/** What parts the ground: a cross with the names of its quarters, or the diagonal. */
function division(corners, ink) {
  const at = [[0, 1], [1, 1], [0, 0], [1, 0]];
  const cross = [{ xAxis: 0.5 }, { yAxis: 0.5 }];
  const diagonal = [[{ coord: [0, 0] }, { coord: [1, 1] }]];
  const line = { color: ink.edge, type: [4, 4] };
  const name = (text, place) => ({
    show: true,
    position: [place % 2 ? -6 : 6, place < 2 ? 4 : -16],
    align: place % 2 ? "right" : "left",
    color: ink.soft,
    fontWeight: 600,
    formatter: text,
  });
  return {
    type: "scatter",
    silent: true,
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbolSize: 0,
    z: 1,
    tooltip: { show: false },
    data: (corners ?? []).map((text, place) => ({ value: at[place], label: name(text, place) })),
    markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: line, data: corners ? cross : diagonal },
  };
}
