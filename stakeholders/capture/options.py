"""Options: what the person says about a file beside what its columns mean."""

from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from stakeholders.capture.days import Order
from stakeholders.models import Batch, Interaction, Stakeholder


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a file. Kept with its batch as plain JSON."""

    encoding: str = ""  # empty: work it out from the bytes
    dates: str = ""  # "day" or "month" first; empty: work it out from the column
    layer: str = Stakeholder.Layer.PEER  # of people whose row names none
    channel: str = Interaction.Channel.IN_PERSON  # where the row names none
    source: str = "file"  # whose ids the ids are; at most 20 characters
    add_people: bool = False  # add who is named in a conversation and not here yet

    @classmethod
    def names(cls) -> list[str]:
        """Return what can be said."""
        return [field.name for field in fields(cls)]

    @classmethod
    def of(cls, batch: Batch) -> Self:
        """Return the options kept with `batch`."""
        return cls(**batch.options)

    def as_json(self) -> dict[str, Any]:
        """Return them as a batch keeps them."""
        return {key: value for key, value in asdict(self).items() if value != ""}

    @property
    def order(self) -> Order | None:
        """Return what the person said comes first in a date, if they did."""
        return Order(self.dates) if self.dates else None
