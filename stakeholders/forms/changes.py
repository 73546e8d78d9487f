"""Who changed what in a record since somebody read it, from its history."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.db import models

from stakeholders.models import Record, User

type Snapshot = Any  # a row of the record's history: its fields as they were saved
type AnyField = models.Field[Any, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that somebody gave another value."""

    who: str
    own: bool  # by the one who is told, in another window
    when: datetime
    field: str  # as people call it; empty: something beside the record's own fields
    before: str
    after: str


def changes_since(record: Record, version: int, reader: User) -> list[Change]:
    """Return what was changed since `version` of `record`, oldest first, for `reader`.

    Where the history does not reach back to `version`, the changes it knows.
    """
    saved = _saved_since(record, version)
    return [
        change
        for before, after in pairwise(saved)
        for change in _between(before, after, reader)
    ]


def values_at(record: Record, version: int) -> dict[str, Any]:
    """Return each field's value at `version`, an id where it leads to another record.

    Nothing where the history does not reach back that far.
    """
    saved = _saved_since(record, version)
    if len(saved) != record.version - version + 1:
        return {}
    return {field.name: getattr(saved[0], field.attname) for field in _fields(saved[0])}


def _saved_since(record: Record, version: int) -> list[Snapshot]:
    """Return the history from `version` to now, oldest first: each save made one row."""
    rows = record.history.select_related("history_user").order_by("-history_id")
    newest = max(record.version - max(version, 0), 0) + 1
    return list(rows[:newest])[::-1]


def _fields(row: Snapshot) -> list[AnyField]:
    """Return the fields the history keeps."""
    return list(row.tracked_fields)


def _between(before: Snapshot, after: Snapshot, reader: User) -> list[Change]:
    """Return the fields that differ between two neighbours of a history."""
    own = after.history_user_id == reader.pk
    who = "You, in another window" if own else str(after.history_user or "Somebody")
    told = [
        (str(field.verbose_name), _shown(before, field), _shown(after, field))
        for field in _fields(after)
        if getattr(before, field.attname) != getattr(after, field.attname)
    ]
    when = after.history_date
    return [Change(who, own, when, *words) for words in told or [("", "", "")]]


def _shown(row: Snapshot, field: AnyField) -> str:
    """Return the value of `field` in `row` as people read it."""
    value = getattr(row, field.attname)
    if value in (None, ""):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.related_model:
        value = field.related_model._default_manager.filter(pk=value).first()
    elif field.choices:
        value = getattr(row, f"get_{field.name}_display")()
    return str(value)
