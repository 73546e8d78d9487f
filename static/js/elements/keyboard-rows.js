import { isTyping } from "../shortcuts.js";
import { walk } from "../walk.js";

/** <keyboard-rows> around a table: j, k and the arrows walk the first link of each row. */
export class KeyboardRows extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    this.addEventListener("keydown", (press) => this.step(press), { signal: this.life.signal });
    document.addEventListener("keydown", (press) => this.enter(press), { signal: this.life.signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  get links() {
    return [...this.querySelectorAll("tbody tr")].map((row) => row.querySelector("a[href]")).filter(Boolean);
  }

  step(press) {
    if (isTyping(press.target) || press.ctrlKey || press.metaKey || press.altKey) return;
    const links = this.links;
    const row = press.target.closest("tbody tr");
    const at = links.findIndex((link) => row?.contains(link));
    const next = walk(press.key, at, links.length);
    if (next === null) return;
    press.preventDefault();
    links[next].focus();
  }

  /** j from anywhere on the page begins at the first row. */
  enter(press) {
    if (press.key !== "j" || press.defaultPrevented || document.activeElement !== document.body) return;
    this.links[0]?.focus();
  }
}
