/** <print-button><button>Print</button></print-button> opens the browser's own print dialog. */
export class PrintButton extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    this.addEventListener("click", () => print(), { signal: this.life.signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }
}
