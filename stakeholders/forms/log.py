"""What the quick log begins with, so that one line is enough."""

from typing import Any

from stakeholders.converters import ids
from stakeholders.models import Interaction, User


def first_answers(user: User, people: list[str]) -> dict[str, Any]:
    """Return the first answers: `people` (ids) and the user, who reached out."""
    me = user.stakeholder_id
    return {
        "people": ids([*people, me]),
        "initiator": me,
        "channel": last_channel(user),
    }


def last_channel(user: User) -> str:
    """Return the channel `user` logged last, at first in person."""
    logged = Interaction.objects.filter(created_by=user, source="browser")
    last = logged.order_by("-pk").values_list("channel", flat=True).first()
    return last or Interaction.Channel.IN_PERSON
