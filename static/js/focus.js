/** Focus: whoever was at something that htmx draws anew goes on there, not at the page's beginning. */
let left = null; // what held the focus, while it is replaced

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const at = document.activeElement;
  left = at !== document.body && detail.target.contains(at) ? at : null;
});

document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (!left || document.activeElement !== document.body) return;
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
