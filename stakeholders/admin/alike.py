"""Many records given the same values, each with its history and its ties."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.utils import bulk_update_with_history

from stakeholders.admin.folding import folded
from stakeholders.models import Record

type Group = tuple[str, ...]  # fields that only make sense together
type Refusal = tuple[Record, str]


def make_alike(queryset: Any, values: dict[str, Any]) -> tuple[int, list[Refusal]]:
    """Give `values` (by field) to all of `queryset`, where nothing forbids it.

    Returns how many were changed, and which were not, with the reason.
    """
    model = queryset.model
    pks = list(queryset.values_list("pk", flat=True))
    with folded(model, pks):
        rows = model._default_manager.filter(pk__in=pks).select_for_update()
        records = [one for one in rows if _set(one, values)]
        refused = [(one, why) for one in records if (why := _objection(one, set(values)))]
        unwilling = {one.pk for one, _ in refused}
        willing = [one for one in records if one.pk not in unwilling]
        if willing:
            bulk_update_with_history(willing, model, [*values, "version"])
    return len(willing), refused


def _set(record: Record, values: dict[str, Any]) -> bool:
    """Put `values` into `record`; return whether that changed anything."""
    changed = [name for name, value in values.items() if getattr(record, name) != value]
    for name in changed:
        setattr(record, name, values[name])
    record.version += bool(changed)
    return bool(changed)


def _objection(record: Record, names: Collection[str]) -> str:
    """Return why the fields `names` of `record` cannot be so, if they cannot."""
    try:
        record.clean()
        for constraint in record._meta.constraints:
            if _is_about(constraint, names):
                constraint.validate(type(record), record)
    except ValidationError as refusal:
        return " ".join(refusal.messages)
    return ""


def _is_about(constraint: models.BaseConstraint, names: Collection[str]) -> bool:
    """Return whether `constraint` mentions any of the fields `names`."""
    mentioned = set(getattr(constraint, "fields", ()))
    condition = getattr(constraint, "condition", None)
    if condition is not None:
        mentioned |= set(condition.referenced_base_fields)
    return not mentioned.isdisjoint(names)
