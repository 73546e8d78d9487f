"""What stands in the why of one score; each part is looked up when it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from stakeholders.models import Stakeholder, User
from stakeholders.scores.catalogue import Entry, entry
from stakeholders.scores.health import Band
from stakeholders.scores.sentences import Sentence
from stakeholders.standings.explaining import Explained, explain
from stakeholders.standings.manner import Manner
from stakeholders.standings.pooling import US
from stakeholders.standings.sides import our_people
from stakeholders.templatetags.look import BANDS
from stakeholders.templatetags.scores import SHARES, amount
from stakeholders.views.as_of import AsOf
from stakeholders.views.why_evidence import Between, Evidence, evidence
from stakeholders.views.why_rounding import rounded

OUR_TEAM: Final = "our team"
TITLES: Final = {
    "health": "How {source} and {target} are",
    "trust_in_source": "How far {target} can count on {source}",
    "trust_in_target": "How far {source} can count on {target}",
    "source_reliability": "How likely {source} keeps the next promise to {target}",
    "target_reliability": "How likely {target} keeps the next promise to {source}",
    "attention": "How evenly {source} and {target} reach out",
    "giving": "How evenly {source} and {target} give",
    "silence": "How likely {source} and {target} do not speak for 30 days",
    "strength": "How much contact {source} and {target} can expect",
    "balance": "Whether {target} reaches out to {source} as much as is usual here",
    "giving_balance": "Whether {target} gives {source} as much as is usual here",
}
NOTHING_SMALL: Final = "No single small step changes that; time and kept promises do."
AFTERWARDS: Final = {
    Band.HEALTHY: "It would then be healthy.",
    Band.COOLING: "It would then be cooling.",
    Band.ONE_SIDED: "It would then be one-sided.",
    Band.STRAINED: "It would then be strained.",
    Band.UNKNOWN: "Nothing would then be wrong; to call it healthy takes trust or help.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One contribution, as a reader sees it."""

    words: str
    amount: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """One of the two, and how they speak with the other."""

    name: str
    how: Manner


class WhyPage:
    """One score of two people, as one reader sees it on one day."""

    def __init__(
        self,
        pair: tuple[int, int],
        name: str,
        people: Mapping[int, Stakeholder],
        reader: User,
        on: AsOf,
    ) -> None:
        """Take which score of whom (ids; source 0: our side), who reads it, and the day."""
        self.pair, self.reader, self.on, self.day = pair, reader, on, on.day
        self.found: Explained = explain(*pair, name, day=self.day, past=on.past)
        self.names = {US: OUR_TEAM, **{pk: one.name for pk, one in people.items()}}
        self.what: Entry = entry(self.found.name)
        self.target = people[pair[1]]

    @property
    def title(self) -> str:
        """Return what is asked, as a heading."""
        seen = self.found.seen
        names = {end: self.names[getattr(seen, end)] for end in ("source", "target")}
        return TITLES[self.found.name].format(**names)

    @property
    def value(self) -> float | None:
        """Return the score."""
        return self.found.why.score

    def ends(self) -> tuple[float | None, float | None]:
        """Return the ends of its interval."""
        return self.found.seen.ends.get(self.found.name, (None, None))

    def lines(self) -> list[Line]:
        """Return the contributions, rounded so that they add up to the score as shown."""
        parts = [one for one in self.found.why.parts if one.amount]
        digits = 0 if self.what.unit in SHARES else 2
        scale = 100 if self.what.unit in SHARES else 1
        shown = rounded([one.amount * scale for one in parts], digits)
        return [
            Line(self._said(one.sentence), _signed(self.what, value / scale))
            for one, value in zip(parts, shown, strict=True)
        ]

    def total(self) -> str:
        """Return the score as the sum of the lines."""
        digits = 0 if self.what.unit in SHARES else 2
        return amount(self.what, self.value or 0.0, digits)

    def missing(self) -> str:
        """Return what is missing where there is no score."""
        short = self.found.why.missing
        return self._said(short) if short else ""

    def basis(self) -> str:
        """Return where the rule behind the score was learned, if that can differ."""
        learned = self.found.why.basis
        return self._said(learned) if learned else ""

    def reasons(self) -> list[str]:
        """Return why the relationship has its band, gravest first."""
        seen = self.found.seen
        ends = self.names[seen.source], self.names[seen.target]
        return [_capital(one.sentence.say(*ends)) for one in seen.reasons]

    def change(self) -> str:
        """Return the smallest thing that would move the band."""
        change, band = self.found.change, BANDS[self.found.seen.band].lower()
        if not change:
            return f"On this day: {band}. {NOTHING_SMALL}"
        actor = self._name(change.actor) if change.actor is not None else ""
        said = change.sentence.say(actor, "")
        return f"On this day: {band}. {said} {AFTERWARDS[change.band]}"

    def manners(self) -> list[Speaker]:
        """Return how each of the two speaks with the other; none where it matters not."""
        return [Speaker(_capital(self.names[m.person]), m) for m in self.found.manners]

    @cached_property
    def evidence(self) -> Evidence:
        """Return what happened, newest first, as far as this reader may see it."""
        ours = our_people().exclude(pk=self.found.seen.target)
        if self.found.seen.source != US:
            ours = Stakeholder.objects.filter(pk=self.found.seen.source)
        between = Between(ours, self.found.seen.target, self.on.until)
        return evidence(between, self.found.name, self.reader)

    def _said(self, sentence: Sentence) -> str:
        """Return a sentence of the score with the names in it."""
        source, target = (self.names[end] for end in self.found.ends)
        return _capital(sentence.say(source, target))

    def _name(self, person: int) -> str:
        """Return the name of somebody who could do something."""
        known = self.names.get(person)
        return known or Stakeholder.objects.values_list("name", flat=True).get(pk=person)


def _signed(what: Entry, value: float) -> str:
    """Return a contribution with its sign."""
    digits = 0 if what.unit in SHARES else 2
    sign = "\N{MINUS SIGN}" if value < 0 else "+"
    return f"{sign}{amount(what, abs(value), digits)}"


def _capital(words: str) -> str:
    """Return `words` with a capital first letter."""
    return words[:1].upper() + words[1:]
