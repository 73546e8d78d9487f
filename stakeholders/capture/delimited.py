"""Delimited text: CSV and its kin, decoded strictly and read row by row."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from stakeholders.capture.refusals import EncodingError, FileError

ENCODINGS = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252 (Western European)",
}
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
DELIMITERS = ",;\t|"


def read_csv(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """Read rows of text, each with its number; `encoding` empty means work it out.

    Raises FileError, naming the row, for what is not text or not well-formed CSV.
    """
    encoding = encoding or encoding_of(path)
    number = 0
    try:
        with path.open(encoding=encoding, newline="") as file:
            for cells in csv.reader(file, delimiter=_delimiter(file), strict=True):
                number += 1
                yield number, cells
    except UnicodeError as error:
        raise _undecodable(path, encoding) from error
    except csv.Error as error:
        raise _malformed(number + 1, error) from error


def encoding_of(path: Path) -> str:
    """Return the encoding the first bytes announce; UTF-8 unless they announce UTF-16."""
    with path.open("rb") as file:
        start = file.read(64)
    bare = len(start) > 3 and start[1:2] == start[3:4] == b"\0"
    return MARKS.get(start[:2], "utf-16-le" if bare else "utf-8-sig")


def _delimiter(file: TextIO) -> str:
    """Return what divides the cells of the first line; leave the file at its start."""
    found = Counter(sign for sign in file.readline(100_000) if sign in DELIMITERS)
    file.seek(0)
    return found.most_common(1)[0][0] if found else ","


def _undecodable(path: Path, encoding: str) -> FileError:
    """Return what to say about bytes that are not text in `encoding`, or in none."""
    if "16" not in encoding and b"\0" in _beginning(path):
        return FileError(
            "This is neither text nor an Excel workbook. Save the sheet as .xlsx or CSV."
        )
    name = ENCODINGS.get(encoding, "UTF-16")
    return EncodingError(
        f"The file is not {name}{_broken_line(path, encoding)}. "
        "Choose its encoding; files from Excel are often Windows-1252."
    )


def _beginning(path: Path) -> bytes:
    """Return enough of the file to tell text from what is none."""
    with path.open("rb") as file:
        return file.read(64 * 1024)


def _broken_line(path: Path, encoding: str) -> str:
    """Return which line cannot be decoded, where lines can be told before decoding."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode(encoding)
            except UnicodeError:
                return "" if "16" in encoding else f": line {number} cannot be read"
    return ""


def _malformed(number: int, error: csv.Error) -> FileError:
    """Return what to say about quotes that do not match."""
    if "limit" in str(error):
        why = "a cell is longer than 131,072 characters, or a quote is never closed"
    elif "unexpected end" in str(error):
        why = "a quote is opened and never closed"
    else:
        why = "a quote stands in the middle of a cell; double it"
    return FileError(f"Row {number} is not well-formed CSV: {why}.")
