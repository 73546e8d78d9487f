"""What a search looks through, without case and accents, for those who are here."""

from itertools import batched

from django.db import migrations, models

from stakeholders.models.plain import PlainField, found_by

OF = {"stakeholder": ("name", "email"), "role": ("title",), "unit": ("name",)}
AT_ONCE = 5_000


def fill(apps, schema_editor):
    """Say of every row by what it is found."""
    for kind, of in OF.items():
        model = apps.get_model("stakeholders", kind)
        rows = model.objects.order_by("pk").values_list("pk", *of)
        table = schema_editor.quote_name(model._meta.db_table)
        say = f"UPDATE {table} SET found_by = %s WHERE id = %s"  # noqa: S608
        for some in batched(list(rows), AT_ONCE, strict=False):
            told = [(found_by(words), pk) for pk, *words in some]
            with schema_editor.connection.cursor() as cursor:
                cursor.executemany(say, told)


class Migration(migrations.Migration):

    dependencies = [("stakeholders", "0011_indexes_nobody_asks")]

    operations = [
        *(migrations.AddField(kind, "found_by", PlainField(of=of)) for kind, of in OF.items()),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
