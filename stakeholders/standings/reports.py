"""Reports: the months that are over, each kept as it stood when it was first told."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.tasks import task
from django.utils import timezone

from stakeholders.models import Chore, KeptReport, Stakeholder
from stakeholders.standings import chores, monthly
from stakeholders.standings.clock import shown_day
from stakeholders.standings.monthly import Line, Month, Moved, Report
from stakeholders.standings.talks import Talks
from stakeholders.standings.tally import Estimate, LayerHealth
from stakeholders.standings.word import Word

CHORE: Final = "report"
FORM: Final = 1  # of what is packed; count it up when `monthly` says more or less
ESTIMATES: Final = ("even", "trust", "silent")


@dataclass(frozen=True, slots=True)
class Told:
    """A report, and since when it has been kept; a month that goes on is not kept."""

    report: Report
    made_at: datetime | None


def latest(today: date) -> date:
    """Return the first day of the last month that is over, or in which the log stopped."""
    shown = shown_day(today)
    return shown.replace(day=1) if shown < today else monthly.before(today.replace(day=1))


def of(month: date, *, today: date) -> Told:
    """Return the report of the month that begins on `month`; keep it if it is over.

    One that an older version of relmap packed in another form is made anew.
    """
    kept = KeptReport.objects.filter(pk=month).first()
    if kept and kept.figures.get("form") != FORM:
        kept = None
    if kept is None and monthly.last_of(month) < today:
        kept = make(month, today=today)
    if kept is None:
        return Told(monthly.report(month, today=today), None)
    return Told(unpacked(kept.figures), kept.made_at)


def make(month: date, *, today: date) -> KeptReport:
    """Work out the report of a month that is over, and keep it instead of any before."""
    figures = packed(monthly.report(month, today=today))
    said = {"made_at": timezone.now(), "figures": figures}
    kept, _ = KeptReport.objects.update_or_create(month=month, defaults=said)
    kept.refresh_from_db()
    return kept


def forget(since: date) -> None:
    """Drop the report of the month of `since` and all after it: their log is another.

    One conversation logged late leaves a report as it was told; a whole file does not.
    """
    KeptReport.objects.filter(pk__gte=since.replace(day=1)).delete()
    Chore.objects.filter(pk=CHORE).update(mark="")


def keep_fresh() -> None:
    """Keep the report of the month that is over, once: here, or in a worker."""
    month = latest(timezone.localdate())
    if chores.last(CHORE).mark != str(month) and Stakeholder.objects.exists():
        keep.using(backend=settings.LONG_TASKS).enqueue()


@task
def keep() -> None:
    """Keep the report of the month that is over, unless that is done or being done."""
    today = timezone.localdate()
    month = latest(today)
    with chores.held(CHORE) as hold:
        if hold is None or chores.last(CHORE).mark == str(month):
            return
        with transaction.atomic():
            if not KeptReport.objects.filter(pk=month).exists():
                make(month, today=today)
            hold.done(str(month))


def packed(report: Report) -> dict[str, Any]:
    """Return `report` as JSON can hold it."""
    return {"form": FORM, **asdict(report)}


def unpacked(kept: dict[str, Any]) -> Report:
    """Return the report that was packed."""
    months = {name: _month(kept[name]) for name in ("month", "before")}
    moved = {name: [Moved(**one) for one in kept[name]] for name in ("worse", "better")}
    counts = {name: kept[name] for name in ("worse_count", "better_count")}
    return Report(**{**months, **moved, **counts})


def _month(kept: dict[str, Any]) -> Month:
    """Return one month of it."""
    days = {name: date.fromisoformat(kept[name]) for name in ("first", "last", "day")}
    return Month(**days, lines=[_line(one) for one in kept["lines"]])


def _line(kept: dict[str, Any]) -> Line:
    """Return one line of it."""
    estimates = {name: Estimate(*kept["health"][name]) for name in ESTIMATES}
    parts = {
        "health": LayerHealth(**{**kept["health"], **estimates}),
        "talks": kept["talks"] and Talks(**kept["talks"]),
        "ours": kept["ours"] and Word(**kept["ours"]),
        "theirs": kept["theirs"] and Word(**kept["theirs"]),
    }
    return Line(**{**kept, **parts})
