import { isTyping, shortcutFor } from "../shortcuts.js";

const OFF = "relmap-single-keys-off";

/** <keyboard-shortcuts> listens for single keys, explains them on `?`, and lets a person turn them off. */
export class KeyboardShortcuts extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    this.dialog = this.querySelector("dialog");
    this.box = this.querySelector("[data-enabled]");
    this.box.checked = !localStorage.getItem(OFF);
    this.box.addEventListener("change", () => this.remember(), { signal });
    this.querySelector("[data-close]").addEventListener("click", () => this.dialog.close(), { signal });
    document.addEventListener("keydown", (press) => this.hear(press), { signal });
    document.addEventListener("click", (event) => event.target.closest("[data-shortcuts]") && this.help(), { signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  remember() {
    if (this.box.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
  }

  hear(press) {
    if (press.defaultPrevented || document.querySelector("dialog[open]")) return;
    const name = shortcutFor(press, { typing: isTyping(press.target), enabled: this.box.checked });
    if (!name) return;
    press.preventDefault();
    this[name]();
  }

  log() {
    document.querySelector("a[data-log]")?.click();
  }

  find() {
    document.getElementById("find")?.focus();
  }

  help() {
    this.dialog.showModal();
  }
}
