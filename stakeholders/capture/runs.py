"""Runs: check a whole file, import it, and say what came of it."""

from hashlib import file_digest
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils import timezone

from stakeholders.capture.intake import Intake, Tell
from stakeholders.capture.interactions import InteractionIntake
from stakeholders.capture.people import PeopleIntake
from stakeholders.capture.refusals import FileError, RowError
from stakeholders.capture.tables import open_table
from stakeholders.models import Batch
from stakeholders.standings import rebuild

INTAKES: dict[str, type[Intake]] = {
    Batch.Kind.PEOPLE: PeopleIntake,
    Batch.Kind.INTERACTIONS: InteractionIntake,
}
MOST_LISTED = 10_000  # bad rows kept with a batch; the rest is counted
TELL_EVERY = 1_000  # rows read between two words about progress
MEANWHILE = "Somebody added the same meanwhile, so nothing was imported. Try once more."


class StoppedError(Exception):
    """The person called the import off; nothing was changed."""


def silent(doing: str, done: int, total: int | None) -> None:
    """Tell nobody how far it is."""


def hash_of(path: Path) -> str:
    """Return the SHA-256 of the file at `path`, in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def check(batch: Batch, path: Path, tell: Tell = silent) -> Intake:
    """Read the whole file at `path` and count in `batch`; nothing is written anywhere.

    Raises FileError where the file as a whole cannot be imported.
    """
    table = open_table(path, batch.options.get("encoding", ""))
    intake = INTAKES[batch.kind](batch, table)
    batch.rows_read = batch.rows_added = batch.rows_known = batch.rows_skipped = 0
    batch.skipped = []
    for line in table.lines():
        batch.rows_read += 1
        try:
            if line.problem:
                raise RowError("The row", line.problem)
            new = intake.take(line)
            batch.rows_added += new
            batch.rows_known += not new
        except RowError as refusal:
            batch.rows_skipped += 1
            if len(batch.skipped) < MOST_LISTED:
                batch.skipped.append([line.number, str(refusal)])
        if batch.rows_read % TELL_EVERY == 0:
            tell("rows read", batch.rows_read, None)
    tell("rows read", batch.rows_read, batch.rows_read)
    return intake


def run(batch: Batch, path: Path, *, good_rows: bool = False, tell: Tell = silent) -> None:
    """Import the file at `path` as `batch`: all of it or nothing.

    good_rows: import what can be, and leave the bad rows out.
    What went wrong is said in the batch, which is saved either way. Raises StoppedError.
    """
    try:
        intake = check(batch, path, tell)
        if batch.rows_skipped and not good_rows:
            fail(batch)
        else:
            _write(batch, intake, tell)
    except FileError as refusal:
        fail(batch, str(refusal), getattr(refusal, "option", ""))
    except IntegrityError:
        fail(batch, MEANWHILE)


def fail(batch: Batch, sentence: str = "", option: str = "") -> None:
    """Keep that nothing was imported; a `sentence` is about the file as a whole, row 0.

    option: the name of the one of the `Options` that the file leaves open.
    """
    batch.state, batch.ended_at = Batch.State.FAILED, timezone.now()
    if sentence:
        batch.skipped = [[0, sentence, option]]
    batch.save()


def _write(batch: Batch, intake: Intake, tell: Tell) -> None:
    """Write what was taken in, and the standings that follow from it, in one piece."""
    with transaction.atomic():
        batch.state = Batch.State.DONE
        if batch.rows_added:
            intake.write(tell)
            tell("standings worked out anew", 0, None)
            rebuild()
        batch.ended_at = timezone.now()
        batch.save()
