"""The main pages, asked for in process by somebody who is signed in."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import reverse

from benchmarks.timing import Figures, series
from stakeholders.models import Stakeholder, User

TIMES = 60
PAGES = ("people", "person", "today", "dashboard", "map")


def browser(user: User) -> Client:
    """Return a browser that `user` has signed in with."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(user, "stakeholders.models.signed_in.Passwords")
    return client


def measure(user: User, *, save: Callable[[], object]) -> Figures:
    """Return time and queries of each main page: the first after a save, and `again`.

    save: what somebody else saves before each page, so that nothing is kept that rests
    on conversations.
    """
    client = browser(user)
    figures: Figures = {}
    for page in PAGES:
        asked = [_asks(client, address) for address in _addresses(page)]
        figures |= series(page, asked, before=save)
        save()
        figures[f"{page}.queries"] = queries(asked[-1])
        figures |= series(f"{page}.again", [asked[-1]] * TIMES)
        figures[f"{page}.again.queries"] = queries(asked[-1])
    return figures


def _addresses(page: str) -> Iterator[str]:
    """Yield the addresses of one page: other people, or other parts of the list."""
    if page == "person":
        known = Stakeholder.objects.filter(ties_in__source__layer="team").distinct()
        ids = list(known.order_by("pk").values_list("pk", flat=True))
        for pk in ids[:: max(1, len(ids) // TIMES)][:TIMES]:
            yield reverse("person", args=[pk])
        return
    for number in range(TIMES):
        shown = f"?sort=health&page={1 + number % 4}" if page == "people" else ""
        yield reverse(page) + shown


def _asks(client: Client, address: str) -> Callable[[], None]:
    """Return a call that asks for `address` and minds how it is answered."""

    def ask() -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")

    return ask


def queries(work: Callable[[], object]) -> int:
    """Return how many queries `work` makes."""
    count = 0

    def counted(execute: Callable[..., Any], *call: Any) -> Any:
        nonlocal count
        count += 1
        return execute(*call)

    with connection.execute_wrapper(counted):
        work()
    return count
