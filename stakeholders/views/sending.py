"""Sending: rows as the lines of a CSV file, formula-safe."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import StreamingHttpResponse

from stakeholders.capture.cells import shield
from stakeholders.capture.export import BYTE_ORDER_MARK, text


class Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def as_file(rows: Iterable[list[Any]], name: str) -> StreamingHttpResponse:
    """Return an answer that a browser keeps as `name`.csv."""
    answer = StreamingHttpResponse(_lines(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _lines(rows: Iterable[list[Any]]) -> Iterator[str]:
    """Yield `rows` as the lines of a CSV file."""
    writer = csv.writer(Echo(), quoting=csv.QUOTE_ALL)
    yield BYTE_ORDER_MARK
    for row in rows:
        yield writer.writerow([shield(text(cell)) for cell in row])
