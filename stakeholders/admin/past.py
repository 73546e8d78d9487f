"""What a record was: its past rows, put in words for one reader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from typing import Any

from django.db.models import CharField, ForeignKey, Model
from django.utils.formats import date_format
from django.utils.text import capfirst

from stakeholders.admin.seeing import seen
from stakeholders.models.access import Reader

NOT_SHOWN = "a record that is gone or confidential"
NOTHING = "nothing"
UNTOLD = {"id", "is_staff", "is_superuser"}  # nobody fills in these
DONE = {"+": "Added", "-": "Deleted for good"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a record at two moments."""

    field: str
    before: str
    after: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history."""

    row: Any
    what: str
    changes: list[Difference]


def shown_fields(model: Any) -> list[Any]:
    """Return the fields of `model` that people fill in and its history keeps."""
    kept = model.history.model.tracked_fields
    return [one for one in kept if one.editable and one.name not in UNTOLD]


def _tells_apart(field: Any) -> bool:
    """Return whether the values of `field` tell one record from another."""
    return isinstance(field, CharField | ForeignKey) and not field.choices


class Wording:
    """What rows of one model say; whatever they lead to is looked up at once."""

    def __init__(self, model: Any, rows: Sequence[Any], reader: Reader) -> None:
        """Look up what `rows` lead to, as far as `reader` may see it, a query a model."""
        self.fields = shown_fields(model)
        wanted: dict[type[Model], set[int]] = {}
        for field in self.fields:
            if isinstance(field, ForeignKey):
                pks = {getattr(row, field.attname) for row in rows}
                wanted.setdefault(field.related_model, set()).update(pks)
        self.names = {
            (away, one.pk): str(one)
            for away, pks in wanted.items()
            for one in seen(away._default_manager.filter(pk__in=pks - {None}), reader)
        }

    def of(self, row: Any, field: Any) -> str:
        """Return the value of `field` in `row` as people read it."""
        value = getattr(row, field.attname)
        if value in (None, ""):
            return NOTHING
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(field, ForeignKey):
            return self.names.get((field.related_model, value), NOT_SHOWN)
        if isinstance(value, date):
            return date_format(value, "j M Y")
        return str(dict(field.flatchoices).get(value, value))

    def brief(self, row: Any) -> str:
        """Return what tells `row` from others: its first few values."""
        said = (self.of(row, field) for field in self.fields if _tells_apart(field))
        return " · ".join(islice((one for one in said if one != NOTHING), 3))

    def side_by_side(self, before: Any, after: Any) -> list[Difference]:
        """Return every field of two rows."""
        beside = [
            Difference(
                str(capfirst(field.verbose_name)),
                self.of(before, field),
                self.of(after, field),
                getattr(before, field.attname) != getattr(after, field.attname),
            )
            for field in self.fields
        ]
        was, now = _put_away(before), _put_away(after)
        return [*beside, Difference("Archived", was, now, was != now)] if was else beside


def told(wording: Wording, rows: Sequence[Any]) -> Iterator[Entry]:
    """Yield what each of `rows`, newest first, changed in the one after it."""
    for after, before in pairwise([*rows, None]):
        beside = wording.side_by_side(before, after) if before else []
        changes = [one for one in beside if one.differs]
        yield Entry(after, _happened(before, after), changes)


def _happened(before: Any, after: Any) -> str:
    """Return what was done between two rows of a history."""
    if after.history_type in DONE:
        return DONE[after.history_type]
    if before is None or _put_away(before) == _put_away(after):
        return "Changed"
    return "Restored from the archive" if _put_away(after) == "no" else "Archived"


def _put_away(row: Any) -> str:
    """Return whether `row` is archived, in words; nothing where there is no archive."""
    if not hasattr(row, "archived_at"):
        return ""
    return "yes" if row.archived_at else "no"
