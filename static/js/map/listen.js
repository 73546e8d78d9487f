/** What the map answers to: the drawing, its controls, the window and the theme. */
import { readAddress } from "./address.js";
import { zoom } from "./camera.js";
import { readControls } from "./controls.js";

/** Let `map` answer until `signal` says that it left the page. */
export function listen(map, signal) {
  const { sigma } = map.drawing;
  sigma.on("clickNode", ({ node }) => map.choose({ who: map.data.people.id[node] }));
  sigma.on("clickEdge", ({ edge }) => map.choose({ tie: map.tieName(sigma.getGraph().getEdgeAttribute(edge, "row")) }));
  sigma.on("clickStage", () => map.choose({}));
  map.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  map.form.addEventListener("input", () => map.go(readControls(map.form, map.view), "replaceState"), { signal });
  map.addEventListener("click", (event) => press(map, event), { signal });
  addEventListener("popstate", () => map.show(readAddress(location.search)), { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.show({ ...map.view }), { signal });
  watch(new ResizeObserver(() => map.drawing.fit()), map.stage, undefined, signal);
  const theme = new MutationObserver(() => map.show({ ...map.view }));
  watch(theme, document.documentElement, { attributeFilter: ["data-theme"] }, signal);
}

function watch(observer, target, what, signal) {
  observer.observe(target, what);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Answer a click on a zoom button, a tie of the panel, or what closes the panel. */
function press(map, event) {
  const on = (name) => event.target.closest(`[data-${name}]`)?.dataset;
  if (on("zoom")) zoom(map.drawing, on("zoom").zoom);
  if (on("close-panel")) map.close();
  if (on("tie") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    map.choose({ tie: on("tie").tie });
  }
}
