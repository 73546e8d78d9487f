/** Lines: how numbers went, row by row. What is not known is a gap. */
import { DASHES, MARKS, frame, nameAxis, valueAxis } from "./frame.js";
import { sentence } from "./words.js";

/** The ECharts option of one line per column; lines differ by dash and mark, not by hue alone. */
export function lines(chart) {
  const { heads, rows, ink, unit, low, high } = chart;
  const base = frame(chart);
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: "axis",
      axisPointer: { lineStyle: { color: ink.edge } },
      formatter: ([first]) => sentence(heads, rows[first.dataIndex], unit).replaceAll(/: |, /g, "\n"),
    },
    xAxis: nameAxis(chart, { boundaryGap: false }),
    yAxis: valueAxis(chart, { min: low, max: high, scale: low === undefined }),
    series: heads.map((head, place) => ({
      type: "line",
      name: head.name,
      data: rows.map((row) => row.values[place]),
      symbol: MARKS[place % MARKS.length],
      symbolSize: 7,
      showSymbol: rows.length <= 16,
      lineStyle: { width: 2, type: DASHES[place % DASHES.length] },
      color: ink[head.hue] ?? ink.accent,
      emphasis: { disabled: true },
    })),
  };
}
