"""Saving conversations through the page that logs them, in process."""

from collections.abc import Callable
from functools import cache
from itertools import count
from random import Random

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from benchmarks import clients
from benchmarks.pages import browser
from benchmarks.timing import Figures, series
from stakeholders.models import Stakeholder, User
from stakeholders.standings import reading

# The first few hundred of a process take a quarter longer than all that follow, and what
# only one in a hundred takes is told by ten of them.
TIMES = 1_000
FORM = "application/x-www-form-urlencoded"  # as a browser sends what is typed
OTHERS = 3  # people beside who logs


def measure(user: User) -> Figures:
    """Return how long it takes to save a conversation of four and read its fresh scores."""
    client, random = browser(user), Random(1)
    chosen = [people(user, random) for _ in range(TIMES)]
    works = [_saves(client, four, f"bench-{number}") for number, four in enumerate(chosen)]
    return series("save", works, high=99)


def by_somebody_else(user: User) -> Callable[[], None]:
    """Return a call that saves one more conversation of four, as a colleague of `user`."""
    team = Stakeholder.objects.in_our_team().exclude(pk=user.stakeholder_id)
    other = User.objects.create(username="colleague", stakeholder=team.first())
    client, random, number = browser(other), Random(2), count()

    def save() -> None:
        """Save the next one."""
        _saves(client, people(other, random), f"other-{next(number)}")()

    return save


def people(user: User, random: Random) -> list[int]:
    """Return who logs and three others (ids); the database is asked once for all."""
    others = random.sample(range(1, newest()), OTHERS)
    return list(dict.fromkeys([user.stakeholder_id or 0, *others]))


@cache
def newest() -> int:
    """Return the highest id of anybody."""
    return Stakeholder.objects.order_by("pk").values_list("pk", flat=True).last() or 0


def answers(people: list[int], key: str) -> dict[str, object]:
    """Return what the dialog sends for one conversation with `people` (ids) in one line."""
    unsaid = ("happened_at", "minutes", "formality", "outcome")
    return {
        "dialog": "yes",
        "key": key,
        "summary": f"Spoke about {key}",
        "people": people,
        "initiator": people[0],
        "happened_on": timezone.localdate().isoformat(),
        "initial-happened_on": timezone.localdate().isoformat(),
        "channel": "in_person",
        **dict.fromkeys(unsaid, ""),
        **{f"mood_{person}": "" for person in people},
        **_blank("promises", 2, promiser=people[0], what="", promisee="", due_on=""),
        **_blank("exchanges", 1, kind="", giver=people[0], receiver="", weight=1, note=""),
    }


def _blank(rows: str, count: int, **row: object) -> dict[str, object]:
    """Return `count` of these `rows` that nobody filled in, as the dialog sends them."""
    counts = {"TOTAL": count, "INITIAL": 0}
    return {f"{rows}-{name}_FORMS": number for name, number in counts.items()} | {
        f"{rows}-{place}-{name}": said
        for place in range(count)
        for name, said in row.items()
    }


def _saves(client: Client, people: list[int], key: str) -> Callable[[], None]:
    """Return a call that saves a conversation and reads how we stand with these people."""
    sent = clients.form(answers(people, key))  # which a browser would do

    def save() -> None:
        answer = client.post(reverse("log"), sent, FORM, headers={"HX-Request": "true"})
        if answer.status_code != 200:
            raise RuntimeError(f"the log answered {answer.status_code}")
        reading.with_us(people[1:], day=timezone.localdate())

    return save
