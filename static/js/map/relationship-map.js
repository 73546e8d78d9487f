/**
 * <relationship-map data-source data-page> draws the network and answers mouse, touch and keys.
 * It holds the filters, .stage, .legend, #map-panel and a status line; htmx may swap it.
 */
import { readAddress, writeAddress } from "./address.js";
import { fillControls } from "./controls.js";
import { Keys } from "./keys.js";
import { listen } from "./listen.js";
import { legendOf, writeLegend } from "./legend.js";
import { describeView } from "./words.js";

export class RelationshipMap extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    this.form = this.querySelector("form");
    this.stage = this.querySelector(".stage");
    this.view = readAddress(location.search);
    this.open().catch((why) => this.life.signal.aborted || this.readInstead(why));
  }

  disconnectedCallback() {
    this.life.abort();
    this.drawing?.kill();
    this.drawing = null;
  }

  async open() {
    const { signal } = this.life;
    const [{ Drawing }, answer] = await Promise.all([import("./drawing.js"), fetch(this.dataset.source, { signal })]);
    this.data = await answer.json();
    if (signal.aborted) return;
    this.drawing = new Drawing(this.stage, this.data, this.view);
    listen(this, signal);
    new Keys(this, signal);
    this.show(this.view);
    this.dataset.drawn = this.data.people.id.length;
  }

  /** Choose a person or a tie (or nobody) and remember it in the address. */
  choose({ who = "", tie = "" }) {
    if (String(who) === this.view.who && tie === this.view.tie) return;
    this.go({ ...this.view, who: String(who), tie }, "pushState");
  }

  go(view, how) {
    history[how](history.state, "", location.pathname + writeAddress(view));
    this.show(view);
  }

  show(view) {
    const { data, drawing } = this;
    const turned = view.who !== this.panelled?.who || view.tie !== this.panelled?.tie;
    this.view = view;
    fillControls(this, view);
    if (drawing.view !== view) drawing.show(view);
    const row = data.people.id.findIndex((id) => String(id) === view.who);
    const tie = data.ties.low.findIndex((_, each) => this.tieName(each) === view.tie);
    drawing.lift({ chosen: row < 0 ? null : row, tie: tie < 0 ? null : tie });
    writeLegend(this.querySelector(".legend"), legendOf(drawing));
    this.say(describeView(drawing.scene.stays.filter(Boolean).length, data.people.id.length));
    if (turned) this.ask(view);
  }

  /** Fetch what is known about the chosen person or tie. */
  ask(view) {
    const first = this.panelled === undefined; // the page came with its panel
    this.panelled = { who: view.who, tie: view.tie };
    if (first) return;
    const address = this.dataset.page + writeAddress({ who: view.who, tie: view.tie });
    window.htmx.ajax("GET", address, { target: "#map-panel", swap: "innerHTML" });
  }

  close() {
    this.choose({});
    this.stage.focus();
  }

  tieName(row) {
    const { id } = this.data.people;
    return `${id[this.data.ties.low[row]]}-${id[this.data.ties.high[row]]}`;
  }

  say(words) {
    this.querySelector("[role='status']").textContent = words;
  }

  /** Without WebGL or the libraries, open the same people and ties as a table. */
  readInstead(why) {
    console.warn("The map cannot be drawn here:", why);
    location.replace(this.dataset.twin);
  }
}

customElements.define("relationship-map", RelationshipMap);
