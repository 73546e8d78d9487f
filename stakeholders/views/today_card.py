"""One card of Today: a conversation to have, why, who should have it, how to open it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from stakeholders.models import Commitment, Interaction, Stakeholder
from stakeholders.scores.health import Sign
from stakeholders.scores.next_steps import Cause
from stakeholders.standings.next_steps import Suggestion

LEFT_OPEN = {
    Interaction.Outcome.OPEN: "left open",
    Interaction.Outcome.DISAGREED: "not agreed",
}


class Opening(NamedTuple):
    """How to begin: what to do, in whose words, and since when they stand."""

    begin: str
    quote: str = ""
    said_on: date | None = None


class Keeper(NamedTuple):
    """Who should have the conversation, and what makes it them."""

    pk: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """A suggested conversation as a reader sees it."""

    suggestion: Suggestion
    person: Any  # a Stakeholder with what `today_people.told_of` adds
    we_owe: Commitment | None  # the open promise of ours that is due first
    they_owe: Commitment | None

    @property
    def with_us(self) -> Any:
        """Return how we are with the person."""
        return self.suggestion.with_us

    @property
    def told(self) -> tuple[object, ...]:
        """Return all that was looked up for it: of the person, and what is owed."""
        said = [one for name, one in vars(self.person).items() if name != "_state"]
        owed = [promise and promise.pk for promise in (self.we_owe, self.they_owe)]
        return (*said, *owed)

    def causes(self) -> list[tuple[str, float]]:
        """Return why, the gravest first, as (name, urgency)."""
        return [
            (str(cause.name).lower(), part) for cause, part in self.suggestion.step.causes
        ]

    def signs(self) -> list[str]:
        """Return the signs of strain and of giving without getting, by name."""
        held = Sign(self.with_us.signs)
        return [str(one.name).lower() for one in held]

    @property
    def keepers(self) -> list[Keeper]:
        """Return who could have it: counterpart, backup, then whoever is closest."""
        one = self.person
        found = [
            *_keeper(one.counterpart, "counterpart"),
            *_keeper(one.backup, "backup"),
        ]
        if one.nearest and one.nearest not in {keeper.pk for keeper in found}:
            found.append(Keeper(one.nearest, one.nearest_name, "in touch lately"))
        return found

    def keeper_ids(self) -> list[int]:
        """Return the ids of those who could have it."""
        return [keeper.pk for keeper in self.keepers]

    def opening(self) -> Opening:
        """Return how to begin, from what is open between the two sides."""
        one, holds = self.person, {cause for cause, _ in self.suggestion.step.causes}
        if one.last_outcome in LEFT_OPEN:
            state = LEFT_OPEN[one.last_outcome]
            return Opening(f"Pick up what was {state}:", one.last_words, one.last_on)
        if self.we_owe and Cause.OURS_LATE in holds:
            return Opening("Bring it, or a day you can hold:", self.we_owe.what)
        if Cause.LEAVING in holds:
            return Opening("Ask who follows, and to be introduced before they leave.")
        if one.concern:
            return Opening("Ask how it stands with", one.concern, one.heard_on)
        if self.they_owe:
            return Opening("Ask what they still need for", self.they_owe.what)
        return Opening("Ask what matters most to them just now, and note it.")

    def manner(self) -> str:
        """Return how they want to be spoken to, as far as known."""
        one = self.person
        known = (
            one.get_preferred_channel_display(),
            one.get_depth_display(),
            one.get_language_display(),
        )
        return ", ".join(str(part).lower() for part in known if part)


def cards(
    suggested: Iterable[Suggestion], people: dict[int, Any], promises: Iterable[Commitment]
) -> list[Card]:
    """Return a card for each suggestion, with the promises that are due first."""
    ours: dict[int, Commitment] = {}
    theirs: dict[int, Commitment] = {}
    team = Stakeholder.Layer.TEAM
    for one in promises:
        if one.promiser.layer == team:
            ours.setdefault(one.promisee_id, one)
        if one.promisee.layer == team:
            theirs.setdefault(one.promiser_id, one)
    return [
        Card(one, people[pk], ours.get(pk), theirs.get(pk))
        for one in suggested
        if (pk := one.step.person) in people
    ]


def _keeper(one: Stakeholder | None, why: str) -> list[Keeper]:
    """Return `one` of ours as somebody who could have it, unless they are gone."""
    return [Keeper(one.pk, one.name, why)] if one and not one.archived_at else []
