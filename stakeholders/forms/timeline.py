"""The filter of a timeline: what kind of thing, and over how long."""

from typing import Final

from django import forms

ANY: Final = ""
CONVERSATIONS, PROMISES, EXCHANGES = "conversations", "promises", "exchanges"
FEEDBACK, NOTES = "feedback", "notes"
KINDS: Final = {
    ANY: "Everything",
    CONVERSATIONS: "Conversations",
    PROMISES: "Promises",
    EXCHANGES: "What was given",
    FEEDBACK: "Feedback",
    NOTES: "What mattered to them",
}
PERIODS: Final = {"": "All time", 30: "30 days", 90: "90 days", 365: "A year"}


class TimelineFilter(forms.Form):
    """Which part of a timeline is shown; what is not offered counts as all of it."""

    use_required_attribute = False
    kind = forms.ChoiceField(label="Show", choices=KINDS.items(), required=False)
    days = forms.TypedChoiceField(
        label="Over",
        choices=PERIODS.items(),
        coerce=int,
        required=False,
        empty_value=None,
    )

    @property
    def kind_asked(self) -> str:
        """Return the kind asked for, empty for everything."""
        return self.cleaned_data.get("kind", ANY) if self.is_valid() else ANY

    @property
    def days_asked(self) -> int | None:
        """Return over how many days, None for all of them."""
        return self.cleaned_data.get("days") if self.is_valid() else None
