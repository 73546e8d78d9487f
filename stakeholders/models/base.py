"""What every record shares: who made it and when, its history, its archive, its version."""

from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Any, Self

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections, models, transaction
from django.utils import timezone
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_update_with_history

from stakeholders.models import bulk
from stakeholders.models.plain import plain_fields


class StaleError(Exception):
    """Somebody else saved the record since it was read; nothing was changed."""

    def __init__(self, record: "Record") -> None:
        """Keep the `record` as it is in the database now."""
        super().__init__(f"{record} was changed by somebody else.")
        self.record = record


class History(HistoryManager):  # type: ignore[misc]
    """What can be asked of a record's history."""

    @classmethod
    @cache
    def from_queryset(cls, *of: Any) -> Any:
        """Return the manager over a queryset, put together once and not at each use."""
        return super().from_queryset(*of)


class Past(HistoricalRecords):  # type: ignore[misc]
    """Keeps what records were; the database copies each row itself, past all objects."""

    def fields_included(self, model: Any) -> list[Any]:
        """Return what is kept: all that does not follow from the rest."""
        follow = plain_fields(model)
        return [one for one in super().fields_included(model) if one not in follow]

    def create_historical_record(
        self, instance: models.Model, history_type: str, using: str | None = None
    ) -> None:
        """Add the row of `instance` to its history; of one that is gone, what it said."""
        if history_type == "-":
            super().create_historical_record(instance, history_type, using)
            return
        user = self.get_history_user(instance)
        reason = self.get_change_reason_for_object(instance, history_type, using)
        there = connections[instance._state.db or DEFAULT_DB_ALIAS]
        now = there.ops.adapt_datetimefield_value(timezone.now())
        told = [now, history_type, reason, user.pk if user else None, instance.pk]
        with there.cursor() as cursor:
            cursor.execute(_copying(type(instance)), told)


@cache
def _copying(model: Any) -> str:
    """Return the statement that adds one row of `model` to its history as it is now."""
    past = model.history.model
    table, history = (connection.ops.quote_name(m._meta.db_table) for m in (model, past))
    names = ", ".join(
        connection.ops.quote_name(field.column) for field in past.tracked_fields
    )
    beside = "history_date, history_type, history_change_reason, history_user_id"
    return (
        f"INSERT INTO {history} ({names}, {beside})"  # noqa: S608
        f" SELECT {names}, %s, %s, %s, %s FROM {table} WHERE id = %s"
    )


@cache
def _inserting(
    model: type[models.Model], columns: tuple[str, ...], returning: tuple[Any, ...]
) -> str:
    """Return the statement that adds one row of `columns`, and tells fields of it."""
    told = ", ".join(connection.ops.quote_name(field.column) for field in returning)
    return f"{bulk.adding(model, columns, 1)} RETURNING {told}"


class RecordQuerySet[Model: "Record"](models.QuerySet[Model]):
    """What can be asked of any record."""

    def current(self) -> Self:
        """Return what is not archived."""
        return self.filter(archived_at=None)

    def held(self) -> Self:
        """Return these rows, held until the transaction ends, so nobody saves meanwhile."""
        return self.select_for_update(of=("self",))

    def archive(self) -> int:
        """Put these away without losing them; return how many."""
        return self.current().change(archived_at=timezone.now())

    def restore(self) -> int:
        """Bring these back from the archive; return how many."""
        return self.exclude(archived_at=None).change(archived_at=None)

    def bulk_update(
        self, objs: Iterable[Model], fields: Iterable[str], batch_size: int | None = None
    ) -> int:
        """Save `fields` of these rows, and by what they are found, which follows."""
        rows, named = list(objs), list(fields)
        also = [one for one in plain_fields(self.model) if {*one.of} & {*named}]
        for one, row in product(also, rows):
            one.pre_save(row, add=False)
        return super().bulk_update(rows, [*named, *(one.name for one in also)], batch_size)

    def change(self, **values: Any) -> int:
        """Give these `values`, with an entry in each one's history; return how many.

        They are held meanwhile: of two who do the same at once, the second finds it done.
        """
        with transaction.atomic(using=self.db):
            records = list(self.order_by("pk").select_for_update(of=("self",)))
            for record in records:
                record.version += 1
                for name, value in values.items():
                    setattr(record, name, value)
            fields = [*values, "version"]
            return int(bulk_update_with_history(records, self.model, fields))


class Record(models.Model):
    """A fact somebody entered. It has a maker, a history, a version and an archive."""

    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    batch = models.ForeignKey(
        "stakeholders.Batch", models.SET_NULL, null=True, editable=False, related_name="+"
    )
    archived_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    history = Past(inherit=True, excluded_fields=["version"], history_manager=History)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save and count the version up, so that a second editor can be told."""
        if not self._state.adding:
            self.version += 1
        super().save(*args, **kwargs)

    def _do_insert(
        self, manager: Any, using: str, fields: Any, returning_fields: Any, raw: bool
    ) -> list[tuple[Any, ...]]:
        """Insert the row as Django's `save` asks for it; return what it wants to know.

        The statement is put together once: to do so took five times as long as to run it.
        """
        there: Any = connections[using]
        said = [one.get_db_prep_save(one.pre_save(self, True), there) for one in fields]
        if raw or any(hasattr(one, "as_sql") for one in said):
            how = manager, using, fields, returning_fields, raw
            return super()._do_insert(*how)  # type: ignore[misc,no-any-return]
        columns = tuple(one.column for one in fields)
        with there.cursor() as cursor:
            asked = _inserting(type(self), columns, tuple(returning_fields))
            cursor.execute(asked, said)
            return list(cursor.fetchall())

    def lock_as_read(self, version: int) -> None:
        """Hold the row until the transaction ends, if it is still at `version`.

        Call inside a transaction, before saving. Raises StaleError when somebody
        else saved it meanwhile.
        """
        now = type(self)._default_manager.select_for_update().get(pk=self.pk)
        if now.version != version:
            raise StaleError(now)
        self.version = version
