/** <bounded-file data-most="bytes" data-refusal="words"> says at once that a file is too large. */
class BoundedFile extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    this.addEventListener("change", () => this.weigh(), { signal: this.life.signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }

  weigh() {
    const input = this.querySelector("input[type=file]");
    const large = [...input.files].some((file) => file.size > Number(this.dataset.most));
    input.setCustomValidity(large ? this.dataset.refusal : "");
    input.reportValidity();
  }
}

customElements.define("bounded-file", BoundedFile);
