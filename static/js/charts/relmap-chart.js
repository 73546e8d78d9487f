/**
 * <relmap-chart data-kind="lines" data-label="Trust, week by week"> draws the table it holds:
 *   <div class="figure needs-script"></div><details class="twin"><summary>…</summary><table>…
 * The figure is walked with the arrow keys; Enter, or a click, leads to who is behind a mark.
 */
import { resolve, TOKENS } from "../map/colours.js";
import { walk } from "../walk.js";
import { bars } from "./bars.js";
import { lines } from "./lines.js";
import { quadrants } from "./quadrants.js";
import { seen } from "./seen.js";
import { read } from "./table.js";
import { sentence } from "./words.js";

const KINDS = { bars, lines, quadrants };
const INKS = { ...TOKENS, "accent-strong": "var(--accent-strong)" };
const KEYS = { ArrowRight: "ArrowDown", ArrowLeft: "ArrowUp" };
const PAPER = 660; // CSS pixels across a printed page
const NARROW = 480;

export class RelmapChart extends HTMLElement {
  async connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    this.figure = this.querySelector(".figure");
    this.table = this.querySelector("table");
    this.at = -1;
    await seen(this.figure, signal);
    const { init } = await import("../../vendor/charts.js");
    if (signal.aborted) return;
    this.chart = init(this.figure, null, { renderer: "svg" });
    signal.addEventListener("abort", () => this.chart.dispose());
    this.makeAccessible();
    this.draw();
    this.chart.on("click", ({ dataIndex }) => this.open(dataIndex));
    this.figure.addEventListener("keydown", (event) => this.walk(event), { signal });
    this.figure.addEventListener("blur", () => this.chart.dispatchAction({ type: "hideTip" }), { signal });
    this.follow(signal);
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** Say what it is; the drawing itself is silent, for its marks are said one by one. */
  makeAccessible() {
    this.figure.tabIndex = 0;
    this.figure.setAttribute("role", "application");
    this.figure.setAttribute("aria-label", `${this.dataset.label}. Arrow keys walk, Enter opens.`);
    this.figure.firstElementChild.setAttribute("aria-hidden", "true");
    this.says = document.createElement("p");
    this.says.className = "visually-hidden";
    this.says.setAttribute("role", "status");
    this.append(this.says);
  }

  /** Draw anew when the theme or the room changes, and for paper. */
  follow(signal) {
    const draw = () => this.draw();
    const room = new ResizeObserver(() => this.figure.clientWidth && this.draw());
    room.observe(this.figure);
    signal.addEventListener("abort", () => room.disconnect());
    document.addEventListener("theme-changed", draw, { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw, { signal });
    addEventListener("beforeprint", () => this.draw(true), { signal });
    addEventListener("afterprint", draw, { signal });
  }

  draw(onPaper = false) {
    this.classList.toggle("on-paper", onPaper);
    const { low, high, unit, corners, steps, kind } = this.dataset;
    const room = this.figure.clientWidth - 2 * parseFloat(getComputedStyle(this.figure).paddingInlineStart);
    const width = onPaper ? Math.min(PAPER, room) : room;
    this.chart.resize({ width });
    this.data = {
      ...read(this.table),
      ink: { ...resolve(this, INKS), family: getComputedStyle(this).fontFamily },
      low: low ? Number(low) : undefined,
      high: high ? Number(high) : undefined,
      corners: corners?.split("|"),
      steps: steps?.split("|"),
      width,
      narrow: width < NARROW,
      unit,
    };
    this.chart.setOption(KINDS[kind](this.data), true);
  }

  walk(event) {
    const { heads, rows, unit } = this.data;
    if (event.key === "Enter" && this.at >= 0) return this.open(this.at);
    const to = walk(KEYS[event.key] ?? event.key, this.at, rows.length);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.at = to;
    this.chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: to });
    this.says.textContent = sentence(heads, rows[to], unit);
  }

  /** Lead to the one person or page behind row `place`, or to its line of the table. */
  open(place) {
    const { people, href } = this.data.rows[place];
    const only = href ?? (people.length === 1 ? people[0].href : undefined);
    if (only) return location.assign(only);
    this.table.closest("details").open = true;
    const row = this.table.tBodies[0].rows[place];
    row.scrollIntoView({ block: "nearest" });
    row.querySelector("a")?.focus({ preventScroll: true });
  }
}

customElements.define("relmap-chart", RelmapChart);
