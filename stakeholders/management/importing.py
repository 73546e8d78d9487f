"""Importing: what the two import commands share."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from stakeholders.capture.fields import checked, guess, looks_like_mail
from stakeholders.capture.options import Options
from stakeholders.capture.refusals import FileError
from stakeholders.capture.runs import check, hash_of, run
from stakeholders.capture.tables import open_table
from stakeholders.capture.undo import kept_conversations, kept_people, undo
from stakeholders.models import Batch, Interaction, Stakeholder

SHOWN = 50  # bad rows listed in the terminal


class ImportCommand(BaseCommand):
    """Import one file, or undo one import, saying how far it is."""

    kind: Batch.Kind

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and how to read it."""
        parser.add_argument("file", type=Path, nargs="?", help="CSV or XLSX")
        parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen")
        parser.add_argument("--good-rows", action="store_true", help="leave bad rows out")
        parser.add_argument("--undo", type=int, metavar="BATCH", help="take an import back")
        parser.add_argument("--encoding", default="", help="such as cp1252 or utf-16")
        parser.add_argument("--dates", choices=["day", "month"], help="what comes first")
        parser.add_argument("--layer", choices=Stakeholder.Layer.values)

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, try out or undo."""
        if options["undo"] is not None:
            self._undo(options["undo"])
        elif not options["file"]:
            raise CommandError("Name the file to import.")
        else:
            self._import(options["file"], options)

    def _import(self, path: Path, options: dict[str, Any]) -> None:
        """Import the file at `path`, or only say what would happen."""
        try:
            batch = self._batch(path, options)
            if options["dry_run"]:
                check(batch, path, self._tell)
            else:
                batch.save()
                run(batch, path, good_rows=options["good_rows"], tell=self._tell)
        except FileError as error:
            raise CommandError(str(error)) from error
        except LookupError as error:
            raise CommandError(f"There is no encoding {options['encoding']}.") from error
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
        self._report(batch, dry=options["dry_run"])

    def _batch(self, path: Path, options: dict[str, Any]) -> Batch:
        """Return the batch that `path` is to become, with its mapping, not yet saved."""
        table = open_table(path, options["encoding"])
        header, mapping = table.header, guess(table.header, self.kind)
        if left_out := table.sheets[1:]:
            self.stderr.write(f"Only the first sheet is read, not {', '.join(left_out)}.")
        for pair in options["map"]:
            field, _, column = pair.partition("=")
            mapping = {name: theirs for name, theirs in mapping.items() if theirs != column}
            mapping[field] = column
        said = {name: options[name] for name in Options.names() if options.get(name)}
        if looks_like_mail(mapping):
            said.setdefault("channel", Interaction.Channel.MAIL)
        return Batch(
            kind=self.kind,
            file_name=path.name[:200],
            sha256=hash_of(path),
            mapping=checked(mapping, header, self.kind),
            options=Options(**said).as_json(),
            state=Batch.State.RUNNING,
        )

    def _report(self, batch: Batch, *, dry: bool) -> None:
        """Say what came of it; an import that brought nothing in is an error."""
        if batch.skipped and batch.skipped[0][0] == 0:  # about the file as a whole
            raise CommandError(f"Nothing was imported. {batch.skipped[0][1]}")
        for number, reason in batch.skipped[:SHOWN]:
            self.stderr.write(f"Row {number}: {reason}")
        if len(batch.skipped) > SHOWN:
            self.stderr.write(f"and {len(batch.skipped) - SHOWN:,} more")
        if batch.state == Batch.State.FAILED:
            raise CommandError("Nothing was imported. --good-rows leaves bad rows out.")
        counted = (
            f"{batch.rows_added:,} added, {batch.rows_known:,} known already, "
            f"{batch.rows_skipped:,} left out"
        )
        undo_with = f" To undo: --undo {batch.pk}" if batch.rows_added and not dry else ""
        said = "It would be" if dry else f"Imported {batch.file_name}:"
        self.stdout.write(self.style.SUCCESS(f"{said} {counted}.{undo_with}"))

    def _undo(self, pk: int) -> None:
        """Take the import `pk` back."""
        batch = Batch.objects.filter(pk=pk, kind=self.kind, state=Batch.State.DONE).first()
        if batch is None:
            raise CommandError(f"There is no import {pk} of this kind that can be undone.")
        undo(batch, None, self._tell)
        for kept in (*kept_people(batch), *kept_conversations(batch)):
            self.stdout.write(f"Kept, because somebody worked on it since: {kept}")
        self.stdout.write(self.style.SUCCESS(f"Undone: {batch}."))

    def _tell(self, doing: str, done: int, total: int | None) -> None:
        """Print how far it is."""
        of = f" of {total:,}" if total is not None else ""
        self.stdout.write(f"{done:,}{of} {doing}" if done else f"{doing} …")
