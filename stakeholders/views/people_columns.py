"""The columns a list of people can show, and which of them are asked for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from stakeholders.templatetags.look import BANDS, LAYERS

SEPARATOR: Final = "."  # between the names of columns in an address
NAME: Final = "name"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, and what a row says in it, as plain text for a file."""

    label: str
    said: Callable[[Any], Any]
    sorts: bool = False


COLUMNS: Final[dict[str, Column]] = {
    NAME: Column("Name", lambda row: row.person.name, sorts=True),
    "title": Column("Title", lambda row: row.person.role_title),
    "layer": Column("Layer", lambda row: LAYERS[row.person.layer], sorts=True),
    "health": Column("Health", lambda row: BANDS[row.with_us.band], sorts=True),
    "silence": Column("Likely silent", lambda row: _rounded(row.with_us.silence)),
    "trust": Column("Trust in them", lambda row: _rounded(row.with_us.trust_in_target)),
    "spoke": Column("Last spoke", lambda row: row.with_us.last_on, sorts=True),
    "unit": Column("Unit", lambda row: row.person.unit_name, sorts=True),
    "counterpart": Column(
        "Our counterpart", lambda row: row.person.counterpart, sorts=True
    ),
    "backup": Column("Backup", lambda row: row.person.backup),
    "matters": Column("How critical", lambda row: row.person.get_criticality_display()),
    "rhythm": Column("Wanted rhythm, days", lambda row: row.person.cadence_days),
    "tags": Column("Tags", lambda row: ", ".join(row.tags)),
    "email": Column("Mail", lambda row: row.person.email),
}
USUAL: Final = ("layer", "health", "spoke", "unit", "counterpart")
CHOICES: Final = {key: one.label for key, one in COLUMNS.items() if key != NAME}


def chosen(said: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that `said` names, in the order of the table; none: the usual."""
    asked = {key for some in said for key in some.split(SEPARATOR)}
    return tuple(key for key in CHOICES if key in asked) or USUAL


def said(columns: tuple[str, ...]) -> str:
    """Return how an address asks for `columns`; nothing for the usual ones."""
    return "" if columns == USUAL else SEPARATOR.join(columns)


def _rounded(value: float | None) -> float | None:
    """Return a score as a file says it."""
    return None if value is None else round(value, 3)
