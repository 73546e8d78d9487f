"""What every form over a record does: it says who saves, and tells a second editor."""

from datetime import timedelta
from hashlib import sha256
from typing import Any, cast

from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import QueryDict

from stakeholders.forms.changes import Change, changes_since, values_at
from stakeholders.models import Record, StaleError, User
from stakeholders.models.words import refuse_unreadable

CHANGED_BY_ANOTHER = (
    "Somebody else changed this while you wrote. Look at what they changed; "
    "saving again keeps yours where both of you wrote."
)
CHANGED_BY_YOU = (
    "You changed this in another window meanwhile. Look at what you changed there; "
    "saving again keeps what is here where the two differ."
)
A_MOMENT = timedelta(seconds=10)  # between two clicks that were meant as one


def digest_of(by: User, data: QueryDict) -> str:
    """Return what tells these answers of `by`, in every field and row, from all others."""
    answers = sorted(
        (name, values) for name, values in data.lists() if name != "csrfmiddlewaretoken"
    )
    return sha256(repr((by.pk, answers)).encode()).hexdigest()


def shared(field: forms.Field) -> forms.Field:
    """Let all forms have the same `field`, which none of them changes.

    Each form copies its fields; of one with many that takes longer than to check them.
    """
    vars(field)["__deepcopy__"] = lambda memo: field
    return field


class RecordForm(forms.ModelForm):
    """Add or change one record in the name of a user.

    Save inside a transaction and catch StaleError: the form then already tells who
    changed what, holds what both typed, and saves over it when sent again.
    """

    use_required_attribute = False  # the sentence beside the field says more than a browser
    version = shared(forms.IntegerField(required=False, widget=forms.HiddenInput))
    changes: list[Change] = []  # since this form was opened
    repeated = False  # stale only because the same answers were sent twice

    def __init__(self, *args: Any, by: User, quiet: bool = False, **kwargs: Any) -> None:
        """Remember who fills in the form, and the version they were shown.

        quiet: draw the form again as it was sent, without saying what is wrong yet.
        """
        super().__init__(*args, **kwargs)
        self.by, self.quiet = by, quiet
        for field in self.fields.values():
            readable = field.required and isinstance(field, forms.CharField)
            if readable and refuse_unreadable not in field.validators:
                field.validators.append(refuse_unreadable)
        self.record: Record = self.instance
        self.initial["version"] = self.record.version

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
            return super().save(commit)
        self._lock()
        saved = super().save(commit)
        cache.set(self._place(), self._mark(self.record), A_MOMENT.total_seconds())
        return saved

    def _place(self) -> str:
        """Return where it is remembered what this person saved of this record."""
        return f"saved-{self.record._meta.label_lower}-{self.record.pk}-{self.by.pk}"

    def _mark(self, saved: Record) -> tuple[int, str]:
        """Return what tells this form, as it was sent and `saved`, from every other."""
        return saved.version, digest_of(self.by, cast("QueryDict", self.data))

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
        return bool(cache.get(self._place()) == self._mark(now))

    def _catch_up(self, now: Record, read: int) -> None:
        """Show the record as it is `now` with what this person changed over it."""
        self.changes = changes_since(now, read, self.by)
        data = cast("QueryDict", self.data).copy()
        data[self.add_prefix("version")] = str(now.version)
        for name, value in self.untouched(now, read).items():
            self._take(data, name, value)
        self.data = data
        own = bool(self.changes) and all(change.own for change in self.changes)
        self.add_error(None, CHANGED_BY_YOU if own else CHANGED_BY_ANOTHER)

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
