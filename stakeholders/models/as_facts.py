"""Records as evidence: what conversations, exchanges and promises say about ties."""

from collections.abc import Iterable

import numpy as np
from django.db.models import QuerySet

from stakeholders.evidence import Fact, Facts, Kind, Presences, contacts
from stakeholders.models.conversations import Exchange, Interaction, Participation
from stakeholders.models.promises import Commitment

STRONGEST_MOOD = max(Participation.Mood)
KIND_OF_STATE = {"kept": Kind.KEPT, "late": Kind.LATE, "broken": Kind.BROKEN}


def all_facts() -> Facts:
    """Return everything that is known, archived conversations left out."""
    return Facts.joined(
        [
            contact_facts(Participation.objects.all()),
            exchange_facts(Exchange.objects.all()),
            promise_facts(Commitment.objects.all()),
        ]
    )


def facts_among(people: Iterable[int]) -> Facts:
    """Return what is known about ties between any two of `people` (ids)."""
    ids = sorted(set(people))
    shared = Participation.objects.shared_by(ids)
    joined = Facts.joined(
        [
            contact_facts(Participation.objects.filter(interaction__in=shared)),
            exchange_facts(Exchange.objects.filter(giver__in=ids, receiver__in=ids)),
            promise_facts(Commitment.objects.filter(promiser__in=ids, promisee__in=ids)),
        ]
    )
    return joined.where(np.isin(joined.source, ids) & np.isin(joined.target, ids))


def contact_facts(seats: QuerySet[Participation]) -> Facts:
    """Return who reached whom in the conversations whose every seat is in `seats`."""
    current = seats.filter(interaction__archived_at=None).order_by("interaction_id", "pk")
    rows = list(
        current.values_list(
            "interaction_id",
            "stakeholder_id",
            "initiator",
            "mood",
            "interaction__happened_on",
            "interaction__channel",
        )
    )
    conversation, person, initiator, mood, day, channel = (
        zip(*rows, strict=True) if rows else ((),) * 6
    )
    said = [np.nan if m is None else m / STRONGEST_MOOD for m in mood]
    return contacts(
        Presences(
            np.array(conversation, np.int64),
            np.array(person, np.int64),
            np.array(initiator, np.bool_),
            np.array([d.toordinal() for d in day], np.int32),
            np.array([c in Interaction.TOGETHER for c in channel], np.bool_),
            np.array(said, np.float64),
        )
    )


def exchange_facts(exchanges: QuerySet[Exchange]) -> Facts:
    """Return what was given to whom; its weight of 1 to 5 is the amount."""
    current = exchanges.filter(archived_at=None, interaction__archived_at=None)
    rows = current.values_list(
        "giver_id", "receiver_id", "interaction__happened_on", "kind", "weight"
    )
    return Facts.of(
        Fact(giver, receiver, day, Kind[kind.upper()], weight)
        for giver, receiver, day, kind, weight in rows
    )


def promise_facts(promises: QuerySet[Commitment]) -> Facts:
    """Return the promises that were kept, late or broken, on the day they closed."""
    closed = promises.filter(
        archived_at=None, interaction__archived_at=None, state__in=KIND_OF_STATE
    )
    rows = closed.values_list("promiser_id", "promisee_id", "closed_on", "state")
    return Facts.of(
        Fact(promiser, promisee, day, KIND_OF_STATE[state])
        for promiser, promisee, day, state in rows
        if day
    )
