"""The form that asks which two entries are one person."""

from typing import Any, cast

from django import forms

from stakeholders.forms.merging import why_not
from stakeholders.forms.picking import PersonField
from stakeholders.models import Stakeholder, User


class MergeForm(forms.Form):
    """Name the entry that goes; asked once more before anything is done."""

    other = PersonField(
        label="The other entry, which goes",
        error_messages={"required": "Choose the other entry."},
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)
    use_required_attribute = False

    def __init__(self, *args: Any, kept: Stakeholder, by: User, **kwargs: Any) -> None:
        """Offer whom `by` may see; kept: the entry that stays."""
        super().__init__(*args, **kwargs)
        self.kept, self.by = kept, by
        cast("PersonField", self.fields["other"]).offer_to(by)

    def clean_other(self) -> Stakeholder:
        """Refuse whom `by` cannot merge with the entry that stays."""
        other: Stakeholder = self.cleaned_data["other"]
        other.refresh_from_db()
        if reason := why_not(self.kept, other, self.by):
            raise forms.ValidationError(reason)
        return other
