/** <kept-fold data-name="log"> around a <details> that stays as this person left it last, in this browser. */
export class KeptFold extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    const fold = this.querySelector("details");
    const key = `relmap-fold-${this.dataset.name}`;
    if (localStorage.getItem(key)) fold.open = true; // one that holds an error is open anyway
    fold.querySelector("summary").addEventListener("click", () => keep(key, !fold.open), { signal: this.life.signal });
  }

  disconnectedCallback() {
    this.life.abort();
  }
}

function keep(key, open) {
  if (open) localStorage.setItem(key, "open");
  else localStorage.removeItem(key);
}
