/** Focus: whoever was at something that htmx draws anew goes on there, not at the page's beginning. */
const WAYS_BACK = 5;
let left = null; // what held the focus, while it is replaced
let trail = []; // what held it before, the latest first: a form that is given up goes back to what opened it
let parts = []; // the ids of all that is around it; several may be drawn anew, one after the other

document.addEventListener("htmx:beforeSwap", () => {
  left = document.activeElement;
  trail = [left, ...trail].slice(0, WAYS_BACK);
  parts = [];
  for (let part = left; part; part = part.parentElement) if (part.id) parts.push(part.id);
});

document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
  if (detail.xhr?.status === 422) return wrongIn(target)?.focus();
  if (!left || left.isConnected || document.activeElement !== document.body || !parts.includes(target.id)) return;
  const again = trail.map((one) => likeIn(target, one)).find(Boolean);
  [left, trail] = [null, []];
  if (!again) target.setAttribute("tabindex", "-1");
  (again ?? target).focus({ preventScroll: true });
});

/** The first answer in `drawn` that cannot be saved, else what says why nothing can. */
function wrongIn(drawn) {
  const wrong = drawn.querySelector("[aria-invalid='true']:not([hidden])");
  const why = drawn.querySelector("[role='alert']");
  why?.setAttribute("tabindex", "-1");
  return wrong ?? why;
}

/** What in `drawn` does what `before` did. */
function likeIn(drawn, before) {
  const does = (one) => one.textContent === before.textContent && one.getAttribute("href") === before.getAttribute("href");
  return [...drawn.querySelectorAll(before.localName)].find(does);
}
