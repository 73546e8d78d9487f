"""The filter of the list of people."""

from typing import Any

from django import forms

from stakeholders.forms.offers import offer
from stakeholders.models import Stakeholder, Unit, User


class PeopleFilter(forms.Form):
    """Who the list of people shows."""

    q = forms.CharField(
        label="Name, title, unit or mail",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    layer = forms.ChoiceField(
        choices=[("", "Every layer"), *Stakeholder.Layer.choices], required=False
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), required=False)
    counterpart = forms.ModelChoiceField(
        Stakeholder.objects.none(), label="Our counterpart", required=False
    )

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        """Offer the units and counterparts that `reader` sees."""
        super().__init__(*args, **kwargs)
        people = Stakeholder.objects.visible_to(reader).current()
        counterparts = people.in_our_team().filter(counterpart_of__archived_at=None)
        offer(self.fields["unit"], Unit.objects.visible_to(reader).current(), "Every unit")
        offer(
            self.fields["counterpart"],
            counterparts.exclude(counterpart_of=None).distinct(),
            "Anybody",
        )

    def chosen(self) -> dict[str, Any]:
        """Return what to filter by; what cannot be understood is left out."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def in_use(self) -> list[tuple[str, str]]:
        """Return the name of each choice made, and what it says."""
        chosen = self.chosen()
        layer = Stakeholder.Layer(chosen["layer"]).label if "layer" in chosen else ""
        words = {
            "layer": layer,
            "unit": f"Unit: {chosen.get('unit')}",
            "counterpart": f"Counterpart: {chosen.get('counterpart')}",
        }
        return [(name, said) for name, said in words.items() if name in chosen]
