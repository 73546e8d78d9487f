"""Conversations as columns: which, on what day, and what each was like."""

from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Final, Self

import numpy as np
from django.db.models import BooleanField, ExpressionWrapper, IntegerField, Q
from django.db.models.functions import Cast
from numpy.typing import NDArray

from stakeholders.models import bulk
from stakeholders.models.conversations import Interaction, InteractionQuerySet

MARKS: Final = {
    "together": Q(channel__in=Interaction.TOGETHER),
    **{name: Q(**{name: True}) for name in ("asked", "listened", "told")},
    **{str(kind): Q(formality=kind) for kind in Interaction.Formality},
}
# A column costs a database more than a sum, so each mark is a bit of one number.
BITS: Final = {name: 1 << place for place, name in enumerate(MARKS)}
PACKED: Final = reduce(
    add,
    (
        Cast(ExpressionWrapper(mark, BooleanField()), IntegerField()) * BITS[name]
        for name, mark in MARKS.items()
    ),
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
        rows = talks.current().annotate(marks=PACKED)
        found = bulk.read(rows.values_list("pk", "happened_on", "marks"))
        return cls(*bulk.ascending(found))

    def find(self, pk: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Return where each conversation `pk` is, and whether it is here at all."""
        place = np.searchsorted(self.pk, pk)
        return place, np.append(self.pk, 0)[place] == pk

    def are(self, mark: str) -> NDArray[np.bool_]:
        """Return which of them bear the `mark`."""
        return self.marks & BITS[mark] > 0
