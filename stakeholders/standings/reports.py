"""Reports: the months that are over, each kept as it stood when it was first told."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.tasks import task
from django.utils import timezone

from stakeholders.models import Chore, KeptReport, Stakeholder
from stakeholders.standings import chores, monthly, norms
from stakeholders.standings.clock import shown_day
from stakeholders.standings.monthly import Line, Month, Moved, Report
from stakeholders.standings.scope import EVERYBODY
from stakeholders.standings.talks import Talks
from stakeholders.standings.tally import Estimate, LayerHealth
from stakeholders.standings.word import Word

CHORE: Final = "report"
MANY_TIES: Final = 20_000  # above, no request waits for a report
ASKED_FOR: Final = 60  # seconds in which nobody asks twice
FORM: Final = 2  # of what is packed; count it up when `monthly` says more or less
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


def of(month: date, *, today: date) -> Told | None:
    """Return the report of the month that begins on `month`; None: being worked out.

    What is over is kept. A large site works out every report beside the request, and
    that of a month that goes on once a day.
    """
    kept = _kept(month, today)
    if kept is None and norms.read().ties > MANY_TIES:
        _ask(month)
        kept = _kept(month, today)  # a site without workers has done it by now
        if kept is None:
            return None
    if kept is None and monthly.last_of(month) >= today:
        return Told(monthly.report(month, today=today), None)
    kept = kept or make(month, today=today)
    return Told(unpacked(kept.figures), kept.made_at)


def _kept(month: date, today: date) -> KeptReport | None:
    """Return what is kept of a month, if it was made late enough and in this form.

    Where nobody was here yet, whoever comes first has a report that says so no more.
    """
    kept = KeptReport.objects.filter(pk=month).first()
    if kept is None or kept.figures.get("form") != FORM:
        return None
    if not kept.figures["month"]["lines"] and EVERYBODY.people().exists():
        return None
    made_on = timezone.localdate(kept.made_at)
    return kept if made_on > monthly.last_of(month) or made_on == today else None


def make(month: date, *, today: date) -> KeptReport:
    """Work out the report of a month, and keep it instead of any before."""
    figures = packed(monthly.report(month, today=today))
    said = {"made_at": timezone.now(), "figures": figures}
    kept, _ = KeptReport.objects.update_or_create(month=month, defaults=said)
    kept.refresh_from_db()
    return kept


def renew(month: date, *, today: date) -> None:
    """Have the report of a month worked out from what is logged by now."""
    KeptReport.objects.filter(pk=month).delete()
    of(month, today=today)


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
        _ask(month)


def _ask(month: date) -> None:
    """Have a month worked out beside the request or in a worker, asked once a minute."""
    if cache.add(f"{CHORE}-{month}", value=True, timeout=ASKED_FOR):
        keep.using(backend=settings.LONG_TASKS).enqueue(str(month))


@task
def keep(month: str) -> None:
    """Keep the report of `month`, its first day, unless that is done or being done."""
    first, today = date.fromisoformat(month), timezone.localdate()
    with chores.held(CHORE) as hold:
        if hold is None:
            return
        with transaction.atomic():
            kept = _kept(first, today) or make(first, today=today)
            hold.done(str(kept.month))


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
        "talks": Talks(**kept["talks"]),
        "ours": kept["ours"] and Word(**kept["ours"]),
        "theirs": kept["theirs"] and Word(**kept["theirs"]),
    }
    return Line(**{**kept, **parts})
