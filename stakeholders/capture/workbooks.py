"""Workbooks: the first sheet of an XLSX file as rows of text, against bombs bounded."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from stakeholders.capture.refusals import FileError

# An XLSX file is a ZIP of XML. zipfile never unpacks more than a member declares.
LARGEST_UNPACKED = 150 * 1024 * 1024  # bytes
MOST_MEMBERS = 1_000
BROKEN = (
    *(BadZipFile, ParseError, KeyError, IndexError, ValueError, OSError),
    *(AttributeError, TypeError),  # what the reader says of XML that is not as it must be
)


def read_xlsx(path: Path, most_columns: int) -> Iterator[tuple[int, list[str]]]:
    """Read the first sheet's rows, each with its number and as wide as the header.

    Formulas give the value they last had. Raises FileError for what is no workbook.
    """
    # Every process would wait for this, and few ever read a workbook.
    from openpyxl import load_workbook  # noqa: PLC0415

    _refuse_bomb(path)
    try:
        with path.open("rb") as file:  # an upload is kept under a name of ours
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what a file says of its own size may be a lie
            width = 0
            rows = sheet.iter_rows(values_only=True, max_col=most_columns)
            for number, values in enumerate(rows, 1):
                cells = [_text(value) for value in values]
                width = width or _used(cells)
                wide = max(width, _used(cells))
                yield number, cells[:wide] + [""] * (width - len(cells))
    except BROKEN as error:
        raise FileError("The workbook is damaged or has no sheet with rows.") from error


def sheets_of(path: Path) -> list[str]:
    """Return the names of the sheets that are seen, none of what is no workbook.

    Sheets after the first that say of themselves that they are empty are left out.
    """
    from openpyxl.reader.excel import ExcelReader  # noqa: PLC0415 as in `read_xlsx`

    try:
        _refuse_bomb(path)  # which may also stand behind text
        with path.open("rb") as file:
            reader = ExcelReader(file, read_only=True, keep_links=False)
            reader.read_manifest()
            reader.read_workbook()
            reader.read_worksheets()
            first, *others = reader.wb.worksheets
            return [first.title, *(one.title for one in others if _shows_rows(one))]
    except (FileError, *BROKEN):
        return []


def _shows_rows(sheet: Any) -> bool:
    """Return whether a `sheet` is seen, and does not say that it has one cell at most."""
    one_cell = sheet.max_row == sheet.max_column == 1
    return sheet.sheet_state == "visible" and not one_cell


def _refuse_bomb(path: Path) -> None:
    """Raise FileError where unpacking the file would fill the memory."""
    try:
        with ZipFile(path) as archive:
            members = archive.infolist()
    except BadZipFile as error:
        raise FileError("The workbook is damaged; it cannot be unpacked.") from error
    unpacked = sum(member.file_size for member in members)
    if unpacked > LARGEST_UNPACKED or len(members) > MOST_MEMBERS:
        raise FileError(
            f"The workbook unpacks to {unpacked / 2**20:,.0f} MB; at most "
            f"{LARGEST_UNPACKED // 2**20} MB can be read. Save the sheet as CSV."
        )


def _used(cells: list[str]) -> int:
    """Return how many cells stand before the empty ones at the end."""
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1]), 0)


def _text(value: Any) -> str:
    """Return a cell's value as CSV would hold it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
