"""Small drawings beside numbers, as inline SVG that says itself to a screen reader."""

from collections.abc import Mapping, Sequence
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


def points(
    values: Sequence[float | None], low: float, high: float
) -> list[tuple[float, float] | None]:
    """Return where each value stands in the drawing; a gap stays a gap."""
    step = (WIDTH - 2 * MARGIN) / max(len(values) - 1, 1)
    span = (high - low) or 1
    tall = HEIGHT - 2 * MARGIN
    return [
        None
        if value is None
        else (
            round(MARGIN + place * step, 1),
            round(MARGIN + tall * (high - value) / span, 1),
        )
        for place, value in enumerate(values)
    ]


def line(places: Sequence[tuple[float, float] | None]) -> str:
    """Return the SVG path through `places`, broken where nothing is known."""
    runs = [list(run) for known, run in groupby(places, lambda at: at is not None) if known]
    return "".join(
        "M" + "L".join(f"{at[0]} {at[1]}" for at in run if at is not None) for run in runs
    )


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
    places = points(values, *ends)
    last = next(at for at in reversed(places) if at is not None)
    spoken = f"{label} from {measured(known[0])} to {measured(known[-1])}".strip()
    return format_html(
        '<svg class="sparkline" viewBox="0 0 96 24" role="img" aria-label="{}">'
        '<path d="{}"/><circle cx="{}" cy="{}" r="2"/></svg>',
        spoken,
        line(places),
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
