"""On dask: the pair sums of a rebuild, added up by a cluster of workers.

Each worker reads a stretch of the records by itself and parts its facts by unordered
pair; then each part is summed where most of it lies. Only sums travel back.
"""

from logging import WARNING, getLogger
from operator import itemgetter

import django
from distributed import Client, LocalCluster
from django.conf import settings
from django.db.models import Max

from stakeholders.evidence import Facts, Rules
from stakeholders.models import Commitment, Exchange, Interaction
from stakeholders.models.as_facts import facts_between
from stakeholders.scores.partitions import joined, parted
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.standings.columns import LANDMARK

PARTS_PER_WORKER = 4  # so that none waits long for the last
RECORDS_AT_ONCE = 500_000  # ids of one stretch


def add_up(address: str = "", workers: int = 2) -> PairSums:
    """Return the sums of everything, by the cluster at `address`, else by local workers."""
    if address:
        with Client(address) as client:
            return _sums(client)
    getLogger("distributed").setLevel(WARNING)  # it would tell an administrator each step
    local = LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    )
    with local as cluster, Client(cluster) as client:
        return _sums(client)


def _sums(client: Client) -> PairSums:
    """Return the sums of everything, as the workers of `client` find it."""
    client.run(django.setup)  # a worker knows no more than its environment
    parts = PARTS_PER_WORKER * len(client.scheduler_info()["workers"])
    last = max(_last_id(model) for model in (Interaction, Exchange, Commitment))
    starts = range(0, last + 1, RECORDS_AT_ONCE)
    # Not pure: what the records hold today is not what a busy cluster remembers of them.
    stretches = [
        client.submit(read, first, first + RECORDS_AT_ONCE, parts, pure=False)
        for first in starts
    ]
    sums = []
    for part in range(parts):
        some = [client.submit(itemgetter(part), stretch) for stretch in stretches]
        sums.append(client.submit(add, some, settings.RULES))
    return joined(client.gather(sums))


def _last_id(model: type[Interaction | Exchange | Commitment]) -> int:
    """Return the highest id of `model`, 0 where there is none."""
    found: int | None = model._default_manager.aggregate(last=Max("pk"))["last"]
    return found or 0


def read(first: int, last: int, parts: int) -> list[Facts]:
    """Return the facts of the records from id `first` to below `last`, in `parts`."""
    return parted(facts_between(first, last), parts)


def add(parts: list[Facts], rules: Rules) -> PairSums:
    """Return the sums of one part of all pairs."""
    return pair_sums(Facts.joined(parts), at=LANDMARK, rules=rules)
