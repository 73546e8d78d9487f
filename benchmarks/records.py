"""Writing an invented organisation and its conversations as records."""

from collections.abc import Iterable
from datetime import date

import numpy as np
from django.db import connection, transaction

from benchmarks.conversations import (
    CHANNELS,
    GIFTS,
    STATES,
    UNSAID,
    Conversations,
)
from benchmarks.organisation import LAYERS, Ints, Organisation
from benchmarks.tables import fill
from stakeholders.models import (
    Commitment,
    Exchange,
    Interaction,
    Participation,
    Role,
    Stakeholder,
    Unit,
    User,
)

SEED = 2026
TOPICS = ("the roll-out", "the budget", "the outage", "the new portal", "the contract")
FIRST_NAMES = ("Ada", "Bela", "Chidi", "Dana", "Emre", "Farah", "Goran", "Hana", "Ines")
KEEPS_WITHIN = 14  # days between a promise and when it is due


def write(people: int, interactions: int, today: date) -> User:
    """Fill an empty site; return a member of our team who signs in.

    The last conversations are those of the day before `today`.
    """
    random = np.random.default_rng(SEED)
    here = Organisation.of(people, random)
    said = Conversations.of(here, interactions, today, random)
    with transaction.atomic(), connection.constraint_checks_disabled():
        _units(here)
        _people(here)
        _talks(said)
        _gifts(said)
        _promises(said, today)
    busiest = int(np.bincount(said.person)[: here.team].argmax()) + 1
    return User.objects.create(username="bench", stakeholder_id=busiest)


def _units(here: Organisation) -> None:
    """Write the units; the first is ours."""
    count = here.units
    fill(
        Unit,
        {
            "id": range(1, count + 1),
            "name": [f"Unit {number}" for number in range(count)],
            "side": ["ours", *["business"] * (count - 1)],
        },
    )


def _people(here: Organisation) -> None:
    """Write everybody with a primary role."""
    ids = range(1, here.people + 1)
    names = [f"{FIRST_NAMES[pk % len(FIRST_NAMES)]} No{pk}" for pk in ids]
    layers = [*LAYERS, "team"]  # NOBODY, our team, is the last one
    fill(
        Stakeholder,
        {
            "id": ids,
            "name": names,
            "layer": [layers[layer] for layer in here.layer],
            "email": [f"no{pk}@bench.example" for pk in ids],
        },
    )
    held = {"stakeholder_id": ids, "unit_id": (here.unit + 1).tolist()}
    fill(Role, {"id": ids, **held, "title": ["Colleague"] * here.people})


def _talks(said: Conversations) -> None:
    """Write the conversations and who took part."""
    ids = range(1, len(said.day) + 1)
    fill(
        Interaction,
        {
            "id": ids,
            "happened_on": _dates(said.day),
            "channel": _words(CHANNELS, said.channel),
            "summary": [f"Spoke about {TOPICS[pk % len(TOPICS)]}" for pk in ids],
        },
    )
    moods = {mood: mood for mood in range(-2, 3)} | {UNSAID: None}
    fill(
        Participation,
        {
            "id": range(1, len(said.talk) + 1),
            "interaction_id": (said.talk + 1).tolist(),
            "stakeholder_id": (said.person + 1).tolist(),
            "initiator": said.initiator.tolist(),
            "mood": [moods[mood] for mood in said.mood.tolist()],
        },
    )


def _gifts(said: Conversations) -> None:
    """Write what was given."""
    fill(
        Exchange,
        {
            "id": range(1, len(said.gave) + 1),
            "interaction_id": (said.gave + 1).tolist(),
            "giver_id": (said.giver + 1).tolist(),
            "receiver_id": (said.receiver + 1).tolist(),
            "kind": _words(GIFTS, said.gift),
            "weight": said.weight.tolist(),
        },
    )


def _promises(said: Conversations, today: date) -> None:
    """Write the promises; who has not kept one by `today` still owes it."""
    made = said.day[said.promised]
    state = np.array(_words(STATES, said.state))
    closed = made + np.where(state == "late", 2 * KEEPS_WITHIN, KEEPS_WITHIN // 2)
    still_open = (state == "open") & (made > today.toordinal() - 60)
    still_open |= closed >= today.toordinal()
    state = np.where(still_open, "open", np.where(state == "open", "released", state))
    fill(
        Commitment,
        {
            "id": range(1, len(made) + 1),
            "interaction_id": (said.promised + 1).tolist(),
            "promiser_id": (said.promiser + 1).tolist(),
            "promisee_id": (said.promisee + 1).tolist(),
            "what": ["Send the figures"] * len(made),
            "made_on": _dates(made),
            "due_on": _dates(made + KEEPS_WITHIN),
            "state": state.tolist(),
            "closed_on": [
                None if waits else day
                for waits, day in zip(still_open, _dates(closed), strict=True)
            ],
        },
    )


def _dates(days: Ints) -> list[str]:
    """Return ordinals as texts such as 2026-11-21."""
    texts: dict[int, str] = {}
    for day in np.unique(days).tolist():
        texts[day] = date.fromordinal(day).isoformat()
    return [texts[day] for day in days.tolist()]


def _words(words: Iterable[str], which: Ints) -> list[str]:
    """Return the words at the places `which`."""
    known = list(words)
    return [known[place] for place in which.tolist()]
