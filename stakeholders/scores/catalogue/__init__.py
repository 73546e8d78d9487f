"""The catalogue: every number a page may show, and what it means."""

from typing import Final

from stakeholders.scores.catalogue import (
    coverage,
    network,
    next_steps,
    structure,
    trust,
    warmth,
)
from stakeholders.scores.catalogue.entry import Entry

__all__ = ["ENTRIES", "Entry", "as_markdown", "entry"]

ENTRIES: Final = (
    *trust.ENTRIES,
    *warmth.ENTRIES,
    *next_steps.ENTRIES,
    *network.ENTRIES,
    *structure.ENTRIES,
    *coverage.ENTRIES,
)

_BY_NAME: Final = {name: one for one in ENTRIES for name in (one.key, *one.fields)}

_INTRODUCTION: Final = """\
# What each number means

This page is written by `python -m stakeholders.scores.catalogue`; change the catalogue,
not the page.

Every number is as of a day and uses nothing after it. A dash means "not known": too
little evidence, which is neither good nor bad. Intervals hold 90 % of what is likely.
Absence from the log is "not logged", never "no relationship".
"""


def entry(name: str) -> Entry:
    """Return the entry of a number by its key, or by a name that columns give it.

    Raises KeyError for a number that is not in the catalogue.
    """
    return _BY_NAME[name]


def as_markdown() -> str:
    """Return the handbook's page on scores."""
    return "\n".join([_INTRODUCTION, *(_section(one) for one in ENTRIES)])


def _section(one: Entry) -> str:
    """Return one entry as a section of the handbook."""
    return f"""\
## {one.name}

{one.definition}

- Unit: {one.unit}
- Range: {one.range}
- A dash: {one.none}
- Formula: `{one.formula}`
- Source: {one.source}
"""
