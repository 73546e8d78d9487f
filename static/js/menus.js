/** Menus: one is open at a time, until Escape, or a press elsewhere. */
const OPEN = "details.menu[open]";

document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll(OPEN)) if (!menu.contains(target)) menu.open = false;
});

document.addEventListener("keydown", (press) => {
  const menu = press.key === "Escape" && document.querySelector(OPEN);
  if (!menu || document.querySelector("dialog[open]")) return;
  press.preventDefault();
  menu.open = false;
  menu.querySelector("summary").focus();
});
