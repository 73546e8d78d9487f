"""Forms that tell a second editor what the first one changed, as on the pages."""

from contextlib import suppress
from typing import Any

from django import forms

from stakeholders.admin.seeing import tell_widgets
from stakeholders.forms.base import RecordForm
from stakeholders.models import StaleError, User


class VersionField(forms.IntegerField):
    """The version a form was opened with; never something the person changed."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return that it is not."""
        return False


class LockedForm(RecordForm):
    """Add or change one record in the administration.

    Whether somebody was faster is asked while the form is checked, since that is
    where the administration shows a form once more.
    """

    reader: User  # who fills it in; said by the admin that makes the form
    version = VersionField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin in the name of the administrator."""
        super().__init__(*args, by=self.reader, **kwargs)
        tell_widgets(self)

    def clean(self) -> dict[str, Any]:
        """Refuse what was written over an older version, saying who changed what."""
        answers: dict[str, Any] = super().clean() or {}
        if not self.instance._state.adding and self.must_be_fresh():
            with suppress(StaleError):  # the form says so by now
                self._lock()
        return answers

    def must_be_fresh(self) -> bool:
        """Return whether saving this form would write over what others wrote."""
        return True


class LockedRow(LockedForm):
    """One record among others in a form; rows nobody touched are not saved."""

    def must_be_fresh(self) -> bool:
        """Return whether this row was touched."""
        return self.has_changed()
