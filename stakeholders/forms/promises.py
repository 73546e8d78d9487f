"""A promise of its own, made in no conversation that was logged."""

from typing import Any, cast

from django import forms
from django.utils import timezone

from stakeholders.forms.base import A_MOMENT, RecordForm
from stakeholders.forms.picking import PersonField
from stakeholders.models import Commitment


class PromiseForm(RecordForm):
    """Add or change what one person promised another."""

    promiser = PersonField(
        label="Who promised", error_messages={"required": "Choose who promised."}
    )
    promisee = PersonField(
        label="To whom", error_messages={"required": "Choose to whom it was promised."}
    )

    class Meta:
        model = Commitment
        fields = ["promiser", "promisee", "what", "made_on", "due_on"]
        labels = {"made_on": "Promised on", "due_on": "Due"}
        widgets = {
            "made_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "due_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }
        error_messages = {"what": {"required": "Say what was promised."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer people, and let a long line be sent so that a sentence can say so."""
        super().__init__(*args, **kwargs)
        for end in ("promiser", "promisee"):
            cast("PersonField", self.fields[end]).offer_to(self.by)
        self.fields["what"].widget.attrs.pop("maxlength", None)

    def made_before(self) -> bool:
        """Return whether the same was added a moment ago: a click too many."""
        said = {name: self.cleaned_data[name] for name in self.Meta.fields}
        since = timezone.now() - A_MOMENT
        mine = Commitment.objects.filter(created_by=self.by, created_at__gte=since)
        return mine.filter(**said).exists()


class ClosingForm(forms.Form):
    """How a promise ended, and the version of it that was seen."""

    ENDS = [one for one in Commitment.State.choices if one[0] != Commitment.State.OPEN]

    state = forms.ChoiceField(choices=ENDS)
    version = forms.IntegerField(min_value=1)
