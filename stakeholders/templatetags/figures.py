"""Small drawings beside numbers, as inline SVG that says itself to a screen reader."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from django.utils.safestring import SafeString

from stakeholders.templatetags.markup import format_html, format_html_join
from stakeholders.templatetags.words import dash, measured

WIDTH, HEIGHT = 96.0, 24.0  # SVG units; CSS sizes the drawing
MARGIN = 2.0


def give_take(
    given: float | None, received: float | None, most: float | None = None
) -> SafeString:
    """Return a bar from the middle: what we gave to the left, what we got to the right.

    given, received: faded amounts, >= 0. most: the amount that fills one side, so that
    rows of one table share a scale; left out, the larger of the two fills its side.
    """
    if given is None or received is None:
        return dash()
    full = max(most or 0, given, received) or 1
    half = WIDTH / 2 - MARGIN
    left, right = (round(half * amount / full, 1) for amount in (given, received))
    return format_html(
        '<svg class="give-take" viewBox="0 0 96 16" role="img" aria-label="{}">'
        '<rect class="given" x="{}" y="4" width="{}" height="8"/>'
        '<rect class="received" x="48" y="4" width="{}" height="8"/>'
        '<path class="axis" d="M48 1v14"/></svg>',
        f"given {measured(given, '', 1)}, received {measured(received, '', 1)}",
        round(WIDTH / 2 - left, 1),
        left,
        right,
    )


def line(values: Sequence[float | None], low: float, high: float) -> list[str]:
    """Return where each run of known values goes, point by point; a gap stays a gap."""
    span, tall = (high - low) or 1, HEIGHT - 2 * MARGIN
    places = [
        "" if value is None else f"{x} {MARGIN + tall * (high - value) / span:.1f}"
        for x, value in zip(across(len(values)), values, strict=True)
    ]
    return ["L".join(run) for known, run in groupby(places, bool) if known]


@lru_cache
def across(count: int) -> list[str]:
    """Return how far to the right each of `count` values stands."""
    step = (WIDTH - 2 * MARGIN) / max(count - 1, 1)
    return [f"{MARGIN + place * step:.1f}" for place in range(count)]


def sparkline(
    values: Sequence[float | None],
    label: str = "",
    *,
    low: float | None = None,
    high: float | None = None,
) -> SafeString:
    """Return the course of `values`, oldest first; None is a gap.

    low, high: the ends of the scale; left out, the smallest and largest value.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return dash()
    ends = (min(known) if low is None else low, max(known) if high is None else high)
    runs = line(values, *ends)
    last = runs[-1].rpartition("L")[2].split()
    spoken = f"{label} from {measured(known[0])} to {measured(known[-1])}".strip()
    return format_html(
        '<svg class="sparkline" viewBox="0 0 96 24" role="img" aria-label="{}">'
        '<path d="{}"/><circle cx="{}" cy="{}" r="2"/></svg>',
        spoken,
        "".join(f"M{run}" for run in runs),
        *last,
    )


def shares(counts: Mapping[str, int]) -> SafeString:
    """Return one bar cut in proportion to `counts`, each part in the class of its name."""
    total, start, parts = sum(counts.values()), 0.0, []
    if not total:
        return dash()
    for name, count in counts.items():
        width = 100 * count / total
        parts.append((name, round(start, 2), round(max(width - 0.75, 0.5), 2)))
        start += width
    rectangles = format_html_join(
        "", '<rect class="{}" x="{}" y="3" width="{}" height="10"/>', parts
    )
    return format_html(
        '<svg class="band-bar" viewBox="0 0 100 16" preserveAspectRatio="none"'
        ' aria-hidden="true">{}</svg>',
        rectangles,
    )
