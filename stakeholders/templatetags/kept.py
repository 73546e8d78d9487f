"""Pieces of a page, drawn once for all that they are made of.

`{% kept row-of-a-list with_us today words.people %}...{% endkept %}` draws what it holds
anew where any of these is another one. They must be all that it shows, or the words of
the areas it looks things up in (see `views.kept.words`). Values are compared, not their
texts: a Relationship stands for every number in it.
"""

from collections.abc import Hashable
from typing import Any, Final

from django import template
from django.template import Context
from django.template.base import FilterExpression, NodeList, Parser, Token

from stakeholders.recent import Recent

register = template.Library()

# A process that dies between a write and its word is noticed after ten minutes.
# Weighed in letters: addresses that somebody makes up must not fill the memory.
PIECES: Final = Recent[str](most=16_000_000, seconds=600, weigh=len)


class KeptNode(template.Node):
    """A piece, and what it is made of."""

    def __init__(self, name: str, of: list[FilterExpression], nodelist: NodeList) -> None:
        """Take the name of the piece, what it is made of, and how it is drawn."""
        self.name, self.of, self.nodelist = name, of, nodelist

    def render(self, context: Context) -> Any:
        """Return the piece as it was drawn before, or draw it."""
        key = (self.name, *[plain(one.resolve(context)) for one in self.of])
        piece = PIECES.get(key)
        if piece is None:
            piece = self.nodelist.render(context)
            PIECES.set(key, piece)
        return piece


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Return the node of a piece."""
    _, name, *of = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(name, [parser.compile_filter(one) for one in of], nodelist)


def plain(value: Any) -> Hashable:
    """Return `value` where it compares by what it says, else its text."""
    if type(value) is list:
        return tuple(map(plain, value))
    compares: Any = type(value).__hash__
    try:
        hash(value)
    except TypeError:
        compares = None
    by_itself = compares is None or compares is object.__hash__
    return str(value) if by_itself else value
