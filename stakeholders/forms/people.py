"""The filter of the list of people."""

from functools import cache
from typing import Any, cast

from django import forms
from django.db.models import Exists, OuterRef

from stakeholders.forms.offers import ShortSelect, offer
from stakeholders.models import Stakeholder, Tag, Unit, User
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.scores.health import Band
from stakeholders.templatetags.look import BANDS


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
    band = forms.ChoiceField(
        label="Health",
        choices=[("", "However we are"), *((band.key, BANDS[band.key]) for band in Band)],
        required=False,
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), required=False, widget=ShortSelect)
    tag = forms.ChoiceField(required=False)
    counterpart = forms.ModelChoiceField(
        Stakeholder.objects.none(),
        label="Our counterpart",
        required=False,
        widget=ShortSelect,
    )

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        """Offer the units and counterparts that `reader` sees."""
        super().__init__(*args, **kwargs)
        people = Stakeholder.objects.visible_to(reader).current()
        kept = people.filter(counterpart=OuterRef("pk"))
        keepers = people.in_our_team().filter(Exists(kept))
        offer(self.fields["counterpart"], keepers, "Anybody")
        tags = cache(Tag.objects.visible_to(reader).names)
        cast("forms.ChoiceField", self.fields["tag"]).choices = lambda: [
            ("", "Any tag"),
            *((name, name) for name in tags()),
        ]
        offer(self.fields["unit"], Unit.objects.visible_to(reader).current(), "Every unit")

    def chosen(self) -> dict[str, Any]:
        """Return what to filter by; what cannot be understood is left out."""
        wrong = self.errors
        said = self.cleaned_data.items()
        return {name: value for name, value in said if value and name not in wrong}

    def narrow(
        self, people: StakeholderQuerySet, *, by_standing: bool = False
    ) -> StakeholderQuerySet:
        """Return those of `people` that are asked for.

        by_standing: they are put in an order of standings, whose index knows the layer.
        """
        chosen = self.chosen()
        if "q" in chosen:
            people = people.search(chosen["q"])
        if "layer" in chosen:
            layer = "standing__layer" if by_standing else "layer"
            people = people.filter(**{layer: chosen["layer"]})
        if "band" in chosen:
            people = people.filter(standing__band=Band[chosen["band"].upper()])
        if "unit" in chosen:
            people = people.in_unit(chosen["unit"].pk)
        if "tag" in chosen:
            worn = Tag.objects.current().filter(name=chosen["tag"])
            people = people.filter(pk__in=worn.values("stakeholder"))
        if "counterpart" in chosen:
            people = people.filter(counterpart=chosen["counterpart"])
        return people

    def in_use(self) -> list[tuple[str, str]]:
        """Return the name of each choice made, and what it says."""
        chosen = self.chosen()
        layers = dict(Stakeholder.Layer.choices)
        words = {
            "layer": f"Layer: {layers.get(chosen.get('layer', ''))}",
            "band": f"Health: {BANDS.get(chosen.get('band', ''))}",
            "unit": f"Unit: {chosen.get('unit')}",
            "tag": f"Tag: {chosen.get('tag')}",
            "counterpart": f"Counterpart: {chosen.get('counterpart')}",
        }
        return [(name, said) for name, said in words.items() if name in chosen]
