"""Tasks: what is done with an uploaded file while the person watches."""

from django.conf import settings
from django.tasks import task

from stakeholders.capture import desk
from stakeholders.capture.refusals import FileError
from stakeholders.capture.runs import StoppedError, check, fail, run
from stakeholders.capture.undo import undo
from stakeholders.models import Batch, User

BUSY = (Batch.State.RUNNING, Batch.State.UNDOING)
OPEN = [Batch.State.PREPARED, Batch.State.FAILED]
DIED = "The import stopped before it ended, so nothing was imported. Start it again."
LOST = "The uploaded file is gone; files are kept for a day. Upload it again."


def start(batch: Batch, verb: str, by: User) -> bool:
    """Begin to `check`, `import`, import the `good` rows of, or `undo` a batch.

    Returns False, and does nothing, where that cannot be begun now: a second click finds
    it running already.
    """
    undoing = verb == "undo"
    before = [Batch.State.DONE] if undoing else OPEN
    during = Batch.State.UNDOING if undoing else Batch.State.RUNNING
    if not Batch.objects.filter(pk=batch.pk, state__in=before).update(state=during):
        return False
    desk.begin(batch)
    carry_out.using(backend=settings.LONG_TASKS).enqueue(batch.pk, verb, by.pk)
    return True


def revive(batch: Batch) -> None:
    """Give a batch whose run has died back to the person."""
    if batch.state in BUSY and desk.has_died(batch):
        desk.call_off(batch)  # in case it is only very slow
        give_back(batch)
        batch.refresh_from_db()


def give_back(batch: Batch) -> None:
    """Say of a `batch` whose run has died what holds again: an undoing undid nothing."""
    if batch.state == Batch.State.UNDOING:
        Batch.objects.filter(pk=batch.pk, state=batch.state).update(state="done")
    else:
        fail(batch, DIED)


@task()
def carry_out(pk: int, verb: str, by: int) -> None:
    """Do what was asked of batch `pk`; what went wrong is kept in the batch."""
    batch = Batch.objects.get(pk=pk)
    if batch.state not in BUSY:
        return  # a queue may deliver a task twice
    before = batch.state
    progress = desk.Progress(batch)
    try:
        _do(batch, verb, User.objects.get(pk=by), progress)
    except StoppedError:
        state = Batch.State.DONE if before == Batch.State.UNDOING else Batch.State.PREPARED
        Batch.objects.filter(pk=pk).update(state=state)
    except Exception:
        give_back(Batch.objects.get(pk=pk))
        raise
    if Batch.objects.filter(pk=pk, state__in=("done", "undone")).exists():
        desk.drop(batch)


def _do(batch: Batch, verb: str, by: User, progress: desk.Progress) -> None:
    """Check, import or undo `batch`."""
    path = desk.place(batch)
    if verb == "undo":
        undo(batch, by, progress.tell)
    elif not path.exists():
        fail(batch, LOST)
    elif verb == "check":
        _check(batch, progress)
    else:
        run(batch, path, good_rows=verb == "good", tell=progress.tell)


def _check(batch: Batch, progress: desk.Progress) -> None:
    """Keep what an import of `batch` would do, and wait for the person."""
    try:
        check(batch, desk.place(batch), progress.tell)
    except FileError as refusal:
        fail(batch, str(refusal), getattr(refusal, "option", ""))
        return
    batch.state = Batch.State.PREPARED
    batch.save()
