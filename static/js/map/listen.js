/** What the map answers to: the drawing, its controls, the window and the theme. */
import { ofEverybody, readAddress } from "./address.js";
import { zoom } from "./camera.js";
import { readControls } from "./controls.js";
import { gather } from "./lasso.js";
import { pick, reachFrom } from "./picking.js";
import { tieAt } from "./reach.js";
import { tell } from "./time.js";

/** Let `map` answer until `signal` says that it left the page. */
export function listen(map, signal) {
  const { sigma } = map.drawing;
  onPress(sigma, "Node", ({ node }) => pick(map, map.data.people.id[node]));
  onPress(sigma, "Stage", ({ event }) => chooseTie(map, tieAt(map.drawing, event)));
  map.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  map.form.addEventListener("input", () => map.go(readControls(map.form, map.view), "replaceState"), { signal });
  gather(map, signal);
  tell(map, signal);
  map.addEventListener("click", (event) => press(map, event), { signal });
  addEventListener("popstate", () => map.show(readAddress(location.search)), { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.show({ ...map.view }), { signal });
  watch(new ResizeObserver(() => map.drawing.refit()), map.stage, undefined, signal);
  const theme = new MutationObserver(() => map.show({ ...map.view }));
  watch(theme, document.documentElement, { attributeFilter: ["data-theme"] }, signal);
}

/** Let `answer` hear each click: two in quick succession choose two; only in the empty, null, they come closer. */
function onPress(sigma, what, answer) {
  sigma.on(`click${what}`, answer);
  sigma.on(`doubleClick${what}`, (event) => answer(event) === null || event.preventSigmaDefault());
}

/** Choose the tie of this row, or nothing, and return it. */
function chooseTie(map, row) {
  map.choose(row === null ? {} : { tie: map.tieName(row) });
  return row;
}

function watch(observer, target, what, signal) {
  observer.observe(target, what);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Answer a click on a button of the map, or on what the panel offers. */
function press(map, event) {
  const on = (name) => event.target.closest(`[data-${name}]`)?.dataset;
  if (on("zoom")) zoom(map.drawing, on("zoom").zoom);
  if (on("close-panel")) map.close();
  if (on("save")) import("./save.js").then(({ save }) => save(map, on("save").save));
  if (on("group-mode")) toggleGrouping(map, event.target.closest("[data-group-mode]"));
  if (on("reach-from")) reachFrom(map, on("reach-from").reachFrom);
  if (on("everybody")) {
    map.go(ofEverybody(map.view), "pushState");
    map.stage.focus(); // the button hides itself
  }
  if (on("centre")) map.go({ ...map.view, centre: on("centre").centre }, "pushState");
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  for (const kind of ["tie", "who", "path", "unit"])
    if (on(kind)) {
      event.preventDefault();
      if (kind === "unit") map.go({ ...map.view, unit: on(kind).unit }, "pushState");
      else map.choose({ [kind]: on(kind)[kind] });
    }
}

function toggleGrouping(map, button) {
  map.grouping = !map.grouping;
  button.setAttribute("aria-pressed", String(map.grouping));
  map.say(map.grouping ? "Tap people, or draw around them, to gather a group." : "A tap opens a person again.");
}
