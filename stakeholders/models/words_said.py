"""Which conversations a word occurs in: in what was said, or in who said it."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db import models
from django.db.models import Exists, OuterRef, Q

from stakeholders.models.people import Stakeholder
from stakeholders.models.plain import plain

COUNTED: Final = 5  # words, for which it is asked how many people bear them
MANY: Final = 5_000  # people of one name; at 100,000 both ways take half a second


def said(word: str) -> Q:
    """Return what asks whether `word` is in the line or the notes, in any case.

    SQLite knows the case of a to z alone, so other letters are asked for as they are
    written at the beginning of a sentence, within one, and in a heading.
    """
    cases = {word} if word.isascii() else {word.lower(), word.capitalize(), word.upper()}
    asked = (Q(summary__icontains=one) | Q(notes__icontains=one) for one in sorted(cases))
    return reduce(or_, asked)


def each_word(text: str, seats: models.QuerySet[Any]) -> Iterator[Q]:
    """Return what asks whether each word of `text` was said or is somebody's who said it.

    seats: of everybody in each conversation.
    """
    for place, word in enumerate(dict.fromkeys(text.split())):
        if plain(word).strip():
            yield said(word) | _with_named(word, seats, count=place < COUNTED)
        else:  # an accent alone is in nobody's name, and as nothing in everybody's
            yield said(word)


def _with_named(word: str, seats: models.QuerySet[Any], *, count: bool) -> Q:
    """Return what asks whether `word` is in the name or mail of anybody in their `seats`.

    The conversations of few people are looked up; those of many would be half of all, so
    there each conversation is looked at until enough are found.
    """
    people = Stakeholder.objects.filter(found_by__contains=plain(word)).order_by()
    if count and people[: MANY + 1].count() > MANY:
        here = seats.filter(interaction=OuterRef("pk"))
        return Q(Exists(here.filter(stakeholder__found_by__contains=plain(word))))
    named = seats.filter(stakeholder__in=people)
    return Q(pk__in=named.values("interaction"))
