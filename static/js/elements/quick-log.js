/**
 * <quick-log> opens the log form over any page: from a link with `data-log`, whose address
 * holds the form. Closing keeps what was written; a saved conversation clears it.
 */
export class QuickLog extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    this.dialog = this.querySelector("dialog");
    this.body = this.querySelector("#quick-log-body");
    this.querySelector("[data-close]").addEventListener("click", () => this.dialog.close(), { signal });
    document.addEventListener("click", (event) => this.follow(event), { signal });
    document.addEventListener("conversation-logged", () => this.finish(), { signal });
    document.addEventListener("htmx:afterSettle", () => this.goOn(), { signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** Open the form of the clicked link here, unless another tab or window was asked for. */
  follow(event) {
    const link = event.target.closest("a[data-log]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0;
    if (!link || elsewhere || !window.htmx) return;
    event.preventDefault();
    this.left = null;
    this.open(link.href);
  }

  async open(address) {
    this.dialog.showModal();
    if (this.address === address && this.body.querySelector("form")) return;
    this.address = address;
    this.body.replaceChildren(this.querySelector("template").content.cloneNode(true));
    try {
      await window.htmx.ajax("GET", address, { target: this.body, swap: "innerHTML" });
    } catch {
      return this.body.replaceChildren(); // htmx has told why; the next opening asks again
    }
    this.body.querySelector("[autofocus], [role='combobox'], textarea, input:not([type='hidden'])")?.focus();
  }

  /** Close; the next opening asks for a fresh form. (htmx still needs the old one to place the toast.) */
  finish() {
    this.left = this.address;
    this.address = null;
    this.dialog.close();
  }

  /** Where what was saved drew the link anew, or took it away: go on there, or at the page's beginning. */
  goOn() {
    if (!this.left || this.dialog.open || document.activeElement !== document.body) return;
    const links = [...document.querySelectorAll("a[data-log]")];
    const again = links.find((link) => link.href === this.left) ?? document.getElementById("main");
    this.left = null;
    again.focus({ preventScroll: true });
  }
}
