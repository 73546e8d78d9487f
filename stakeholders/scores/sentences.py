"""Sentences: words with numbers in them, that still wait for people's names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

NO_BREAK = "\N{NO-BREAK SPACE}"


class Words(Formatter):
    """Writes numbers into words as pages show them: 44 %, in one piece."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Return `value` as `format_spec` asks for it."""
        said = str(super().format_field(value, format_spec))
        return f"{said[:-1]}{NO_BREAK}%" if format_spec.endswith("%") else said


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about a pair; scores know ids only, so whoever shows it adds the names."""

    words: str  # with {source}, {target} and the names of `numbers` in braces
    numbers: Mapping[str, float] = field(default_factory=dict)

    def say(self, source: str, target: str) -> str:
        """Return the sentence about the people called `source` and `target`."""
        return Words().format(self.words, source=source, target=target, **self.numbers)
