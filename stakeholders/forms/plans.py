"""A planned conversation as it is typed: who, when, about what; or not before when."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from stakeholders.forms.base import RecordForm
from stakeholders.forms.offers import NamedSelect, offer
from stakeholders.models import Plan, Stakeholder

SATURDAY = 5


class PlanForm(RecordForm):
    """Plan a conversation with one person, or move it."""

    class Meta:
        model = Plan
        fields = ["keeper", "planned_on", "about"]
        widgets = {
            "keeper": NamedSelect,
            "planned_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }
        error_messages = {"planned_on": {"required": "Choose a day."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer whoever of our team is here, and tomorrow."""
        super().__init__(*args, **kwargs)
        people = Stakeholder.objects.visible_to(self.by).current()
        team = people.in_our_team()
        offered = team if team.exists() else people
        offer(self.fields["keeper"], offered.exclude(pk=self._person), "Choose who")
        if not self.initial.get("planned_on"):
            self.initial["planned_on"] = next_working_day(timezone.localdate())

    @property
    def _person(self) -> int:
        """Return the id of whom the conversation is with."""
        plan: Plan = self.instance
        return plan.stakeholder_id

    def clean_planned_on(self) -> date:
        """Refuse a day that is over."""
        day: date = self.cleaned_data["planned_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("This day is over. Choose today or a day to come.")
        return day

    def planned_before(self) -> bool:
        """Return whether the same is planned already: a click too many."""
        said = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return Plan.objects.open().filter(stakeholder=self._person, **said).exists()


class NotNowForm(forms.Form):
    """For how long somebody is not suggested."""

    UNTIL = [(1, "until tomorrow"), (7, "for a week"), (30, "for a month")]

    days = forms.TypedChoiceField(choices=UNTIL, coerce=int)


def next_working_day(day: date) -> date:
    """Return the day after `day` that is neither Saturday nor Sunday."""
    after = day + timedelta(days=1)
    return after if after.weekday() < SATURDAY else next_working_day(after)
