"""Records as evidence: what conversations, exchanges and promises say about ties."""

from collections.abc import Iterable

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from stakeholders.evidence import Fact, Facts, Kind, Presences, contacts
from stakeholders.models.conversations import Exchange, Interaction, Participation
from stakeholders.models.promises import Commitment

STRONGEST_MOOD = max(Participation.Mood)
KIND_OF_STATE = {"kept": Kind.KEPT, "late": Kind.LATE, "broken": Kind.BROKEN}


def all_facts() -> Facts:
    """Return everything that is known, archived conversations left out."""
    return Facts.joined(
        [
            contact_facts(),
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
            contact_facts(shared),
            exchange_facts(Exchange.objects.filter(giver__in=ids, receiver__in=ids)),
            promise_facts(Commitment.objects.filter(promiser__in=ids, promisee__in=ids)),
        ]
    )
    return joined.where(np.isin(joined.source, ids) & np.isin(joined.target, ids))


def contact_facts(conversations: QuerySet | None = None) -> Facts:
    """Return who reached whom in `conversations` (ids; None: all).

    Conversations and seats are read apart and met in columns: each day is read once,
    and no database is led to join them row by row before it has counted its rows.
    """
    talks, seats = Interaction.objects.current(), Participation.objects.all()
    if conversations is not None:
        talks = talks.filter(pk__in=conversations)
        seats = seats.filter(interaction__in=conversations)
    known, day, together = _talks(talks)
    rows = seats.order_by("interaction_id", "pk").values_list(
        "interaction_id", "stakeholder_id", "initiator", "mood"
    )
    seat = np.array([(*row[:3], _mood(row[3])) for row in rows], float).reshape(-1, 4).T
    conversation = seat[0].astype(np.int64)
    place = np.searchsorted(known, conversation)
    current = np.isin(conversation, known)
    return contacts(
        Presences(
            conversation[current],
            seat[1, current].astype(np.int64),
            seat[2, current].astype(np.bool_),
            day[place[current]],
            together[place[current]],
            seat[3, current],
        )
    )


def _talks(
    talks: QuerySet[Interaction],
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.bool_]]:
    """Return the ids of `talks`, ascending, their days, and whether all were together."""
    rows = talks.order_by("pk").values_list("pk", "happened_on", "channel")
    pk, day, channel = zip(*rows, strict=True) if rows else ((),) * 3
    return (
        np.array(pk, np.int64),
        np.array([one.toordinal() for one in day], np.int32),
        np.array([one in Interaction.TOGETHER for one in channel], np.bool_),
    )


def _mood(mood: int | None) -> float:
    """Return a mood from -1 to 1; NaN where it was not said."""
    return np.nan if mood is None else mood / STRONGEST_MOOD


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
