"""Sentences: words with numbers in them, that still wait for people's names."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about a pair; scores know ids only, so whoever shows it adds the names."""

    words: str  # with {source}, {target} and the names of `numbers` in braces
    numbers: Mapping[str, float] = field(default_factory=dict)

    def say(self, source: str, target: str) -> str:
        """Return the sentence about the people called `source` and `target`."""
        return self.words.format(source=source, target=target, **self.numbers)
