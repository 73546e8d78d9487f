/** What all charts share: type, grid, axes and tips in the colours of the page. */
import { said } from "./words.js";

export const MARKS = ["circle", "rect", "triangle", "diamond", "roundRect", "arrow"];
export const DASHES = ["solid", [6, 4], [2, 3], [10, 3, 2, 3], "solid", [6, 4]];

/** The parts of an ECharts option that do not depend on what is drawn. */
export function frame({ ink, heads, narrow }) {
  const words = { color: ink.soft, fontFamily: ink.family, fontSize: 12 };
  return {
    animation: false,
    textStyle: words,
    grid: { left: 4, right: 16, top: heads.length > 1 ? (narrow ? 56 : 36) : 12, bottom: 4, containLabel: true },
    legend: {
      show: heads.length > 1,
      top: 0,
      left: 0,
      icon: undefined,
      itemWidth: 18,
      itemHeight: 10,
      textStyle: words,
      inactiveColor: ink.edge,
      selectedMode: false, // the table has every column, so must the chart
    },
    tooltip: {
      renderMode: "richText", // the other mode writes HTML with styles, which the page refuses
      confine: true,
      backgroundColor: ink.surface,
      borderColor: ink.edge,
      borderWidth: 1,
      textStyle: { ...words, color: ink.ink },
    },
  };
}

/** An axis of names. */
export function nameAxis({ ink, rows }, more = {}) {
  return {
    type: "category",
    data: rows.map((row) => row.name),
    axisLine: { lineStyle: { color: ink.edge } },
    axisTick: { show: false },
    axisLabel: { color: ink.soft, hideOverlap: true },
    ...more,
  };
}

/** An axis of values, quiet enough to be read through. */
export function valueAxis({ ink, unit }, more = {}) {
  return {
    type: "value",
    axisLabel: { color: ink.soft, formatter: (value) => said(value, unit === "%" ? "%" : "") },
    splitLine: { lineStyle: { color: ink.line } },
    ...more,
  };
}
