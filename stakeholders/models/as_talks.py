"""Conversations as columns: which, on what day, and what each was like."""

from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Final, Self

import numpy as np
from django.db.models import BigIntegerField, ExpressionWrapper, F, IntegerField
from django.db.models.functions import Cast
from numpy.typing import NDArray

from stakeholders.models import bulk
from stakeholders.models.conversations import Interaction, InteractionQuerySet

ANSWERS: Final = ("asked", "listened", "told")
MARKS: Final = ("together", *ANSWERS, *map(str, Interaction.Formality))
# A column costs a database more than a sum, so each mark is a bit below the id.
BITS: Final = {name: 1 << place for place, name in enumerate(MARKS)}
PACKED: Final = ExpressionWrapper(
    F("id") * (1 << len(MARKS))
    + bulk.numbered("channel", dict.fromkeys(Interaction.TOGETHER, BITS["together"]), 0)
    + bulk.numbered("formality", {str(one): BITS[one] for one in Interaction.Formality}, 0)
    + reduce(add, (Cast(name, IntegerField()) * BITS[name] for name in ANSWERS)),
    output_field=BigIntegerField(),
)


@dataclass(frozen=True, slots=True)
class Talks:
    """Conversations that are not archived, one row each, in order of id."""

    pk: NDArray[np.int64]
    day: NDArray[np.int64]  # ordinals
    marks: NDArray[np.int64]  # bits, see MARKS

    @classmethod
    def read(cls, some: InteractionQuerySet | None = None) -> Self:
        """Return `some` conversations, or all there are, in one query."""
        talks = Interaction.objects.all() if some is None else some
        rows = talks.current().annotate(packed=PACKED).values_list("packed", "happened_on")
        packed, day = bulk.ascending(bulk.read(rows))
        return cls(packed >> len(MARKS), day, packed & ((1 << len(MARKS)) - 1))

    def find(self, pk: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Return where each conversation `pk` is, and whether it is here at all."""
        place = np.searchsorted(self.pk, pk)
        return place, np.append(self.pk, 0)[place] == pk

    def are(self, mark: str) -> NDArray[np.bool_]:
        """Return which of them bear the `mark`."""
        return self.marks & BITS[mark] > 0

    def where(self, which: NDArray[np.bool_]) -> Self:
        """Return those that are marked in `which`, one truth a row."""
        return type(self)(self.pk[which], self.day[which], self.marks[which])
