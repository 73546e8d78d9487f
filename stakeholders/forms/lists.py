"""Lists to choose from, drawn here.

A template for each option, which is Django's way, takes longer than the whole page.
"""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.forms.utils import flatatt
from django.utils.safestring import SafeString, mark_safe

from stakeholders.templatetags.markup import format_html, format_html_join

SELECTED: Final = mark_safe(" selected")

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
