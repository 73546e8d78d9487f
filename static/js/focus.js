/** Focus: whoever was at something that htmx draws anew goes on there, not at the page's beginning. */
let left = null; // what held the focus, while it is replaced
let parts = []; // the ids of all that is around it; several may be drawn anew, one after the other

document.addEventListener("htmx:beforeSwap", () => {
  left = document.activeElement;
  parts = [];
  for (let part = left; part; part = part.parentElement) if (part.id) parts.push(part.id);
});

document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (!left || left.isConnected || document.activeElement !== document.body || !parts.includes(target.id)) return;
  const again = likeIn(target, left);
  left = null;
  if (!again) target.setAttribute("tabindex", "-1");
  (again ?? target).focus({ preventScroll: true });
});

/** What in `drawn` does what `before` did. */
function likeIn(drawn, before) {
  const does = (one) => one.textContent === before.textContent && one.getAttribute("href") === before.getAttribute("href");
  return [...drawn.querySelectorAll(before.localName)].find(does);
}
