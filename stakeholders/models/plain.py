"""Words as a search compares them: without case and accents."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models

# Letters that Unicode does not take apart; the same as `WHOLE` in `kept.js`.
WHOLE = {
    **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"},
    **{"ı": "i", "ß": "ss", "ς": "σ"},  # noqa: RUF001
}
LETTERS = str.maketrans(WHOLE)


def plain(text: str) -> str:
    """Return `text` without case and accents: "Özil" and "OZIL" are both "ozil"."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(one for one in apart if unicodedata.category(one)[0] != "M")
    return bare.lower().translate(LETTERS)


def found_by(words: Iterable[str]) -> str:
    """Return what a row that says `words` is found by."""
    return plain(" ".join(words))


class PlainField(models.TextField[str, str]):
    """What a search looks through: the fields `of` the same row, in plain letters.

    It follows them whenever a row is saved, one by one or many at once, since databases
    disagree on what is one letter: SQLite knows the case of a to z alone.
    """

    def __init__(self, *, of: Sequence[str], **kwargs: Any) -> None:
        """Follow the fields named in `of`."""
        self.of = tuple(of)
        super().__init__(**{"editable": False, "default": "", "db_default": "", **kwargs})

    def deconstruct(self) -> Any:
        """Return how a migration makes this field again."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """Return what the row is found by as it is saved now."""
        found = found_by(getattr(model_instance, name) for name in self.of)
        setattr(model_instance, self.attname, found)
        return found


def plain_fields(model: type[models.Model]) -> list[PlainField]:
    """Return the fields of `model` that follow others."""
    return [one for one in model._meta.fields if isinstance(one, PlainField)]
