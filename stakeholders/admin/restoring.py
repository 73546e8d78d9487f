"""Bringing back what a record was, as a save of its own."""

from typing import Any

from stakeholders.admin.folding import folded
from stakeholders.admin.past import shown_fields
from stakeholders.models import Interaction, Record
from stakeholders.models.seatings import keep_seats, seat_again

UNEDITED = ("archived_at",)  # beside what people fill in, a version says this


def bring_back(model: Any, then: Any, version: int, reason: str) -> Any:
    """Make a record of `model` say what it said `then`, a row of its history; return it.

    version: of the record that was shown beside it; without meaning where it is gone.
    Raises StaleError if somebody saved it since, ValidationError where the past no
    longer fits: a name taken, a unit gone.
    """
    with folded(model, [then.id]):
        record = model._default_manager.filter(pk=then.id).first()
        if record is None:
            record = _made_again(then)
        elif isinstance(record, Record):
            record.lock_as_read(version)
        for field in shown_fields(model):
            setattr(record, field.attname, getattr(then, field.attname))
        for name in UNEDITED:
            if hasattr(then, name):
                setattr(record, name, getattr(then, name))
        record.full_clean()
        record._change_reason = reason
        _save(record, then)
    return record


def _save(record: Any, then: Any) -> None:
    """Save `record`; in a conversation those take part again who did `then`."""
    if not isinstance(record, Interaction):
        record.save()
        return
    if not record._state.adding:
        keep_seats(record.pk)
    record.save()
    seat_again(record, then)


def _made_again(then: Any) -> Any:
    """Return a deleted record as a new one, without what has gone meanwhile."""
    record = then.instance
    for field in record._meta.concrete_fields:
        if field.is_relation and not field.editable:
            away = field.related_model._default_manager
            if not away.filter(pk=getattr(record, field.attname)).exists():
                setattr(record, field.attname, None)
    if isinstance(record, Record):  # an import that is undone spares what has a past
        record.version = type(record).history.filter(id=then.id).count() + 1
    else:
        record.set_unusable_password()
    return record
