"""A report as a table: a row for each group, each figure beside that of a month before."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from stakeholders.standings.monthly import Line
from stakeholders.templatetags.look import BANDS
from stakeholders.views.report_page import ReportPage

type Said = Callable[[Line], Any]


def table(page: ReportPage) -> Iterator[list[Any]]:
    """Yield the heads, then the figures of each group; what is unknown is left empty."""
    then = f"end of {page.before.first:%B %Y}"
    heads = [[name, f"{name}, {then}"] for name in FIGURES]
    yield ["Group", "Name", *(head for both in heads for head in both)]
    for now, was in page.pairs:
        figures = [[said(now), said(was)] for said in FIGURES.values()]
        yield [now.kind, now.name, *(_rounded(one) for both in figures for one in both)]


def _rounded(value: Any) -> Any:
    """Return a score as a file says it."""
    return round(value, 3) if isinstance(value, float) else value


def _in_band(band: str) -> Said:
    """Return what says how many are in `band`."""
    return lambda line: line.health.bands[band]


def _promises(side: str, name: str) -> Said:
    """Return what says a figure of the promises of one side, where it is told."""
    return lambda line: getattr(word, name) if (word := getattr(line, side)) else None


FIGURES: Final[dict[str, Said]] = {
    "People": lambda line: line.health.people,
    **{word: _in_band(band) for band, word in BANDS.items()},
    "Trust in them": lambda line: line.health.trust.value,
    "Trust in them, low": lambda line: line.health.trust.low,
    "Trust in them, high": lambda line: line.health.trust.high,
    "Trust known of": lambda line: line.health.known_trust,
    "Likely silent in 30 days": lambda line: line.health.silent.value,
    "Promises kept, both ways, fading": lambda line: line.health.kept,
    "Conversations": lambda line: line.conversations,
    "Listening": lambda line: line.talks.listening.value,
    "Informal": lambda line: line.talks.informality.value,
    "Ours kept": _promises("ours", "on_time"),
    "Ours kept late": _promises("ours", "late"),
    "Ours broken": _promises("ours", "broken"),
    "Ours overdue": _promises("ours", "overdue"),
    "Theirs kept": _promises("theirs", "on_time"),
    "Theirs kept late": _promises("theirs", "late"),
    "Theirs broken": _promises("theirs", "broken"),
    "Theirs overdue": _promises("theirs", "overdue"),
}
