"""Days a record can carry: what happened is over, what is due comes in our time."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

AHEAD = timedelta(days=1)  # somewhere else it is tomorrow already
LAST_YEAR = 2999


def refuse_to_come(day: date) -> None:
    """Raise ValidationError where `day` lies more than a day ahead."""
    if day > timezone.localdate() + AHEAD:
        raise ValidationError("This day is still to come.", "to_come")


def refuse_never(day: date) -> None:
    """Raise ValidationError where `day` lies after the year 2999."""
    if day.year > LAST_YEAR:
        raise ValidationError(f"Choose a day before the year {LAST_YEAR + 1}.", "never")
