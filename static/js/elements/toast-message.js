const READING_TIME = 8000; // milliseconds; a message that offers undo or tells an error stays

/** <toast-message> can be closed, and leaves by itself unless it matters or is being read. */
export class ToastMessage extends HTMLElement {
  connectedCallback() {
    this.life = new AbortController();
    const { signal } = this.life;
    this.querySelector("[data-close]")?.addEventListener("click", () => this.remove(), { signal });
    if (this.querySelector("form") || this.matches(".error, .warning")) return;
    for (const hold of ["pointerenter", "focusin"]) this.addEventListener(hold, () => this.stay(), { signal });
    for (const leave of ["pointerleave", "focusout"]) this.addEventListener(leave, () => this.wait(), { signal });
    this.wait();
  }

  disconnectedCallback() {
    this.life.abort();
    this.stay();
  }

  wait() {
    this.stay();
    this.timer = setTimeout(() => this.remove(), READING_TIME);
  }

  stay() {
    clearTimeout(this.timer);
  }
}

/** Tell `words` as an error: inside the open dialog, which hides the rest, or as a toast. */
export function say(words) {
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  const place = dialog ?? document.getElementById("toasts");
  place.querySelector("[data-said]")?.remove();
  const told = document.createElement("toast-message");
  told.className = dialog ? "notice error" : "toast error";
  told.dataset.said = "";
  told.setAttribute("role", "alert");
  told.innerHTML = '<p></p><button class="quiet icon-only compact" type="button" data-close aria-label="Close this message">×</button>';
  told.firstChild.textContent = words;
  place.append(told);
}
