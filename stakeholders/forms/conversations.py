"""A conversation as it is typed: what, when and how, over the people who took part."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from stakeholders.forms.base import shared
from stakeholders.forms.lists import Settled
from stakeholders.forms.picking import SeveralField
from stakeholders.forms.seats import SeatsForm
from stakeholders.models import Interaction, User
from stakeholders.models.conversations import LONGEST

UNSAID = {"formality", "outcome", "touchpoint"}  # where nobody says which


def asked_for(field: Any, **how: Any) -> Any:
    """Return what asks for one `field` of a conversation, made once for every form."""
    asked = field.formfield(**how)
    if field.choices:
        unsaid = [("", "Not said")] if field.name in UNSAID else []
        asked.choices = Settled([*unsaid, *field.choices])
    elif field.name == "summary":
        # A browser would cut what is pasted; the sentence about its length cuts nothing.
        asked.widget.attrs.pop("maxlength", None)
    elif field.name == "shared_with":
        asked.queryset = User.objects.filter(is_active=True)
    return shared(asked)


class ConversationForm(SeatsForm):
    """Log or change one conversation. Only people and one line must be filled in."""

    minutes = shared(
        forms.IntegerField(label="Minutes", required=False, min_value=1, max_value=LONGEST)
    )

    class Meta:
        model = Interaction
        fields = [
            "summary",
            "happened_on",
            "happened_at",
            "minutes",
            "channel",
            "formality",
            "asked",
            "listened",
            "told",
            "outcome",
            "confidential",
            "shared_with",
            "notes",
            "our_view",
            "their_view",
            "why",
            "touchpoint",
        ]
        labels = {
            "summary": "About what",
            "happened_on": "Day",
            "happened_at": "Time",
            "shared_with": "Who else may see it",
            "why": "The reason why",
        }
        widgets = {
            "happened_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "happened_at": forms.TimeInput({"type": "time"}, format="%H:%M"),
        }
        field_classes = {"shared_with": SeveralField}
        error_messages = {"summary": {"required": "Say in one line what it was about."}}
        formfield_callback = asked_for

    @property
    def channel_said(self) -> str:
        """Return the channel chosen so far, in words."""
        words = dict(Interaction.Channel.choices)
        return str(words.get(self["channel"].value(), "")).lower()

    def clean_happened_on(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["happened_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("This day is still to come.")
        return day

    def validate_unique(self) -> None:
        """Look for nothing: what a conversation may share with no other is not typed."""

    def validate_constraints(self) -> None:
        """Ask no database: the fields hold what is said, and `Entry` what comes twice."""

    def _save_m2m(self) -> None:
        """Save with whom it is shared; of a new one shared with nobody there is nothing."""
        if self.editing or self.cleaned_data["shared_with"]:
            super()._save_m2m()  # type: ignore[misc]
