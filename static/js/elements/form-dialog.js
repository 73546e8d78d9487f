/** A form that opens over any page, in the dialog of its element; what is fetched is kept until it is done. */
export class FormDialog extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    this.dialog = this.querySelector("dialog");
    this.body = this.querySelector("[data-body]");
    this.on(this.querySelector("[data-close]"), "click", () => this.dialog.close());
  }

  disconnectedCallback() {
    this.life.abort();
  }

  /** Let `act` answer to events of this `kind` at `place`, as long as the element is here. */
  on(place, kind, act) {
    place.addEventListener(kind, act, { signal: this.life.signal });
  }

  /** Open the form at `address`: the one that was left, where it is of the same address. */
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
