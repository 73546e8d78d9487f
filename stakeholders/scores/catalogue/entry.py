"""An entry: what one shown number means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reader needs to know of one number before believing it."""

    key: str
    name: str  # as pages call it
    unit: str
    range: str
    none: str  # what it means when there is no number
    definition: str  # in plain words
    formula: str
    source: str  # authors, year, equation
    fields: tuple[str, ...] = ()  # other names columns and records give the same number
