import { isTyping } from "../shortcuts.js";
import { walk } from "../walk.js";

const BOX = "tbody input[type='checkbox']";

/**
 * <keyboard-rows> around a table: j, k and the arrows walk the first link of each row, x
 * selects the row's box. `data-counts`: the selector of what says how many are selected.
 */
export class KeyboardRows extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    this.addEventListener("keydown", (press) => this.step(press), { signal });
    this.addEventListener("change", (event) => this.select(event.target), { signal });
    document.addEventListener("keydown", (press) => this.enter(press), { signal });
    document.addEventListener("htmx:beforeRequest", (event) => this.keep(event), { signal });
    this.count();
  }

  /** What was just logged does not take away what is selected; it shows with the next change. */
  keep(event) {
    const { requestConfig, target } = event.detail;
    const logged = requestConfig.triggeringEvent?.type === "conversation-logged";
    if (logged && target.contains(this) && this.querySelector(`${BOX}:checked`)) event.preventDefault();
  }

  disconnectedCallback() {
    this.life.abort();
  }

  get links() {
    return [...this.querySelectorAll("tbody tr")].map((row) => row.querySelector("a[href]")).filter(Boolean);
  }

  step(press) {
    const box = press.target.matches("[type='checkbox']");
    if ((isTyping(press.target) && !box) || press.ctrlKey || press.metaKey || press.altKey) return;
    const links = this.links;
    const row = press.target.closest("tbody tr");
    if (press.key === "x" && row) return this.turn(row);
    const at = links.findIndex((link) => row?.contains(link));
    const next = walk(press.key, at, links.length);
    if (next === null) return;
    press.preventDefault();
    links[next].focus();
  }

  /** Select the row, or no longer. */
  turn(row) {
    row.querySelector("[type='checkbox']")?.click();
  }

  /** A box in the head stands for all of the page. */
  select(box) {
    if (box.matches("[data-all]")) for (const one of this.querySelectorAll(BOX)) one.checked = box.checked;
    this.count();
  }

  count() {
    const words = document.querySelector(this.dataset.counts ?? null);
    if (!words) return;
    const many = this.querySelectorAll(`${BOX}:checked`).length;
    words.textContent = many ? `${many} selected` : "those selected";
  }

  /** j from anywhere on the page begins at the first row. */
  enter(press) {
    if (press.key !== "j" || press.defaultPrevented || document.activeElement !== document.body) return;
    this.links[0]?.focus();
  }
}
