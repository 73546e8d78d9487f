"""Remember: one history entry for each of many records, in one statement.

The library's own bulk call builds every entry as an object, which took as long again as
writing the records; and deleting thousands of records through its signals took a minute.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.utils import timezone

from stakeholders.models import Record, User


def remember(
    model: type[Record], pks: Sequence[int], kind: str, by: User | None, reason: str
) -> None:
    """Copy the rows `pks` of `model`, as they are now, into its history.

    kind: "+" for added, "-" for about to be deleted. by: None from the command line.
    """
    past: Any = model.history.model
    kept = [field.column for field in past.tracked_fields]
    said = {
        "history_date": timezone.now(),
        "history_type": kind,
        "history_user": by.pk if by else None,
        "history_change_reason": reason[:100],
    }
    fields = {past._meta.get_field(name): value for name, value in said.items()}
    values = [field.get_db_prep_save(value, connection) for field, value in fields.items()]
    name = connection.ops.quote_name
    columns = [name(column) for column in kept]
    into = [*columns, *(name(field.column) for field in fields)]
    # Only names of tables and columns are put into the text; every value is a parameter.
    sql = (
        f"INSERT INTO {name(past._meta.db_table)} ({', '.join(into)}) "  # noqa: S608
        f"SELECT {', '.join(columns)}, %s, %s, %s, %s FROM {name(model._meta.db_table)} "
        f"WHERE id IN ({', '.join(['%s'] * len(pks))})"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, *pks])
