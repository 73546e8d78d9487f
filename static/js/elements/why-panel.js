/**
 * Where the panel opens: beside the number, and whole inside the window.
 * @param {{left: number, bottom: number}} number where the number is, in CSS pixels
 * @param {{width: number, height: number}} panel its size
 * @param {{width: number, height: number}} view the window's
 * @returns {{left: number, top: number}} the panel's corner, in CSS pixels
 */
export function beside(number, panel, view) {
  const gap = 8;
  const fit = (start, size, room) => Math.max(gap, Math.min(start, room - size - gap));
  return {
    left: fit(number.left, panel.width, view.width),
    top: fit(number.bottom + gap, panel.height, view.height),
  };
}

/** <why-panel> opens why beside a number, from a link of the class `why-link`. */
export class WhyPanel extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    this.panel = this.querySelector("[popover]");
    this.body = this.querySelector("#why-panel");
    this.querySelector("[data-close]").addEventListener("click", () => this.panel.hidePopover(), { signal });
    document.addEventListener("click", (event) => this.follow(event), { signal });
    this.panel.addEventListener("toggle", (event) => this.leave(event), { signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** Open the why of the clicked number here, unless another tab or window was asked for. */
  follow(event) {
    const link = event.target.closest("a.why-link");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0;
    if (!link || elsewhere || !window.htmx) return;
    event.preventDefault();
    this.open(link);
  }

  async open(link) {
    this.number = link;
    link.setAttribute("aria-busy", "true");
    await window.htmx.ajax("GET", link.href, { target: this.body, swap: "innerHTML" }).catch(() => {});
    link.removeAttribute("aria-busy");
    if (this.number !== link || !link.isConnected || !this.body.firstElementChild) return; // one went on meanwhile
    this.panel.showPopover();
    const { width, height } = this.panel.getBoundingClientRect();
    const view = { width: innerWidth, height: innerHeight };
    const { left, top } = beside(link.getBoundingClientRect(), { width, height }, view);
    this.panel.style.left = `${left}px`;
    this.panel.style.top = `${top}px`;
    this.body.querySelector("[autofocus]")?.focus({ preventScroll: true });
  }

  /** Give the focus back to the number when the panel closes around it. */
  leave(event) {
    if (event.newState !== "closed") return;
    if (this.panel.contains(document.activeElement) || document.activeElement === document.body) this.number?.focus();
    this.body.replaceChildren();
  }
}
