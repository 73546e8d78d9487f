"""Scores as a reader sees them: one way to show a number, and its why behind it.

A number names its entry of the catalogue, which gives the unit, and says what a dash
means. `{% score "kept_rate" row.kept %}` shows one that belongs to nobody in particular;
`{% score_of with_us "silence" %}` shows one of a relationship, with its interval, and
leads to why it is what it is.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from stakeholders.scores.catalogue import Entry, entry
from stakeholders.scores.sentences import NO_BREAK
from stakeholders.standings.explaining import NAMES
from stakeholders.standings.relationship import Relationship
from stakeholders.templatetags.addresses import address
from stakeholders.templatetags.figures import give_take, sparkline
from stakeholders.templatetags.markup import format_html
from stakeholders.templatetags.words import DASH, measured

register = template.Library()

MANY: Final = 4_096  # shown numbers that are remembered; the matrix of units has 576
SHARES: Final = {"share", "chance"}
NOBODY: Final = SafeString("")
TILE: Final = (
    '<div class="stat"><p>{}</p><div class="score" data-score="{}">{}{}'
    '<small class="foot"><span class="soft">{}</span> {}</small></div>{}</div>'
)


@register.simple_tag
@lru_cache(maxsize=MANY)
def score(  # noqa: PLR0913 a template names each of these
    key: str,
    value: float | None,
    *,
    low: float | None = None,
    high: float | None = None,
    why: str = "",
    brief: bool = False,
    digits: int | None = None,
) -> SafeString:
    """Return a number of the catalogue with its interval, or a dash that says why.

    key: of the catalogue, or a name that columns give it. low, high: ends of the 90 %
    interval. why: the address of its why, else of what the number means. brief: in a
    table, the number itself is the link. digits: after the point, else the usual.
    """
    what = entry(key)
    leads_to = why or address("why-number", what.key)
    if value is None:
        shown, range_ = _dash(what, brief=brief), NOBODY
    else:
        shown, range_ = _number(what, value, digits), _interval(what, low, high)
    if brief:
        link = format_html(
            '<a class="why-link" href="{}" title="Why?">{}</a>', leads_to, shown
        )
        mark = '<span class="score brief" data-score="{}">{}{}</span>'
        return format_html(mark, what.key, link, range_)
    mark = '<span class="score" data-score="{}">{}{}</span> {}'
    return format_html(mark, what.key, shown, range_, why_link(leads_to, what.name))


@register.simple_tag(takes_context=True)
def score_of(  # noqa: PLR0913 a template names each of these
    context: Context,
    seen: Relationship,
    name: str,
    *,
    of: int | None = None,
    brief: bool = False,
    digits: int | None = None,
) -> SafeString:
    """Return the score `name` of a relationship, which leads to its why.

    of: id of whose "trust" (how far the other can count on them) or "reliability" it is.
    """
    end = "source" if of == seen.source else "target"
    field = {"trust": f"trust_in_{end}", "reliability": f"{end}_reliability"}.get(
        name, name
    )
    low, high = (None, None) if brief else seen.ends.get(field, (None, None))
    why = why_of(context, seen, field)
    value = getattr(seen, field)
    return score(field, value, low=low, high=high, why=why, brief=brief, digits=digits)


@register.simple_tag
def score_between(source: int, target: int, name: str, value: float | None) -> SafeString:
    """Return, for a table, a score of two people (ids) of whom only columns are at hand."""
    return score(name, value, why=address("why", source, target, name), brief=True)


@register.simple_tag(takes_context=True)
def score_tile(  # noqa: PLR0913 a template names each of these
    context: Context,
    seen: Relationship,
    name: str,
    title: str,
    scale: str,
    *,
    trend: Sequence[float | None] = (),
    low: float | None = None,
    high: float | None = None,
) -> SafeString:
    """Return the score `name` of a relationship as a tile: title, number, course.

    scale: how to read the number, in a few words. trend: see `sparkline`, as low and high.
    """
    ends, what, value = seen.ends.get(name, (None, None)), entry(name), getattr(seen, name)
    known = value is not None
    return format_html(
        TILE,
        *(title, what.key, _number(what, value) if known else _dash(what)),
        *(_interval(what, *ends) if known else NOBODY, scale if known else ""),
        why_link(why_of(context, seen, name), what.name),
        sparkline(trend, title, low=low, high=high) if trend else "",
    )


@register.simple_tag
def score_bar(
    key: str, given: float | None, received: float | None, most: float | None = None
) -> SafeString:
    """Return both directions of a number of the catalogue as a bar, see `give_take`."""
    bar = give_take(given, received, most)
    return format_html('<span data-score="{}">{}</span>', entry(key).key, bar)


@register.simple_tag(takes_context=True)
def why_of(context: Context, seen: Relationship, name: str) -> str:
    """Return the address of why the score `name` of a relationship is what it is."""
    return why_address(seen, name) + str(context.get("keep", ""))


def why_address(seen: Relationship, name: str) -> str:
    """Return the address of the why of a score; of nobody, what the number means."""
    if not seen.target or name not in NAMES:
        return address("why-number", entry(name).key)
    return address("why", seen.source, seen.target, name)


def why_link(address: str, about: str) -> SafeString:
    """Return the link that opens why beside a number; without scripts it is a page."""
    mark = '<a class="why-link" href="{}">why?<span class="visually-hidden"> {}</span></a>'
    return format_html(mark, address, about)


def amount(what: Entry, value: float, digits: int | None = None) -> str:
    """Return `value` in the unit of its entry; digits: after the point, else the usual."""
    if what.unit in SHARES:
        return measured(value, "%", digits or 0)
    if what.unit.startswith("day"):
        return measured(value, "day", 1 if digits is None else digits)
    if what.unit.startswith(("conversations", "people", "gifts")):
        return measured(value, "", 1 if digits is None else digits)
    return measured(value, "", 2 if digits is None else digits)


@register.filter
def in_unit(value: float, what: Entry) -> str:
    """Return `value` in the unit of its entry of the catalogue."""
    return amount(what, value)


def _number(what: Entry, value: float, digits: int | None = None) -> SafeString:
    """Return a known number with its unit."""
    shown = amount(what, value, digits)
    return format_html('<data value="{}">{}</data>', f"{value:.6g}", shown)


def _interval(what: Entry, low: float | None, high: float | None) -> SafeString:
    """Return between what a number lies, or nothing."""
    if low is None or high is None:
        return NOBODY
    ends = amount(what, low).split(NO_BREAK)[0], amount(what, high)
    return format_html(' <small class="interval">{} to {}</small>', *ends)


def _dash(what: Entry, *, brief: bool = False) -> SafeString:
    """Return what stands where nothing is known: quiet, with the reason beside it.

    brief: the reason is only said, since a table has no room for it.
    """
    why, *_ = what.none.removesuffix(".").split(". ")
    mark = (
        '<span class="dash"><span aria-hidden="true">{}</span> <small{}>{}</small></span>'
    )
    hidden = SafeString(' class="visually-hidden"') if brief else NOBODY
    return format_html(mark, DASH, hidden, why)
