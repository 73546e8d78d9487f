"""Putting conversations away and bringing them back, so that the ties follow."""

from django.db import transaction

from stakeholders.models import Commitment, Exchange, Interaction, Participation
from stakeholders.standings import fold, talks_changed


def everybody_in(conversation: Interaction) -> set[int]:
    """Return the ids of all whose ties `conversation` can change, in one query."""
    if conversation.pk is None:
        return set()
    ends = [
        (Participation, "stakeholder"),
        (Exchange, "giver"),
        (Exchange, "receiver"),
        (Commitment, "promiser"),
        (Commitment, "promisee"),
    ]
    seats, *others = (
        model._default_manager.filter(interaction=conversation).order_by().values_list(end)
        for model, end in ends
    )
    return {person for (person,) in seats.union(*others).order_by()}


@transaction.atomic
def put_away(conversation: Interaction) -> None:
    """Archive `conversation`, and with it what it says about ties."""
    Interaction.objects.filter(pk=conversation.pk).archive()
    fold(everybody_in(conversation))
    talks_changed([conversation.happened_on])


@transaction.atomic
def bring_back(conversation: Interaction) -> None:
    """Take `conversation` out of the archive."""
    Interaction.objects.filter(pk=conversation.pk).restore()
    fold(everybody_in(conversation))
    talks_changed([conversation.happened_on])
