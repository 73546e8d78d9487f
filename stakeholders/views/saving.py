"""Saving a form over a record that somebody else may have changed meanwhile."""

from django.db import transaction

from stakeholders.forms.base import RecordForm
from stakeholders.models import StaleError


def saved(form: RecordForm) -> bool:
    """Save `form` whole or not at all; return whether that is done.

    If somebody was faster, the form says who changed what, and saves over it when sent
    again. A second click finds the same answers saved, and is answered as the first.
    """
    try:
        with transaction.atomic():
            form.save()
    except StaleError:
        return form.repeated
    return True


def status_of(form: RecordForm) -> int:
    """Return the status of an answer that shows `form`: 409 where somebody was faster."""
    return 409 if form.changes else 422 if form.errors else 200
