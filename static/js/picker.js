/** The parts of a <people-picker>, drawn without knowing how they behave. */

let pickers = 0;

/** Return a new element with `attributes` and `children`. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Hide `select` and return what stands in for it. The select stays the form control, the
 * line takes over its id, so that its label, help and error belong to the line.
 */
export function drawPicker(select) {
  const list = make("ul", { role: "listbox", id: `picker-${++pickers}`, "aria-label": "People found", hidden: "" });
  const input = make("input", {
    type: "text", role: "combobox", id: select.id, autocomplete: "off", placeholder: "Type a name",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  });
  for (const name of ["aria-describedby", "aria-invalid", "autofocus"]) {
    if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  }
  if (select.required) input.setAttribute("aria-required", "true");
  const chips = make("ul", { class: "chips", role: "list", "aria-label": "People chosen" });
  const nobody = make("p", { class: "nobody", "aria-hidden": "true", hidden: "" });
  const status = make("p", { class: "visually-hidden", role: "status" });
  const frame = make("div", { class: "picker" }, chips, input, list, nobody, status);
  Object.assign(select, { id: "", hidden: true, required: false });
  return { frame, chips, input, list, nobody, status };
}

/** Give `select` back what drawPicker took from it. */
export function undraw(select, { frame, input }) {
  Object.assign(select, { id: input.id, hidden: false, required: input.ariaRequired === "true" });
  frame.remove();
}

/** Return the chip of one chosen person, with its button to remove it. */
export function chip(value, name) {
  const drop = make("button", { type: "button", "data-drop": value, "aria-label": `Remove ${name}` }, "×");
  return make("li", { class: "chip" }, name, drop);
}

/** Return the name in a found option, without what the small print adds. */
export function nameOf(option) {
  const copy = option.cloneNode(true);
  for (const extra of copy.querySelectorAll("small")) extra.remove();
  return copy.textContent.trim();
}
