/** Says to screen readers what Django's inline tables and select2 leave without a name. */

function nameColumns() {
  for (const heading of document.querySelectorAll("th.original:empty")) {
    const name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = "Record";
    heading.append(name);
  }
}

function nameChoices() {
  for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
    const shown = document.getElementById(`select2-${select.id}-container`);
    const name = select.labels[0]?.textContent ?? select.getAttribute("aria-label");
    shown?.setAttribute("aria-label", name.trim());
  }
}

nameColumns();
window.django.jQuery(nameChoices); // after select2, which was asked for first
document.addEventListener("formset:added", () => requestAnimationFrame(nameChoices));
