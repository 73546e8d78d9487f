import { matching } from "../palette.js";
import { PeopleSearch } from "../people-search.js";
import { walk } from "../walk.js";

/**
 * <command-palette data-people="/people/search/?q=" data-person="/people/"> opens on Ctrl-K over
 * any page. Its template holds the pages and actions as options, with `data-href` or, for what
 * another element does, `data-press`: the selector of what to click.
 */
export class CommandPalette extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    this.dialog = this.querySelector("dialog");
    [this.input, this.list, this.status] = ["input", "[role='listbox']", "[role='status']"].map((one) => this.querySelector(one));
    this.entries = [...this.querySelector("template").content.children];
    this.search = new PeopleSearch(this.dataset.people, (people, words) => this.show(people, words));
    const on = (place, kind, act) => place.addEventListener(kind, act, { signal: this.life.signal });
    on(document, "keydown", (press) => this.hear(press));
    on(document, "click", (event) => event.target.closest("[data-palette]") && this.open());
    on(this.querySelector("[data-close]"), "click", () => this.dialog.close());
    on(this.input, "input", () => this.typed());
    on(this.input, "keydown", (press) => this.key(press));
    on(this.list, "click", (event) => this.follow(event.target.closest("[role='option']")));
    on(this.dialog, "close", () => this.search.stop());
  }

  disconnectedCallback() {
    this.life.abort();
  }

  hear(press) {
    if (press.key.toLowerCase() !== "k" || !(press.ctrlKey || press.metaKey) || press.shiftKey || press.altKey) return;
    press.preventDefault();
    if (this.dialog.open) this.dialog.close();
    else if (!document.querySelector("dialog[open]")) this.open();
  }

  open() {
    this.input.value = "";
    this.show([]);
    this.dialog.showModal();
    this.input.focus();
  }

  typed() {
    this.show([]);
    if (this.input.value.trim()) this.search.soon(this.input.value);
    else this.search.stop();
  }

  /** Show the pages and actions that match, then `people`, the first ready for Enter; else `words`. */
  show(people, words = "Looking …") {
    for (const person of people) person.dataset.href = `${this.dataset.person}${person.dataset.value}/`;
    const names = this.entries.map((entry) => entry.textContent);
    const ours = matching(this.input.value, names).map((place) => this.entries[place].cloneNode(true));
    const options = this.input.value.trim() ? [...people, ...ours] : ours;
    options.forEach((option, place) => (option.id = `palette-${place}`));
    this.list.replaceChildren(...options);
    this.status.textContent = options.length ? `${options.length} found` : words;
    this.status.classList.toggle("visually-hidden", options.length > 0); // seen where nothing else is
    this.mark(options.length ? 0 : -1);
  }

  mark(place) {
    const options = [...this.list.children];
    this.at = place;
    options.forEach((option, other) => option.setAttribute("aria-selected", String(other === place)));
    options[place]?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[place]?.id ?? "");
  }

  key(press) {
    const next = press.key.startsWith("Arrow") && walk(press.key, this.at, this.list.children.length, { round: true });
    if (typeof next === "number") this.mark(next);
    else if (press.key === "Enter") this.follow(this.list.children[this.at]);
    else return;
    press.preventDefault(); // or Enter would press what gets the focus next
  }

  follow(option) {
    if (!option) return;
    if (option.dataset.href) return location.assign(option.dataset.href);
    this.dialog.close();
    document.querySelector(option.dataset.press)?.click();
  }
}
