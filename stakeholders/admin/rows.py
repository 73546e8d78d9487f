"""Rows inside another record's form: roles of a person, who took part, what was given."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from stakeholders.admin.locking import LockedRow
from stakeholders.admin.seeing import Rows, Seeing, tell_widgets


class MarkedRow(forms.ModelForm):
    """A row of which one at most in a form has a mark; the form sees to that."""

    mark = ""  # the field that is the mark; empty: there is none

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Name each field to screen readers, since only the column has a heading."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            widget: Any = getattr(field.widget, "widget", field.widget)
            widget.attrs["aria-label"] = field.label

    def validate_constraints(self) -> None:
        """Check every constraint but the one about the mark."""
        marked = getattr(self.instance, self.mark, None)
        if self.mark:
            setattr(self.instance, self.mark, False)
        super().validate_constraints()
        if self.mark:
            setattr(self.instance, self.mark, marked)


class RecordRow(MarkedRow, LockedRow):
    """One record inside another's form."""


class PartRow(MarkedRow):
    """A part of a record, such as somebody's seat in a conversation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with what the row was loaded with."""
        super().__init__(*args, **kwargs)
        tell_widgets(self)


class PartRows(forms.BaseInlineFormSet):
    """Rows of which one at most has a mark; it may move from one to another."""

    form: type[Any]
    model: type[Any]
    too_many = ""  # the sentence for a second mark
    taking_out = "Take this row out"

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name what takes a row out, since its column stands apart."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = self.taking_out

    @property
    def staying(self) -> list[Any]:
        """Return the answers of the rows that are not taken out."""
        said = [getattr(row, "cleaned_data", {}) for row in self.forms]
        return [one for one in said if one and not one.get("DELETE")]

    def clean(self) -> None:
        """Refuse a mark on two rows."""
        super().clean()
        if len([one for one in self.staying if one.get(self.form.mark)]) > 1:
            raise ValidationError(self.too_many)

    def save(self, commit: bool = True) -> Any:
        """Take a moved mark off first, since the database holds one at any moment."""
        mark = self.form.mark
        moved = [row.instance.pk for row in self.initial_forms if mark in row.changed_data]
        if moved:
            rows = self.model._default_manager.filter(pk__in=moved)
            rows.filter(**{mark: True}).update(**{mark: False})
        return super().save(commit)


class RecordRows(PartRows):
    """Rows that are put away when they are taken out, not destroyed."""

    taking_out = "Archive this row"

    def delete_existing(self, obj: Any, commit: bool = True) -> None:
        """Archive the row; what is archived has no mark."""
        if self.form.mark:
            setattr(obj, self.form.mark, False)
        obj.archived_at = timezone.now()
        obj.save()


class Inside(Seeing, admin.TabularInline):
    """Rows inside another record's form, loaded with what they lead to."""

    extra = 0
    load_with: list[str] = []  # what its fields lead to

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Return the rows with what they lead to."""
        rows: Rows = super().get_queryset(request)
        return rows.select_related(*self.load_with) if self.load_with else rows


class PartsInside(Inside):
    """Rows that are a part of the record and go with it."""

    form = PartRow
    formset = PartRows


class RecordsInside(Inside):
    """Records of their own, each with its history; taken out means archived."""

    form = RecordRow
    formset = RecordRows
    exclude = ["version"]  # the form asks for it by itself
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> Rows:
        """Return those in use."""
        return super().get_queryset(request).filter(archived_at=None)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the fields, and the version each row was opened with."""
        return [*super().get_fields(request, obj), "version"]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Return the rows' forms in the name of this administrator."""
        rows: Any = super().get_formset(request, obj, **kwargs)
        rows.form.reader = request.user
        return rows
