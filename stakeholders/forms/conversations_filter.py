"""The filter of the list of conversations."""

from typing import Any, cast

from django import forms

from stakeholders.forms.offers import ShortSelect, offer
from stakeholders.forms.picking import PeopleField
from stakeholders.models import Interaction, Stakeholder, Unit, User
from stakeholders.models.conversations import InteractionQuerySet

DAY = {"type": "date"}


class ConversationFilter(forms.Form):
    """Which conversations the list shows. All of it stands in the address."""

    use_required_attribute = False
    q = forms.CharField(
        label="Words or a name",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    person = PeopleField(label="With all of", required=False)
    channel = forms.ChoiceField(
        choices=[("", "Every channel"), *Interaction.Channel.choices], required=False
    )
    formality = forms.ChoiceField(
        label="Formal or informal",
        choices=[("", "Both"), *Interaction.Formality.choices],
        required=False,
    )
    layer = forms.ChoiceField(
        label="With a",
        choices=[("", "Every layer"), *Stakeholder.Layer.choices],
        required=False,
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label="With somebody of",
        required=False,
        widget=ShortSelect,
    )
    since = forms.DateField(label="From", required=False, widget=forms.DateInput(DAY))
    until = forms.DateField(label="To", required=False, widget=forms.DateInput(DAY))

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        """Offer the people and units that `reader` sees."""
        super().__init__(*args, **kwargs)
        cast("PeopleField", self.fields["person"]).offer_to(reader)
        offer(self.fields["unit"], Unit.objects.visible_to(reader).current(), "Every unit")
        self.reader = reader

    def chosen(self) -> dict[str, Any]:
        """Return what to filter by; what cannot be understood is left out."""
        wrong = self.errors
        said = self.cleaned_data.items()
        return {name: value for name, value in said if value and name not in wrong}

    def narrow(self, found: InteractionQuerySet) -> InteractionQuerySet:
        """Return those of `found` that are asked for."""
        chosen = self.chosen()
        for person in chosen.get("person", ()):
            found = found.with_person(person.pk)
        for name in chosen.keys() & {"channel", "formality"}:
            found = found.filter(**{name: chosen[name]})
        if "q" in chosen:
            found = found.search(chosen["q"])
        return self._on_days(self._with_people(found))

    def _with_people(self, found: InteractionQuerySet) -> InteractionQuerySet:
        """Return those with somebody of the layer, and somebody of the unit, asked for."""
        chosen, people = self.chosen(), Stakeholder.objects.visible_to(self.reader)
        if "layer" in chosen:
            found = found.with_any(people.in_layer(chosen["layer"]))
        if "unit" in chosen:
            found = found.with_any(people.in_unit(chosen["unit"].pk))
        return found

    def _on_days(self, found: InteractionQuerySet) -> InteractionQuerySet:
        """Return those from the first to the last day asked for."""
        chosen = self.chosen()
        if "since" in chosen:
            found = found.filter(happened_on__gte=chosen["since"])
        if "until" in chosen:
            found = found.up_to(chosen["until"])
        return found

    def in_use(self) -> list[tuple[str, str, str]]:
        """Return each choice made: its field, its value in the address, its words."""
        told = []
        for name, value in self.chosen().items():
            field = self.fields[name]
            record = isinstance(field, forms.ModelChoiceField)  # which tells its own words
            choices = {} if record else dict(getattr(field, "choices", ()))
            for one in value if name == "person" else [value]:
                words = choices.get(one, one)
                label = f"{field.label or name.capitalize()}: {words}"
                told.append((name, str(field.prepare_value(one)), label))
        return told
