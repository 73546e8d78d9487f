"""The form that asks which two entries are one person."""

from typing import Any, cast

from django import forms

from stakeholders.forms.merging import BOTH_SIGN_IN
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
        self.kept = kept
        cast("PersonField", self.fields["other"]).offer_to(by)

    def clean_other(self) -> Stakeholder:
        """Refuse who is the same entry, was put away, or signs in as the other does."""
        other: Stakeholder = self.cleaned_data["other"]
        other.refresh_from_db()
        if other == self.kept:
            raise forms.ValidationError("That is this very entry. Choose the other one.")
        if other.archived_at:
            raise forms.ValidationError("That entry was put away. Bring it back first.")
        if User.objects.filter(stakeholder__in=[other, self.kept]).count() > 1:
            raise forms.ValidationError(BOTH_SIGN_IN)
        return other
