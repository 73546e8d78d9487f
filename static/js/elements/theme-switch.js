import { themeCookie } from "../theme.js";

/** <theme-switch> holds radio buttons for light, dark and the system's own; the choice is remembered. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    const now = document.documentElement.dataset.theme ?? "";
    for (const radio of this.querySelectorAll("input")) radio.checked = radio.value === now;
    this.addEventListener("change", (event) => this.choose(event.target.value), {
      signal: this.life.signal,
    });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** Apply `theme` and tell whoever draws with colours of its own. */
  choose(theme) {
    document.documentElement.dataset.theme = theme;
    document.cookie = themeCookie(theme);
    document.dispatchEvent(new CustomEvent("theme-changed", { detail: theme }));
  }
}
