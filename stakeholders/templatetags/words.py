"""Numbers and days as a reader says them: with their unit, or a dash that says why."""

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from django.utils import timezone
from django.utils.safestring import SafeString

from stakeholders.scores.sentences import NO_BREAK
from stakeholders.templatetags.markup import format_html

DASH = "\N{EN DASH}"
DAYS_IN_MONTH = 30.44
DAYS_IN_YEAR = 365.25
MANY: Final = 2_048  # days in words that are remembered: those of some years


def counted(count: int, noun: str) -> str:
    """Return `count` with its noun: "1 day", "1,200 days"."""
    return f"{count:,}{NO_BREAK}{noun}{'' if count == 1 else 's'}"


def measured(value: float, unit: str = "", digits: int | None = None) -> str:
    """Return `value` with its unit.

    unit: "%" shows a share from 0 to 1 as percent; any other is a noun in the singular.
    digits: after the point; left out, whole numbers get none and others two.
    """
    if unit == "%":
        return f"{value * 100:.{digits or 0}f}{NO_BREAK}%"
    places = digits if digits is not None else (0 if isinstance(value, int) else 2)
    shown = f"{value:,.{places}f}"
    noun = unit if shown in ("1", "") or not unit else f"{unit}s"
    return f"{shown}{NO_BREAK}{noun}" if noun else shown


@lru_cache
def dash(why: str = "") -> SafeString:
    """Return a dash for what is not known, with `why` in words."""
    if why:
        mark = '<span class="dash"><span aria-hidden="true">{}</span> {}</span>'
        return format_html(mark, DASH, why)
    mark = '<span class="dash"><span aria-hidden="true">{}</span>{}</span>'
    spoken = format_html('<span class="visually-hidden">{}</span>', "unknown")
    return format_html(mark, DASH, spoken)


def known(  # noqa: PLR0913 a template names each of these
    value: float | None,
    unit: str = "",
    *,
    digits: int | None = None,
    low: float | None = None,
    high: float | None = None,
    why: str = "",
) -> str:
    """Return a number with its unit and the range it lies in, or a dash that says why.

    low, high: ends of the credible interval, in the unit of `value`.
    """
    if value is None:
        return dash(why)
    shown = measured(value, unit, digits)
    if low is None or high is None:
        return shown
    ends = [measured(end, unit if unit == "%" else "", digits) for end in (low, high)]
    return f"{shown} ({' to '.join(ends)})"


def distance(days: int) -> str:
    """Return a number of days (count, >= 0) in words: "24 days", "3 months"."""
    if days <= 60:
        return counted(days, "day")
    if days <= 2 * DAYS_IN_YEAR:
        return counted(round(days / DAYS_IN_MONTH), "month")
    return counted(round(days / DAYS_IN_YEAR), "year")


def in_words(day: date, today: date) -> str:
    """Return when `day` is, seen from `today`: "3 days ago", "tomorrow"."""
    days = (today - day).days
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}
    if days in near:
        return near[days]
    return f"{distance(days)} ago" if days > 0 else f"in {distance(-days)}"


def lateness(day: date, today: date) -> str:
    """Return how a promise due on `day` stands: "2 days late", "due tomorrow"."""
    days = (today - day).days
    return f"{distance(days)} late" if days > 0 else f"due {in_words(day, today)}"


def the_day(moment: date | datetime) -> date:
    """Return the day of `moment` in the site's time zone."""
    return timezone.localdate(moment) if isinstance(moment, datetime) else moment


def ago(moment: date | datetime | None, today: date | None = None) -> SafeString:
    """Return when `moment` was in words, its date behind it, or a dash for never."""
    if not moment:  # a template asks for what it has not got with ""
        return dash("never")
    return _ago(the_day(moment), today or timezone.localdate())


@lru_cache(maxsize=MANY)
def _ago(day: date, today: date) -> SafeString:
    """Return when `day` was, seen from `today`, its date behind it."""
    words = in_words(day, today)
    mark = '<time datetime="{}" title="{}">{}</time>'
    return format_html(mark, day.isoformat(), f"{day:%A}, {day.day} {day:%B %Y}", words)


def due(day: date | None, today: date | None = None) -> SafeString:
    """Return how a promise due on `day` stands, marked when it is late."""
    if not day:
        return dash("no date")
    return _due(day, today or timezone.localdate())


@lru_cache(maxsize=MANY)
def _due(day: date, now: date) -> SafeString:
    """Return how a promise due on `day` stands `now`, marked when it is late."""
    mark = '<time class="badge {}" datetime="{}" title="{}">{}</time>'
    full = f"{day:%A}, {day.day} {day:%B %Y}"
    late = "late" if day < now else ""
    return format_html(mark, late, day.isoformat(), full, lateness(day, now))
