"""Time the scores of a million pairs in columns: python -m benchmarks.pair_scores."""

from collections.abc import Callable
from datetime import date
from time import perf_counter, process_time

import numpy as np

from stakeholders.evidence import Facts, Kind, Rules
from stakeholders.scores.pairs import pair_scores
from stakeholders.scores.sums import PairSums, pair_sums
from stakeholders.scores.trust import trust_interval
from stakeholders.scores.usual import Usual
from stakeholders.scores.warmth import strength_interval

TODAY, RULES = date(2026, 11, 21), Rules()
PAIRS, PEOPLE, FACTS = 1_000_000, 100_000, 4_000_000
OURS = np.arange(PEOPLE // 20)


def history(random: np.random.Generator) -> Facts:
    """Return facts of three years that touch a million unordered pairs."""
    low = np.repeat(np.arange(PEOPLE), PAIRS // PEOPLE)
    high = (low + 1 + np.tile(np.arange(PAIRS // PEOPLE), PEOPLE)) % PEOPLE
    pair = np.append(np.arange(PAIRS), random.integers(0, PAIRS, FACTS - PAIRS))
    turned = random.random(FACTS) < 0.5
    return Facts(
        np.where(turned, high[pair], low[pair]),
        np.where(turned, low[pair], high[pair]),
        (TODAY.toordinal() - random.integers(0, 1000, FACTS)).astype(np.int32),
        random.choice([*[Kind.CONTACT] * 8, *Kind], FACTS).astype(np.int8),
        random.uniform(0.1, 1.0, FACTS),
    )


def timed[Result](name: str, work: Callable[[], Result], times: int = 3) -> Result:
    """Return what `work` returns, and print the best time of a few runs."""
    seconds, used = [], []
    for _ in range(times):
        start, started = perf_counter(), process_time()
        result = work()
        seconds.append(perf_counter() - start)
        used.append(process_time() - started)
    print(f"{name:<44}{min(seconds):8.3f} s, {min(used):.3f} s of one core")
    return result


def intervals(sums: PairSums) -> None:
    """Compute the intervals of strength and trust; pages do so for the rows they show."""
    strength_interval(sums.contact_days, 400.0)
    trust_interval(sums.outcome, sums.evidence, rules=RULES)


def main() -> None:
    """Print how long each step takes."""
    facts = history(np.random.default_rng(1))
    sums = timed(
        f"pair sums of {len(facts):,} facts",
        lambda: pair_sums(facts, at=TODAY, rules=RULES),
    )
    usual = timed("what is usual across the site", lambda: Usual.of(sums, OURS))
    name = f"all pair scores of {len(sums) // 2:,} pairs"
    timed(
        name,
        lambda: pair_scores(sums, at=TODAY, rules=RULES, usual=usual),
    )
    some = sums.take(np.arange(10_000))
    timed("intervals of 10,000 rows", lambda: intervals(some))


if __name__ == "__main__":
    main()
