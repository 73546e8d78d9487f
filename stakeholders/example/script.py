"""The script: everything that happened at Larkfield in eighteen months."""

from itertools import chain
from random import Random

from stakeholders.example import chatter, stories
from stakeholders.example.cast import STORY_PEOPLE
from stakeholders.example.plan import Person, Promise, Talk

STORY_NAMES = {person.name for person in STORY_PEOPLE}


def script(random: Random, people: list[Person]) -> tuple[list[Talk], list[Promise]]:
    """Return all conversations, oldest first, and all promises."""
    threads = chatter.threads(random, people)
    everyday = [thread for thread in threads if thread.theirs.name not in STORY_NAMES]
    happened = [
        *chain.from_iterable(chatter.talks(random, thread) for thread in everyday),
        *chatter.rounds(random, people),
        *chain.from_iterable(chatter.promises(random, thread) for thread in everyday),
        *stories.sponsor_going_cold(),
        *stories.vendor_who_only_takes(),
        *stories.promise_broken_twice(),
        *stories.silo(people),
        *stories.broker_about_to_leave(people),
        *stories.relationship_mended(),
        *stories.others(),
    ]
    talks = [one for one in happened if isinstance(one, Talk)]
    promises = [one for one in happened if isinstance(one, Promise)]
    return sorted(talks, key=lambda talk: -talk.ago), promises
