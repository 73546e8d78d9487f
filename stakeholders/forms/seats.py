"""Who took part in a conversation, who reached out, and how each of them felt."""

from copy import copy
from typing import Any, cast

from django import forms
from django.http import QueryDict

from stakeholders.converters import ids
from stakeholders.forms.base import RecordForm
from stakeholders.forms.lists import Settled
from stakeholders.forms.picking import PeopleField
from stakeholders.models import Interaction, Participation, Record, Stakeholder
from stakeholders.models.conversations import Seat
from stakeholders.models.seatings import keep_seats

MOOD = forms.TypedChoiceField(
    choices=Settled([("", "Not said"), *Participation.Mood.choices]),
    required=False,
    coerce=int,
    empty_value=None,
)


def beside(conversation: Interaction) -> dict[str, Any]:
    """Return what a conversation keeps outside its own row, as answers to the form."""
    seats = list(conversation.participations.all())
    reached_out = [seat.stakeholder_id for seat in seats if seat.initiator]
    moods = {f"mood_{seat.stakeholder_id}": seat.mood for seat in seats}
    return {
        "people": [seat.stakeholder_id for seat in seats],
        "initiator": next(iter(reached_out), None),
        "shared_with": list(conversation.shared_with.values_list("pk", flat=True)),
        **moods,
    }


def _stand_up(conversation: Interaction) -> dict[int, int | None]:
    """Free the seats of `conversation`; return the mood of each who sat there (an id)."""
    seats = conversation.participations
    moods = dict(seats.values_list("stakeholder", "mood"))
    seats.all().delete()
    return moods


class SeatsForm(RecordForm):
    """The part of a conversation's form that asks about people.

    The address shows nobody's mood before they are chosen: `chosen` are the people
    picked so far, and each of them has a field of their own.
    """

    people = PeopleField(
        label="People", error_messages={"required": "Choose who took part."}
    )
    initiator = forms.TypedChoiceField(
        label="Who reached out", required=False, coerce=int, empty_value=None
    )
    instance: Interaction

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer people, and ask about each of those chosen so far."""
        super().__init__(*args, **kwargs)
        self.editing = not self.instance._state.adding
        if self.editing:
            self.initial = {**beside(self.instance), **self.initial}
        people = cast("PeopleField", self.fields["people"])
        people.offer_to(self.by)
        self.chosen = people.found(self["people"].value())
        self._ask_about_each()
        if self.editing:
            self._send_what_it_was()

    def _send_what_it_was(self) -> None:
        """Let what is kept beside the row be sent as it was too, to tell who changed it."""
        self.fields["shared_with"] = copy(self.fields["shared_with"])  # which is shared
        apart = {"people", "initiator", "shared_with", *self.mood_names}
        for name in apart & set(self.initial):
            self.fields[name].show_hidden_initial = True

    def _ask_about_each(self) -> None:
        """Ask who of the chosen reached out, and for each one's mood."""
        names = {one.pk: str(one) for one in self.chosen}
        if self.by.stakeholder_id:
            names.setdefault(self.by.stakeholder_id, "You")
        who = cast("forms.ChoiceField", self.fields["initiator"])
        who.choices = Settled([("", "Nobody, or not known"), *names.items()])
        self.mood_names = [f"mood_{one.pk}" for one in self.chosen]
        for name, one in zip(self.mood_names, self.chosen, strict=True):
            self.fields[name] = copy(MOOD)
            self.fields[name].label = str(one)

    @property
    def moods(self) -> list[forms.BoundField]:
        """Return the field that asks for each one's mood."""
        return [self[name] for name in self.mood_names]

    def clean_people(self) -> list[Stakeholder]:
        """Refuse a conversation of one."""
        people: list[Stakeholder] = self.cleaned_data["people"]
        if len(people) < 2:
            raise forms.ValidationError(self._who_is_missing())
        return people

    def _who_is_missing(self) -> str:
        """Say whom to add to a conversation of one."""
        if self.by.stakeholder_id:
            return "A conversation takes two. Choose whom else it was with."
        return (
            "A conversation takes two. Your sign-in is not yet one of the people here: "
            "choose who of ours was there too, or add yourself in another tab."
        )

    def clean_initiator(self) -> int | None:
        """Return who reached out; somebody who did not take part did not."""
        who: int | None = self.cleaned_data["initiator"]
        return who if who in {one.pk for one in self.chosen} else None

    def _lock(self) -> None:
        """Hold the conversation as it was read, and keep who took part until now."""
        super()._lock()
        keep_seats(self.instance.pk)

    def save(self, commit: bool = True) -> Interaction:
        """Save the conversation and seat its people. Raises StaleError."""
        new = self.instance._state.adding
        conversation: Interaction = super().save(commit)
        moods = None if new else _stand_up(conversation)
        Participation.objects.seat(conversation.pk, self.seats(moods))
        return conversation

    def seats(self, moods: dict[int, int | None] | None = None) -> list[Seat]:
        """Return who takes part. moods: of each (an id) who was not asked for theirs."""
        said, known = self.cleaned_data, moods or {}
        people = [one.pk for one in self.chosen]
        return [
            Seat(pk, pk == said["initiator"], said.get(f"mood_{pk}", known.get(pk)))
            for pk in people
        ]

    def untouched(self, now: Record, read: int) -> dict[str, Any]:
        """Return also who is in it now, where this person left that as it was."""
        held = beside(cast("Interaction", now))
        left = [name for name in self.fields if name not in self.changed_data]
        answers = {name: held[name] for name in left if name in held}
        people = {"people": self._joined(held["people"])}
        return {**super().untouched(now, read), **answers, **people}

    def _joined(self, now: list[int]) -> list[int]:
        """Return who is in it `now`, without whom this person took out, with new ones."""
        data = cast("QueryDict", self.data)
        was = ids(data.getlist(self["people"].html_initial_name))
        sent = [one.pk for one in self.chosen]
        kept = [pk for pk in now if pk in sent or pk not in was]
        return [*kept, *(pk for pk in sent if pk not in was and pk not in now)]
