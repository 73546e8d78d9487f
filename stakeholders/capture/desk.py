"""The desk: uploaded files and the progress of their imports, under `var` while needed.

Progress lies in a file beside the upload, since an import is one transaction: what it
writes to the database is seen by nobody until it ends.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from time import monotonic, time
from typing import Any

from django.conf import settings

from stakeholders.capture.runs import StoppedError
from stakeholders.models import Batch

KEPT_SECONDS = 24 * 3600.0  # how long a file waits for the person to come back
MOST_FILES = 20
SILENT_SECONDS = 300.0  # after which a run that says nothing is taken for dead
TELL_SECONDS = 0.3


def place(batch: Batch) -> Path:
    """Return where the uploaded file of `batch` lies, or would."""
    return _room() / f"{batch.pk}.upload"


def keep(batch: Batch, chunks: Iterable[bytes]) -> None:
    """Keep the file of `batch`, and the hash of its bytes."""
    digest = sha256()
    with place(batch).open("wb") as file:
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
    batch.sha256 = digest.hexdigest()
    batch.save(update_fields=["sha256"])
    tidy()


def drop(batch: Batch) -> None:
    """Throw away everything on the desk that belongs to `batch`."""
    for path in _room().glob(f"{batch.pk}.*"):
        path.unlink(missing_ok=True)


def tidy() -> None:
    """Throw away what lies here too long, and the oldest of too many files."""
    paths = sorted(_room().iterdir(), key=_age)
    for place, path in enumerate(paths):
        if place >= MOST_FILES * 2 or _age(path) > KEPT_SECONDS:
            path.unlink(missing_ok=True)


def begin(batch: Batch) -> None:
    """Forget what an earlier run of `batch` said, and that it was called off.

    An empty note stays, whose age tells of a run that dies before its first word.
    """
    _note(batch).write_text("{}")
    _stop(batch).unlink(missing_ok=True)


class Progress:
    """Says how far the run of one batch is, and hears when the person calls it off."""

    def __init__(self, batch: Batch) -> None:
        """Begin without a word."""
        self.path, self.stop = _note(batch), _stop(batch)
        self.doing, self.told = "", 0.0

    def tell(self, doing: str, done: int, total: int | None) -> None:
        """Write down how far it is, a few times a second. Raises StoppedError."""
        if self.stop.exists():
            raise StoppedError
        if doing != self.doing or monotonic() - self.told > TELL_SECONDS:
            self.doing, self.told = doing, monotonic()
            note = {"doing": doing, "done": done, "total": total}
            fresh = self.path.with_suffix(".fresh")
            fresh.write_text(json.dumps(note))
            fresh.replace(self.path)


def progress_of(batch: Batch) -> dict[str, Any]:
    """Return what the run of `batch` said last: doing, done, total; or nothing."""
    try:
        return dict(json.loads(_note(batch).read_text()))
    except FileNotFoundError:
        return {}


def call_off(batch: Batch) -> None:
    """Ask the run of `batch` to stop; it does at its next word about progress."""
    _stop(batch).touch()


def has_died(batch: Batch) -> bool:
    """Return whether the run of `batch` began and has said nothing for long."""
    note = _note(batch)
    return note.exists() and _age(note) > SILENT_SECONDS


def _room() -> Path:
    """Return the folder of the desk, which only the site may read."""
    room = Path(settings.VAR) / "imports"
    room.mkdir(mode=0o700, parents=True, exist_ok=True)
    return room


def _note(batch: Batch) -> Path:
    """Return where the progress of `batch` is written down."""
    return _room() / f"{batch.pk}.progress"


def _stop(batch: Batch) -> Path:
    """Return the file that tells the run of `batch` to stop."""
    return _room() / f"{batch.pk}.stop"


def _age(path: Path) -> float:
    """Return how long ago `path` was written, in seconds; 0 where it is gone by now."""
    try:
        return time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
