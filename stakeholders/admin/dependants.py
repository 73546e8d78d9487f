"""What leads to a record, and would be lost or changed without it."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from stakeholders.models import Lesson, Place, Repute, Standing, Tie, Trend
from stakeholders.models.access import Reader

SHOWN = 5  # of each kind, by name
# What is worked out anew from the records, so that nothing is lost with it.
DERIVED = {Tie, Place, Standing, Repute, Lesson, Trend}


def dependants(records: Any, reader: Reader) -> list[str]:
    """Return what leads to any of `records`, one line for each thing or kind of thing.

    What `reader` may not see is counted and not named.
    """
    model = records.model
    pks = list(records.values_list("pk", flat=True))
    return [
        line
        for other, field in _ways_to(model)
        for line in _lines(other._default_manager.filter(**{f"{field}__in": pks}), reader)
    ]


def _ways_to(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    """Yield each model, and its field, that can lead to `model`."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel):
            continue
        past_of_another = not getattr(relation.field, "db_constraint", True)
        if not past_of_another and relation.related_model not in DERIVED:
            yield relation.related_model, relation.field.name


def _lines(rows: Any, reader: Reader) -> Iterator[str]:
    """Yield what `rows` are called, if it is known who may see them; count the rest."""
    words = rows.model._meta
    named = list(rows.visible_to(reader)[:SHOWN]) if hasattr(rows, "visible_to") else []
    yield from (f"{str(words.verbose_name).capitalize()}: {one}" for one in named)
    more = rows.count() - len(named)
    if more:
        yield f"{more} {words.verbose_name if more == 1 else words.verbose_name_plural}" + (
            " more" if named else ""
        )
