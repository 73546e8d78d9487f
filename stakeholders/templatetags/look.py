"""What templates draw with: bands, layers, icons, links of the frame, undo."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.contrib.staticfiles import finders
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from stakeholders.models.access import Reader, may_log, may_manage
from stakeholders.templatetags import addresses, around, figures, modules, words
from stakeholders.templatetags.markup import format_html, format_html_join

register = template.Library()
register.simple_tag(around.people_links, takes_context=True)
register.simple_tag(around.small_map, takes_context=True)
register.simple_tag(figures.give_take)
register.simple_tag(modules.module)
register.simple_tag(words.known)
register.filter(words.ago)
register.filter(words.due)

BANDS = {
    "healthy": "Healthy",
    "cooling": "Cooling",
    "one_sided": "One-sided",
    "strained": "Strained",
    "unknown": "Unknown",
}
LAYERS = {
    "peer": "Peer",
    "shareholder": "Shareholder",
    "customer": "Customer",
    "vendor": "Vendor",
    "user": "User",
    "team": "Our team",
}


@lru_cache
def drawing(name: str, kind: str) -> SafeString:
    """Return the SVG of static/icons/`name`.svg as decoration with the class `kind`."""
    path = finders.find(f"icons/{name}.svg")
    if not isinstance(path, str):
        raise template.TemplateSyntaxError(f"There is no icon called {name!r}.")
    svg = Path(path).read_text().strip()
    attributes = f'<svg class="{kind}" aria-hidden="true"'
    return mark_safe(svg.replace("<svg", attributes, 1))  # noqa: S308 our own files


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return the icon `name`, hidden from screen readers: the words beside it speak."""
    return drawing(name, "icon")


@register.simple_tag
@lru_cache
def band(name: str) -> SafeString:
    """Return a health band by its shape and word; no band is the unknown one."""
    name = name or "unknown"
    shape = drawing(f"band-{name}", "shape")
    return format_html('<span class="band {}">{}{}</span>', name, shape, BANDS[name])


@register.simple_tag
@lru_cache
def layer(name: str) -> SafeString:
    """Return a layer by its hue and word."""
    return format_html('<span class="layer {}">{}</span>', name, LAYERS[name])


@register.simple_tag
def band_bar(counts: dict[str, int]) -> SafeString:
    """Return how many relationships (count per band name) are in which band."""
    known = {name: counts[name] for name in BANDS if counts.get(name)}
    numbers = format_html_join(
        " ",
        '<span class="band {}">{}{} <span class="visually-hidden">{}</span></span>',
        (
            (name, drawing(f"band-{name}", "shape"), f"{count:,}", BANDS[name].lower())
            for name, count in known.items()
        ),
    )
    bar = figures.shares(known)
    return format_html('{}<span class="band-counts">{}</span>', bar, numbers)


@register.simple_tag
def trend_of(trends: dict[str, list[float | None]], layer: str) -> SafeString:
    """Return how the share of healthy relationships with a layer went, week by week."""
    return figures.sparkline(trends.get(layer, []), "Share healthy", low=0, high=1)


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(context: Context, name: str, label: str, icon: str) -> dict[str, Any]:
    """Return what a link of the navigation shows; the page it leads to is marked."""
    address = addresses.address(name)
    here = getattr(context.get("request"), "path", "")
    current = "page" if here == address else "true" if here.startswith(address) else ""
    return {"address": address, "label": label, "icon": icon, "current": current}


@register.filter
def place(path: str) -> tuple[str, bool]:
    """Return under which link of the navigation `path` stands, and whether it is its."""
    first, _, rest = path.lstrip("/").partition("/")
    return first, not rest


@register.filter
def manages(reader: Reader) -> bool:
    """Return whether `reader` may import, archive and the like."""
    return may_manage(reader)


@register.filter
def logs(reader: Reader) -> bool:
    """Return whether `reader` may log, and change what is kept."""
    return may_log(reader)


@register.filter
def undo_address(message: Message) -> str:
    """Return where to POST to undo what `message` tells, or nothing.

    A view offers it with messages.success(request, "…", extra_tags="undo:/address/").
    """
    for tag in (message.extra_tags or "").split():
        if tag.startswith("undo:/") and not tag.startswith("undo://"):
            return tag.removeprefix("undo:")
    return ""
