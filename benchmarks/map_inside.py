"""The map's benchmark inside its room: python -m benchmarks.map_inside PEOPLE TIES."""

import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from statistics import median
from time import process_time
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils.timezone import localdate  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from benchmarks import map_layout, map_network  # noqa: E402
from benchmarks.map_browser import measure, watched  # noqa: E402
from benchmarks.saves import by_somebody_else  # noqa: E402
from benchmarks.traffic import served  # noqa: E402
from stakeholders.models import User  # noqa: E402
from stakeholders.standings import rebuild, structure  # noqa: E402

NAMES = ("chromium", "chromium-headless-shell")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), "")
SAVES = 30  # conversations of four, drawn from everybody
MOST_BESIDE = 10_000  # people; cytoscape draws no more of them in minutes


def main(people: int, ties: int) -> None:
    """Print a figure a line."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    user = map_network.write(people, ties, localdate())
    tell("pairs", rebuild())
    tell("layout and structure from nothing, s CPU", cpu(structure.look.func))
    beside = people <= MOST_BESIDE
    for figures in (map_layout.measure(localdate()), server(user), browser(user, beside)):
        for name, figure in figures.items():
            tell(name, figure)


def tell(name: str, figure: object) -> None:
    """Print one figure."""
    print(f"{name:<44}{figure}", flush=True)


def cpu(work: Callable[[], object]) -> float:
    """Return the seconds of one core that `work` takes."""
    start = process_time()
    work()
    return round(process_time() - start, 3)


def server(user: User) -> dict[str, Any]:
    """Return the size of the data, and what it takes to answer."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    ask = partial(client.get, headers={"accept-encoding": "gzip"})
    save, anew = by_somebody_else(user), []
    for _ in range(SAVES):
        save()
        anew.append(cpu(lambda: ask("/map/data.json")))
    again = cpu(lambda: ask("/map/data.json"))
    then = [localdate() - timedelta(weeks=weeks) for weeks in range(9, 0, -1)]
    days = [cpu(lambda day=day: ask(f"/map/data.json?on={day}")) for day in then]
    return {
        "data, kB compressed": round(len(ask("/map/data.json").content) / 1000, 1),
        "data after a save, s CPU, least": min(anew[1:]),
        "data after a save, s CPU, median": median(anew[1:]),
        "data unchanged, s CPU": again,
        "a day gone by, the first, s CPU": days[0],
        "a day gone by, each one after it, s CPU": median(days[1:]),
        "units page, s CPU": cpu(lambda: client.get("/units/")),
        "table, s CPU": cpu(lambda: client.get("/map/?view=table&of=ties")),
    }


def browser(user: User, beside: bool) -> dict[str, Any]:
    """Return what Chromium takes, without a graphics card; beside: cytoscape too."""
    client = Client()
    client.force_login(user)
    key = client.cookies["sessionid"].value
    args = ["--no-sandbox", "--disable-gpu"]
    with served() as port, sync_playwright() as driver:
        url = f"http://127.0.0.1:{port}"
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=args)
        context = chromium.new_context(base_url=url, bypass_csp=True)
        context.set_default_timeout(120_000)
        context.add_cookies([{"name": "sessionid", "value": key, "url": url}])
        figures = measure(watched(context), beside=beside)
        chromium.close()
    return figures


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
