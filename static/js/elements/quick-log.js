import { FormDialog } from "./form-dialog.js";

/**
 * <quick-log> opens the log form over any page: from a link with `data-log`, whose address
 * holds the form. Closing keeps what was written; a saved conversation clears it.
 */
export class QuickLog extends FormDialog {
  connectedCallback() {
    super.connectedCallback();
    this.on(document, "click", (event) => this.follow(event));
    this.on(document, "conversation-logged", () => this.finish());
  }

  /** Open the form of the clicked link here, unless another tab or window was asked for. */
  follow(event) {
    const link = event.target.closest("a[data-log]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0;
    if (!link || elsewhere || !window.htmx) return;
    event.preventDefault();
    this.open(addressFrom(link));
  }
}

/** The form that `link` opens: from every page's own one with whom the page is about. */
function addressFrom(link) {
  const here = link.closest(".frame") && document.querySelector("main a[data-log-here]");
  return (here || link).href;
}
