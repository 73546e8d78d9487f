/** The filters above the map: between the form, the view and the links to its table. */
import { chosenIn, narrows, writeAddress } from "./address.js";

/** The view as the form now asks for it. */
export function readControls(form, view) {
  return { ...view, ...Object.fromEntries(new FormData(form)) };
}

/** Make the form and the links that lead on say what the view says. */
export function fillControls(element, view) {
  for (const control of element.querySelector("form").elements)
    if (control.name && control.name in view && control.value !== view[control.name]) control.value = view[control.name];
  const query = writeAddress(view);
  for (const link of element.querySelectorAll("a[data-twin]"))
    link.href = `${link.pathname}${query ? `${query}&` : "?"}view=table`;
  for (const link of element.querySelectorAll("a[data-carry]")) link.href = link.pathname + query;
  for (const field of element.querySelectorAll("[data-query]")) field.value = query.slice(1);
  for (const part of element.querySelectorAll("[data-when]")) part.hidden = !view[part.dataset.when];
  element.querySelector("[data-everybody]").hidden = !narrows(view);
  element.querySelector(".map-outstanding").hidden = Object.values(chosenIn(view)).some(Boolean);
}
