"""What a dashboard is asked about: whose relationships, and over which days."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from typing import Any, Final

from django import forms

from stakeholders.forms.offers import ShortSelect
from stakeholders.models import Stakeholder, Unit, User
from stakeholders.standings.scope import EVERYBODY, Period, Scope
from stakeholders.views.as_of import AsOf

PERIODS: Final = {30: "30 days", 90: "90 days", 365: "a year"}
USUAL: Final = 90
ASKED: Final = ("layer", "unit", "keeper", "days")


class ScopeForm(forms.Form):
    """Whose relationships, kept by whom, over how long; the address holds the answers."""

    layer = forms.ChoiceField(required=False)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), required=False, empty_label="Any unit", widget=ShortSelect
    )
    keeper = forms.ModelChoiceField(
        Stakeholder.objects.none(),
        required=False,
        label="Kept by",
        widget=ShortSelect,
        empty_label="Anybody of ours",
    )
    days = forms.TypedChoiceField(
        choices=PERIODS.items(), coerce=int, required=False, label="Over"
    )

    def __init__(self, asked: Mapping[str, Any], reader: User) -> None:
        """Offer what `reader` may see; asked: the query of the address."""
        super().__init__({"days": USUAL, **asked})
        layers = [one for one in Stakeholder.Layer.choices if one[0] != "team"]
        self.fields["layer"] = forms.ChoiceField(
            choices=[("", "Every layer"), *layers], required=False
        )
        people = Stakeholder.objects.visible_to(reader).current()
        self.fields["unit"].queryset = Unit.objects.current()  # type: ignore[attr-defined]
        self.fields["keeper"].queryset = people.in_our_team()  # type: ignore[attr-defined]

    def scope(self) -> Scope:
        """Return whose relationships are asked for; what is not offered counts as all."""
        self.is_valid()
        said = self.cleaned_data
        unit, keeper = said.get("unit"), said.get("keeper")
        return Scope(
            said.get("layer", ""), unit.pk if unit else None, keeper.pk if keeper else None
        )

    def how_long(self) -> int:
        """Return how many days are summed up."""
        self.is_valid()
        return self.cleaned_data.get("days") or USUAL


class Asked:
    """What an address asks for; where that is nothing, no form is put together."""

    def __init__(self, asked: Mapping[str, Any], reader: User) -> None:
        """Take the query of the address, and who reads."""
        self.said = {name: asked[name] for name in ASKED if name in asked}
        self.reader = reader

    @cached_property
    def form(self) -> ScopeForm:
        """Return the form that asks the same."""
        return ScopeForm(self.said, self.reader)

    def scope(self) -> Scope:
        """Return whose relationships are asked for."""
        return self.form.scope() if self.said else EVERYBODY

    def period(self, on: AsOf) -> Period:
        """Return the days that are summed up, the day shown the last."""
        days = self.form.how_long() if self.said else USUAL
        return Period(on.day - timedelta(days - 1), on.day)
