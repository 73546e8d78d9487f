"""What can be asked of the map. All of it stands in the address."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.safestring import SafeString

from stakeholders.forms.lists import drawn
from stakeholders.models import Interaction, Stakeholder, Unit, User
from stakeholders.models.conversations import InteractionQuerySet
from stakeholders.scores.health import Band

DAY = {"type": "date"}
SHOWN = [
    ("", "Everything"),
    ("across", "Ties across units only"),
    ("one_sided", "One-sided ties only"),
    ("cooling", "Cooling ties only"),
    ("threads", "Single threads"),
    ("brokers", "Brokers between units"),
]
BANDS = [(band.key, band.key.replace("_", "-").capitalize()) for band in Band]
RANGES = {"trust": (-1, 1, 0.02), "silence": (0, 1, 0.02), "strength": (0, 31, 0.25)}
ABOUT_TALKS = ("since", "until", "channel", "formality", "topic")
USUAL = ("layer", "unit", "show")


class Menu(forms.Select):
    """A list of all choices: a large company has thousands of units."""

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """Return the list with what is chosen."""
        chosen = self.format_value(value)
        options = [(one, str(one) in chosen, told) for one, told in self.choices]
        return drawn(self, name, attrs, options)


def choice(label: str, *choices: tuple[Any, str]) -> forms.CharField:
    """Return a list to choose from; an address may also say what is not in it."""
    return forms.CharField(label=label, required=False, widget=Menu(choices=choices))


def known(label: str, nothing: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    """Return a list of these `choices`, and `nothing` else."""
    return forms.ChoiceField(label=label, required=False, choices=[("", nothing), *choices])


def bound(label: str, score: str) -> forms.FloatField:
    """Return a field for the least or the most of a `score`."""
    low, high, step = RANGES[score]
    limits = {"min": low, "max": high, "step": step}
    widget = forms.NumberInput(limits)
    return forms.FloatField(label=label, required=False, widget=widget)


class MapFilter(forms.Form):
    """Who and which ties the map shows; what cannot be understood is left out."""

    use_required_attribute = False
    q = forms.CharField(label="Search", max_length=200, required=False)
    layer = choice("Layer", ("", "Every layer"), *Stakeholder.Layer.choices)
    unit = choice("Unit", ("", "Every unit"))
    counterpart = choice("Our counterpart", ("", "Anybody"))
    show = known("Show", "Everything", SHOWN[1:])
    band = known("Ties that are", "Anything", BANDS)
    trust_from = bound("Trust from", "trust")
    trust_to = bound("Trust to", "trust")
    silence_from = bound("Chance of silence from", "silence")
    silence_to = bound("Chance of silence to", "silence")
    strength_from = bound("Contact-days a month from", "strength")
    strength_to = bound("Contact-days a month to", "strength")
    since = forms.DateField(label="Spoke from", required=False, widget=forms.DateInput(DAY))
    until = forms.DateField(label="Spoke to", required=False, widget=forms.DateInput(DAY))
    channel = known("Channel", "Every channel", Interaction.Channel.choices)
    formality = known("Formal or informal", "Both", Interaction.Formality.choices)
    topic = forms.CharField(label="About", max_length=200, required=False)
    centre = forms.CharField(required=False, widget=forms.HiddenInput)
    steps = known("Around", "1 step", [("2", "2 steps")])

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        """Offer the units and counterparts that `reader` sees."""
        super().__init__(*args, **kwargs)
        people = Stakeholder.objects.visible_to(reader).current()
        kept = people.filter(counterpart=OuterRef("pk"))
        keepers = people.in_our_team().filter(Exists(kept)).values_list("pk", "name")
        units = Unit.objects.visible_to(reader).current().order_by("name", "pk")
        self.reader = reader
        self._offer("counterpart", keepers)
        self._offer("unit", units.values_list("pk", "name"))

    def _offer(self, name: str, more: Iterable[tuple[int, str]]) -> None:
        """Let the list called `name` offer `more`, asked for once it is drawn."""
        widget = self.fields[name].widget
        first = list(widget.choices)
        widget.choices = lambda: [*first, *more]

    def chosen(self) -> dict[str, Any]:
        """Return what to filter by; what cannot be understood is left out."""
        wrong = self.errors
        said = self.cleaned_data.items()
        return {
            name: value
            for name, value in said
            if value not in (None, "") and name not in wrong
        }

    def talks(self) -> InteractionQuerySet | None:
        """Return the conversations asked for, of those seen; nothing where all are."""
        chosen = self.chosen()
        if not chosen.keys() & set(ABOUT_TALKS):
            return None
        found = Interaction.objects.visible_to(self.reader).current()
        for name in chosen.keys() & {"channel", "formality"}:
            found = found.filter(**{name: chosen[name]})
        if "since" in chosen:
            found = found.filter(happened_on__gte=chosen["since"])
        if "until" in chosen:
            found = found.up_to(chosen["until"])
        return found.about(chosen.get("topic", ""))

    def hidden_count(self) -> int:
        """Return how many of the filters that fold away are in use."""
        return len(self.chosen().keys() - {"q", "layer", "unit", "show", "centre", "steps"})

    def usual(self) -> list[forms.BoundField]:
        """Return the fields that always show."""
        return [self[name] for name in USUAL]

    def rare(self) -> list[forms.BoundField]:
        """Return the fields that fold away."""
        apart = {"q", "centre", "steps", *USUAL}
        return [self[name] for name in self.fields if name not in apart]
