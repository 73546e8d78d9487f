/**
 * <relationship-map data-source data-talks data-together data-page> draws the network and answers mouse, touch and
 * keys. It holds the filters, .stage, .legend, #map-panel and a status line; htmx may swap it.
 */
import { chosenIn, readAddress, writeAddress } from "./address.js";
import { fillControls } from "./controls.js";
import { Keys } from "./keys.js";
import { legendOf, writeLegend } from "./legend.js";
import { listen } from "./listen.js";
import { outstanding, writeOutstanding } from "./outstanding.js";
import { Source } from "./source.js";
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
    this.source = new Source({ data: this.dataset.source, talks: this.dataset.talks, together: this.dataset.together }, signal);
    const ready = import("./drawing.js").then(({ Drawing }) => signal.aborted || (this.drawing = new Drawing(this.stage)));
    const [now] = await Promise.all([this.source.open(), ready]);
    if (signal.aborted) return;
    this.data = now;
    this.drawing.begin(this.view, now);
    listen(this, signal);
    new Keys(this, signal);
    await this.show(this.view);
    this.dataset.drawn = now.people.id.length;
    this.dispatchEvent(new Event("map:drawn"));
  }

  /** Choose a person, a tie, a way or a group (or nobody) and remember it in the address. */
  choose(choice) {
    const chosen = chosenIn({ ...choice });
    if (JSON.stringify(chosen) !== JSON.stringify(chosenIn(this.view))) this.go({ ...this.view, ...chosen }, "pushState");
  }

  go(view, how) {
    history[how](history.state, "", location.pathname + writeAddress(view));
    return this.show(view);
  }

  /** Show `view` once what it asks for is here; a newer view wins. */
  async show(view) {
    const turned = JSON.stringify([chosenIn(view), view.on]) !== this.panelled;
    this.view = view;
    fillControls(this, view);
    if (turned) this.ask(view);
    const data = await this.source.of(view).catch(({ told }) => this.say(told ?? "The server did not answer. Try again in a moment."));
    if (!data || this.view !== view || !this.drawing) return;
    this.data = data;
    if (this.drawing.view !== view || this.drawing.data !== data) this.drawing.show(view, data);
    this.drawing.lift(this.rowsOf(view));
    writeLegend(this.querySelector(".legend"), legendOf(this.drawing));
    writeOutstanding(this.querySelector("[data-outstanding]"), data, outstanding(data, this.drawing.scene));
    this.say(describeView(this.drawing.scene.stays.filter(Boolean).length, data.people.id.length, { ...view, everybody: data.everybody }));
    this.dispatchEvent(new Event("map:shown"));
  }

  /** The rows of whom and what `view` chooses. */
  rowsOf({ who, tie, group }) {
    const { people, ties } = this.data;
    const found = (row) => (row < 0 ? null : row);
    const members = group.split("-").map((id) => people.id.indexOf(Number(id))).filter((row) => row >= 0);
    return {
      chosen: who ? found(people.id.findIndex((id) => String(id) === who)) : null,
      tie: tie ? found(ties.low.findIndex((_, row) => this.tieName(row) === tie)) : null,
      group: members.length ? new Set(members) : null,
      way: this.way,
    };
  }

  /** Fetch what is known about whom or what is chosen. */
  async ask(view) {
    const first = this.panelled === undefined; // the page came with its panel
    this.way = null;
    const asked = (this.panelled = JSON.stringify([chosenIn(view), view.on]));
    const address = this.dataset.page + writeAddress({ ...chosenIn(view), on: view.on });
    if (!first) await window.htmx.ajax("GET", address, { target: "#map-panel", swap: "innerHTML" });
    if (!first && Object.values(chosenIn(view)).some(Boolean)) this.reveal();
    const way = this.querySelector("[data-way]")?.dataset.way.split("-").map(Number);
    if (!way || asked !== this.panelled || !this.drawing) return;
    const drawn = way.map((id) => this.data.people.id.indexOf(id)).filter((row) => row >= 0);
    this.way = drawn.length ? drawn : null;
    this.drawing.lift({ way: this.way });
  }

  /** Where the panel lies below the screen, bring its beginning up; the picture stays in sight. */
  reveal() {
    const head = this.querySelector("#map-panel h2");
    if (head && head.getBoundingClientRect().bottom > innerHeight) head.scrollIntoView({ block: "center" });
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
    this.querySelector(".map-says").textContent = words;
  }

  /** Without WebGL or the libraries, open the same people and ties as a table. */
  readInstead(why) {
    console.warn("The map cannot be drawn here:", why);
    location.replace(this.dataset.twin);
  }
}

customElements.define("relationship-map", RelationshipMap);
