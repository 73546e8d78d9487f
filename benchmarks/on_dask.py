"""Pair sums by two dask workers beside DuckDB: python -m benchmarks.on_dask [MILLIONS].

Both start from the same facts in columns, the workers each with every other million of
them. DuckDB sums bare: no check, no days of contact, no order of a table.
"""

import sys
from collections.abc import Callable
from datetime import date
from operator import itemgetter
from time import perf_counter
from typing import Final

import duckdb
import numpy as np
from distributed import Client, LocalCluster, wait

from stakeholders.evidence import GIFTS, Facts, Kind, Rules
from stakeholders.scores.partitions import joined, parted
from stakeholders.scores.sums import PairSums, pair_sums

PAIRS, PEOPLE, MILLION, PARTS = 1_000_000, 100_000, 1_000_000, 8
RULES, TIMES, WORKERS, LANDMARK = Rules(), 3, 2, date(2020, 1, 1)
JUDGED = (Kind.KEPT, Kind.LATE, Kind.BROKEN)
LESSONS = (*JUDGED, Kind.CREDIT, Kind.BLAME, Kind.MOOD)
BARE: Final = """
CREATE OR REPLACE TABLE sums AS SELECT
    least(source, target) AS low, greatest(source, target) AS high,
    source < target AS forth, {sums} FROM facts GROUP BY ALL"""


def million(number: int) -> Facts:
    """Return a million facts; the same for the same `number`."""
    random = np.random.default_rng(number)
    pair = random.integers(0, PAIRS, MILLION)
    low, step = pair % PEOPLE, 1 + pair // PEOPLE
    ends = low, (low + step) % PEOPLE
    turned = random.random(MILLION) < 0.5
    return Facts(
        np.where(turned, *ends),
        np.where(turned, *ends[::-1]),
        (LANDMARK.toordinal() + random.integers(0, 1000, MILLION)).astype(np.int32),
        random.choice([*[Kind.CONTACT] * 8, *Kind], MILLION).astype(np.int8),
        random.uniform(0.1, 1.0, MILLION),
    )


def add(parts: list[Facts]) -> PairSums:
    """Return the sums of one part of all pairs."""
    return pair_sums(Facts.joined(parts), at=LANDMARK, rules=RULES)


def by_dask(client: Client, millions: int) -> None:
    """Let the workers make their facts, then time adding them up and bringing them here."""
    made = client.map(million, range(millions), pure=False)
    wait(made)

    def work() -> PairSums:
        """Return the sums of all facts."""
        stretches = [client.submit(parted, facts, PARTS, pure=False) for facts in made]
        sums = []
        for part in range(PARTS):
            some = [client.submit(itemgetter(part), one, pure=False) for one in stretches]
            sums.append(client.submit(add, some, pure=False))
        return joined(client.gather(sums))

    timed("dask, two workers", work)


def by_duckdb(millions: int) -> None:
    """Time the bare sums of the same facts, already in DuckDB, with two threads."""
    facts = Facts.joined([million(number) for number in range(millions)])
    database = duckdb.connect(config={"threads": WORKERS})
    database.register("columns", {name: getattr(facts, name) for name in Facts.__slots__})
    database.execute("CREATE TABLE facts AS SELECT * FROM columns")
    sums = [_sum((Kind.CONTACT,), RULES.contact_half_life), "count(*)"]
    sums += [_sum(kinds, RULES.giving_half_life) for kinds in (GIFTS, LESSONS)]
    sums += [_sum((kind,), RULES.trust_half_life) for kind in JUDGED]
    timed(
        "DuckDB, two threads", lambda: database.execute(BARE.format(sums=", ".join(sums)))
    )


def _sum(kinds: tuple[Kind, ...], half_life: float) -> str:
    """Return the faded sum of some kinds in SQL."""
    weight = f"pow(2.0, (day - {LANDMARK.toordinal()}) / {half_life})"
    return (
        f"sum(amount * {weight}) FILTER (kind IN ({', '.join(map(str, map(int, kinds)))}))"
    )


def timed(name: str, work: Callable[[], object]) -> None:
    """Print the best time of a few runs of `work`."""
    seconds = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        seconds.append(perf_counter() - start)
    print(f"{name:<24}{min(seconds):8.2f} s", flush=True)


def main(millions: int) -> None:
    """Print how long both take over so many million facts."""
    by_duckdb(millions)
    local = LocalCluster(
        n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    )
    with local as cluster, Client(cluster) as client:
        by_dask(client, millions)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
