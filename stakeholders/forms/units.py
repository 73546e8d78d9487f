"""A unit named in words: one that is known, or one to be made."""

from collections import Counter
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.renderers import BaseRenderer
from django.utils.safestring import SafeString

from stakeholders.models import Unit, User
from stakeholders.models.people import side_of
from stakeholders.templatetags.markup import format_html, format_html_join


def labelled(units: QuerySet[Unit]) -> dict[str, Unit]:
    """Return `units` by what people call them: with where they lie where names repeat."""
    known = list(units.select_related("parent").only("name", "parent__name"))
    bearers = Counter(unit.name.casefold() for unit in known)
    return {_label(unit, bearers[unit.name.casefold()]): unit for unit in known}


def _label(unit: Unit, bearers: int) -> str:
    """Return what tells `unit` apart from the other `bearers` of its name."""
    return f"{unit} ({unit.parent})" if bearers > 1 and unit.parent else str(unit)


def settled(unit: Unit, layer: str, by: User) -> Unit:
    """Return `unit`, saved first where it is new; somebody's `layer` says on which side."""
    if unit._state.adding:
        unit.side = side_of(layer)
        unit.created_by = by
        unit.save()
    return unit


class SuggestingInput(forms.TextInput):
    """A line of text that suggests what is already known."""

    suggestions: list[str] = []

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        """Return the line and its list of suggestions."""
        known = f"{(attrs or {}).get('id', name)}_known"
        line = super().render(name, value, {**(attrs or {}), "list": known}, renderer)
        options = format_html_join(
            "", '<option value="{}">', ((one,) for one in self.suggestions)
        )
        return format_html('{}<datalist id="{}">{}</datalist>', line, known, options)


class UnitField(forms.CharField):
    """A unit by its name; cleaned to a Unit, not yet saved where nobody knew it."""

    widget = SuggestingInput

    def __init__(self, **kwargs: Any) -> None:
        """Take a name of the length a unit may have."""
        super().__init__(max_length=200, **kwargs)
        self.known: dict[str, Unit] = {}

    def offer(self, units: QuerySet[Unit]) -> None:
        """Suggest `units`."""
        offered = labelled(units)
        self.known = {label.casefold(): unit for label, unit in offered.items()}
        self.widget.suggestions = list(offered)

    def label_of(self, unit: Unit) -> str:
        """Return the words that mean `unit`."""
        labels = (label for label in self.widget.suggestions)
        return next((la for la in labels if self.known[la.casefold()] == unit), str(unit))

    def clean(self, value: Any) -> Unit | None:
        """Return the unit meant, or nothing for no words."""
        words = " ".join(super().clean(value).split())
        return self.known.get(words.casefold(), Unit(name=words)) if words else None
