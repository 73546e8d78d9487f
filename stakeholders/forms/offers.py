"""What a choice in a form is offered: the same narrowed records everywhere."""

from typing import Any, Final, cast

from django import forms
from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

MOST: Final = 200  # in a plain list; beyond, an address can still name any
SELECTED: Final = mark_safe(" selected")


def offer(field: forms.Field, among: QuerySet[Any], nothing: str) -> None:
    """Let `field` choose among these; `nothing` is what the empty choice says."""
    choice = cast("forms.ModelChoiceField", field)
    choice.queryset, choice.empty_label = among, nothing


class ShortSelect(forms.Select):
    """A list of the first MOST records by name, and of the one chosen.

    Drawn here because a template for each option takes longer than the whole page.
    """

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """Return the list."""
        offered = cast("ModelChoiceIterator", self.choices)
        among = offered.queryset
        likely = dict(among.values_list("pk", "name")[:MOST])
        chosen = int(value) if str(value).isdecimal() and len(str(value)) < 19 else None
        if chosen is not None and chosen not in likely:
            likely |= dict(among.filter(pk=chosen).values_list("pk", "name"))
        options = format_html_join(
            "\n",
            '<option value="{}"{}>{}</option>',
            ((pk, SELECTED if pk == chosen else "", one) for pk, one in likely.items()),
        )
        nothing = offered.field.empty_label
        marks = flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        return format_html(
            '<select{}><option value="">{}</option>\n{}</select>', marks, nothing, options
        )
