"""What every form over a record does: it says who saves, and tells a second editor."""

from datetime import timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils import timezone

from stakeholders.forms.changes import Change, changes_since, values_at
from stakeholders.models import Record, StaleError, User

A_MOMENT = timedelta(seconds=10)  # between two clicks that were meant as one


class RecordForm(forms.ModelForm):
    """Add or change one record in the name of a user.

    Save inside a transaction and catch StaleError: the form then already tells who
    changed what, holds what both typed, and saves over it when sent again.
    """

    use_required_attribute = False  # the sentence beside the field says more than a browser
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    changes: list[Change] = []  # by others since this form was opened
    repeated = False  # stale only because the same answers were sent twice

    def __init__(self, *args: Any, by: User, quiet: bool = False, **kwargs: Any) -> None:
        """Remember who fills in the form, and the version they were shown.

        quiet: draw the form again as it was sent, without saying what is wrong yet.
        """
        super().__init__(*args, **kwargs)
        self.by, self.quiet = by, quiet
        self.record: Record = self.instance
        self.fields["version"].initial = self.record.version

    @property
    def errors(self) -> ErrorDict:
        """Return what is wrong, by field."""
        return ErrorDict() if self.quiet else super().errors

    def validate_constraints(self) -> None:
        """Check every constraint of the model, also over fields this form does not show."""
        try:
            self.instance.validate_constraints(exclude=set(self.errors))
        except ValidationError as broken:
            self._update_errors(broken)  # type: ignore[attr-defined]

    def save(self, commit: bool = True) -> Any:
        """Save, unless somebody else did meanwhile. Raises StaleError."""
        if self.instance._state.adding:
            self.record.created_by = self.by
        else:
            self._lock()
        return super().save(commit)

    def _lock(self) -> None:
        """Hold the record as it was read. Raises StaleError."""
        read = self.cleaned_data.get("version") or 0
        try:
            self.record.lock_as_read(read)
        except StaleError as stale:
            self.repeated = self._just_saved(stale.record)
            self._catch_up(stale.record, read)
            raise

    def _just_saved(self, now: Record) -> bool:
        """Return whether this very person saved these very answers a moment ago."""
        latest = now.history.first()
        if latest is None or latest.history_user_id != self.by.pk:
            return False
        held = values_at(now, now.version)
        same = all(self._sent(name) == held[name] for name in held if name in self.fields)
        return same and timezone.now() - latest.history_date < A_MOMENT

    def _catch_up(self, now: Record, read: int) -> None:
        """Show the record as it is `now` with what this person changed over it."""
        self.changes = changes_since(now, read)
        data = cast("QueryDict", self.data).copy()
        data[self.add_prefix("version")] = str(now.version)
        for name, value in self.untouched(now, read).items():
            self._take(data, name, value)
        self.data = data
        self.add_error(
            None,
            "Somebody else changed this while you wrote. Look at what they changed; "
            "saving again keeps yours where both of you wrote.",
        )

    def untouched(self, now: Record, read: int) -> dict[str, Any]:
        """Return what `now` holds in the fields this person left as they were."""
        was = values_at(now, read)
        return {
            name: value
            for name, value in values_at(now, now.version).items()
            if name in self.fields and name in was and self._sent(name) == was[name]
        }

    def _sent(self, name: str) -> Any:
        """Return what this person sent in the field `name`, an id for a record."""
        sent = self.cleaned_data.get(name)
        return getattr(sent, "pk", sent)

    def _take(self, data: QueryDict, name: str, value: Any) -> None:
        """Put the other's `value` into what the form shows."""
        shown = self.fields[name].prepare_value(value)
        data.pop(self.add_prefix(name), None)
        if shown not in (None, False):
            data.setlist(
                self.add_prefix(name), shown if isinstance(shown, list) else [shown]
            )
