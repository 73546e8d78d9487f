"""Records as evidence: what conversations, exchanges and promises say about ties."""

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import numpy as np
from django.db import OperationalError, connection, connections
from django.db.models import F, IntegerField, QuerySet
from django.db.models.functions import Cast, Coalesce
from numpy.typing import NDArray

from stakeholders.evidence import Fact, Facts, Kind, Presences, contacts
from stakeholders.models import bulk
from stakeholders.models.as_talks import Talks
from stakeholders.models.conversations import Interaction, Participation, Seat
from stakeholders.models.exchanges import Exchange
from stakeholders.models.promises import Commitment

LOWEST_MOOD, STRONGEST_MOOD = min(Participation.Mood), max(Participation.Mood)
UNSAID: Final = STRONGEST_MOOD + 1
# A column costs a database more than a sum, so a seat is one number: its mood, whether
# they reached out, who, and in which conversation, of which 2 ** 28 have room.
MOODS: Final = 8  # more than there are
PEOPLE: Final = 2**31  # as many as have room in a pair
NO_TALK: Final = 0  # no conversation has this id
KIND_OF_STATE = {"kept": Kind.KEPT, "late": Kind.LATE, "broken": Kind.BROKEN}
KIND_OF_EXCHANGE = {kind: Kind[kind.upper()] for kind in Exchange.Kind.values}
PATIENCE: Final = 5_000  # milliseconds
SEAT = (
    F("interaction_id") * (PEOPLE * 2 * MOODS)
    + F("stakeholder_id") * (2 * MOODS)
    + Cast("initiator", IntegerField()) * MOODS
    + Coalesce("mood", UNSAID)
    - LOWEST_MOOD
)


def all_facts() -> Facts:
    """Return everything that is known, archived conversations left out."""
    return talks_and_facts()[1]


def talks_and_facts(*, alone: bool = False) -> tuple[Talks, Facts]:
    """Return every conversation there is, and everything that is known.

    alone: whether all is saved, and nobody folds, so that two connections see the same:
    one then reads the seats. Who met is worked out while the database reads the rest.
    """
    with ThreadPoolExecutor(1) as beside:
        apart = beside.submit(_seats_apart) if alone else None
        talks = Talks.read()
        seats = apart.result() if apart else None
        if seats is None:
            seats = _seats(Participation.objects.all())
        met = beside.submit(_met, seats, talks)
        gifts = exchange_facts(Exchange.objects.all(), talks)
        promises = promise_facts(Commitment.objects.all(), talks)
        return talks, Facts.joined([met.result(), gifts, promises])


def _seats_apart() -> NDArray[np.int64] | None:
    """Return all seats, read by a connection of this thread's own; None: none is free.

    It waits for nobody long: PostgreSQL cannot know that who waits here keeps others
    waiting elsewhere.
    """
    try:
        here: Any = connection
        here.wait_for_others(PATIENCE)
        return _seats(Participation.objects.all())
    except OperationalError:
        return None
    finally:
        connections.close_all()


def facts_between(first: int, last: int) -> Facts:
    """Return what is known from records whose id is at least `first` and below `last`."""
    talks = Interaction.objects.filter(pk__gte=first, pk__lt=last).order_by().values("pk")
    return Facts.joined(
        [
            contact_facts(talks),
            exchange_facts(Exchange.objects.filter(pk__gte=first, pk__lt=last)),
            promise_facts(Commitment.objects.filter(pk__gte=first, pk__lt=last)),
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


def facts_in(conversation: int) -> Facts:
    """Return what one `conversation` (an id) and all that belongs to it say."""
    exchanges = Exchange.objects.filter(interaction=conversation)
    promises = Commitment.objects.filter(interaction=conversation)
    talk = contact_facts([conversation])
    return Facts.joined([talk, exchange_facts(exchanges), promise_facts(promises)])


def contact_facts(conversations: QuerySet | Collection[int] | None = None) -> Facts:
    """Return who reached whom in `conversations` (ids; None: all).

    Conversations and seats are read apart and met in columns: each day is read once,
    and no database is led to join them row by row before it has counted its rows.
    """
    some, seats = Interaction.objects.all(), Participation.objects.all()
    if conversations is not None:
        some = some.filter(pk__in=conversations)
        seats = seats.filter(interaction__in=conversations)
    return _met(_seats(seats), Talks.read(some))


def _seats(seats: QuerySet[Participation]) -> NDArray[np.int64]:
    """Return `seats` as numbers, see SEAT, by conversation."""
    (found,) = bulk.ascending(bulk.read(seats.annotate(seat=SEAT).values_list("seat")))
    return found


def _met(seats: NDArray[np.int64], talks: Talks) -> Facts:
    """Return who reached whom, where `seats` (as `_seats` says them) are in `talks`."""
    place, current = talks.find(seats // (PEOPLE * 2 * MOODS))
    seat, place = seats[current], place[current]
    mood = seat % MOODS + LOWEST_MOOD
    return contacts(
        Presences(
            talks.pk[place],
            seat // (2 * MOODS) % PEOPLE,
            seat // MOODS % 2 == 1,
            talks.day.astype(np.int32)[place],
            talks.are("together")[place],
            np.where(mood == UNSAID, np.nan, mood / STRONGEST_MOOD),
        )
    )


def facts_of(talk: Interaction, seats: Sequence[Seat], gifts: Iterable[Exchange]) -> Facts:
    """Return what a new conversation says, as `facts_in` will read it once it is saved.

    What was promised in it says nothing until the promise is closed.
    """
    day = talk.happened_on
    moods = [np.nan if one.mood is None else one.mood / STRONGEST_MOOD for one in seats]
    presences = Presences(
        np.full(len(seats), NO_TALK),
        np.array([one.stakeholder for one in seats]),
        np.array([one.initiator for one in seats]),
        np.full(len(seats), day.toordinal(), np.int32),
        np.full(len(seats), talk.channel in Interaction.TOGETHER),
        np.array(moods),
    )
    given = Facts.of(
        Fact(one.giver_id, one.receiver_id, day, KIND_OF_EXCHANGE[one.kind], one.weight)
        for one in gifts
    )
    return Facts.joined([contacts(presences), given])


def exchange_facts(exchanges: QuerySet[Exchange], talks: Talks | None = None) -> Facts:
    """Return what was given to whom; its weight of 1 to 5 is the amount.

    talks: every conversation there is, unless the database is to look theirs up.
    """
    numbered = exchanges.annotate(number=bulk.numbered("kind", KIND_OF_EXCHANGE))
    some = numbered.filter(archived_at=None)
    names = ("giver_id", "receiver_id", "number", "weight")
    if talks is None:
        some = some.filter(interaction__archived_at=None)
        *columns, day = bulk.read(some.values_list(*names, "interaction__happened_on"))
    else:
        *columns, talk = bulk.read(some.values_list(*names, "interaction_id"))
        place, here = talks.find(talk)
        columns, day = [column[here] for column in columns], talks.day[place[here]]
    giver, receiver, what, weight = columns
    return _facts(giver, receiver, day, what, weight)


def promise_facts(promises: QuerySet[Commitment], talks: Talks | None = None) -> Facts:
    """Return the promises that were kept, late or broken, on the day they closed.

    talks: every conversation there is, unless the database is to look theirs up.
    """
    closed = promises.filter(archived_at=None, state__in=KIND_OF_STATE)
    if talks is None:
        closed = closed.filter(interaction__archived_at=None)
    rows = closed.annotate(
        number=bulk.numbered("state", KIND_OF_STATE),
        talk=Coalesce("interaction_id", NO_TALK),
    ).values_list("promiser_id", "promisee_id", "closed_on", "number", "talk")
    promiser, promisee, day, what, talk = bulk.read(rows)
    facts = _facts(promiser, promisee, day, what, np.ones(len(day)))
    return facts if talks is None else facts.where((talk == NO_TALK) | talks.find(talk)[1])


def _facts(
    source: NDArray, target: NDArray, day: NDArray, kind: NDArray, amount: NDArray
) -> Facts:
    """Return these columns as facts."""
    kinds, amounts = kind.astype(np.int8), amount.astype(np.float64)
    return Facts(source, target, day.astype(np.int32), kinds, amounts)
