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
    this.open(addressFrom(link));
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
    this.address = null;
    this.dialog.close();
  }
}

/** The form that `link` opens: from every page's own one with whom the page is about. */
function addressFrom(link) {
  const here = link.closest(".frame") && document.querySelector("main a[data-log-here]");
  return (here || link).href;
}
