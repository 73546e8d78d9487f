"""Rows of a conversation's form: what was promised in it, and what was given."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT, ManagementForm
from django.utils.functional import cached_property

from stakeholders.forms.base import RecordForm, shared
from stakeholders.models import Commitment, Exchange, Interaction, Stakeholder

MOST = 30  # rows of one kind
WEIGHTS = {
    1: "1, a moment",
    2: "2, an hour",
    3: "3, a day",
    4: "4, some days",
    5: "5, weeks of work",
}


class PairRow(RecordForm):
    """Something between two of the people of a conversation."""

    ends: tuple[str, str]
    filled: tuple[str, ...]  # an empty row has none of these
    missing: dict[str, str]  # the sentence for an end nobody chose

    def __init__(self, *args: Any, among: Sequence[Stakeholder], **kwargs: Any) -> None:
        """Offer the people `among` whom it happened, and whoever it says now."""
        super().__init__(*args, **kwargs)
        self.people = {one.pk: one for one in among}
        for end in self.ends:
            self.fields[end] = self._end(end)

    def _end(self, end: str) -> forms.Field:
        """Return the choice of who stands at one `end`."""
        people = dict(self.people)
        held = getattr(self.instance, end, None) if self.instance.pk else None
        if held:
            people.setdefault(held.pk, held)
        nobody = "The other" if len(people) <= 2 else "Choose"
        return forms.TypedChoiceField(
            label=self.fields[end].label,
            required=False,
            choices=[("", nobody), *((pk, str(one)) for pk, one in people.items())],
            coerce=lambda pk: people[int(pk)],
            empty_value=None,
        )

    def has_changed(self) -> bool:
        """Return whether this row says anything; a new one that does not is left out."""
        if self.instance.pk:
            return super().has_changed()
        return any(self[name].data for name in self.filled)

    def clean(self) -> dict[str, Any]:
        """Return the answers; of two people, the one not named is the other."""
        said: dict[str, Any] = super().clean() or {}
        for end, other in (self.ends, self.ends[::-1]):
            if end not in self.errors and not said.get(end):
                rest = [one for one in self.people.values() if one != said.get(other)]
                if len(rest) == 1 and said.get(other):
                    said[end] = rest[0]
                else:
                    self.add_error(end, self.missing[end])
        return said


class ExchangeRow(PairRow):
    """What one person gave another in the conversation."""

    ends = ("giver", "receiver")
    filled = ("kind", "note")
    missing = {"giver": "Choose who gave it.", "receiver": "Choose who got it."}
    weight = forms.TypedChoiceField(choices=WEIGHTS, coerce=int, initial=1)

    class Meta:
        model = Exchange
        fields = ["kind", "giver", "receiver", "weight", "note"]
        labels = {"giver": "Who gave", "receiver": "Who got it", "kind": "What"}
        error_messages = {"kind": {"required": "Choose what was given."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with nothing given."""
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["kind"] = ""
        kind = cast("forms.ChoiceField", self.fields["kind"])
        kind.choices = [("", "Nothing"), *Exchange.Kind.choices]


class PromiseRow(PairRow):
    """What one person promised another in the conversation."""

    ends = ("promiser", "promisee")
    filled = ("what", "due_on")
    missing = {"promiser": "Choose who promised.", "promisee": "Choose to whom."}

    class Meta:
        model = Commitment
        fields = ["promiser", "what", "promisee", "due_on"]
        labels = {"promiser": "Who promised", "promisee": "To whom", "due_on": "By when"}
        widgets = {"due_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}
        error_messages = {"what": {"required": "Say what was promised."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Let a long line be sent, so that a sentence can say it is too long."""
        super().__init__(*args, **kwargs)
        self.fields["what"].widget.attrs.pop("maxlength", None)


class Counts(ManagementForm):
    """How many rows were sent, or are drawn. How many may be is nothing a browser says."""

    MIN_NUM_FORMS = MAX_NUM_FORMS = None


class Rows(forms.BaseInlineFormSet):
    """The rows of one kind. What is taken out is put away, not destroyed.

    Most are sent as they were drawn, with nothing in them: a form for each would take
    longer than all the others, so those after the last that says anything are left out.
    """

    whole = False  # with those that were left out, to be drawn again

    @cached_property
    def management_form(self) -> Counts:
        """Return how many rows there are, as they were sent or to be sent."""
        how: Any = {"auto_id": self.auto_id, "prefix": self.prefix, "label_suffix": ""}
        if self.is_bound:
            counts = Counts(self.data, **how)
            counts.full_clean()
            return counts
        total, held = self.total_form_count(), self.initial_form_count()
        first = {TOTAL_FORM_COUNT: total, INITIAL_FORM_COUNT: held}
        return Counts(initial=first, **how)

    def total_form_count(self) -> int:
        """Return how many rows there are."""
        sent = super().total_form_count()
        if self.whole or not self.is_bound:
            return sent
        held = self.initial_form_count()
        said = (place for place in range(held, sent) if self._says_anything(place))
        return min(sent, 1 + max(said, default=held - 1))

    def _says_anything(self, place: int) -> bool:
        """Return whether anything was filled in, in the row at this place."""
        named = (
            f"{self.add_prefix(place)}-{name}" for name in cast("Any", self.form).filled
        )
        return any(self.data.get(name) for name in named)

    def draw_all(self) -> None:
        """Bring back what was left out."""
        self.whole = True
        vars(self).pop("forms", None)
        self._errors = None

    def add_fields(self, form: Any, index: int | None) -> None:
        """Add what takes a row out, in words."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Take this out"

    def delete_existing(self, obj: Any, commit: bool = True) -> None:
        """Archive the row."""
        type(obj).objects.filter(pk=obj.pk).archive()


for count in Counts.base_fields.values():
    shared(count)
USUAL: dict[str, Any] = {"formset": Rows, "max_num": MOST, "can_delete_extra": False}
ExchangeRows = forms.inlineformset_factory(
    Interaction, Exchange, ExchangeRow, extra=1, **USUAL
)
PromiseRows = forms.inlineformset_factory(
    Interaction, Commitment, PromiseRow, extra=2, **USUAL
)
