"""The habit worth adding, where nobody has to be called."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q

from stakeholders.models import Concern, Stakeholder
from stakeholders.models.people import StakeholderQuerySet

STALE = timedelta(days=180)


class Habit(NamedTuple):
    """One habit, why it is worth it, and somebody to begin with."""

    words: str
    why: str
    person: Stakeholder | None = None


ENOUGH = Habit(
    "Say thank you once a week.",
    "Whoever gave help, credit or an introduction lately has earned a word back. It costs a"
    " minute, and it is what keeps giving even.",
)


def habit(people: StakeholderQuerySet, today: date) -> Habit:
    """Return the habit that is most missing for `people`, those who matter most first."""
    heard = Concern.objects.current().filter(
        stakeholder=OuterRef("pk"), heard_on__gt=today - STALE, settled_on=None
    )
    missing = {
        Habit(
            "Note what matters to them.",
            "A conversation opens best with what the other cares about, and for them"
            " nothing is noted that is younger than half a year.",
        ): Q(~Exists(heard)),
        Habit(
            "Agree on a rhythm.",
            "Where a rhythm is agreed, Today says when it has passed, before anybody"
            " misses you.",
        ): Q(cadence_days=None),
        Habit(
            "Name a backup.",
            "A relationship that hangs on one person of ours goes on holiday with them.",
        ): Q(backup=None),
    }
    weighty = people.filter(criticality__gt=Stakeholder.Criticality.ORDINARY)
    for wanted, lacks in missing.items():
        first = weighty.filter(lacks).order_by("-criticality", "cadence_days", "pk").first()
        if first:
            return wanted._replace(person=first)
    return ENOUGH
