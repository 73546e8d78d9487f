"""How a relationship is shown of which nothing is known."""

from dataclasses import fields
from typing import Any

from stakeholders.standings.reading import Relationship

_SAID: dict[str, Any] = {
    "source": 0,
    "target": 0,
    "band": "unknown",
    "signs": 0,
    "contacts": 0.0,
}

# Every other number is none: a page shows a dash for it.
NO_EVIDENCE = Relationship(
    **{**dict.fromkeys(field.name for field in fields(Relationship)), **_SAID}
)
