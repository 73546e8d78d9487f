"""Values: a cell becomes what the record keeps, or a sentence says why it cannot."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from stakeholders.capture.fields import plain
from stakeholders.capture.refusals import RowError, quoted

YES = {"yes", "y", "true", "1", "x", "on", "internal", "ja", "oui", "si"}
NO = {"no", "n", "false", "0", "off", "external", "nein", "non"}
WORDS = {
    "business": "peer",
    "supplier": "vendor",
    "client": "customer",
    "us": "team",
    "it": "team",
    "email": "mail",
    "meeting": "in_person",
    "facetoface": "in_person",
    "phone": "call",
    "zoom": "video",
    "teams": "video",
    "message": "chat",
    "yes": "formal",
    "no": "informal",
}


def text_of(cell: str, field: str, most: int | None) -> str:
    """Return the `cell` if it has at most so many characters."""
    if most is not None and len(cell) > most:
        sentence = (
            f"{quoted(cell)} has {len(cell):,} characters; at most {most:,} are kept."
        )
        raise RowError(field, sentence)
    return cell


def yes_or_no(cell: str, field: str) -> bool:
    """Return whether the `cell` says yes."""
    word = plain(cell)
    if word in YES | NO:
        return word in YES
    raise RowError(field, f"{quoted(cell)} is neither yes nor no.")


def whole(cell: str, field: str) -> int:
    """Return the whole number in the `cell`."""
    try:
        return int(cell)
    except ValueError:
        raise RowError(field, f"{quoted(cell)} is not a whole number.") from None


def one_of(cell: str, field: str, choices: list[tuple[Any, Any]]) -> Any:
    """Return the value among `choices` that the `cell` names by value, label or synonym."""
    for word in (plain(cell), plain(WORDS.get(plain(cell), ""))):
        for value, label in choices:
            if word and word in {plain(str(value)), plain(str(label))}:
                return value
    allowed = ", ".join(str(label) for _, label in choices)
    raise RowError(field, f"{quoted(cell)} is not one of: {allowed}.")


def value_of(cell: str, field: str, column: Any) -> Any:
    """Return the `cell` as the model's `column` keeps it; `field` is what to call it."""
    if column.choices:
        return one_of(cell, field, list(column.choices))
    if isinstance(column, models.BooleanField):
        return yes_or_no(cell, field)
    if isinstance(column, models.IntegerField):
        return cleaned(whole(cell, field), field, column)
    return cleaned(text_of(cell, field, column.max_length), field, column)


def cleaned(value: Any, field: str, column: Any) -> Any:
    """Return `value` if the model's own `column` takes it."""
    try:
        return column.clean(value, None)
    except ValidationError as error:
        raise RowError(field, f"{quoted(str(value))}: {error.messages[0]}") from None


def within(number: int | None, field: str, least: int, most: int) -> None:
    """Raise RowError where there is a `number` and it lies outside least..most."""
    if number is not None and not least <= number <= most:
        raise RowError(field, f"{number} is not between {least} and {most}.")
