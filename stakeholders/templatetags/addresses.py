"""Addresses, put together once: a page has fifty, most of them of ids.

`{% url %}` stands for Django's own, which tries and checks every way of writing an
address each time it is asked for it.
"""

from functools import lru_cache
from typing import Any, Final

from django import template
from django.template import Context
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.urls import NoReverseMatch, get_script_prefix, reverse

from stakeholders.templatetags.markup import harmless

register = template.Library()

MARK: Final = 10**17  # as long as any id, and none


def address(name: str, *args: Any) -> str:
    """Return what `reverse` returns. Raises NoReverseMatch."""
    ids: list[int] = []
    shape: list[Any] = []
    for one in args:
        some_id = type(one) is int and 0 <= one < MARK  # any other could stand there
        shape.append(int if some_id else one)
        if some_id:
            ids.append(one)
    return _pattern(get_script_prefix(), name, tuple(shape)).format(*ids)


@lru_cache(maxsize=512)
def _pattern(prefix: str, name: str, shape: tuple[Any, ...]) -> str:
    """Return an address with {} for each id, which stands as `int` in its `shape`."""
    marks = [MARK + place if one is int else one for place, one in enumerate(shape)]
    found = reverse(name, args=marks)
    for one, mark in zip(shape, marks, strict=True):
        found = found.replace(str(mark), "{}") if one is int else found
    return found


class AddressNode(URLNode):
    """An address in a template."""

    def render(self, context: Context) -> Any:
        """Return it, or nothing where it is to stand in a variable and there is none."""
        name = self.view_name.resolve(context)
        if self.kwargs or ":" in name:
            return super().render(context)
        try:
            found = address(name, *[one.resolve(context) for one in self.args])
        except NoReverseMatch:
            if self.asvar is None:
                raise
            found = ""
        if self.asvar is None:
            return harmless(found) if context.autoescape else found
        context[self.asvar] = found
        return ""


@register.tag
def url(parser: Parser, token: Token) -> AddressNode:
    """Return the node of an address, written as for Django's own."""
    node = django_url(parser, token)
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)
