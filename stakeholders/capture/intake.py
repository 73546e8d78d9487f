"""Intake: what reading people and reading conversations have in common."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from itertools import batched
from typing import Any

from django.db import models

from stakeholders.capture.fields import FIELDS, checked
from stakeholders.capture.options import Options
from stakeholders.capture.remember import remember
from stakeholders.capture.tables import Line, Table
from stakeholders.capture.values import text_of, value_of
from stakeholders.models import Batch, Record

# How far something is: what is being done, how many are done, of how many (None: unknown).
type Tell = Callable[[str, int, int | None], None]

AT_ONCE = 1_000  # records written between two words about progress


class Intake(ABC):
    """Rows taken in one by one, and written together at the end."""

    model: type[Record]  # what a row becomes, before all else

    def __init__(self, batch: Batch, table: Table) -> None:
        """Read `table` as `batch` says; raises FileError for a mapping that cannot be."""
        self.batch, self.table = batch, table
        self.options = Options.of(batch)
        columns = checked(batch.mapping, table.header, batch.kind)
        self.at = {field: table.header.index(name) for field, name in columns.items()}
        self.labels = {field.name: field.label for field in FIELDS[batch.kind]}
        self.mapped = [
            column for column in self.model._meta.concrete_fields if column.name in self.at
        ]

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
        return text_of(self.cell(line, field), self.labels[field], most)

    def values(self, line: Line) -> dict[str, Any]:
        """Return what `line` says about the fields of the model that are mapped."""
        found = {}
        for column in self.mapped:
            if cell := self.cell(line, column.name):
                if isinstance(column, models.TextField):
                    cell = line.cells[self.at[column.name]]
                found[column.name] = value_of(cell, self.labels[column.name], column)
        return found

    def add[Kind: Record](
        self,
        records: Iterable[Kind],
        model: type[Kind],
        told: Callable[[int], None] = lambda done: None,
    ) -> list[Kind]:
        """Write `records` with their first history entries; `told` hears how many are."""
        added: list[Kind] = []
        batch, by = self.batch, self.batch.created_by
        for some in batched(records, AT_ONCE):
            for record in some:
                record.batch, record.created_by = batch, by
            added += model._default_manager.bulk_create(some)
            pks = [record.pk for record in some]
            remember(model, pks, "+", by, f"Imported from {batch.file_name}")
            told(len(added))
        return added
