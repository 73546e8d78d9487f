"""People around one person: links to them, and the small map of their ties."""

from collections.abc import Iterable
from typing import Any, Final

from django.template import Context
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from stakeholders.templatetags.addresses import address
from stakeholders.templatetags.markup import format_html, format_html_join

LONGEST: Final = 14  # letters of a name beside its dot
STROKE: Final = (
    '<g class="stroke {}"><path d="{}" stroke-width="{}"/><path class="head" d="{}"/></g>'
)
SPOKE: Final = (
    '<a href="{}{}"><title>{}. From {}: {}; to {}: {}.</title>{}'
    '<circle class="{}" cx="{}" cy="{}" r="6"/>'
    '<text x="{}" y="{}" dy="{}" text-anchor="{}">{}</text></a>'
)
DRAWING: Final = (
    '<svg class="around" viewBox="{}" role="group"'
    ' aria-label="The strongest ties of {}">{}<circle class="{}" r="12"/></svg>'
)


def people_links(context: Context, people: Iterable[tuple[int, str]]) -> SafeString:
    """Return `people` (id and name of each) as links to them, one after another."""
    keep = str(context.get("keep", ""))
    return format_html_join(
        ", ",
        '<a href="{}{}"><bdi>{}</bdi></a>',
        ((address("person", pk), keep, name) for pk, name in people),
    )


def small_map(context: Context, person: Any, around: Any) -> SafeString:
    """Return the drawing of a `views.person_map.SmallMap`, with `person` in the middle."""
    keep = str(context.get("keep", ""))
    spokes = [_spoke(person.name, one, keep) for one in around.spokes]
    inside = format_html_join("", "{}", ((one,) for one in spokes))
    return format_html(DRAWING, around.box, person.name, inside, person.layer)


def _spoke(name: str, spoke: Any, keep: str) -> SafeString:
    """Return one tie of the person called `name`, both strokes and the other's dot."""
    other, (out, back) = spoke.tie.other, spoke.strokes
    strokes = ((one.colour, one.line, one.width, one.head) for one in spoke.strokes)
    aside = 4.5 if spoke.anchor != "middle" else 20 if spoke.y > 0 else -10
    return format_html(
        SPOKE,
        *(address("person", other.pk), keep, other.name),
        *(name, out.words, name, back.words, format_html_join("", STROKE, strokes)),
        *(other.layer, spoke.x, spoke.y, spoke.label_x, spoke.y, aside, spoke.anchor),
        shortened(other.name),
    )


def shortened(name: str) -> str:
    """Return `name` as it fits beside a dot."""
    if len(name) <= LONGEST:
        return name
    if name.isascii():  # no accent stands beside its letter, so none is cut off
        return f"{name[: LONGEST - 1]}…"
    return Truncator(name).chars(LONGEST)
