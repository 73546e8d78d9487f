"""What a choice in a form is offered: the same narrowed records everywhere."""

from typing import Any, Final, cast

from django import forms
from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.safestring import SafeString

from stakeholders.converters import ids
from stakeholders.forms.lists import drawn

MOST: Final = 200  # in a plain list; beyond, an address can still name any


def offer(field: forms.Field, among: QuerySet[Any], nothing: str) -> None:
    """Let `field` choose among these; `nothing` is what the empty choice says."""
    choice = cast("forms.ModelChoiceField", field)
    choice.queryset, choice.empty_label = among, nothing


class NamedSelect(forms.Select):
    """A list of records by name, and the one chosen."""

    most: int | None = None  # records listed; None: all

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """Return the list."""
        offered = cast("ModelChoiceIterator", self.choices)
        among = offered.queryset
        likely = dict(among.values_list("pk", "name")[: self.most])
        chosen = next(iter(ids([value])), None)
        if self.most and chosen is not None and chosen not in likely:
            likely |= dict(among.filter(pk=chosen).values_list("pk", "name"))
        options = [(pk, pk == chosen, one) for pk, one in likely.items()]
        return drawn(self, name, attrs, [("", False, offered.field.empty_label), *options])


class ShortSelect(NamedSelect):
    """A list of the first MOST records by name, and of the one chosen."""

    most = MOST
