"""Intake: what reading people and reading conversations have in common."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from itertools import batched
from typing import Any

from django.db import models
from simple_history.utils import bulk_create_with_history

from stakeholders.capture.fields import checked, label_of
from stakeholders.capture.options import Options
from stakeholders.capture.tables import Line, Table
from stakeholders.capture.values import text_of, value_of
from stakeholders.models import Batch, Record

# How far something is: what is being done, how many are done, of how many (None: unknown).
type Tell = Callable[[str, int, int | None], None]

AT_ONCE = 1_000  # records written between two words about progress


class Intake(ABC):
    """Rows taken in one by one, and written together at the end."""

    def __init__(self, batch: Batch, table: Table) -> None:
        """Read `table` as `batch` says; raises FileError for a mapping that cannot be."""
        self.batch, self.table = batch, table
        self.options = Options.of(batch)
        columns = checked(batch.mapping, table.header, batch.kind)
        self.at = {field: table.header.index(name) for field, name in columns.items()}

    @abstractmethod
    def take(self, line: Line) -> bool:
        """Keep what `line` says; return whether it is new. Raises RowError."""

    @abstractmethod
    def write(self, tell: Tell) -> int:
        """Write what was kept; return how many records of the batch's kind were added."""

    def cell(self, line: Line, field: str) -> str:
        """Return what `line` says about `field`; empty where nothing."""
        at = self.at.get(field)
        return "" if at is None else line.cells[at].strip()

    def text(self, line: Line, field: str, most: int) -> str:
        """Return what `line` says about `field`, in at most so many characters."""
        return text_of(self.cell(line, field), self.label(field), most)

    def label(self, field: str) -> str:
        """Return what people call `field`."""
        return label_of(self.batch.kind, field)

    def values(self, line: Line, model: type[Record]) -> dict[str, Any]:
        """Return what `line` says about the fields of `model` that are mapped."""
        found = {}
        for column in model._meta.concrete_fields:
            if cell := self.cell(line, column.name):
                if isinstance(column, models.TextField):
                    cell = line.cells[self.at[column.name]]
                found[column.name] = value_of(cell, self.label(column.name), column)
        return found

    def add[Kind: Record](
        self,
        records: Iterable[Kind],
        model: type[Kind],
        told: Callable[[int], None] = lambda done: None,
    ) -> list[Kind]:
        """Write `records` with their first history entries; `told` hears how many are."""
        added: list[Kind] = []
        reason = f"Imported from {self.batch.file_name}"[:100]
        for some in batched(records, AT_ONCE):
            for record in some:
                record.batch, record.created_by = self.batch, self.batch.created_by
            added += bulk_create_with_history(
                some,
                model,
                default_user=self.batch.created_by,
                default_change_reason=reason,
            )
            told(len(added))
        return added
