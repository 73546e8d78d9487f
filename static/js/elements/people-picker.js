import { chip, drawPicker, nameOf, undraw } from "../picker.js";
import { PeopleSearch } from "../people-search.js";
import { walk } from "../walk.js";

/**
 * <people-picker data-search="/people/search/?q="> around a <select multiple>: chips, and a search line.
 * Who is not found may be offered to be added: then it tells of `person-missing`, and waits for `take`.
 */
export class PeoplePicker extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    this.select = this.querySelector("select");
    this.parts = drawPicker(this.select);
    this.select.after(this.parts.frame);
    const { input, list, chips } = this.parts;
    this.search = new PeopleSearch(this.dataset.search, (...found) => this.show(...found));
    const on = (place, kind, act) => place.addEventListener(kind, act, { signal: this.life.signal });
    on(input, "input", () => this.typed());
    on(input, "click", () => list.hidden && this.search.now(input.value));
    on(input, "keydown", (press) => this.key(press));
    on(list, "mousedown", (event) => event.preventDefault()); // keeps the focus on the line
    on(list, "click", (event) => this.choose(event.target.closest("[role='option']")));
    on(chips, "click", (event) => this.drop(event.target.closest("[data-drop]")?.dataset.drop));
    on(this, "focusout", (event) => this.contains(event.relatedTarget) || this.close());
    this.draw();
  }

  disconnectedCallback() {
    this.life.abort();
    this.search.stop();
    undraw(this.select, this.parts);
  }

  /** Show found options below the line, the first ready for Enter; or `words` where there are none. */
  show(found, words = "") {
    const { input, list, nobody, status } = this.parts;
    const chosen = new Set([...this.select.selectedOptions].map((option) => option.value));
    const options = found.filter((option) => !chosen.has(option.dataset.value));
    options.forEach((option, place) => (option.id = `${list.id}-${place}`));
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    nobody.hidden = !words;
    nobody.textContent = status.textContent = words;
    if (options.length) status.textContent = options[0].dataset.missing ? options[0].textContent : `${options.length} found`;
    input.setAttribute("aria-expanded", String(!list.hidden));
    this.mark(list.hidden ? -1 : 0);
  }

  /** A name half written is said before the form is sent, so that nobody is left out silently. */
  typed() {
    const { input } = this.parts;
    input.setCustomValidity(input.value.trim() ? "Choose a person from the list, or clear this line." : "");
    if (input.value.trim()) this.search.soon(input.value);
    else this.close();
  }

  close() {
    this.search.stop();
    this.show([]);
  }

  mark(place) {
    const options = [...this.parts.list.children];
    this.at = place;
    options.forEach((option, other) => option.setAttribute("aria-selected", String(other === place)));
    options[place]?.scrollIntoView({ block: "nearest" });
    this.parts.input.setAttribute("aria-activedescendant", options[place]?.id ?? "");
  }

  key(press) {
    const { input, list } = this.parts;
    const options = [...list.children];
    const next = press.key.startsWith("Arrow") && walk(press.key, this.at, options.length, { round: true });
    if (press.key === "ArrowDown" && list.hidden) this.search.now(input.value);
    else if (typeof next === "number") this.mark(next);
    else if (press.key === "Enter" && options[this.at]) this.choose(options[this.at]);
    else if (press.key === "Escape" && !list.hidden) this.close();
    else if (press.key === "Backspace" && !input.value) return this.drop([...this.select.selectedOptions].at(-1)?.value);
    else if (press.key !== "Enter" || !input.value) return; // Enter on half a name must not send the form
    press.preventDefault();
  }

  choose(option) {
    if (!option) return;
    const { missing, value } = option.dataset;
    if (missing) this.dispatchEvent(new CustomEvent("person-missing", { bubbles: true, detail: { name: missing } }));
    else this.take(value, nameOf(option));
  }

  /** Choose the person of this id (`value`) and `name`. */
  take(value, name) {
    const known = [...this.select.options].find((one) => one.value === value);
    if (known) known.selected = true;
    else this.select.add(new Option(name, value, true, true));
    this.changed(`${name} added`);
  }

  drop(value) {
    const option = [...this.select.selectedOptions].find((one) => one.value === value);
    if (!option) return;
    option.selected = false;
    this.changed(`${option.text} removed`);
  }

  changed(words) {
    this.parts.input.value = "";
    this.typed();
    this.draw();
    this.parts.status.textContent = words;
    this.parts.input.focus();
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  draw() {
    this.parts.chips.replaceChildren(...[...this.select.selectedOptions].map((one) => chip(one.value, one.text.trim())));
  }
}
