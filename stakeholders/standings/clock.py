"""The clock: for which day the pages show scores."""

from datetime import date, timedelta

from django.db.models import QuerySet

from stakeholders.models import Interaction
from stakeholders.models.prepared import prepared

# A holiday is shorter than this; a log that stops for longer was put away, not forgotten.
LONGEST_PAUSE = timedelta(days=45)


def shown_day(today: date, logged: int = 0) -> date:
    """Return the day scores are shown for: `today`, or when the log stopped.

    Silence in a log that nobody keeps says nothing about relationships, so its clock
    stops with its last conversation (an old archive reads as of its last day).
    logged: the day (ordinal) of some conversation, where one is known; a late one will do.
    """
    if 0 <= today.toordinal() - logged <= LONGEST_PAUSE.days:
        return today
    last = next(iter(_newest(today=today)), None)
    return day_of(today, last)


def day_of(today: date, last: date | None) -> date:
    """Return the day scores are shown for where the `last` conversation was on that day."""
    return last if last and today - last > LONGEST_PAUSE else today


@prepared
def _newest(*, today: date) -> QuerySet[Interaction, date]:
    """Return `newest_day`."""
    return newest_day(today)


def newest_day(today: date) -> QuerySet[Interaction, date]:
    """Return the day of the last conversation by `today`."""
    newest = Interaction.objects.current().up_to(today).newest_first()
    return newest.values_list("happened_on", flat=True)[:1]
