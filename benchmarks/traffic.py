"""What the real server holds while sixteen people use it at once."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from itertools import product
from os import environ
from random import Random

from django.urls import reverse

from benchmarks import clients
from benchmarks.clients import Answered
from benchmarks.pages import browser
from benchmarks.saves import answers, newest, people
from benchmarks.timing import Figures
from stakeholders.models import Interaction, Stakeholder, User

SECONDS = 6.0
WARM = 2.0
WRITTEN = 100  # conversations of each client; what goes beyond is written when asked
KEPT = "About the load, "


class LostError(Exception):
    """What was acknowledged is not what the database holds."""


def measure(user: User) -> Figures:
    """Return lists, persons, dashboards and saves a second, by 16 clients at once."""
    client = browser(user)
    client.get(reverse("log"))  # brings the token that a form must carry
    cookies = {name: one.value for name, one in client.cookies.items()}
    some = list(Stakeholder.objects.order_by("pk").values_list("pk", flat=True)[:2000:10])
    pages = {
        "lists": lambda turn: f"{reverse('people')}?sort=health&page={1 + turn % 4}",
        "persons": lambda turn: reverse("person", args=[some[turn % len(some)]]),
        "dashboards": lambda _: reverse("dashboard"),
    }
    figures: Figures = {}
    with served() as port:
        for name, address in pages.items():
            figures[f"{name}_per_s"] = _held(port, cookies, address)
        return figures | {"saves_per_s": _saved(port, cookies, user)}


@contextmanager
def served() -> Iterator[int]:
    """Serve the site as an administrator would; yield the port."""
    with subprocess.Popen(
        [sys.executable, "manage.py", "serve"], stdout=subprocess.PIPE, text=True
    ) as server:
        for line in server.stdout or ():
            if "relmap is at" in line:
                break
        try:
            yield int(environ["PORT"])
        finally:
            server.terminate()


def _held(port: int, cookies: Mapping[str, str], address: Callable[[int], str]) -> float:
    """Return how many answers a second one page gets; raise unless all of them are good."""

    @cache
    def ask(client: int, turn: int) -> bytes:
        return clients.request(cookies, ("GET", address(client + turn), ""))

    clients.hold(port, ask, WARM)
    rate, answered = clients.hold(port, ask, SECONDS)
    _check(answered)
    return round(rate, 1)


def _saved(port: int, cookies: Mapping[str, str], user: User) -> float:
    """Return how many conversations a second are saved; raise if one is lost or doubled."""
    newest()  # whoever asks for load asks no database meanwhile
    clients.hold(port, _conversations("Warm, ", cookies, user), WARM)
    ask = _conversations(KEPT, cookies, user)
    before = Interaction.objects.count()
    rate, answered = clients.hold(port, ask, SECONDS)
    _check(answered)
    kept = Interaction.objects.filter(summary__contains=KEPT)
    known = kept.values("summary").distinct().count()
    if not known == kept.count() == Interaction.objects.count() - before == len(answered):
        raise LostError(f"{len(answered)} were acknowledged, {known} are here")
    return round(rate, 1)


def _conversations(
    named: str, cookies: Mapping[str, str], user: User
) -> Callable[[int, int], bytes]:
    """Return what logs a conversation for each client and turn, most of them written."""

    @cache
    def ask(client: int, turn: int) -> bytes:
        key = f"{named}{client} {turn}"
        said = clients.form(answers(people(user, Random(key)), key))
        return clients.request(cookies, ("POST", reverse("log"), said))

    for client, turn in product(range(clients.CLIENTS), range(WRITTEN)):
        ask(client, turn)
    return ask


def _check(answered: list[Answered]) -> None:
    """Raise unless everything was answered well."""
    bad = next((one for one in answered if one[0] != 200), None)
    if bad:
        raise RuntimeError(f"the server answered {bad[0]}: {bad[1][:300]!r}")
