"""Files to import, and the shortest way through an import."""

from pathlib import Path

from stakeholders.capture.fields import guess
from stakeholders.capture.options import Options
from stakeholders.capture.runs import check, run
from stakeholders.capture.tables import open_table
from stakeholders.models import Batch

PEOPLE, INTERACTIONS = Batch.Kind.PEOPLE, Batch.Kind.INTERACTIONS
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def written(folder, *lines, name="file.csv", encoding="utf-8"):
    """Write a CSV file of `lines` and return its path."""
    path = folder / name
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def prepared(path, kind, *, mapping=None, by=None, **options):
    """Return a saved batch for the file at `path`, its columns guessed unless given."""
    if mapping is None:
        mapping = guess(open_table(path, options.get("encoding", "")).header, kind)
    said = Options(**options).as_json()
    return Batch.objects.create(
        kind=kind, file_name=path.name, mapping=mapping, options=said, created_by=by
    )


def imported(path, kind, *, good_rows=False, **how):
    """Import the file at `path` and return its batch."""
    batch = prepared(path, kind, **how)
    run(batch, path, good_rows=good_rows)
    return batch


def reasons(path, kind, **how):
    """Return what is wrong with the rows of the file at `path`, by row number."""
    batch = prepared(path, kind, **how)
    check(batch, path)
    return dict(batch.skipped)
