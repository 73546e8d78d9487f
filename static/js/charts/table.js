/** A table as what a chart draws: the table is the truth, the chart only its picture. */

/**
 * Read a table: heads name the columns, and each row has its name, values and people.
 * A cell holds its number as <data value="0.5">; an empty one is not known.
 * @param {HTMLTableElement} table
 */
export function read(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1).filter((cell) => !cell.hasAttribute("data-people"));
  return {
    heads: heads.map((cell) => ({ name: cell.textContent.trim(), hue: cell.dataset.hue })),
    rows: [...table.tBodies[0].rows].map((row) => ({
      name: row.cells[0].textContent.trim(),
      values: [...row.querySelectorAll("td:not([data-people])")].map(number),
      people: [...row.querySelectorAll("[data-people] a")].map((link) => ({ name: link.textContent.trim(), href: link.href })),
      href: row.cells[0].querySelector("a")?.href,
    })),
  };
}

/** The number a cell holds, or null. */
function number(cell) {
  const held = cell.querySelector("data")?.value;
  return held === undefined || held === "" ? null : Number(held);
}
