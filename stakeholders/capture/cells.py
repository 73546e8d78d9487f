"""Cells: what a spreadsheet would run as a formula leaves with an apostrophe before it.

Going out adds exactly one apostrophe and coming in takes exactly that one off, so a
text that begins with apostrophes of its own comes back unchanged as well.
"""

import re

# OWASP, "CSV Injection": = + - @ tab and carriage return start a formula.
FORMULA = re.compile(r"'*[=+\-@\t\r]")


def shield(text: str) -> str:
    """Return `text` as a cell that no spreadsheet runs."""
    return f"'{text}" if FORMULA.match(text) else text


def unshield(cell: str) -> str:
    """Return the text that `shield` made this `cell` of."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
