"""Lists to choose from, kept and drawn here.

A template for each option, which is Django's way, takes longer than the whole page; and
each form would copy and look through every choice of every field.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django import forms
from django.forms.utils import flatatt
from django.utils.choices import BaseChoiceIterator
from django.utils.safestring import SafeString, mark_safe

from stakeholders.templatetags.markup import format_html, format_html_join

SELECTED: Final = mark_safe(" selected")


class Settled(BaseChoiceIterator):
    """Choices that stay as they are: what is sent, and what is read, of each."""

    def __init__(self, choices: Iterable[tuple[Any, Any]]) -> None:
        """Keep them."""
        self.choices = tuple(choices)

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        """Go through them."""
        return iter(self.choices)

    def __copy__(self) -> "Settled":
        """Return the same: nobody changes them."""
        return self

    def __deepcopy__(self, memo: object) -> "Settled":
        """Return the same."""
        return self


type Option = tuple[Any, bool, Any]  # what is sent, whether it is chosen, what is read


def drawn(
    widget: forms.Select, name: str, attrs: dict[str, Any] | None, options: Iterable[Option]
) -> SafeString:
    """Return the list of `widget` with these `options`; name and attrs: as of `render`."""
    marks = widget.build_attrs(widget.attrs, {**(attrs or {}), "name": name})
    if widget.allow_multiple_selected:
        marks["multiple"] = True
    lines = format_html_join(
        "\n",
        '<option value="{}"{}>{}</option>',
        ((sent, SELECTED if chosen else "", read) for sent, chosen, read in options),
    )
    return format_html("<select{}>{}</select>", flatatt(marks), lines)
