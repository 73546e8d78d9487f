"""Days a record can carry: what happened is over, what is due comes in our time."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

EARLIEST = date(1900, 1, 1)
AHEAD = timedelta(days=1)  # somewhere else it is tomorrow already
LAST_YEAR = 2999


def refuse_to_come(day: date) -> None:
    """Raise ValidationError where `day` lies more than a day ahead, or before 1900."""
    _refuse_long_ago(day)
    if day > timezone.localdate() + AHEAD:
        raise ValidationError("This day is still to come.", "to_come")


def refuse_never(day: date) -> None:
    """Raise ValidationError where `day` lies after the year 2999, or before 1900."""
    _refuse_long_ago(day)
    if day.year > LAST_YEAR:
        raise ValidationError(f"Choose a day before the year {LAST_YEAR + 1}.", "never")


def _refuse_long_ago(day: date) -> None:
    """Raise ValidationError where `day` lies before anybody's time."""
    if day < EARLIEST:
        raise ValidationError(f"Choose a day from the year {EARLIEST.year} on.", "long_ago")
