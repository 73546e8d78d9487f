/** Bars: what each row is made of, its columns on top of each other. */
import { frame, nameAxis, valueAxis } from "./frame.js";
import { sentence } from "./words.js";

/** The ECharts option of stacked bars; a column parts from its neighbour by a gap of ground. */
export function bars(chart) {
  const { heads, rows, ink, unit, low, high } = chart;
  const base = frame(chart);
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: ([first]) => sentence(heads, rows[first.dataIndex], unit).replaceAll(/: |, /g, "\n"),
    },
    xAxis: nameAxis(chart),
    yAxis: valueAxis(chart, { min: low, max: high, minInterval: unit === "%" ? undefined : 1 }),
    series: heads.map((head, place) => ({
      type: "bar",
      name: head.name,
      stack: "all",
      data: rows.map((row) => row.values[place]),
      barMaxWidth: 40,
      itemStyle: { borderColor: ink.surface, borderWidth: 1 },
      color: ink[head.hue] ?? ink.accent,
      emphasis: { disabled: true },
    })),
  };
}
